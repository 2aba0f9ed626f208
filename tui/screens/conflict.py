"""Two people changed one annotation: both versions, and which one shall stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.screens.choice import Choice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotations.model import Annotation

MINE = "m"
"""The answer that puts one's own version over the other."""


_FIELDS = (
    "kind", "type", "spans", "speaker", "role", "cue", "tags", "note", "status",
)  # fmt: skip


def conflict_dialog(
    seen: Annotation,
    mine: Mapping[str, Any],
    theirs: Annotation,
    paths: Mapping[str, str],
) -> Choice:
    """Ask what shall stand.

    Args:
        seen: the annotation as one saw it.
        mine: what one wanted of it, by field; tags by identity.
        theirs: the annotation as it is now.
        paths: of tags, by identity.
    """
    lines: list[str] = []
    for name, wanted in mine.items():
        lines.append(f"{name}, yours: {_words(wanted, paths)}")
        lines.append(f"{name}, theirs: {_words(getattr(theirs, name), paths)}")
    others = [
        name
        for name in _FIELDS
        if name not in mine and getattr(seen, name) != getattr(theirs, name)
    ]
    lines += (
        f"{name}, theirs: {_words(getattr(theirs, name), paths)}" for name in others
    )
    return Choice(
        lines,
        [("t", "leave it as they have it"), (MINE, "put yours over it")],
        "Somebody changed this annotation while you did",
    )


def _words(value: object, paths: Mapping[str, str]) -> str:
    if isinstance(value, list | tuple):
        return "; ".join(
            paths.get(one, one) if isinstance(one, str) else f"{one.start}..{one.end}"
            for one in value
        )
    return str(value) or "-"
