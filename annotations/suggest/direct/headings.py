"""Headings: quoted headings, which repeat what somebody says in the text under them."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from annotations.suggest.direct.attribution import Attribution
from annotations.suggest.direct.speech import speech

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotations.suggest.direct.speech import Speech
    from annotations.suggest.indirect.statement import Statement
    from annotations.suggest.passages import Passage, Quoted
    from annotations.suggest.sources.source import Source
    from annotations.suggest.sources.sources import Sources

_LONGEST = 60
"""Code points of a heading with what stands beside the quotation in it."""
_LEAST = 7
"""Code points without marks that are no chance to be said again."""
_NUMBER = re.compile(
    "[ 　]*(?:[0-9０-９一二三四五六七八九十]{1,3}[、.．]?|[■●◆▲#]+|——)?[ 　]*"
)
"""What a heading may have in front of its words."""
_BEHIND = re.compile("(?:[ 　]*$|[（，—…]|[ 　]{2})")
_NO_LETTER = re.compile(r"\W")
_REACH = 80
"""Passages above and below in which somebody may say it: an article of a page."""
_LEADS_ON = "——"
_NUMBER_OF = attrgetter("number")
_SCORE = 0.7


class _Said(NamedTuple):
    """What somebody says, without marks and spaces."""

    number: int
    """Of the passage that it begins in."""
    words: str
    source: Source


def with_headings(
    passages: Sequence[Passage],
    spoken: Mapping[int, Sequence[Speech]],
    stated: Mapping[int, Sequence[Statement]],
    sources: Sources,
) -> dict[int, list[Speech]]:
    """Speech by passage, with the headings that somebody says further down, or before.

    Args:
        passages: all of a document, in order.
        spoken: speech that was found, by the number of its passage.
        stated: statements that were found, likewise.
        sources: what finds whom a headline names.
    """
    found = {number: list(ones) for number, ones in spoken.items()}
    inside = _goes_on(spoken) | _goes_on(stated)
    headings = [
        (one, quoted)
        for one in passages
        if one.number not in inside and (quoted := _heading(one))
    ]
    if not headings:
        return found
    said = sorted(_said(passages, spoken, stated), key=lambda one: one.number)
    for passage, quoted in headings:
        number = passage.number
        known = [one for one in found.get(number, ()) if one.start == quoted.start]
        if known and known[0].attribution.source is not None:
            continue
        source = _who_says(quoted.inner(passage.plain), number, said)
        source = source or _named_above(passages, number, sources)
        if source is not None:
            found[number] = [
                *(one for one in found.get(number, ()) if one not in known),
                speech(
                    quoted, passage, Attribution(source, "", None), "direct.heading", _SCORE
                ),
            ]  # fmt: skip
    return found


def _goes_on(ones: Mapping[int, Sequence[Speech | Statement]]) -> set[int]:
    """Numbers of the passages that only go on with what somebody says."""
    return {
        at
        for number, said in ones.items()
        for one in said
        for at in range(number + 1, one.last_number + 1)
    }


def _heading(passage: Passage) -> Quoted | None:
    """The quotation that a passage consists of, if it is a heading."""
    plain = passage.plain
    if len(plain) > _LONGEST or len(passage.quotations) != 1:
        return None
    quoted = passage.quotations[0]
    is_whole = quoted.is_opened and quoted.is_closed
    if not is_whole or not _NUMBER.fullmatch(plain, 0, quoted.start):
        return None
    if "。" in plain[quoted.end :] or not _BEHIND.match(plain, quoted.end):
        return None
    return quoted


def _who_says(heading: str, number: int, said: Sequence[_Said]) -> Source | None:
    """Whoever says the words of a heading: first below it, else right above it."""
    words = _NO_LETTER.sub("", heading)
    if len(words) < _LEAST:
        return None
    first = bisect_left(said, number - _REACH, key=_NUMBER_OF)
    here = bisect_left(said, number, key=_NUMBER_OF)
    below = bisect_left(said, number + 1, key=_NUMBER_OF)
    last = bisect_left(said, number + _REACH, key=_NUMBER_OF)
    near = chain(said[below:last], reversed(said[first:here]))
    return next((one.source for one in near if words in one.words), None)


def _named_above(
    passages: Sequence[Passage], number: int, sources: Sources
) -> Source | None:
    """The person with whom a headline ends that leads to this one: 守护者某某——."""
    if not number:
        return None
    above = passages[number - 1]
    text = above.plain.rstrip()
    if not text.endswith(_LEADS_ON) or "。" in text:
        return None
    end = len(text) - len(_LEADS_ON)
    source = sources.subject(above, 0, end)
    is_last = source is not None and source.kind == "person" and source.end == end
    return source if is_last else None


def _said(
    passages: Sequence[Passage],
    spoken: Mapping[int, Sequence[Speech]],
    stated: Mapping[int, Sequence[Statement]],
) -> Iterator[_Said]:
    for number, speeches in spoken.items():
        for one in speeches:
            source = one.attribution.source
            if source is not None and source.name:
                yield _Said(number, _words(passages, number, one), source)
    for number, statements in stated.items():
        for other in statements:
            if other.source.name:
                yield _Said(number, _words(passages, number, other), other.source)


def _words(passages: Sequence[Passage], number: int, one: Speech | Statement) -> str:
    """The words of speech that begins in a passage, without marks and spaces."""
    last = one.last_number
    if last == number:
        text = passages[number].plain[one.start : one.end]
    else:
        between = (passages[at].plain for at in range(number + 1, last))
        text = "".join(
            (passages[number].plain[one.start :], *between, passages[last].plain[: one.end])
        )  # fmt: skip
    return _NO_LETTER.sub("", text)
