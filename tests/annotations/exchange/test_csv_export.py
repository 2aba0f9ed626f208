"""CSV: the promised columns, safe in a spreadsheet, and nothing lost."""

from __future__ import annotations

import csv
import io
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import StorageError
from annotations.exchange.csv_cells import MAY_RUN, cells_of, is_tame, quoted, safe
from annotations.exchange.csv_export import COLUMNS, write_csv, write_file
from annotations.exchange.spreadsheet import (
    defuse,
    has_controls,
    printable,
    restore,
)
from annotations.model import AnnotationFilter, Joins, Kind, Span
from annotations.store import export_rows
from tests.conftest import source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from annotations.model import Document
    from annotations.session import Session
    from annotations.store.export_rows import MarkedText


def exported(session: Session, **options: object) -> list[dict[str, str]]:
    stream = io.StringIO(newline="")
    write_csv(session, stream, **options)  # type: ignore[arg-type]
    return list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))


def test_the_columns_are_the_promised_ones() -> None:
    assert ",".join(COLUMNS) == (
        "id,document,title,publication,published,kind,type,text,speaker,role,cue,tags,"
        "note,status,origin,score,analyst,created_at,updated_at,start,end,before,after,"
        "sentence,source_text,reprint_group,document_sha256"
    )


def test_a_row_says_everything(session: Session, document: Document) -> None:
    text = session.documents.text(document.id).text
    start = text.index("新桥将把")
    end = text.index("。据统计")
    tags = [session.codebook.add(path).id for path in ("民生/交通", "待核实")]
    made = session.annotations.create(
        document.id,
        Kind.QUOTE,
        [Span(start, end)],
        type="indirect",
        speaker="许敏",
        role="镇建设办主任",
        cue="认为",
        tags=tags,
        note="查：四十分钟",
        score=0.5,
    )
    (row,) = exported(session)
    assert row == {
        "id": made.id,
        "document": "/news/bridge.txt",
        "title": "河埠新桥通车",
        "publication": "河埠日报",
        "published": "2026-04-20",
        "kind": "quote",
        "type": "indirect",
        "text": "新桥将把过河时间缩短四十分钟",
        "speaker": "许敏",
        "role": "镇建设办主任",
        "cue": "认为",
        "tags": "民生/交通; 待核实",
        "note": "查：四十分钟",
        "status": "accepted",
        "origin": "manual",
        "score": "0.5",
        "analyst": "lin",
        "created_at": made.created_at,
        "updated_at": made.updated_at,
        "start": str(start),
        "end": str(end),
        "before": text[:start].replace("\n\n", " ")[-30:].lstrip(),
        "after": "。据统计，日均车流达3.2万辆。",
        "sentence": "镇建设办主任许敏认为，新桥将把过河时间缩短四十分钟。",
        "source_text": "新桥将把过河时间缩短四十分钟",
        "reprint_group": "",
        "document_sha256": document.sha256,
    }


def test_text_flows_and_source_text_does_not(session: Session) -> None:
    text = "他说：“中\n\n方将扩大开放。”"

    wrapped = source(text)._replace(joins=Joins([Span(5, 7)]))
    document = session.documents.add(wrapped).document
    session.annotations.create(document.id, Kind.QUOTE, [Span(3, len(text))])
    (row,) = exported(session)
    assert row["text"] == "“中方将扩大开放。”"
    assert row["source_text"] == "“中\n\n方将扩大开放。”"
    assert row["sentence"] == "他说：“中方将扩大开放。”"


def test_order_is_by_document_and_place(session: Session, document: Document) -> None:
    other = session.documents.add(source("另一篇文章的正文。", path="/b.txt")).document
    for where, start in ((other, 0), (document, 9), (document, 2)):
        session.annotations.create(where.id, Kind.CLAIM, [Span(start, start + 3)])
    found = [(row["document"], row["start"]) for row in exported(session)]
    assert found == [
        ("/news/bridge.txt", "2"),
        ("/news/bridge.txt", "9"),
        ("/b.txt", "0"),
    ]
    only = exported(session, matching=AnnotationFilter(document_ids=(other.id,)))
    assert [row["document"] for row in only] == ["/b.txt"]


@pytest.mark.parametrize(
    "note", ["=1+1", "+8613800", "-x", "@sum", "\t=1", " =1", "＝1"]
)
def test_nothing_runs_in_a_spreadsheet(
    session: Session, document: Document, note: str
) -> None:
    session.annotations.create(document.id, Kind.NOTE, [Span(0, 2)], note=note)
    (row,) = exported(session)
    assert row["note"] == f"'{note}"
    assert restore(row["note"]) == note
    (plain,) = exported(session, plain=True)
    assert plain["note"] == note


def test_controls_are_shown_and_do_nothing(
    session: Session, document: Document
) -> None:
    session.annotations.create(
        document.id, Kind.NOTE, [Span(0, 2)], note="a\x1b[2Jb\x07"
    )
    (row,) = exported(session)
    assert row["note"] == "a␛[2Jb␇"


@given(st.text())
def test_defusing_is_taken_back(cell: str) -> None:
    assert restore(defuse(cell)) == cell
    safe = defuse(printable(cell))
    assert safe[:1] not in {*"=+-@＝＋－＠\t\r"}


@given(st.text("a'=+-\t\n\r \x07\x85\u3000＝\",", max_size=6), st.booleans())
def test_a_cell_is_as_the_csv_module_writes_it(cell: str, is_plain: bool) -> None:
    stream = io.StringIO(newline="")
    wanted = cell if is_plain else defuse(printable(cell))
    csv.writer(stream, lineterminator="\r\n").writerow(["", wanted])
    assert f",{cells_of(cell, plain=is_plain)(cell)}\r\n" == stream.getvalue()


def test_no_beginning_that_could_run_is_overlooked() -> None:
    every = (chr(code) for code in range(sys.maxunicode + 1))
    begins = {one for one in every if defuse(f"{one}=") != f"{one}=" or one.isspace()}
    assert begins - {chr(code) for code in range(0x20)} <= MAY_RUN
    assert {one for one in begins if not has_controls(one)} <= MAY_RUN


def test_nothing_in_a_tame_text_needs_a_look() -> None:
    every = (chr(code) for code in range(sys.maxunicode + 1) if code != ord("\n"))
    tame = [one for one in every if is_tame(one)]
    assert len(tame) > 1_000_000
    assert [one for one in tame if safe(one) != one or quoted(one) != one] == []
    # Alone and behind what is passed over at a cell's beginning.
    assert [one for one in tame if defuse(f" {one}") != f" {one}"] == []


def test_a_file_is_for_excel_and_for_its_owner(
    session: Session, document: Document, tmp_path: Path
) -> None:
    session.annotations.create(document.id, Kind.NOTE, [Span(0, 2)], note="一\n二")
    path = tmp_path / "out.csv"
    assert write_file(session, path) == 1
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbfid,document,")
    assert data.count(b"\r\n") == 2
    assert write_file(session, path, plain=True) == 1
    assert path.read_bytes().startswith(b"id,document,")
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".out")] == []


def test_a_file_that_cannot_be_written_is_said(
    session: Session, document: Document, tmp_path: Path
) -> None:
    with pytest.raises(StorageError, match="cannot be written"):
        write_file(session, tmp_path / "missing" / "out.csv")


@pytest.mark.parametrize("at_a_time", [1, 5000])
def test_each_part_is_of_one_moment_whatever_others_do(
    open_session: Callable[..., Session],
    monkeypatch: pytest.MonkeyPatch,
    at_a_time: int,
) -> None:
    monkeypatch.setattr(export_rows, "_BATCH", at_a_time)
    lin, wang = open_session("lin"), open_session("wang")
    first, second = (
        lin.annotations.create(
            lin.documents.add(source(text, f"/{text}.txt")).document.id,
            Kind.QUOTE,
            [Span(0, 2)],
            speaker=name,
        )
        for text, name in (("第一篇。", "许敏"), ("第二篇。", "许主任"))
    )

    def works() -> None:
        wang.annotations.toggle_tag(second, wang.codebook.add("新标签").id)
        find = wang.speakers.find
        wang.speakers.merge(find("许敏"), [find("许主任")])

    marked_texts = lin.exporting.marked_texts

    def while_another_works(
        part: export_rows.Part, matching: AnnotationFilter
    ) -> Iterator[MarkedText]:
        for marked in marked_texts(part, matching):
            yield marked
            if marked.document.id == first.document_id:
                works()

    monkeypatch.setattr(lin.exporting, "marked_texts", while_another_works)
    told = [(row["speaker"], row["tags"]) for row in exported(lin)]
    after = ("许敏", "新标签") if at_a_time == 1 else ("许主任", "")
    assert told == [("许敏", ""), after]
