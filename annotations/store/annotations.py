"""Annotations, their spans and tags as rows."""

from __future__ import annotations

import json
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from annotations.errors import NotFoundError
from annotations.identity import new_id, now
from annotations.model import Annotation, AnnotationFilter, Doubt, Kind, Span, Status
from annotations.store import documents, tags

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from annotations.records import InDoubt, Proposal
    from annotations.store.journal import Action
    from annotations.store.project import Project

_SELECT = """
    SELECT annotations.id, annotations.document_id, kind, type,
        coalesce(speakers.name, ''), annotations.role, cue, note, status, origin, score,
        analysts.name, annotations.created_at, annotations.updated_at,
        doubts.outcome, spans.start, spans."end", spans.exact,
        (SELECT group_concat(tag_id, ' ') FROM annotation_tags
         WHERE annotation_id = annotations.id)
    FROM annotations
    JOIN documents ON documents.id = annotations.document_id
    LEFT JOIN doubts ON doubts.annotation_id = annotations.id
    JOIN spans ON spans.annotation_id = annotations.id
        AND spans.text_id = coalesce(doubts.text_id, documents.text_id)
        AND spans.part = 'content'
    JOIN analysts ON analysts.id = annotations.analyst_id
    LEFT JOIN speakers ON speakers.id = annotations.speaker_id
    {where}
    ORDER BY annotations.id, spans.number
"""

_OF_ANNOTATIONS = frozenset(
    {"annotations", "spans", "annotation_tags", "doubts", "suggestions"}
)
"""Tables of which each row belongs to the annotation that its key begins with."""

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
    """Annotations in the text that a document reads: by start, the longer one first."""
    conditions, values = filtering(matching)
    standing = ("WHERE annotations.document_id = ?", "doubts.outcome IS NULL")
    found = _read(
        project, " AND ".join((*standing, *conditions)), (document_id, *values)
    )
    return sorted(found, key=lambda one: (one.start, -one.end, one.id))


def are_more_than(project: Project, document_id: str, count: int) -> bool:
    """Whether a document has more annotations of whatever kind; looks at no more."""
    found = project.database.conn.execute(
        "SELECT 1 FROM annotations WHERE document_id = ? LIMIT 1 OFFSET ?",
        (document_id, count),
    )
    return found.fetchone() is not None


def in_doubt(
    project: Project, document_id: str, matching: AnnotationFilter
) -> list[InDoubt]:
    """A document's annotations that stand in an older text, by place in it."""
    conditions, values = filtering(matching)
    wanted = ("WHERE annotations.document_id = ?", "doubts.outcome IS NOT NULL")
    found = _read(project, " AND ".join((*wanted, *conditions)), (document_id, *values))
    ones = (
        one_in_doubt(project, one)
        for one in sorted(found, key=lambda one: (one.start, -one.end, one.id))
    )
    return [one for one in ones if one is not None]


def one_in_doubt(project: Project, one: Annotation) -> InDoubt | None:
    """An annotation that is in doubt, with its older text and its proposals.

    None if somebody has settled it since, or taken it out.
    """
    from annotations.records import InDoubt, Proposal

    found = project.database.conn.execute(
        "SELECT text_id, proposals FROM doubts WHERE annotation_id = ?", (one.id,)
    ).fetchone()
    if found is None:
        return None
    text_id, proposals = found
    return InDoubt(
        one,
        text_id,
        tuple(
            Proposal(score, tuple(Span(*span) for span in spans))
            for score, spans in json.loads(proposals)
        ),
    )


def doubt(
    action: Action,
    annotation_id: str,
    text_id: str,
    outcome: Doubt,
    proposals: Sequence[Proposal],
) -> None:
    """Note that an annotation found no sure place and still stands in ``text_id``."""
    settle(action, annotation_id)
    found = [
        [one.score, [[span.start, span.end] for span in one.spans]] for one in proposals
    ]
    action.insert(
        "doubts",
        {
            "annotation_id": annotation_id,
            "text_id": text_id,
            "outcome": outcome,
            "proposals": json.dumps(found, separators=(",", ":")),
        },
    )


def settle(action: Action, annotation_id: str) -> None:
    """The annotation stands in the text that its document reads."""
    action.delete("doubts", [annotation_id])


def ids_in(project: Project, document_id: str) -> list[str]:
    """Identities of all annotations of a document, in the order they were made."""
    rows = project.database.conn.execute(
        "SELECT id FROM annotations WHERE document_id = ? ORDER BY id", (document_id,)
    )
    return [row[0] for row in rows]


def touched_by(project: Project, action_id: str, most: int) -> list[str] | None:
    """Annotations that an action touched; None if more, or if it touched anything else.

    A speaker that came in with an annotation is nothing else: no other one has it.
    """
    rows = project.database.conn.execute(
        "SELECT DISTINCT table_name, json_extract(row_key, '$[0]') FROM changes"
        " WHERE action_id = ? AND table_name <> 'speakers' LIMIT ?",
        (action_id, most + 1),
    ).fetchall()
    if len(rows) > most or any(row[0] not in _OF_ANNOTATIONS for row in rows):
        return None
    return sorted({row[1] for row in rows})


def touched_by_others_since(project: Project, action_id: str) -> set[str]:
    """Annotations that anybody but this analyst touched after an action.

    Args:
        project: whose.
        action_id: the newest that was seen; empty if there was none.
    """
    rows = project.database.conn.execute(
        "SELECT DISTINCT json_extract(row_key, '$[0]') FROM actions"
        " CROSS JOIN changes ON action_id = actions.id"
        " WHERE actions.rowid > coalesce((SELECT rowid FROM actions WHERE id = ?), 0)"
        f" AND analyst_id <> ? AND table_name IN ({_marks(_OF_ANNOTATIONS)})",
        (action_id, project.analyst_id, *_OF_ANNOTATIONS),
    )
    return {row[0] for row in rows}


def those(project: Project, annotation_ids: Sequence[str]) -> Iterator[Annotation]:
    """The annotations of these identities that are there, in the order they were made."""
    wanted = json.dumps(list(annotation_ids))
    condition = "annotations.id IN (SELECT value FROM json_each(?))"
    return where(project, condition, (wanted,))


def homeless(project: Project, action: Action) -> list[str]:
    """Annotations without a place in the text they are said to stand in.

    Only those are looked for that the action touched, or whose document it touched.
    """
    rows = project.database.conn.execute(
        """
        WITH touched (id) AS (
            SELECT DISTINCT json_extract(row_key, '$[0]') FROM changes
            WHERE action_id = ?1 AND table_name IN ('annotations', 'spans', 'doubts')
            UNION
            SELECT annotations.id FROM annotations JOIN changes
                ON document_id = json_extract(row_key, '$[0]')
            WHERE action_id = ?1 AND table_name = 'documents')
        SELECT annotations.id FROM touched
        JOIN annotations ON annotations.id = touched.id
        JOIN documents ON documents.id = document_id
        LEFT JOIN doubts ON doubts.annotation_id = annotations.id
        WHERE doubts.text_id = documents.text_id OR NOT EXISTS (
            SELECT 1 FROM spans WHERE spans.annotation_id = annotations.id
            AND part = 'content'
            AND spans.text_id = coalesce(doubts.text_id, documents.text_id))
        """,
        (action.id,),
    )
    return [row[0] for row in rows]


def last_stood_in(project: Project, annotation_id: str) -> str:
    """Identity of the newest text in which an annotation has spans."""
    found = project.database.conn.execute(
        "SELECT text_id FROM spans WHERE annotation_id = ? AND part = 'content'"
        " ORDER BY text_id DESC LIMIT 1",
        (annotation_id,),
    ).fetchone()
    return str(found[0])


def document_of(project: Project, annotation_id: str) -> str:
    """Identity of the document that an annotation belongs to."""
    found = project.database.conn.execute(
        "SELECT document_id FROM annotations WHERE id = ?", (annotation_id,)
    ).fetchone()
    return str(found[0])


def standing_in(project: Project, annotation_id: str) -> str:
    """Identity of the text that an annotation stands in.

    Raises:
        NotFoundError: the annotation is gone.
    """
    found = project.database.conn.execute(
        "SELECT coalesce(doubts.text_id, documents.text_id) FROM annotations"
        " JOIN documents ON documents.id = document_id"
        " LEFT JOIN doubts ON annotation_id = annotations.id WHERE annotations.id = ?",
        (annotation_id,),
    ).fetchone()
    if found is None:
        raise NotFoundError("the annotation is not there any more")
    return str(found[0])


def spans_in(
    project: Project, annotation_id: str, text_id: str
) -> dict[str, list[Span]]:
    """An annotation's spans in one text, by part: content, speaker, cue."""
    found: dict[str, list[Span]] = {}
    for part, start, end in project.database.conn.execute(
        'SELECT part, start, "end" FROM spans WHERE annotation_id = ? AND text_id = ?'
        " ORDER BY part, number",
        (annotation_id, text_id),
    ):
        found.setdefault(part, []).append(Span(start, end))
    return found


def where(
    project: Project, condition: str, values: tuple[Any, ...]
) -> Iterator[Annotation]:
    """Annotations that meet a condition of this package's, in the order they were made."""
    return _read(project, f"WHERE {condition}", values)


class Given(TypedDict, total=False):
    """What is said of a new annotation besides where it stands."""

    type: str
    speaker: str
    role: str
    cue: str
    note: str
    status: Status
    origin: str
    score: float | None
    id: str
    """Where others may have found the same thing; else a new one is made."""


def insert(
    project: Project,
    action: Action,
    document_id: str,
    kind: Kind,
    **given: Unpack[Given],
) -> str:
    """Add an annotation's own row, made now by this analyst; return its identity.

    Its spans and tags are set apart. A speaker who is not in the registry comes in.
    """
    annotation_id, at = given.get("id") or new_id(), now()
    row: dict[str, Any] = {
        "id": annotation_id,
        "document_id": document_id,
        "kind": kind,
        "type": given.get("type", ""),
        "speaker_id": tags.speaker_id(
            project, action, given.get("speaker", ""), given.get("role", "")
        ),
        "role": given.get("role", ""),
        "cue": given.get("cue", ""),
        "note": given.get("note", ""),
        "status": given.get("status", Status.ACCEPTED),
        "origin": given.get("origin", "manual"),
        "score": given.get("score"),
        "analyst_id": project.analyst_id,
        "created_at": at,
        "updated_at": at,
    }
    action.insert("annotations", row)
    return annotation_id


def update(action: Action, annotation_id: str, changes: dict[str, Any]) -> None:
    """Change an annotation's own row."""
    action.update("annotations", [annotation_id], changes)


def set_spans(
    project: Project,
    action: Action,
    annotation_id: str,
    text_id: str,
    spans: Sequence[Span],
    part: str = "content",
) -> None:
    """Make these the spans of one part of an annotation in one text (source offsets)."""
    rows = project.database.conn.execute(
        "SELECT number FROM spans WHERE annotation_id = ? AND text_id = ? AND part = ?",
        (annotation_id, text_id, part),
    ).fetchall()
    for (number,) in rows:
        action.delete("spans", [annotation_id, text_id, part, number])
    for number, span in enumerate(spans):
        action.insert(
            "spans",
            {
                "annotation_id": annotation_id,
                "text_id": text_id,
                "part": part,
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


def delete(project: Project, action: Action, annotation_id: str) -> None:
    """Remove an annotation with its tags, its doubt and its spans in every text."""
    settle(action, annotation_id)
    execute = project.database.conn.execute
    for table, names in (
        ("annotation_tags", "annotation_id, tag_id"),
        ("spans", "annotation_id, text_id, part, number"),
    ):
        rows = execute(
            f"SELECT {names} FROM {table} WHERE annotation_id = ?", (annotation_id,)
        ).fetchall()
        for key in rows:
            action.delete(table, list(key))
    action.delete("annotations", [annotation_id])


def filtering(matching: AnnotationFilter) -> tuple[list[str], list[Any]]:
    """A filter as conditions of SQL over ``annotations``."""
    conditions: list[str] = []
    values: list[Any] = []
    for column, wanted in (
        ("kind", matching.kinds),
        ("status", matching.statuses),
        ("annotations.document_id", matching.document_ids),
    ):
        if wanted:
            conditions.append(f"{column} IN ({_marks(wanted)})")
            values += wanted
    if matching.analysts:
        named = f"SELECT id FROM analysts WHERE name IN ({_marks(matching.analysts)})"
        conditions.append(f"analyst_id IN ({named})")
        values += matching.analysts
    if matching.annotation_ids:
        # They may be more than a statement takes one by one.
        conditions.append("annotations.id IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(matching.annotation_ids))
    if matching.tag_ids:
        conditions.append(_TAGGED.format(marks=_marks(matching.tag_ids)))
        values += matching.tag_ids
    return conditions, values


def _marks(values: Iterable[object]) -> str:
    return ", ".join("?" for _ in values)


def _read(
    project: Project, where: str, values: tuple[Any, ...]
) -> Iterator[Annotation]:
    order: dict[str, int] | None = None
    rows = project.database.conn.execute(_SELECT.format(where=where), values)
    for _, group in groupby(rows, key=itemgetter(0)):
        pieces = list(group)
        if order is None and " " in (pieces[0][-1] or ""):
            order = _tag_order(project)
        yield _annotation(pieces, order or {})


def _annotation(pieces: list[tuple[Any, ...]], order: dict[str, int]) -> Annotation:
    (
        annotation_id, document_id, kind, type_, speaker, role, cue, note, status,
        origin, score, analyst, created_at, updated_at, doubt, *_, tags,
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
        doubt=Doubt(doubt) if doubt else None,
    )


def _tag_order(project: Project) -> dict[str, int]:
    return {tag.id: number for number, tag in enumerate(tags.in_order(project))}
