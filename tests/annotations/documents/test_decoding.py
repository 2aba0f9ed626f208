"""Encodings: told right, overridden when asked, refused by name when hopeless."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.documents.decoding import decode
from annotations.errors import SourceRefusedError

SIMPLIFIED = (
    "记者从市政府获悉，今年一季度全市新增就业三万二千人，同比增长百分之六。"
    "市长说：“我们还要继续努力，让每一个人都有事做。”\n"
)
TRADITIONAL = (
    "記者從市政府獲悉，今年一季度全市新增就業三萬二千人，同比增長百分之六。"
    "市長說：「我們還要繼續努力，讓每一個人都有事做。」\n"
)


@pytest.mark.parametrize(
    ("text", "codec", "expected"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "utf-8-sig", "utf-8-sig"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (SIMPLIFIED, "gbk", "gb18030"),
        (SIMPLIFIED, "gb2312", "gb18030"),
        (SIMPLIFIED, "utf-16-le", "utf-16-le"),
        (SIMPLIFIED, "utf-16-be", "utf-16-be"),
        (TRADITIONAL, "big5", "big5"),
        (TRADITIONAL, "gb18030", "gb18030"),
        (TRADITIONAL, "utf-8", "utf-8"),
    ],
)
def test_the_encoding_is_told(text: str, codec: str, expected: str) -> None:
    assert decode(text.encode(codec)) == (text, expected)


@pytest.mark.parametrize(
    ("mark", "codec"),
    [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_byte_order_marks_are_obeyed_and_dropped(mark: bytes, codec: str) -> None:
    assert decode(mark + SIMPLIFIED.encode(codec)) == (SIMPLIFIED, codec)


def test_line_ends_become_one_kind_and_nothing_else_changes() -> None:
    text, _ = decode("一\r\n二\r三\n四\x0b五\u2028六\u3000".encode())
    assert text == "一\n二\n三\n四\x0b五\u2028六\u3000"


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\x00\r\ufeff"), min_size=1)
)
def test_utf8_comes_back_as_it_was(text: str) -> None:
    padded = f"正文{'的' * 40}{text}"
    try:
        assert decode(padded.encode()) == (padded, "utf-8")
    except SourceRefusedError as refusal:
        assert "binary" in refusal.message


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        ("　\n".encode(), "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "ZIP"),
        (bytes(range(256)) * 20, "binary"),
        ("新桥\x00通车".encode(), "binary"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, reason: str) -> None:
    with pytest.raises(SourceRefusedError, match=reason):
        decode(data)


def test_an_override_is_strict() -> None:
    data = SIMPLIFIED.encode("gb18030")
    assert decode(data, "gbk")[0] == SIMPLIFIED
    with pytest.raises(SourceRefusedError, match="byte 0"):
        decode(data, "utf-8")
    with pytest.raises(SourceRefusedError, match="no encoding"):
        decode(data, "klingon")
