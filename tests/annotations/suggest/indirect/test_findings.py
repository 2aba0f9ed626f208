"""What offices have found out. All sentences are invented."""

from __future__ import annotations

import pytest

from tests.annotations.suggest.found import reports


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "经省政府事故调查组认定，这起塌方是一起责任事故。经调查，直接原因是支护不足。\n调查查明，施工单位管理不到位。",
            [
                ("这起塌方是一起责任事故。", "省政府事故调查组"),
                ("直接原因是支护不足。", "省政府事故调查组"),
                ("施工单位管理不到位。", "省政府事故调查组"),
            ],
        ),
        ("经市场监管局核查，该店所售牛肉丸不含牛肉成分。", [("该店所售牛肉丸不含牛肉成分。", "市场监管局")]),
        ("经调查，直接原因是支护不足。", []),
    ],
)  # fmt: skip
def test_what_an_office_has_found_out_is_its_statement(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected
