"""Annotations on their way out: raw rows of many documents a statement, no objects."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from annotations.store import annotations as annotation_rows
from annotations.store import documents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotations.model import AnnotationFilter, Document, SourceText
    from annotations.store.project import Project

Row = tuple[Any, ...]
"""start, -end, id, type, speaker, role, cue, note, origin, score, analyst, times, tag, spans.

``type`` is kind and type, ``origin`` status and origin, ``times`` when it was made and
changed, with a comma between: a column fewer to fetch. ``id``, ``type`` and ``times`` are
bytes that need no care: see ``soundness``. Speaker, analyst and tag are identities or
None; several tags are a tuple of them. ``spans`` holds (start, end) of each where there
are several, else 0. So rows sort by place, the longer first.
"""

_identity, _text, _tag = itemgetter(2), itemgetter(-3), itemgetter(-2)
"""Of a row; a text stands in it where a document has annotations in several."""

_BATCH = 10_000
"""Annotations that are held at a time, unless one document has more."""

# As few look-ups and columns a row as possible: names are few and looked up once,
# what stands between two offsets is cut from the text. Left to itself SQLite would begin
# with a text's spans, which is a look-up more.
_SELECT = """
    SELECT spans.start, -spans."end", CAST(annotations.id AS BLOB),
        CAST(kind || ',' || type AS BLOB), speaker_id, role, cue, note,
        status || ',' || origin, score, analyst_id,
        CAST(created_at || ',' || updated_at AS BLOB), {text} tag_id, spans.number
    FROM documents
    CROSS JOIN annotations ON annotations.document_id = documents.id
    CROSS JOIN spans ON spans.annotation_id = annotations.id
        AND spans.text_id = {standing} AND spans.part = 'content'
    LEFT JOIN annotation_tags ON annotation_tags.annotation_id = annotations.id
    WHERE documents.id = ? {also}
"""
_SETTLED = {"text": "", "standing": "documents.text_id"}
_DOUBTFUL = {
    "text": "spans.text_id,",
    "standing": "coalesce((SELECT text_id FROM doubts"
    " WHERE annotation_id = annotations.id), documents.text_id)",
}


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


def parts(project: Project, matching: AnnotationFilter) -> Iterator[Part]:
    """The whole project cut into parts that can be held, in order, as they are counted."""
    conditions, values = annotation_rows.filtering(matching)
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    counts = project.database.conn.execute(
        f"SELECT document_id, count(*) FROM annotations {where}"
        " GROUP BY document_id ORDER BY document_id",
        values,
    )
    part: Part | None = None
    for document_id, count in counts:
        if part is not None and part.rows + count <= _BATCH:
            part = Part(part.first, document_id, part.rows + count)
            continue
        if part is not None:
            yield part
        part = Part(document_id, document_id, count)
    if part is not None:
        yield part


def name_of(project: Project, identity: str) -> str:
    """What a speaker or an analyst is called."""
    found = project.database.conn.execute(
        "SELECT name FROM speakers WHERE id = ?1"
        " UNION ALL SELECT name FROM analysts WHERE id = ?1",
        (identity,),
    ).fetchone()
    return str(found[0])


def marked_texts(
    project: Project, part: Part, matching: AnnotationFilter
) -> Iterator[MarkedText]:
    """Texts of a part with annotations that match, by document.

    What found no sure place in a newer text follows its document, in the older text
    that it stands in.
    """
    wanted = frozenset(one.encode() for one in matching.annotation_ids)
    conditions, values = annotation_rows.filtering(matching._replace(annotation_ids=()))
    also = "".join(f" AND {one}" for one in conditions)
    execute = project.database.conn.execute
    doubtful = _with_doubts(project, part)
    for document, source in documents.texts(project, _documents(project, part)):
        kind = _DOUBTFUL if document.id in doubtful else _SETTLED
        select = _SELECT.format(**kind, also=also)
        # A document's rows at a time: they fit into the processor's cache.
        rows = execute(select, (document.id, *values)).fetchall()
        if wanted:
            rows = [row for row in rows if row[2] in wanted]
        rows = _joined(rows)
        if document.id in doubtful:
            yield from _by_text(project, document, source, rows)
        elif rows:
            yield MarkedText(document, source, rows)


def _documents(project: Project, part: Part) -> list[str]:
    """The documents of a part that have annotations."""
    rows = project.database.conn.execute(
        "SELECT id FROM documents WHERE id BETWEEN ? AND ?"
        " AND EXISTS (SELECT 1 FROM annotations WHERE document_id = documents.id)",
        (part.first, part.last),
    )
    return [row[0] for row in rows]


def _joined(rows: list[Row]) -> list[Row]:
    """One document's rows, one an annotation, by place."""
    if len(set(map(_identity, rows))) < len(rows):
        rows.sort(key=itemgetter(2, -1))
        rows = [_one(list(ones)) for _, ones in groupby(rows, key=_identity)]
    rows.sort()
    return rows


def _one(ones: list[Row]) -> Row:
    """One annotation of a row for each of its spans with each of its tags."""
    if len(ones) == 1:
        return ones[0]
    first, last = ones[0], ones[-1]
    tags = tuple(dict.fromkeys(map(_tag, ones)))
    spans = tuple(dict.fromkeys((one[0], -one[1]) for one in ones))
    return (
        first[0],
        last[1],
        *first[2:-2],
        tags if len(tags) > 1 else tags[0],
        spans if len(spans) > 1 else 0,
    )


def _with_doubts(project: Project, part: Part) -> set[str]:
    execute = project.database.conn.execute
    if execute("SELECT 1 FROM doubts LIMIT 1").fetchone() is None:
        return set()
    rows = execute(
        "SELECT DISTINCT document_id FROM doubts"
        " JOIN annotations ON annotations.id = annotation_id"
        " WHERE document_id BETWEEN ? AND ?",
        (part.first, part.last),
    )
    return {row[0] for row in rows}


def _by_text(
    project: Project, document: Document, source: SourceText, rows: list[Row]
) -> Iterator[MarkedText]:
    """What stands in the text that the document reads, then what stands in older ones."""
    read = documents.text_id_of(project, document.id)
    rows.sort(key=lambda row: _text(row) != read)
    for text_id, ones in groupby(rows, key=_text):
        there = [(*one[:-3], *one[-2:]) for one in ones]
        if text_id == read:
            yield MarkedText(document, source, there)
        elif older := documents.text_version(project, document.id, text_id):
            sha256 = documents.sha256_of(project, text_id)
            yield MarkedText(document._replace(sha256=sha256), older, there)
