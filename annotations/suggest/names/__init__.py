"""Who is named: personal names, titles, bodies and what else they are called."""
