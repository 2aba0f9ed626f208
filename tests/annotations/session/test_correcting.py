"""What a document is said to be: corrected by an analyst, and so wherever it is told."""

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
from annotations.model import Kind, Span
from annotations.search.query import parse
from tests.conftest import STORY, source

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotations.model import Document
    from annotations.session import Session


def found(session: Session, typed: str) -> list[str]:
    return [one.document.id for one in session.searching.documents(parse(typed))]


def test_one_step_says_all_of_it_and_undo_brings_it_back(
    session: Session, document: Document
) -> None:
    changed = session.documents.change(
        document,
        title="新桥通车",
        publication="",
        published="2026-04-21",
        author="林一 王二",
    )
    assert changed == document._replace(
        title="新桥通车", publication="", published="2026-04-21", author="林一 王二"
    )
    step = session.history.steps()[0]
    assert (step.label, step.document_id) == (
        "change document 河埠新桥通车",
        document.id,
    )
    (told,) = session.history.told(step.id)
    assert "title: 河埠新桥通车 → 新桥通车" in told
    session.history.undo()
    assert session.documents.get(document.id) == document
    session.history.redo()
    assert session.documents.get(document.id) == changed
    assert list(session.problems()) == []


def test_what_is_not_given_stays_and_nothing_new_is_no_step(
    session: Session, document: Document
) -> None:
    changed = session.documents.change(document, author="林一")
    assert changed == document._replace(author="林一")
    latest = session.history.latest
    assert session.documents.change(changed, author=" 林一 ", title="河埠新桥通车")
    assert session.history.latest == latest


@pytest.mark.parametrize(
    "published", ["", "2026", "2026-04", "2026-04-20", "2024-02-29"]
)
def test_a_date_is_a_year_a_month_or_a_day(
    session: Session, document: Document, published: str
) -> None:
    assert (
        session.documents.change(document, published=published).published == published
    )


@pytest.mark.parametrize(
    "published",
    ["2026-02-29", "2026-13", "0000", "26-04-20", "2026-4-2", "20.4.2026", "二〇二六"],
)
def test_what_is_no_date_is_refused(
    session: Session, document: Document, published: str
) -> None:
    with pytest.raises(InvalidError, match=f"{published} is no date; as 2026, 2026-04"):
        session.documents.change(document, title="新桥", published=published)
    assert session.documents.get(document.id) == document


@pytest.mark.parametrize("title", ["", " \u3000\n", "\x1b\u200b"])
def test_a_title_is_needed(session: Session, document: Document, title: str) -> None:
    with pytest.raises(InvalidError, match="a document needs a title"):
        session.documents.change(document, title=title)
    assert session.documents.get(document.id) == document


def test_one_line_of_what_can_be_seen_is_kept(
    session: Session, document: Document
) -> None:
    changed = session.documents.change(
        document, title="\u3000新桥 \n\n 通车\x1b[2J\u202e ", author="林一\t王二\u2028"
    )
    assert (changed.title, changed.author) == ("新桥 通车 [2J", "林一 王二")


def test_who_saw_something_else_overwrites_nothing(
    open_session: Callable[..., Session], document: Document
) -> None:
    open_session("wang").documents.change(document, published="2026-04-21")
    lin = open_session("lin")
    with pytest.raises(ConflictError, match="changed 河埠新桥通车 since you saw it"):
        lin.documents.change(document, title="新桥")
    assert lin.documents.get(document.id).published == "2026-04-21"
    lin.documents.change(lin.documents.get(document.id), published="2025")
    with pytest.raises(CannotUndoError):
        open_session("wang").history.undo()
    lin.documents.remove(lin.documents.get(document.id))
    with pytest.raises(NotFoundError):
        lin.documents.change(document, title="新桥")


def test_it_is_found_listed_and_exported_by_what_it_is_said_to_be(
    session: Session, document: Document
) -> None:
    quote = session.annotations.create(document.id, Kind.QUOTE, [Span(0, 4)])
    session.searching.build()
    assert found(session, "title:河埠 date:2026-04-20") == [document.id]
    session.documents.change(
        document, title="新桥", publication="旱塬晚报", published="2025"
    )
    assert found(session, "title:河埠") == found(session, "date:2026-04-20") == []
    for typed in (
        "title:新桥",
        "publication:旱塬",
        "date:2025",
        "绕路 date:2024..2025",
    ):
        assert found(session, typed) == [document.id]
    assert session.reviewing.queue("kind:quote title:新桥") == [quote.id]
    assert session.reviewing.queue("kind:quote title:河埠") == []
    assert session.searching.verify() == []
    (summary,) = session.documents.summaries()
    assert summary.document == session.documents.find("新桥")
    stream = io.StringIO()
    write_csv(session, stream)
    (row,) = csv.DictReader(io.StringIO(stream.getvalue()))
    assert (row["title"], row["publication"], row["published"]) == (
        "新桥",
        "旱塬晚报",
        "2025",
    )


def test_a_newer_text_keeps_what_was_corrected(
    session: Session, document: Document
) -> None:
    session.documents.change(document, title="新桥", published="", author="林一")
    newer = source("更正\n\n" + STORY, title="更正", published="2026-05-01")
    done = session.documents.update(document, newer)
    assert (done.outcome, done.document.title) == ("updated", "新桥")
    assert (done.document.published, done.document.author) == ("", "林一")
    # It was seen before the text was newer, but nobody has said anything else since.
    seen = document._replace(title="新桥", published="", author="林一")
    assert session.documents.change(seen, title="新桥通车").title == "新桥通车"
    session.history.undo()
    session.history.undo()
    assert session.documents.text(document.id).text == STORY
    assert session.documents.get(document.id).title == "新桥"


def test_each_correction_is_taken_back_by_itself(
    session: Session, document: Document
) -> None:
    titled = session.documents.change(document, title="新桥")
    first = session.history.steps()[0]
    session.documents.change(titled, author="林一")
    newer = source("更正\n\n" + STORY, title="更正")
    session.documents.update(session.documents.get(document.id), newer)
    session.history.take_back(first.id)
    known = session.documents.get(document.id)
    assert (known.title, known.author) == (document.title, "林一")
    assert session.documents.text(document.id).text.startswith("更正")
    session.history.redo()
    assert session.documents.get(document.id).title == "新桥"
    assert list(session.problems()) == []


def test_a_title_that_was_corrected_again_is_not_taken_back(
    session: Session, document: Document
) -> None:
    titled = session.documents.change(document, title="新桥", author="林一")
    first = session.history.steps()[0]
    again = session.documents.change(titled, title="新桥通车")
    with pytest.raises(CannotUndoError, match="changed again since"):
        session.history.take_back(first.id)
    assert session.documents.get(document.id) == again
