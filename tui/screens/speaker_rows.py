"""Speakers, and what they said, as rows of two lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.errors import NotFoundError
from annotations.model import Joins, Span
from annotations.text.logical import logical_text
from tui.layout.clip import clip, fit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.model import Annotation
    from annotations.records import Speaker
    from annotations.session import Session
    from tui.widgets.virtual_list import Run

_BREAK = re.compile(r"\s*\n\s*")
"""In a list there are no lines, neither printed ones nor paragraphs."""


class SpeakerRows:
    """Speakers, some of them marked."""

    def __init__(self, speakers: Sequence[Speaker], marked: set[str]) -> None:
        self.speakers = speakers
        self.marked = marked

    def __len__(self) -> int:
        return len(self.speakers)

    def row(self, index: int, cells: int) -> list[Run]:
        """Sign, count, name, other names, who that is."""
        one = self.speakers[index]
        sign = "* " if one.id in self.marked else "  "
        count = f"{one.quotes:>4} in {one.documents:<3}"
        also = f" ({', '.join(one.aliases)})" if one.aliases else ""
        known = " ".join(part for part in (one.organisation, one.role) if part)
        return [
            (sign, "bold"),
            (count, "dim"),
            (clip(one.name, max(cells // 3, 4)), "bold"),
            (also, ""),
            (f"  {known}" if known else "", "dim"),
        ]


class QuoteRows:
    """What one of them said, as far as it was read; some of it marked."""

    def __init__(
        self, session: Session, quotes: Sequence[Annotation], marked: set[str]
    ) -> None:
        self.quotes = list(quotes)
        self.marked = marked
        self._session = session
        self._titles: dict[str, str] = {}

    def __len__(self) -> int:
        return len(self.quotes)

    def row(self, index: int, cells: int) -> list[Run]:
        """Sign, document, what was said; no document is read for it."""
        one = self.quotes[index]
        sign = "* " if one.id in self.marked else "  "
        title = fit(self._title(one.document_id), min(cells // 4, 24))
        return [
            (sign, "bold"),
            (title, "dim"),
            (f" {'……'.join(_flowing(exact, cells) for exact in one.exact)}", ""),
        ]

    def _title(self, document_id: str) -> str:
        if document_id not in self._titles:
            self._titles[document_id] = self._read_title(document_id)
        return self._titles[document_id]

    def _read_title(self, document_id: str) -> str:
        """A document's title; empty if somebody has just taken the document out."""
        try:
            return self._session.documents.get(document_id).title
        except NotFoundError:
            return ""


def _flowing(exact: str, cells: int) -> str:
    """As much of a stretch of the source as a row has room for, on one line."""
    # Most of it may be the indents of printed lines.
    exact = exact[: cells * 8]
    breaks = [Span(*found.span()) for found in _BREAK.finditer(exact)]
    return logical_text(exact, Joins(breaks), Span(0, len(exact)))
