"""Chapter 4, the value proposition: one explorer a module, on Noorderlicht Koffie's own numbers."""
