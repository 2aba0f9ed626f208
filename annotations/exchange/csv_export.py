"""Annotations as CSV: one row each, RFC 4180, columns as ``COLUMNS`` says."""

from __future__ import annotations

import csv
import os
import re
import tempfile
from bisect import bisect_right
from dataclasses import replace
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.errors import StorageError
from annotations.exchange.spreadsheet import defuse, has_dangers, printable
from annotations.model import AnnotationFilter, Span
from annotations.text.units import sentences
from annotations.text.views import LogicalView, logical_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _typeshed import SupportsWrite

    from annotations.model import Annotation, Document, SourceText
    from annotations.session import Session
    from annotations.text.units import Ranges

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
_START = itemgetter(0)
_BREAK = re.compile(r"\s*\n\s*")

EVERYTHING = AnnotationFilter()


def rows(
    session: Session, matching: AnnotationFilter = EVERYTHING
) -> Iterator[list[str]]:
    """Annotations as rows of text, by document (as the project lists them) and place.

    One document's text is held at a time.
    """
    paths = {tag.id: tag.path for tag in session.codebook.tags()}
    for summary in session.documents.summaries():
        document = summary.document
        if matching.document_ids and document.id not in matching.document_ids:
            continue
        found = session.annotations.of_document(document.id, matching)
        if found:
            page = _Page(document, session.documents.text(document.id), paths)
            for annotation in found:
                yield page.row(annotation)
        yield from _in_doubt(session, document, matching, paths)


def _in_doubt(
    session: Session,
    document: Document,
    matching: AnnotationFilter,
    paths: dict[str, str],
) -> Iterator[list[str]]:
    """Annotations that found no sure place in a newer text, where they stand."""
    pages: dict[str, _Page] = {}
    for one in session.annotations.in_doubt(document.id, matching):
        if one.text_id not in pages:
            older = replace(document, sha256=session.documents.sha256_of(one.text_id))
            text = session.documents.older_text(document.id, one.text_id)
            pages[one.text_id] = _Page(older, text, paths)
        yield pages[one.text_id].row(one.annotation)


def write_csv(
    session: Session,
    stream: SupportsWrite[str],
    matching: AnnotationFilter = EVERYTHING,
    *,
    plain: bool = False,
) -> int:
    """Write annotations to a text stream opened with ``newline=""``.

    Args:
        session: whose annotations.
        stream: where to.
        matching: which.
        plain: leave cells as they are, even those a spreadsheet would run.

    Returns:
        How many were written.
    """
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    count = 0
    for row in rows(session, matching):
        if not plain and has_dangers(row):
            row = [defuse(printable(cell)) for cell in row]  # noqa: PLW2901
        writer.writerow(row)
        count += 1
    return count


def write_file(
    session: Session,
    path: Path,
    matching: AnnotationFilter = EVERYTHING,
    *,
    plain: bool = False,
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
        encoding = "utf-8" if plain else "utf-8-sig"
        with os.fdopen(descriptor, "w", encoding=encoding, newline="") as stream:
            count = write_csv(session, stream, matching, plain=plain)
        temporary.replace(path)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        raise StorageError(
            f"{path}: cannot be written ({error.strerror})", "choose another place"
        ) from None
    return count


class _Page:
    """One document, ready to describe its annotations."""

    def __init__(
        self, document: Document, source: SourceText, paths: dict[str, str]
    ) -> None:
        self._document = document
        self._source = source
        self._view = LogicalView(source.text, source.joins)
        self._paths = paths

    def row(self, one: Annotation) -> list[str]:
        """The cells of ``COLUMNS``."""
        document = self._document
        before, after = self._context(one)
        return [
            one.id,
            document.path,
            document.title,
            document.publication,
            document.published,
            one.kind,
            one.type,
            "……".join(self._logical(span) for span in one.spans),
            one.speaker,
            one.role,
            one.cue,
            "; ".join(self._paths[tag] for tag in one.tags),
            one.note,
            one.status,
            one.origin,
            "" if one.score is None else f"{one.score:g}",
            one.analyst,
            one.created_at,
            one.updated_at,
            str(one.start),
            str(one.end),
            before,
            after,
            self._sentence(one),
            "\n".join(one.exact),
            "",
            document.sha256,
        ]

    def _logical(self, span: Span) -> str:
        return logical_text(self._source.text, self._source.joins, span)

    def _context(self, one: Annotation) -> tuple[str, str]:
        text = self._source.text
        # Print-line breaks take room in the source that they do not take in the text.
        reach = _CONTEXT * 3
        before = self._logical(Span(max(one.start - reach, 0), one.start))
        after = self._logical(Span(one.end, min(one.end + reach, len(text))))
        if "\n" in before:
            before = _BREAK.sub(" ", before)
        if "\n" in after:
            after = _BREAK.sub(" ", after)
        return before[-_CONTEXT:].lstrip(), after[:_CONTEXT].rstrip()

    def _sentence(self, one: Annotation) -> str:
        """The whole sentences that the annotation touches."""
        start, end = one.start, one.end
        first = self._view.paragraph_at(start)
        if found := _holding(sentences(first.text), first.to_logical(start)):
            start = min(start, first.to_source(found[0]))
        last = self._view.paragraph_at(end - 1)
        if found := _holding(sentences(last.text), last.to_logical(end - 1)):
            end = max(end, last.source_span(*found).end)
        return self._logical(Span(start, end))


def _holding(ranges: Ranges, at: int) -> tuple[int, int] | None:
    """The one of ascending ranges that holds a position."""
    number = bisect_right(ranges, at, key=_START) - 1
    if number < 0 or at >= ranges[number][1]:
        return None
    return ranges[number]
