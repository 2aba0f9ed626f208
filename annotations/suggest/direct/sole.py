"""Sole speakers: whose a quotation is that nobody is named for, where one person speaks."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from annotations.suggest.rules import SPEAKER_THRESHOLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotations.suggest.direct.speech import Speech
    from annotations.suggest.indirect.statement import Statement
    from annotations.suggest.names.people import People
    from annotations.suggest.passages import Passage
    from annotations.suggest.sources.source import Source

_OFTEN = 3
"""Times that somebody is quoted whose all the quotations of a text are."""
_SHARE = 0.6
"""Of all the names in a text, those of the person whom it is about."""
_PEOPLE = ("person", "pronoun")
_CERTAINTY = 0.6


def with_sole_speaker(
    passages: Sequence[Passage],
    people: People,
    spoken: Mapping[int, Sequence[Speech]],
    stated: Mapping[int, Sequence[Statement]],
) -> dict[int, list[Speech]]:
    """Speech by passage; what nobody is named for is theirs who speaks all the rest.

    A portrait, an interview or a text on somebody's words names its speaker now and then.
    What has a reporting word is somebody's whom the text does tell of, though not by name.

    Args:
        passages: all of a document.
        people: everybody whom it names.
        spoken: speech that was found, by the number of its passage.
        stated: statements that were found, likewise.
    """
    found = {number: list(ones) for number, ones in spoken.items()}
    sole = _sole(found.values(), stated.values())
    if sole is None or not _is_about(sole, passages, people):
        return found
    named = sole._replace(certainty=_CERTAINTY)
    for number, ones in found.items():
        found[number] = [
            one
            if one.attribution.cue or _is_named(one.attribution.source)
            else one._replace(attribution=one.attribution._replace(source=named))
            for one in ones
        ]
    return found


def _sole(
    spoken: Iterable[Sequence[Speech]], stated: Iterable[Sequence[Statement]]
) -> Source | None:
    """The only person who is named as speaking, if they are quoted often."""
    sources = [one.attribution.source for ones in spoken for one in ones]
    if all(map(_is_named, sources)):
        return None
    people = [one for one in sources if one is not None and one.kind in _PEOPLE]
    named = list(filter(_is_named, people))
    if not named or len({one.name for one in people}) != 1:
        return None
    sole = named[-1]
    reported = sum(one.source.name == sole.name for ones in stated for one in ones)
    return sole if len(people) + reported >= _OFTEN else None


def _is_about(sole: Source, passages: Sequence[Passage], people: People) -> bool:
    """Whether a text names somebody more often than everybody else together."""
    named = Counter(one.name for each in passages for one in people.mentions(each))
    return named[sole.name] > _SHARE * named.total()


def _is_named(source: Source | None) -> bool:
    return (
        source is not None
        and source.certainty >= SPEAKER_THRESHOLD
        and bool(source.name)
    )
