"""Direct quotes: which quotations are speech, and whose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from annotations.suggest.attributions import Attribution, Attributions
from annotations.suggest.names import COLLECTIVE, LAWS, SAYINGS, SIGNS
from annotations.suggest.source import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.suggest.indirect import Statement, Statements
    from annotations.suggest.lexicon import Lexicon
    from annotations.suggest.passages import Passage, Quoted
    from annotations.suggest.people import People
    from annotations.suggest.sources import Sources


class Speech(NamedTuple):
    """A direct quote; code points into the texts of its passages, marks included."""

    start: int
    end: int
    last_number: int
    """Number of the passage that ``end`` counts in."""
    attribution: Attribution
    rule: str
    score: float
    follows: bool = False
    """Whether it is the second part of the quote before, split by its speaker."""


_FINAL = frozenset("。！？…")
_VERSE = re.compile(
    "(?:[\u4e00-\u9fff]{4}，[\u4e00-\u9fff]{4}|[\u4e00-\u9fff]{5}，[\u4e00-\u9fff]{5}|[\u4e00-\u9fff]{7}，[\u4e00-\u9fff]{7})[。！；]"
)
"""Two clauses of one length: a couplet, a maxim."""
_SPEAKS_OF_ITSELF = re.compile("我|俺|咱")
_FIRST_PERSON = re.compile("我|俺|咱|你|您")
_SPOKEN = re.compile(
    "[吧呢啊啦嘛吗呀哦噢哟喽哪][，。！？…]|[吧呢啊啦嘛吗呀]$|^(?:好|行|对|是啊|没错|谢谢|不是)[，。！]"
)
_TERM_AFTER = re.compile(
    "的(?!话|时候，|是)|等(?!到|着|待|了)|之类|为题|为主题|为名|为代表|为口号|为主|这句|这样|这一|这种|这个|一词|一语|一类|[二两三四五六七八九十]个?(?:大)?字|字样|口号|标语|成为|成了|已成|变成|"
    "之[称名说声誉]|、"
)
_ONE_PERSON = re.compile("一[位名个][^，。；：的]{0,8}?" + COLLECTIVE)
_SAID_A_LINE = re.compile(
    "(?:说|补|加|来|添|回|答|冒|丢|扔|蹦|憋|甩|撂|送)(?:了|出|上|下)*(?:这样|这么|这)?一?(?:句|声|番话|段话|席话)[^，。]{0,3}："
)
_PROMPTS = re.compile(
    "劝|埋怨|抱怨|责怪|数落|打趣|催促|打听|追问|嘟囔|嚷嚷|嘱咐|叮嘱|念叨|吆喝|吓唬|取笑"
)
"""What tells that somebody spoke, but not in which words."""
_CLAUSE_LIKE = re.compile("[了是有能会要不没让把被可应该将就都也还得必需]|[，。！？]")
_GESTURE = re.compile("(?:$|[^，。]{0,14}[，。])")
_NOT_SAID = re.compile(
    "(?:所谓|叫做|叫作|称为|称作|称之为|誉为|名为|题为|取名|命名为|写有|简称|俗称|戏称|号称|视为|打造|推出|开展|实施|围绕|聚焦|以|从|用|靠|把|将|在|与|和|及|的|对|由|向|变|成|为|于|《|获|荣获|评为|作为|参加|举办|启动|推动|实现|坚持|落实)$"
)
_LEAST_FRAGMENT = 8
_REACH = 12


class DirectQuotes:
    """Finds direct quotes passage by passage, in order."""

    def __init__(
        self,
        passages: Sequence[Passage],
        people: People,
        sources: Sources,
        statements: Statements,
        lexicon: Lexicon,
    ) -> None:
        self._passages = passages
        self._people = people
        self._sources = sources
        self._statements = statements
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
            speech = self._judged(passage, number, inner, statements, found)
            if speech is None:
                continue
            speech = speech._replace(end=end, last_number=last)
            found.append(speech)
            source = speech.attribution.source
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
        is_final = inner.rstrip("’』 ")[-1:] in _FINAL or inner.endswith(("—", "———"))
        tail = self._attributions.tail(passage, number)
        if _is_term(passage, head, tail, inner):
            words = self._attributions.someones_words(passage, tail)
            if words is None or not is_final:
                return None
            return self._speech(quoted, passage, words, "direct.sentence", 0.8)
        if is_final or not quoted.is_closed or not quoted.is_opened:
            return self._sentence(passage, number, head, start, inner, before)
        return self._part(passage, number, head, start, inner, statements, before)

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
            behind = self._prompted(passage, quoted) or behind
        is_verse = _VERSE.fullmatch(inner) and not _SPOKEN.search(inner)
        if behind is not None and (behind.cue or not is_verse):
            return self._speech(quoted, passage, behind, "direct.sentence", 0.95)
        if head:
            ahead = self._attributions.ahead(passage, start, quoted.start)
            touches = head.endswith("，") or (
                ahead is not None
                and ahead.cue_span is not None
                and ahead.cue_span[1] >= quoted.start - 1
            )
            if ahead is not None and touches:
                return self._speech(quoted, passage, ahead, "direct.cue", 0.85)
            if not head.endswith(("，", "”", "—", "；")) and not _FIRST_PERSON.search(
                inner
            ):
                return None
        return None if is_verse else self._unattributed(passage, quoted, inner, start)

    def _after_colon(
        self, passage: Passage, quoted: Quoted, head: str, start: int, inner: str
    ) -> Speech | None:
        ahead = self._attributions.ahead(passage, start, quoted.start)
        is_whole = inner[-1:] in "。！？…，" or not quoted.is_closed
        if ahead is not None and ahead.source is not None and ahead.cue:
            score = 0.95 if is_whole or len(inner) > 5 else 0.55
            return self._speech(quoted, passage, ahead, "direct.colon", score)
        if not is_whole:
            return None
        source = self._sources.subject(passage, start, start + len(head) - 1)
        at = quoted.start - 1
        if source is not None and source.kind in ("person", "pronoun", "group"):
            return self._speech(
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
            or _FIRST_PERSON.search(inner)
            or _SPOKEN.search(inner)
        ):
            return self._speech(
                quoted,
                passage,
                Attribution(spoken, cue or ":", None),
                "direct.colon",
                0.7,
            )
        if cue or _FIRST_PERSON.search(inner):
            return self._speech(
                quoted,
                passage,
                Attribution(None, cue or ":", None),
                "direct.colon",
                0.6,
            )
        return None

    def _unattributed(
        self, passage: Passage, quoted: Quoted, inner: str, start: int
    ) -> Speech | None:
        """A quoted sentence whose speaker stands further off, if anywhere."""
        announced = self._statements.announced.get(passage.number)
        if announced is not None and not passage.plain[: quoted.start].strip():
            source, cue, _, _ = announced
            return self._speech(
                quoted, passage, Attribution(source, cue, None), "direct.colon", 0.9
            )
        spoken = self._named_since(passage, quoted, start)
        if spoken is None:
            spoken = self._sources.spoken.latest(passage, quoted.start)
        if start < quoted.start:
            here = self._sources.subject(passage, start, quoted.start)
            spoken = here if here is not None and here.kind == "person" else spoken
        if spoken is not None:
            return self._speech(
                quoted, passage, Attribution(spoken, "", None), "direct.sentence", 0.8
            )
        is_speech = bool(_SPEAKS_OF_ITSELF.search(inner) or _SPOKEN.search(inner))
        if not quoted.is_opened:
            return self._speech(
                quoted, passage, Attribution(None, "", None), "direct.sentence", 0.6
            )
        near = self._in_front(passage, quoted, start)
        if near is not None:
            score = 0.75 if is_speech else 0.55 if near.certainty >= 0.7 else 0.4
            return self._speech(
                quoted, passage, Attribution(near, "", None), "direct.sentence", score
            )
        if is_speech:
            spoken = self._sources.spoken.latest(passage, quoted.start, reach=2)
            if spoken is None:
                spoken = self._sources.pronouns.antecedent(passage, quoted.start)
            if spoken is not None:
                spoken = spoken._replace(certainty=0.55)
            return self._speech(
                quoted, passage, Attribution(spoken, "", None), "direct.sentence", 0.6
            )
        return None

    def _prompted(self, passage: Passage, quoted: Quoted) -> Attribution | None:
        """Who spoke in the sentence before, which does not say what (有人劝他走)."""
        sentence = next(
            (one for one in passage.sentences if one[1] == quoted.start), None
        )
        if sentence is None or self._sources.spoken.has_spoken(passage, *sentence):
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
        before = [one.end for one in passage.quotations if one.end <= quoted.start]
        sentence = next(
            (one for one in reversed(passage.sentences) if one[1] <= start), None
        )
        if (
            sentence is None
            or (before and sentence[0] < before[-1])
            or self._sources.spoken.has_spoken(passage, *sentence)
        ):
            return None
        source = self._sources.subject(passage, sentence[0], sentence[1] - 1)
        if source is None or source.kind not in ("person", "pronoun", "group"):
            return None
        return source._replace(certainty=min(source.certainty, 0.75))

    def _in_front(self, passage: Passage, quoted: Quoted, start: int) -> Source | None:
        """The person whom the same sentence or the one before is about."""
        masked = passage.masked
        if start < quoted.start:
            source = self._sources.subject(passage, start, quoted.start)
            if source is not None and source.kind in ("person", "pronoun", "group"):
                return source._replace(certainty=source.certainty - 0.1)
        earlier = [one for one in passage.sentences if one[1] <= start]
        for first, last in reversed(earlier[-2:]):
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
        ends_clause = after in (
            "",
            "[",
            "。",
            "，",
            "；",
            "！",
            "？",
        ) or quoted.end >= len(passage.plain.rstrip())
        split = self._second_half(passage, quoted, head, before)
        if split is not None and len(inner) > 3 and ends_clause:
            return split
        if inner[-1] in "，、；—" or inner.endswith("——"):
            behind = self._attributions.behind(passage, number)
            return (
                None
                if behind is None
                else self._speech(quoted, passage, behind, "direct.split", 0.95)
            )
        if head.endswith("："):
            return self._after_colon(passage, quoted, head, start, inner)
        ahead = self._attributions.ahead(passage, start, quoted.start)
        gap = (
            passage.masked[ahead.cue_span[1] : quoted.start]
            if ahead and ahead.cue_span
            else "？"
        )
        if (
            ahead is not None
            and ahead.source is not None
            and gap.strip("，道地 ") == ""
            and ends_clause
            and len(inner) >= 6
            and _CLAUSE_LIKE.search(inner)
        ):
            return self._speech(quoted, passage, ahead, "direct.cue", 0.75)
        if not head and len(inner) >= 5 and after != "、":
            behind = self._attributions.behind(passage, number)
            if (
                behind is not None
                and behind.cue
                and (after == "，" or _FIRST_PERSON.search(inner))
            ):
                return self._speech(quoted, passage, behind, "direct.cue", 0.75)
        return self._fragment(
            passage, quoted, inner, statements, ends_clause=ends_clause
        )

    def _fragment(
        self,
        passage: Passage,
        quoted: Quoted,
        inner: str,
        statements: Sequence[Statement],
        *,
        ends_clause: bool,
    ) -> Speech | None:
        """A clause quoted word for word inside a reported statement."""
        for one in statements:
            if (
                not one.start <= quoted.start < one.end
                or one.last_number != passage.number
            ):
                continue
            stands_apart = passage.masked[quoted.start - 1] == "，"
            is_clause = len(inner) >= _LEAST_FRAGMENT and (
                stands_apart or _CLAUSE_LIKE.search(inner)
            )
            if (
                is_clause
                and ends_clause
                and not _NOT_SAID.search(passage.masked[: quoted.start].rstrip("在于"))
            ):
                attribution = Attribution(one.source, one.cue, one.cue_span)
                return self._speech(
                    quoted, passage, attribution, "direct.fragment", 0.55
                )
        return None

    def _second_half(
        self, passage: Passage, quoted: Quoted, head: str, before: Sequence[Speech]
    ) -> Speech | None:
        """The rest of a quote split by naming its speaker: “…，”他说，“…。”, if it is."""
        if not before or not head.endswith(("，", "说", "道")):
            return None
        first = before[-1]
        between = passage.masked[first.end : quoted.start]
        source = first.attribution.source
        if (
            first.last_number != passage.number
            or not 2 <= len(between) <= 50
            or "。" in between
        ):
            return None
        span = first.attribution.cue_span
        inside = source is not None and first.end <= source.start < quoted.start
        if not inside and (span is None or span[0] < first.end):
            return None
        speech = self._speech(quoted, passage, first.attribution, "direct.split", 0.95)
        return speech._replace(follows=True)

    def _speech(
        self,
        quoted: Quoted,
        passage: Passage,
        attribution: Attribution,
        rule: str,
        score: float,
    ) -> Speech:
        return Speech(
            quoted.start, quoted.end, passage.number, attribution, rule, score
        )


def _is_term(passage: Passage, head: str, tail: tuple[int, int], inner: str) -> bool:
    """Whether the words around say that it is a term, a title, a law or a saying."""
    after = passage.masked[tail[0] : tail[0] + 8]
    is_final = inner[-1:] in _FINAL
    if SAYINGS.search(head[-16:]) and not re.search("说起|笑", head[-8:]):
        return True
    if LAWS.search(head[-60:].rstrip("：，")):
        return True
    if SIGNS.search(head.rstrip("：，")) and not re.search(
        "[信里中本文日记][^，]{0,6}写[着道下]", head
    ):
        return True
    if not is_final and re.match("，(?:这句|这一|这是|是|这话)", after):
        return True
    is_introduced = is_final and head.endswith("：")
    if _TERM_AFTER.match(after) and not is_introduced:
        return True
    return (
        not is_final
        and _NOT_SAID.search(head) is not None
        and not head.endswith("在于")
    )
