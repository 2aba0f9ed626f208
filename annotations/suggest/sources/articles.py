"""Articles: who wrote the work that a review speaks of as 文章 and its 作者."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.suggest.names.writers import writers
from annotations.suggest.sources.source import Source

if TYPE_CHECKING:
    from annotations.suggest.names.people import People
    from annotations.suggest.passages import Passage

_WORK = frozenset("作者 文章 该文 此文 论文 文中 评论".split())
"""What a review calls the work it speaks of and who wrote it."""


def author(people: People, passage: Passage, at: int, called: str) -> Source | None:
    """Who wrote the work that a passage has spoken of last before 文章 or 作者 at a place.

    Args:
        people: everybody the document names.
        passage: where the work is called so.
        at: code points into the passage.
        called: what it is called there.
    """
    if called not in _WORK:
        return None
    text = passage.masked[:at]
    named = {one.start: one for one in people.between(passage, 0, at)}
    ones = [named[one.start] for one in writers(text) if one.start in named]
    ones += (one for one in named.values() if text.endswith("作者", 0, one.start))
    if called == "文中":
        told = (
            one for one in named.values() if text.endswith("这是", 0, one.role_start)
        )
        ones += told
    if not ones:
        return None
    first = last = max(ones)
    for one in sorted(named.values(), reverse=True):
        if text[one.end : first.start] in ("、", "和"):
            first = one
    name = last.name if first is last else text[first.start : last.end]
    return Source(name, at, at + len(called), "", 0.8, "person")
