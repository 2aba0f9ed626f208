"""Terms: quotations that are names, titles, slogans, laws or sayings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.direct.ahead import OF_OLD
from annotations.suggest.direct.wording import FIRST_PERSON
from annotations.suggest.names.words import LAWS, SAYINGS, SIGNS
from annotations.suggest.passages import FINAL

if TYPE_CHECKING:
    from annotations.suggest.passages import Passage

_TERM_AFTER = re.compile(
    "的(?!话|时候，|是)|等(?!到|着|待|了)|之类|为题|为主题|为名|为代表|为口号|为主|这句|这样|这一|这种|这个|一词|一语|一类|[二两三四五六七八九十]个?(?:大)?字|字样|口号|标语|成为|成了|已成|变成|"
    "之[称名说声誉]|、"
)
_PARTS_AFTER = re.compile(
    "(?:“\ue000*”)*等?(?:\\d{1,2}|[一二两三四五六七八九十几多])个(?:[一-鿿]{2})?(?:部分|篇章|章节?|板块|单元|议题|主题|专题|环节|展区|栏目)"
)
"""What makes titles of the quotations in front of it: “…？”“…？”4个部分."""
_NOT_SAID = re.compile(
    "(?:所谓|叫做|叫作|称为|称作|称之为|合称|统称|誉为|名为|题为|取名|命名为|写有|简称|俗称|戏称|号称|视为|打造|推出|开展|实施|围绕|聚焦|以|从|用|靠|把|将|在|与|和|及|的|对|由|向|变|成|(?<![认因])为|于|《|获|荣获|评为|作为|参加|举办|启动|推动|实现|坚持|落实|通过|做到|按照|秉持|遵循|践行|采取|采用|调整为)$"
)
_PROPOSAL = re.compile(
    "关于[^，。；：]{4,}的(?:建议|意见|方案|通知|决定|决议|报告|议案|提案|请示|批复|规定|办法|说明|函)"
    "|落实《[^《》]{2,40}》[^，。；：]{0,8}(?:行动|计划|方案|措施)"
)
"""What a proposal is called: “关于…的建议”."""
_LINES = re.compile(
    "(?:这句|那句)?(?:[^，。；：“”]{0,10}的?(?:经典)?台词|这[句]?是[^，。；：“”]{2,16}的(?:经典)?(?:台词|歌词|唱词|唱段))"
)
"""What tells that somebody's part in a play is quoted: “…！”剧中这句台词…."""
_TOGETHER = re.compile("[与和同跟][^，。；：]{1,24}并称$")
"""What several things are called together, and nobody has said: 与某渡并称“…”."""
_LONGEST_LEAD = 4
"""Code points that such a word has at most, with one more."""
_SAYS = re.compile("[说道喊骂问吼嚷叫]：(?:“\ue000*”、)*\\Z")
"""What leads to several things that somebody says: 骂：“…”、“…”."""
_QUOTED_BEFORE = re.compile("(?:“\ue000*”[，；])+$")
_TITLE = re.compile("《[^《》]*》")
_REACH = 40
"""Code points in front of a quotation that may say what it is."""
_TOLD_BY_ONE = re.compile("说起|笑")
_WRITTEN = re.compile("[信里中本文日记][^，]{0,6}写[着道下]")
_THESE_WORDS = re.compile(
    "这(?:[句番席段]|[个一种](?![一-鿿]{0,4}?[人者员师生家友娃孩客]))"
)
"""What is told of words that somebody has spoken: “…。”这句话…."""
_SPOKEN_OF = re.compile("，(?:这句|这一|这是|是(?!“)|这话)")


def is_term(passage: Passage, head: str, tail: tuple[int, int], inner: str) -> bool:
    """Whether the words around say that it is a term, a title, a law or a saying."""
    if _PARTS_AFTER.match(passage.masked, tail[0]):
        return True
    if _LINES.match(passage.masked, tail[0]):
        return True
    if _PROPOSAL.fullmatch(inner):
        return True
    after = passage.masked[tail[0] : tail[0] + 8]
    is_final = inner[-1:] in FINAL
    if head and _is_introduced_as_term(head):
        return True
    if not is_final and _SPOKEN_OF.match(after):
        return True
    is_introduced = is_final and head.endswith("：")
    if after.startswith("、") and _SAYS.search(head):
        return False
    if _TERM_AFTER.match(after) and not is_introduced:
        return not (
            is_final and _THESE_WORDS.match(after) and FIRST_PERSON.search(inner)
        )
    return not is_final and is_not_said(head) and not head.endswith(("在于", "将"))


def is_not_said(head: str) -> bool:
    """Whether what stands before a quotation makes a thing of it and no speech."""
    last = head[-_LONGEST_LEAD:]
    if last.endswith("并称"):
        return _TOGETHER.search(head) is not None
    return _NOT_SAID.search(last) is not None


def _is_introduced_as_term(head: str) -> bool:
    """Whether what stands before a quotation announces a saying, a law or a sign."""
    # The words of a title say nothing of what is quoted: 《所谓某某》.
    untitled = _TITLE.sub("《》", head) if "《" in head else head
    if SAYINGS.search(untitled[-16:]) and not (
        _TOLD_BY_ONE.search(head[-8:]) or OF_OLD.search(head[-_REACH:])
    ):
        return True
    # The wording of a law goes on: 某法规定，“…”，“…”.
    bare = _QUOTED_BEFORE.sub("", head) if "”" in head else head
    if LAWS.search(bare[-60:].rstrip("：，")):
        return True
    signs = SIGNS.search(head[-_REACH:].rstrip("：，"))
    return signs is not None and not _WRITTEN.search(head)
