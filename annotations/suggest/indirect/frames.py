"""Frames: words that stand around a source: 在…看来, 据…介绍, 从…获悉."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.indirect.findings import Findings
from annotations.suggest.indirect.statement import stated
from annotations.suggest.names.nounphrases import is_phrase
from annotations.suggest.patterns import led
from annotations.suggest.sources.bare import coined
from annotations.suggest.sources.citations import citation
from annotations.suggest.sources.source import Source, place

if TYPE_CHECKING:
    from annotations.suggest.indirect.statement import Statement
    from annotations.suggest.passages import Passage
    from annotations.suggest.sources.sources import Sources

_FRAME = re.compile(
    led(
        "据|综合|观念[里中]|认[识知][里中]|理解[里中]|[发公]布|披露|原因[是为]|同意|商定|按|从|看|眼|心|印|的一?句?话[来说讲，：]|定义|提出，|援引|引述|所[说称言讲指强述写描总概]|出的，|调的，|结的，|那样|一样，|了解到|获悉|得知|经|映|诉|报，|料|调查[查认]|[论法点见释由断的议答复张会]是"
    )
)
"""One of these has every frame."""
_EYES_CUE = re.compile(
    "(?:看来|眼[里中]|心[中里]|印象中|观念[里中]|认[识知][里中]|理解[里中])[，：]"
)
_EYES = re.compile(
    "(?:\\A|(?<=[，；。：！？”…\\s]))(?P<lead>[^，。；]{0,8}?)(?P<in>在)?(?P<who>(?:[^，。；：”]|(?<=\ue000)”){1,60}?)(?P<cue>看来|眼里|眼中|心中|心里|的印象中|的(?:传统|固有|普遍|一般|旧)?(?:观念|认识|认知|理解)[里中])(?=，|：(?!“))"
)
_SOMEBODY = re.compile(
    "(?![我你您咱俺他她它这那其某当今如目现此昨前后事表一常世客主理实本该]|外人|旁人|别人)"
    "(?P<who>[一-鿿A-Za-z]{2,8}?)(?<![时天下上里中今前后们代])的?"
)
"""Whoever is named by a few characters that nothing else tells of: 在中远航运看来."""
_SAID = re.compile("(?:说|表示|称|指出|认为|强调|表明|坦言|透露)，")
"""What makes of eyes behind it a part of what is said."""
_SAYS = re.compile("(?:说|表示|称|指出|认为|强调|坦言|透露|介绍)\\Z")
"""What makes of an account behind it a part of what is said: 他表示，据…了解，…."""
_THEIR_ACCOUNT = re.compile(
    "据(?:其|他|她)(?:[向对][^，。；：]{2,14})?(?P<cue>介绍|交代|供述|回忆|透露|反映|描述|讲述|称|说)(?=，)"
)
_ACCORDING = re.compile(
    "(?:(?:另|又|然?而|但是?|不过|此外|同时)，?)?(?P<by>据|根据|依据|按照|按|综合(?=[^，]{2,12}(?:消息|报道)，))(?P<who>[^，。；：]{2,60}?)的?(?:不完全(?=统计))?(?P<cue>介绍|透露|统计|测算|估算|估计|报道|分析|预测|预计|预报|预警|披露|通报|反映|"
    "回忆|交代|供述|描述|消息|说法|推算|证实|称|说|了解|记载|观察|调查|监测)?(?P<mark>，|(?<=统计|消息|介绍|测算|监测)：(?!“))"
)
_ASKED_AND_LEARNT = re.compile(
    "[^，。；：]{0,10}(?:记者|笔者)[^，。；：]{0,12}?(?:采访|走访|咨询|致电|询问|联系)了?(?P<who>(?!调研|过程|期间)[^，。；：了]{2,30}?)(?:时|后)?，?(?P<cue>获悉|了解到|得知)(?=，|[^，。]{6})"
)
"""Whom a reporter asked: 记者采访多位…了解到，…."""
_TOLD_THE_PRESS = re.compile(
    "(?:[^，。；：]{0,10}，)?[^，。；：]{0,10}(?:记者|本[报台刊社网]|热线)[^，。；：]{0,8}?(?:接到|收到|接获)了?(?P<who>[^，。；：了]{2,24}?)的?(?P<cue>反映|投诉|举报|爆料|反馈|求助|来电|来信)，?(?:称|说)，?(?=[^，。]{4})"
)
"""Who has turned to a paper: 记者接到多名消费者反映，称…."""
_LEARNT = re.compile(
    "(?:[^，。；：]{0,10}记者)?(?:日前|近日|昨日|今天|\\d+日)?从(?P<who>[^，。；：]{2,30}?)(?<!办事)(?<!可以)[处上]?(?:日前|近日|昨日|今天)?(?P<cue>获悉|了解到|得知|证实|核实到?)(?=[，：]|[^，。]{6})"
)
_AS_SAID = re.compile(
    "(?:正如|诚如|恰如|就像|如同|如)(?P<who>[^，。；：“”]{2,24}?)(?:曾|曾经|一再|反复|所|在[^，。；：“”]{2,12}?[中里上]所?){1,2}(?P<cue>说|称|言|讲|指出|强调|述|写|描述|总结|概括)(?:过?的)?(?:那样|一样)?(?=[，：])"
)
_AS_POINTED_OUT = re.compile(
    "正如(?P<who>[^，。；：“”]{2,24}?)(?:分析|评论|报告|研究)?(?P<cue>指出|强调|总结)的(?:那样)?(?=[，：])"
)
_AS_LEAD = re.compile(
    "(?:[^。；“”]{2,80}，)?(?:但是?|而|然而|不过|也)?(?=正如|诚如|恰如|(?<=也)如[^，。]{2,8}所说)"
)
_PASSED_ON = re.compile(
    "(?:援引|引述)(?P<who>[^，。；：“”]{2,30}?)(?:的(?:话|说法|观点))?(?<!消息)(?<!消息报道)(?P<cue>称|说|表示|指出|认为|报道)(?:称|说)?(?=，|：|[^，。]{6})"
)
_NO_SOURCE = re.compile(
    "^(?:悉|了解|说|称|传|此|统计|监测$|介绍|报道|记载|估计|估算|测算|透露|预测|调查|记者|我|笔者|不完全统计|最新|初步|有关|其)(?!版?的?《)"
)
_PLAN = re.compile(
    "(?:部署|要求|规定|计划|规划|安排|精神|原则|惯例|需要|需求|情况|实际|特点|标准|比例|顺序|协议|合同|约定|程序|办法|条例|要素|习惯|法律|法规|经验|线索|指令|意见|理论|思路|模式|目标|任务|职责|时间|年龄|类型|指示|号召|设计|图纸|方案|公式|地图|照片|兴趣|偏好|季节|气温|水质|反馈|数据|等信息|病历|档案)$"
)
RULES = re.compile(
    "(?:法|条例|规定|办法|规划|纲要|方案|章程|细则|准则|规则|规程|解释|意见|通知|决定|协议|合同|标准|指南)》(?:[^，]{0,8}(?:规定|要求|精神|安排))?$"
)
"""Written rules and plans, by which things are done; nobody says anything in them."""
_HAS_PAPER = re.compile(
    "数据|统计|报告|调查|公报|白皮书|蓝皮书|年报|公告|通报|监测|普查|声明|解释|报道|消息|研究|排名|榜单|》"
)
_ENDS_IN_PAPER = re.compile(
    "(?:数据|统计|报告|调查|公报|白皮书|蓝皮书|年报|公告|通报|研究|》)(?:的?(?:结果|结论|数据|内容))?(?:显示|表明)?\\Z"
)
"""What a paper cites by 根据 without a reporting word."""
_STUDY_OF = re.compile(
    "(?P<who>[^，。；：]{2,24}?)(?:等人?)?的(?:[^，。；：的]{0,8})?(?:研究|调查|实验|观察|测算|统计)(?:结果|结论|数据)?\\Z"
)
"""Whose study a sentence goes by: 某某等人的研究."""
_TOLD_OF = re.compile(".*的(?=.{4,})")
"""What is told of somebody, in front of who they are: 全程参与…的时任某局局长."""
_ABOUT = re.compile("关于.*的(?:解释|意见|规定)")
"""What a paper is about, behind the body that issued it."""
_SETTING = re.compile("[^，。；：“]{2,16}，(?=[^，。；：]{0,10}记者)")
"""Time or place in front of a reporter."""


def _past_setting(text: str, start: int, end: int) -> int:
    """Where a sentence begins after the time or place in front of a reporter."""
    if text.find("记者", start, end) < 0:
        return start
    setting = _SETTING.match(text, start, end)
    return setting.end() if setting else start


_IN_WORDS = re.compile(
    "(?:[^，。；：“”]{0,6}，)?(?:套用|借用|引用|用)(?P<who>[^，。；：“”]{2,24}?)的(?:一句)?(?P<cue>话)(?:来)?(?:说|讲|概括|形容|总结)?(?=[，：])"
)
_AGREED = re.compile(
    "(?:[一二三四五六七八九十]{1,3}、)?(?P<who>双方|各方|三方|四方|两国(?:元首|领导人|总理|外长)?|与会各方)(?:还|也|又|一致|原则上?|共同)*(?P<cue>同意|商定)(?!的|了)，?(?=[^，。]{4})"
)
"""What parties to a paper agree on: 双方同意…."""
_RELEASED = re.compile(
    "(?:[^，。；：]{0,10}，)?(?P<who>[^，。；：]{2,30}?)(?P<cue>发布|公布|披露)了?(?:[^，。；：]{2,40}?(?:结果|数据|榜单|排名|指数)|(?P<own>[^，。；：]{0,20}?(?:[年季财]报|业绩(?:快报|预告))))(?=，[^。；]{0,40}\\d)"
)
"""Who releases figures, which stand behind: 某局公布三季度数据，全市…."""
_MOST = re.compile(
    "(?:而|但|更)?(?:让|令|使)(?P<who>[^，。；：“”]{2,16}?)(?P<cue>(?:印象|感触|记忆)?最[^，。；：“”]{1,6}的)(?:则|还|却|就)?是[，：]"
)
"""What struck somebody most: 让某某印象最深的是，…."""
_HELD = re.compile(
    "(?:[^。；：“”]{2,60}，)?[^，。；：]{0,8}?(?P<who>[^，。；：“”的]{1,24}?)(?:所?给出)?的(?:最终|初步|主要|基本)?(?P<cue>结论|看法|观点|意见|解释|理由|说法|判断|建议|回[答复]|答复|主张|想法|体会|(?<=给出的)原因)(?:却|则|也)?[是为][，：]"
)
"""What somebody holds: 他的结论是，…."""
_DEFINED = re.compile(
    "(?P<who>[^，。；：]{2,40}?)(?:曾|最早|首次|率先|于\\d{4}年|在[^，。；：]{2,20}?[中里上]){0,3}(?:将|把|给|对|为)[^，。；：]{1,30}?(?P<cue>定义为|界定为|下(?:过|了|的)?(?:[^，。；：]{0,6})定义[：是为]{1,2}|的定义是|(?:所|作出|给出)的?(?:[^，。；：]{0,6})定义[：是为]{1,2})"
)
_COINED = re.compile(
    "[^，。；：]{2,24}?由(?P<who>[^，。；：]{2,30}?)(?:首次|率先|最早|首先|于?\\d{4}年|在[^，。；：]{2,16}?[中里上])*(?P<cue>提出)，(?=(?:它|其|该[^，。]{1,8}|意)?(?:是指|指的是|主张|认为|强调|意指|指))"
)
"""Who brought up an idea that is then explained: 概念最早由某某提出，它是指…."""


_AS_TOLD = re.compile(
    "(?P<by>根据|按照|依照|依据)(?:(?P<plan>(?<=根据)(?:规划|方案|纲要|协议|草案))|(?P<who>[^，。；：“”]{2,24}?)的?(?P<cue>要求))(?=，)"
)
"""What a body asks for, or a plan named before sets out."""
_UNNAMED = re.compile(
    "[ 　]*(?:另|又)?根?据(?:(?:公开|统计|工商|注册)?(?:资料|数据|信息)(?=显示))?(?P<cue>(?<=[料据息])显示|介绍|报道|(?:不完全|初步)?统计|测算|估算|预测|推算|监测|记载)，"
)
"""What is told by somebody the text leaves out, unlike 据了解, which it found out."""
_RECKONED = frozenset(
    "显示 不完全统计 初步统计 统计 测算 估算 预测 推算 监测 记载".split()
)
"""What papers do themselves."""


_RUN_IN = re.compile(
    "据(?<![根依数证论占票单收字契凭票]据)(?=[^，。；：]{2,14}(?:社|报|网|台|媒体)[^，。；：]{0,4}报道，)"
)
"""The press that is cited behind a caption that runs into it: …对比据某某社报道，."""


def _account(text: str, start: int, end: int) -> re.Match[str] | None:
    """Whose account a sentence gives, first or behind its first clauses: 据某某介绍，."""
    frame = _ACCORDING.match(text, start, end)
    for mark in "，；”" if frame is None else "":
        at = text.find(f"{mark}据", start, min(end, start + 60))
        if at >= 0 and not _SAYS.search(text, start, at):
            return _ACCORDING.match(text, at + 1, end)
    cited = _RUN_IN.search(text, start, min(end, start + 60)) if frame is None else None
    return _ACCORDING.match(text, cited.start(), end) if cited else frame


def _names_source(frame: re.Match[str]) -> bool:
    """Whether it is a source by which something is so, and no plan, rule or class."""
    cue, who, by = frame["cue"], frame["who"], frame["by"]
    if _NO_SOURCE.match(who):
        return False
    if cue:
        return cue not in ("统计", "分析") or by not in ("按", "按照")
    if not _HAS_PAPER.search(who) or (_PLAN.search(who) and not who.endswith("数据")):
        return False
    return by in ("据", "根据") and not RULES.search(who)


class Frames:
    """Finds statements by the frame around their source.

    Args:
        sources: who is named where.
        is_paper: whether the document is a paper, which cites literature.
    """

    def __init__(self, sources: Sources, *, is_paper: bool) -> None:
        self._sources = sources
        self._is_paper = is_paper
        self._findings = Findings(sources)

    def of(self, passage: Passage, start: int, end: int) -> Statement | None:
        """The statement of one sentence that is framed, if it is."""
        return self._cited(passage, start, end) or self._framed(passage, start, end)

    def _framed(self, passage: Passage, start: int, end: int) -> Statement | None:
        """What stands in a frame around its source: 在…看来, 据…介绍, 从…获悉."""
        if _FRAME.search(passage.masked, start, end) is None:
            return None
        return (
            self._in_the_eyes(passage, start, end)
            or self._by_their_account(passage, start, end)
            or self._as_said(passage, start, end)
            or self._passed_on(passage, start, end)
            or self._untold(passage, start, end)
            or self._according(passage, start, end)
            or self._as_told(passage, start, end)
            or self._findings.of(passage, start, end)
            or self._worded(passage, start, end)
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
        if frame["who"] not in ("他", "她") and _SAID.search(
            text, start, frame.start("who")
        ):
            return None
        source = self._sources.subject(passage, frame.start("who"), frame.end("who"))
        called = _SOMEBODY.fullmatch(frame["who"]) if frame["in"] else None
        if source is None and called is not None:
            span = place(called, frame.start("who"))
            source = Source(called["who"], *span, "", 0.7, "body", passage.number)
        if source is None or source.kind == "self":
            return None
        return stated(
            passage, frame.end(), end, source, f"在…{frame['cue']}" if frame["in"] else frame["cue"],
            (frame.start("cue"), frame.end("cue")), "indirect.in-the-eyes-of", 0.95, start,
        )  # fmt: skip

    def _cited(self, passage: Passage, start: int, end: int) -> Statement | None:
        """What an author is cited for, as in 某某（2019）指出，…."""
        found = citation(passage, start, end) if self._is_paper else None
        if found is None:
            return None
        first, last = found.author
        name = passage.written[first:last]
        source = Source(name, first, last, "", 0.9, "person", passage.number)
        cue = passage.plain[slice(*found.cue)]
        return stated(
            passage, found.content, end, source, cue, found.cue, "indirect.cue", 0.9, start
        )  # fmt: skip

    def _by_their_account(
        self, passage: Passage, start: int, end: int
    ) -> Statement | None:
        """What whoever spoke last goes on to tell: 据其交代，…."""
        dash = passage.masked.find("——据", start, end)
        begins = dash + 2 if dash >= 0 else start
        frame = _THEIR_ACCOUNT.match(passage.masked, begins, end)
        if frame is None:
            return None
        # Whoever is quoted in this passage is remembered only when it has been read.
        source = self._sources.pronouns.antecedent(passage, start)
        source = source or self._sources.spoken.latest(passage, start, reach=1)
        if source is None:
            return None
        return stated(
            passage, frame.end("cue"), end, source, frame["cue"], frame.span("cue"),
            "indirect.according-to", 0.8, start,
        )  # fmt: skip

    def _as_said(self, passage: Passage, start: int, end: int) -> Statement | None:
        """What somebody is agreed with about: 正如某某所说，…."""
        has_lead = passage.masked.find("如", start + 1, end) > 0
        at = _AS_LEAD.match(passage.masked, start, end) if has_lead else None
        begins = at.end() if at else start
        frame = _AS_SAID.match(passage.masked, begins, end) or _AS_POINTED_OUT.match(
            passage.masked, begins, end
        )
        if frame is None or passage.plain[frame.end() + 1 : frame.end() + 2] == "“":
            return None
        source = self._sources.subject(passage, *frame.span("who"))
        if source is None or source.kind in ("self", "paper"):
            return None
        return stated(
            passage, frame.end(), end, source, frame["cue"], frame.span("cue"),
            "indirect.according-to", 0.8, start,
        )  # fmt: skip

    def _passed_on(self, passage: Passage, start: int, end: int) -> Statement | None:
        """What one source says that another one is quoted for: 某报援引某某的话称，…."""
        frame = _PASSED_ON.search(passage.masked, start, min(end, start + 60))
        if frame is None:
            return None
        source = self._sources.subject(passage, *frame.span("who"))
        if source is None or source.kind == "self":
            return None
        return stated(
            passage, frame.end(), end, source, frame["cue"], frame.span("cue"),
            "indirect.cue", 0.85, start,
        )  # fmt: skip

    def _worded(self, passage: Passage, start: int, end: int) -> Statement | None:
        """What somebody puts in words of their own: 用某某的话说, 将…定义为…."""
        text = passage.masked
        for sign, pattern in (
            ("布", _RELEASED),
            ("披露", _RELEASED),
            ("同意", _AGREED),
            ("商定", _AGREED),
            ("最", _MOST),
            ("话", _IN_WORDS),
            ("定义", _DEFINED),
            ("提出", _COINED),
            ("的", _HELD),
        ):
            is_there = text.find(sign, start, end) >= 0
            frame = pattern.match(text, start, end) if is_there else None
            if frame is None:
                continue
            source = self._sources.subject(passage, *frame.span("who"))
            is_named = pattern is _AGREED or (
                pattern is _IN_WORDS and _SOMEBODY.fullmatch(frame["who"]) is not None
            )
            if source is None and is_named:
                source = Source(frame["who"], *frame.span("who"), "", 0.7, "group")
            if source is None and (
                pattern is _HELD or (pattern is _RELEASED and frame["own"])
            ):
                source = coined(passage, *frame.span("who"))
            if source is None or source.kind in ("self", "paper"):
                continue
            cue = passage.plain[slice(*frame.span("cue"))].rstrip("：")
            return stated(
                passage, frame.end(), end, source, cue, frame.span("cue"),
                "indirect.according-to", 0.75, start,
            )  # fmt: skip
        return None

    def _according(self, passage: Passage, start: int, end: int) -> Statement | None:
        text = passage.masked
        begins = _past_setting(text, start, end)
        learnt = (
            _LEARNT.match(text, begins, end)
            or _ASKED_AND_LEARNT.match(text, begins, end)
            or _TOLD_THE_PRESS.match(text, start, end)
        )
        if learnt is not None:
            return self._learnt(passage, start, end, learnt)
        frame = _account(text, start, end)
        if frame is None or not _names_source(frame):
            return None
        cue, who = frame["cue"] or "", frame["who"]
        if self._is_paper and not cue and not _ENDS_IN_PAPER.search(who):
            return None  # what it has made of figures itself
        source = self._sources.subject(passage, frame.start("who"), frame.end("who"))
        study = _STUDY_OF.match(who)
        scholar = study and self._sources.subject(
            passage, *place(study, frame.start("who"))
        )
        if scholar is not None and scholar.kind == "person":
            source = scholar
        if source is None and cue in _RECKONED:
            source = coined(passage, *frame.span("who"))
        told_of = _TOLD_OF.match(who) if source is None and cue else None
        if told_of is not None:
            source = self._sources.subject(
                passage, frame.start("who") + told_of.end(), frame.end("who")
            )
        if source is None and not cue and (about := _ABOUT.search(who)):
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
        return stated(
            passage, frame.end("mark") - 1, end, source, cue or frame["by"],
            (at, at + len(cue or frame["by"])), "indirect.according-to",
            0.9 if cue else 0.8, start,
        )  # fmt: skip

    def _as_told(self, passage: Passage, start: int, end: int) -> Statement | None:
        """What a body asks for or a plan sets out: 按照某某厅要求，…; 根据规划，…."""
        frame = _AS_TOLD.match(passage.masked, start, end)
        if frame is None:
            return None
        if frame["plan"]:
            plan = Source(frame["plan"], *frame.span("plan"), "", 0.7, "paper")
            return stated(
                passage, frame.end(), end, plan, frame["by"], frame.span("by"),
                "indirect.according-to", 0.6, start,
            )  # fmt: skip
        source = self._sources.subject(passage, *frame.span("who"))
        if source is None or source.kind != "body":
            return None
        return stated(
            passage, frame.end(), end, source, frame["cue"], frame.span("cue"),
            "indirect.according-to", 0.65, start,
        )  # fmt: skip

    def _learnt(
        self, passage: Passage, start: int, end: int, frame: re.Match[str]
    ) -> Statement | None:
        """What a reporter learnt from a body: 记者从…获悉."""
        source = self._sources.subject(passage, *frame.span("who"))
        if source is None and is_phrase(frame["who"]):
            first, last = frame.span("who")
            source = Source(frame["who"], first, last, "", 0.7, "body", passage.number)
        if source is None or source.kind == "self":
            return None
        return stated(
            passage, frame.end(), end, source, frame["cue"], frame.span("cue"),
            "indirect.according-to", 0.85, start,
        )  # fmt: skip

    def _untold(self, passage: Passage, start: int, end: int) -> Statement | None:
        """What is told by nobody that the text names: 据介绍，…."""
        frame = _UNNAMED.match(passage.masked, start, end)
        if frame is None or (self._is_paper and frame["cue"] in _RECKONED):
            return None
        nobody = Source("", start, start, "", 0.0, "group", passage.number)
        return stated(
            passage, frame.end(), end, nobody, frame["cue"], frame.span("cue"),
            "indirect.according-to", 0.7, start,
        )  # fmt: skip
