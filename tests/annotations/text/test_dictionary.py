"""The dictionary leaves no trace when it loads, and cuts as one that is read whole."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from typing import TYPE_CHECKING

import jieba
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.text.dictionary import TOTAL, dictionary, word_class
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


@given(st.text(alphabet="研究生命起源的产业化和通常规则AT&一丁不", max_size=30))
def test_words_are_those_of_a_dictionary_that_is_read_whole(text: str) -> None:
    assert list(dictionary().cut(text)) == list(_whole().tokenize(text, HMM=False))


def test_the_sum_of_frequencies_is_the_dictionarys() -> None:
    assert _whole().total == TOTAL


@cache
def _whole() -> jieba.Tokenizer:
    """jieba as it starts by itself, without a file for others to find."""
    whole = jieba.Tokenizer()
    whole.FREQ, whole.total = whole.gen_pfdict(whole.get_dict_file())
    whole.initialized = True
    return whole


@pytest.mark.parametrize(
    ("word", "class_"), [("毕业", "n"), ("高峰", "nr"), ("习水河湾", ""), ("", "")]
)
def test_a_word_has_the_class_that_the_dictionary_gives_it(
    word: str, class_: str
) -> None:
    assert word_class(word) == class_
