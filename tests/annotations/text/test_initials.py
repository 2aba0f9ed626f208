"""Initials: names found by the first letters of their reading."""

from __future__ import annotations

import pytest

from annotations.text.initials import find_initials


@pytest.mark.parametrize(
    ("name", "typed", "at"),
    [
        ("直接引语", "zjyy", 0),
        ("直接引语", "yy", 2),
        ("直接引语", "jj", -1),
        ("产业/就业", "cyjy", 0),
        ("AI技术", "aijs", 0),
        ("Covid-19", "covid19", 0),
        ("Covid-19", "d-1", -1),
        ("重庆与长江", "cqycj", 0),
        ("重庆与长江", "zqyzj", 0),
        ("重庆与长江", "qy", 1),
        ("", "a", -1),
    ],
)
def test_initials(name: str, typed: str, at: int) -> None:
    assert find_initials(name, typed) == at


def test_initials_are_found_whatever_was_looked_for_before() -> None:
    # What stands for 重 is only known once a name with it has been seen.
    assert find_initials("长", "z") == 0
    for name in ("重", "曾", "行", "乐", "厦", "调"):
        assert find_initials(name, "z") == (0 if name in "重曾" else -1)
