"""Bare subjects: whoever stands alone between the start of a clause and a reporting word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.cues import alternation, telling_pattern
from annotations.suggest.names import ADVERBS
from annotations.suggest.source import Source

if TYPE_CHECKING:
    from annotations.suggest.passages import Passage

_ADVERBS = frozenset(ADVERBS)
_TOLD = telling_pattern()
_MARKED = re.compile("，|：|“|。|$")
_NOUN = re.compile("[\u4e00-\u9fffA-Za-z0-9·]{2,10}")
_MANNER = re.compile(
    f"(?:{alternation(ADVERBS)}|[^的]{{1,4}}地|[苦微冷大]?笑着|[也还又则却均都便就曾再常]|进一步|多次|一再|再次|同时|明确|公开|此前|随后|日前|近日)+$"
)
"""How somebody speaks, between them and the reporting word."""
_NO_NOUN = re.compile(
    "[的了着过吗呢吧把被让给对向在从为以于是有和与同跟就都也还不没未将要会能可应须请使由但而且或及其之所这那哪谁什怎么很太更最再又才只则若如虽因据按经随着"
    "我你您他她它咱俺说讲问答想看听写做来去到出进起回走站坐拿]|[一二三四五六七八九十两几\\d]+[月日年天次点]|^[一二三四五六七八九十首其此该本各每]|"
    "上午|下午|中午|晚间|早间|凌晨|傍晚|清晨|夜间|周[一二三四五六日末天]|星期|今天|昨天|明天|目前|日前|近日|当天|当日|今年|去年|明年|多年|同样|同时|另外|此外|总体|整体|普遍|一致|事实|实际|消息|情况|方式|方法|办法|方面|方案|问题|意思|意见|结果|内容|原因|理由|"
    "文章|报道|新闻|作者|笔者|记者|编者|[性化度率时后前中上下里内外间]$"
)
"""What is no name of somebody: words of grammar and of time, things."""


def bare_subject(passage: Passage, start: int, end: int) -> Source | None:
    """Whoever a clause names by a noun alone.

    Nothing is known of the noun but its place: it is all that the clause has before a
    reporting word with a mark behind it.

    Args:
        passage: where the clause stands.
        start: where it begins, past words that only lead on.
        end: where the reporting word begins.
    """
    if end - start > 16:
        return None
    text = passage.masked
    cue = _TOLD.match(text, end)
    if cue is None or _MARKED.match(text, cue.end()) is None:
        return None
    while start < end and text[start] in " 　":
        start += 1
    manner = _MANNER.search(text, start + 1, end)
    last = manner.start() if manner else end
    if _NOUN.fullmatch(text, start, last) is None or _NO_NOUN.search(text, start, last):
        return None
    name = text[start:last]
    if name in _ADVERBS:
        return None
    return Source(name, start, last, "", 0.65, "group", passage.number)
