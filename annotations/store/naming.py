"""What people call things that rows name by identity."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from annotations.store.project import Project

_NAMES = (
    "SELECT id, name FROM speakers WHERE id IN ({0})"
    " UNION ALL SELECT id, name FROM tags WHERE id IN ({0})"
    " UNION ALL SELECT id, title FROM documents WHERE id IN ({0})"
)


def names(project: Project, ids: Collection[str]) -> dict[str, str]:
    """Names of speakers and tags and titles of documents, by identity.

    What is gone has none.
    """
    marks = ", ".join("?" for _ in ids)
    found = project.database.conn.execute(_NAMES.format(marks), (*ids, *ids, *ids))
    return {str(identity): str(name) for identity, name in found}
