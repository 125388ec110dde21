"""Chapter 7, account management: one explorer a module, on Noorderlicht Koffie's own numbers."""
