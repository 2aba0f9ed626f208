"""Further statements: what else one sentence reports, and the one inside another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.cues import DOCUMENTARY, base_of
from annotations.suggest.indirect.pointing import points_out
from annotations.suggest.indirect.statement import is_share, stated
from annotations.suggest.indirect.stating import may_state

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.suggest.cues import Cue
    from annotations.suggest.indirect.statement import Statement
    from annotations.suggest.passages import Passage
    from annotations.suggest.sources.source import Source
    from annotations.suggest.sources.sources import Sources

_SAYING_MORE = frozenset(
    "表示 强调 指出 指 认为 说 称 透露 呼吁 坦言 重申 直言 承认 否认 宣布 警告 补充 坚称 表态 推定 推断 推测 断定 设想 发出警告 发出警示".split()
)
"""What says more of what somebody has begun to say."""
_TOLD_OTHERWISE = _SAYING_MORE | frozenset(
    "预计 预测 担心 担忧 告诉 回应 反驳 指责 批评 谴责 抗议 驳斥 主张".split()
)
_MORE = re.compile(
    "[，；](?:(?:但|而|同时|此外|另外)，?)?(?:(?P<who>他|她)?后?(?:也|又|并且?|还|同时|则|并还|或者?){1,2}(?:特别|进一步|再次|一再|多次|明确|同时|公开|着重)?|(?:(?:\\d{4}年)?(?:\\d{1,2}月)?(?:\\d{1,2}日)?|后来|随后)(?P<he>[他她])(?:在[^，。；：]{2,14}[时中上]|更加?|尤其|则|又|特别|进一步|再次|一再|多次|明确|公开)?|(?:此前|早前)其|但)\\Z|；\\Z"
)
_LONGEST_LEAD = 24
"""Code points that may lead from a comma to a reporting word that says more."""
_CORRELATIVE = re.compile("除了?|不仅|不但|不光|既")
"""What a 还 behind it only answers: 除了…外，还认为…."""
_TOO = re.compile("，(?:[^，；：]{2,16}也|(?:还有)?[\\d.]+[%％]的[^，；：]{2,12})\\Z")
"""Somebody else who says something as well: ，某某也认为."""
_BUT_OTHER = re.compile("，(?=(?:但|而|不过|然而)是?[^，：；已曾]{2,24}\\Z)")
"""Somebody else who says otherwise: ，但某某告诉记者. What they have said is only told of."""
_CLAUSE_MARK = re.compile("[，：]")
_MADE_TO = re.compile("[使让令]")
"""What makes somebody else think what is thought: 使某某相信."""
_HEARD = ("body", "group")
_NEWS = ("报道", "称", "消息", "披露")
"""How the press is quoted, which quotes somebody itself."""
_ITS_OWN = re.compile("其(?:在[^，。；：]{2,14}[中上里])?\\Z")
"""Where a body that a reporter learnt something from says it: 获悉，其在一份报告中表示，."""
_PRAISED = frozenset("称赞 赞扬 批评 指责 谴责 驳斥 提到 提及 谈到 谈及".split())
"""What is done to somebody before it is said what is thought of them: 称赞某某，认为…."""
_MATTER = re.compile("(?:针对|对于?|就|关于|面对|在|当|随着)[^，]*，")
"""What is spoken of, before whoever speaks."""
_PUT_FORWARD = re.compile("[^，。；：]{2,24}(?=：)")
"""A thing that is put forward, before what it is: 并提出…的策略：…."""
_SPEECH = re.compile("[，：]“")
_LEAST_BEFORE = 4
"""Code points that somebody has said before somebody else is heard."""


def _leads_to(source: Source | None, start: int, lead: str) -> bool:
    """Whether a first clause tells on what somebody speaks, or what they do before."""
    does_first = source is not None and source.start - start < lead.index("，")
    return does_first or _MATTER.match(lead) is not None


class Further:
    """Takes a statement of one sentence apart."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources

    def _inner(
        self, passage: Passage, statement: Statement, cues: Sequence[Cue]
    ) -> Statement:
        """The person's statement that a body's consists of: 声明称，某某表示，….

        Who is quoted in a body's statement is who an analyst asks for.
        """
        passes_on = statement.rule == "indirect.according-to"
        if statement.source.kind not in ("body", "paper") and not passes_on:
            return statement
        is_news = passes_on and statement.cue in _NEWS
        start, end = statement.start, statement.end
        for cue in cues:
            lead = passage.masked[start : cue.start]
            if not start < cue.start < end or lead.count("，") > passes_on:
                continue
            source = self._sources.subject(passage, start, cue.start)
            is_own = passes_on and _ITS_OWN.match(lead) is not None
            source = statement.source if is_own else source
            if "，" in lead and not _leads_to(source, start, lead):
                continue
            if (
                source is not None
                and (
                    is_own
                    or source.kind == "person"
                    or (is_news and source.kind in _HEARD)
                )
                and not _MADE_TO.search(passage.masked, start, cue.start)
                and (passes_on or cue.base not in DOCUMENTARY)
                and may_state(passage.masked, cue, start, end)
            ):
                inner = stated(
                    passage, cue.end, end, source, cue.word, (cue.start, cue.end),
                    "indirect.cue", 0.85, statement.clause_start,
                )  # fmt: skip
                return inner or statement
        return statement

    def parts(
        self, passage: Passage, statement: Statement, cues: Sequence[Cue], end: int
    ) -> list[Statement]:
        """A statement of one sentence, parted where its speaker says more: ，他还强调…."""
        parts = [_thought_of(passage, self._inner(passage, statement, cues), cues)]
        text = passage.masked
        for cue in cues:
            if not parts[-1].start < cue.start < end:
                continue
            near = max(parts[-1].start, cue.start - _LONGEST_LEAD)
            begins = _MORE.search(text, near, cue.start)
            if begins is not None and _CORRELATIVE.search(
                text, parts[-1].start, begins.start()
            ):
                continue
            if begins is None:
                quoted = self._speech_behind(passage, parts[-1], cue)
                if quoted:
                    parts[-1] = parts[-1]._replace(end=quoted)
                    break
                other = self._other(passage, parts[-1], cue, end)
                if other is not None:
                    parts[-1] = parts[-1]._replace(end=other.clause_start - 1)
                    parts.append(other)
                continue
            put = _PUT_FORWARD.match(text, cue.end) if cue.base == "提出" else None
            if put is None and (
                cue.base not in _SAYING_MORE
                or not may_state(text, cue, begins.start() + 1, end)
            ):
                continue
            source = parts[-1].source
            if begins["who"] or begins["he"]:
                source = (
                    self._sources.subject(passage, begins.start() + 1, cue.start)
                    or source
                )
            more = stated(
                passage, put.end() if put else cue.end, end, source, cue.word,
                (cue.start, cue.end), "indirect.cue", 0.85, begins.start() + 1,
            )  # fmt: skip
            if more is not None:
                parts[-1] = parts[-1]._replace(end=min(parts[-1].end, begins.start()))
                parts.append(more)
        return parts

    def _speech_behind(
        self, passage: Passage, before: Statement, cue: Cue
    ) -> int | None:
        """The semicolon behind which somebody else speaks in marks: ；某某说，“…."""
        text = passage.masked
        if _SPEECH.match(text, cue.end) is None:
            return None
        mark = text.rfind("；", before.start + _LEAST_BEFORE, cue.start)
        if mark < 0 or _CLAUSE_MARK.search(text, mark + 1, cue.start):
            return None
        source = self._sources.subject(passage, mark + 1, cue.start)
        is_other = source is not None and source.kind in ("person", "group", "body")
        return mark if is_other else None

    def _other(
        self, passage: Passage, before: Statement, cue: Cue, end: int
    ) -> Statement | None:
        """What somebody else says behind a semicolon: ；某某则认为….

        Args:
            passage: where the sentence stands.
            before: the statement that would go on.
            cue: a reporting word inside it.
            end: where the sentence ends.
        """
        text = passage.masked
        mark = text.rfind("；", before.start + _LEAST_BEFORE, cue.start)
        too = _TOO.search(text, before.start + _LEAST_BEFORE, cue.start)
        is_answer = (
            too is not None
            and not {"%", "％"}.isdisjoint(too.group())
            and is_share(text, before.source.start)
        )
        if too is not None and (is_answer or cue.base in _SAYING_MORE):
            mark = too.start()
        but = _BUT_OTHER.search(text, before.start + _LEAST_BEFORE, cue.start)
        if but is not None and cue.base in _TOLD_OTHERWISE:
            mark = but.start()
        if mark < 0 or _CLAUSE_MARK.search(text, mark + 1, cue.start):
            return None
        if not may_state(text, cue, mark + 1, end):
            return None
        source = self._sources.subject(passage, mark + 1, cue.start)
        if source is None or source.kind in ("self", "paper"):
            return None
        if not points_out(text, cue, source):
            return None
        return stated(
            passage, cue.end, end, source, cue.word, (cue.start, cue.end),
            "indirect.cue", 0.8, mark + 1,
        )  # fmt: skip


def _thought_of(
    passage: Passage, statement: Statement, cues: Sequence[Cue]
) -> Statement:
    """What somebody says of what they praise or bring up: 称赞某某，认为…."""
    if base_of(statement.cue) not in _PRAISED:
        return statement
    comma = passage.masked.find("，", statement.start, statement.end)
    said = next((one for one in cues if one.start == comma + 1), None)
    if comma < 0 or said is None or said.base not in _SAYING_MORE:
        return statement
    return (
        stated(
            passage, said.end, statement.end, statement.source, said.word,
            (said.start, said.end), statement.rule, statement.score, statement.clause_start,
        )
        or statement
    )  # fmt: skip
