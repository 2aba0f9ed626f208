"""Direct quotes: which quotations are speech, where they end, and who speaks."""
