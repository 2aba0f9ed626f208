"""Pairs of quotation marks, and what only looks like one."""

from __future__ import annotations

import pytest

from annotations.text.quotations import pairs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《’98洪水志》说：“水退了。”", ["“水退了。”"]),
        ("那届’04年会上，他说“散会”。", ["“散会”"]),
        ("他说‘写到1996’就停笔。", ["‘写到1996’"]),
        ("他说‘写到’96届’为止。", ["‘写到’"]),
    ],
)
def test_a_short_year_has_an_apostrophe(text: str, expected: list[str]) -> None:
    assert [text[one.start : one.end] for one in pairs(text)] == expected
