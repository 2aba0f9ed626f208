"""Stating: whether a reporting word states something, and how sure that is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.cues import DOCUMENTARY, THOUGHT
from annotations.suggest.frames import RULES
from annotations.suggest.names import NAMELESS_PAPERS

if TYPE_CHECKING:
    from annotations.suggest.cues import Cue
    from annotations.suggest.source import Source

_ATTITUDE = re.compile(
    "(?:衷心|热烈|由衷|深切|强烈|高度|十分|非常|完全|诚挚|坚决|充分|极大|深表|一致)*的?(?:赞同|欢迎|感谢|祝贺|支持|反对|遗憾|满意|理解|担忧|关注|慰问|敬意|哀悼|谴责|不满|歉意|愤慨|肯定|认可|同意|怀疑|关切|抗议|问候|认同|赞赏|钦佩|惊讶|忧虑|惋惜|异议|疑问)"
)
_NEGATED = re.compile(
    "(?:一?边|一面|或许会|也许会|可能会|不禁要|难免会|没有?|未|不|最|就会|便会|都会|才会|得(?:很|更|十分|非常)|由于|因为|不愿|拒绝|不肯|无需|无须|不必|毋庸|难以|无法|不得|不能|不想|不便|尚未|并未|从未|(?<![出究务卫法生诊交])所|如果|如|谁|怎么|什么)$"
)
_NO_SAYING = re.compile(
    "(?:可以|应该|不妨|也就是|就是|等于|总|换句话|俗话|常|有|(?<![数依证根])据|听|(?<![讲谈])话|虽|再|应当|只能|[要意就]是|或者|来|好|按理|照理|只|先|且|不用|别)$"
)
_WORDS = ("说", "称", "讲")
_AS_ONE_SAYS = re.compile(
    "(?:实事求是|客观|公平|公正|严格|准确|确切|精确|简单|具体|通俗|笼统|概括|广义|狭义|夸张|形象|不客气|毫不夸张|更进一步)[地点]?\\Z"
)
"""What an author says in what manner: 实事求是地说，."""
_LEAST = 6
_TOUCHING = frozenset("提到 谈到 提及 谈及 讲到 质疑 批评 提出 反映 指控 指责".split())
_TOPIC = re.compile("(?:对于|针对|面对|关于|就(?!是))[^，；：]*\\Z")
"""What only says what is going to be answered: 对于某某提到的“…”，…."""
_QUALITY = re.compile(
    "的[^，。；的]{0,3}(?:性|意义|价值|魅力|力量|艰辛|不易|温暖|差距|责任)[。！]?$"
)
"""What is felt and no statement: 意识到…的重要性."""
_OF_WHOM = re.compile("[^，。；：“”]{1,24}的(?:他|她)们?(?=[，。在一也就又还])")
"""What tells which person is meant: 觉得…的他."""
_STRESSED = re.compile(
    "[^，。；：]*的[^，。；：的要应须不是有能会]{0,10}(?:重要性|必要性|性|意义|作用|价值|精神|境界|意识|地位|角色|责任|影响|差异|区别|力量|理念|原则|立场|关系|功能|能力|态度|特点|优势|紧迫感|重任|使命|艺术|美|艰辛|不易)[，。！；]?"
)
"""What is stressed as a thing: 强调…的重要性."""
_ANSWERED = re.compile("(?:就|对|对于|针对|围绕)[^，；：]{2,}\\Z")
_ANSWERS = re.compile(
    "[^。；]*(?:予以|作出|做出|进行|表达|提出|给予)了?(?:[^，。；]{0,4})(?:回应|回答|答复|谴责|评论|说明|驳斥|批评|反驳|解释|介绍|解读|抗议)[，。；]?"
)
"""What makes a matter that is answered of what stands before it: 就…予以回应."""
_HAS_ANSWERED = re.compile(
    "[^，。；：的]{2,16}?(?:就|对|对于|针对|围绕)[^。；]{4,}(?:予以|作出|做出|作了|进行|回答了)[^，。；]{0,6}(?:回应|回答|答复|谴责|评论|说明|驳斥|批评|解释|介绍|解读|提问)。"
)
_CLAUSE_MARK = re.compile("[，；]")
_OF_PAPERS = frozenset(
    (
        "指出 认为 发现 称 强调 提出 说 表示 提醒 呼吁 建议 预测 预计 要求 明确 规定 写道 介绍 记载"
    ).split()
)
"""What written sources do besides showing."""
_POINTING = ("指出", "称", "表示")
"""What makes a written source's of any reporting word in front: 《…》分析指出."""
_NOT_BEFORE = frozenset("的所被“、")
_AS_NOUN = re.compile(
    "[与及]$|的(?:明确|首次|正式|率先|公开)$|(?:所有|一切|任何|上述|相关|有明确|[这那]些|[这那]一)$"
)
"""What makes a thing of the reporting word behind it: 需求与期盼, 的明确提出, 所有指控."""
_HOUSE = re.compile("[出究务卫法生诊交]所$")
"""A body that ends in 所, which elsewhere makes an attribute of a verb: 派出所."""
_NOT_AFTER = frozenset("的了着、”》")
_ON_AND_ON = frozenset("已止断绝迭")
_EXCESS = frozenset("度去于多程分剩")
_TOLD_ONLY = frozenset("说 讲 称 看到 问 答 道 提到 谈到".split())
_SPEECHES = frozenset("致辞 致词 发言 陈述 阐述".split())
"""What tells that somebody speaks, but not what."""
_VIEWED = frozenset("认为 称 指出 预计 预测 警告".split())
"""What papers do with a clause right behind it: 报告认为某公司…."""
_OWN = frozenset("研究 结果 文章 论文 调查".split())
"""What a paper calls itself and its findings."""
_THINGS_TOO = frozenset("倡议 建议 主张 呼吁 要求 规定 判断 设想 估计 推断".split())
"""What is a thing right behind its name in quotation marks: “…”倡议."""
_PAPERS_TOO = ("规划", "意见")
"""What makes one paper with 建议: 规划建议."""
_NEAR = 10
"""Code points in front of one of them in which 的 makes it a thing: 提出的…倡议，."""
_NOUNS_TOO = frozenset(("要求 规定 明确 报道").split())
_MET = re.compile("(?:符合|按照?|遵照|遵循|满足|达到|落实|对照|[依根]据|适应)")
"""What is done with a rule, which is then no statement: 符合《…》要求，."""
_OF_ONE_MIND = frozenset("认为 表示 指出 强调 发现 坦言 直言".split())
"""What may go on with the subject of the clauses before: 某部门…，认为…."""
_GOES_ON = re.compile("，(?:并|也|还|且|又|同时)\\Z")
_AND_SAYS = re.compile("，并[且还]?\\Z")
"""What one does besides, and says."""
_OFTEN_UNMARKED = frozenset("提到 谈到 讲到 提及 谈及".split())
_OFTEN_NO_SPEECH = frozenset(("希望 要求 提出 称").split())


_POLICIES = (
    "报告",
    "规划",
    "规划草案",
    "纲要",
    "意见",
    "方案",
    "通知",
    "决定",
    "建议",
    "公报",
    "文件",
    "白皮书",
    "》",
)
"""Papers that say what is to be done."""
_TO_DO = re.compile(
    "要|应|须|将|力争|着力|到20|未来|我国|必须|加快|推动|推进|坚持|建设|加强|完善|鼓励|支持|促进|深化|全面|实施|优化|健全|构建|建立|强化|提升|发展|扩大"
)
_LAWS = re.compile(
    "(?<!基本)(?:法|法典|条例|规定|办法|章程|细则|准则|规则|规程|解释|标准|宪法|公约|合同|协议)》"
)
"""Written rules, whose wording is in force and nobody's statement."""
_NAMELESS = tuple(NAMELESS_PAPERS)
_BY_WAY = re.compile(
    "(?:已|则|还|也|又|并|随即|日前|近日)?(?:在|依据|依照|根据|按照|经|经过|通过|结合|综合|就|对|对于|针对|基于|从|以)"
)
"""What opens an adverbial between a body and what it states."""
_ISSUES = re.compile(
    "[^，。；：]{0,20}?(?:印发|下发|发布|公布|出台|发出|制定|推出|刊发|发表|撰写|转发)了?[^，。；：]{0,60}(?:》|通知|公告|通告|通报|声明|文件|公报|文章|社论|讲话)(?:（[^）]*）)?[^，。；：]{0,4}\\Z"
)
"""What a body hands out before it is said what that says: 印发《…》指出."""
_THINGS = re.compile(
    "[^，。；：]{0,30}(?:机制|理论|方法|概念|理念|模式|方案|观点|计划|目标|思路|构想|设想|假说|猜想|模型|框架|体系|倡议|建议|要求|意见|问题|疑问|疑义|质疑|异议|措施|举措|主张|口号|原则|标准|路径|战略|任务|对策|命题|定义|抗议|申请|申诉|上诉|请求|诉求|赔偿|条件|挑战|需求|看法|见解|办法|政策|议案|提案|算法|技术|路线)(?=[，。；：]|$)"
)
"""A thing that is put forward, which is no statement: 提出…的方案."""
_ORDER = re.compile(
    "(?=[^。]{8})(?:各|全|所有|有关|相关|双方|[^，。；：了过的]{2,14}?(?:必须|应当?|不得|不要|立即|马上|尽快|抓紧|严格|认真|切实|做好|加强|确保|落实|完成|停止|撤出|提交|整改|把|在[^，。]{1,12}[前内]|于[^，。]{1,12}[前内]))"
)
"""What is demanded of many, or to be done: 要求各地把…."""
_BY_STUDY = re.compile(
    "(?:通过|经过|根据|基于|利用|采用|运用|对|就|用)[^。]{2,40}(?:研究|调查|分析|实验|试验|比较|观察|访谈|考察|检验|测算|统计|影响|收益率)，$"
    "|(?:比较|分析|研究|考察|调查|测算|检验|利用|观察|跟踪|访谈|梳理|统计|回顾|评估|度量|模拟|关注|选取)了?[^。，]{2,40}，(?:研究)?$"
)
"""What a study finds, after how it was made: 通过对…的研究，发现…."""
_ASKING = re.compile(
    "[^，。“”]{0,16}(?:能否|是否|能不能|可不可以|可否|有没有|会不会|是不是|要不要|怎么|为什么|为何|何时|多少|哪里|[吗呢？])"
)
"""What is asked: 问…能否…."""
_NEWS = re.compile(
    "(?=[^。]{6})(?:将|自|从|对|于|在|不再|已|全面|正式|启动|取消|终止|暂停|恢复|成立|[^，。；：了过的]{2,20}?(?:将|已|自|从|于|正式|获|为(?!了)|是))"
)
"""What a body announces: 宣布将…, 宣布某某自…."""
_WANTING = frozenset(
    "预计 预测 预料 预期 要求 希望 期待 期盼 提出 建议 呼吁 提醒 估计 担心".split()
)
"""What needs its subject in its own clause, unless a mark follows."""


def _may_lack_mark(cue: Cue, left: str, rest: str) -> bool:
    """Whether a cue that mostly has a mark after it states something without."""
    if cue.base == "要求":
        return _ORDER.match(rest) is not None
    if cue.base in ("宣布", "宣告"):
        return _NEWS.match(rest) is not None
    if cue.base in ("问", "询问", "追问"):
        return _ASKING.match(rest) is not None
    if cue.base == "发现":
        return _BY_STUDY.search(left) is not None
    return cue.base in _OFTEN_UNMARKED


def _is_far_from_wanting(cue: Cue, gap: str) -> bool:
    return (
        cue.base in _WANTING
        and "，" in gap
        and _BY_WAY.match(gap) is None
        and _ISSUES.match(gap.rstrip("，并")) is None
        and _GOES_ON.search(gap) is None
    )


def _longest_gap(cue: Cue, source: Source, gap: str) -> int:
    """How far a source may stand from its cue, code points."""
    if cue.base in _THINGS_TOO and "的" in gap[-_NEAR:]:
        return 0
    if source.kind != "paper" and cue.base not in _WANTING and _BY_WAY.match(gap):
        return 60
    if source.kind == "body" and _ISSUES.match(gap):
        return 90
    if cue.base in _NOUNS_TOO:
        return 8
    if cue.base in _OF_ONE_MIND and gap.endswith("，"):
        return 50
    if _AND_SAYS.search(gap):
        return 60
    return 16 if source.kind in ("paper", "body") else 60


def may_state(text: str, cue: Cue, start: int, end: int) -> bool:
    """Whether a cue of the sentence ``start..end`` states what comes after it."""
    after = text[cue.end : cue.end + 1]
    before = text[max(start, cue.start - 4) : cue.start]
    if (
        _is_attribute(cue, before)
        or _not_stating(text, cue, after)
        or _is_nobodys(text, start, cue)
    ):
        return False
    is_word = cue.base in _WORDS
    if _NEGATED.search(before) or (is_word and _NO_SAYING.search(before)):
        return False
    if cue.base in _TOUCHING and (
        _TOPIC.match(text, start, cue.start) or before.endswith(("在", "当"))
    ):
        return False
    has_mark = after in ("，", "：")
    rest = text[cue.end : end]
    if (
        cue.needs_mark
        and not has_mark
        and not _may_lack_mark(cue, text[start : cue.start], rest)
    ):
        return False
    if cue.base == "表示" and _ATTITUDE.match(rest):
        return False
    if has_mark:
        return True
    left = text[start : cue.start]
    if _ANSWERED.search(left) and (_TOPIC.match(left) or _ANSWERS.match(rest)):
        return False
    return _goes_on(cue, after, rest)


def _is_nobodys(text: str, start: int, cue: Cue) -> bool:
    """Whether the clause of a cue is the author's own, or tells what a rule is for."""
    if cue.base not in _WORDS and cue.base not in _NOUNS_TOO:
        return False
    clause = max(start, text.rfind("，", start, cue.start) + 1)
    pattern = _AS_ONE_SAYS if cue.base in _WORDS else _MET
    return pattern.search(text, clause, cue.start) is not None


def _is_attribute(cue: Cue, before: str) -> bool:
    """Whether the characters before a cue make it part of a noun phrase."""
    if before[-1:] in _NOT_BEFORE and not _HOUSE.search(before):
        return True
    is_thing = before[-1:] == "”" and cue.base in _THINGS_TOO
    is_thing = is_thing or (cue.base == "建议" and before.endswith(_PAPERS_TOO))
    return is_thing or _AS_NOUN.search(before) is not None


def _goes_on(cue: Cue, after: str, rest: str) -> bool:
    """Whether a cue without a mark goes on with a clause and not with a thing."""
    if after in ("。", "；", "！", "？", "") or len(rest) < _LEAST:
        return False
    if cue.base == "提出" and not rest.startswith("要") and _THINGS.match(rest):
        return False
    if cue.base in THOUGHT and (_QUALITY.search(rest) or _OF_WHOM.match(rest)):
        return False
    if cue.base == "强调" and _STRESSED.fullmatch(rest):
        return False
    return not (
        cue.base in ("提出", "说", "称", "讲", "透露")
        and "，" not in rest
        and len(rest) < 12
    )


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
    return 0.0 if _LAWS.search(source.name) else 0.8


def certainty(text: str, cue: Cue, source: Source, *, is_paper: bool) -> float:
    """How sure (0 to 1) it is that a source states something by a cue; 0 if not.

    Args:
        text: the passage's masked text.
        cue: where it stands.
        source: who is named before it.
        is_paper: whether the document is a paper: what it finds itself is no report.
    """
    has_mark = text[cue.end : cue.end + 1] in ("，", "：")
    gap = text[source.end : cue.start]
    if source.name.endswith("记者"):
        return 0.0
    if source.kind == "paper":
        is_plan = _TO_DO.match(text, cue.end) is not None
        return _of_paper(
            cue, source, has_mark=has_mark, is_plan=is_plan, is_paper=is_paper
        )
    if cue.base in DOCUMENTARY:
        return 0.85 if source.kind == "body" else 0.0
    if "。" in gap or len(gap) > _longest_gap(cue, source, gap):
        return 0.0
    if not has_mark and _is_far_from_wanting(cue, gap):
        return 0.0
    score = 0.95 if has_mark else 0.75
    if not has_mark and cue.base in _OFTEN_UNMARKED:
        score = 0.55 if source.kind == "person" and len(gap) < 3 else 0.0
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


def tells_of_answer(text: str, start: int, end: int) -> bool:
    """Whether a sentence only tells that somebody answered: 某某就…作了回应."""
    return _HAS_ANSWERED.match(text, start, end) is not None


def _not_stating(text: str, cue: Cue, after: str) -> bool:
    """Whether the character after a cue makes it part of something else: 说不清."""
    if after in _NOT_AFTER or cue.word in _SPEECHES:
        return True
    if after == "过":
        return text[cue.end + 1 : cue.end + 2] not in _EXCESS
    if after == "不" and text[cue.end + 1 : cue.end + 2] in _ON_AND_ON:
        return True
    return after in ("和", "不", "一") and (after == "和" or cue.base in _TOLD_ONLY)
