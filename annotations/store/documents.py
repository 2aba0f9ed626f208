"""Documents and their texts as rows, and the analysts' places in them."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from annotations.errors import NotFoundError
from annotations.identity import new_id, now
from annotations.model import (
    Document,
    DocumentSummary,
    Joins,
    ReadStatus,
    SourceText,
)
from annotations.store.connection import writing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotations.model import DecodedSource
    from annotations.store.journal import Action
    from annotations.store.project import Project

_DOCUMENT = (
    "documents.id, title, publication, published, author, path, encoding, sha256,"
    " length, added_at"
)
_FROM = "FROM documents JOIN texts ON texts.id = text_id"
_LONG = 8_000
"""Documents whose listing takes about a tenth of a second."""
_SUMMARY = f"""
    SELECT {_DOCUMENT}, coalesce(status, 'unread'), coalesce(place, 0)
    {_FROM} LEFT JOIN reading
        ON reading.document_id = documents.id AND reading.analyst_id = ?
"""
_COUNTS = """
    SELECT document_id, kind, status = 'suggested', count(*) FROM annotations
    WHERE status <> 'rejected' {where} GROUP BY document_id, kind, status
"""


def insert_text(project: Project, source: DecodedSource) -> str:
    """Keep a text, once, and return its identity. Texts are not journaled."""
    found = project.database.conn.execute(
        "SELECT id FROM texts WHERE sha256 = ? AND encoding = ?",
        (source.sha256, source.encoding),
    ).fetchone()
    if found is not None:
        return str(found[0])
    text_id = new_id()
    project.database.table("texts").insert(
        {
            "id": text_id,
            "sha256": source.sha256,
            "encoding": source.encoding,
            "length": len(source.text),
            "text": source.text,
            "joins": source.joins.to_bytes(),
        }
    )
    return text_id


def insert(
    project: Project, action: Action, source: DecodedSource, text_id: str
) -> str:
    """Add a document that reads ``text_id``; return its identity."""
    document_id = new_id()
    action.insert(
        "documents",
        {
            "id": document_id,
            "title": source.title,
            "publication": source.publication,
            "published": source.published,
            "author": source.author,
            "path": source.path,
            "text_id": text_id,
            "added_at": now(),
            "added_by": project.analyst_id,
        },
    )
    return document_id


def with_content(project: Project, source: DecodedSource) -> Document | None:
    """The document whose current text is these bytes in this encoding."""
    return _one(
        project, "WHERE sha256 = ? AND encoding = ?", (source.sha256, source.encoding)
    )


def with_sha256(project: Project, sha256: str) -> Document | None:
    """A document whose current text came from these bytes, in whatever encoding."""
    return _one(project, "WHERE sha256 = ?", (sha256,))


def with_path(project: Project, path: str) -> Document | None:
    """The document that was added from this path."""
    return _one(project, "WHERE path = ?", (path,))


def with_id(project: Project, document_id: str) -> Document | None:
    """The document of this identity."""
    return _one(project, "WHERE documents.id = ?", (document_id,))


def like(project: Project, wanted: str) -> list[Document]:
    """Documents by identity or its beginning, by path or file name, or by title."""
    rows = project.database.conn.execute(
        f"SELECT {_DOCUMENT} {_FROM} WHERE documents.id = ?1 OR path = ?1 OR title = ?1"
        " OR (length(?1) >= 6 AND substr(documents.id, 1, length(?1)) = ?1)"
        " OR substr(path, -length(?1) - 1) = '/' || ?1 LIMIT 20",
        (wanted,),
    )
    return [Document(*row) for row in rows]


def text_id_of(project: Project, document_id: str) -> str:
    """Identity of the text that the document reads now.

    Raises:
        NotFoundError: there is no such document.
    """
    found = project.database.conn.execute(
        "SELECT text_id FROM documents WHERE id = ?", (document_id,)
    ).fetchone()
    if found is None:
        raise NotFoundError(f"no document {document_id}")
    return str(found[0])


def text(project: Project, document_id: str) -> SourceText | None:
    """A document's text with its joins."""
    found = project.database.conn.execute(
        "SELECT text_id FROM documents WHERE id = ?", (document_id,)
    ).fetchone()
    return None if found is None else whole(project, document_id, found[0])


def whole(project: Project, document_id: str, text_id: str) -> SourceText:
    """A text with its joins, now the one that was fetched last; it is never taken out."""
    found = text_version(project, document_id, text_id)
    if found is None:
        raise NotFoundError(f"no text {text_id}")
    project.open_text = (text_id, found.text)
    return found


def texts(
    project: Project, document_ids: Iterable[str]
) -> Iterator[tuple[Document, SourceText]]:
    """Documents with their texts, in the order they were added; one is held at a time."""
    rows = project.database.conn.execute(
        f"SELECT {_DOCUMENT}, text, joins {_FROM}"
        " WHERE documents.id IN (SELECT value FROM json_each(?)) ORDER BY documents.id",
        (json.dumps(list(document_ids)),),
    )
    for *known, source, joins in rows:
        yield Document(*known), SourceText(known[0], source, Joins.from_bytes(joins))


def text_version(project: Project, document_id: str, text_id: str) -> SourceText | None:
    """A text that a document reads or used to read."""
    found = project.database.conn.execute(
        "SELECT text, joins FROM texts WHERE id = ?", (text_id,)
    ).fetchone()
    if found is None:
        return None
    return SourceText(document_id, found[0], Joins.from_bytes(found[1]))


def sha256_of(project: Project, text_id: str) -> str:
    """SHA-256 of the bytes that a text came from."""
    found = project.database.conn.execute(
        "SELECT sha256 FROM texts WHERE id = ?", (text_id,)
    ).fetchone()
    return str(found[0])


def exact(project: Project, text_id: str, start: int, end: int) -> str:
    """The text between two offsets (code points).

    Costs what it returns in the text that was fetched last; in another one SQLite walks
    from its beginning.
    """
    if project.open_text[0] == text_id:
        return project.open_text[1][start:end]
    found = project.database.conn.execute(
        "SELECT substr(text, ?, ?) FROM texts WHERE id = ?",
        (start + 1, end - start, text_id),
    ).fetchone()
    return str(found[0])


def following(project: Project, document_id: str) -> str | None:
    """Identity of the document listed after one; of the first after ``""``."""
    found = project.database.conn.execute(
        "SELECT min(id) FROM documents WHERE id > ?", (document_id,)
    ).fetchone()
    return None if found[0] is None else str(found[0])


def is_long_list(project: Project) -> bool:
    """Whether there are so many that listing them takes a tenth of a second."""
    found = project.database.conn.execute("SELECT max(rowid) FROM documents").fetchone()
    return (found[0] or 0) > _LONG


def summaries(project: Project, *, counted: bool) -> list[DocumentSummary]:
    """All documents in the order of their identities, by the clocks of their hosts."""
    counts = _counts(project, "", ()) if counted else {}
    rows = project.database.conn.execute(
        f"{_SUMMARY} ORDER BY documents.id", (project.analyst_id,)
    )
    return [_summary(row, counts) for row in rows]


def summary(project: Project, document_id: str) -> DocumentSummary | None:
    """One document's line of the file list."""
    found = project.database.conn.execute(
        f"{_SUMMARY} WHERE documents.id = ?", (project.analyst_id, document_id)
    ).fetchone()
    if found is None:
        return None
    return _summary(found, _counts(project, "AND document_id = ?", (document_id,)))


def keep_place(project: Project, document_id: str, place: int) -> None:
    """Note where the analyst is; a document that was unread is being read now."""
    with writing(project.database):
        project.database.conn.execute(
            "INSERT INTO reading VALUES (?, ?, ?, 'reading', ?)"
            " ON CONFLICT DO UPDATE SET place = excluded.place,"
            " updated_at = excluded.updated_at, status ="
            " CASE status WHEN 'unread' THEN 'reading' ELSE status END",
            (document_id, project.analyst_id, place, now()),
        )


def mark(project: Project, document_id: str, status: ReadStatus) -> None:
    """Note how far the analyst is."""
    with writing(project.database):
        project.database.conn.execute(
            "INSERT INTO reading VALUES (?, ?, 0, ?, ?)"
            " ON CONFLICT DO UPDATE SET status = excluded.status,"
            " updated_at = excluded.updated_at",
            (document_id, project.analyst_id, status, now()),
        )


def last_read(project: Project) -> str | None:
    """The document this analyst was in last."""
    found = project.database.conn.execute(
        "SELECT document_id FROM reading WHERE analyst_id = ?"
        " ORDER BY updated_at DESC LIMIT 1",
        (project.analyst_id,),
    ).fetchone()
    return None if found is None else str(found[0])


def _one(project: Project, where: str, values: tuple[Any, ...]) -> Document | None:
    found = project.database.conn.execute(
        f"SELECT {_DOCUMENT} {_FROM} {where} ORDER BY documents.id DESC LIMIT 1",
        values,
    ).fetchone()
    return None if found is None else Document(*found)


def _counts(
    project: Project, where: str, values: tuple[Any, ...]
) -> dict[tuple[str, str], int]:
    rows: Iterable[tuple[str, str, int, int]] = project.database.conn.execute(
        _COUNTS.format(where=where), values
    )
    counts: Counter[tuple[str, str]] = Counter()
    for document_id, kind, waits, count in rows:
        counts[document_id, "waiting" if waits else kind] += count
    return counts


def _summary(
    row: tuple[Any, ...], counts: dict[tuple[str, str], int]
) -> DocumentSummary:
    document = Document(*row[:-2])
    quotes, claims, notes, waiting = (
        counts.get((document.id, what), 0)
        for what in ("quote", "claim", "note", "waiting")
    )
    return DocumentSummary(
        document, quotes, claims, notes, ReadStatus(row[-2]), row[-1], waiting
    )
