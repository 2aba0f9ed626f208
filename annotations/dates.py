"""Dates as they are typed and stored: a year, a month or a day."""

from __future__ import annotations

import re
from datetime import date

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
_FIRST = "-01-01"


def is_date(text: str) -> bool:
    """Whether it is one of the calendar: ``2026``, ``2026-02`` or ``2026-02-28``."""
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + _FIRST[len(text) - len("2026") :])
    except ValueError:
        return False
    return True
