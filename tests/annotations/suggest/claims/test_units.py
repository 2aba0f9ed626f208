"""Where a unit begins to claim: what opens it is told by how it begins and ends."""

from __future__ import annotations

import pytest

from annotations.suggest.claims.units import after_openings

_CLAIM = "镇上的老水车停了三年，渠还在。"
_OPENINGS = (
    "然而",
    "然而，",
    "但",
    "不过，",
    "此外，",
    "因而",
    "并且，",
    "其中",
    "可见，",
    "事实上，",
    "一方面，",
    "首先，",
    "再者，",
    "最后，",
    "特别是",
    "如今，",
    "总之，",
    "于是，",
    "近年来，",
    "近日，",
    "日前，",
    "当下，",
    "据悉，",
    "据了解，",
    "据介绍，",
    "据统计，",
    "也就是说，",
    "反观，",
    "还有，",
    "结果，",
    "第四，",
    "尽管如此，",
    "相反，",
    "三是，",
    "从村里来看，",
    "就水位而言，",
    "对船户来讲，",
    "总的说，",
    "在管护方面，",
    "在水工领域，",
    "从运维环节，",
    "从水量角度，",
    "经初步测算，",
    "据水务站审理查明，",
    "这意味着，",
    "也反映出，",
    "这说明，",
    "多项研究显示，",
    "有资料证明，",
    "一项调查发现，",
    "应当看到，",
    "我们也要承认，",
    "需要注意的是，",
    "根据水务站的老账，",
    "按照惯例，",
    "依照村规，",
    "水务站披露，",
    "村里要求，",
    "章程规定，",
    "老站长认为，",
    "船户称，",
    "水务站透露，",
    "晚报报道，",
    "站里强调，",
)


@pytest.mark.parametrize(
    "opening",
    _OPENINGS,
)
def test_an_opening_is_left_out(opening: str) -> None:
    text = opening + _CLAIM
    assert after_openings(text, 0, len(text)) == len(opening)


@pytest.mark.parametrize("text", [_CLAIM, "水车停了，渠还在。", ""])
def test_what_opens_nothing_stays(text: str) -> None:
    assert after_openings(text, 0, len(text)) == 0
