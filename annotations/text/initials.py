"""Pinyin initials, by which tags and documents are found: 直接引语 is ``zjyy``."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=65536)
def initials(name: str) -> str:
    """First letters of the pinyin of a name; Latin letters and digits stay, lower case."""
    if name.isascii():
        return "".join(one for one in name.lower() if one.isalnum())
    from pypinyin import Style, lazy_pinyin

    letters = "".join(lazy_pinyin(name, style=Style.FIRST_LETTER)).lower()
    return "".join(one for one in letters if one.isalnum() and one.isascii())
