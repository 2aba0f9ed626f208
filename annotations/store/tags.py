"""The codebook and the speaker registry as rows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from annotations.identity import new_id
from annotations.model import Tag

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from sqlite3 import Connection

    from annotations.store.journal import Action
    from annotations.store.project import Project

_TREE = """
    WITH RECURSIVE tree (id, parent_id, name, path, colour, key, definition, sort) AS (
        SELECT id, parent_id, name, name, colour, key, definition,
            printf('%06d%s', position, id)
        FROM tags WHERE parent_id IS NULL
        UNION ALL
        SELECT tags.id, tags.parent_id, tags.name, tree.path || '/' || tags.name,
            tags.colour, tags.key, tags.definition,
            tree.sort || printf('/%06d%s', tags.position, tags.id)
        FROM tags JOIN tree ON tags.parent_id = tree.id
    )
    SELECT id, parent_id, name, path, colour, key, definition,
        coalesce((SELECT uses FROM tag_uses WHERE tag_id = tree.id), 0)
    FROM tree ORDER BY sort
"""
"""Tags made on two hosts share a position; their identities tell them apart."""


def in_order(project: Project) -> tuple[Tag, ...]:
    """The whole codebook, parents before their children.

    Costs the codebook, not the taggings: triggers keep count of those.
    """
    return tuple(Tag(*row) for row in project.database.conn.execute(_TREE))


def are_there(project: Project, tag_ids: Collection[str]) -> bool:
    """Whether each of these identities is a tag's."""
    if not tag_ids:
        return True
    found = project.database.conn.execute(
        "SELECT count(*) FROM tags WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps([*tag_ids]),),
    ).fetchone()
    return int(found[0]) == len(tag_ids)


def next_position(project: Project, parent_id: str | None) -> int:
    """Where a new tag goes among its siblings."""
    found = project.database.conn.execute(
        "SELECT coalesce(max(position) + 1, 0) FROM tags WHERE parent_id IS ?",
        (parent_id,),
    ).fetchone()
    return int(found[0])


def circles(connection: Connection) -> Iterator[list[str]]:
    """Identities of tags that stand under themselves, such as no analyst can make."""
    parents = dict(connection.execute("SELECT id, parent_id FROM tags"))
    passed: set[str] = set()
    for tag_id in parents:
        way: list[str] = []
        above = tag_id
        while above is not None and above not in passed:
            passed.add(above)
            way.append(above)
            above = parents.get(above)
        if above in way:
            yield way[way.index(above) :]


def annotations_with(project: Project, tag_id: str) -> list[str]:
    """Identities of the annotations that carry a tag."""
    rows = project.database.conn.execute(
        "SELECT annotation_id FROM annotation_tags WHERE tag_id = ?", (tag_id,)
    )
    return [row[0] for row in rows]


def speaker_names(project: Project) -> list[str]:
    """Names of the registry, the most quoted first.

    Costs the registry, not the annotations: triggers keep count of those.
    """
    rows = project.database.conn.execute(
        "SELECT name FROM speakers LEFT JOIN speaker_uses ON speaker_id = speakers.id"
        " ORDER BY coalesce(uses, 0) DESC, name"
    )
    return [row[0] for row in rows]


def speaker_id(
    project: Project, action: Action, name: str, role: str = ""
) -> str | None:
    """The speaker of this name or alias, made if there is none; None for no name.

    Args:
        project: whose registry.
        action: in which a new one is made.
        name: as it was written.
        role: what a new one is, as far as is known.
    """
    if not name:
        return None
    found = project.database.conn.execute(
        "SELECT id FROM speakers WHERE name = ?1"
        " UNION ALL SELECT speaker_id FROM speaker_aliases WHERE alias = ?1 LIMIT 1",
        (name,),
    ).fetchone()
    if found is not None:
        return str(found[0])
    new = new_id()
    row = {"id": new, "name": name, "role": role, "organisation": ""}
    action.insert("speakers", row)
    return new
