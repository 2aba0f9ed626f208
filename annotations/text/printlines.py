"""Print lines: what is known of every line of a text before any is joined.

Widths are counted in cells, or in full squares where a paper was set without Latin type.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import east_asian_width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

SLACK = 2
"""Cells by which a full line may miss its column's width (kinsoku, narrow marks)."""
LEAST_RUN = 5
"""Lines that make a column."""
INDENT = 4
"""Cells that a paragraph's first line is set in."""
_AROUND = 6
"""Lines before and behind one that tell its margin."""
_MARKS = re.compile("[，。、；：？！“”‘’（）《》「」『』·…—]")
_THIN = re.compile(
    r"(?<=[\u3000-\u9fff\uff00-\uffef]) | (?=[\u3000-\u9fff\uff00-\uffef])"
)
_NOT_SURELY_WIDE = re.compile("[^\u3001-\u3011\u4e00-\u9fff\uff01-\uff5e]")
"""All but what makes up nearly all of Chinese prose and fills a square each."""


class PrintLine(NamedTuple):
    """One line with something on it; offsets are code points into the text."""

    start: int
    """Of its first character that is no white space."""
    end: int
    cells: int
    """Width without indent and trailing space."""
    least_cells: int
    """The same with every mark set in half a square, as print may do to fit one in."""
    indent: int
    """Cells of white space between the margin and it."""
    blank_before: int
    """Blank lines between it and the one before."""
    text: str
    margin: int = 0
    """Code points of white space left of where the lines around it begin."""


def print_lines(text: str) -> list[PrintLine]:
    r"""Measure the lines of a text that have something on them.

    Args:
        text: a document's text, line ends as ``\n``.
    """
    lines = _without_margins(text, list(_lines(text, cells_of)))
    if not _are_set_in_squares(lines):
        return lines
    return _without_margins(text, list(_lines(text, _squares)))


def _lines(text: str, measured: Callable[[str], int]) -> Iterator[PrintLine]:
    at = blanks = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            indent = len(raw) - len(raw.lstrip())
            start = at + indent
            cells = measured(stripped)
            yield PrintLine(
                start,
                start + len(stripped),
                cells,
                cells - len(_MARKS.findall(stripped)),
                _white_cells(raw[:indent]) if measured is cells_of else 2 * indent,
                blanks,
                stripped,
            )
            blanks = 0
        else:
            blanks += 1
        at += len(raw) + 1


def _without_margins(text: str, lines: list[PrintLine]) -> list[PrintLine]:
    """Lines with their indents counted from the margin that those around them begin at.

    Programs that lay out pages keep the white space left of a column.
    """
    if all(line.indent <= INDENT for line in lines):
        return lines
    found = []
    around = Counter(line.indent for line in lines[:_AROUND])
    for number, line in enumerate(lines):
        if number + _AROUND < len(lines):
            around[lines[number + _AROUND].indent] += 1
        if number > _AROUND:
            gone = lines[number - _AROUND - 1].indent
            around[gone] -= 1
            if not around[gone]:
                del around[gone]
        indent = max(0, line.indent - _margin(around))
        if indent < line.indent:
            begins = text.rfind("\n", 0, line.start) + 1
            stops = line.start
            while (
                stops > begins and _white_cells(text[stops - 1 : line.start]) <= indent
            ):
                stops -= 1
            found.append(line._replace(indent=indent, margin=stops - begins))
        else:
            found.append(line)
    return found


def _margin(indents: Counter[int]) -> int:
    """Cells of white space that most of some lines begin with, but for their indents.

    As much as a paragraph's indent is one only where first lines are set in deeper.
    """
    if max(indents) <= INDENT:
        return 0
    for margin in sorted(indents):
        firsts = indents[margin + INDENT]
        is_deep = margin > INDENT or (margin == INDENT and firsts > 0)
        if is_deep and (indents[margin] + firsts) * 2 > indents.total():
            return margin if indents[margin] > 1 else 0
    return 0


def cells_of(text: str) -> int:
    """Cells that a stretch takes in print."""
    if text.isascii():
        return len(text)
    # Space between Han and Latin is put in by programs, not by the print line.
    if " " in text:
        text = _THIN.sub("", text)
    others = _NOT_SURELY_WIDE.findall(text)
    # Ambiguous marks (“”…—) fill a full square in Chinese print.
    narrow = sum(east_asian_width(one) not in "WFA" for one in others)
    return 2 * len(text) - narrow


def _white_cells(space: str) -> int:
    """Cells of white space; a tab counts as one."""
    return len(space) + space.count("\u3000")


def _squares(text: str) -> int:
    """Cells if every character filled a square, as in print without Latin type."""
    return 2 * len(text)


def _are_set_in_squares(lines: Sequence[PrintLine]) -> bool:
    """Whether lines that hold figures reach the common width in squares, not in cells.

    Papers set figures in full squares; databases make ASCII of them afterwards and keep
    the line ends, or cut their lines by the number of characters.
    """
    widths = [
        (line.indent + line.cells, line.indent + _squares(line.text))
        for line in lines
        if not line.text.isascii()
    ]
    if not widths:
        return False
    ((common, count),) = Counter(squares for _, squares in widths).most_common(1)
    if count < LEAST_RUN:
        return False
    with_figures = [(cells, squares) for cells, squares in widths if cells < squares]
    in_squares = sum(squares == common for _, squares in with_figures)
    too_wide = sum(squares > common + SLACK for _, squares in with_figures)
    # An odd number of figures leaves half a square.
    by_cells = Counter(cells + cells % 2 for cells, _ in with_figures)
    in_cells = max(by_cells.values(), default=0)
    # Lines cut by cells break before a number that does not fit: some come out short,
    # and those with long numbers would not fit in squares.
    return in_squares > in_cells and in_squares > 2 * too_wide
