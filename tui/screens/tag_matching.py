"""Which tags are meant by what has been typed: part of a name, initials, or paths."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.session.codebook import BETWEEN_TAGS
from annotations.text.initials import find_initials

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotations.model import Tag


_MARKS = f"{BETWEEN_TAGS},，、"
"""What is typed between tags. Names may hold commas, so a name that is there stays whole."""


def matching(tags: Sequence[Tag], typed: str) -> list[Tag]:
    """Tags that fit, the best first; all of them, in order, for nothing typed.

    Best is a name that begins so, then one whose pinyin initials do, then one that
    holds it, then a path that does.
    """
    wanted = "".join(typed.casefold().split())
    if not wanted:
        return list(tags)
    ranked = [
        (rank, number, tag)
        for number, tag in enumerate(tags)
        if (rank := _rank(tag, wanted)) is not None
    ]
    return [tag for _, _, tag in sorted(ranked, key=lambda one: one[:2])]


def _rank(tag: Tag, wanted: str) -> int | None:
    name, path = tag.name.casefold(), tag.path.casefold()
    at = find_initials(tag.name, wanted)
    tests = (
        wanted in (name, path),
        name.startswith(wanted),
        at == 0,
        wanted in name,
        at > 0,
        wanted in path,
        find_initials(tag.path, wanted) >= 0,
    )
    return next((rank for rank, fits in enumerate(tests) if fits), None)


def paths_in(typed: str, known: Iterable[str]) -> list[str]:
    """Paths of tags in a line; a semicolon or a comma stands between them.

    Args:
        typed: the line.
        known: paths of the codebook, some of which may hold such a mark themselves.
    """
    marked = [path for path in known if any(mark in path for mark in _MARKS)]
    whole = "|".join(map(re.escape, sorted(marked, key=len, reverse=True)))
    part = f"[^{_MARKS}]+"
    if whole:
        part = rf"\s*(?:{whole})(?=\s*(?:[{_MARKS}]|\Z))|{part}"
    return [path for found in re.findall(part, typed) if (path := found.strip())]
