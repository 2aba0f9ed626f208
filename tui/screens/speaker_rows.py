"""Speakers, and what they said, as rows of two lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.layout.clip import clip, fit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.model import Annotation
    from annotations.records import Speaker
    from annotations.session import Session
    from tui.widgets.virtual_list import Run


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
    """What one of them said, in the documents' words; some of it marked."""

    def __init__(
        self, session: Session, quotes: Sequence[Annotation], marked: set[str]
    ) -> None:
        self.quotes = quotes
        self.marked = marked
        self._session = session
        self._title = ("", "")

    def __len__(self) -> int:
        return len(self.quotes)

    def row(self, index: int, cells: int) -> list[Run]:
        """Sign, document, what was said."""
        one = self.quotes[index]
        if self._title[0] != one.document_id:
            document = self._session.documents.get(one.document_id)
            self._title = (document.id, document.title)
        sign = "* " if one.id in self.marked else "  "
        title = fit(self._title[1], min(cells // 4, 24))
        return [
            (sign, "bold"),
            (title, "dim"),
            (f" {self._session.annotations.words(one)}", ""),
        ]
