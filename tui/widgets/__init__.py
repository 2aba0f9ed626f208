"""Widgets: they get values, draw them and post requests."""
