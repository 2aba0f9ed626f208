"""What annotations hold that no analyst wrote: identity, kind, type and times.

Exports write these as they are stored, so nothing else may come into a project.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from annotations.errors import ProjectRefusedError
from annotations.identity import is_id, is_time
from annotations.model import TYPES

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

_TYPES = {str(kind): ("", *types) for kind, types in TYPES.items()}

_COLUMNS = ("id", "kind", "type", "created_at", "updated_at")

_WAS = """
    SELECT before, "after" FROM changes WHERE table_name = 'annotations'
    AND json_valid(coalesce(before, '{}')) AND json_valid(coalesce("after", '{}'))
"""


def refuse_faulty(row: object) -> None:
    """Let no row of an annotation in that pizhu cannot have made.

    Raises:
        ProjectRefusedError: it is no row, or has a fault.
    """
    if name := _fault(row):
        raise ProjectRefusedError(
            f"the other project is not whole: an annotation has a wrong {name}",
            "run pizhu check on it",
        )


def journaled(text: str) -> object:
    """A row as the journal has it; None if that cannot be read."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def faults(connection: sqlite3.Connection) -> Iterator[tuple[str, str, object]]:
    """Where, which column and what it holds, of annotations as they are and were."""
    for values in connection.execute(f"SELECT {', '.join(_COLUMNS)} FROM annotations"):
        row = dict(zip(_COLUMNS, values, strict=True))
        if name := _fault(row):
            yield f"annotation {row['id']!r}", name, row[name]
    for both in connection.execute(_WAS):
        for was in map(journaled, filter(None, both)):
            if name := _fault(was):
                held = was if isinstance(was, dict) else {}
                where = f"the history of annotation {held.get('id')!r}"
                yield where, name, held.get(name)


def _fault(row: object) -> str:
    """What of an annotation pizhu never makes so: a column's name, empty if nothing."""
    if not isinstance(row, dict):
        return "row"
    kind = row.get("kind")
    if not isinstance(kind, str) or kind not in _TYPES:
        return "kind"
    if row.get("type") not in _TYPES[kind]:
        return "type"
    if not is_id(row.get("id")):
        return "id"
    times = ("created_at", "updated_at")
    return next((name for name in times if not is_time(row.get(name))), "")
