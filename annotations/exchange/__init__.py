"""Formats in which work leaves a project."""
