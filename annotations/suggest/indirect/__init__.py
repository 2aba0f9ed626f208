"""Indirect statements: what a text reports in its own words, and of whom."""
