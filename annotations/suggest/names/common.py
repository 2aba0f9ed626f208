"""Common words that begin like a personal name: 毕业, 秦腔, 习惯."""

from __future__ import annotations

import re

from annotations.text.dictionary import word_class

_MAY_NAME = ("nr", "ns", "nz", "nt", "j")
"""Classes of words that people may be called by, or that other rules judge."""
_FULL = 3
_GOOD = frozenset(("a", "d", "z"))
"""Classes of words that parents choose: 舒畅, 高远."""
_ODD = frozenset("itlz")
"""Classes that the dictionary gives to full names: 周恩来 is a time in it."""
_WITHIN = ("中", "里", "上，", "上。", "上的")
"""What makes a thing or a place of what 在 stands before: 在贺信中, 在沙山上."""
_SPEAKS = re.compile(
    "(?:在[^，。；：]{2,24}?)?[则也还却又]?(?:说|认为|指出|主张|强调|表示|介绍|告诉|回忆|坦言|感叹|写道|讲[到道]|提出|呼吁|建议|透露|补充|笑[着道]|云|曰)|曾|正(?![确式常当是面义规])|[在的]?《"
)
"""What somebody does behind their name, and writers do."""


def is_common(name: str, text: str, *, holds_office: bool) -> bool:
    """Whether what begins like a name is a word of the dictionary, and nobody's name.

    Some are called by a noun, and officials by any good word: then the text has them
    say or write something.

    Args:
        name: what may be one.
        text: all of the document's.
        holds_office: whether it stands right behind an office: 处长舒畅.
    """
    kind = word_class(name)
    if f"在{name}" in text and any(f"在{name}{end}" in text for end in _WITHIN):
        return True
    if not kind or kind.startswith(_MAY_NAME):
        return False
    if len(name) == _FULL and kind in _ODD:
        return False
    if kind == "n" and re.search(f"[名位个些]{name}", text):
        return True  # a kind of people: 一名战俘
    is_doubled = name == name[0] * len(name)  # as children are called
    if kind == "n" or (holds_office and (kind in _GOOD or is_doubled)):
        ends = (one.end() for one in re.finditer(name, text))
        return not any(_SPEAKS.match(text, end) for end in ends)
    return True
