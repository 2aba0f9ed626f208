"""Reading on in a newer text: where one was, or near it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.anchoring.places import place_in

OLD = "标题\n\n第一段说桥已经通车。\n\n第二段说菜农很高兴。\n\n第三段说江水很急。\n"


@pytest.mark.parametrize(
    ("newer", "words"),
    [
        (f"更正启事\n\n{OLD}", "菜农"),
        (f"{OLD}编者按\n", "菜农"),
        (OLD.replace("第一段说桥已经通车。", "改了"), "菜农"),
        (OLD.replace("第三段说江水很急。", "改了"), "第一段"),
        (
            OLD.replace("标题", "新的标题").replace("第三段", "最后"),
            "第二段说菜农很高兴",
        ),
    ],
    ids=["before", "behind", "changed before", "changed behind", "both"],
)
def test_one_reads_on_where_one_was(newer: str, words: str) -> None:
    assert place_in(OLD, newer, OLD.index(words)) == newer.index(words)


def test_where_the_place_is_gone_one_reads_on_near_it() -> None:
    newer = OLD.replace("标题", "新的标题").replace("第二段说菜农很高兴。\n\n", "")
    found = place_in(OLD, newer, OLD.index("菜农"))
    assert newer.index("第一段") <= found <= newer.index("第三段")


@given(st.text("一二\n"), st.text("一二三\n"), st.integers(0, 30))
def test_the_place_is_always_in_the_text(older: str, newer: str, offset: int) -> None:
    found = place_in(older, newer, min(offset, max(len(older) - 1, 0)))
    assert 0 <= found <= max(len(newer) - 1, 0)
