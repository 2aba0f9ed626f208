"""Several at work: what others did shows, and nobody's work is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Static, TextArea

from annotations.model import Kind, Span, Status
from tests.conftest import STORY, source
from tests.tui.conftest import NARROW, WIDE, screen_of, stored
from tui.screens.annotation_form import AnnotationForm
from tui.screens.choice import Choice

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotations.model import Document
    from annotations.session import Session
    from tui.app import PizhuApp


async def test_others_work_shows_by_itself(
    app: PizhuApp, document: Document, open_session: Callable[..., Session]
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = screen_of(app)
        other = open_session("wang")
        other.annotations.create(document.id, Kind.QUOTE, [Span(0, 4)])
        screen._look_around()
        await pilot.pause()
        assert screen.reader.count == 1


async def test_nothing_in_one_document_lists_all_of_them_anew(
    app: PizhuApp,
    session: Session,
    document: Document,
    open_session: Callable[..., Session],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = session.documents.add(source("另一篇文章的正文。", path="/b.txt")).document
    async with app.run_test(size=WIDE) as pilot:
        screen = screen_of(app)

        def summaries(_: object) -> list[object]:
            raise AssertionError("all documents are listed")

        monkeypatch.setattr(type(session.documents), "summaries", summaries)
        await pilot.press("q", "u", "ctrl+r")
        await pilot.pause()
        theirs = open_session("wang")
        theirs.annotations.create(other.id, Kind.QUOTE, [Span(0, 4)])
        theirs.annotations.create(document.id, Kind.QUOTE, [Span(0, 4)])
        screen._look_around()
        await pilot.pause()
        counts = {one.document.id: one.quotes for one in screen.files.shown}
        assert counts == {document.id: 2, other.id: 1}
        assert screen.reader.count == 2


async def test_a_conflict_is_told_and_nothing_is_lost(
    app: PizhuApp,
    session: Session,
    document: Document,
    open_session: Callable[..., Session],
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("c")
        (mine,) = stored(session, document)
        theirs = open_session("wang").annotations.change(mine, note="王的")
        await pilot.press("x")
        assert isinstance(app.screen, Choice)
        question = str(app.screen.query_one("#question", Static).render())
        assert "status, yours: rejected" in question
        assert "note, theirs: 王的" in question
        assert stored(session, document) == [theirs]
        await pilot.press("escape")
        assert stored(session, document) == [theirs]
        assert screen_of(app).reader.current == theirs


async def test_both_of_two_long_notes_can_be_read(
    app: PizhuApp,
    session: Session,
    document: Document,
    open_session: Callable[..., Session],
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("c", "e")
        (mine,) = stored(session, document)
        theirs = "王说：" + "这座桥修了六年。" * 90 + "完。"
        open_session("wang").annotations.change(mine, note=theirs)
        app.screen.query_one("#note", TextArea).text = "林说：" + "这座桥好。" * 150
        await pilot.press("ctrl+s")
        await pilot.pause()
        question = app.screen.query_one("#whole")
        assert question.scroll_y == 0
        assert "pgdn" in str(app.screen.query_one(".box").border_subtitle)
        await pilot.press(*["pagedown"] * 8)
        assert question.scroll_y == question.max_scroll_y > 12
        await pilot.press(*["pageup"] * 8)
        assert question.scroll_y == 0
        await pilot.press("m")
        assert stored(session, document)[0].note.startswith("林说")


async def test_one_may_put_ones_own_over_it(
    app: PizhuApp,
    session: Session,
    document: Document,
    open_session: Callable[..., Session],
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("c", "e")
        assert isinstance(app.screen, AnnotationForm)
        (mine,) = stored(session, document)
        open_session("wang").annotations.change(mine, note="王的", speaker="许敏")
        app.screen.query_one("#note", TextArea).text = "林的"
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, Choice)
        await pilot.press("m")
        await pilot.pause()
        (after,) = stored(session, document)
        assert (after.note, after.speaker) == ("林的", "许敏")


async def test_what_somebody_deleted_is_said(
    app: PizhuApp,
    session: Session,
    document: Document,
    open_session: Callable[..., Session],
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("c")
        open_session("wang").annotations.delete(stored(session, document)[0])
        await pilot.press("x")
        assert "somebody else has deleted" in screen_of(app).status.message
        assert screen_of(app).reader.current is None


async def test_a_newer_text_is_shown_and_marked_where_it_stands(
    app: PizhuApp,
    session: Session,
    document: Document,
    open_session: Callable[..., Session],
) -> None:
    newer = "更正启事：昨日见报的桥名有误。\n\n" + STORY
    async with app.run_test(size=WIDE) as pilot:
        screen = screen_of(app)
        screen.reader.go_to(STORY.index("罗春山"))
        open_session("wang").documents.update(document, source(newer))
        screen._look_around()
        await pilot.pause()
        assert "newer text" in screen.status.message
        assert screen.reader.cursor == newer.index("罗春山")
        await pilot.press("v", "l", "l", "c")
        assert [one.exact for one in stored(session, document)] == [("罗春山",)]
        assert "Saved: claim 罗春山" in screen.status.message
        await pilot.press("h")
        screen._look_around()
        assert session.reading.place(document.id) == screen.reader.cursor


async def test_an_update_that_is_undone_shows_the_older_text_again(
    app: PizhuApp, session: Session, document: Document
) -> None:
    newer = "更正启事：昨日见报的桥名有误。\n\n" + STORY
    session.documents.update(document, source(newer))
    async with app.run_test(size=WIDE) as pilot:
        screen = screen_of(app)
        screen.reader.go_to(newer.index("罗春山"))
        await pilot.press("u")
        assert "Undone: update" in screen.status.message
        assert screen.reader.cursor == STORY.index("罗春山")
        await pilot.press("v", "l", "l", "c")
        assert [one.exact for one in stored(session, document)] == [("罗春山",)]


async def test_a_document_updated_under_review_shows_its_newer_text(
    app: PizhuApp,
    session: Session,
    document: Document,
    open_session: Callable[..., Session],
) -> None:
    start = STORY.index("罗春山")
    one = session.annotations.create(
        document.id, Kind.CLAIM, [Span(start, start + 3)], status=Status.SUGGESTED
    )
    newer = "更正启事：昨日见报的桥名有误。\n\n" + STORY
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("f5")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        open_session("wang").documents.update(document, source(newer))
        review = screen_of(app)
        review._look_around()
        await pilot.pause()
        assert "newer text" in review.status.message
        assert review.document is not None
        assert review.document.text == newer
        assert review.reader.current == session.annotations.get(one.id)
        assert review.reader.cursor == newer.index("罗春山")


@pytest.mark.parametrize("keys", [["v", "l", "l", "c"], ["full_stop"]])
async def test_what_is_marked_before_the_newer_text_shows_is_refused(
    app: PizhuApp,
    session: Session,
    document: Document,
    open_session: Callable[..., Session],
    keys: list[str],
) -> None:
    start = STORY.index("罗春山")
    session.annotations.create(document.id, Kind.NOTE, [Span(start, start + 3)])
    newer = "更正启事：昨日见报的桥名有误。\n\n" + STORY
    async with app.run_test(size=WIDE) as pilot:
        screen = screen_of(app)
        await screen.reader.words()
        screen.reader.go_to(start)
        open_session("wang").documents.update(document, source(newer))
        await pilot.press(*keys)
        assert "was updated; mark the place" in screen.status.message
        assert [one.exact for one in stored(session, document)] == [("罗春山",)]
        assert screen.document is not None
        assert screen.document.text == newer
        assert screen.reader.cursor in range(
            newer.index("罗春山"), newer.index("罗春山") + 3
        )
        await pilot.press(*keys)
        assert [one.exact for one in stored(session, document)] != [("罗春山",)]


async def test_a_document_that_somebody_removed_is_not_marked_as_read(
    app: PizhuApp, document: Document, open_session: Callable[..., Session]
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        open_session("wang").documents.remove(document)
        await pilot.press("M")
        assert "not saved: the document was removed" in screen_of(app).status.message
