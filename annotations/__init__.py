"""The library: documents, text, store, exchange. Knows no terminal."""
