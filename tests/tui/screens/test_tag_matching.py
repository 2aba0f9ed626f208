"""Finding tags by what is typed."""

from __future__ import annotations

import pytest

from annotations.model import Tag
from tui.screens.tag_matching import matching, paths_in

TAGS = [
    Tag("1", None, "产业", "产业", "red", "", ""),
    Tag("2", "1", "就业", "产业/就业", "red", "", ""),
    Tag("3", None, "直接引语", "直接引语", "blue", "", ""),
    Tag("4", None, "间接引语", "间接引语", "blue", "", ""),
    Tag("5", None, "AI", "AI", "blue", "", ""),
]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", ["产业", "就业", "直接引语", "间接引语", "AI"]),
        ("zjyy", ["直接引语"]),
        ("j", ["就业", "间接引语", "直接引语"]),
        ("引语", ["直接引语", "间接引语"]),
        ("产业/就", ["就业"]),
        ("cyjy", ["就业"]),
        ("ai", ["AI"]),
        ("无此", []),
    ],
)
def test_the_best_comes_first(typed: str, names: list[str]) -> None:
    found = [tag.name for tag in matching(TAGS, typed)]
    assert found[: len(names)] == names
    assert bool(found) == bool(names)


@pytest.mark.parametrize(
    ("typed", "paths"),
    [
        ("", []),
        (" ; ；", []),
        ("产业/就业;AI； 直接引语 ", ["产业/就业", "AI", "直接引语"]),
        ("AI; 甲;乙", ["AI", "甲;乙"]),
        ("甲;乙 ; AI;甲；乙", ["甲;乙", "AI", "甲；乙"]),
        ("甲;乙丙", ["甲", "乙丙"]),
        ("丁;甲;乙/丙;甲", ["丁", "甲;乙/丙", "甲"]),
        ("AI，产业、新桥,水", ["AI", "产业", "新桥", "水"]),
        ("AI，衣、食，水", ["AI", "衣、食", "水"]),
        ("衣、食物", ["衣", "食物"]),
    ],
)
def test_a_line_of_paths_is_taken_apart_but_not_within_one(
    typed: str, paths: list[str]
) -> None:
    assert paths_in(typed, ["产业", "甲;乙", "甲；乙", "甲;乙/丙", "衣、食"]) == paths
