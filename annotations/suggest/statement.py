"""Statement: what a text reports in its own words, and of whom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from annotations.suggest.passages import Passage
    from annotations.suggest.source import Source

_MARKS = re.compile("“\ue000*”?|[，。！？；：…、]|^(?:X|他|她)说")
_ONLY_QUOTED = re.compile("“\ue000*”[，。]?$")


class Statement(NamedTuple):
    """A reported statement in one passage, code points into its text."""

    start: int
    end: int
    source: Source
    cue: str
    cue_span: tuple[int, int]
    rule: str
    score: float
    last_number: int
    """Number of the passage that ``end`` counts in; its own unless announced."""
    clause_start: int
    """Where the sentence begins that names the source."""


def stated(
    passage: Passage, after: int, end: int, source: Source, cue: str,
    cue_span: tuple[int, int], rule: str, score: float, sentence: int,
) -> Statement | None:  # fmt: skip
    """A statement whose content begins after the comma or colon, if there is one."""
    text = passage.masked
    start = after
    while start < end and text[start] in "，：； 　":
        start += 1
    content = text[start:end].rstrip()
    bare = _MARKS.sub("", content)
    is_only_quoted = content.startswith("“") and len(bare) < 6
    split = _ONLY_QUOTED.match(content)
    if is_only_quoted or split or len(bare) < 4:
        return None
    return Statement(
        start, start + len(content), source, cue, cue_span, rule, score, passage.number, sentence
    )  # fmt: skip
