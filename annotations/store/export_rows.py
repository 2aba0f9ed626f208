"""Annotations on their way out: raw rows of many documents a statement, no objects."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from annotations.store import annotations as annotation_rows
from annotations.store import documents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotations.model import Annotation, AnnotationFilter, Document, SourceText
    from annotations.store.project import Project

Row = tuple[Any, ...]
"""start, -end, id, kind, type, speaker, role, cue, note, status, origin, score, analyst,
created_at, updated_at, exact, tags, spans, document_id.

``tags`` holds identities, separated by spaces, or None; ``spans`` (start, end, exact) of
each where there are several, else 0. So rows sort by place, the longer one of two first.
"""

_BATCH = 5000
"""Annotations that are held at a time, unless one document has more."""

_SELECT = """
    SELECT spans.start, -spans."end", annotations.id, kind, type,
        coalesce(speakers.name, ''), annotations.role, cue, note, status, origin, score,
        analysts.name, annotations.created_at, annotations.updated_at, spans.exact,
        (SELECT group_concat(tag_id, ' ') FROM annotation_tags
         WHERE annotation_id = annotations.id),
        spans.number, annotations.document_id
    FROM annotations
    JOIN documents ON documents.id = annotations.document_id
    JOIN spans ON spans.annotation_id = annotations.id
        AND spans.text_id = documents.text_id AND spans.part = 'content'
    JOIN analysts ON analysts.id = annotations.analyst_id
    LEFT JOIN speakers ON speakers.id = annotations.speaker_id
    LEFT JOIN doubts ON doubts.annotation_id = annotations.id
    WHERE annotations.document_id = ? AND doubts.outcome IS NULL {also}
"""


class Part(NamedTuple):
    """Documents that follow each other, with about so many annotations."""

    first: str
    """Identity of its first document."""
    last: str
    rows: int


class MarkedText(NamedTuple):
    """A text with the annotations that stand in it."""

    document: Document
    """``sha256`` is that of this text."""
    source: SourceText
    rows: list[Row]


def parts(project: Project, matching: AnnotationFilter) -> list[Part]:
    """The whole project cut into parts that can be held, in order."""
    conditions, values = annotation_rows.filtering(matching)
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    join = "JOIN analysts ON analysts.id = analyst_id" if matching.analysts else ""
    counts = project.database.conn.execute(
        f"SELECT document_id, count(*) FROM annotations {join} {where}"
        " GROUP BY document_id ORDER BY document_id",
        values,
    )
    found: list[Part] = []
    for document_id, count in counts:
        if found and found[-1].rows + count <= _BATCH:
            first, _, so_far = found[-1]
            found[-1] = Part(first, document_id, so_far + count)
        else:
            found.append(Part(document_id, document_id, count))
    return found


def marked_texts(
    project: Project, part: Part, matching: AnnotationFilter
) -> Iterator[MarkedText]:
    """Texts of a part with annotations that match, by document.

    What found no sure place in a newer text follows its document, in the older text
    that it stands in.
    """
    wanted = frozenset(matching.annotation_ids)
    conditions, values = annotation_rows.filtering(matching._replace(annotation_ids=()))
    select = _SELECT.format(also="".join(f" AND {one}" for one in conditions))
    execute = project.database.conn.execute
    doubtful = _with_doubts(project, part)
    for document, source in documents.texts(project, _documents(project, part)):
        # A document's rows at a time: they fit into the processor's cache.
        rows = execute(select, (document.id, *values)).fetchall()
        if wanted:
            rows = [row for row in rows if row[2] in wanted]
        if rows:
            yield MarkedText(document, source, _joined(rows))
        if document.id in doubtful:
            yield from _in_doubt(project, document, matching)


def _documents(project: Project, part: Part) -> list[str]:
    """The documents of a part that have annotations."""
    rows = project.database.conn.execute(
        "SELECT DISTINCT document_id FROM annotations WHERE document_id BETWEEN ? AND ?",
        (part.first, part.last),
    )
    return [row[0] for row in rows]


def _joined(rows: list[Row]) -> list[Row]:
    """One document's rows, one an annotation, by place."""
    if any(row[-2] for row in rows):
        rows.sort(key=itemgetter(2, -2))
        rows = [_one(list(ones)) for _, ones in groupby(rows, key=itemgetter(2))]
    rows.sort()
    return rows


def _one(pieces: list[Row]) -> Row:
    """One annotation of a row for each of its spans."""
    if len(pieces) == 1:
        return pieces[0]
    spans = tuple((piece[0], -piece[1], piece[15]) for piece in pieces)
    first = pieces[0]
    return (first[0], pieces[-1][1], *first[2:-2], spans, first[-1])


def _with_doubts(project: Project, part: Part) -> set[str]:
    rows = project.database.conn.execute(
        "SELECT DISTINCT document_id FROM doubts"
        " JOIN annotations ON annotations.id = annotation_id"
        " WHERE document_id BETWEEN ? AND ? AND EXISTS (SELECT 1 FROM doubts)",
        (part.first, part.last),
    )
    return {row[0] for row in rows}


def _in_doubt(
    project: Project, document: Document, matching: AnnotationFilter
) -> Iterator[MarkedText]:
    found = annotation_rows.in_doubt(project, document.id, matching)
    for text_id, ones in groupby(found, key=lambda one: one.text_id):
        source = documents.text_version(project, document.id, text_id)
        if source is not None:
            older = document._replace(sha256=documents.sha256_of(project, text_id))
            yield MarkedText(older, source, [_row(one.annotation) for one in ones])


def _row(one: Annotation) -> Row:
    pieces = zip(one.spans, one.exact, strict=True)
    spans = tuple((span.start, span.end, exact) for span, exact in pieces)
    return (
        one.start, -one.end, one.id, one.kind, one.type, one.speaker, one.role, one.cue,
        one.note, one.status, one.origin, one.score, one.analyst, one.created_at,
        one.updated_at, one.exact[0], " ".join(one.tags),
        spans if len(spans) > 1 else 0, one.document_id,
    )  # fmt: skip
