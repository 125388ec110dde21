"""Chapter 2, from market to sales plan: one explorer a module, on Noorderlicht Koffie's own numbers."""
