"""Explorers of chapter 6, customer portfolio management."""
