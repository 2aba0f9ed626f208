"""Patterns made quick: what begins with a known character is found by that character.

Python's search skips to where a match may begin only if every branch of a pattern begins
with a plain character. A branch behind a look-behind spoils that for all of them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LOOK_BEHIND = re.compile(r"\(\?<([!=])((?:\[[^\]]*\]|\\d|[^()\[\]\\|])+)\)")
_PLAIN = re.compile(r"[\u3001-\u9fff\uff01-\uff5e“”—…%‰A-Za-z]")
_ONE_OF = re.compile(r"\[([\u4e00-\u9fff]+)\](?![*+?{])")
_QUANTIFIER = "*+?{"


def led(source: str) -> str:
    """The same pattern with its branches grouped by the character they begin with.

    A branch of which that cannot be told leaves the pattern as it is.

    Args:
        source: branches without a group around them; a look-behind before the first
            character of one moves behind it.
    """
    by_first: dict[str, list[str]] = {}
    for branch in _branches(source):
        guard = _LOOK_BEHIND.match(branch)
        rest = branch[guard.end() :] if guard else branch
        if not _PLAIN.match(rest) or rest[1:2] in tuple(_QUANTIFIER):
            return source
        behind = f"(?<{guard[1]}{guard[2]}{rest[0]})" if guard else ""
        if guard and "|" in guard[2]:
            return source
        by_first.setdefault(rest[0], []).append(behind + rest[1:])
    return "|".join(
        f"{first}(?:{'|'.join(rests)})" for first, rests in by_first.items()
    )


class _Late:
    """A pattern that is made when something of it is first asked for."""

    def __init__(self, source: str) -> None:
        self._source = source

    def __getattr__(self, name: str) -> Any:
        """Whatever a pattern has, from then on without coming here."""
        made = re.compile(self._source)
        self.__dict__.update((one, getattr(made, one)) for one in _ASKED)
        return getattr(made, name)


_ASKED = ("search", "match", "fullmatch", "finditer", "sub")


def late(source: str) -> re.Pattern[str]:
    """A pattern with hundreds of words in it, which takes 10 to 40 ms to make.

    Few pages need all of them, and what one page is asked of waits for every one.
    """
    return cast("re.Pattern[str]", _Late(source))


def holders(patterns: Iterable[re.Pattern[str]], texts: Sequence[str]) -> set[int]:
    """Numbers of the texts in which one of the patterns may match.

    All texts are searched as one, which for many short ones takes half as long.

    Args:
        patterns: for these a line break must do as a text's beginning and end.
        texts: paragraphs, say.
    """
    whole = "\n".join(("", *texts, ""))
    begins = list(accumulate((len(text) + 1 for text in texts), initial=1))
    found: set[int] = set()
    for pattern in patterns:
        for one in pattern.finditer(whole):
            # What matches over several texts may hide what begins in one of them.
            first, last = (bisect_right(begins, at) - 1 for at in one.span())
            found.update(range(first, last + 1))
    return found


def _branches(source: str) -> list[str]:
    """The branches of a pattern; a leading group or class is multiplied out."""
    found: list[str] = []
    for branch in _split(source):
        if one_of := _ONE_OF.match(branch):
            found += (one + branch[one_of.end() :] for one in one_of[1])
            continue
        if not branch.startswith("(?:"):
            found.append(branch)
            continue
        end = _closing(branch)
        rest = branch[end + 1 :]
        if rest[:1] in tuple(_QUANTIFIER):
            found.append(branch)
        else:
            found += (one + rest for one in _branches(branch[3:end]))
    return found


def _split(source: str) -> list[str]:
    parts, depth, at = [], 0, 0
    in_class = False
    for place, character in enumerate(source):
        if source[place - 1 : place] == "\\":
            continue
        if character in "[]":
            in_class = character == "["
        elif not in_class and character in "()":
            depth += 1 if character == "(" else -1
        elif character == "|" and not depth and not in_class:
            parts.append(source[at:place])
            at = place + 1
    return [*parts, source[at:]]


def _closing(branch: str) -> int:
    """Where the group ends that a branch begins with."""
    depth = 0
    in_class = False
    for place, character in enumerate(branch):
        if character in "[]":
            in_class = character == "["
        elif not in_class and character in "()":
            depth += 1 if character == "(" else -1
            if not depth:
                return place
    return len(branch)
