"""Candidate: a quotation that is looked at, with what the rules ask of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from annotations.suggest.passages import FINAL
from annotations.suggest.sources.citations import CITED_PAGE

if TYPE_CHECKING:
    from annotations.suggest.direct.speech import Speech
    from annotations.suggest.passages import Passage, Quoted


_WORK = re.compile(f"[，。；]?(?:（注[:：]|{CITED_PAGE})")
"""The work that a quotation is from, right behind it: “…”（某著55页）."""
_LEAST_NOTE = 3
"""Code points from a quotation's last to the next, with the number of a note between."""


class Candidate(NamedTuple):
    """A quotation of a passage; code points into its text."""

    passage: Passage
    number: int
    """Which of the passage's quotations."""
    quoted: Quoted
    inner: str
    """What stands between the marks."""
    start: int
    """Where its sentence begins."""
    head: str
    """What its sentence has before it, other quotations blotted out."""
    before: tuple[Speech, ...]
    """Speech found in the passage so far."""

    @property
    def after(self) -> str:
        """The character behind it; empty at the passage's end."""
        return self.passage.masked[self.quoted.end : self.quoted.end + 1]

    @property
    def is_whole_paragraph(self) -> bool:
        """Whether nothing else stands in its passage."""
        plain = self.passage.plain
        return self.begins_paragraph and not plain[self.quoted.end :].strip()

    @property
    def begins_paragraph(self) -> bool:
        """Whether nothing stands before it in its passage."""
        return not self.passage.plain[: self.quoted.start].strip()

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends like a sentence."""
        return self.inner.rstrip("’』 ")[-1:] in FINAL or self.inner.endswith("—")

    @property
    def holds_sentence(self) -> bool:
        """Whether it ends like a sentence, or is not closed or not opened at all."""
        whole = self.quoted.is_closed and self.quoted.is_opened
        return self.ends_sentence or not whole

    @property
    def is_cited(self) -> bool:
        """Whether the number or the page of a cited work stands behind it.

        Numbers have been taken out of the passage, and leave a gap in the source.
        """
        passage, end = self.passage, self.quoted.end
        if _WORK.match(passage.plain, end):
            return True
        if end >= len(passage.plain):
            return False
        return passage.to_source(end) - passage.to_source(end - 1) > _LEAST_NOTE

    @property
    def since(self) -> str | None:
        """What stands between the speech before and it; None if none ends here."""
        if not self.before or self.before[-1].last_number != self.passage.number:
            return None
        return self.passage.masked[self.before[-1].end : self.quoted.start]


def candidate(passage: Passage, number: int, before: tuple[Speech, ...]) -> Candidate:
    """A quotation of a passage, with the speech that was found before it."""
    quoted = passage.quotations[number]
    start, _ = passage.sentence_at(quoted.start)
    head = passage.masked[start : quoted.start].rstrip(" 　")
    inner = quoted.inner(passage.plain)
    return Candidate(passage, number, quoted, inner, start, head, before)
