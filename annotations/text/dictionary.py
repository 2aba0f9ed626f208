"""Dictionary: the only module that knows jieba, and reads of its words what a text needs.

jieba reads all of its 350,000 words before it cuts the first text: a second and sixty
megabytes, as long with its cache, which lies in a folder that everybody can write to. In
its file words that begin with one character stand together, so that here only those are
read that the characters of a text may begin.
"""

from __future__ import annotations

import re
import sys
import threading
import warnings
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from importlib.machinery import ModuleSpec

_SAME_FIRST = re.compile(r"^(.).*\n(?:\1.*\n)*", re.MULTILINE)
TOTAL = 60_101_967
"""Sum of the frequencies of all words, which takes as long to count as to begin."""


class _Words:
    """jieba's list of words, found by the character that they begin with."""

    def __init__(self) -> None:
        # Without jieba itself, which takes twice as long to import as the list to read.
        jieba = cast("ModuleSpec", find_spec("jieba"))
        stands_at = Path(cast("str", jieba.origin))
        self._lines = stands_at.with_name("dict.txt").read_text("utf-8")
        self._places: dict[str, list[tuple[int, int]]] = {}
        for found in _SAME_FIRST.finditer(self._lines):
            self._places.setdefault(found[1], []).append(found.span())

    def begun_by(self, character: str) -> Iterator[tuple[str, int, str]]:
        """Words that begin with a character, each with its frequency and its class."""
        for start, end in self._places.get(character, ()):
            for line in self._lines[start:end].splitlines():
                word, frequency, class_ = line.split(" ")
                yield word, int(frequency), class_


def _quietly_imported() -> Any:
    """jieba, without its warnings and without pkg_resources, half of its start."""
    name = "pkg_resources"
    is_new = name not in sys.modules
    if is_new:
        sys.modules[name] = None  # type: ignore[assignment]  # jieba does without it
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import jieba
    finally:
        if is_new:
            del sys.modules[name]
    jieba.setLogLevel(60)
    return jieba


class Dictionary:
    """Cuts Chinese text into words. From any thread.

    Args:
        words: all there are.
        extra_words: names and terms that are one word here.
    """

    def __init__(self, words: _Words, extra_words: Iterable[str]) -> None:
        self._words = words
        self._read: set[str] = set()
        self._tokenizer = tokenizer = _quietly_imported().Tokenizer()
        tokenizer.FREQ, tokenizer.total = {}, TOTAL
        tokenizer.initialized = True
        for word in extra_words:
            self._read_for(word)
            tokenizer.add_word(word)

    def cut(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Words of a text with where each starts and ends, code points."""
        self._read_for(text)
        found: Iterator[tuple[str, int, int]] = self._tokenizer.tokenize(
            text, HMM=False
        )
        return found

    def _read_for(self, text: str) -> None:
        """Read the words that a text may hold."""
        for character in set(text) - self._read:
            frequencies = self._tokenizer.FREQ
            for word, frequency, _ in self._words.begun_by(character):
                frequencies[word] = frequency
                for end in range(1, len(word)):  # jieba goes on only from what is there
                    frequencies.setdefault(word[:end], 0)
            self._read.add(character)


_lock = threading.Lock()
_all_words = lru_cache(_Words)


def word_class(word: str) -> str:
    """What jieba has a word for, ``n`` a noun, ``nr`` a name, ``v`` a verb; or nothing.

    The tags are those of ICTCLAS. From any thread.
    """
    return _classes(word[:1]).get(word, "")


@cache
def _classes(character: str) -> dict[str, str]:
    with _lock:
        words = _all_words()
    return {word: class_ for word, _, class_ in words.begun_by(character)}


@lru_cache(maxsize=4)
def dictionary(extra_words: tuple[str, ...] = ()) -> Dictionary:
    """Jieba's words and some more: a tenth of a second the first time. From any thread."""
    with _lock:
        return Dictionary(_all_words(), extra_words)
