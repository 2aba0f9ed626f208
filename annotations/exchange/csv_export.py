"""Annotations as CSV: one row each, RFC 4180, columns as ``COLUMNS`` says."""

from __future__ import annotations

import os
import tempfile
from bisect import bisect_right
from codecs import BOM_UTF8
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from annotations.errors import StorageError
from annotations.exchange.csv_cells import cells_of, quoted, safe
from annotations.model import AnnotationFilter, Span
from annotations.session import Session
from annotations.text.units import sentences
from annotations.text.views import LogicalView, logical_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from _typeshed import SupportsWrite

    from annotations.model import SourceText
    from annotations.store.export_rows import MarkedText, Part, Row

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

_CONTEXT = 30
"""Characters of flowing text before and after; a paragraph's end is a space there."""
# Print-line breaks take room in the source that they do not take in the text.
_REACH = _CONTEXT * 3
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
    tags = _TagCells(session, quoted if plain else safe)
    pages: list[bytes] = []
    rows = 0
    for marked in session.exporting.marked_texts(part, matching):
        page = _Page(marked, tags, plain=plain)
        pages.append("".join(map(page.line, marked.rows)).encode())
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


class _TagCells:
    """Cells that many rows have in common: tags, names, rules."""

    def __init__(self, session: Session, cell: Callable[[str], str]) -> None:
        tags = session.codebook.tags()
        self._paths = {tag.id: tag.path for tag in tags}
        self._order = {tag.id: number for number, tag in enumerate(tags)}
        self._cell = cell
        self.tags = lru_cache(maxsize=4096)(self._tags)
        self.name = lru_cache(maxsize=4096)(cell)
        self.score = lru_cache(maxsize=4096)(_score)

    def _tags(self, identities: str | None) -> str:
        if identities is None:
            return ""
        tags = sorted(identities.split(), key=self._order.__getitem__)
        return self._cell("; ".join(self._paths[tag] for tag in tags))


def _score(score: float | None) -> str:
    return "" if score is None else f"{score:g}"


class _Here(NamedTuple):
    """A paragraph of the source and where its sentences stand in it."""

    start: int
    end: int
    begins: Sequence[int]
    ends: Sequence[int]


class _Sentences:
    """The sentences of one text, quickest when asked for in reading order."""

    def __init__(self, source: SourceText) -> None:
        self._view = LogicalView(source.text, source.joins)
        # An annotation often begins in one paragraph and ends in the next.
        self._here = self._other = _Here(0, 0, (), ())

    def around(self, start: int, end: int) -> tuple[int, int]:
        """Bounds of the whole sentences that a stretch of the source touches."""
        first, last = self._at(start)
        if end > last:
            last = self._at(end - 1)[1]
        return min(start, first), max(end, last)

    def _at(self, offset: int) -> tuple[int, int]:
        """The sentence at a source offset or first after it; empty if there is none."""
        here = self._here
        if not here.start <= offset < here.end:
            here = self._other
            if not here.start <= offset < here.end:
                here = self._paragraph(offset)
            self._here, self._other = here, self._here
            # In the break between two paragraphs the next one's first counts.
            offset = max(offset, here.start)
        number = bisect_right(here.begins, offset) - 1
        if number < 0 or offset >= here.ends[number]:
            return offset, offset
        return here.begins[number], here.ends[number]

    def _paragraph(self, offset: int) -> _Here:
        found = self._view.paragraph_at(offset)
        start, end = found.start, found.end
        ranges = sentences(found.text)
        if len(found.pieces) == 1 and end - start == len(found.text):
            begins = [start + first for first, _ in ranges]
            return _Here(start, end, begins, [start + last for _, last in ranges])
        spans = [found.source_span(*one) for one in ranges]
        return _Here(
            start, end, [one.start for one in spans], [one.end for one in spans]
        )


class _Page:
    """One text, ready to describe its annotations."""

    def __init__(self, marked: MarkedText, shared: _TagCells, *, plain: bool) -> None:
        document = marked.document
        cell = quoted if plain else safe
        self._document = ",".join(
            cell(one)
            for one in (
                document.path,
                document.title,
                document.publication,
                document.published,
            )
        )
        self._sha256 = cell(document.sha256)
        self._source: SourceText = marked.source
        self._text = marked.source.text
        self._has_joins = bool(len(marked.source.joins))
        self._sentences = _Sentences(marked.source)
        self._shared = shared
        self._cell = cell
        self._cut = cells_of(self._text, plain=plain)

    def line(self, row: Row) -> str:
        """The cells of ``COLUMNS`` with what stands between and after them."""
        (
            start, end, identity, kind, type_, speaker, role, cue, note, status, origin,
            score, analyst, created_at, updated_at, exact, tags, spans, _,
        ) = row  # fmt: skip
        end = -end
        cell, cut, name = self._cell, self._cut, self._shared.name
        around, score_of = self._sentences.around, self._shared.score
        if spans:
            content = cut("……".join(self._flowing(*one[:2]) for one in spans))
            source = cell("\n".join(one[2] for one in spans))
        else:
            flowing = self._flowing(start, end)
            content = cut(flowing)
            source = content if exact == flowing else cell(exact)
        return (
            f"{identity},{self._document},{kind},{type_},{content},{name(speaker)},"
            f"{cell(role) if role else ''},{cell(cue) if cue else ''},"
            f"{self._shared.tags(tags)},{cell(note) if note else ''},{status},"
            f"{name(origin)},{score_of(score)},{name(analyst)},"
            f"{created_at},{updated_at},{start},{end},"
            f"{cut(self._before(start))},{cut(self._after(end))},"
            f"{cut(self._flowing(*around(start, end)))},{source},,{self._sha256}\r\n"
        )

    def _flowing(self, start: int, end: int) -> str:
        if self._has_joins:
            source = self._source
            return logical_text(source.text, source.joins, Span(start, end))
        return self._text[start:end]

    def _before(self, at: int) -> str:
        if not self._has_joins:
            near = self._text[at - _CONTEXT if at > _CONTEXT else 0 : at]
            # White space at its edge may belong to a break further off.
            if "\n" not in near and not near[:1].isspace():
                return near
        text = self._flowing(max(at - _REACH, 0), at)
        return _on_one_line(text)[-_CONTEXT:].lstrip()

    def _after(self, at: int) -> str:
        if not self._has_joins:
            near = self._text[at : at + _CONTEXT]
            if "\n" not in near and not near[-1:].isspace():
                return near
        text = self._flowing(at, min(at + _REACH, len(self._text)))
        return _on_one_line(text)[:_CONTEXT].rstrip()


def _on_one_line(text: str) -> str:
    """Text with one space for white space that a line break stands in."""
    before, broken, after = text.partition("\n")
    while broken:
        text = f"{before.rstrip()} {after.lstrip()}"
        before, broken, after = text.partition("\n")
    return text
