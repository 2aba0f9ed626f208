"""Claims: what may be one, of which type, and which clauses it takes."""
