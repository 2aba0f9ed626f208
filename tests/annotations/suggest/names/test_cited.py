"""Whom a paper names by a view or a work of theirs. All is invented."""

from __future__ import annotations

import pytest

from annotations.suggest.names.cited import cited_people
from tests.annotations.suggest.found import statements

_MORE = "渠首的选址历来有争议〔3〕。坝基的年代也有争议〔3〕。" * 3


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("厉敏认为旧渠改过道。", ["厉敏"]),
        ("关于年代，缪三秋精辟地指出旧志有误。", ["缪三秋"]),
        ("舟屐的《旧渠考》别开一面。", ["舟屐"]),
        ("庐舟曾主张，渠名从水。", ["庐舟"]),
        # words, works, bodies, and what points to somebody
        ("突出地认为渠比城早。", []),
        ("后来的《旧渠考》别开一面。", []),
        ("复古派认为渠比城早。", []),
        ("学者认为渠比城早。", []),
        ("他们认为渠比城早。", []),
        ("研究院认为渠比城早。", []),
    ],
)
def test_they_are_no_words_of_the_dictionary(text: str, names: list[str]) -> None:
    assert list(cited_people(text)) == names


@pytest.mark.parametrize("name", ["厉敏", "缪三秋"])
def test_they_hold_what_comes_next(name: str) -> None:
    text = f"{_MORE}\n\n{name}精辟地指出旧志的年代有误，今人不应照搬。\n\n{_MORE}"
    assert statements(text) == [("旧志的年代有误，今人不应照搬。", name, "指出")]
