"""Patterns grouped by first character find what they found before."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.suggest.cues import alternation, sifted
from annotations.suggest.patterns import holders, late, led

_SOURCES = (
    "导致|(?<![为允])让(?=[^，])|使(?=[^用])|让步",
    "(?:提升|降低)了|大幅(?:提升|降低)|(?<!必)需(?=[^要])|需要",
    "。|，[^，]{2,}，|(?<!\\d)：|——|%|成$",
    "[让使]步|让|(?:[成大]为|必)需",
)


@given(st.text(alphabet="为允让步使用，导致提升降低了大幅必需要。：—%成3", max_size=12))
def test_grouping_changes_nothing_that_is_found(text: str) -> None:
    for source in _SOURCES:
        before = [one.span() for one in re.finditer(source, text)]
        assert [one.span() for one in re.finditer(led(source), text)] == before


def test_every_branch_begins_with_its_character() -> None:
    assert led("(?<!必)需|需要") == "需(?:(?<!必需)|要)"


@pytest.mark.parametrize("source", [r"\d+年|去年", "[^就都]要|应", "(?:就)?要|应"])
def test_what_cannot_be_grouped_stays(source: str) -> None:
    assert led(source) == source


_WORDS = ["表示", "表示为", "表态", "示", "称", "说", "说道", "指出", "指"]
_GUARDS = {"示": "(?<!表示)", "称": "(?![为道])", "说道": "(?=，)", "指": "(?!示)"}


@given(st.lists(st.sampled_from([*_WORDS, *"表示为，"]), max_size=6).map("".join))
def test_sifting_changes_nothing_that_is_found(text: str) -> None:
    for words in (_WORDS, ["说"], ["表示", "指出"]):
        found, same = (
            [one.span() for one in re.finditer(make(words, _GUARDS), text)]
            for make in (sifted, alternation)
        )
        assert found == same


def test_a_guard_for_all_words_stands_behind_their_first_character() -> None:
    found = re.findall(
        sifted(["院", "法院", "局"], behind_first="(?<!大.)"), "大法院的局"
    )
    assert found == ["院", "局"]


def test_a_late_pattern_is_made_by_what_is_asked_of_it() -> None:
    late("(")  # which is none, but nobody asks
    words = late("法院|局")
    assert words.pattern == "法院|局"
    assert [one.group() for one in words.finditer("法院的局")] == ["法院", "局"]
    assert words.sub("", "法院的局") == "的"


_PATTERNS = (re.compile("[。\\s]说"), re.compile("称[^，]*道(?=[，\\n]|$)"))


@given(st.lists(st.text(alphabet="称道说，。", max_size=5), max_size=6))
def test_one_search_leaves_out_no_text(texts: list[str]) -> None:
    found = holders(_PATTERNS, texts)
    assert found <= set(range(-1, len(texts) + 1))
    for number, text in enumerate(texts):
        if any(one.search(text) for one in _PATTERNS) or text.startswith("说"):
            assert number in found


def test_one_search_passes_over_texts_without_a_match() -> None:
    assert holders(_PATTERNS[:1], ["他说", "没有", "。", "。说"]) == {3}
