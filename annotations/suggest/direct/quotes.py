"""Direct quotes: which quotations are speech, and whose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.direct.ahead import Ahead
from annotations.suggest.direct.attribution import Attribution
from annotations.suggest.direct.behind import Behind
from annotations.suggest.direct.candidate import candidate
from annotations.suggest.direct.extents import Extents
from annotations.suggest.direct.fragments import fragment
from annotations.suggest.direct.parts import LEAST_PART, LEAST_WHOLE, is_led_to
from annotations.suggest.direct.speech import speech
from annotations.suggest.direct.terms import is_term
from annotations.suggest.direct.unattributed import SPOKEN, Unattributed
from annotations.suggest.direct.worded import WordedSpeech
from annotations.suggest.direct.wording import (
    FIRST_PERSON,
    in_a_row,
    is_todays,
    is_verse,
)
from annotations.suggest.rules import SPEAKER_THRESHOLD
from annotations.text.punctuation import is_han

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.suggest.direct.candidate import Candidate
    from annotations.suggest.direct.noted import Noted
    from annotations.suggest.direct.speech import Speech
    from annotations.suggest.indirect.statement import Statement
    from annotations.suggest.indirect.statements import Statements
    from annotations.suggest.lexicon import Lexicon
    from annotations.suggest.passages import Passage
    from annotations.suggest.sources.sources import Sources

_SAID_A_LINE = re.compile(
    "(?:说|补|加|来|添|回|答|冒|丢|扔|蹦|憋|甩|撂|送)(?:了|出|上|下)*(?:这样|这么|这)?一?(?:句|声|番话|段话|席话)[^，。]{0,3}："
)
_READ = re.compile(
    "[看读收刷翻]到(?:了|过)?[^，。；：]{0,8}(?:评论|留言|帖子|弹幕|短信|微信|消息|信息|广告|标语|横幅|字样|[字纸]条|话题|标题)"
)
"""What leads to words that somebody reads who has not written them."""
_THEN_SAYS = re.compile(
    "但?(?:还是|只好|只得|不得不)?(?:[追反]?问|[回答]|说|喊|又|便|就|只|并|才|随口|不由|不禁|忍不住|硬着头皮|弱弱|脱口|心想)"
)
"""What goes on with the subject of the clause before: 我拨通了电话，问了一个问题：."""
_ENDS_CLAUSE = frozenset("[。，；！？")
_NOTE_ENDS_CLAUSE = re.compile(
    "(?:（[^）]{1,30}）|[①-⑳])+[，。；！？]|(?:之|以)?[后来]，"
)
"""Where words are quoted from, behind them, or what comes after them: “…”（同前第225页）。"""
_LEAST_TOLD = 4
"""Code points of somebody and a reporting word behind a comma: ，某某说."""
_WORD = 4
"""Code points of what people are called by one word."""
_LONGEST_THING = 8
"""Code points of a thing's name in marks."""


class DirectQuotes:
    """Finds direct quotes passage by passage, in order."""

    def __init__(
        self,
        passages: Sequence[Passage],
        sources: Sources,
        statements: Statements,
        lexicon: Lexicon,
        noted: Noted,
        *,
        is_paper: bool,
    ) -> None:
        self._is_paper = is_paper
        self._noted = noted
        self._sources = sources
        self._ahead = Ahead(passages, sources, lexicon)
        self._behind = Behind(sources, self._ahead, lexicon)
        self._unattributed = Unattributed(passages, sources, statements, self._ahead)
        self._worded = WordedSpeech(sources, self._ahead, self._behind)
        self._extents = Extents(passages)
        self._stop = frozenset(lexicon.stop_terms)

    def of(self, passage: Passage, statements: Sequence[Statement]) -> list[Speech]:
        """Direct quotes of one passage; ask passage by passage, from the first on."""
        found: list[Speech] = []
        for number, quoted in enumerate(passage.quotations):
            if self._extents.goes_on(passage, quoted):
                continue
            one = candidate(passage, number, tuple(found))
            if len(one.inner.strip()) < 2 or one.inner in self._stop:
                continue
            end, last = self._extents.end(passage, quoted)
            said = self._judged(one, statements)
            if said is None:
                continue
            said = _of_report(said, statements)
            said = said._replace(end=end, last_number=last)
            said = self._noted.attributed(said, passage)
            found.append(said)
            source = said.attribution.source
            if source is not None and source.name:
                self._sources.spoken.remember(passage, quoted.end - 1, source)
        return found

    def _judged(self, one: Candidate, statements: Sequence[Statement]) -> Speech | None:
        surveyed = self._worded.surveyed(one)
        if surveyed is not None:
            return surveyed
        asker = self._behind.asker(one.passage, one.quoted.end)
        if asker is not None:
            asked = Attribution(asker, "", None)
            return (
                None
                if asker.kind == "self"
                else speech(one.quoted, one.passage, asked, "direct.sentence", 0.85)
            )
        tail = self._behind.tail(one.passage, one.number)
        if is_term(one.passage, one.head, tail, one.inner):
            words = self._behind.someones_words(one.passage, tail)
            if words is None or not one.ends_sentence:
                return None
            return speech(one.quoted, one.passage, words, "direct.sentence", 0.8)
        found = (
            self._sentence(one) if one.holds_sentence else self._part(one, statements)
        )
        found = found or self._worded.by_itself(one)
        source = found and found.attribution.source
        if source is None and _POSTED.match(one.passage.masked, one.quoted.end):
            return None
        # What a paper puts over its paragraph is a motto, and nobody's speech.
        is_motto = self._is_paper and not one.head and not one.is_whole_paragraph
        is_known = source is not None and source.certainty >= SPEAKER_THRESHOLD
        return None if is_motto and not is_known else found

    def _sentence(self, one: Candidate) -> Speech | None:
        """A quotation that holds a whole sentence."""
        passage, quoted, head = one.passage, one.quoted, one.head
        if head.endswith("："):
            return self._after_colon(one)
        split = self._second_half(one)
        if split is not None:
            return split
        signed = self._unattributed.signed(one)
        if signed is not None:
            return speech(quoted, passage, signed, "direct.sentence", 0.85)
        ahead = self._ahead.of(passage, one.start, quoted.start) if head else None
        if (
            ahead is not None
            and head.endswith("，")
            and _is_led(ahead, passage.masked, quoted.start)
        ):
            return speech(quoted, passage, ahead, "direct.cue", 0.9)
        behind = self._named_behind(one)
        verse = is_verse(one.inner) and not SPOKEN.search(one.inner)
        calls = one.inner.endswith("！")
        if behind is not None and (behind.cue or calls or not verse):
            return speech(quoted, passage, behind, "direct.sentence", 0.95)
        if head:
            touches = head.endswith("，") or (
                ahead is not None
                and ahead.cue_span is not None
                and ahead.cue_span[1] >= quoted.start - 1
            )
            if ahead is not None and touches:
                return speech(quoted, passage, ahead, "direct.cue", 0.85)
            if not head.endswith(("，", "”", "—", "；")) and not FIRST_PERSON.search(
                one.inner
            ):
                return None
        return None if verse else self._unattributed.of(one)

    def _named_behind(self, one: Candidate) -> Attribution | None:
        """Who is named behind a quoted sentence, or was prompted to speak before it."""
        behind = self._behind.of(one.passage, one.number)
        if behind is None or behind.cue:
            return behind
        if _is_long_group(behind) and not is_todays(one.inner):
            return None
        prompted = self._unattributed.prompted(one.passage, one.quoted)
        return behind if one.head else prompted or behind

    def _after_colon(self, one: Candidate) -> Speech | None:
        passage, quoted, inner = one.passage, one.quoted, one.inner
        ahead = self._ahead.of(passage, one.start, quoted.start)
        is_whole = inner[-1:] in "。！？…，" or not quoted.is_closed
        if ahead is not None and ahead.source is not None and ahead.cue:
            score = 0.95 if is_whole or len(inner) > 5 else 0.55
            return speech(quoted, passage, ahead, "direct.colon", score)
        if not is_whole and ("，" not in inner or len(inner) < LEAST_WHOLE):
            return None
        called = self._called(one, whole=is_whole)
        if called is not None or not is_whole:
            return called or _of_nobody(one, ahead)
        spoken = self._sources.spoken.latest(passage, quoted.start, reach=1)
        cue = ahead.cue if ahead is not None else ""
        if spoken is not None and (
            cue
            or _SAID_A_LINE.search(one.head)
            or FIRST_PERSON.search(inner)
            or SPOKEN.search(inner)
        ):
            said = Attribution(spoken, cue or ":", None)
            return speech(quoted, passage, said, "direct.colon", 0.7)
        behind = self._behind.of(passage, one.number)
        if behind is not None and behind.source is not None and _closes(one, behind):
            return speech(quoted, passage, behind, "direct.sentence", 0.85)
        if cue or FIRST_PERSON.search(inner):
            said = Attribution(None, cue or ":", None)
            return speech(quoted, passage, said, "direct.colon", 0.6)
        return None

    def _called(self, one: Candidate, *, whole: bool) -> Speech | None:
        """Words behind a colon that somebody is named before without a reporting word."""
        passage, quoted = one.passage, one.quoted
        if whole and _READ.search(one.head):
            read = Attribution(None, ":", None)
            return speech(quoted, passage, read, "direct.colon", 0.5)
        colon = one.start + len(one.head) - 1
        source = self._sources.subject(passage, one.start, colon)
        if source is None and whole:
            source = self._sources.acting(passage, one.start, colon)
        if source is not None and _is_he(passage.masked, source.end, colon):
            source = source._replace(name="", start=colon, end=colon, kind="pronoun")
        is_mine = source is not None and _is_mine(passage.masked, source.start, colon)
        if source is not None and is_mine:
            source = source._replace(name="我", end=source.start + 1, certainty=0.7)
        kinds = ("person", "pronoun", "group")
        if source is None or not (is_mine or source.kind in kinds):
            return None
        at = quoted.start - 1
        said = Attribution(source, ":", (at, at + 1))
        return speech(quoted, passage, said, "direct.colon", 0.8 if whole else 0.6)

    def _part(self, one: Candidate, statements: Sequence[Statement]) -> Speech | None:
        """A quotation without a final mark inside: part of a sentence, or a term."""
        passage, quoted, inner = one.passage, one.quoted, one.inner
        end = in_a_row(passage, one.number)[-1].end
        ends_clause = (
            end >= len(passage.plain.rstrip())
            or passage.masked[end] in _ENDS_CLAUSE
            or _NOTE_ENDS_CLAUSE.match(passage.masked, quoted.end) is not None
        )
        split = self._second_half(one)
        if split is not None and len(inner) > 3 and ends_clause:
            return split
        if inner[-1] in "，、；—":
            named = self._broken_off(one)
            if named is not None or not one.head.endswith("："):
                return named
        if one.head.endswith("："):
            return None if _begins_clause(one) else self._after_colon(one)
        headed = self._announced(one) or (self._beside(one) if ends_clause else None)
        headed = headed or self._worded.headed(one) or self._worded.owned(one)
        if headed is not None:
            return headed
        ahead = self._ahead.of(passage, one.start, quoted.start)
        gap = (
            passage.masked[ahead.cue_span[1] : quoted.start]
            if ahead and ahead.cue_span
            else "？"
        )
        if (
            ahead is not None
            and (ahead.source is not None or ahead.cue == "写道")
            and ends_clause
            and is_led_to(ahead, gap, one)
        ):
            return speech(quoted, passage, ahead, "direct.cue", 0.75)
        if not one.head and len(inner) >= 5 and one.after != "、":
            behind = self._behind.of(passage, one.number)
            if (
                behind is not None
                and behind.cue
                and (one.after == "，" or FIRST_PERSON.search(inner))
            ):
                return speech(quoted, passage, behind, "direct.cue", 0.75)
        found = fragment(passage, quoted, inner, statements, ends_clause=ends_clause)
        retold = found and self._ahead.retold(passage, one.start, quoted.start)
        if found is not None and retold is not None:
            found = found._replace(attribution=retold)
        return found or self._by_itself(one, ends_clause=ends_clause)

    def _by_itself(self, one: Candidate, *, ends_clause: bool) -> Speech | None:
        """A quoted clause that no reporting word is near."""
        found = self._worded.apart(one) if ends_clause else None
        if found is None and self._is_paper:
            found = self._worded.cited(one)
        return found

    def _announced(self, one: Candidate) -> Speech | None:
        """A quoted clause that begins what was announced in the passage before."""
        if not one.begins_paragraph or len(one.inner) < LEAST_PART:
            return None
        said = self._unattributed.announced(one.passage)
        return said and speech(one.quoted, one.passage, said, "direct.colon", 0.8)

    def _beside(self, one: Candidate) -> Speech | None:
        """Words that touch somebody's: “…”“…”, which a writer has cut."""
        if one.since != "" or len(one.inner) < LEAST_PART:
            return None
        first = one.before[-1].attribution
        return speech(one.quoted, one.passage, first, "direct.cue", 0.7)

    def _broken_off(self, one: Candidate) -> Speech | None:
        """A quotation that breaks off, if it is told who speaks, or was before it."""
        named = self._behind.of(one.passage, one.number)
        if named is None and one.since == "":
            named = one.before[-1].attribution
        return named and speech(one.quoted, one.passage, named, "direct.split", 0.95)

    def _second_half(self, one: Candidate) -> Speech | None:
        """The rest of a quote split by naming its speaker: “…，”他说，“…。”, if it is."""
        between = one.since
        if between is None or not one.head.endswith(("，", "说", "道")):
            return None
        first = one.before[-1]
        source = first.attribution.source
        if self._behind.asker(one.passage, first.end) is not None:
            return None
        if not 2 <= len(between) <= 50 or "。" in between:
            return None
        span = first.attribution.cue_span
        inside = source is not None and first.end <= source.start < one.quoted.start
        if not inside and (span is None or span[0] < first.end):
            return None
        if span is not None and self._tells_of_another(one, span[1]):
            return None
        second = speech(
            one.quoted, one.passage, first.attribution, "direct.split", 0.95
        )
        return second._replace(follows=True)

    def _tells_of_another(self, one: Candidate, after: int) -> bool:
        """Whether who has spoken says next what somebody else says: “…”他说，某某常说，“…”."""
        text, begins = one.passage.masked, one.quoted.start
        if begins - after < _LEAST_TOLD:
            return False
        other = self._ahead.of(one.passage, after, begins)
        if other is None or other.source is None or other.cue_span is None:
            return False
        is_named = other.source.start >= after and text.startswith(
            other.source.name, other.source.start
        )
        return is_named and begins - other.cue_span[1] <= 1


def _of_report(said: Speech, statements: Sequence[Statement]) -> Speech:
    """Speech of nobody's, given to the person who is reported around it: 她说，…“…”.

    So is what stands behind all that is reported, though its last sentence is about others,
    and what whoever is reported says of somebody: 她说，某某在看房，“…”.
    """
    source, cue = said.attribution.source, said.attribution.cue
    if cue:
        return said
    for one in statements:
        is_around = one.start <= said.start < one.end + (source is not None)
        if source is not None and source.kind != "group":
            is_around = is_around and one.start <= source.start < said.start
        is_here = is_around and one.last_number == said.last_number
        if is_here and one.source.kind in ("person", "pronoun"):
            named = Attribution(one.source, one.cue, one.cue_span)
            return said._replace(attribution=named)
    return said


def _of_nobody(one: Candidate, ahead: Attribution | None) -> Speech | None:
    """Part of a sentence that a reporting word leads to whose subject nobody knows."""
    if ahead is None or ahead.cue_span is None:
        return None
    return speech(one.quoted, one.passage, ahead, "direct.colon", 0.55)


def _is_mine(text: str, start: int, colon: int) -> bool:
    """Whether whoever tells the text as 我 at a place says what follows a colon."""
    goes_on = text.rfind("，", start, colon) + 1
    return text.startswith("我", start) and (
        not goes_on or _THEN_SAYS.match(text, goes_on) is not None
    )


_POSTED = re.compile(
    "[^。！？“”]{0,40}(?:标语|横幅|招牌|宣传语|宣传栏|展板|大字|字样)(?![说道])"
)
"""What tells that words are read off a wall, right behind them: 墙上的标语格外醒目."""


def _is_he(text: str, start: int, colon: int) -> bool:
    """Whether 他 or 她 does something right before a colon, behind whoever is named.

    As in 有人问某某图什么，他嘿嘿一笑：, from behind the name on.
    """
    last = text.rfind("，", start, colon) + 1
    return last > 0 and text[last] in "他她"


def _closes(one: Candidate, behind: Attribution) -> bool:
    """Whether all that is told behind a quotation is who has spoken: 某某说 and a stop."""
    span = behind.cue_span
    return span is not None and one.passage.masked.startswith("。", span[1])


def _begins_clause(one: Candidate) -> bool:
    """Whether a few quoted words are a thing that the clause goes on with: “一号通道”运货."""
    is_thing = len(one.inner) <= _LONGEST_THING and "，" not in one.inner
    return is_thing and is_han(one.after)


def _is_long_group(behind: Attribution) -> bool:
    """Whether somebody is named by more than a word who only does something."""
    source = behind.source
    return (
        not behind.cue
        and source is not None
        and source.kind == "group"
        and len(source.name) > _WORD
    )


def _is_led(ahead: Attribution, text: str, start: int) -> bool:
    """Whether a reporting word and a comma stand right before a place: 某某回应，“…。”.

    As does 用某某的话说，.
    """
    if ahead.source is None or ahead.cue_span is None:
        return False
    gap = text[ahead.cue_span[1] : start]
    return gap.endswith("，") and not gap[:-1].strip("来说讲")
