"""Foreign names: where one that has points between its parts begins and ends."""

from __future__ import annotations

import re

from annotations.suggest.cues import alternation
from annotations.suggest.names import HAN, STOPS, TRANSLITERATION
from annotations.suggest.titles import TITLES
from annotations.text.punctuation import is_han

POINTED_AHEAD = re.compile(f"[{TRANSLITERATION}]{{1,8}}[·•]|{HAN}{{1,4}}[·•]")
_PLAIN_TRANSLITERATION = frozenset(TRANSLITERATION) - STOPS
_TITLE_AT_END = re.compile(f"(?:{alternation(TITLES)})$")


def pointed(text: str, point: int, left: int | None = None) -> str:
    """The foreign name around one of its points; empty unless it is the first."""
    start = point
    if left is not None:
        start = left
    else:
        while start > 0 and point - start < 8 and text[start - 1] in TRANSLITERATION:
            start -= 1
        if start == point:
            return ""
        if start > 0 and text[start - 1] in "·•":
            return ""
        start = _past_title(text, start, point)
    end = point
    while end < len(text) and text[end] in "·•":
        part = end + 1
        end = part
        while end < len(text) and end - part < 9 and text[end] in TRANSLITERATION:
            end += 1
        if end - part < 2:
            while (
                end < len(text)
                and end - part < 9
                and is_han(text[end])
                and text[end] not in STOPS
            ):
                end += 1
        end = _past_rare(text, part, end)
    name = text[start:end]
    cut = _TITLE_AT_END.search(name)
    return name[: cut.start()] if cut and cut.start() > point - start + 1 else name


def _past_title(text: str, start: int, point: int) -> int:
    """Where a name begins whose first characters belong to a title (主席)."""
    for taken in (1, 2):
        if start + taken < point and _TITLE_AT_END.search(
            text, max(0, start - 2), start + taken
        ):
            return start + taken
    return start


def _past_rare(text: str, part: int, end: int) -> int:
    """The end of a name's part that may hold one character rare in foreign names."""
    after = end + 1
    while (
        after < len(text) and after - part < 9 and text[after] in _PLAIN_TRANSLITERATION
    ):
        after += 1
    is_whole = (
        end - part >= 2
        and after > end + 1
        and is_han(text[end])
        and text[end] not in STOPS
        and (after == len(text) or text[after] in STOPS or not is_han(text[after]))
    )
    return after if is_whole else end
