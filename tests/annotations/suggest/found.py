"""What is suggested for a text, in the forms in which tests compare it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.model import Kind
from annotations.suggest.engine import suggest
from annotations.suggest.lexicon import Lexicon
from annotations.text.logical import logical_text
from annotations.text.unwrap import find_joins
from annotations.text.views import LogicalView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotations.suggest.suggestion import Suggestion


def quotes(
    text: str, lexicon: Lexicon | None = None
) -> Iterator[tuple[str, Suggestion]]:
    """Quotes of a text in reading order, each with its flowing text; parts joined by ``|``."""
    joins = find_joins(text)
    view = LogicalView(text, joins)
    for one in suggest(view, lexicon or Lexicon(), kinds=frozenset((Kind.QUOTE,))):
        yield "|".join(logical_text(text, joins, span) for span in one.spans), one


def speech(text: str, lexicon: Lexicon | None = None) -> list[tuple[str, str]]:
    """Direct quotes with their speakers."""
    return [
        (said, one.speaker)
        for said, one in quotes(text, lexicon)
        if one.type == "direct"
    ]


def statements(text: str, lexicon: Lexicon | None = None) -> list[tuple[str, str, str]]:
    """Indirect quotes: content, speaker, cue."""
    return [
        (said, one.speaker, one.cue)
        for said, one in quotes(text, lexicon)
        if one.type == "indirect"
    ]


def reports(text: str) -> list[tuple[str, str]]:
    """Indirect quotes: content and speaker."""
    return [(said, speaker) for said, speaker, _ in statements(text)]


def speakers(text: str) -> list[str]:
    """Speakers of all quotes in reading order."""
    return [one.speaker for _, one in quotes(text)]
