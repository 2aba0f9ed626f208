"""Pinyin initials, by which tags and documents are found: 直接引语 by ``zjyy``."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from unicodedata import normalize

_FIRST_SIGN = 0xE000
"""Code of the first sign that stands for several letters; none is in any name's."""


class _Signs(dict[int, str]):
    """What stands for a character, looked up once each: a letter, a digit, or nothing.

    Where readings of a character begin differently (重: c, t, z) it is a sign of its own,
    and ``meant`` says which signs a letter may stand for.
    """

    def __init__(self) -> None:
        self._of_several: dict[frozenset[str], str] = {}

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character.isascii():
            sign = character.lower() if character.isalnum() else ""
        else:
            letters = frozenset(
                normalize("NFD", reading)[:1] for reading in _readings(code)
            )
            sign = "".join(letters) if len(letters) < 2 else self._several(letters)
        self[code] = sign
        return sign

    def meant(self, letter: str) -> str:
        """The letter, and the signs that stand for it among others."""
        signs = (
            sign for several, sign in self._of_several.items() if letter in several
        )
        return letter + "".join(signs)

    @property
    def count(self) -> int:
        """How many stand for several letters so far."""
        return len(self._of_several)

    def _several(self, letters: frozenset[str]) -> str:
        return self._of_several.setdefault(letters, chr(_FIRST_SIGN + self.count))


_SIGNS = _Signs()


def find_initials(name: str, typed: str) -> int:
    """Where typed letters stand in the pinyin initials of a name; -1 if nowhere.

    A character may be read in any of its ways: 重庆 is found by ``cq`` and by ``zq``.
    Latin letters and digits stand for themselves, everything else is passed over.
    """
    if not (typed.isascii() and typed.isalnum()):
        return -1
    spelled = _spelled(name)
    found = _pattern(typed.lower(), _SIGNS.count).search(spelled)
    return -1 if found is None else found.start()


@lru_cache(maxsize=65536)
def _spelled(name: str) -> str:
    return name.translate(_SIGNS)


@lru_cache(maxsize=64)
def _pattern(typed: str, known: int) -> re.Pattern[str]:  # noqa: ARG001 - else outdated
    return re.compile("".join(f"[{_SIGNS.meant(letter)}]" for letter in typed))


def _readings(code: int) -> list[str]:
    # Phrases would tell which reading is meant. They are not needed where any will do,
    # and take ten times as long to load as all the rest.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")
    from pypinyin.pinyin_dict import pinyin_dict

    readings: str | None = pinyin_dict.get(code)
    return readings.split(",") if readings else []
