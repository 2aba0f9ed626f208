"""What a search asks of the project besides the index: documents, conditions, texts."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotations.model import Document, Joins
from annotations.search.folding import folding
from annotations.search.query import Condition, Field
from annotations.store import annotations as annotation_rows
from annotations.store import tags

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotations.model import Annotation
    from annotations.store.project import Project


@dataclass(frozen=True, slots=True)
class Place:
    """A document, and where the index keeps the text it reads now."""

    document: Document
    text_id: str
    segment: int | None
    """None while the text waits to be indexed."""
    number: int


@contextmanager
def snapshot(project: Project) -> Iterator[None]:
    """Let several statements see one state of the project."""
    project.database.conn.execute("BEGIN")
    try:
        yield
    finally:
        project.database.conn.execute("COMMIT")


def stamp(project: Project) -> tuple[str, int]:
    """What changes whenever ``places`` may: the latest action, the newest segment."""
    found = project.database.conn.execute(
        "SELECT coalesce((SELECT max(id) FROM actions), ''),"
        " coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'search_segments'), 0)"
    ).fetchone()
    return found[0], found[1]


def places(project: Project) -> list[Place]:
    """All documents, the latest published first."""
    rows = project.database.conn.execute(
        "SELECT documents.id, title, publication, published, author, path, encoding,"
        " sha256, length, added_at, documents.text_id, segment, coalesce(number, 0)"
        " FROM documents JOIN texts ON texts.id = documents.text_id"
        " LEFT JOIN search_texts ON search_texts.text_id = texts.id"
        " ORDER BY published DESC, documents.id"
    )
    return [Place(Document(*row[:10]), *row[10:]) for row in rows]


def text(project: Project, text_id: str) -> tuple[str, Joins]:
    """A text with its joins."""
    found = project.database.conn.execute(
        "SELECT text, joins FROM texts WHERE id = ?", (text_id,)
    ).fetchone()
    return found[0], Joins.from_bytes(found[1])


def annotated(project: Project, conditions: Sequence[Condition]) -> set[str]:
    """Documents with an annotation that meets all conditions; they are not ``-``."""
    where, values = _where(project, conditions)
    rows = project.database.conn.execute(
        f"SELECT DISTINCT document_id FROM annotations WHERE {where}", values
    )
    return {row[0] for row in rows}


def annotations_that(
    project: Project, conditions: Sequence[Condition]
) -> Iterator[Annotation]:
    """Annotations that meet all conditions, in the order they were made."""
    where, values = _where(project, conditions)
    return annotation_rows.where(project, where, tuple(values))


def _where(project: Project, conditions: Sequence[Condition]) -> tuple[str, list[str]]:
    """Conditions as SQL over ``annotations``; rejected ones only if they are asked for."""
    parts: list[str] = []
    values: list[str] = []
    if all(one.field is not Field.STATUS for one in conditions):
        parts.append("annotations.status <> 'rejected'")
    for one in conditions:
        if one.field in {Field.KIND, Field.STATUS}:
            part, value = f"annotations.{one.field} = ?", one.value
        else:
            part, value = _by_identity(project, one)
        parts.append(f"NOT coalesce({part}, 0)" if one.is_without else part)
        values.append(value)
    return " AND ".join(parts) or "1", values


def _by_identity(project: Project, condition: Condition) -> tuple[str, str]:
    bare = folding().bare
    wanted = bare(condition.value)
    execute = project.database.conn.execute
    identities: set[str]
    if condition.field is Field.TAG:
        identities = {
            tag.id
            for tag in tags.in_order(project)
            if f"/{wanted}/" in f"/{bare(tag.path)}/"
        }
        column = (
            "annotations.id IN (SELECT annotation_id FROM annotation_tags"
            " WHERE tag_id IN (SELECT value FROM json_each(?)))"
        )
        return column, json.dumps(sorted(identities))
    if condition.field is Field.SPEAKER:
        rows = execute(
            "SELECT id, name FROM speakers"
            " UNION ALL SELECT speaker_id, alias FROM speaker_aliases"
        )
        column = "speaker_id"
    else:
        rows = execute("SELECT id, name FROM analysts")
        column = "analyst_id"
    identities = {row[0] for row in rows if wanted in bare(row[1])}
    sql = f"annotations.{column} IN (SELECT value FROM json_each(?))"
    return sql, json.dumps(sorted(identities))
