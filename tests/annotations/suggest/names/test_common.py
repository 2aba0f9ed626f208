"""Words of the dictionary that begin like a personal name are nobody's."""

from __future__ import annotations

import pytest

from tests.annotations.suggest.found import speakers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # nouns after a kind of people, which a pronoun would stand for
        ("为民办事要先消除群众顾虑。他常说：“话要说透。”", ""),
        ("设计师拿起一枚鱼钩等样品，桌上还有一盏马灯。他说：“都是老物件。”", ""),
        ("梆子一响，秦腔吼了起来。“一、二、三，起！”观众齐声喊道。", "观众"),
        ("“出了事谁来担？”一位班主任说。", "一位班主任"),
        # what something is written in
        (
            "罗北山主任贺信收到了，船工在贺信里找名字。“有信心。”罗北山主任贺信说。",
            "罗北山",
        ),
        (
            "罗北山经理明信片到了，船工在明信片里找名字。“有信心。”罗北山经理明信片说。",
            "罗北山",
        ),
        # and names that are words: they speak, or hold an office
        ("“路通了，货就出得去。”县交通局局长舒畅说。", "舒畅"),
        ("镇党委书记高远在会上指出，今年要修三条路。", "高远"),
        ("博物馆里，苗苗问这是什么。苗苗说：“我想摸一摸。”", "苗苗"),
        ("周恩来指出，工作要做细。", "周恩来"),
    ],
)
def test_a_word_is_a_name_only_if_somebody_speaks_under_it(
    text: str, expected: str
) -> None:
    assert speakers(text) == [expected]
