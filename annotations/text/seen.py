"""What of a text can be seen in one line: for what is said of a document."""

from __future__ import annotations

import re

_UNSEEN_ONE = (
    r"[\x00-\x20\x7f-\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2069\u3000\ufeff]"
)
# Begins with one class of characters, so that Python's search skips to them; white space
# is written out, since a class with \s in it is not made a table.
_UNSEEN = re.compile(f"{_UNSEEN_ONE}{_UNSEEN_ONE}*")


def seen(text: str) -> str:
    """One line: white space, line breaks and control characters become single spaces."""
    return _UNSEEN.sub(" ", text).strip()
