"""Chapter 5, the sales funnel: one explorer a module, on Noorderlicht Koffie's own numbers."""
