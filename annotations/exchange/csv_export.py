"""Annotations as CSV: one row each, RFC 4180, columns as ``COLUMNS`` says."""

from __future__ import annotations

from codecs import BOM_UTF8
from functools import partial
from io import BytesIO
from shutil import copyfileobj
from typing import TYPE_CHECKING, NamedTuple

from annotations.exchange.csv_cells import quoted, safe
from annotations.exchange.csv_rows import CommonCells, Page
from annotations.exchange.output import output
from annotations.model import AnnotationFilter
from annotations.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

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
"""The number of annotations from which worker processes pay for their start."""

_PORTION = 1 << 20
"""Bytes that are copied at a time."""

EVERYTHING = AnnotationFilter()


class Task(NamedTuple):
    """A part of a project to be written; it can be sent to another process."""

    path: Path
    analyst: str
    part: Part
    matching: AnnotationFilter
    plain: bool
    folder: Path | None
    """Folder for the worker's output: half the cost of pickling it back."""


class Lines(NamedTuple):
    """Rows as they stand in the file, in UTF-8."""

    data: bytes | Path
    """Themselves, or the file that holds them."""
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
    folder: Path | None = None,
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
        folder: of the caller's own, where these may leave files.

    Returns:
        How many were written.
    """
    stream.write((",".join(COLUMNS) + "\r\n").encode())
    parts = session.exporting.parts(matching)
    count = 0

    def take(_: object, lines: Lines) -> None:
        nonlocal count
        count += lines.rows
        if isinstance(lines.data, bytes):
            stream.write(lines.data)
            return
        with lines.data.open("rb") as left:
            copyfileobj(left, stream, _PORTION)
        lines.data.unlink()

    # Many identities are dearer to send than to look up here.
    is_long = sum(part.rows for part in parts) >= _MANY and not matching.annotation_ids
    if over is not None and is_long:
        path, analyst = session.path.absolute(), session.analyst
        task = partial(
            Task, path, analyst, matching=matching, plain=plain, folder=folder
        )
        over(_lines_of_task, [task(part) for part in parts], take)
    else:
        for part in parts:
            take(part, _lines(session, part, matching, plain=plain))
    return count


def _lines_of_task(task: Task) -> Lines:
    """Write a part of a project in a process that has not opened it."""
    with Session.open(task.path, task.analyst, must_exist=True) as session:
        if task.folder is None:
            return _lines(session, task.part, task.matching, plain=task.plain)
        left = task.folder / task.part.first
        with left.open("wb") as stream:
            rows = _write(stream, session, task.part, task.matching, plain=task.plain)
        return Lines(left, rows)


def _lines(
    session: Session, part: Part, matching: AnnotationFilter, *, plain: bool
) -> Lines:
    stream = BytesIO()
    rows = _write(stream, session, part, matching, plain=plain)
    return Lines(stream.getvalue(), rows)


def _write(
    stream: SupportsWrite[bytes],
    session: Session,
    part: Part,
    matching: AnnotationFilter,
    *,
    plain: bool,
) -> int:
    """Write a part of a project, one text's rows after the other's; return how many.

    All of it is of one moment: rows name no tag or speaker that was not there when the
    codebook was read, whatever others do meanwhile.
    """
    cell = quoted if plain else safe
    count = 0
    with session.exporting.one_state():
        common = CommonCells(session.codebook.tags(), session.exporting.name_of, cell)
        for marked in session.exporting.marked_texts(part, matching):
            page = Page(marked, common, plain=plain)
            stream.write("".join(page.lines(marked.rows)).encode())
            count += len(marked.rows)
    return count


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
        InvalidError: it is the project itself, or a document of it.
        StorageError: it cannot be written there.
    What was there is untouched then; see ``output``.
    """
    with output(session, path) as (stream, folder):
        stream.write(b"" if plain else BOM_UTF8)
        return write_utf8(
            session, stream, matching, plain=plain, over=over, folder=folder
        )
