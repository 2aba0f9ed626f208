"""Making any text safe to draw: nothing in it can control the terminal.

Documents, file names, tags, notes and imports are not to be trusted: an escape sequence
in one of them could retitle, clear or reprogram the terminal. Textual and Rich send
what they are given, so everything that is drawn comes through here first.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from regex import Pattern

# C0, DEL, C1, soft hyphen, combining joiner, Arabic letter mark, Hangul fillers, Khmer
# vowels and Mongolian selectors that nobody sees, zero-width space and joiners,
# directional marks and isolates, line and paragraph separators, invisible operators,
# byte order mark, interlinear marks, format characters of hieroglyphs, shorthand and
# music, tag characters, lone surrogates.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u070f\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\uffa0\ufeff\ufff9-\ufffb\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e007f\ud800-\udfff\ufe0f]"
    # A selector behind half a syllable widens for Rich what stands before both; others
    # are safe. All begins with one class, so that Python's search skips what is safe.
    "(?:(?<!\ufe0f)|(?<=[\u1160-\u11ff\ud7b0-\ud7fb]\ufe0f))"
)
_JOINER = "\u200d"
_BETWEEN = "\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
"""What may stand between a pictograph and the joiner after it."""
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


def json_line(value: object) -> str:
    """JSON in one line; what could control a terminal is escaped, and stays the same."""
    import json

    text = json.dumps(value, ensure_ascii=False)
    return _UNSAFE.sub(lambda found: json.dumps(found.group())[1:-1], text)


def one_line(text: str) -> str:
    """Fold white space and make the rest safe: for titles, names and labels."""
    return displayable(" ".join(text.split()))


@lru_cache(maxsize=1)
def _pictograph() -> Pattern[str]:
    import regex

    return regex.compile(r"\p{Extended_Pictographic}")


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
    character = found.group()
    if character == _JOINER and _joins_pictographs(found.string, found.start()):
        return character
    return _picture(character)


def _joins_pictographs(text: str, at: int) -> bool:
    """Whether the joiner at ``at`` makes one emoji of two.

    Elsewhere nobody agrees how wide the result is.
    """
    first = at - 2 if at > 1 and text[at - 1] in _BETWEEN else at - 1
    return (
        first >= 0
        and bool(_pictograph().match(text, first))
        and bool(_pictograph().match(text, at + 1))
    )
