"""Roles: the title and the organisation that stand before somebody's name."""

from __future__ import annotations

import re

from annotations.suggest.names.titles import TITLES

_BEFORE_ROLE = frozenset("，。；：！？“”（）\ue000…—»«")
_ROLE_STARTS = re.compile(
    "^(?:便(?![民利衣])|有限(?:责任)?公司|根据|依据|正如|诚如|甚至连|连(?!云港)|还有|这是|那是|就是|称(?!多)|批驳|驳斥|反驳|反而|对此|就此|为此|此外|另外|同时|随后|不过|但是|但|然而|而|因此|其中|目前|日前|近日|昨日|随即|最后|首先|接着|据|在(?![线校读])|由|与|和(?![平田县顺硕静政龙睦谐])|向(?![阳荣])|对(?!外)|"
    "经(?![开济贸销理营纪信管办])|请|让(?!胡路)|是|以(?!色列)|被(?![告害])|受(?![害益伤理聘灾访])|[谈提说聊讲想忆比]起|为|从(?![化江业])|到|给|把|将(?!乐|军)|会上|会后|作为|曾任|现任|担任|邀请|采访|来自|听|跟|见到|走访|赴|找到|介绍|记者从|记者采访了?|"
    "新任|时任|前来|拨通了?|联系上?了?|随着|访(?![谈问华]|[美欧日俄韩英法德](?![国洲本罗]))|其|该)"
)
_LONGEST_ROLE = 60
"""Code points."""


def role_before(text: str, at: int) -> tuple[str, int]:
    """Title and organisation that end at a place, and where they begin."""
    if text[at - 1 : at] not in _LAST_OF_TITLE:
        return "", at
    first = max(0, at - _LONGEST_ROLE)
    start = at
    while start > first and not (
        text[start - 1] in _BEFORE_ROLE or text[start - 1].isspace()
    ):
        start -= 1
    start = first if start == at else start
    for _ in range(2):
        lead = _ROLE_STARTS.match(text[start:at])
        if lead and start + lead.end() < at:
            start += lead.end()
    role = text[start:at]
    bare = role.rstrip("\ue000（）")
    if not _ends_in_title(bare) or _IN_THE_COURSE.search(bare):
        return "", at
    tail = _LAST_PHRASE.split(bare)[-1]
    start += len(bare) - len(tail)
    return tail, start


_IN_THE_COURSE = re.compile("[程期其之]中将\\Z")
"""What is no rank: 过程中将某某…."""
_LAST_OF_TITLE = frozenset(
    (*(title[-1] for title in TITLES), *"长员师家者手匠工生兵贩户官", "）")
)
_LAST_PHRASE = re.compile(
    "(?:，|。|了(?!解)|正是|就是|便是|即是|[拉握扶牵抱拍搂看望盯指等拦围追跟陪带领]+[着住]|的(?=[^的]{0,12}$)|在(?![读任职校编线京沪华岗押逃野])|经由|交由|出自|向(?!阳)|会见了?|得知|要求|接受|批驳|驳斥|汇报给|电话给|转到了?|安排(?=工作人员)|对阵|不敌|遭遇|击败|战胜|谈[及到]|回应|批评(?!家)|指责|谴责|祝贺|感谢(?!信)|致[电信函]|访问(?!学者|团)|敦促|警告|称赞|赞扬|反驳|接替|取代)"
)
"""What stands before a title and the organisation, and is no part of them."""
_TITLES = frozenset((*TITLES, *"长员师家者手"))
_TITLE_LENGTHS = sorted({len(title) for title in _TITLES})


def _ends_in_title(text: str) -> bool:
    return any(text[-length:] in _TITLES for length in _TITLE_LENGTHS)
