"""Encodings on whole articles: read rightly or refused, never read wrongly."""

from __future__ import annotations

import codecs
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.documents.decoding import decode
from annotations.errors import SourceRefusedError

SAMPLES = {
    one.name: one.read_text("utf-8")
    for one in (files("annotations") / "samples").iterdir()
    if one.name.endswith(".txt")
}
STORY = (
    "渔港今年休渔期提前半个月，三百一十二条船昨天全部进港。“船歇着，人不能歇着。”"
    "船老大指着刚刷好的船底说。港务所认为，提前休渔会让秋天的鱼多两成。\n"
)
TAIWAN = (
    "漁港今年休漁期提前半個月，三百一十二條船昨天全部進港。「船歇著，人不能歇著。」"
    "船長指著剛刷好的船底說。港務所認為，提前休漁會讓秋天的魚多兩成。\n"
)
HONG_KONG = TAIWAN + "有市民話，啲魚唔知幾時先至有得賣，喺街市問咗好多次。\n"


@pytest.mark.parametrize("name", sorted(SAMPLES))
@pytest.mark.parametrize(
    ("codec", "mark", "expected"),
    [
        ("utf-8", b"", "utf-8"),
        ("gb18030", b"", "gb18030"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
        ("utf-32-le", codecs.BOM_UTF32_LE, "utf-32"),
        ("utf-32-be", codecs.BOM_UTF32_BE, "utf-32"),
    ],
)
def test_an_article_is_read_in_any_encoding_with_any_line_ends(
    name: str, codec: str, mark: bytes, expected: str
) -> None:
    text = SAMPLES[name]
    for line_end in ("\n", "\r\n", "\r"):
        data = mark + text.replace("\n", line_end).encode(codec)
        assert decode(data) == (text, expected)


@pytest.mark.parametrize("codec", ["gb18030", "utf-16-le", "utf-16-be"])
def test_a_clipping_of_forty_characters_is_never_read_wrongly(codec: str) -> None:
    refused = tried = 0
    for text in SAMPLES.values():
        for start in range(0, len(text) - 40, 7):
            clip = text[start : start + 40]
            if sum("\u4e00" <= one <= "\u9fff" for one in clip) < 10:
                continue
            tried += 1
            try:
                assert decode(clip.encode(codec))[0] == clip
            except SourceRefusedError:
                refused += 1
    assert refused * 100 < tried


@pytest.mark.parametrize("codec", ["big5", "cp950", "big5hkscs"])
def test_traditional_text_is_read_in_big5_and_its_relatives(codec: str) -> None:
    assert decode(TAIWAN.encode(codec))[0] == TAIWAN


def test_what_only_hong_kong_writes_is_read() -> None:
    assert decode(HONG_KONG.encode("big5hkscs")) == (HONG_KONG, "big5hkscs")


@given(st.integers(0), st.sampled_from(["utf-8", "gb18030"]))
def test_a_damaged_byte_is_refused_and_never_patched(at: int, codec: str) -> None:
    data = bytearray((STORY * 3).encode(codec))
    data[at % len(data)] = 0xFF
    with pytest.raises(SourceRefusedError):
        decode(bytes(data))


@given(st.integers(0), st.sampled_from(["utf-8", "gb18030", "utf-16-le"]))
def test_a_nul_anywhere_makes_it_no_text(at: int, codec: str) -> None:
    text = STORY * 3
    cut = at % (len(text) + 1)
    with pytest.raises(SourceRefusedError):
        decode(f"{text[:cut]}\x00{text[cut:]}".encode(codec))


def test_a_nul_far_behind_the_sample_is_found() -> None:
    with pytest.raises(SourceRefusedError, match="binary"):
        decode((STORY * 2000).encode() + b"\x00")


def test_controls_count_by_their_share() -> None:
    assert decode(f"{STORY}\x07".encode())[0] == f"{STORY}\x07"
    with pytest.raises(SourceRefusedError, match="binary"):
        decode("\x01".join(STORY).encode())


@pytest.mark.parametrize(
    ("head", "what"),
    [
        (b"\xef\xbb\xbf%PDF-1.4\n", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old office"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"SQLite format 3\x00", "SQLite"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"GIF89a", "GIF"),
        (b"\x1f\x8b\x08\x00", "packed"),
        (b"7z\xbc\xaf\x27\x1c", "archive"),
        (b"\x7fELF\x02", "program"),
    ],
)
def test_what_it_is_instead_is_named(head: bytes, what: str) -> None:
    with pytest.raises(SourceRefusedError, match=what):
        decode(head + bytes(range(256)))


@pytest.mark.parametrize(
    "name",
    [
        "base64",
        "rot13",
        "unicode_escape",
        "idna",
        "utf-7",
        "charmap",
        "palmos",
    ],
)
def test_codecs_that_are_no_encodings_of_files_are_unknown(name: str) -> None:
    with pytest.raises(SourceRefusedError, match="no encoding is called"):
        decode(STORY.encode(), name)


@given(st.binary(max_size=300), st.none() | st.sampled_from(["gbk", "utf-16", "big5"]))
def test_any_bytes_are_text_or_refused_in_one_line(
    data: bytes, encoding: str | None
) -> None:
    try:
        text, name = decode(data, encoding)
    except SourceRefusedError as refusal:
        assert "\n" not in str(refusal)
    else:
        assert text.strip()
        assert "\r" not in text
        assert name
        text.encode()


_JAPANESE = (
    "新しい橋が二十日に開通した。町の人たちは「これで遠回りをしなくてすむ」と話している。"
    "建設を担当した役場によると、川を渡る時間は四十分短くなるという。"
)


@pytest.mark.parametrize("times", [1, 5, 2000])
def test_japanese_is_not_taken_for_big5(times: int) -> None:
    data = (_JAPANESE * times).encode("euc-jp")
    with pytest.raises(SourceRefusedError):
        decode(data)
    assert decode(data, "euc-jp") == (_JAPANESE * times, "euc-jp")


_MARKED = {
    "utf-8-sig": codecs.BOM_UTF8 + "新桥".encode(),
    "utf-16-le": codecs.BOM_UTF16_LE + "新桥".encode("utf-16-le"),
    "utf-16-be": codecs.BOM_UTF16_BE + "新桥".encode("utf-16-be"),
    "utf-32": codecs.BOM_UTF32_BE + "新桥".encode("utf-32-be"),
}


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        ("utf-16-be", "utf-16-le"),
        ("utf-16-le", "utf-16-be"),
        ("utf-16-le", "utf-8"),
        ("utf-8-sig", "gb18030"),
        ("utf-8-sig", "utf-16"),
        ("utf-32", "utf-16-be"),
    ],
)
def test_a_mark_of_another_encoding_is_believed(marked: str, told: str) -> None:
    with pytest.raises(SourceRefusedError, match=f"marked as {marked}") as refused:
        decode(_MARKED[marked], told)
    assert "--encoding" in str(refused.value)


@pytest.mark.parametrize(
    ("data", "told", "name"),
    [
        (_MARKED["utf-8-sig"], "UTF8", "utf-8-sig"),
        (_MARKED["utf-16-le"], "UTF-16", "utf-16-le"),
        (_MARKED["utf-16-be"], "utf16", "utf-16-be"),
        (_MARKED["utf-16-be"], "UTF_16BE", "utf-16-be"),
        ("新桥".encode("utf-16-le"), "utf-16", "utf-16-le"),
        ("新桥".encode(), "U8", "utf-8"),
        ("新桥".encode("gb18030"), "GB18030", "gb18030"),
    ],
)
def test_what_is_told_has_the_name_it_would_be_told_by(
    data: bytes, told: str, name: str
) -> None:
    assert decode(data, told) == ("新桥", name)


def test_letters_that_look_like_a_mark_are_letters() -> None:
    assert decode("яюю".encode("cp1251"), "cp1251") == ("яюю", "cp1251")
