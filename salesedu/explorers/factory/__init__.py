"""Chapter 8, the sales factory: one explorer a module, on Noorderlicht Koffie's own numbers."""
