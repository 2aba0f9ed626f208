"""Making any text safe to draw: nothing in it can control the terminal.

Documents, file names, tags, notes and imports are not to be trusted: an escape sequence
in one of them could retitle, clear or reprogram the terminal. Textual and Rich send
what they are given, so everything that is drawn comes through here first.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# C0, DEL, C1, soft hyphen, Arabic letter mark, zero-width space, directional marks and
# isolates, line and paragraph separators, invisible operators, byte order mark,
# interlinear marks, tag characters, lone surrogates.
# A joiner is let through between two pictographs only: elsewhere nobody agrees how wide
# the result is.
_PICTOGRAPH = "\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
_UNSAFE = re.compile(
    f"\u200d(?![{_PICTOGRAPH}])|(?<![{_PICTOGRAPH}\ufe0f])\u200d|"
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"
)
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def displayable(text: str) -> str:
    """Replace what must not reach a terminal, one character for one.

    C0 controls become their pictures (ESC is shown as ``␛``), a tab a space, everything
    else that would be invisible or turn the line around a replacement character. Offsets
    stay what they were: the result has the length of ``text``, in code points.
    """
    if text.isascii() and text.isprintable():
        return text
    return _UNSAFE.sub(_visible, text)


def one_line(text: str) -> str:
    """Fold white space and make the rest safe: for titles, names and labels."""
    return displayable(" ".join(text.split()))


@lru_cache(maxsize=256)
def _picture(character: str) -> str:
    code = ord(character)
    if character == "\t":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\N{SYMBOL FOR DELETE}"
    return REPLACEMENT


def _visible(found: re.Match[str]) -> str:
    return _picture(found.group())


def is_safe(text: str) -> bool:
    """Whether every character may be sent to a terminal as it is."""
    return not _UNSAFE.search(text) and not any(
        unicodedata.category(character) in {"Cc", "Cs"} for character in text
    )
