"""Words: the only module that knows jieba.

The dictionary takes a second and sixty megabytes, so it is loaded on first need, once a
process, and never through jieba's cache: that file lies in a folder everybody can write
to and saves no time (measured: 1.0 s with it, 1.1 s without).
"""

from __future__ import annotations

import re
import threading
import warnings
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from annotations.text.punctuation import POINTS

if TYPE_CHECKING:
    from collections.abc import Iterable

_LATIN = r"[A-Za-z0-9\u00c0-\u024f]+(?:[.,'’\-_/+&][A-Za-z0-9\u00c0-\u024f]+)*[%％+]?"
_NAME = rf"[\u4e00-\u9fff]{{1,6}}(?:[{POINTS}][\u4e00-\u9fff]{{1,6}})+"
_HAN = r"[\u3400-\u4dbf\u4e00-\u9fff々〇]+"
_TOKEN = rf"({_NAME})|({_HAN})|({_LATIN})|([^\W]+)|([^\w\s]+)"

_lock = threading.Lock()
_shared: Any = None


def _load_shared() -> Any:
    """Build the dictionary without touching the shared cache file, silently."""
    global _shared  # noqa: PLW0603 - one dictionary a process
    with _lock:
        if _shared is None:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                import jieba
            jieba.setLogLevel(60)
            tokenizer = jieba.Tokenizer()
            frequencies, total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
            tokenizer.FREQ, tokenizer.total = frequencies, total
            tokenizer.initialized = True
            _shared = tokenizer
    return _shared


class Segmenter:
    """Finds words, with a project's own on top of the dictionary.

    Args:
        extra_words: names and terms that are one word here.
    """

    def __init__(self, extra_words: Iterable[str] = ()) -> None:
        self._extra = tuple(extra_words)
        self._tokenizer: Any = None

    @property
    def ready(self) -> bool:
        """Whether ``spans`` may be called; until then ``load`` has to run."""
        return self._tokenizer is not None

    def load(self) -> None:
        """Load the dictionary: a second the first time. Safe from any thread."""
        tokenizer = _load_shared()
        if self._extra:
            import jieba

            own = jieba.Tokenizer()
            own.FREQ, own.total = dict(tokenizer.FREQ), tokenizer.total
            own.initialized = True
            for word in self._extra:
                own.add_word(word)
            tokenizer = own
        self._tokenizer = tokenizer

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Words of a text as (start, end), code points; white space is none.

        Runs of marks are words of their own; numbers, Latin words and foreign names
        with ``·`` are whole.

        Raises:
            RuntimeError: ``load`` has not run.
        """
        if self._tokenizer is None:
            raise RuntimeError("load the segmenter first")
        return _spans(self._tokenizer, text)

    def straddles(self, before: str, after: str) -> bool:
        """Whether a dictionary word begins in ``before`` and ends in ``after``."""
        left = before[-6:]
        around = left + after[:6]
        return any(
            start < len(left) < end and re.fullmatch(_HAN, around[start:end])
            for start, end in self.spans(around)
        )


@lru_cache(maxsize=256)
def _spans(tokenizer: Any, text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for token in re.finditer(_TOKEN, text):
        start, end = token.span()
        if token.lastindex == 2:
            found += (
                (start + first, start + last)
                for _, first, last in tokenizer.tokenize(token.group(), HMM=False)
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
