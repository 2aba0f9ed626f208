"""Latin: people and bodies whose names are in Latin letters."""

from __future__ import annotations

import re

from annotations.suggest.names.words import HAN, LATIN_NAME
from annotations.suggest.sources.source import Source, place

_LATIN = re.compile(
    f"(?P<who>{LATIN_NAME}(?:(?:和|与|及|、| ?& ?| and ){LATIN_NAME}){{0,2}})(?:等人?)?(?=$|[\u4e00-\u9fff])"
)
_TITLED_LATIN = re.compile(
    f"(?P<role>{HAN}{{2,30}}(?:[长员师家授士生者官手席理事人的]|之一))(?P<who>{LATIN_NAME})\\Z"
)
"""Whose name is in Latin letters behind a title: 某某医院院长Adams."""
_LATIN_BODY = re.compile(
    f"{HAN}{{2,30}}(?:平台|机构|网站|公司|集团|媒体|智库|企业|巨头|品牌|杂志)(?P<role>)(?P<who>[A-Z][A-Za-z0-9]+)\\Z"
)
"""A body that is called in Latin letters behind what it is: 分析平台DigiShip."""
_FIRM = re.compile(
    "(?P<who>(?=[A-Z]+[a-z])[A-Z][A-Za-z]*[a-z][A-Z][A-Za-z0-9]*)(?=$|[也还则又对在就将近日公发推宣称表指进])"
)
"""A firm with capitals inside its name, which nobody has: DeepOcean."""
_SYMBOL = 2
"""Code points of a symbol in a formula, which is no author's name: Zm 表示."""


def in_latin(bare: str, start: int) -> Source | None:
    """Somebody or a body that is called in Latin letters behind what they are."""
    for pattern, kind in ((_TITLED_LATIN, "person"), (_LATIN_BODY, "body")):
        called = pattern.search(bare)
        if called is not None:
            return Source(
                called["who"], *place(called, start), called["role"], 0.85, kind
            )
    return None


def cited_in_latin(clause: str, start: int, *, is_near: bool) -> Source | None:
    """Authors whose names in Latin letters a clause begins with."""
    cited = _LATIN.match(clause)
    is_cited = cited is not None and cited.end() > cited.end("who")
    if cited is None:
        firm = _FIRM.match(clause)
        return firm and Source(firm["who"], *place(firm, start), "", 0.75, "body")
    if not (is_cited or (is_near and len(cited["who"]) > _SYMBOL)):
        return None
    return Source(cited["who"], *place(cited, start), "", 0.8, "person")
