"""Fragments: clauses quoted word for word inside a reported statement."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.direct.attribution import Attribution
from annotations.suggest.direct.speech import speech
from annotations.suggest.direct.terms import is_not_said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotations.suggest.direct.speech import Speech
    from annotations.suggest.indirect.statement import Statement
    from annotations.suggest.passages import Passage, Quoted

CLAUSE_LIKE = re.compile(
    "[了是不没让把被该就也还得必需仍]|有(?![限效机关])|能(?![力源量耗级])|会(?![议员展])|要(?![素点闻])|可(?![持再])|应(?![用急])|将(?![军领])|都(?!市)|已经|正在|[，。！？]|容易|严格|甚至|似乎|难以|从未|尚未|并非|极其|过于|继续|尽快|立即|停止|不得|切勿|源于|来自|取决于|导致|造成|意味着|违背|违反|损害|面临|下降|上升|增长|减少|恶化|上涨|下跌"
)
_COMES_TO = ("在于", "就是", "意味着")
"""What a matter comes to in somebody's words: 着力点在于“…”."""
_LEAST_COMPLEMENT = 10
_LEAST_FRAGMENT = 8
_LEAST_APART = 6
_LEAST_LAST = 5
"""Code points quoted in part of a clause, as a clause, and as the last one of a sentence."""


def fragment(
    passage: Passage,
    quoted: Quoted,
    inner: str,
    statements: Iterable[Statement],
    *,
    ends_clause: bool,
) -> Speech | None:
    """A clause quoted word for word inside a reported statement."""
    for one in statements:
        if not one.start <= quoted.start < one.end or one.last_number != passage.number:
            continue
        stands_apart = passage.masked[quoted.start - 1] == "，"
        is_last = stands_apart and passage.masked.startswith("。", quoted.end)
        is_clause = (is_last and len(inner) >= _LEAST_LAST) or (
            len(inner) >= (_LEAST_APART if stands_apart else _LEAST_FRAGMENT)
            and (stands_apart or CLAUSE_LIKE.search(inner) is not None)
        )
        is_clause = is_clause or (
            len(inner) >= _LEAST_COMPLEMENT
            and passage.masked.endswith(_COMES_TO, 0, quoted.start)
        )
        if (
            is_clause
            and ends_clause
            and not is_not_said(passage.masked[: quoted.start].rstrip("在于将"))
        ):
            attribution = Attribution(one.source, one.cue, one.cue_span)
            return speech(quoted, passage, attribution, "direct.fragment", 0.55)
    return None
