"""Wording: whether a quotation is speech by what is in it, with nobody named beside it.

Names, slogans and terms are short or hold no clause mark; what holds a sentence, or
several clauses, is words of somebody. Sayings and slogans are told by doing without
today's words, and by clauses of one length.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.passages import FINAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.suggest.passages import Passage, Quoted

_VERSE = re.compile(
    "(?:[\u4e00-\u9fff]{4}(?:，[\u4e00-\u9fff]{4}){1,3}|[\u4e00-\u9fff]{5}，[\u4e00-\u9fff]{5}|[\u4e00-\u9fff]{7}，[\u4e00-\u9fff]{7})[。！；]?"
)
"""Clauses of one length: a couplet, a maxim, a verse of four."""
_SPOKEN = re.compile("[了着过吗呢吧啊们这那把咱]")
"""Particles of speech, which no maxim has."""
_LEAST_SENTENCE = 6
_LEAST_CLAUSES = 16
"""Code points of a sentence, and of several clauses, that are speech by themselves."""
_CLAUSE_MARK = re.compile("[，；。！？]")
_SEMICOLON = re.compile("；")
_TODAYS = re.compile(
    "[我你他她它们的了着过吗呢吧啊这那就都还才很会能要把被给没]|也(?![，。；！？…])(?!$)|[^而必]是"
)
"""Words of today's language, which handed-down sayings and laws do without."""
FIRST_PERSON = re.compile("[我俺咱你您]")
"""Who speaks, or is spoken to."""
_ENDS_CLAUSE = frozenset("[。，；！？…")
_LISTED = re.compile("等(?!到|着|待|了)|、|的|之")
"""What follows on a list of names and slogans."""


def is_verse(inner: str) -> bool:
    """Whether words in quotation marks are a few clauses of one length."""
    return _VERSE.fullmatch(inner) is not None and _SPOKEN.search(inner) is None


def is_todays(inner: str) -> bool:
    """Whether words in quotation marks are today's language, or call out or ask."""
    return inner[-1:] in "！？" or _TODAYS.search(inner) is not None


def is_speech(passage: Passage, number: int, inner: str, *, says_more: bool) -> bool:
    """Whether a quotation of a passage is speech by its wording.

    Args:
        passage: where it stands.
        number: which of its quotations.
        inner: what stands between the marks.
        says_more: whether speech stands right before it, as in “…”；“…”.
    """
    quoted = passage.quotations[number]
    is_whole = quoted.is_opened and quoted.is_closed
    if not is_whole or (is_verse(inner) and not says_more):
        return False
    row = in_a_row(passage, number)
    after = passage.masked[row[-1].end : row[-1].end + 2]
    if _LISTED.match(after):
        return False
    return (
        says_more
        or _holds_sentence(inner)
        or (_holds_clauses(inner) and (not after or after[0] in _ENDS_CLAUSE))
        or (after == "……" and _are_voices([one.inner(passage.plain) for one in row]))
    )


def _holds_sentence(inner: str) -> bool:
    return (
        inner[-1] in FINAL
        and len(inner) >= _LEAST_SENTENCE
        and _TODAYS.search(inner) is not None
    )


def _holds_clauses(inner: str) -> bool:
    return (
        len(inner) >= _LEAST_CLAUSES
        and _CLAUSE_MARK.search(inner) is not None
        and (_TODAYS.search(inner) is not None or not _is_balanced(inner))
    )


def _is_balanced(inner: str) -> bool:
    """Whether clauses, or the halves around a semicolon, are of one length, give or take one."""
    for marks in (_CLAUSE_MARK, _SEMICOLON):
        lengths = [len(one) for one in marks.split(inner) if one]
        if len(lengths) > 1 and max(lengths) - min(lengths) <= 1:
            return True
    return False


def in_a_row(passage: Passage, number: int) -> Sequence[Quoted]:
    """The quotations that stand side by side with one of a passage."""
    ones = passage.quotations
    first = last = number
    while first and ones[first - 1].end == ones[first].start:
        first -= 1
    while last + 1 < len(ones) and ones[last].end == ones[last + 1].start:
        last += 1
    return ones[first : last + 1]


def _are_voices(words: Sequence[str]) -> bool:
    """Whether quotations in a row are what people say, and not names."""
    return (
        len(words) > 1
        and min(map(len, words)) >= _LEAST_SENTENCE
        and any("，" in one or FIRST_PERSON.search(one) for one in words)
    )
