"""Loading the dictionary leaves no trace: no file, no word on stderr."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from annotations.text.initials import initials
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
    ("name", "expected"),
    [
        ("直接引语", "zjyy"),
        ("产业/就业", "cyjy"),
        ("AI技术", "aijs"),
        ("Covid-19", "covid19"),
    ],
)
def test_initials(name: str, expected: str) -> None:
    assert initials(name) == expected
