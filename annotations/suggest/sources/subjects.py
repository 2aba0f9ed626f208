"""Subjects: which of the people named in a clause acts in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.names.words import HAN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.suggest.names.people import Mention

_OBJECT_OF = re.compile(
    "(?:对|向|给|跟|被|让|请|叫|送走|送别|告别|扶起|接过|叫住|拦住|拉住|围住|打断|埋怨|责怪|安慰|夸|骂|催|逗|追上|惊动|难住|感动|告诉|采访|采访了|看望|慰问|感谢|邀请|问|据|(?<!所)以|把|找到|陪|陪同|随|听|催促|[对向冲朝带领拉望看指扶握拍陪围盯等拽抱搂追搀牵]着|看到|看见|听到|听说|得知|见证|"
    "走近|纪念|怀念|缅怀|悼念|见到|见了|遇到|遇见|介绍|关于|和|与|同|[谈提说聊讲想忆比]起|受|谈及|谈到|提到|提及|联系上|劝|替|为|由)(?:(?:身[旁边后前]|一旁|旁边|面前|台下|在场|现场|[前赶]来|随行|同行)的)?$"
)
_OWNS = re.compile(
    "(?:等人?|一案|案|身边|领导|率领|主持|所[在属][^，。；：的]{0,6})?的"
)
"""What makes somebody named the owner of what comes next: 某某一案的法官."""
_JOINED = re.compile("(?:和|与|及|以及|、)$")
_IN_ROLE = re.compile(
    "(?:”|[^，。；：]{4}[^他她我你们者员人师长生友家民属])[和与及]\\Z"
)
"""What joins two parts of one office, with no company before it: …和区域研究中心主任."""
_STANDS_FOR = re.compile("(?:（[^）]*）)?(?:等人?)?为(?:代表|首)")


def is_object(text: str, start: int, at: int) -> bool:
    """Whether what begins at a place is the object of the word before it."""
    return _OBJECT_OF.search(text, max(start, at - 7), at) is not None


def first_subject(text: str, start: int, mentions: Sequence[Mention]) -> Mention | None:
    """The first person of a clause who is no object and no owner of something."""
    owner: Mention | None = None
    for number, one in enumerate(mentions):
        later = mentions[number + 1 :]
        before = text[start : one.role_start]
        if _JOINED.search(before) and mentions[0] is not one:
            continue
        if _OBJECT_OF.search(before) and not (
            (one is mentions[0] and _IN_ROLE.search(before))
            or (
                before.endswith("以")
                and (
                    _STANDS_FOR.match(text, one.end)
                    or text.startswith("色列", one.role_start)
                )
            )
        ):
            continue
        if later and (_OWNS.match(text, one.end) or _is_aside(text, one, later)):
            owner = owner or one
            continue
        return one
    return owner


def _is_aside(text: str, one: Mention, later: Sequence[Mention]) -> bool:
    """Whether a person only stands in what tells of somebody named later, or when.

    As in 某某院士的学生某某, 在某某鼓励下，某某 and 某某宣判时，某某.
    """
    following = later[0]
    between = text[one.end : following.role_start]
    if _OF_ONE.fullmatch(between) is not None:
        return True
    return _WHEN.fullmatch(text, one.end, following.start) is not None


_OF_ONE = re.compile("(?:[^，。；：了着过到在把给让对向与和同跟]{1,4})的")
"""What makes somebody's of whoever is named next: 院士的, 任命的."""
_WHEN = re.compile(f"[^，。；：]{{0,16}}(?:[时下]|之际|期间|前后)，{HAN}{{0,12}}")
"""What tells when or by whose help something is done, up to who does it."""


def joined(text: str, first: Mention, mentions: Sequence[Mention], end: int) -> int:
    """Where a row of people that speak together ends: 甲、乙和丙; or the first's end.

    Args:
        text: a passage's masked text.
        first: whoever is named first.
        mentions: everybody named in the clause.
        end: where the reporting word begins.
    """
    last = first.end
    company = False
    for one in mentions:
        link = _LINK.fullmatch(text, last, one.start) if one.start > last else None
        if link is not None:
            company = company or link["with"] is not None
            last = one.end
    if company and _MEETING.search(text, last, end):
        return first.end
    return first.end if text.startswith("的", last) else last


_LINK = re.compile(
    # Somebody of a row may be known by their place in it alone.
    f"(?:（[^）]*）)?(?:、{HAN}{{2,4}})*(?:、|及|以及|暨|(?P<with>和|与|同|跟))"
)
_MEETING = re.compile(
    "会谈|会见|会晤|会面|见面|通话|电话|交谈|谈判|商谈|磋商|协商|交流|握手|对话|讨论|聊|合影|签署|签订|一起|道别|告别|相识|见到|通信"
)
"""What one does with another without speaking for both."""
