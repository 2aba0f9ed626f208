"""Names around a place; however long a line is, no more of it is read than is near."""

from __future__ import annotations

from annotations.model import Joins
from annotations.suggest.lexicon import Lexicon
from annotations.suggest.names.nearby import names_near

NOBODY = "河水照常流过，桥上的灯一盏一盏亮了。"
FAR, NEAR = "宋小双说，账目要公开。", "卓大山说，新桥很好。"


def near(text: str) -> list[str]:
    offset = text.index(NEAR) + len(NEAR)
    return names_near(text, Joins(), offset, Lexicon((), (), ()))


def test_a_line_that_is_near_is_read_to_its_ends() -> None:
    aside = NOBODY * 100
    assert near(f"{FAR}{aside}{NEAR}{NOBODY}") == ["卓大山", "宋小双"]
    assert near(f"{NEAR}{aside}{FAR}") == ["卓大山", "宋小双"]


def test_a_line_without_end_is_read_around_the_place() -> None:
    aside = NOBODY * 1000
    assert near(f"{FAR}{aside}{NEAR}{aside}{FAR}") == ["卓大山"]
