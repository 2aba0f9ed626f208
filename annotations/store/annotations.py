"""Annotations, their spans and tags as rows."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from annotations.model import Annotation, AnnotationFilter, Kind, Span, Status
from annotations.store import documents

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotations.store.journal import Action
    from annotations.store.project import Project

_COLUMNS = (
    "id", "document_id", "kind", "type", "speaker_id", "role", "cue", "note", "status",
    "origin", "score", "analyst_id", "created_at", "updated_at",
)  # fmt: skip

_SELECT = """
    SELECT annotations.id, annotations.document_id, kind, type,
        coalesce(speakers.name, ''), annotations.role, cue, note, status, origin, score,
        analysts.name, annotations.created_at, annotations.updated_at,
        spans.start, spans."end", spans.exact,
        (SELECT group_concat(tag_id, ' ') FROM annotation_tags
         WHERE annotation_id = annotations.id)
    FROM annotations
    JOIN documents ON documents.id = annotations.document_id
    JOIN spans ON spans.annotation_id = annotations.id
        AND spans.text_id = documents.text_id AND spans.part = 'content'
    JOIN analysts ON analysts.id = annotations.analyst_id
    LEFT JOIN speakers ON speakers.id = annotations.speaker_id
    {where}
    ORDER BY annotations.id, spans.number
"""

_TAGGED = """
    annotations.id IN (
        WITH RECURSIVE wanted (id) AS (
            SELECT id FROM tags WHERE id IN ({marks})
            UNION SELECT tags.id FROM tags JOIN wanted ON tags.parent_id = wanted.id
        )
        SELECT annotation_id FROM annotation_tags JOIN wanted ON wanted.id = tag_id
    )
"""


def with_id(project: Project, annotation_id: str) -> Annotation | None:
    """The annotation of this identity."""
    found = list(_read(project, "WHERE annotations.id = ?", (annotation_id,)))
    return found[0] if found else None


def of_document(
    project: Project, document_id: str, matching: AnnotationFilter
) -> list[Annotation]:
    """A document's annotations by place: by start, the longer one first."""
    conditions, values = _conditions(matching)
    found = _read(
        project,
        " AND ".join(("WHERE annotations.document_id = ?", *conditions)),
        (document_id, *values),
    )
    return sorted(found, key=lambda one: (one.start, -one.end, one.id))


def insert(action: Action, row: dict[str, Any]) -> None:
    """Add an annotation's own row; its spans and tags are set apart."""
    action.insert("annotations", {name: row[name] for name in _COLUMNS})


def update(action: Action, annotation_id: str, changes: dict[str, Any]) -> None:
    """Change an annotation's own row."""
    action.update("annotations", [annotation_id], changes)


def set_spans(
    project: Project,
    action: Action,
    annotation_id: str,
    text_id: str,
    spans: Sequence[Span],
) -> None:
    """Make these the content spans of an annotation in one text (source offsets)."""
    rows = project.database.conn.execute(
        "SELECT number FROM spans WHERE annotation_id = ? AND text_id = ?"
        " AND part = 'content'",
        (annotation_id, text_id),
    ).fetchall()
    for (number,) in rows:
        action.delete("spans", [annotation_id, text_id, "content", number])
    for number, span in enumerate(spans):
        action.insert(
            "spans",
            {
                "annotation_id": annotation_id,
                "text_id": text_id,
                "part": "content",
                "number": number,
                "start": span.start,
                "end": span.end,
                "exact": documents.exact(project, text_id, span.start, span.end),
            },
        )


def set_tags(
    action: Action, annotation_id: str, before: Sequence[str], after: Sequence[str]
) -> None:
    """Make these (tag identities) the tags of an annotation."""
    for tag_id in set(before) - set(after):
        action.delete("annotation_tags", [annotation_id, tag_id])
    for tag_id in dict.fromkeys(after):
        if tag_id not in before:
            action.insert(
                "annotation_tags",
                {"annotation_id": annotation_id, "tag_id": tag_id},
            )


def delete(project: Project, action: Action, annotation: Annotation) -> None:
    """Remove an annotation with its tags and its spans in every text."""
    set_tags(action, annotation.id, annotation.tags, ())
    rows = project.database.conn.execute(
        "SELECT text_id, part, number FROM spans WHERE annotation_id = ?",
        (annotation.id,),
    ).fetchall()
    for row in rows:
        action.delete("spans", [annotation.id, *row])
    action.delete("annotations", [annotation.id])


def _conditions(matching: AnnotationFilter) -> tuple[list[str], list[Any]]:
    conditions: list[str] = []
    values: list[Any] = []
    for column, wanted in (
        ("kind", matching.kinds),
        ("status", matching.statuses),
        ("analysts.name", matching.analysts),
        ("annotations.document_id", matching.document_ids),
    ):
        if wanted:
            conditions.append(f"{column} IN ({_marks(wanted)})")
            values += wanted
    if matching.tag_ids:
        conditions.append(_TAGGED.format(marks=_marks(matching.tag_ids)))
        values += matching.tag_ids
    return conditions, values


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" for _ in values)


def _read(
    project: Project, where: str, values: tuple[Any, ...]
) -> Iterator[Annotation]:
    order = _tag_order(project)
    rows = project.database.conn.execute(_SELECT.format(where=where), values)
    for _, group in groupby(rows, key=itemgetter(0)):
        pieces = list(group)
        yield _annotation(pieces, order)


def _annotation(pieces: list[tuple[Any, ...]], order: dict[str, int]) -> Annotation:
    (
        annotation_id, document_id, kind, type_, speaker, role, cue, note, status,
        origin, score, analyst, created_at, updated_at, *_, tags,
    ) = pieces[0]  # fmt: skip
    tag_ids = sorted(tags.split(), key=lambda one: order.get(one, 0)) if tags else ()
    return Annotation(
        id=annotation_id,
        document_id=document_id,
        kind=Kind(kind),
        type=type_,
        spans=tuple(Span(piece[-4], piece[-3]) for piece in pieces),
        exact=tuple(piece[-2] for piece in pieces),
        speaker=speaker,
        role=role,
        cue=cue,
        tags=tuple(tag_ids),
        note=note,
        status=Status(status),
        origin=origin,
        score=score,
        analyst=analyst,
        created_at=created_at,
        updated_at=updated_at,
    )


def _tag_order(project: Project) -> dict[str, int]:
    from annotations.store import tags

    return {tag.id: number for number, tag in enumerate(tags.in_order(project))}
