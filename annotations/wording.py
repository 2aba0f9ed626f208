"""How messages and the history put numbers of things into words."""

from __future__ import annotations


def counted(count: int, noun: str) -> str:
    """A number with its noun: 1 annotation, 2 annotations.

    Args:
        count: how many.
        noun: for one of them; its plural must only take an s.
    """
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
