"""Loading the dictionary leaves no trace: no file, no word on stderr."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from annotations.text.initials import find_initials
from annotations.text.words import Segmenter

if TYPE_CHECKING:
    from pathlib import Path


def test_nothing_is_written_anywhere(tmp_path: Path) -> None:
    code = (
        "from annotations.text.words import Segmenter; one = Segmenter();"
        "one.load(); print(len(one.spans('研究生命起源')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    assert int(done.stdout) >= 2
    assert list(tmp_path.glob("*jieba*")) == []


def test_spans_before_loading_are_a_mistake() -> None:
    with pytest.raises(RuntimeError):
        Segmenter().spans("新桥")


def test_own_words_stay_their_own() -> None:
    own = Segmenter(["槐树街议事会"])
    own.load()
    plain = Segmenter()
    plain.load()
    text = "参加槐树街议事会"
    assert (2, 8) in own.spans(text)
    assert (2, 8) not in plain.spans(text)


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
