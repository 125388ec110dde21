"""Chapter 1, customer centrality: one explorer a module, on Noorderlicht Koffie's own numbers."""
