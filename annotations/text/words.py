"""Words: where they begin and end, by the dictionary or roughly without it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from annotations.text.dictionary import Dictionary, dictionary
from annotations.text.punctuation import POINTS

if TYPE_CHECKING:
    from collections.abc import Iterable

_LATIN = r"[A-Za-z0-9\u00c0-\u024f]+(?:[.,'’\-_/+&][A-Za-z0-9\u00c0-\u024f]+)*[%％+]?"
_NAME = rf"[\u4e00-\u9fff]{{1,6}}(?:[{POINTS}][\u4e00-\u9fff]{{1,6}})+"
_HAN = r"[\u3400-\u4dbf\u4e00-\u9fff々〇]+"
_TOKEN = rf"({_NAME})|({_HAN})|({_LATIN})|([^\W]+)|([^\w\s]+)"


class Segmenter:
    """Finds words, with a project's own on top of the dictionary.

    Args:
        extra_words: names and terms that are one word here.
    """

    def __init__(self, extra_words: Iterable[str] = ()) -> None:
        self._extra = tuple(extra_words)
        self._dictionary: Dictionary | None = None

    @property
    def ready(self) -> bool:
        """Whether ``spans`` may be called; until then ``load`` has to run."""
        return self._dictionary is not None

    def load(self) -> None:
        """Load the dictionary: a tenth of a second the first time. From any thread."""
        self._dictionary = dictionary(self._extra)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Words of a text as (start, end), code points; white space is none.

        Runs of marks are words of their own; numbers, Latin words and foreign names
        with ``·`` are whole.

        Raises:
            RuntimeError: ``load`` has not run.
        """
        if self._dictionary is None:
            raise RuntimeError("load the segmenter first")
        return _spans(self._dictionary, text)

    def straddles(self, before: str, after: str) -> bool:
        """Whether a dictionary word begins in ``before`` and ends in ``after``."""
        left = before[-6:]
        around = left + after[:6]
        return any(
            start < len(left) < end and re.fullmatch(_HAN, around[start:end])
            for start, end in self.spans(around)
        )


@lru_cache(maxsize=256)
def _spans(words: Dictionary, text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for token in re.finditer(_TOKEN, text):
        start, end = token.span()
        if token.lastindex == 2:
            found += (
                (start + first, start + last)
                for _, first, last in words.cut(token.group())
            )
        else:
            found.append((start, end))
    return found


def rough_spans(text: str) -> list[tuple[int, int]]:
    """Words as far as they can be told without a dictionary: single Chinese characters."""
    found: list[tuple[int, int]] = []
    for token in re.finditer(_TOKEN, text):
        start, end = token.span()
        if token.lastindex == 2:
            found += ((at, at + 1) for at in range(start, end))
        else:
            found.append((start, end))
    return found
