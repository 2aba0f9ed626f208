"""Cells that a spreadsheet would run: defused on the way out, restored on the way in.

After OWASP, "CSV Injection": a cell that begins with one of a few characters is taken
for a formula, whatever quotes stand around it.
"""

from __future__ import annotations

import re

_STARTS = re.compile("['\\s]*[=+\\-@＝＋－＠\t\r\n\x00-\x1f]")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def has_controls(text: str) -> bool:
    """Whether there are characters that ``printable`` changes."""
    return _CONTROLS.search(text) is not None


def defuse(cell: str) -> str:
    """Put ``'`` before a cell that could run; ``restore`` takes it back."""
    return f"'{cell}" if _STARTS.match(cell) else cell


def restore(cell: str) -> str:
    """Take back what ``defuse`` did."""
    return cell[1:] if cell[:1] == "'" and _STARTS.match(cell[1:]) else cell


def printable(cell: str) -> str:
    """Show control characters as their pictures; tab and line feed stay."""
    return _CONTROLS.sub(_picture, cell)


def _picture(found: re.Match[str]) -> str:
    code = ord(found.group())
    return "\u2421" if code == 0x7F else chr(0x2400 + code)
