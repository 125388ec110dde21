"""Chapter 3, lead management: one explorer a module, on Noorderlicht Koffie's own numbers."""
