"""One document after another: its place, its two views, the list beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotations.model import Span
from tests.conftest import source
from tests.tui.conftest import NARROW, WIDE, screen_of, stored
from tui.app import PizhuApp
from tui.settings import Settings
from tui.widgets.reader_view import ReaderView

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotations.model import Document
    from annotations.session import Session


async def test_the_screen_hears_of_a_move_before_the_page_is_drawn(
    app: PizhuApp,
) -> None:
    # Else what it changes beside the text would be a second picture.
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert app.screen.message_queue_size == 0
        screen_of(app).reader.action_move_right()
        assert app.screen.message_queue_size == 1


async def test_lines_as_printed_keep_the_place(session: Session) -> None:

    from annotations.model import Joins

    text = "第一行没有\n说完的话，\n后来说完了。\n\n第二段在这里。"
    wrapped = source(text)._replace(joins=Joins([Span(5, 6), Span(11, 12)]))
    session.documents.add(wrapped)
    app = PizhuApp(session, Settings())
    async with app.run_test(size=NARROW) as pilot:
        reader = screen_of(app).reader
        reader.select(Span(7, 15))
        await pilot.press("z")
        assert reader.selection == Span(7, 15)
        assert reader.cursor == 14
        lines = [reader.render_line(y).text.strip() for y in range(5)]
        assert lines == [
            "第一行没有",
            "说完的话，",
            "后来说完了。",
            "",
            "第二段在这里。",
        ]
        await pilot.press("z")
        assert reader.selection == Span(7, 15)
        assert reader.render_line(0).text.strip() == "第一行没有说完的话，后来说完了。"


async def test_place_and_document_are_kept(
    session: Session, document: Document, open_session: Callable[..., Session]
) -> None:
    app = PizhuApp(session, Settings())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("j", "j", "l", "l")
        place = screen_of(app).reader.cursor
        await pilot.press("ctrl+q")
    again = PizhuApp(open_session("lin"), Settings())
    async with again.run_test(size=WIDE):
        assert screen_of(again).reader.cursor == place > 0


async def test_a_long_list_comes_after_the_text(
    session: Session, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = session.documents.add(source("另一篇。", "other.txt")).document
    monkeypatch.setattr("annotations.store.documents._LONG", 0)
    app = PizhuApp(session, Settings())
    async with app.run_test(size=WIDE) as pilot:
        assert screen_of(app).reader.cursor == 0
        await app.workers.wait_for_complete()
        await pilot.pause()
        shown = [one.document.id for one in screen_of(app).files.shown]
        assert shown == [document.id, other.id]
        await pilot.press("r", "l")
        assert session.documents.text(other.id).text.startswith("另")
        assert app.screen.query_one(ReaderView).units.character_at(0) == Span(0, 1)
        screen_of(app).keep_place()
        assert session.reading.last_document() == other.id


async def test_motions_and_selection_in_a_long_document(session: Session) -> None:
    text = "\n\n".join(
        f"第{n}段说新桥通车。“大家都很高兴。”居民说。" for n in range(300)
    )
    session.documents.add(source(text))
    app = PizhuApp(session, Settings())
    async with app.run_test(size=NARROW) as pilot:
        reader = app.screen.query_one(ReaderView)
        await pilot.press("G")
        assert reader.cursor == len(text) - 1
        await pilot.press("g", "}", ")")
        assert text[reader.cursor :].startswith("“大家都很高兴。”")
        await pilot.press("s")
        assert reader.selection is not None
        assert text[reader.selection.start : reader.selection.end] == "“大家都很高兴。”"
        await pilot.press("escape", "pagedown", "pagedown", "pageup")
        assert reader.selection is None
        await pilot.press("home")
        start = reader.cursor
        await pilot.press("end", "l")
        assert reader.cursor > start
        await pilot.press("shift+right", "shift+right")
        assert reader.selection is not None
        assert len(reader.selection) == 3


KEYS = [*"hjw}sigGv+/ozMrRySnqcmet1.d", "space"]


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_in_an_empty_project_each_key_has_an_answer(
    session: Session, size: tuple[int, int]
) -> None:
    session.codebook.add("民生", key="1")
    app = PizhuApp(session, Settings())
    async with app.run_test(size=size) as pilot:
        screen = screen_of(app)
        assert "No document is open" in screen.status.message
        for key in KEYS:
            screen.tell("")
            await pilot.press(key)
            assert "No document is open" in screen.status.message, key
            assert app.screen is screen
            assert screen.reader.selection is None
        await pilot.press("u")
        assert "Undone: add tag" in screen.status.message
        await pilot.press("f2", "escape", "i")
        assert "No document is open" in screen.status.message


async def test_the_last_document_goes_and_comes_back(
    session: Session, document: Document
) -> None:
    app = PizhuApp(session, Settings())
    async with app.run_test(size=NARROW) as pilot:
        screen = screen_of(app)
        await pilot.press("slash", "新", "enter")
        await app.workers.wait_for_complete()
        session.documents.remove(document)
        screen.reload()
        await pilot.pause()
        assert "No document is open" in screen.status.message
        assert screen.document_id == ""
        assert [screen.reader.render_line(y).text.strip() for y in range(5)] == [""] * 5
        await pilot.press("n", "s", "i")
        assert "No document is open" in screen.status.message
        await pilot.press("u")
        assert "Undone: remove" in screen.status.message
        assert screen.document_id == document.id
        assert screen.reader.has_focus
        await pilot.press("G", "q")
        assert len(stored(session, document)) == 1
        await pilot.press("u", "ctrl+r")
        assert len(stored(session, document)) == 1


async def test_a_document_that_somebody_adds_to_nothing_is_opened(
    session: Session, open_session: Callable[..., Session]
) -> None:
    app = PizhuApp(session, Settings())
    async with app.run_test(size=NARROW) as pilot:
        screen = screen_of(app)
        added = open_session("wang").documents.add(source("一篇。")).document
        screen._look_around()
        await pilot.pause()
        assert screen.document_id == added.id
        assert screen.status.message == ""
        assert screen.reader.has_focus


async def test_that_a_document_was_removed_is_said(
    session: Session, document: Document, open_session: Callable[..., Session]
) -> None:
    other = session.documents.add(source("另一篇。", "/b.txt")).document
    app = PizhuApp(session, Settings(), other.id)
    async with app.run_test(size=NARROW) as pilot:
        screen = screen_of(app)
        open_session("wang").documents.remove(other)
        screen._look_around()
        await pilot.pause()
        assert screen.document_id == document.id
        assert "was removed" in screen.status.message
