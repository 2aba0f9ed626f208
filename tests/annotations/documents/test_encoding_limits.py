"""Where telling encodings ends: short clippings, other languages, private characters."""

from __future__ import annotations

from importlib.resources import files

import pytest

from annotations.documents.decoding import decode
from annotations.errors import SourceRefusedError

SAMPLES = [
    one.read_text("utf-8")
    for one in (files("annotations") / "samples").iterdir()
    if one.name.endswith(".txt")
]
LENGTH = 20


@pytest.mark.parametrize("codec", ["gb18030", "utf-16-le", "utf-16-be"])
def test_a_clipping_of_one_line_is_never_read_wrongly(codec: str) -> None:
    refused = tried = 0
    for text in SAMPLES:
        for start in range(0, len(text) - LENGTH, 3):
            clip = text[start : start + LENGTH]
            if sum("\u4e00" <= one <= "\u9fff" for one in clip) < LENGTH // 4:
                continue
            tried += 1
            try:
                assert decode(clip.encode(codec))[0] == clip
            except SourceRefusedError:
                refused += 1
    assert refused * 100 < tried


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("港町では休漁の期間が始まり、すべての船が岸に着いた。", "shift-jis"),
        ("항구에서는 금어기가 시작되어 모든 배가 들어왔습니다. 모두 쉽니다.", "euc-kr"),
        ("В порту начался запрет на лов, и все лодки вернулись домой.", "cp1251"),
        ("Le port s'est arrêté : l'été a été très court, déjà terminé.", "latin-1"),
    ],
)
def test_what_is_not_chinese_is_left_to_the_user(text: str, codec: str) -> None:
    data = text.encode(codec)
    with pytest.raises(SourceRefusedError, match="in no encoding that could be told"):
        decode(data)
    assert decode(data, codec)[0] == text


def test_characters_that_no_prose_holds_are_a_reason_to_ask() -> None:
    private = "".join(chr(0xE000 + number) for number in range(3))
    data = f"渔港今年休渔期{private}".encode("gb18030")
    with pytest.raises(SourceRefusedError, match="in no encoding that could be told"):
        decode(data)
    assert decode(data, "gb18030")[0].endswith(private)
