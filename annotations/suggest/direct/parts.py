"""Parts: whether part of a sentence in quotation marks is what a reporting word leads to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.cues import CALLING_FOR, base_of
from annotations.suggest.direct.fragments import CLAUSE_LIKE
from annotations.suggest.direct.wording import FIRST_PERSON

if TYPE_CHECKING:
    from annotations.suggest.direct.attribution import Attribution
    from annotations.suggest.direct.candidate import Candidate

_LINK = re.compile("[，道地出 ]*|的(?:那样|一样)?，")
"""What may stand between a cue and words that it introduces."""
_SAYS = frozenset(
    "表示 称 说 坦言 直言 坚称 声称 宣称 扬言 断言 坦承 回应 坚持 回答 回复 答复".split()
)
"""What has utterances behind it and no terms, as 提出 and 强调 have."""
_ORDERS = frozenset(
    "叮嘱 嘱咐 要求 勉励 告诫 鼓励 呼吁 希望 提醒 号召 寄语 称赞".split()
)
"""What has behind it whom it is said to, or of, before the words."""
_WHOM = re.compile(
    "(?:[他她它我你]们?|其|AI|[^，。；：“”的]{1,5}(?:们|员|生|人|者|部|长|年|代表|同志|官兵|群众|儿童))?(?:[^，。；：“”的]{0,6}(?:要|应|须|必须|不要|别|一定|能))?"
)
"""Whom somebody tells to do something: 叮嘱干部要“…”."""
_BLAMES = frozenset("指责 批评 谴责 抨击".split())
_BLAMED = re.compile("[一-鿿]{2,6}")
"""Whom somebody blames in words of their own: 指责某国“…”."""
_ASKS = frozenset("问 询问 追问 反问 提问 发问".split())
_QUESTION = re.compile(
    "[吗呢吧？]$|多少|什么|怎么|哪|有没有|是不是|能不能|会不会|是否|几[个位年时]|谁"
)
"""What has the form of a question, with or without its mark."""
_LEAST_SAID = 4
LEAST_PART = 6
"""Code points quoted right behind one of them, and behind another reporting word."""
LEAST_WHOLE = 10
"""Code points that are all somebody says, behind a reporting word and a comma."""
_SETS_OUT = frozenset("提出 明确 强调 指出 要求 部署".split())
_LEAST_PLAN = 8
"""Code points of what is to be done, behind a plan or a meeting that sets it out."""
_PLANNED = re.compile(f"{CALLING_FOR}|坚持|推[动进]|打造|全链条")
_BESIDE = 4
"""Code points between whoever holds an office and the word that sets something out."""
_IN_LETTER = re.compile("[一-鿿]{0,3}在[^，。；：“”]{1,12}[中上里时]")
"""Where they set it out: 主席在贺信中."""
_CITED = re.compile(
    "（[^（）]{1,24}[，,] ?(?:18|19|20)\\d\\d[a-z]?(?:[，,] ?pp?\\.? ?[\\d–—-]+)?）"
)
"""Whose work words are from that stand before it: （某某，2017，p.13）."""


def is_led_to(ahead: Attribution, gap: str, one: Candidate) -> bool:
    """Whether part of a sentence in quotation marks is said, by the reporting word before it.

    Args:
        ahead: who says it and by which word.
        gap: what stands between that word and the quotation.
        one: the quotation.
    """
    if not (_LINK.fullmatch(gap) or _is_order(ahead.cue, gap)):
        return False
    return (
        _may_be_said(ahead.cue, gap, one.inner)
        or _is_set_out(ahead, gap, one)
        or (not gap and _CITED.match(one.passage.plain, one.quoted.end) is not None)
    )


def _is_order(cue: str, gap: str) -> bool:
    """Whether a reporting word and what follows tell whom to do something: 叮嘱干部要."""
    base = base_of(cue)
    whom = _WHOM if base in _ORDERS else _BLAMED if base in _BLAMES else None
    return whom is not None and whom.fullmatch(gap) is not None


def _may_be_said(cue: str, gap: str, inner: str) -> bool:
    """Whether part of a sentence that a reporting word leads to is speech.

    Args:
        cue: the reporting word.
        gap: what stands between it and the quotation.
        inner: what is quoted.
    """
    if gap in ("", "，") and base_of(cue) in _SAYS:
        return len(inner) >= (LEAST_PART if gap else _LEAST_SAID)
    if not gap and base_of(cue) in _ASKS and _QUESTION.search(inner):
        return len(inner) >= _LEAST_SAID
    is_clause = CLAUSE_LIKE.search(inner) or FIRST_PERSON.search(inner)
    if gap == "，" and len(inner) >= LEAST_WHOLE:
        return True
    return len(inner) >= LEAST_PART and is_clause is not None


def _is_set_out(ahead: Attribution, gap: str, one: Candidate) -> bool:
    """Whether a plan, a meeting or an office sets out what is quoted: 规划纲要提出，“加快…”."""
    source, span = ahead.source, ahead.cue_span
    if source is None or span is None:
        return False
    between = one.passage.masked[source.end : span[0]]
    is_beside = len(between) < _BESIDE or _IN_LETTER.fullmatch(between) is not None
    holds_office = source.role != "" and span[0] >= source.end and is_beside
    return (
        (holds_office or source.kind in ("paper", "body"))
        and gap in ("", "，")
        and base_of(ahead.cue) in _SETS_OUT
        and len(one.inner) >= _LEAST_PLAN
        and _PLANNED.match(one.inner) is not None
    )
