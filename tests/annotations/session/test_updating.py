"""Newer texts, removed documents, drafts, and steps taken back out of order."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from annotations.errors import (
    CannotUndoError,
    ConflictError,
    InvalidError,
    NotFoundError,
)
from annotations.exchange.csv_export import write_csv
from annotations.model import Doubt, Draft, Kind, Span
from annotations.records import StepFilter
from annotations.search.query import parse
from tests.conftest import STORY, add_lost_quote, source

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotations.model import Document
    from annotations.session import Session

QUOTE = "“等了六年，总算不用绕路了。”"


def place(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_annotations_follow_their_text_or_wait(
    session: Session, document: Document
) -> None:
    quote = session.annotations.create(
        document.id, Kind.QUOTE, [place(STORY, QUOTE)], speaker="罗春山"
    )
    gone = session.annotations.create(
        document.id, Kind.CLAIM, [place(STORY, "日均车流达3.2万辆")]
    )
    newer = "更正启事\n\n" + STORY.replace("据统计，日均车流达3.2万辆。", "")
    done = session.documents.update(document, source(newer))
    assert (done.outcome, done.kept, done.in_doubt) == (
        "updated",
        1,
        ((Doubt.LOST, 1),),
    )
    assert done.document.id == document.id
    assert session.documents.text(document.id).text == newer
    (moved,) = session.annotations.of_document(document.id)
    assert moved.spans == (place(newer, QUOTE),)
    assert moved._replace(spans=quote.spans) == quote
    (waiting,) = session.annotations.in_doubt(document.id)
    assert waiting.annotation == gone._replace(doubt=Doubt.LOST)
    older = session.documents.older_text(document.id, waiting.text_id)
    assert older.text == STORY
    assert list(session.problems()) == []


def test_an_analyst_settles_what_waits(session: Session, document: Document) -> None:
    one = session.annotations.create(document.id, Kind.QUOTE, [place(STORY, QUOTE)])
    longer = "“等了六年，盼星星盼月亮一样盼着，总算不用绕路了。”"
    newer = STORY.replace(QUOTE, longer)
    done = session.documents.update(document, source(newer))
    assert done.in_doubt == ((Doubt.MOVED, 1),)
    (waiting,) = session.annotations.in_doubt(document.id)
    settled = session.annotations.change(
        waiting.annotation, spans=waiting.proposals[0].spans
    )
    assert (settled.exact, settled.doubt) == ((longer,), None)
    assert session.annotations.in_doubt(document.id) == []
    session.history.undo()
    assert session.annotations.get(one.id).doubt is Doubt.MOVED
    session.history.undo()
    assert session.documents.text(document.id).text == STORY
    assert session.annotations.get(one.id) == one
    assert list(session.problems()) == []


def test_nothing_is_marked_in_a_text_that_was_not_seen(
    session: Session, document: Document, open_session: Callable[..., Session]
) -> None:
    seen = session.documents.text_id(document.id)
    quote = place(STORY, QUOTE)
    one = session.annotations.create(document.id, Kind.QUOTE, [quote], text_id=seen)
    found = [(document.id, place(STORY, "罗春山")), (document.id, place(STORY, "许敏"))]
    open_session("wang").documents.update(document, source("更正启事\n\n" + STORY))
    moved = session.annotations.get(one.id)
    steps = session.history.steps()
    with pytest.raises(ConflictError, match="was updated"):
        session.annotations.create(document.id, Kind.CLAIM, [quote], text_id=seen)
    for known in (one, moved):
        with pytest.raises(ConflictError, match="was updated") as conflict:
            session.annotations.change(known, spans=[quote], text_id=seen)
        assert conflict.value.current is None
    with pytest.raises(ConflictError, match="was updated"):
        session.searching.mark_all(found, Kind.NOTE, (), {document.id: seen})
    assert session.history.steps() == steps
    assert session.annotations.of_document(document.id) == [moved]
    now = session.documents.text_id(document.id)
    places = {document.id: now, "gone": seen}
    assert session.searching.mark_all(found, Kind.NOTE, (), places) == (2, 0)
    again = session.annotations.change(moved, spans=[Span(0, 4)], text_id=now)
    assert again.exact == ("更正启事",)


def test_a_place_outside_a_text_that_became_shorter_is_refused(
    session: Session, document: Document
) -> None:
    one = session.annotations.create(document.id, Kind.QUOTE, [Span(0, 2)])
    session.documents.update(document, source("河埠新桥。\n"))
    one = session.annotations.get(one.id)
    far = Span(40, 44)
    with pytest.raises(InvalidError):
        session.annotations.change(one, spans=[far])
    with pytest.raises(InvalidError):
        session.annotations.change_as("move", one, spans=[far])
    with pytest.raises(InvalidError):
        session.searching.mark_all(
            [(document.id, Span(0, 2)), (document.id, far)], Kind.NOTE
        )
    (waiting,) = session.annotations.in_doubt(document.id)
    assert waiting.annotation == one
    assert session.annotations.of_document(document.id) == []


def test_an_older_version_told_again_finds_everything_in_its_place(
    session: Session, document: Document
) -> None:
    one = session.annotations.create(document.id, Kind.QUOTE, [place(STORY, QUOTE)])
    newer = session.documents.update(document, source("无关的另一篇文字。\n")).document
    assert session.annotations.get(one.id).doubt is Doubt.LOST
    session.documents.update(newer, source())
    assert session.annotations.get(one.id) == one
    assert list(session.problems()) == []


def test_what_comes_back_after_an_update_finds_its_place_in_the_newer_text(
    session: Session, document: Document
) -> None:
    one = session.annotations.create(document.id, Kind.QUOTE, [place(STORY, QUOTE)])
    session.annotations.delete(one)
    (deletion, *_) = session.history.steps()
    newer = "更正\n\n" + STORY
    session.documents.update(document, source(newer))
    session.history.take_back(deletion.id)
    assert session.annotations.get(one.id).spans == (place(newer, QUOTE),)
    later = session.annotations.create(document.id, Kind.NOTE, [Span(0, 2)])
    update = next(
        step for step in session.history.steps() if step.label.startswith("update")
    )
    session.history.take_back(update.id)
    assert session.documents.text(document.id).text == STORY
    assert session.annotations.get(one.id).spans == (place(STORY, QUOTE),)
    assert session.annotations.get(later.id).doubt is not None
    assert list(session.problems()) == []


def test_the_same_bytes_are_no_new_version(
    session: Session, document: Document
) -> None:
    steps = session.history.steps()
    assert session.documents.update(document, source()).outcome == "unchanged"
    other = session.documents.add(source("别的一篇。\n", "/news/other.txt")).document
    with pytest.raises(InvalidError, match="of the project already"):
        session.documents.update(other, source())
    assert len(session.history.steps()) == len(steps) + 1


def test_export_tells_what_waits_where_it_stands(
    session: Session, document: Document
) -> None:
    session.annotations.create(document.id, Kind.QUOTE, [place(STORY, QUOTE)])
    session.documents.update(document, source("无关的另一篇文字。\n"))
    stream = io.StringIO(newline="")
    write_csv(session, stream)
    (row,) = csv.DictReader(io.StringIO(stream.getvalue(), newline=""))
    assert row["text"] == row["source_text"] == QUOTE
    assert row["document_sha256"] == document.sha256
    assert int(row["start"]) == STORY.index(QUOTE)


def test_what_waits_says_what_it_said_in_its_own_text(session: Session) -> None:
    lost, words = add_lost_quote(session)
    assert lost.doubt is Doubt.LOST
    assert session.annotations.words(lost) == words
    assert session.annotations.source(lost).text.startswith("标题")
    for typed, is_found in (("今天通车", True), ("speaker:周岚 江水", False)):
        found = list(session.searching.annotations(parse(typed)))
        assert [one.text for one in found] == [words] * is_found
    session.annotations.delete(lost)
    assert session.annotations.words(lost) == "“新桥今天\n通车了。”"
    with pytest.raises(NotFoundError):
        session.annotations.source(lost)


def test_a_removed_document_comes_back_with_everything(
    session: Session, document: Document
) -> None:
    tag = session.codebook.add("民生")
    one = session.annotations.create(
        document.id, Kind.QUOTE, [Span(0, 4)], tags=[tag.id], speaker="许敏"
    )
    assert session.documents.remove(document) == 1
    assert session.documents.summaries() == []
    with pytest.raises(NotFoundError):
        session.documents.remove(document)
    session.history.undo()
    assert session.annotations.get(one.id) == one
    session.history.redo()
    assert session.documents.summaries() == []
    assert list(session.problems()) == []


def test_any_step_can_be_taken_back_unless_something_depends_on_it(
    open_session: Callable[..., Session],
) -> None:
    lin, wang = open_session("lin"), open_session("wang")
    document = lin.documents.add(source()).document
    first = lin.annotations.create(document.id, Kind.QUOTE, [Span(0, 4)])
    second = lin.annotations.create(document.id, Kind.QUOTE, [Span(4, 8)])
    lin.annotations.change(second, note="后来的")
    steps = {step.annotation_id: step for step in reversed(lin.history.steps())}
    wang.history.take_back(lin.history.find(steps[first.id].id[-8:]).id)
    with pytest.raises(NotFoundError):
        lin.annotations.get(first.id)
    marking = next(
        step
        for step in lin.history.steps()
        if step.annotation_id == second.id and step.label.startswith("mark")
    )
    with pytest.raises(CannotUndoError, match="changed again since"):
        lin.history.take_back(marking.id)
    with pytest.raises(CannotUndoError, match="undone already"):
        lin.history.take_back(steps[first.id].id)
    with pytest.raises(NotFoundError):
        lin.history.find("zzzz")


def test_the_history_is_filtered(open_session: Callable[..., Session]) -> None:
    lin, wang = open_session("lin"), open_session("wang")
    document = lin.documents.add(source()).document
    one = wang.annotations.create(document.id, Kind.QUOTE, [Span(0, 4)])
    lin.codebook.add("民生")

    def labels(**wanted: str) -> list[str]:
        return [one.label for one in lin.history.steps(9, StepFilter(**wanted))]

    assert labels() == ["add tag 民生", "mark a quote", f"add {document.title}"]
    assert labels(analyst="wang") == labels(annotation_id=one.id) == ["mark a quote"]
    assert labels(document_id=document.id) == ["mark a quote"]
    assert labels(label="add") == ["add tag 民生", f"add {document.title}"]
    assert labels(until="2000") == []
    assert len(labels(since="2000")) == 3
    (_, _, oldest) = lin.history.steps()
    # Year, month, day, hour, minute, second, thousandth, all.
    for end in (4, 7, 10, 13, 16, 19, 23, 24):
        assert len(labels(since=oldest.at[:end])) == 3
    assert labels(before=oldest.id) == []
    (change, *_) = lin.history.changes(oldest.id)
    assert (change.table, change.before) == ("documents", None)


@pytest.mark.parametrize(
    "time",
    ["foo", "2026-13", "2026-11-00", "26", "2026-11-21 08:00", "２０２６", "2026-1"],
)
def test_no_time_is_refused_in_words(session: Session, time: str) -> None:
    for wanted in (StepFilter(since=time), StepFilter(until=time)):
        with pytest.raises(InvalidError, match="is no time"):
            session.history.steps(9, wanted)


def test_drafts_are_each_analysts_own_and_outlive_the_session(
    open_session: Callable[..., Session],
) -> None:
    lin, wang = open_session("lin"), open_session("wang")
    document = lin.documents.add(source()).document
    draft = Draft(document.id, "", (Span(0, 4),), {"note": "写到一半"})
    lin.drafts.keep(draft)
    lin.drafts.keep(draft._replace(fields={"note": "写到一半了"}))
    assert wang.drafts.all() == []
    (kept,) = open_session("lin").drafts.all()
    assert kept._replace(updated_at="") == draft._replace(fields={"note": "写到一半了"})
    assert lin.history.undo() is not None
    lin.drafts.discard(draft.name)
    assert lin.drafts.all() == []


def test_what_was_in_doubt_and_is_gone_has_no_places_proposed(session: Session) -> None:
    lost, _ = add_lost_quote(session)
    assert session.reviewing.in_doubt(lost) is not None
    session.documents.remove(session.documents.get(lost.document_id))
    assert session.reviewing.in_doubt(lost) is None
