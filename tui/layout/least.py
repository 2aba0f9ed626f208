"""How large a terminal has to be for anything to be read in it."""

from __future__ import annotations

LEAST_COLUMNS, LEAST_ROWS = 40, 10


def is_too_small(columns: int, rows: int) -> bool:
    """Whether nothing can be read in a terminal of so many columns and rows."""
    return columns < LEAST_COLUMNS or rows < LEAST_ROWS
