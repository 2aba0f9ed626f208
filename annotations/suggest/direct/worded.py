"""Worded speech: quotations that their wording or their place makes speech.

Nothing beside them says that somebody speaks; whoever does is looked for around them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.suggest.direct.attribution import Attribution
from annotations.suggest.direct.fragments import CLAUSE_LIKE
from annotations.suggest.direct.speech import speech
from annotations.suggest.direct.wording import (
    FIRST_PERSON,
    in_a_row,
    is_speech,
    is_verse,
)
from annotations.suggest.names.words import COLLECTIVE, HAN
from annotations.suggest.patterns import late
from annotations.suggest.sources.source import Source

if TYPE_CHECKING:
    from annotations.suggest.direct.ahead import Ahead
    from annotations.suggest.direct.behind import Behind
    from annotations.suggest.direct.candidate import Candidate
    from annotations.suggest.direct.speech import Speech
    from annotations.suggest.sources.sources import Sources

_SURVEYED = late(
    f"\\d[\\d.]*[%％]的(?P<who>{HAN}{{0,6}}?{COLLECTIVE})[也则还都]?(?:(?P<cue>表示|认为|觉得|感觉|提到|担心|希望|反映|坦言)(?:孩子|自己|父母|家长)?)?\\Z"
)
"""The share of people who have chosen what stands in marks, or say it."""
_LEAST_HEADED = 5
_LONGEST_HEAD = 50
"""Code points of what is quoted in a headline at least, and of a headline."""
_LEAST_TOLD = 6
"""Code points of what the next sentence, or a survey, says that people have said."""
_LEAST_APART = 8
"""Code points of a clause that is speech though no reporting word is beside it."""


class WordedSpeech:
    """Judges quotations that no reporting word is beside."""

    def __init__(self, sources: Sources, ahead: Ahead, behind: Behind) -> None:
        self._sources = sources
        self._ahead = ahead
        self._behind = behind

    def surveyed(self, one: Candidate) -> Speech | None:
        """What a share of people has chosen or said: 28.2%的受访孩子“…”."""
        if len(one.inner) < _LEAST_TOLD or not {"%", "％"} & set(one.head):
            return None
        passage, quoted = one.passage, one.quoted
        share = _SURVEYED.search(passage.masked, one.start, quoted.start)
        if share is None:
            return None
        source = Source(
            share["who"], *share.span("who"), "", 0.7, "group", passage.number
        )
        span = share.span("cue") if share["cue"] else None
        called = Attribution(source, share["cue"] or "", span)
        return speech(quoted, passage, called, "direct.cue", 0.7)

    def headed(self, one: Candidate) -> Speech | None:
        """What a headline puts right behind a name: 某某“…”."""
        plain = one.passage.plain
        if (
            not one.head
            or len(one.inner) < _LEAST_HEADED
            or len(plain) > _LONGEST_HEAD
            or "。" in plain
            or one.after not in " 　，！？"
        ):
            return None
        spaces = (
            plain.rfind(one_space, one.start, one.quoted.start) + 1
            for one_space in " 　"
        )
        begins = max(one.start, *spaces)
        source = self._sources.subject(one.passage, begins, one.quoted.start)
        if source is None or source.kind != "person" or source.end != one.quoted.start:
            return None
        called = Attribution(source, "", None)
        return speech(one.quoted, one.passage, called, "direct.cue", 0.6)

    def owned(self, one: Candidate) -> Speech | None:
        """A quoted clause that is said to be somebody's words: “…”是不少网友的心声."""
        if one.head or len(one.inner) < _LEAST_APART:
            return None
        if not CLAUSE_LIKE.search(one.inner):
            return None
        tail = self._behind.tail(one.passage, one.number)
        words = self._behind.someones_words(one.passage, tail)
        return words and speech(one.quoted, one.passage, words, "direct.cue", 0.75)

    def apart(self, one: Candidate) -> Speech | None:
        """A quoted clause that stands by itself behind what somebody has said or does."""
        passage, quoted = one.passage, one.quoted
        if one.after == "。" and len(one.inner) >= _LEAST_TOLD:
            told = self._behind.afterwards(passage, quoted.end + 1)
            if told is not None:
                return speech(quoted, passage, told, "direct.sentence", 0.85)
        if len(one.inner) < _LEAST_APART or not CLAUSE_LIKE.search(one.inner):
            return None
        source = None
        if not one.head and one.after == "。":
            source = self._sources.spoken.latest(passage, quoted.start)
        elif one.head.endswith("，") and FIRST_PERSON.search(one.inner):
            source = self._sources.subject(passage, one.start, quoted.start - 1)
        elif (
            one.head.endswith("，")
            and (one.after == "。" or (one.after == "，" and "，" in one.inner))
            and not is_verse(one.inner)
        ):
            source = self._in_between(one)
        if source is None or source.kind not in ("person", "pronoun", "group"):
            return None
        called = Attribution(source, "", None)
        return speech(quoted, passage, called, "direct.sentence", 0.65)

    def _in_between(self, one: Candidate) -> Source | None:
        """Whoever has spoken in the passage, and is quoted on what it goes on to tell."""
        source = self._sources.subject(one.passage, one.start, one.quoted.start - 1)
        if source is not None and source.kind in ("person", "pronoun"):
            return source
        return self._sources.spoken.latest(one.passage, one.quoted.start, reach=0)

    def cited(self, one: Candidate) -> Speech | None:
        """A quoted clause in a paper, with the number of the work that it is from."""
        is_clause = len(one.inner) >= _LEAST_APART and CLAUSE_LIKE.search(one.inner)
        if not (is_clause and one.is_cited):
            return None
        passage, quoted = one.passage, one.quoted
        source = self._sources.subject(passage, one.start, quoted.start)
        if source is None or source.kind not in ("person", "pronoun"):
            source = self._sources.spoken.latest(passage, quoted.start)
        called = Attribution(source, "", None)
        return speech(quoted, passage, called, "direct.sentence", 0.55)

    def by_itself(self, one: Candidate) -> Speech | None:
        """A quotation that is speech by its wording, whoever speaks."""
        between = one.since
        says_more = (
            between is not None
            and not between.strip("；，")
            and len(one.inner) >= _LEAST_APART
        )
        if not is_speech(one.passage, one.number, one.inner, says_more=says_more):
            return None
        said = self._heard(one)
        if said is None:
            source = None
            if says_more:
                source = one.before[-1].attribution.source
            elif one.head.endswith(("，", "：")):
                source = self._sources.subject(
                    one.passage, one.start, one.quoted.start - 1
                )
            if source is not None and source.kind == "self":
                return None
            is_told_of = source is not None and source.kind == "body" and not says_more
            if source is not None and (source.kind == "paper" or is_told_of):
                source = None
            said = Attribution(source, "", None)
        return speech(one.quoted, one.passage, said, "direct.sentence", 0.55)

    def _heard(self, one: Candidate) -> Attribution | None:
        """Who is named behind speech that only its wording tells, or asks for it before."""
        if one.head and one.head[-1] not in "，：”":
            ahead = self._ahead.of(one.passage, one.start, one.quoted.start)
            if ahead is not None and ahead.source is not None:
                return ahead
        last = in_a_row(one.passage, one.number)[-1]
        if one.passage.masked.startswith("……", last.end):
            return self._behind.voices(one.passage, last.end + 2)
        if not one.passage.masked.startswith("，", last.end):
            return None
        behind = self._behind.of(one.passage, one.number)
        return behind if behind is not None and behind.source is not None else None
