"""Direct quotes: which quotations are speech, and whose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.attributions import Attribution, Attributions
from annotations.suggest.cues import base_of
from annotations.suggest.fragments import CLAUSE_LIKE, fragment
from annotations.suggest.passages import FINAL
from annotations.suggest.speech import speech
from annotations.suggest.terms import is_term
from annotations.suggest.unattributed import SPOKEN, Unattributed
from annotations.suggest.wording import FIRST_PERSON, is_speech, is_verse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.suggest.indirect import Statements
    from annotations.suggest.lexicon import Lexicon
    from annotations.suggest.passages import Passage, Quoted
    from annotations.suggest.sources import Sources
    from annotations.suggest.speech import Speech
    from annotations.suggest.statement import Statement

_SAID_A_LINE = re.compile(
    "(?:说|补|加|来|添|回|答|冒|丢|扔|蹦|憋|甩|撂|送)(?:了|出|上|下)*(?:这样|这么|这)?一?(?:句|声|番话|段话|席话)[^，。]{0,3}："
)
_ENDS_CLAUSE = frozenset("[。，；！？")
_LINK = re.compile("[，道地 ]*|的(?:那样|一样)?，")
"""What may stand between a cue and words that it introduces."""
_REACH = 12
_SAYS = frozenset("表示 称 说 坦言 直言 坚称 声称 回应 坚持 回答 回复 答复".split())
"""What has utterances behind it and no terms, as 提出 and 强调 have."""
_LEAST_SAID = 4
_LEAST_PART = 6
"""Code points quoted right behind one of them, and behind another reporting word."""

_LEAST_HEADED = 5
_LONGEST_HEAD = 50
"""Code points of what is quoted in a headline at least, and of a headline."""
_LEAST_APART = 8
"""Code points of a clause that is speech though no reporting word is beside it."""


class DirectQuotes:
    """Finds direct quotes passage by passage, in order."""

    def __init__(
        self,
        passages: Sequence[Passage],
        sources: Sources,
        statements: Statements,
        lexicon: Lexicon,
    ) -> None:
        self._passages = passages
        self._sources = sources
        self._unattributed = Unattributed(passages, sources, statements)
        self._attributions = Attributions(sources, lexicon)
        self._stop = frozenset(lexicon.stop_terms)
        self._taken: set[tuple[int, int]] = set()

    def of(self, passage: Passage, statements: Sequence[Statement]) -> list[Speech]:
        """Direct quotes of one passage; ask passage by passage, from the first on."""
        found: list[Speech] = []
        for number, quoted in enumerate(passage.quotations):
            if (passage.number, quoted.start) in self._taken:
                continue
            inner = quoted.inner(passage.plain)
            if len(inner.strip()) < 2 or inner in self._stop:
                continue
            end, last = self._end(passage, quoted)
            one = self._judged(passage, number, inner, statements, found)
            if one is None:
                continue
            found.append(one._replace(end=end, last_number=last))
            source = one.attribution.source
            if source is not None and source.name:
                self._sources.spoken.remember(passage, quoted.end, source)
        return found

    def _end(self, passage: Passage, quoted: Quoted) -> tuple[int, int]:
        """Where a quotation ends that may run on over the next passages."""
        if quoted.is_closed:
            return quoted.end, passage.number
        ahead = self._passages[passage.number + 1 : passage.number + 1 + _REACH]
        took: list[tuple[int, int]] = []
        for one in ahead:
            if not one.quotations:
                if passage.plain[quoted.start + 1 :].strip() and len(took) == 0:
                    closing = next((n for n in ahead[:3] if n.quotations), None)
                    if closing is None or closing.quotations[0].is_opened:
                        break
                continue
            first = one.quotations[0]
            begins = not one.plain[: first.start].strip()
            if first.is_opened and not begins:
                break
            took.append((one.number, first.start))
            if first.is_closed:
                self._taken.update(took)
                return first.end, one.number
        return quoted.end, passage.number

    def _judged(
        self,
        passage: Passage,
        number: int,
        inner: str,
        statements: Sequence[Statement],
        before: Sequence[Speech],
    ) -> Speech | None:
        quoted = passage.quotations[number]
        start, _ = passage.sentence_at(quoted.start)
        head = passage.masked[start : quoted.start].rstrip(" 　")
        is_final = inner.rstrip("’』 ")[-1:] in FINAL or inner.endswith(("—", "———"))
        tail = self._attributions.tail(passage, number)
        if is_term(passage, head, tail, inner):
            words = self._attributions.someones_words(passage, tail)
            if words is None or not is_final:
                return None
            return speech(quoted, passage, words, "direct.sentence", 0.8)
        if is_final or not quoted.is_closed or not quoted.is_opened:
            found = self._sentence(passage, number, head, start, inner, before)
        else:
            found = self._part(passage, number, head, start, inner, statements, before)
        return found or self._by_itself(passage, number, head, start, inner, before)

    def _sentence(
        self,
        passage: Passage,
        number: int,
        head: str,
        start: int,
        inner: str,
        before: Sequence[Speech],
    ) -> Speech | None:
        """A quotation that holds a whole sentence."""
        quoted = passage.quotations[number]
        if head.endswith("："):
            return self._after_colon(passage, quoted, head, start, inner)
        split = self._second_half(passage, quoted, head, before)
        if split is not None:
            return split
        behind = self._attributions.behind(passage, number)
        if behind is not None and not behind.cue and not head:
            behind = self._unattributed.prompted(passage, quoted) or behind
        verse = is_verse(inner) and not SPOKEN.search(inner)
        calls = inner.endswith("！")
        if behind is not None and (behind.cue or calls or not verse):
            return speech(quoted, passage, behind, "direct.sentence", 0.95)
        if head:
            ahead = self._attributions.ahead(passage, start, quoted.start)
            touches = head.endswith("，") or (
                ahead is not None
                and ahead.cue_span is not None
                and ahead.cue_span[1] >= quoted.start - 1
            )
            if ahead is not None and touches:
                return speech(quoted, passage, ahead, "direct.cue", 0.85)
            if not head.endswith(("，", "”", "—", "；")) and not FIRST_PERSON.search(
                inner
            ):
                return None
        return None if verse else self._unattributed.of(passage, quoted, inner, start)

    def _after_colon(
        self, passage: Passage, quoted: Quoted, head: str, start: int, inner: str
    ) -> Speech | None:
        ahead = self._attributions.ahead(passage, start, quoted.start)
        is_whole = inner[-1:] in "。！？…，" or not quoted.is_closed
        if ahead is not None and ahead.source is not None and ahead.cue:
            score = 0.95 if is_whole or len(inner) > 5 else 0.55
            return speech(quoted, passage, ahead, "direct.colon", score)
        if not is_whole:
            return None
        source = self._sources.subject(passage, start, start + len(head) - 1)
        at = quoted.start - 1
        if source is not None and source.kind in ("person", "pronoun", "group"):
            return speech(
                quoted,
                passage,
                Attribution(source, ":", (at, at + 1)),
                "direct.colon",
                0.8,
            )
        spoken = self._sources.spoken.latest(passage, quoted.start, reach=1)
        cue = ahead.cue if ahead is not None else ""
        if spoken is not None and (
            cue
            or _SAID_A_LINE.search(head)
            or FIRST_PERSON.search(inner)
            or SPOKEN.search(inner)
        ):
            return speech(
                quoted,
                passage,
                Attribution(spoken, cue or ":", None),
                "direct.colon",
                0.7,
            )
        if cue or FIRST_PERSON.search(inner):
            return speech(
                quoted,
                passage,
                Attribution(None, cue or ":", None),
                "direct.colon",
                0.6,
            )
        return None

    def _part(
        self,
        passage: Passage,
        number: int,
        head: str,
        start: int,
        inner: str,
        statements: Sequence[Statement],
        before: Sequence[Speech],
    ) -> Speech | None:
        """A quotation without a final mark inside: part of a sentence, or a term."""
        quoted = passage.quotations[number]
        after = passage.masked[quoted.end : quoted.end + 1]
        is_last = quoted.end >= len(passage.plain.rstrip())
        ends_clause = is_last or after in _ENDS_CLAUSE
        split = self._second_half(passage, quoted, head, before)
        if split is not None and len(inner) > 3 and ends_clause:
            return split
        if inner[-1] in "，、；—" or inner.endswith("——"):
            behind = self._attributions.behind(passage, number)
            return (
                None
                if behind is None
                else speech(quoted, passage, behind, "direct.split", 0.95)
            )
        if head.endswith("："):
            return self._after_colon(passage, quoted, head, start, inner)
        headed = self._headed(passage, quoted, head, start, inner)
        if headed is not None:
            return headed
        ahead = self._attributions.ahead(passage, start, quoted.start)
        gap = (
            passage.masked[ahead.cue_span[1] : quoted.start]
            if ahead and ahead.cue_span
            else "？"
        )
        if (
            ahead is not None
            and ahead.source is not None
            and _LINK.fullmatch(gap)
            and ends_clause
            and _may_be_said(ahead.cue, gap, inner)
        ):
            return speech(quoted, passage, ahead, "direct.cue", 0.75)
        if not head and len(inner) >= 5 and after != "、":
            behind = self._attributions.behind(passage, number)
            if (
                behind is not None
                and behind.cue
                and (after == "，" or FIRST_PERSON.search(inner))
            ):
                return speech(quoted, passage, behind, "direct.cue", 0.75)
        apart = self._apart(passage, quoted, head, start, inner)
        if apart is not None and ends_clause:
            return apart
        return fragment(passage, quoted, inner, statements, ends_clause=ends_clause)

    def _headed(
        self, passage: Passage, quoted: Quoted, head: str, start: int, inner: str
    ) -> Speech | None:
        """What a headline puts right behind a name: 某某“…”."""
        plain = passage.plain
        after = plain[quoted.end : quoted.end + 1]
        if (
            not head
            or len(inner) < _LEAST_HEADED
            or len(plain) > _LONGEST_HEAD
            or "。" in plain
            or (after and after not in " 　，！？")
        ):
            return None
        begins = max(
            start, *(plain.rfind(space, start, quoted.start) + 1 for space in " 　")
        )
        source = self._sources.subject(passage, begins, quoted.start)
        if source is None or source.kind != "person" or source.end != quoted.start:
            return None
        return speech(quoted, passage, Attribution(source, "", None), "direct.cue", 0.6)

    def _apart(
        self, passage: Passage, quoted: Quoted, head: str, start: int, inner: str
    ) -> Speech | None:
        """A quoted clause that stands by itself behind what somebody has said or does."""
        if len(inner) < _LEAST_APART or not CLAUSE_LIKE.search(inner):
            return None
        after = passage.masked[quoted.end : quoted.end + 1]
        source = None
        if not head and after == "。":
            source = self._sources.spoken.latest(passage, quoted.start)
        elif head.endswith("，") and FIRST_PERSON.search(inner):
            source = self._sources.subject(passage, start, quoted.start - 1)
        if source is None or source.kind not in ("person", "pronoun", "group"):
            return None
        return speech(
            quoted, passage, Attribution(source, "", None), "direct.sentence", 0.65
        )

    def _by_itself(
        self,
        passage: Passage,
        number: int,
        head: str,
        start: int,
        inner: str,
        before: Sequence[Speech],
    ) -> Speech | None:
        """A quotation that is speech by its wording, whoever speaks."""
        quoted = passage.quotations[number]
        between = _since(passage, quoted, before)
        says_more = (
            between is not None
            and not between.strip("；，")
            and len(inner) >= _LEAST_APART
        )
        if not is_speech(passage, number, inner, says_more=says_more):
            return None
        source = None
        if says_more:
            source = before[-1].attribution.source
        elif head.endswith(("，", "：")):
            source = self._sources.subject(passage, start, quoted.start - 1)
        if source is not None and source.kind == "self":
            return None
        if source is not None and source.kind == "paper":
            source = None
        return speech(
            quoted, passage, Attribution(source, "", None), "direct.sentence", 0.55
        )

    def _second_half(
        self, passage: Passage, quoted: Quoted, head: str, before: Sequence[Speech]
    ) -> Speech | None:
        """The rest of a quote split by naming its speaker: “…，”他说，“…。”, if it is."""
        between = _since(passage, quoted, before)
        if between is None or not head.endswith(("，", "说", "道")):
            return None
        first = before[-1]
        source = first.attribution.source
        if not 2 <= len(between) <= 50 or "。" in between:
            return None
        span = first.attribution.cue_span
        inside = source is not None and first.end <= source.start < quoted.start
        if not inside and (span is None or span[0] < first.end):
            return None
        second = speech(quoted, passage, first.attribution, "direct.split", 0.95)
        return second._replace(follows=True)


def _may_be_said(cue: str, gap: str, inner: str) -> bool:
    """Whether part of a sentence that a reporting word leads to is speech.

    Args:
        cue: the reporting word.
        gap: what stands between it and the quotation.
        inner: what is quoted.
    """
    if not gap and base_of(cue) in _SAYS:
        return len(inner) >= _LEAST_SAID
    return len(inner) >= _LEAST_PART and CLAUSE_LIKE.search(inner) is not None


def _since(passage: Passage, quoted: Quoted, before: Sequence[Speech]) -> str | None:
    """What stands between the speech before and a quotation; None if none ends here."""
    if not before or before[-1].last_number != passage.number:
        return None
    return passage.masked[before[-1].end : quoted.start]
