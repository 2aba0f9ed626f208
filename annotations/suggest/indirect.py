"""Indirect statements: what a text reports in its own words, and of whom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from annotations.suggest.citations import citation
from annotations.suggest.cues import DOCUMENTARY, THOUGHT, cues, statement_pattern
from annotations.suggest.source import Source
from annotations.text.punctuation import HEADING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.suggest.cues import Cue
    from annotations.suggest.lexicon import Lexicon
    from annotations.suggest.passages import Passage
    from annotations.suggest.people import People
    from annotations.suggest.sources import Sources


class Statement(NamedTuple):
    """A reported statement in one passage, code points into its text."""

    start: int
    end: int
    source: Source
    cue: str
    cue_span: tuple[int, int]
    rule: str
    score: float
    last_number: int
    """Number of the passage that ``end`` counts in; its own unless announced."""
    clause_start: int
    """Where the sentence begins that names the source."""


_FRAME = re.compile("[据按从看眼心印]")
"""One of these has every frame."""
_EYES_CUE = re.compile("(?:看来|眼[里中]|心[中里]|印象中)，")
_EYES = re.compile(
    "(?:\\A|(?<=[，；。：！？”\\s]))(?P<lead>[^，。；]{0,8}?)(?P<in>在)?(?P<who>[^，。；：”]{1,60}?)(?P<cue>看来|眼里|眼中|心中|心里|的印象中)(?=，)"
)
_THEIR_ACCOUNT = re.compile(
    "据(?:其|他|她)(?P<cue>介绍|交代|供述|回忆|透露|反映|描述|讲述|称|说)(?=，)"
)
_ACCORDING = re.compile(
    "(?:另|又|而)?(?P<by>据|根据|依据|按照|按)(?P<who>[^，。；：]{2,60}?)(?P<cue>介绍|透露|统计|测算|估算|估计|报道|分析|预测|预计|披露|通报|反映|"
    "回忆|描述|消息|说法|推算|证实|称|说|了解|记载|观察|调查|监测)?(?P<mark>，)"
)
_LEARNT = re.compile(
    "(?:[^，。；：]{0,10}记者)?(?:日前|近日|昨日|今天|\\d+日)?从(?P<who>[^，。；：]{2,30}?)(?:日前|近日|昨日|今天)?(?P<cue>获悉|了解到|得知)(?=，|[^，。]{6})"
)
_NO_SOURCE = re.compile(
    "^(?:悉|了解|说|称|传|此|统计|介绍|报道|记载|估计|估算|测算|透露|预测|调查|记者|我|笔者|不完全统计|最新|初步|有关|其)"
)
_PLAN = re.compile(
    "(?:部署|要求|规定|计划|规划|安排|精神|原则|惯例|需要|需求|情况|实际|特点|标准|比例|顺序|协议|合同|约定|程序|办法|条例|要素|习惯|法律|法规|经验|线索|指令|意见|理论|思路|模式|目标|任务|职责|时间|年龄|类型|指示|号召|设计|图纸|方案|公式|地图|照片|兴趣|偏好|季节|气温|水质|反馈|数据)$"
)
_RULES = re.compile(
    "(?:法|条例|规定|办法|规划|纲要|方案|章程|细则|准则|规则|规程|解释|意见|通知|决定|协议|合同|标准|指南)》(?:[^，]{0,8}(?:规定|要求|精神|安排))?$"
)
"""Written rules and plans, by which things are done; nobody says anything in them."""
_ASKED = re.compile("\\s*(?:问|[^，。：]{0,16}记者|主持人|网友|提问)：")
"""What opens a question in an interview."""
_HAS_PAPER = re.compile(
    "数据|统计|报告|调查|公报|白皮书|蓝皮书|年报|公告|通报|监测|普查|声明|解释|报道|消息|研究|》"
)
_ANNOUNCING = re.compile(
    "(?:看法|观点|意见|见解|体会|感受|分析|解读|阐释|解释|说明|介绍|总结|点评|建议|回答|回应|答复|打算|想法|理由|结论|预测|判断|评价|反思|话|表示|说|认为|指出|强调|提出|道|比方|比喻|梳理|一笔账)$"
)
_GOING_ON = re.compile(
    "(?:其中|若|如果|因此|此外|另外|同时|也就是说|换句话说|所以|因为|例如|比如|尤其|特别是|而且|并且|但|不过|由此|这样|这|它|否则|与其|只有|只要|一方面|另一方面|首先|其次|再次|最后|第一|第二|第三|一是|二是|三是|经查|对于|要|在)"
)
_ENUMERATED = re.compile(
    "\\s*(?:一方面|另一方面|首先|其次|再次|最后|第[一二三四五]|[一二三四五]是|此外|同时|另外|还有)"
)
_NARRATION = re.compile(
    "(?:记者|笔者|近日|日前|据悉|据了解|如今，|会上|会后|随后|散会|活动|论坛|采访|走进|来到|说话间|说完|话音|夕阳|目前，记者|当天|当日|第[一二三四五六]场|主题演讲|圆桌|与会|"
    "未来已至|\\d+月\\d+日|今年\\d+月|可以看到|新华社|本报|责任编辑|（|讨论持续|对于未来)"
)
_BY_LAW = re.compile("(?:根据|依据|按照)?《[^》]*》[^，。：]{0,16}(?:规定|明确|要求)")
_ARGUES = re.compile(
    "应当|应该|必须|需要|不能|不得|不仅|不是|而是|须|[^不]要[^求]|可以|将会?|不要|才能|都是|就是|更|无法|没有|难以|已经"
)
"""What sentences of an argument have, and seldom those of narration before speech."""
_ATTITUDE = re.compile(
    "(?:衷心|热烈|由衷|深切|强烈|高度|十分|非常|完全|诚挚|坚决|充分|极大|深表|一致)*的?(?:赞同|欢迎|感谢|祝贺|支持|反对|遗憾|满意|理解|担忧|关注|慰问|敬意|哀悼|谴责|不满|歉意|愤慨|肯定|认可|同意|怀疑|关切|抗议|问候|认同|赞赏|钦佩|惊讶|忧虑|惋惜|异议|疑问)"
)
_NEGATED = re.compile(
    "(?:或许会|也许会|可能会|不禁要|难免会|没有?|未|不|不愿|拒绝|不肯|难以|无法|不得|不能|不想|不便|尚未|并未|从未|所|如果|如|谁|怎么|什么)$"
)
_NO_SAYING = re.compile(
    "(?:可以|应该|不妨|也就是|就是|等于|总|换句话|俗话|常|有|(?<![数依证根])据|听|话|虽|再|应当|只能|或者|来|好|按理|照理|只|先|且|不用|别)$"
)
_SUBJECTLESS = frozenset(
    ("发现 表示 认为 指出 强调 说 坦言 希望 相信 建议 提出 透露 介绍").split()
)
_EXTENDS_ONLY_IF_LED = frozenset(
    ("介绍 回忆 告诉 告诉记者 透露 提到 讲述 讲 证实 宣布 通报 感慨 发现 预计").split()
)
_NEVER_EXTENDS = DOCUMENTARY | THOUGHT | {"报道", "据"}
_PAPER_MARKS = re.compile(
    "^[\\[【（]?(?:摘\\s*要|关键词|内容提要|参考文献)[\\]】）]?", re.MULTILINE
)
_LEAST = 6
_MARKS = re.compile("“\ue000*”?|[，。！？；：…、]|^(?:X|他|她)说")
_ONLY_QUOTED = re.compile("“\ue000*”[，。]?$")
_TOLD = re.compile("(?:说|道|称)$")
_CLAUSE_END = re.compile("[，。；：]")
_PRONOUN_FIRST = re.compile("(?:不过|但|而|同时|此外)?，?(?:他|她)(?!们)")
_REFERENCE = re.compile("\\[\\d+\\]")
_ENDED = re.compile("[。！？：”]$")
_SAYING_AFTER = re.compile("，(?:这句|这是|这话)")
_CLAUSE_MARK = re.compile("[，；]")
_OF_PAPERS = frozenset(
    ("指出 认为 发现 称 强调 提出 说 建议 预测 预计 要求 明确 规定 写道 介绍").split()
)
"""What written sources do besides showing."""
_NOT_BEFORE = frozenset("的所被“、")
_NOT_AFTER = frozenset("的了着、”》")
_ON_AND_ON = frozenset("已止断绝迭")
_EXCESS = frozenset("度去于多程分剩")
_TOLD_ONLY = frozenset("说 讲 称 看到 问 答 道 提到 谈到".split())
_SPEECHES = frozenset("致辞 致词 发言 陈述 阐述".split())
"""What tells that somebody speaks, but not what."""
_NOUNS_TOO = frozenset(("要求 规定 明确 报道").split())
_OFTEN_UNMARKED = frozenset("提到 谈到 讲到".split())
_OFTEN_NO_SPEECH = frozenset(("希望 要求 提出 称").split())


def _longest_gap(cue: Cue, source: Source) -> int:
    """How far a source may stand from its cue, code points."""
    if cue.base in _NOUNS_TOO:
        return 8
    return 16 if source.kind in ("paper", "body") else 60


class Statements:
    """Finds indirect statements passage by passage, in order."""

    def __init__(
        self,
        passages: Sequence[Passage],
        people: People,
        sources: Sources,
        lexicon: Lexicon,
    ) -> None:
        self._passages = passages
        self._people = people
        self._sources = sources
        self._pattern = statement_pattern(lexicon.cues)
        self._is_paper = any(_PAPER_MARKS.match(one.plain.strip()) for one in passages)
        self._covered: set[int] = set()
        self._judged: tuple[tuple[int, int], Statement | None] = ((-1, -1), None)
        """The sentence judged last, which is asked for twice."""
        self.announced: dict[int, tuple[Source, str, tuple[int, int], int]] = {}
        """By passage number: who was announced at the end of the passage before."""

    def of(self, passage: Passage) -> list[Statement]:
        """Statements of one passage; ask passage by passage, from the first on."""
        found: list[Statement] = []
        if passage.number in self._covered or _is_furniture(passage):
            return found
        if _ASKED.match(passage.masked) and "？" in passage.plain:
            return found
        announced = self.announced.get(passage.number)
        if announced is not None and not passage.plain.lstrip().startswith("“"):
            found.append(self._of_announcement(passage, announced))
            return found
        sentences = passage.sentences
        number = 0
        while number < len(sentences):
            start, end = sentences[number]
            number += 1
            statement = self._in_sentence(passage, start, end)
            if statement is None:
                continue
            self._sources.spoken.remember(
                passage, statement.cue_span[0], statement.source
            )
            while number < len(sentences) and self._goes_on(
                passage, statement, sentences[number]
            ):
                last = sentences[number][1]
                statement = _until(statement, last)
                number += 1
            found.append(statement)
        return found

    def _of_announcement(
        self, passage: Passage, announced: tuple[Source, str, tuple[int, int], int]
    ) -> Statement:
        source, cue, cue_span, at = announced
        text = passage.plain
        start = len(text) - len(text.lstrip())
        last = passage
        if _ENUMERATED.match(text):
            for one in self._passages[passage.number + 1 : passage.number + 6]:
                if not _ENUMERATED.match(one.plain):
                    break
                last = one
                self._covered.add(one.number)
        self._sources.spoken.remember(passage, 0, source)
        return Statement(
            start, len(last.plain.rstrip()), source, cue, cue_span, "indirect.announced", 0.7,
            last.number, at,
        )  # fmt: skip

    def _in_sentence(self, passage: Passage, start: int, end: int) -> Statement | None:
        place = (passage.number, start)
        if self._judged[0] != place:
            found = (
                self._cited(passage, start, end)
                or self._framed(passage, start, end)
                or self._by_cue(passage, start, end)
            )
            self._judged = (place, found)
        return self._judged[1]

    def _framed(self, passage: Passage, start: int, end: int) -> Statement | None:
        """What stands in a frame around its source: 在…看来, 据…介绍, 从…获悉."""
        if _FRAME.search(passage.masked, start, end) is None:
            return None
        return (
            self._in_the_eyes(passage, start, end)
            or self._by_their_account(passage, start, end)
            or self._according(passage, start, end)
        )

    def _in_the_eyes(self, passage: Passage, start: int, end: int) -> Statement | None:
        text = passage.masked
        if _EYES_CUE.search(text, start, min(end, start + 90)) is None:
            return None
        frame = _EYES.search(text, start, min(end, start + 90))
        if frame is None:
            return None
        if not frame["in"] and frame["cue"] != "看来":
            return None
        source = self._sources.subject(passage, frame.start("who"), frame.end("who"))
        if source is None or source.kind == "self":
            return None
        return self._built(
            passage, frame.end(), end, source, f"在…{frame['cue']}" if frame["in"] else frame["cue"],
            (frame.start("cue"), frame.end("cue")), "indirect.in-the-eyes-of", 0.95, start,
        )  # fmt: skip

    def _cited(self, passage: Passage, start: int, end: int) -> Statement | None:
        """What an author is cited for, as in 某某（2019）指出，…."""
        found = citation(passage, start, end) if self._is_paper else None
        if found is None:
            return None
        first, last = found.author
        name = passage.plain[first:last]
        source = Source(name, first, last, "", 0.9, "person", passage.number)
        cue = passage.plain[slice(*found.cue)]
        return self._built(
            passage, found.content, end, source, cue, found.cue, "indirect.cue", 0.9, start
        )  # fmt: skip

    def _by_their_account(
        self, passage: Passage, start: int, end: int
    ) -> Statement | None:
        """What whoever spoke last goes on to tell: 据其交代，…."""
        frame = _THEIR_ACCOUNT.match(passage.masked, start, end)
        source = self._sources.spoken.latest(passage, start, reach=1) if frame else None
        if frame is None or source is None:
            return None
        return self._built(
            passage, frame.end("cue"), end, source, frame["cue"], frame.span("cue"),
            "indirect.according-to", 0.8, start,
        )  # fmt: skip

    def _according(self, passage: Passage, start: int, end: int) -> Statement | None:
        text = passage.masked
        learnt = _LEARNT.match(text, start, end)
        if learnt is not None:
            return self._learnt(passage, start, end, learnt)
        frame = _ACCORDING.match(text, start, end)
        if frame is None:
            for mark in "，；”":
                at = text.find(f"{mark}据", start, min(end, start + 60))
                if at >= 0:
                    frame = _ACCORDING.match(text, at + 1, end)
                    break
        if frame is None or _NO_SOURCE.match(frame["who"]):
            return None
        cue = frame["cue"] or ""
        who = frame["who"]
        is_paper = _HAS_PAPER.search(who) is not None
        if not cue and (
            not is_paper or (_PLAN.search(who) and not who.endswith("数据"))
        ):
            return None
        if not cue and (frame["by"] not in ("据", "根据") or _RULES.search(who)):
            return None
        source = self._sources.subject(passage, frame.start("who"), frame.end("who"))
        if (
            source is None
            and not cue
            and (about := re.search("关于.*的(?:解释|意见|规定)", who))
        ):
            source = self._sources.subject(
                passage, frame.start("who"), frame.start("who") + about.start()
            )
        if (
            source is None
            or source.kind == "self"
            or (self._is_paper and not source.name)
        ):
            return None
        at = frame.start("cue") if cue else frame.start("by")
        return self._built(
            passage, frame.end("mark") - 1, end, source, cue or frame["by"],
            (at, at + len(cue or frame["by"])), "indirect.according-to",
            0.9 if cue else 0.8, start,
        )  # fmt: skip

    def _learnt(
        self, passage: Passage, start: int, end: int, frame: re.Match[str]
    ) -> Statement | None:
        """What a reporter learnt from a body: 记者从…获悉."""
        source = self._sources.subject(passage, *frame.span("who"))
        if source is None or source.kind == "self":
            return None
        return self._built(
            passage, frame.end(), end, source, frame["cue"], frame.span("cue"),
            "indirect.according-to", 0.85, start,
        )  # fmt: skip

    def _by_cue(self, passage: Passage, start: int, end: int) -> Statement | None:
        text = passage.masked
        for cue in cues(self._pattern, text, start, end):
            if not self._may_state(text, cue, start, end):
                continue
            source = self._sources.subject(passage, start, cue.start)
            if source is not None and source.kind == "self":
                return None
            if source is None:
                source = self._inherited(passage, cue, start)
                if source is None:
                    continue
            is_inherited = (
                source.passage_number != passage.number or source.start < start
            )
            score = 0.7 if is_inherited else self._certainty(text, cue, source)
            if score <= 0:
                continue
            after = text[cue.end : end].strip(" 　")
            if after.startswith("：") and not after.strip("："):
                self._announce(
                    passage, end, source, cue.word, (cue.start, cue.end), start
                )
                return None
            found = self._built(
                passage, cue.end, end, source, cue.word, (cue.start, cue.end),
                "indirect.cue", score, start,
            )  # fmt: skip
            if found is not None:
                return found
            return None
        return self._by_noun(passage, start, end)

    def _may_state(self, text: str, cue: Cue, start: int, end: int) -> bool:
        after = text[cue.end : cue.end + 1]
        before = text[max(start, cue.start - 4) : cue.start]
        if before[-1:] in _NOT_BEFORE or _not_stating(text, cue, after):
            return False
        is_word = cue.base in ("说", "称", "讲")
        if _NEGATED.search(before) or (is_word and _NO_SAYING.search(before)):
            return False
        has_mark = after in ("，", "：")
        if cue.needs_mark and not has_mark and cue.base not in _OFTEN_UNMARKED:
            return False
        rest = text[cue.end : end]
        if cue.base == "表示" and _ATTITUDE.match(rest):
            return False
        if not has_mark:
            if after in ("。", "；", "！", "？", "") or len(rest) < _LEAST:
                return False
            if (
                cue.base in ("提出", "说", "称", "讲", "透露")
                and "，" not in rest
                and len(rest) < 12
            ):
                return False
        return True

    def _inherited(self, passage: Passage, cue: Cue, start: int) -> Source | None:
        """The source of a cue that has none of its own: who spoke in this passage."""
        if cue.base not in _SUBJECTLESS:
            return None
        left = passage.masked[start : cue.start]
        if len(left) > 24 or not re.search(
            "(?:分析|调查|走访|梳理|研究|比对|上|方面|同时|还|也|并|^)，?$", left
        ):
            return None
        if cue.base == "希望":
            return self._sources.pronouns.antecedent(passage, start)
        return self._sources.spoken.latest(passage, start, reach=0)

    def _certainty(self, text: str, cue: Cue, source: Source) -> float:
        """How sure it is that this source states something by this cue; 0 if not."""
        has_mark = text[cue.end : cue.end + 1] in ("，", "：")
        gap = text[source.end : cue.start]
        if source.kind == "paper" and self._is_paper and not source.name:
            return 0.0
        if cue.base in DOCUMENTARY:
            return 0.85 if source.kind in ("paper", "body") else 0.0
        if source.kind == "paper" and _RULES.search(source.name):
            return 0.0
        if source.kind == "paper":
            states = cue.base in _OF_PAPERS and has_mark and not self._is_own(source)
            return 0.8 if states else 0.0
        if "。" in gap or len(gap) > _longest_gap(cue, source):
            return 0.0
        score = 0.95 if has_mark else 0.75
        if not has_mark and cue.base in _OFTEN_UNMARKED:
            score = 0.55 if source.kind == "person" and len(gap) < 3 else 0.0
        if cue.base in THOUGHT:
            score -= (0.1 if has_mark else 0.2) + 0.1 * (source.kind == "body")
        if not has_mark and _CLAUSE_MARK.search(gap) and len(gap) > 30:
            score -= 0.1
        if not has_mark and source.kind == "body" and cue.base in _OFTEN_NO_SPEECH:
            score -= 0.15
        return score

    def _is_own(self, source: Source) -> bool:
        return self._is_paper and source.name in (
            "研究",
            "结果",
            "文章",
            "论文",
            "调查",
        )

    def _built(
        self, passage: Passage, after: int, end: int, source: Source, cue: str,
        cue_span: tuple[int, int], rule: str, score: float, sentence: int,
    ) -> Statement | None:  # fmt: skip
        """A statement whose content begins after the comma or colon, if there is one."""
        text = passage.masked
        start = after
        while start < end and text[start] in "，：； 　":
            start += 1
        content = text[start:end].rstrip()
        bare = _MARKS.sub("", content)
        is_only_quoted = content.startswith("“") and len(bare) < 6
        split = _ONLY_QUOTED.match(content)
        if is_only_quoted or split or len(bare) < 4:
            return None
        return Statement(
            start,
            start + len(content),
            source,
            cue,
            cue_span,
            rule,
            score,
            passage.number,
            sentence,
        )

    def _announce(
        self,
        passage: Passage,
        end: int,
        source: Source,
        cue: str,
        cue_span: tuple[int, int],
        at: int,
    ) -> None:
        if passage.plain[end:].strip() or passage.number + 1 >= len(self._passages):
            return
        self.announced[passage.number + 1] = (source, cue, cue_span, at)

    def _by_noun(self, passage: Passage, start: int, end: int) -> Statement | None:
        """A statement after 看法：; one that ends its passage announces the next."""
        text = passage.masked
        colon = text.find("：", start, end)
        if colon < 0:
            return None
        noun = _ANNOUNCING.search(text, start, colon)
        if noun is None:
            return None
        source = self._sources.subject(passage, start, noun.start())
        if source is None or source.kind not in ("person", "pronoun", "group"):
            return None
        if not text[colon + 1 : end].strip():
            self._announce(passage, end, source, noun.group(), noun.span(), start)
            return None
        return self._built(
            passage, colon, end, source, noun.group(), noun.span(), "indirect.announced", 0.6, start
        )  # fmt: skip

    def _goes_on(
        self, passage: Passage, statement: Statement, sentence: tuple[int, int]
    ) -> bool:
        """Whether the next sentence still reports the same source."""
        start, end = sentence
        text = passage.masked
        base = _TOLD.sub("", statement.cue) or statement.cue
        if base in _NEVER_EXTENDS or statement.source.kind == "paper":
            return False
        if text[start] == "“" and _stands_alone(passage, start, end):
            return False
        if _NARRATION.match(text, start) or _BY_LAW.match(text, start, end):
            return False
        if (base in _EXTENDS_ONLY_IF_LED or self._is_paper) and not _GOING_ON.match(
            text, start
        ):
            return False
        if (
            passage.plain.startswith("“", end)
            and _quoted_sentence(passage, end)
            and end - start < 30
            and not _ARGUES.search(text, start, end)
        ):
            return False
        if self._speaks_anew(passage, start, end):
            return False
        first = _CLAUSE_END.search(text[start:end])
        mentions = self._people.between(
            passage, start, start + first.start() if first else end
        )
        own = {
            one.name
            for one in self._people.between(passage, statement.start, statement.end)
        }
        if any(one.name not in own for one in mentions if one.start - start < 25):
            return False
        lead = _PRONOUN_FIRST.match(text, start, end)
        return not (lead is not None and not own)

    def _speaks_anew(self, passage: Passage, start: int, end: int) -> bool:
        announced = len(self.announced)
        found = self._in_sentence(passage, start, end)
        if found is not None or len(self.announced) > announced:
            return True
        text = passage.masked
        return any(
            text[cue.end : cue.end + 1] in ("，", "：")
            and not cue.needs_mark
            and self._sources.subject(passage, start, cue.start) is not None
            for cue in cues(self._pattern, text, start, end)
        )


def _not_stating(text: str, cue: Cue, after: str) -> bool:
    """Whether the character after a cue makes it part of something else: 说不清."""
    if after in _NOT_AFTER or cue.word in _SPEECHES:
        return True
    if after == "过":
        return text[cue.end + 1 : cue.end + 2] not in _EXCESS
    if after == "不" and text[cue.end + 1 : cue.end + 2] in _ON_AND_ON:
        return True
    return after in ("和", "不", "一") and (after == "和" or cue.base in _TOLD_ONLY)


def _until(statement: Statement, end: int) -> Statement:
    return Statement(
        statement.start, end, statement.source, statement.cue, statement.cue_span,
        statement.rule, statement.score, statement.last_number, statement.clause_start,
    )  # fmt: skip


def _covers(passage: Passage, start: int, end: int) -> bool:
    return any(one.start == start and one.end >= end - 1 for one in passage.quotations)


def _stands_alone(passage: Passage, start: int, end: int) -> bool:
    """Whether a sentence that begins with a quotation is that, or is about it."""
    after = passage.masked.find("”", start) + 1
    return _covers(passage, start, end) or bool(
        _SAYING_AFTER.match(passage.masked, after)
    )


def _quoted_sentence(passage: Passage, at: int) -> bool:
    return any(
        one.start == at and passage.plain[one.end - 2 : one.end - 1] in "。！？…"
        for one in passage.quotations
    )


def _is_furniture(passage: Passage) -> bool:
    """Whether a passage is a heading, a reference or a notice and no prose."""
    text = passage.plain.strip()
    if len(text) < 8:
        return True
    if text.startswith("#") or _REFERENCE.match(text):
        return True
    return (
        len(text) < 30 and not _ENDED.search(text) and HEADING.match(text) is not None
    )
