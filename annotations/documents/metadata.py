"""What a text says of itself: title, publication, date, author. Guessed with care.

An empty field costs an analyst nothing; a wrong one is believed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from annotations.documents import bylines
from annotations.documents.titles import is_apart, is_title
from annotations.text.paragraphs import ParagraphKind, backwards, onwards
from annotations.text.seen import seen
from annotations.text.units import sentences
from annotations.text.views import LogicalView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from annotations.model import Joins
    from annotations.text.paragraphs import Paragraph

_HEAD = 12
"""Paragraphs at the top that may hold title, dateline, byline."""
_TAIL = 3
"""Paragraphs at the end that may hold the same of the text before them."""
_AFTER_HEADLINE = 3
"""Paragraphs after a vertical headline that may hold its byline."""
_LONGEST = 80
"""Characters of a title."""
_CLIPPED = 40
"""Characters of a first sentence that stands for a title."""
_WITHIN = 200
"""Characters at either end of a paragraph in which a dateline stands."""
_NOTICES = 2000
"""Characters at the end of a page that are searched for notices."""

_MARKS = re.compile(r"^[#\s■□●◆▲★※>*]+")
_NOTICE = re.compile(
    r"^.{0,16}(?:公告|启事|声明|通知|通告|遗失|公示)[ \u3000]*$", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What could be told; only the title is never empty."""

    title: str
    publication: str
    published: str
    author: str


def guess(text: str, joins: Joins, path: Path) -> Metadata:
    """Guess what a document is from its text, and from its path where that is silent.

    Looks at both ends of the text alone, and at headlines set one character a line.

    Args:
        text: the document's text.
        joins: its print-line breaks.
        path: where its file stands; paper names are taken from it, dates are not.
    """
    view = LogicalView(text, joins)
    head = [seen(one.text) for one in islice(_written(onwards(view, 0)), _HEAD)]
    tail = [
        seen(one.text) for one in islice(_written(backwards(view, len(text))), _TAIL)
    ]
    columns, after = _vertical(view, joins)
    tops = [line[:_WITHIN] for line in (*_opening(head), *after)]
    ends = [line[-_WITHIN:] for line in reversed(tail)]
    dated = tops if _NOTICE.search(text[-_NOTICES:]) else [*tops, *ends]
    return Metadata(
        title=(_title(head, columns) or seen(path.stem) or "?")[:_LONGEST].strip(),
        publication=_publication(tops, ends, path),
        published=_first(bylines.day(line) for line in dated),
        author=_first(bylines.authors(line) for line in (*tops, *ends)),
    )


def _first(found: Iterable[str]) -> str:
    return next(filter(None, found), "")


def _written(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Those that have something on them."""
    return (one for one in paragraphs if one.text.strip())


def _opening(head: list[str]) -> list[str]:
    """The lines down to the first prose; what follows may be of another article."""
    for number, line in enumerate(head):
        if (len(line) > 40 or line.endswith("。")) and not bylines.is_furniture(line):
            return head[: number + 1]
    return head


def _vertical(view: LogicalView, joins: Joins) -> tuple[list[str], list[str]]:
    """The first headline set one character a line, and the lines that follow it.

    It may have several columns, and its byline may be cut after 文/.
    """
    if not len(joins):
        return [], []
    found = re.search(r"(?:^\S\n){4,}", view.source, re.MULTILINE)
    if found is None:
        return [], []
    columns: list[str] = []
    for paragraph in islice(
        _written(onwards(view, found.start())), _AFTER_HEADLINE + 2
    ):
        if paragraph.kind is not ParagraphKind.HEADING:
            break
        columns.append(seen(paragraph.text))
    following = _written(onwards(view, found.start()))
    after = [
        seen(one.text)
        for one in islice(following, len(columns), len(columns) + _AFTER_HEADLINE)
    ]
    joined = [
        first + second
        for first, second in pairwise(after)
        if re.search(r"文\s*[/／]$", first) and len(second) <= 4
    ]
    return columns, [*joined, *after]


def _title(head: list[str], columns: list[str]) -> str:
    """A heading, else a vertical headline, else the first sentence worth the name."""
    label = prose = ""
    for raw in head:
        line = bylines.without_dateline(_MARKS.sub("", raw))
        is_marked = raw.startswith("#")
        if not line or bylines.is_furniture(line) or line in columns:
            continue
        if (is_marked and not prose) or (not prose and is_title(line)):
            if is_marked or len(line) > 5:
                return line
            # So short it may be the name of a column above the title.
            label = label or line
        elif is_marked and not columns and not label:
            return line
        elif not is_apart(line):
            prose = prose or line
    return label or " ".join(columns) or _first_sentence(prose)


def _first_sentence(prose: str) -> str:
    """The first one that is no scrap from the page before; what is cut ends in ``…``."""
    found = [prose[start:end].strip() for start, end in sentences(prose[:1000])]
    whole = [one for one in found if sum(map(str.isalnum, one)) >= 6]
    some = whole or [one for one in found if any(map(str.isalnum, one))]
    if not some or len(some[0]) <= _CLIPPED:
        return some[0] if some else ""
    return some[0][: _CLIPPED - 1].strip() + "…"


def _publication(tops: list[str], ends: list[str], path: Path) -> str:
    """The masthead's, the label's, the folder's or file's, the dateline's."""
    names = (path.stem, *(one.name for one in path.parents))
    return _first(
        (
            *(bylines.paper(line) for line in tops if bylines.is_furniture(line)),
            *(bylines.source(line) for line in (*tops, *ends)),
            *map(bylines.paper, names[:4]),
            *(bylines.agency(line) for line in (*tops, *ends)),
        )
    )
