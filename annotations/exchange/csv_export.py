"""Annotations as CSV: one row each, RFC 4180, columns as ``COLUMNS`` says."""

from __future__ import annotations

import os
import tempfile
from codecs import BOM_UTF8
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from annotations.errors import StorageError
from annotations.exchange.csv_cells import quoted, safe
from annotations.exchange.csv_rows import CommonCells, Page
from annotations.model import AnnotationFilter
from annotations.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from _typeshed import SupportsWrite

    from annotations.store.export_rows import Part

    Take = Callable[["Task", "Lines"], None]
    Over = Callable[[Callable[["Task"], "Lines"], Sequence["Task"], Take], None]

COLUMNS = (
    "id", "document", "title", "publication", "published", "kind", "type", "text",
    "speaker", "role", "cue", "tags", "note", "status", "origin", "score", "analyst",
    "created_at", "updated_at", "start", "end", "before", "after", "sentence",
    "source_text", "reprint_group", "document_sha256",
)  # fmt: skip
"""The columns, in this order.

``document`` is the document's path. Several spans of one annotation are joined by
``……`` in ``text``, by line breaks in ``source_text``; ``start`` and ``end`` are then
those of the whole. What found no sure place in a newer text of its document is told
where it stands, in the text with that ``document_sha256``. ``reprint_group`` is empty
while reprints are not grouped.
"""

_MANY = 20_000
"""Annotations from which on other processes are worth their start."""

EVERYTHING = AnnotationFilter()


class Task(NamedTuple):
    """A part of a project to be written; it can be sent to another process."""

    path: Path
    analyst: str
    part: Part
    matching: AnnotationFilter
    plain: bool


class Lines(NamedTuple):
    """Rows as they stand in the file, in UTF-8."""

    data: bytes
    rows: int


def write_csv(
    session: Session,
    stream: SupportsWrite[str],
    matching: AnnotationFilter = EVERYTHING,
    *,
    plain: bool = False,
    over: Over | None = None,
) -> int:
    """Write annotations to a text stream opened with ``newline=""``; see ``write_utf8``."""

    class Decoded:
        def write(self, data: bytes) -> None:
            stream.write(data.decode())

    return write_utf8(session, Decoded(), matching, plain=plain, over=over)


def write_utf8(
    session: Session,
    stream: SupportsWrite[bytes],
    matching: AnnotationFilter = EVERYTHING,
    *,
    plain: bool = False,
    over: Over | None = None,
) -> int:
    """Write annotations to a stream of bytes.

    By document, as the project lists them, and place. What is held at a time does not
    grow with the project. Whole rows are written at a time.

    Args:
        session: whose annotations.
        stream: where to.
        matching: which.
        plain: leave cells as they are, even those a spreadsheet would run.
        over: does many tasks in other processes, and hands each result over in order.

    Returns:
        How many were written.
    """
    stream.write((",".join(COLUMNS) + "\r\n").encode())
    parts = session.exporting.parts(matching)
    count = 0

    def take(_: object, lines: Lines) -> None:
        nonlocal count
        stream.write(lines.data)
        count += lines.rows

    # Many identities are dearer to send than to look up here.
    is_long = sum(part.rows for part in parts) >= _MANY and not matching.annotation_ids
    if over is not None and is_long:
        path, analyst = session.path.absolute(), session.analyst
        tasks = [Task(path, analyst, part, matching, plain) for part in parts]
        over(_lines_of_task, tasks, take)
    else:
        for part in parts:
            take(part, _lines(session, part, matching, plain=plain))
    return count


def _lines_of_task(task: Task) -> Lines:
    """Write a part of a project in a process that has not opened it."""
    with Session.open(task.path, task.analyst, must_exist=True) as session:
        return _lines(session, task.part, task.matching, plain=task.plain)


def _lines(
    session: Session, part: Part, matching: AnnotationFilter, *, plain: bool
) -> Lines:
    cell = quoted if plain else safe
    common = CommonCells(session.codebook.tags(), session.exporting.name_of, cell)
    pages: list[bytes] = []
    rows = 0
    for marked in session.exporting.marked_texts(part, matching):
        page = Page(marked, common, plain=plain)
        pages.append("".join(page.lines(marked.rows)).encode())
        rows += len(marked.rows)
    return Lines(b"".join(pages), rows)


def write_file(
    session: Session,
    path: Path,
    matching: AnnotationFilter = EVERYTHING,
    *,
    plain: bool = False,
    over: Over | None = None,
) -> int:
    """Write a CSV file at once or not at all; return how many annotations it holds.

    UTF-8 with a byte order mark, by which Excel knows it; without one if ``plain``.

    Raises:
        StorageError: it cannot be written there; what was there is untouched.
    """
    temporary: Path | None = None
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(b"" if plain else BOM_UTF8)
            count = write_utf8(session, stream, matching, plain=plain, over=over)
        temporary.replace(path)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        raise StorageError(
            f"{path}: cannot be written ({error.strerror})", "choose another place"
        ) from None
    return count
