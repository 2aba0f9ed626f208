"""Which marks do what in Chinese prose, full and half width; the one list of them.

After GB/T 15834-2011 for the roles; vertical forms (﹃﹄ ﹁﹂) count as what they stand for.
"""

from __future__ import annotations

FINAL = frozenset("。！？!?…")
"""Marks that end a sentence; a half-width full stop is decided by its neighbours."""

CLAUSE = frozenset("，；：。！？,;:!?…")
"""Marks that end a clause. The enumeration comma 、 does not."""

QUOTES: dict[str, str] = {
    "“": "”",
    "‘": "’",
    "「": "」",
    "『": "』",
    "﹁": "﹂",
    "﹃": "﹄",
    "〝": "〞",
}
"""Opening quotation marks and what closes them."""

STRAIGHT = frozenset('"＂')
"""Marks that open and close alike."""

CLOSING_QUOTES = frozenset(QUOTES.values())
OPENING = frozenset("“‘「『﹁﹃〝（《〈【〔［｛([{")
CLOSING = frozenset("”’」』﹂﹄〞）》〉】〕］｝)]}")

TRAILING = CLOSING | STRAIGHT
"""What still belongs to a sentence after its final mark."""

POINTS = "·•・‧"
"""What stands between the parts of a foreign name, as keyboards and prints have it."""

NEVER_FIRST = CLOSING | frozenset("。，、；：！？,.;:!?…")
"""A line that begins with one of these goes on with the line before."""


def is_han(character: str) -> bool:
    """Whether a character is a Chinese one (any plane) or the iteration mark 々."""
    return (
        "\u4e00" <= character <= "\u9fff"
        or "\u3400" <= character <= "\u4dbf"
        or "\U00020000" <= character <= "\U000323af"
        or character in "々〇"
        or "\uf900" <= character <= "\ufaff"
    )


def is_latin(character: str) -> bool:
    """Whether a character belongs to a word set with spaces between words."""
    return character.isalnum() and character < "\u2e80"


def in_title(text: str, at: int, start: int = 0) -> bool:
    """Whether a place stands in a title 《…》 that begins behind another (code points)."""
    return text.rfind("《", start, at) > text.rfind("》", start, at)


def ends_sentence(text: str, at: int) -> bool:
    """Whether the mark at a place (code points) ends a sentence there.

    A half-width full stop does after a Chinese character or a closing mark, and before
    white space or the end if what stands before it is no single letter; within 3.5,
    www.a.cn or Seedance2.0 it does not.
    """
    mark = text[at]
    if mark in FINAL:
        return True
    if mark != "." or at == 0:
        return False
    before = text[at - 1]
    after = text[at + 1] if at + 1 < len(text) else " "
    if is_han(before) or before in CLOSING:
        return not is_latin(after)
    is_initial = before.isalpha() and (at < 2 or not text[at - 2].isalnum())
    return (after.isspace() or after in TRAILING) and not is_initial
