"""Patterns grouped by first character find what they found before."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.suggest.patterns import led

_SOURCES = (
    "导致|(?<![为允])让(?=[^，])|使(?=[^用])|让步",
    "(?:提升|降低)了|大幅(?:提升|降低)|(?<!必)需(?=[^要])|需要",
)


@given(st.text(alphabet="为允让步使用，导致提升降低了大幅必需要", max_size=12))
def test_grouping_changes_nothing_that_is_found(text: str) -> None:
    for source in _SOURCES:
        before = [one.span() for one in re.finditer(source, text)]
        assert [one.span() for one in re.finditer(led(source), text)] == before


def test_every_branch_begins_with_its_character() -> None:
    assert led("(?<!必)需|需要") == "需(?:(?<!必需)|要)"


@pytest.mark.parametrize("source", [r"\d+年|去年", "[就都]要|应", "(?:就)?要|应"])
def test_what_cannot_be_grouped_stays(source: str) -> None:
    assert led(source) == source
