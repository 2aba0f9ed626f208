"""Finding again, in a newer text, what stood in an older one. Pure functions."""
