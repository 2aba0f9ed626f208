"""Folding: one code point for one, and everything that people take for the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.search.folding import folding


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ＡＩ", "ai"),
        ("電影", "电影"),
        ("頭髮", "头发"),
        ("發展", "发展"),
        ("裏", "里"),
        ("裡", "里"),
        ("臺灣", "台湾"),
        ("“好”", '"好"'),
        ("３．２％", "3.2%"),
        ("a\u3000b", "a b"),
        ("Ａ", "a"),
    ],
)
def test_what_people_take_for_the_same_folds_alike(one: str, other: str) -> None:
    assert folding().fold(one) == folding().fold(other)


@pytest.mark.parametrize("pair", ["辨辯", "未末", "己已", "大太", "日曰"])
def test_other_characters_stay_apart(pair: str) -> None:
    assert folding().fold(pair[0]) != folding().fold(pair[1])


@given(st.text())
def test_folding_keeps_every_offset_and_is_done_once(text: str) -> None:
    folded = folding().fold(text)
    assert len(folded) == len(text)
    assert folding().fold(folded) == folded


@given(st.characters())
def test_the_forms_of_a_character_are_those_that_fold_to_it(character: str) -> None:
    folded = folding().fold(character)
    if folded != " ":
        assert character in folding().forms(folded)
    assert all(folding().fold(one) == folded for one in folding().forms(folded))
