"""Quoted: who is called by what stands in quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.names.nounphrases import AFTER_NAME
from annotations.suggest.names.words import BODY, COLLECTIVE, HAN
from annotations.suggest.patterns import late
from annotations.suggest.sources.source import Source, place

if TYPE_CHECKING:
    from annotations.suggest.passages import Passage

_OF_QUOTED = late(
    f"(?:[^，。；：“”]*(?:“\ue000+”)?[^，。；：“”]*的)?(?P<who>“\ue000{{2,16}}”{COLLECTIVE})(?={AFTER_NAME})"
)
"""Somebody of what stands in quotation marks: “…”主理人."""
_CALLED = re.compile(
    "(?:网友|用户|网民|博主|楼主|读者|听众|粉丝|球迷|影迷|账号|公众号)“(?P<who>\ue000{3,16})”[^“”，]{0,8}$"
)
"""Who is called by what stands in quotation marks: 网友“某某某”."""
KINDS = "机构|公司|平台|组织|媒体|智库|企业|网站|期刊|杂志|报纸|账号|团体|联盟|旅行社|品牌|工作室|俱乐部|基金会|乐队|书店|论坛"
"""What a body is whose name stands in quotation marks behind it, as a pattern."""
_QUOTED_BODY = re.compile(
    f"{HAN}{{0,12}}?(?P<what>{KINDS})?(?<![是为像叫成作])“(?P<who>\ue000{{2,20}})”(?={AFTER_NAME})"
)
"""A body whose name stands in quotation marks: 咨询机构“某某洞察”."""
_PLAN = re.compile("“(?P<who>\ue000{4,20})”(?=(?:[中里上])?[还也则又]?$)")
"""A plan by its name in quotation marks, if it is said what it sets out."""
_IS_PLAN = re.compile("(?:计划|规划|纲要|方案|法案|白皮书|宣言|公约|草案|战略|行动)\\Z")
_SETS_OUT = re.compile("(?:明确)?(?:提出|规定|要求|明确|指出|强调)(?![的了过])")
"""What a plan is called, and the word behind it."""
_NICKNAMED = re.compile("“(?P<who>\ue000{2,8})”(?=[也还则又]?(?:$|笑着$|[对向]记者$))")
"""Whoever is known by a name in quotation marks alone, if a person's reporting word follows."""
_PERSONS_WORD = re.compile(
    "[也还则又]?(?:笑着|[对向]记者)?(?:告诉[^，。：]{1,6}|表示|透露|坦言|直言|回忆|感慨|说|认为|介绍)[，：]"
)
_IS_BODY = late(f"{BODY}\\Z")


def called_in_marks(passage: Passage, start: int, clause: str) -> Source | None:
    """Whoever is called by what stands in quotation marks: 网友“某某某”, “…”主理人.

    Args:
        passage: where the clause stands.
        start: where it begins, code points into the passage.
        clause: its text, what stands in quotation marks blotted out.
    """
    if "”" not in clause:
        return None
    body = _QUOTED_BODY.match(clause)
    if body is not None:
        first, last = place(body, start)
        name = passage.plain[first:last]
        if body["what"] or _IS_BODY.search(name):
            return Source(name, first, last, "", 0.8, "body")
    plan = _PLAN.match(clause)
    if plan is not None and _SETS_OUT.match(passage.masked, start + len(clause)):
        first, last = place(plan, start)
        name = passage.plain[first:last]
        if _IS_PLAN.search(name):
            return Source(name, first, last, "", 0.75, "paper")
    of_it = _OF_QUOTED.match(clause)
    if of_it is not None:
        first, last = place(of_it, start)
        return Source(passage.plain[first:last], first, last, "", 0.75, "group")
    called = _CALLED.search(clause) or _nicknamed(passage, start, clause)
    if called is None:
        return None
    first, last = place(called, start)
    return Source(passage.plain[first:last], first, last, "", 0.8, "person")


def _nicknamed(passage: Passage, start: int, clause: str) -> re.Match[str] | None:
    """Whoever has no other name than the one in quotation marks that is the clause."""
    found = _NICKNAMED.match(clause)
    if found is None:
        return None
    at = start + found.end()
    return found if _PERSONS_WORD.match(passage.masked, at) else None
