"""Suggestions as JSON: what ``pizhu suggest --json`` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotations.text.logical import logical_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotations.model import Joins
    from annotations.suggest.suggestion import Suggestion


def rows(
    text: str, joins: Joins, suggestions: Iterable[Suggestion]
) -> Iterator[dict[str, Any]]:
    """One row a span, by start: a quote that its speaker splits gives two.

    Args:
        text: the document's source text.
        joins: its print-line breaks.
        suggestions: of this document.
    """
    spans = [(span, one) for one in suggestions for span in one.spans]
    for span, one in sorted(spans, key=lambda pair: (pair[0].start, -pair[0].end)):
        named = one.speaker_span
        yield {
            "kind": one.kind.value,
            "type": one.type,
            "start": span.start,
            "end": span.end,
            "text": text[span.start : span.end],
            "logical": logical_text(text, joins, span),
            "speaker": one.speaker,
            "speaker_span": None if named is None else [named.start, named.end],
            "role": one.role,
            "cue": one.cue,
            "rule": f"{one.rule}@{one.version}",
            "score": one.score,
        }
