"""Finding: folding, the query language, matching. Pure: no SQL, no session."""
