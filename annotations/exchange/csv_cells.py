"""Cells of a CSV row, as ``csv.writer`` would write them, at a fraction of its time.

A row of an export is long and nearly all of it is known to need nothing: what a cell
begins with tells whether a spreadsheet might run it, and a few searches in C whether it
wants quotes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.exchange.spreadsheet import defuse, has_controls, printable

if TYPE_CHECKING:
    from collections.abc import Callable

MAY_RUN = frozenset("'=+-@＝＋－＠\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000") | {
    chr(code) for code in (*range(0x21), *range(0x2000, 0x200B))
}
"""What a cell begins with that ``defuse`` may change; every white space is among it."""

# All that a cell must not begin with unnoticed, and all that wants quotation marks.
_WILD = re.compile(r"""["',=+\-@＝＋－＠\x00-\x09\x0b-\x1f\x7f]""")


def quoted(cell: str) -> str:
    """A cell as RFC 4180 wants it: in quotation marks if it has to be."""
    if '"' in cell or "," in cell or "\n" in cell or "\r" in cell:
        return '"' + cell.replace('"', '""') + '"'
    return cell


def safe(cell: str) -> str:
    """A cell that does nothing in a spreadsheet or at a terminal."""
    return quoted(defuse(printable(cell)))


def safe_if_printable(cell: str) -> str:
    """``safe`` for a cell without control characters."""
    if not cell:
        return ""
    if cell[0] in MAY_RUN:
        return safe(cell)
    if '"' in cell or "," in cell or "\n" in cell:
        return '"' + cell.replace('"', '""') + '"'
    return cell


def safe_if_quiet(cell: str) -> str:
    """``safe`` for a cell without control characters, quotation marks or commas."""
    if not cell:
        return ""
    if cell[0] in MAY_RUN:
        return safe(cell)
    return f'"{cell}"' if "\n" in cell else cell


def is_tame(text: str) -> bool:
    """Whether nothing that is cut from a text needs more than marks for its line breaks."""
    return _WILD.search(text) is None


def cells_of(text: str, *, plain: bool) -> Callable[[str], str]:
    """The quickest of these that is right for all that is cut from a text."""
    if plain:
        return quoted
    if has_controls(text):
        return safe
    return safe_if_printable if '"' in text or "," in text else safe_if_quiet
