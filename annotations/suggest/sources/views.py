"""Views: schools, and several people, that are told by what they hold alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.names.nounphrases import AFTER_NAME, VERBAL
from annotations.suggest.names.words import ADVERBS, COLLECTIVE, HAN
from annotations.suggest.patterns import late
from annotations.suggest.sources.source import Source, place

if TYPE_CHECKING:
    from annotations.suggest.passages import Passage

_VIEW = re.compile(
    "(?:也|还|而|另)?(?P<who>有(?:一?[种类派些])?(?:观点|说法|声音|意见|看法|论调|舆论|评论|分析|人士))(?:也|还|则|就|曾|甚至|更|同时|进一步)*"
)
"""A view that nobody in particular holds: 有观点指出."""
_SORT = re.compile(
    "(?:则|也|还|而)?(?P<who>(?:第[一二三四五六七]种|前一种|后一种|[另还]有?一种|一种)(?:观点|意见|看法|说法|主张|解释)?)(?:则|也|还)?"
)
"""One of several views that are told apart: 第一种观点认为, 另一种则认为."""
_SCHOOL = re.compile(
    f"(?:也|还|则|而)?(?P<who>(?:(?:这[一种类派]|该)|(?:传统|流行|通行|主流|正统)的?)(?:观点|观念|看法|说法|意见|解释|理论|学说)"
    f"|{HAN}{{2,10}}(?:主义者|[^结讨言舆评理争悖辩无不推议定立谬概绪引本通总社论]论)|[儒道墨法佛]家)(?:也|还|则|都|均|普遍|一般|通常)*"
)
"""A school or its view: 这种观点认为, 一般系统论认为."""
_COUNTED = frozenset("有另不许很众多一几数大绝部越其0123456789")
_MANY = re.compile(
    f"(?:其中)?(?:也|还|另)?有?(?P<who>\\d[\\d.,]*[万余多]*人|(?:不少|许多|很多|众多|多[位名个家]|一些|几[位名个家]|数[位名]|大多数?|绝大多数|部分|越来越多的?)(?!人数|数)(?!的){HAN}{{1,8}}?)(?:[也还则都均就却常曾]|普遍|一致|纷纷|均已|往往|通常|一直|开始|对此|就此|这[样么]|如此|甚至|[更仍多]|仍然)*(?:关心|好奇|纳闷|疑惑|不解)?(?:提出|发出|作出|做出|给予|予以|展开)?"
)
"""Several of a kind that needs no other mark than its number: 不少船户."""

_BY_THE_WAY = re.compile(
    "(?:一边?|不无|的|近日|日前|此前|[今昨][日天]|多次|同时|联[合名署](?:声明)?)\\Z|一边.*"
)
"""What stands between several people and what they say."""
_KIND = late(f"{HAN}{{2,10}}?{COLLECTIVE}(?={AFTER_NAME})")
"""Several of a kind that has a name of its own, before what they do: 不少村民 多次."""


def of_view(passage: Passage, start: int, clause: str) -> Source | None:
    """Whoever holds a view, if a clause is nothing else: 有观点, 第一种, 不少船户.

    Args:
        passage: where the clause stands.
        start: where it begins, code points into the passage.
        clause: its text up to the reporting word.
    """
    found = _MANY.fullmatch(clause) if clause[:1] in _COUNTED else None
    found = found or (_VIEW.fullmatch(clause) if "有" in clause[:2] else None)
    found = found or (_SORT.fullmatch(clause) if "种" in clause else None)
    found = found or _SCHOOL.fullmatch(clause)
    if found is None or VERBAL.search(found["who"]):
        return None
    who = _BY_THE_WAY.sub("", found["who"])
    kind = _KIND.match(who)
    if kind is not None and (who[kind.end() :] in ADVERBS or len(who) > kind.end() + 2):
        who = kind.group()
    first, _ = place(found, start)
    return Source(who, first, first + len(who), "", 0.75, "group", passage.number)
