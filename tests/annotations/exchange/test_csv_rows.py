"""The quick way to a row gives what a plain one gives, whatever the text."""

from __future__ import annotations

import csv
import errno
import io
import os
from itertools import combinations, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.errors import StorageError
from annotations.exchange import csv_export
from annotations.exchange.csv_export import COLUMNS, write_csv, write_file
from annotations.exchange.spreadsheet import defuse, printable
from annotations.model import Annotation, AnnotationFilter, Joins, Kind, Span, Status
from annotations.session import Session
from annotations.store import export_rows
from annotations.text.logical import logical_text
from annotations.text.units import sentences
from annotations.text.unwrap import find_joins
from annotations.text.views import LogicalView
from tests.conftest import source
from tui.cli.processes import in_processes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from annotations.model import Document, SourceText


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    """Close what a process of its own would keep open until it ends."""
    yield
    while csv_export._kept:
        csv_export._kept.popitem()[1].close()


_TEXT = st.text("中国人AB。”“！，、 \n\u3000=-'\",\x07", min_size=1, max_size=160)


def plain_rows(session: Session, *, is_plain: bool) -> str:
    """Everything by way of ``Annotation`` and ``csv.writer``, nothing kept."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    paths = {tag.id: tag.path for tag in session.codebook.tags()}
    for summary in session.documents.summaries():
        document = summary.document
        text = session.documents.text(document.id)
        for one in session.annotations.of_document(document.id):
            cells = _cells(document, text, one, paths)
            writer.writerow(
                cells if is_plain else [defuse(printable(cell)) for cell in cells]
            )
    return stream.getvalue()


def _cells(
    document: Document, source: SourceText, one: Annotation, paths: dict[str, str]
) -> list[str]:
    def flowing(start: int, end: int) -> str:
        return logical_text(source.text, source.joins, Span(start, end))

    before = _spaced(flowing(max(one.start - 90, 0), one.start))
    after = _spaced(flowing(one.end, min(one.end + 90, len(source.text))))
    return [
        one.id,
        document.path,
        document.title,
        document.publication,
        document.published,
        one.kind,
        one.type,
        "……".join(flowing(span.start, span.end) for span in one.spans),
        one.speaker,
        one.role,
        one.cue,
        "; ".join(paths[tag] for tag in one.tags),
        one.note,
        one.status,
        one.origin,
        "" if one.score is None else f"{one.score:g}",
        one.analyst,
        one.created_at,
        one.updated_at,
        str(one.start),
        str(one.end),
        before[-30:].lstrip(),
        after[:30].rstrip(),
        flowing(*_sentence(source, one)),
        "\n".join(one.exact),
        "",
        document.sha256,
    ]


def _spaced(text: str) -> str:
    """White space with a line break in it as one space."""
    import re

    return re.sub(r"\s*\n\s*", " ", text)


def _sentence(source: SourceText, one: Annotation) -> tuple[int, int]:
    view = LogicalView(source.text, source.joins)
    start, end = one.start, one.end
    for at in (one.start, one.end - 1):
        paragraph = view.paragraph_at(at)
        for ends in sentences(paragraph.text):
            found = paragraph.source_span(*ends)
            if found.start <= at < found.end:
                start, end = min(start, found.start), max(end, found.end)
    return start, end


def exported(session: Session, **options: object) -> str:
    stream = io.StringIO(newline="")
    write_csv(session, stream, **options)  # type: ignore[arg-type]
    return stream.getvalue()


@settings(max_examples=60)
@given(st.lists(st.tuples(_TEXT, st.booleans()), min_size=1, max_size=3), st.data())
def test_rows_are_those_of_the_plain_way(
    texts: list[tuple[str, bool]], data: st.DataObject
) -> None:
    with TemporaryDirectory() as name, Session.open(Path(name) / "p.db", "lin") as work:
        tags = [work.codebook.add(path).id for path in ("产业/就业", "=民生", "a,b")]
        for number, (text, is_wrapped) in enumerate(texts):
            joins = find_joins(text) if is_wrapped else Joins()
            made = source(text, path=f"/{number}.txt")._replace(joins=joins)
            document = work.documents.add(made).document
            for spans in data.draw(st.lists(_spans(len(text)), max_size=6)):
                work.annotations.create(
                    document.id,
                    data.draw(st.sampled_from(Kind)),
                    spans,
                    score=data.draw(st.sampled_from([None, 0.5, 1.0])),
                    speaker=data.draw(st.sampled_from(["", "罗春山", "-x"])),
                    note=data.draw(st.sampled_from(["", "=1", 'a"b', "一\n二"])),
                    tags=data.draw(st.lists(st.sampled_from(tags), unique=True)),
                )
        for is_plain in (False, True):
            assert exported(work, plain=is_plain) == plain_rows(work, is_plain=is_plain)


@pytest.mark.parametrize("text", ["AI\nnews", "新桥 \n通车", "\u3000新\n桥\n。"])
def test_what_a_print_line_breaks_is_told_both_ways(
    session: Session, text: str
) -> None:
    breaks = [Span(at, at + 1) for at, one in enumerate(text) if one == "\n"]
    document = session.documents.add(source(text)._replace(joins=Joins(breaks)))
    for start, end in combinations(range(len(text) + 1), 2):
        session.annotations.create(document.document.id, Kind.CLAIM, [Span(start, end)])
    assert exported(session) == plain_rows(session, is_plain=False)


def _spans(length: int) -> st.SearchStrategy[list[Span]]:
    """One to three spans in reading order."""

    def spans(places: list[int]) -> list[Span]:
        pairs = zip(places[::2], places[1::2], strict=False)
        return [Span(start, end) for start, end in pairs]

    places = st.lists(st.integers(0, length), min_size=2, max_size=6, unique=True)
    return places.map(sorted).map(spans)


@pytest.fixture
def many(session: Session) -> Session:
    """Seven documents with some annotations each."""
    for number in range(7):
        text = f"第{number}篇。新桥通车了。“总算不用绕路了。”他说。"
        made = session.documents.add(source(text, path=f"/{number}.txt")).document
        for start in range(number % 4):
            session.annotations.create(made.id, Kind.CLAIM, [Span(start, start + 4)])
    return session


def test_parts_follow_each_other_and_hold_everything(
    many: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = exported(many)
    monkeypatch.setattr(export_rows, "_BATCH", 3)
    parts = list(many.exporting.parts(AnnotationFilter()))
    assert [part.rows for part in parts] == [3, 3, 3]
    assert all(one.last < other.first for one, other in pairwise(parts))
    assert exported(many) == whole
    assert whole == plain_rows(many, is_plain=False)


def test_other_processes_write_the_same(
    many: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = exported(many)
    monkeypatch.setattr(export_rows, "_BATCH", 3)
    monkeypatch.setattr("annotations.exchange.csv_export._MANY", 2)
    given = []

    def over(work: Callable, tasks: Iterable, take: Callable) -> None:
        given.extend(tasks)
        in_processes(work, given, take, 2)

    assert exported(many, over=over) == whole
    assert len(given) == 3


def test_a_filter_takes_out_rows_and_nothing_else(many: Session) -> None:
    everything = list(csv.reader(io.StringIO(exported(many), newline="")))[1:]
    wanted = tuple(row[0] for row in everything[::2])
    only = exported(many, matching=AnnotationFilter(annotation_ids=wanted))
    assert list(csv.reader(io.StringIO(only, newline="")))[1:] == everything[::2]
    by_nobody = AnnotationFilter(analysts=("nobody",))
    assert exported(many, matching=by_nobody).count("\r\n") == 1
    by_lin = AnnotationFilter(analysts=("lin",), statuses=(Status.ACCEPTED,))
    assert exported(many, matching=by_lin) == exported(many)


def test_what_waits_follows_in_the_text_it_stands_in(session: Session) -> None:
    kept = "“总算不用绕路了，以后每天都能多睡一会儿。”菜农罗春山说。"
    texts = [f"{begin}{kept}" for begin in ("", "新桥通车了。\n", "粮价涨了。\n")]
    news = [source(text, path="/a.txt") for text in texts[::-1]]
    document = session.documents.add(news[0]).document
    spans = [Span(0, 2), Span(2, 4)]
    session.annotations.create(document.id, Kind.CLAIM, spans, speaker="罗春山")
    at = texts[2].index("总算")
    quote = session.annotations.create(document.id, Kind.QUOTE, [Span(at, at + 18)])
    document = session.documents.update(document, news[1]).document
    session.annotations.create(document.id, Kind.CLAIM, [Span(0, 5)])
    session.documents.update(document, news[2])
    rows = list(csv.DictReader(io.StringIO(exported(session), newline="")))
    assert [(row["text"], row["source_text"], row["speaker"]) for row in rows] == [
        (kept[1:19], kept[1:19], ""),
        ("新桥通车了", "新桥通车了", ""),
        ("粮价……涨了", "粮价\n涨了", "罗春山"),
    ]
    assert [row["document_sha256"] for row in rows] == [
        news[number].sha256 for number in (2, 1, 0)
    ]
    only = exported(session, matching=AnnotationFilter(annotation_ids=(quote.id,)))
    assert list(csv.DictReader(io.StringIO(only, newline=""))) == rows[:1]


def test_a_file_is_the_same_whoever_writes_its_parts(
    many: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_file(many, tmp_path / "alone.csv")
    monkeypatch.setattr(export_rows, "_BATCH", 3)
    monkeypatch.setattr("annotations.exchange.csv_export._MANY", 2)
    monkeypatch.setattr("annotations.exchange.csv_export._PORTION", 100)
    left: list[Path] = []

    def over(work: Callable, tasks: Iterable, take: Callable) -> None:
        for task in tasks:
            lines = work(task)
            assert lines.data <= task.left.stat().st_size
            left.append(task.left)
            assert task.left.parent.parent == tmp_path
            assert task.left.parent.stat().st_mode & 0o077 == 0
            take(task, lines)

    write_file(many, tmp_path / "together.csv", over=over)
    assert len(left) == 3
    assert len(set(left)) == 1, "one at a time was out"
    assert not any(one.parent.exists() for one in left)
    alone, together = (tmp_path / one for one in ("alone.csv", "together.csv"))
    assert alone.read_bytes() == together.read_bytes()
    assert together.stat().st_mode & 0o077 == 0


def test_a_part_that_cannot_be_written_leaves_what_was_there(
    many: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.csv"
    path.write_text("here before", encoding="utf-8")
    monkeypatch.setattr("annotations.exchange.csv_export._MANY", 2)

    def over(work: object, tasks: object, take: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(StorageError, match="No space left"):
        write_file(many, path, over=over)
    assert path.read_text(encoding="utf-8") == "here before"
    assert [one.name for one in tmp_path.glob(".out*")] == []


def test_what_is_deleted_meanwhile_is_left_out(
    many: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export_rows, "_BATCH", 3)
    monkeypatch.setattr("annotations.exchange.csv_export._MANY", 2)

    def over(work: Callable, tasks: Iterable, take: Callable) -> None:
        for document in many.documents.summaries():
            for one in many.annotations.of_document(document.document.id):
                many.annotations.delete(one)
        for task in tasks:
            take(task, work(task))

    assert exported(many, over=over).count("\r\n") == 1
