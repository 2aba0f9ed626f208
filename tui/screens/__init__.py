"""Screens: what is open, and which session call a request becomes."""
