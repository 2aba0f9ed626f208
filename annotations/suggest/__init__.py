"""Suggestions: quotes and claims found by rules. Pure: no store, no screen."""
