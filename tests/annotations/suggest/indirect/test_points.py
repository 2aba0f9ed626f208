"""Paragraphs that count what somebody says. All sentences are invented."""

from __future__ import annotations

import pytest

from tests.annotations.suggest.found import statements


def test_enumerated_paragraphs_belong_to_the_one_who_is_announced() -> None:
    text = (
        "就此，编审毕昇生从两方面谈了自己的看法：\n\n一方面，稿源在减少，好稿子更少。\n\n"
        "另一方面，读者的耐心也在减少。\n\n编辑部的灯亮了一夜。"
    )
    content = text[text.index("一方面") : text.index("\n\n编辑部")]
    assert statements(text) == [(content, "毕昇生", "看法")]


def test_points_that_are_counted_belong_to_the_report() -> None:
    text = (
        "院长卜一鸣认为，冲击来自三个方面。\n\n第一是订单减少，老客户在流失。\n\n"
        "第二是工价上涨，招工更难。\n\n会议当天结束。"
    )
    content = text[text.index("冲击") : text.index("\n\n会议")]
    assert statements(text) == [(content, "卜一鸣", "认为")]


@pytest.mark.parametrize(("first", "second"), [("一是", "二是"), ("首先，", "其次，")])
def test_points_that_begin_in_the_report_belong_to_it(first: str, second: str) -> None:
    text = (
        f"分析师卜一鸣分析说，{first}航道太浅，大船进不来。\n\n"
        f"{second}码头太旧，三十年没有修过。\n\n此外，拖船也少。\n\n会议当天结束。"
    )
    content = text[text.index(first) : text.index("\n\n会议")]
    assert [found[:2] for found in statements(text)] == [(content, "卜一鸣")]
