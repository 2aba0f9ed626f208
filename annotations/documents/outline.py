"""The headings of a text: marked ones, headlines set upright, and titles over prose."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from annotations.documents import bylines
from annotations.documents.titles import is_apart, is_title
from annotations.text.paragraphs import ParagraphKind, backwards, onwards

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotations.text.paragraphs import Paragraph, TextView

_LOOKED_AT = 2000
"""Paragraphs that are looked through for headings, both ways."""
_STACKED = 4
"""Titles that may stand over one article: a kicker, the title, subtitles, a first
subheading. More of them in a row are a table, a list or a poem."""
_PROSE = 40
"""Characters that only prose has in a line."""
_MARKS = re.compile(r"[#\s]+")
_SAID = re.compile("[。！？!?…][”’」』]$")
"""How a line ends that is somebody's words."""


class Heading(NamedTuple):
    """A heading and where it stands."""

    text: str
    start: int
    """Source offset."""


def headings(view: TextView, offset: int) -> list[Heading]:
    """Headings around a source offset, a bounded way off, in order.

    A short line that is no sentence is one if prose follows it, or another such line and
    then prose. A line of marks alone is none.
    """
    found: list[Heading] = []
    over: list[Heading] = []
    for paragraph in _around(view, offset):
        text = " ".join(paragraph.text.split())
        if not any(character.isalnum() for character in text):
            continue
        if paragraph.kind is ParagraphKind.HEADING:
            found.append(Heading(_MARKS.sub("", text, count=1), paragraph.start))
        elif bylines.is_furniture(text) or is_apart(text):
            continue
        elif is_title(text) and not _SAID.search(text):
            over.append(Heading(text, paragraph.start))
        else:
            if len(over) <= _STACKED and _is_prose(text):
                found += over
            over = []
    return sorted(found, key=lambda one: one.start)


def _is_prose(text: str) -> bool:
    return len(text) > _PROSE or "。" in text


def _around(view: TextView, offset: int) -> Iterator[Paragraph]:
    before = [*islice(backwards(view, offset), 1, _LOOKED_AT)]
    yield from reversed(before)
    yield from islice(onwards(view, offset), _LOOKED_AT)
