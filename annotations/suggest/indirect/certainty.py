"""Certainty: how sure it is that somebody states something by a reporting word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.cues import DOCUMENTARY, THOUGHT
from annotations.suggest.indirect.frames import RULES
from annotations.suggest.indirect.stating import NOUNS_TOO, OFTEN_UNMARKED, THINGS_TOO
from annotations.suggest.names.words import NAMELESS_PAPERS

if TYPE_CHECKING:
    from annotations.suggest.cues import Cue
    from annotations.suggest.sources.source import Source

_CLAUSE_MARK = re.compile("[，；]")
_OF_PAPERS = frozenset(
    (
        "指出 认为 发现 称 强调 提出 提议 说 表示 提醒 呼吁 建议 预测 预计 要求 明确 规定 写道 介绍 记载 报道 指"
    ).split()
)
"""What written sources do besides showing."""
_POINTING = ("指出", "称", "表示")
"""What makes a written source's of any reporting word in front: 《…》分析指出."""
_VIEWED = frozenset("认为 称 指 指出 强调 预计 预测 警告".split())
"""What papers do with a clause right behind it: 报告认为某公司…."""
_OWN = frozenset("研究 结果 文章 论文 调查".split())
"""What a paper calls itself and its findings."""
_NEAR = 10
"""Code points in front of one of them in which 的 makes it a thing: 提出的…倡议，."""
_OF_ONE_MIND = frozenset("认为 表示 指出 强调 发现 坦言 直言".split())
"""What may go on with the subject of the clauses before: 某部门…，认为…."""
_GOES_ON = re.compile("，(?:并|也|还|且|又|同时)\\Z")
_DOES_MORE = re.compile("，(?:先是|先后|随后|随即|又|接着)\\Z")
"""What leads to the first of several announcements: 动作不断，先是宣布."""
_AND_SAYS = re.compile("，并[且还]?\\Z")
"""What one does besides, and says."""
_OFTEN_NO_SPEECH = frozenset(("希望 要求 提出 称").split())
_POLICIES = tuple(
    "报告 草案 审议稿 一审稿 二审稿 三审稿 意见稿 计划 法案 规划 纲要 意见 方案 通知 决定 建议 公报 文件 白皮书 》".split()
)
"""Papers that say what is to be done."""
_TO_DO = re.compile(
    "要|应|须|将|力争|着力|重点(?:发展|支持|推[进动]|建设|突破|培育|布局)|到20|未来|我国|必须|加快|推动|推进|坚持|建设|加强|完善|鼓励|支持|促进|深化|全面|实施|优化|健全|构建|建立|强化|提升|发展|扩大"
)
_PROVIDES = re.compile(
    "[^，。；：的]{1,16}?(?:应当?|不得|必须|可以|有权|完善|建立|健全|实行|鼓励|支持|禁止)"
)
"""What a draft provides for somebody: 国家完善…, 机构应当…."""
_LAWS = re.compile(
    "(?<!基本)(?:法|法典|条例|规定|办法|章程|细则|准则|规则|规程|解释|标准|宪法|公约|合同|协议)》"
)
"""Written rules, whose wording is in force and nobody's statement, but for what they make
clear, which readers mark: 《某某条例》明确，…."""
_SET_FORTH = frozenset("明确 强调 指出".split())
"""What rules do in words that are more than their wording."""
_NAMELESS = tuple(NAMELESS_PAPERS)
_BY_WAY = re.compile(
    "(?:已|则|还|也|又|并|随即|日前|近日|(?:\\d{1,2}月)?\\d{1,2}日)?(?:在|依据|依照|根据|按照|经|经过|通过|结合|综合|援引|引述|就|对|对于|针对|基于|从|以)"
)
"""What opens an adverbial between a body and what it states."""
_ISSUES = re.compile(
    "[^，。；：]{0,20}?(?:通过|印发|下发|发布|公布|出台|发出|制定|推出|刊发|发表|撰写|转发)了?[^，。；：]{0,60}(?:》|通知|公告|通告|通报|声明|文件|公报|文章|社论|讲话|倡议书?|意见书?|公开信|白皮书|蓝皮书|指南)(?:（[^）]*）)?[^，。；：]{0,4}\\Z"
)
"""What a body hands out before it is said what that says: 印发《…》指出."""
_BY_CLASS = re.compile("[按据照]\\Z")
"""By what something is counted, which is not who counts it: 按产品类别统计."""
_OF_THEIRS = re.compile(
    "(?:（[^）]*）)?(?:等人?)?(?:（[^）]*）)?(?:(?=研究)|的[^，。；：]{0,12}?)(?:研究|调查|实验|试验|分析|统计|估算|测算|结果|数据|发现|论文|文章|著作|报告)(?:结果|结论)?(?:也|还|则|均|都)?"
)
"""Whose work shows something: 某某（2019）的研究结果表明."""
_SUES = re.compile(
    "(?:起诉|诉至|提起诉讼|申请仲裁|提起上诉|告上|写信|去信|致信|致函|致电|发函|联名)[^，。]{0,14}，\\Z"
)
"""How one demands something of a court or of somebody: 将某某起诉至法院，要求…."""
_NOTE = re.compile("（[^（）]{1,24}）")
"""A code or a date in brackets, which takes nobody further from what they say."""
_IN_A_WORK = re.compile(
    "(?:[曾还也又则]|先生|教授)*在[^，。；：]{0,10}《[^《》]{2,40}》[^，。；：《》]{0,6}，?[还也又曾]?"
)
"""Where somebody has written something: 在《某某》一书中."""
_PLAINLY = re.compile("(?:首次|第一次|再次|进一步|明确)+\\Z")
"""How a paper states something, right before the reporting word."""
_WANTING = frozenset(
    "预计 预测 预料 预期 要求 希望 期待 期盼 提出 建议 呼吁 提醒 估计 担心".split()
)
"""What needs its subject in its own clause, unless a mark follows."""


def certainty(text: str, cue: Cue, source: Source, *, is_paper: bool) -> float:
    """How sure (0 to 1) it is that a source states something by a cue; 0 if not.

    Args:
        text: the passage's masked text.
        cue: where it stands.
        source: who is named before it.
        is_paper: whether the document is a paper: what it finds itself is no report.
    """
    has_mark = text[cue.end : cue.end + 1] in ("，", "：")
    gap = _PLAINLY.sub("", _NOTE.sub("", text[source.end : cue.start]))
    is_method = is_paper and _is_method(cue, source)
    if is_method or _is_no_report(text, cue, source, gap):
        return 0.0
    if source.kind == "paper":
        plan = _TO_DO.match(text, cue.end) or _PROVIDES.match(text, cue.end)
        is_plan = plan is not None
        return _of_paper(
            cue, source, has_mark=has_mark, is_plan=is_plan, is_paper=is_paper
        )
    if cue.base in DOCUMENTARY:
        is_work = source.kind == "body" or _OF_THEIRS.fullmatch(gap) is not None
        return 0.85 if is_work else 0.0
    if "。" in gap or len(gap) > _longest_gap(cue, source, gap):
        return 0.0
    if not has_mark and _is_far_from_wanting(cue, gap):
        return 0.0
    score = 0.95 if has_mark else 0.75
    if not has_mark and cue.base in OFTEN_UNMARKED:
        is_near = len(gap) < 3 or _IN_A_WORK.fullmatch(gap) is not None
        score = 0.55 if source.kind == "person" and is_near else 0.0
    if cue.base in THOUGHT:
        score -= (0.1 if has_mark else 0.2) + 0.1 * (source.kind == "body")
    if (
        not has_mark
        and len(gap) > 30
        and _CLAUSE_MARK.search(gap)
        and not _GOES_ON.search(gap)
    ):
        score -= 0.1
    if not has_mark and source.kind == "body" and cue.base in _OFTEN_NO_SPEECH:
        score -= 0.15
    return score


def _is_method(cue: Cue, source: Source) -> bool:
    """Whether a word tells how a study was made: 进行定量分析，."""
    return cue.base == "分析" and source.kind not in ("person", "pronoun")


def _is_no_report(text: str, cue: Cue, source: Source, gap: str) -> bool:
    """Whether a reporter asks, something is counted by a class, or expected of somebody."""
    if source.name.endswith("记者"):
        return True
    if cue.base == "统计":
        by_way = _BY_CLASS.search(text[: source.start]) is not None
        return by_way or gap != "" or source.kind != "body"
    is_expected = cue.base == "预计" and text.startswith(("将", "会"), cue.end)
    return is_expected and source.kind == "person"


def _is_far_from_wanting(cue: Cue, gap: str) -> bool:
    return (
        cue.base in _WANTING
        and "，" in gap
        and _BY_WAY.match(gap) is None
        and _ISSUES.match(gap.rstrip("，并")) is None
        and _GOES_ON.search(gap) is None
        and _SUES.search(gap) is None
    )


def _longest_gap(cue: Cue, source: Source, gap: str) -> int:
    """How far a source may stand from its cue, code points."""
    if cue.base in THINGS_TOO and "的" in gap[-_NEAR:]:
        return 0
    and_says = _AND_SAYS.search(gap) is not None
    farthest = 100 if and_says and source.kind == "person" else 60
    if source.kind != "paper" and cue.base not in _WANTING and _BY_WAY.match(gap):
        return farthest
    if source.kind == "body" and _ISSUES.match(gap.rstrip("，并")):
        return 90
    if cue.base == "要求" and _SUES.search(gap):
        return 60
    if cue.base in NOUNS_TOO:
        # A body may do something else first: 某厅作出调整，要求各地….
        return 40 if source.kind == "body" and gap.endswith("，") else 8
    if cue.base in _OF_ONE_MIND and gap.endswith("，"):
        return 50
    if and_says or (cue.base == "宣布" and _DOES_MORE.search(gap)):
        return 100 if source.kind == "person" else 60
    return 16 if source.kind in ("paper", "body") else 60


def _of_paper(
    cue: Cue, source: Source, *, has_mark: bool, is_plan: bool, is_paper: bool
) -> float:
    """How sure it is that a written source states something."""
    if is_paper and source.name.endswith(_NAMELESS):
        return 0.0
    if cue.base in DOCUMENTARY:
        return 0.85
    is_own = is_paper and source.name in _OWN
    if is_own or not (cue.base in _OF_PAPERS or cue.word.endswith(_POINTING)):
        return 0.0
    if not has_mark and cue.base in _VIEWED:
        return 0.7
    if not has_mark:
        return 0.75 * (source.name.endswith(_POLICIES) and is_plan)
    if cue.base == "规定":
        return 0.0 if RULES.search(source.name) else 0.8
    is_law = _LAWS.search(source.name) is not None
    return 0.0 if is_law and cue.base not in _SET_FORTH else 0.8
