"""Annotations as CSV: one row each, RFC 4180, columns as ``COLUMNS`` says."""

from __future__ import annotations

import gc
import os
from codecs import BOM_UTF8
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from annotations.exchange.csv_cells import quoted, safe
from annotations.exchange.csv_rows import CommonCells, Page
from annotations.exchange.output import output
from annotations.model import AnnotationFilter
from annotations.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from _typeshed import ReadableBuffer, SupportsWrite

    from annotations.store.export_rows import Part

    Take = Callable[["Task", "Lines"], None]
    Over = Callable[[Callable[["Task"], "Lines"], Iterable["Task"], Take], None]

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

_PORTION = 1 << 18
"""Bytes that are copied at a time; they fit into the processor's cache."""

_WRITTEN_OVER = os.O_WRONLY | os.O_CREAT

EVERYTHING = AnnotationFilter()


class Task(NamedTuple):
    """A part of a project to be written; it can be sent to another process."""

    path: Path
    analyst: str
    part: Part
    matching: AnnotationFilter
    plain: bool
    left: Path | None
    """Where the worker leaves its output: half the cost of pickling it back."""


class Lines(NamedTuple):
    """Rows as they stand in the file, in UTF-8."""

    data: bytes | int
    """Themselves, or how many bytes the worker left of them."""
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
        def write(self, data: ReadableBuffer) -> None:
            stream.write(str(data, "utf-8"))

    return write_utf8(session, Decoded(), matching, plain=plain, over=over)


def write_utf8(
    session: Session,
    stream: SupportsWrite[ReadableBuffer],
    matching: AnnotationFilter = EVERYTHING,
    *,
    plain: bool = False,
    over: Over | None = None,
    folder: Path | None = None,
) -> int:
    """Write annotations to a stream of bytes.

    By document, as the project lists them, and place. What is held at a time does not
    grow with the project. Whole rows are written at a time, but from ``folder``.

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
    count = 0
    # Files are written over: a new one each time would cost the system as much again.
    free: list[Path] = []

    def tasks(parts: Iterable[Part]) -> Iterator[Task]:
        path, analyst = session.path.absolute(), session.analyst
        for part in parts:
            left = None
            if folder is not None:
                left = free.pop() if free else folder / part.first
            yield Task(path, analyst, part, matching, plain, left)

    def take(task: Task, lines: Lines) -> None:
        nonlocal count
        count += lines.rows
        if isinstance(lines.data, bytes):
            stream.write(lines.data)
        elif task.left is not None:
            _copy(task.left, stream, lines.data)
            free.append(task.left)

    parts = session.exporting.parts(matching)
    first, is_long = _as_far_as(parts, _MANY)
    # Many identities are dearer to send than to look up here.
    if over is not None and is_long and not matching.annotation_ids:
        over(_lines_of_task, tasks(chain(first, parts)), take)
        return count
    for part in [*first, *parts]:
        count += _write(stream, session, part, matching, plain=plain)
    return count


def _as_far_as(parts: Iterable[Part], rows: int) -> tuple[list[Part], bool]:
    """The first parts, as many as hold so many rows, and whether there are so many."""
    first: list[Part] = []
    for part in parts:
        first.append(part)
        rows -= part.rows
        if rows <= 0:
            return first, True
    return first, False


def _copy(left: Path, stream: SupportsWrite[ReadableBuffer], size: int) -> None:
    """Copy the first ``size`` bytes of a file."""
    portion = memoryview(bytearray(_PORTION))
    with left.open("rb", buffering=0) as source:
        while size and (got := source.readinto(portion[:size])):
            stream.write(portion[:got])
            size -= got


_kept: dict[tuple[Path, str], Session] = {}
"""What a process that writes parts keeps open until it ends: one project."""


def _lines_of_task(task: Task) -> Lines:
    """Write a part of a project in a process that opens it for its first one."""
    project = task.path, task.analyst
    if project not in _kept:
        _kept[project] = Session.open(*project, must_exist=True)
    try:
        with _uncollected():
            return _lines(_kept[project], task)
    except BaseException as error:
        # Says so if the file is damaged.
        _kept.pop(project).__exit__(type(error), error, error.__traceback__)
        raise


@contextmanager
def _uncollected() -> Iterator[None]:
    """Spare looking through rows for circles, which they have none of, all the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _lines(session: Session, task: Task) -> Lines:
    write = partial(_write, plain=task.plain)
    if task.left is None:
        stream = BytesIO()
        rows = write(stream, session, task.part, task.matching)
        return Lines(stream.getvalue(), rows)
    # Not cut to nothing first: see where these files are handed out.
    with os.fdopen(os.open(task.left, _WRITTEN_OVER, 0o600), "wb") as left:
        rows = write(left, session, task.part, task.matching)
        return Lines(left.tell(), rows)


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
            stream.write(b"".join(page.lines(marked.rows)))
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
