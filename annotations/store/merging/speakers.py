"""Speakers whom the other side has merged: what is called after them goes along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.store.journal import rows_where

if TYPE_CHECKING:
    import sqlite3

    from annotations.store.journal import Action

_ALIASED = """
    SELECT speakers.id, speaker_id FROM speakers
    JOIN speaker_aliases ON alias = name WHERE speakers.id <> speaker_id
"""


def aliased(own: sqlite3.Connection) -> list[tuple[str, str]]:
    """Speakers whose name is another's alias, each with the identity of that one."""
    return own.execute(_ALIASED).fetchall()


def give(own: sqlite3.Connection, action: Action, speaker: str, to: str) -> bool:
    """Give all that one speaker has to another, and remove the first.

    What is not known of the one that stays (role, organisation) is taken over.

    Args:
        own: the project.
        action: in which it is done.
        speaker: identity of who goes.
        to: of who stays; must have the name of the first as an alias.

    Returns:
        Whether nothing was lost of what was said of the first.
    """
    kept, gone = (action.fetch("speakers", [one]) for one in (to, speaker))
    assert kept is not None  # noqa: S101 - an alias refers to it
    assert gone is not None  # noqa: S101 - it was just found
    for table, key in (("annotations", "id"), ("speaker_aliases", "alias")):
        for row in list(rows_where(own, table, "speaker_id = ?", [speaker])):
            action.update(table, [row[key]], {"speaker_id": to})
    action.delete("speakers", [speaker])
    known = {name: kept[name] or gone[name] for name in ("role", "organisation")}
    action.update("speakers", [to], known)
    return all(gone[name] in ("", value) for name, value in known.items())
