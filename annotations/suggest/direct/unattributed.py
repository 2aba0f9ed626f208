"""Quoted sentences whose speaker stands further off, if anywhere."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from annotations.suggest.direct.attribution import Attribution
from annotations.suggest.direct.speech import speech
from annotations.suggest.direct.wording import in_a_row
from annotations.suggest.names.words import COLLECTIVE, OF_MINE
from annotations.suggest.rules import SPEAKER_THRESHOLD
from annotations.suggest.sources.source import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.suggest.direct.ahead import Ahead
    from annotations.suggest.direct.candidate import Candidate
    from annotations.suggest.direct.speech import Speech
    from annotations.suggest.indirect.statements import Statements
    from annotations.suggest.passages import Passage, Quoted
    from annotations.suggest.sources.sources import Sources

_SPEAKS_OF_ITSELF = re.compile("我|俺|咱")
SPOKEN = re.compile(
    "[吧呢啊啦嘛吗呀哦噢哟喽哪][，。！？…]|[吧呢啊啦嘛吗呀]$|^(?:好|行|对|是啊|没错|谢谢|不是)[，。！]|不是[^，。]{1,8}，[就而]?是"
)
_ONE_PERSON = re.compile("一[位名个][^，。；：的]{0,8}?" + COLLECTIVE)
_PROMPTS = re.compile(
    "劝|埋怨|抱怨|责怪|数落|打趣|催促|打听|追问|嘟囔|嚷嚷|嘱咐|叮嘱|念叨|吆喝|吓唬|取笑"
)
"""What tells that somebody spoke, but not in which words."""

_MINE = re.compile(
    "(?:\\A|(?<=[，。；：！？”…\\s]))(?P<who>我)"
    f"(?![们的]|{OF_MINE})[^，。；：]{{2,20}}，\\Z"
)
"""What whoever tells the story as 我 does right before they speak: 我直奔问题，“…？”."""
_VOICE = re.compile(
    "(?:传[来出]|响起|爆发出|听[到见])了?[^，。；：]{0,8}(?:声|声音|呼喊|叫喊|喊叫|嗓音|歌谣)，?\\Z"
)
"""A voice of nobody's: 楼下传来喊叫声，“…！”."""
_ENDING = frozenset("。！？…”：；，")
_PAUSES = re.compile("[，。！？；：…]")
_LONGEST_NARRATED = 10
"""Code points of a group that does something without speaking; more is no name."""
_ONE = tuple("一位 一名 另一位 另一名 有位 有名".split())
"""What whoever comes up for the first time is called with."""
_ASKERS = ("记者", "主持人", "提问者")
_SIGNED = 3
"""Passages below a quoted one that may hold who has signed it."""
_LONG = 15
"""Code points from which a paragraph in quotation marks is speech and no motto."""
_SCENE = 8
"""Passages back in which somebody has spoken whom reporters ask."""


def _is_alone(one: Candidate) -> bool:
    """Whether a quotation is a whole paragraph, or follows another without a word."""
    before = one.passage.quotation_before(one.quoted.start)
    touches = before is not None and before.end == one.quoted.start
    return touches or (one.is_whole_paragraph and len(one.inner) >= _LONG)


def _of_nobody(one: Candidate) -> Speech:
    nobody = Attribution(None, "", None)
    return speech(one.quoted, one.passage, nobody, "direct.sentence", 0.6)


def _is_answered(one: Candidate) -> bool:
    """Whether a quotation is of a row that two say in turn, and nobody leads to: “…？”“…。”."""
    row = in_a_row(one.passage, one.number)
    if any(said.start == row[0].start and said.attribution.cue for said in one.before):
        return False
    asks = [quoted.inner(one.passage.plain)[-1:] == "？" for quoted in row]
    return any(asked and not later for asked, later in pairwise(asks))


class Unattributed:
    """Finds who speaks a quotation that nothing beside it attributes."""

    def __init__(
        self,
        passages: Sequence[Passage],
        sources: Sources,
        statements: Statements,
        ahead: Ahead,
    ) -> None:
        self._passages = passages
        self._sources = sources
        self._statements = statements
        self._ahead = ahead

    def signed(self, one: Candidate) -> Attribution | None:
        """Who has signed a quoted paragraph in the lines below: ——某公司经理某某."""
        if not one.is_whole_paragraph:
            return None
        number = one.passage.number
        below = self._passages[number + 1 : number + 1 + _SIGNED]
        if not below or not below[0].plain.lstrip().startswith("——"):
            return None
        for line in below:
            text = line.plain.rstrip()
            start = len(text) - len(text.lstrip(" 　—"))
            source = self._sources.subject(line, start, len(text))
            if source is not None and source.kind == "person":
                return Attribution(source, "", None)
        return None

    def announced(self, passage: Passage) -> Attribution | None:
        """Who was announced at the end of the passage before: 作出部署：."""
        found = self._statements.announced.get(passage.number)
        return found and Attribution(found[0], found[1], None)

    def of(self, one: Candidate) -> Speech | None:
        """A quoted sentence whose speaker stands further off, if anywhere."""
        if _VOICE.search(one.head) or _is_answered(one):
            return _of_nobody(one)
        passage, quoted, inner, start = one.passage, one.quoted, one.inner, one.start
        known = self._known(passage, quoted, start)
        if known is not None:
            source, cue, rule, score = known
            return speech(quoted, passage, Attribution(source, cue, None), rule, score)
        is_speech = bool(_SPEAKS_OF_ITSELF.search(inner) or SPOKEN.search(inner))
        if not quoted.is_opened:
            # Without a pause it is a name that has lost its opening mark: 立体土地”的探讨.
            return _of_nobody(one) if _PAUSES.search(inner) else None
        near = self._in_front(passage, quoted, start)
        if near is not None:
            least = 0.65 if "，" in inner and start < quoted.start else 0.7
            score = 0.75 if is_speech else 0.55 if near.certainty >= least else 0.4
            return speech(
                quoted, passage, Attribution(near, "", None), "direct.sentence", score
            )
        if is_speech or _is_alone(one):
            spoken = self._sources.spoken.latest(passage, quoted.start, reach=2)
            if spoken is None:
                spoken = self._sources.pronouns.antecedent(passage, quoted.start)
            if spoken is not None:
                is_near = passage.number - spoken.passage_number <= 1
                is_same = is_near and not self._after_heading(passage)
                spoken = spoken._replace(certainty=0.55 if is_same else 0.4)
            goes_on = self._going_on(one)
            if goes_on and (spoken is None or spoken.certainty < SPEAKER_THRESHOLD):
                return speech(quoted, passage, goes_on, "direct.sentence", 0.65)
            return speech(
                quoted, passage, Attribution(spoken, "", None), "direct.sentence", 0.6
            )
        goes_on = self._going_on(one)
        return goes_on and speech(quoted, passage, goes_on, "direct.sentence", 0.6)

    def _going_on(self, one: Candidate) -> Attribution | None:
        """Who the paragraph behind a quoted one begins with: “…。” 某某解释说，…."""
        below = self._passages[one.passage.number + 1 :][:1]
        if not below or not one.is_whole_paragraph:
            return None
        return self._ahead.opening(below[0])

    def _after_heading(self, passage: Passage) -> bool:
        """Whether the passage before ends in no mark: something new begins here."""
        before = self._passages[passage.number - 1].plain.rstrip()
        return passage.number > 0 and before[-1:] not in _ENDING

    def _known(
        self, passage: Passage, quoted: Quoted, start: int
    ) -> tuple[Source, str, str, float] | None:
        """Speaker, cue, rule and score where the text before leaves little doubt."""
        if not passage.plain[: quoted.start].strip():
            announced = self.announced(passage)
            if announced is not None and announced.source is not None:
                return announced.source, announced.cue, "direct.colon", 0.9
            before = self._passages[passage.number - 1] if passage.number else passage
            led = self._ahead.led_to_by(before, 0, len(before.plain.rstrip()))
            if led is not None and led.source is not None:
                return led.source, led.cue, "direct.colon", 0.85
        mine = _MINE.search(passage.masked, start, quoted.start)
        if mine is not None:
            me = Source("我", *mine.span("who"), "", 0.7, "self", passage.number)
            return me, "", "direct.sentence", 0.7
        answers = self._answering(passage, quoted)
        if answers is not None:
            return answers, "", "direct.sentence", 0.75
        spoken = self._named_since(passage, quoted, start)
        if spoken is None:
            spoken = self._sources.spoken.latest(passage, quoted.start)
        if start < quoted.start:
            here = self._sources.subject(passage, start, quoted.start)
            is_named = here is not None and (
                here.kind == "person" or here.name.startswith(_ONE)
            )
            spoken = here if is_named else spoken
        return None if spoken is None else (spoken, "", "direct.sentence", 0.8)

    def _answering(self, passage: Passage, quoted: Quoted) -> Source | None:
        """Who answers what a reporter has asked right before, if somebody was asked."""
        if passage.plain[: quoted.start].strip():
            return None
        asker = self._sources.spoken.latest(passage, quoted.start, reach=1)
        if asker is None or not asker.name.endswith(_ASKERS):
            return None
        others = (
            one
            for number, _, one in self._sources.spoken.backwards()
            if passage.number - number <= _SCENE and not one.name.endswith(_ASKERS)
        )
        answers = next(others, None)
        return answers and answers._replace(
            certainty=0.7,
            start=asker.start,
            end=asker.end,
            passage_number=asker.passage_number,
        )

    def prompted(self, passage: Passage, quoted: Quoted) -> Attribution | None:
        """Who spoke in the sentence before, which does not say what (有人劝他走)."""
        sentence = next(reversed(passage.sentences_before(quoted.start)), None)
        if sentence is None or sentence[1] < quoted.start:
            return None
        if self._sources.spoken.has_spoken(passage, *sentence):
            return None
        prompt = _PROMPTS.search(passage.masked, *sentence)
        if prompt is None:
            return None
        source = self._sources.subject(passage, sentence[0], prompt.start())
        if source is None or source.kind == "self":
            return None
        return Attribution(source, "", None)

    def _named_since(
        self, passage: Passage, quoted: Quoted, start: int
    ) -> Source | None:
        """Whom the sentence before is about, if it stands after the last quotation."""
        before = passage.quotation_before(quoted.start)
        sentence = next(reversed(passage.sentences_before(start)), None)
        if (
            sentence is None
            or (before is not None and sentence[0] < before.end)
            or self._sources.spoken.has_spoken(passage, *sentence)
        ):
            return None
        source = self._sources.subject(passage, sentence[0], sentence[1] - 1)
        if source is None or source.kind not in ("person", "pronoun", "group"):
            return None
        if source.kind == "group" and len(source.name) > _LONGEST_NARRATED:
            return None
        return source._replace(certainty=min(source.certainty, 0.75))

    def _in_front(self, passage: Passage, quoted: Quoted, start: int) -> Source | None:
        """The person whom the same sentence or the one before is about."""
        masked = passage.masked
        if start < quoted.start:
            source = self._sources.subject(passage, start, quoted.start)
            if source is not None and source.kind in ("person", "pronoun", "group"):
                return source._replace(certainty=source.certainty - 0.1)
        for first, last in reversed(passage.sentences_before(start)):
            if masked[first] == "“":
                continue
            source = self._sources.subject(passage, first, last - 1)
            if source is not None and source.kind in ("person", "pronoun"):
                return source._replace(certainty=0.7)
            phrase = _ONE_PERSON.search(masked[first:last])
            if phrase is not None:
                return Source(
                    phrase.group(), first + phrase.start(), first + phrase.end(), "", 0.6,
                    "group", passage.number,
                )  # fmt: skip
        return None
