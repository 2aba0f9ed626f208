"""Who speaks: the names of sources, as short as the text has them. All is invented."""

from __future__ import annotations

import pytest

from annotations.model import Kind
from annotations.suggest.engine import suggest
from annotations.text.unwrap import find_joins
from annotations.text.views import LogicalView


def speakers(text: str) -> list[str]:
    """Speakers of all quotes of a text in reading order."""
    view = LogicalView(text, find_joins(text))
    return [one.speaker for one in suggest(view, kinds=frozenset((Kind.QUOTE,)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("农科所缪春生研究员告诉记者，今年的春茶会晚十天上市。", "缪春生"),
        ("滨江大学物理学院霍青山副教授说，这项实验还要做三年。", "霍青山"),
        ("省博物馆裴若兰研究馆员介绍，这批竹简共有八百余枚。", "裴若兰"),
        ("“病人最怕等。”市一院急诊科主任尚可欣教授说。", "尚可欣"),
        ("“这是难得的机会。”驻外多年的桂明远大使说。", "桂明远"),
        ("镇公所秘书邬晓棠说：“这条溪以前没有鱼。”", "邬晓棠"),
        ("受灾群众戚大山回忆，洪水夜里两点进的村。", "戚大山"),
        ("年轻妈妈苏晓曼说：“疫苗本我一直带着。”", "苏晓曼"),
    ],
)
def test_titles_on_either_side_are_no_part_of_a_name(text: str, expected: str) -> None:
    assert speakers(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("区农科所的缪春生研究员告诉记者，春茶会晚十天上市。", "缪春生"),
        ("市公路局的人还没到。养路工罗春早说，塌方就在前面。", "罗春早"),
    ],
)
def test_part_of_a_bodys_name_is_nobody(text: str, expected: str) -> None:
    assert speakers(text) == [expected]
