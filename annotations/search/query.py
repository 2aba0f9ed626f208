"""The query language of ``ctrl+f`` and ``pizhu search``.

Words mean all of them; ``"exact phrase"``; ``-without``; ``field:value``, where a value
may be a phrase. A backslash stands before a quotation mark in a phrase. What an input
method types (“ ” ： －) is understood as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from annotations.dates import is_date
from annotations.errors import InvalidError
from annotations.model import TYPES, Kind, Status


class Field(StrEnum):
    """What a condition is about."""

    DOCUMENT = "document"
    """Its identity, as the filter of what waits in one of them has it."""
    TITLE = "title"
    PUBLICATION = "publication"
    DATE = "date"
    SPEAKER = "speaker"
    TAG = "tag"
    KIND = "kind"
    STATUS = "status"
    ANALYST = "analyst"
    TYPE = "type"
    RULE = "rule"
    SCORE = "score"
    IS = "is"


WAITING, DOUBT, OTHERS, MINE = "waiting", "doubt", "others", "mine"
"""Values of ``is:``: for a decision, for a place, made by somebody else, by oneself."""

OF_DOCUMENTS = frozenset({Field.DOCUMENT, Field.TITLE, Field.PUBLICATION, Field.DATE})
"""Fields that a document answers; the others are an annotation's."""


@dataclass(frozen=True, slots=True)
class Term:
    """A string that has to stand in the text, or must not."""

    text: str
    is_without: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """What a field has to hold, or must not."""

    field: Field
    value: str
    is_without: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A query, understood."""

    terms: tuple[Term, ...] = ()
    conditions: tuple[Condition, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked."""
        return not self.terms and not self.conditions

    @property
    def wanted(self) -> tuple[str, ...]:
        """Strings that have to be there."""
        return tuple(one.text for one in self.terms if not one.is_without)

    @property
    def unwanted(self) -> tuple[str, ...]:
        """Strings that must not."""
        return tuple(one.text for one in self.terms if one.is_without)

    def about(self, fields: frozenset[Field]) -> tuple[Condition, ...]:
        """Conditions on some fields."""
        return tuple(one for one in self.conditions if one.field in fields)


_TOKEN = re.compile(
    r"""
    (?P<without>[-－](?=\S))?
    (?:(?P<field>[A-Za-z]+)[:：])?
    (?: ["“”„＂](?P<phrase>(?:\\["“”＂\\]|[^"“”＂])*)["“”＂]? | (?P<word>\S+) )
    """,
    re.VERBOSE,
)
_ESCAPED = re.compile(r"\\([\"“”＂\\])")
_TO_ESCAPE = re.compile(r"[\"“”＂\\]")
_SCORES = re.compile(r"(?:\d(?:\.\d+)?)?\.\.(?:\d(?:\.\d+)?)?")
_MISTYPED = [field for field in Field if field is not Field.IS]
"""Fields long enough for a word to be nearly one: its and ISO are not."""
_NEAR = 0.75
"""How alike a field and a word are that is taken for it: two letters of four may be
swapped, one of six be missing; http and foo are like none."""


_NO_TEXT = re.compile("[\ud800-\udfff]")


def parse(typed: str) -> Query:
    """Understand what was typed; an unknown ``word:`` is text like any other.

    Raises:
        InvalidError: a date, kind, type, status or score that cannot be one, a field
            that is nearly one (``kidn:quote``, which is text in quotation marks), or
            what is no text (bytes of an argument that are not UTF-8).
    """
    if _NO_TEXT.search(typed):
        raise InvalidError(f"{typed}: is no text", "type it in UTF-8")
    terms: list[Term] = []
    conditions: list[Condition] = []
    for found in _TOKEN.finditer(typed):
        is_without = found["without"] is not None
        phrase = found["phrase"]
        value = found["word"] if phrase is None else _ESCAPED.sub(r"\1", phrase)
        name = (found["field"] or "").lower()
        if name in {*Field}:
            conditions.append(_condition(Field(name), value, is_without=is_without))
            continue
        if name:
            _refuse_mistyped(name)
            value = found.group().removeprefix(found["without"] or "")
        if value.strip():
            terms.append(Term(value, is_without))
    return Query(tuple(terms), tuple(conditions))


def phrase(value: str) -> str:
    """A value as a query has it: in quotation marks, a backslash before any in it.

    Example:
        ``parse(f"tag:{phrase(path)}")`` asks for exactly that tag.
    """
    return '"' + _TO_ESCAPE.sub(r"\\\g<0>", value) + '"'


def _refuse_mistyped(name: str) -> None:
    """Tell somebody who mistyped a field, and would be told that nothing is found."""
    near = get_close_matches(name, _MISTYPED, n=1, cutoff=_NEAR)
    if near:
        raise InvalidError(
            f"{name}: is no field, {near[0]}: is one", "in quotation marks it is text"
        )


def date_range(value: str) -> tuple[str, str]:
    """``2026-04..2026-05`` as its two ends; either may be empty.

    Raises:
        InvalidError: an end is no date.
    """
    first, dots, last = value.partition("..")
    ends = (first, last) if dots else (first, first)
    if not any(ends) or any(end and not is_date(end) for end in ends):
        raise InvalidError(
            f"date:{value} is no date", "as date:2026-04 or date:2026-04..2026-05-20"
        )
    return ends


def is_in_range(published: str, value: str) -> bool:
    """Whether a date (``2026-04-25``, ``2026-04``, ``2026``, empty) is in a range."""
    first, last = date_range(value)
    if not published:
        return False
    # A month reaches as far as its days do: what is finer is cut to the end's length.
    is_after = not first or published[: len(first)] >= first[: len(published)]
    return is_after and (not last or published[: len(last)] <= last)


def score_range(value: str) -> tuple[float, float]:
    """``0.5..0.8`` as its two ends; one may be left out.

    Raises:
        InvalidError: it is no range.
    """
    if not _SCORES.fullmatch(value):
        raise InvalidError(
            f"score:{value} is no range", "as score:0.5..0.8 or score:..0.7"
        )
    first, _, last = value.partition("..")
    return float(first or 0), float(last or 1)


def _condition(field: Field, value: str, *, is_without: bool) -> Condition:
    value = value.strip()
    if not value:
        raise InvalidError(f"{field}: says nothing", f"as {field}:something")
    known: list[str] | None = {
        Field.KIND: [*Kind],
        Field.STATUS: [*Status],
        Field.TYPE: [type_ for types in TYPES.values() for type_ in types],
        Field.IS: [WAITING, DOUBT, OTHERS, MINE],
    }.get(field)
    if field is Field.DATE:
        date_range(value)
    elif field is Field.SCORE:
        score_range(value)
    elif known is not None:
        value = value.lower()
        if value not in known:
            raise InvalidError(
                f"{field}:{value} is unknown", f"one of: {', '.join(known)}"
            )
    return Condition(field, value, is_without)
