"""What a search asks of the project besides the index: documents, conditions, texts."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotations.model import Document, Joins
from annotations.search.folding import folding
from annotations.search.query import (
    DOUBT,
    MINE,
    OTHERS,
    WAITING,
    Condition,
    Field,
    score_range,
)
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


def stamp(project: Project) -> tuple[str, int]:
    """What changes whenever ``places`` may: the latest action, the newest segment."""
    found = project.database.conn.execute(
        "SELECT coalesce((SELECT id FROM actions ORDER BY rowid DESC LIMIT 1), ''),"
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


def ids_in_order(
    project: Project, conditions: Sequence[Condition], order: str
) -> list[str]:
    """Identities of annotations that meet all conditions.

    Args:
        project: whose.
        conditions: what they must meet.
        order: ``place`` (document by document) or ``score`` (the surest first).
    """
    where, values = _where(project, conditions)
    first = "coalesce(annotations.score, 0) DESC, " if order == "score" else ""
    rows = project.database.conn.execute(
        "SELECT annotations.id FROM annotations"
        " JOIN documents ON documents.id = annotations.document_id"
        " LEFT JOIN doubts ON doubts.annotation_id = annotations.id"
        " LEFT JOIN spans ON spans.annotation_id = annotations.id"
        " AND spans.text_id = coalesce(doubts.text_id, documents.text_id)"
        " AND part = 'content' AND number = 0"
        f' WHERE {where} ORDER BY {first}documents.id, spans.start, spans."end" DESC,'
        " annotations.id",
        values,
    )
    return [row[0] for row in rows]


def stretches(project: Project) -> Iterator[tuple[str, str, int, int, tuple[str, ...]]]:
    """(document, annotation, start, end, what it says) of all, by document and place.

    What is rejected says nothing. ``end`` is that of the whole.
    """
    rows = project.database.conn.execute(
        'SELECT document_id, annotations.id, min(start), max("end"), kind, type,'
        " coalesce(speaker_id, ''), analyst_id FROM annotations"
        " JOIN documents ON documents.id = document_id"
        " JOIN spans ON annotation_id = annotations.id"
        " AND spans.text_id = documents.text_id AND part = 'content'"
        " WHERE status <> 'rejected'"
        " GROUP BY annotations.id ORDER BY document_id, min(start)"
    )
    for document_id, annotation_id, start, end, *said in rows:
        yield document_id, annotation_id, start, end, tuple(said)


def _where(project: Project, conditions: Sequence[Condition]) -> tuple[str, list[str]]:
    """Conditions as SQL over ``annotations``; rejected ones only if they are asked for."""
    parts: list[str] = []
    values: list[str] = []
    if all(one.field is not Field.STATUS for one in conditions):
        parts.append("annotations.status <> 'rejected'")
    for one in conditions:
        if one.field in {Field.KIND, Field.STATUS, Field.TYPE}:
            part, value = f"annotations.{one.field} = ?", one.value
        elif one.field in {Field.RULE, Field.SCORE, Field.IS}:
            part, value = _of_review(project, one)
        else:
            part, value = _by_identity(project, one)
        parts.append(f"NOT coalesce({part}, 0)" if one.is_without else part)
        values.append(value)
    return " AND ".join(parts) or "1", values


def _of_review(project: Project, condition: Condition) -> tuple[str, str]:
    if condition.field is Field.RULE:
        return "instr(annotations.origin, ?) = 1", f"rule:{condition.value}"
    if condition.field is Field.SCORE:
        part = (
            "(SELECT coalesce(annotations.score, -1) BETWEEN json_extract(ends, '$[0]')"
            " AND json_extract(ends, '$[1]') FROM (SELECT ? AS ends))"
        )
        return part, json.dumps(score_range(condition.value))
    part = {
        WAITING: "(annotations.status IN ('suggested', 'flagged')"
        " OR annotations.id IN (SELECT annotation_id FROM doubts)) AND ? <> ''",
        DOUBT: "annotations.id IN (SELECT annotation_id FROM doubts) AND ? <> ''",
        OTHERS: "annotations.analyst_id <> ?",
        MINE: "annotations.analyst_id = ?",
    }[condition.value]
    return f"({part})", project.analyst_id


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
