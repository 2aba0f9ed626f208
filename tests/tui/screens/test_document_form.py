"""The form for what a document is said to be: saved, refused, undone, seen by others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input, Label

from annotations.model import Kind, Span
from tests.conftest import source
from tests.tui.conftest import NARROW, WIDE, screen_of
from tui.app import PizhuApp
from tui.screens.document_form import DocumentForm
from tui.settings import Settings
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from annotations.model import Document
    from annotations.session import Session


async def fill(pilot: Pilot[None], name: str, value: str) -> None:
    """Type something in place of what stands in a field."""
    field = pilot.app.screen.query_one(f"#{name}", Input)
    field.focus()
    await pilot.press("end", "ctrl+u", *value)


def wrong(app: PizhuApp) -> str:
    return str(app.screen.query_one("#wrong", Label).render())


def status(app: PizhuApp) -> str:
    return screen_of(app).status.render_line(0).text


def listed(app: PizhuApp) -> str:
    rows = screen_of(app).files.query_one(VirtualList)
    return "\n".join(rows.render_line(y).text for y in range(rows.size.height))


@pytest.mark.parametrize("key", ["E", "alt+e"])
async def test_what_is_typed_is_saved_shown_and_undone(
    app: PizhuApp,
    session: Session,
    document: Document,
    monkeypatch: pytest.MonkeyPatch,
    key: str,
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()

        def text(*_: object) -> None:
            raise AssertionError("the text is read again")

        for name in ("text", "flowing"):
            monkeypatch.setattr(type(session.documents), name, text)
        await pilot.press(key)
        assert isinstance(app.screen, DocumentForm)
        await fill(pilot, "title", "新桥")
        await fill(pilot, "publication", "旱塬晚报")
        await fill(pilot, "published", "2026-04")
        await fill(pilot, "author", "林一")
        await pilot.press("enter")
        assert screen_of(app).status.message == "Saved: 新桥"
        assert session.documents.get(document.id) == document._replace(
            title="新桥", publication="旱塬晚报", published="2026-04", author="林一"
        )
        assert "新桥 旱塬晚报" in listed(app)
        await pilot.press("j")
        assert status(app).startswith(" 新桥 · 旱塬晚报 · utf-8 ")
        await pilot.press("u")
        message = "Undone: change document 河埠新桥通车"
        assert screen_of(app).status.message == message
        assert session.documents.get(document.id) == document
        assert "河埠新桥通车 河埠日报" in listed(app)
        await pilot.press("j")
        assert status(app).startswith(" 河埠新桥通车 · 河埠日报 ")


async def test_a_wrong_date_is_told_and_what_was_typed_stays(
    app: PizhuApp, session: Session, document: Document
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("E")
        await fill(pilot, "title", "新桥")
        await fill(pilot, "published", "2026-02-30")
        await pilot.press("enter")
        assert isinstance(app.screen, DocumentForm)
        assert wrong(app).startswith("2026-02-30 is no date; as 2026, 2026-04")
        assert app.screen.query_one("#wrong").size.height == 1
        assert session.documents.get(document.id) == document
        assert app.screen.query_one("#title", Input).value == "新桥"
        await pilot.press("backspace", "backspace")
        assert wrong(app) == ""
        await pilot.press("2", "8", "enter")
        known = session.documents.get(document.id)
        assert (known.title, known.published) == ("新桥", "2026-02-28")


async def test_escape_and_enter_on_what_was_not_changed_store_nothing(
    app: PizhuApp, session: Session, document: Document
) -> None:
    latest = session.history.latest
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("E")
        await fill(pilot, "title", "新桥")
        await pilot.press("escape", "E", "enter")
        assert screen_of(app).status.message == "Nothing was changed"
        assert session.history.latest == latest


async def test_what_is_shown_otherwise_than_it_is_stored_is_left_as_it_is(
    session: Session,
) -> None:
    known = session.documents.add(
        source(title="新\x1b桥", publication="日\u202e报")
    ).document
    app = PizhuApp(session, Settings())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("E")
        await fill(pilot, "author", "林一")
        await pilot.press("enter")
        assert session.documents.get(known.id) == known._replace(author="林一")


async def test_without_a_document_there_is_nothing_to_correct(session: Session) -> None:
    app = PizhuApp(session, Settings())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("E")
        assert screen_of(app).status.message.startswith("No document is open")


async def test_what_others_corrected_shows_and_is_not_overwritten(
    app: PizhuApp, document: Document, open_session: Callable[..., Session]
) -> None:
    wang = open_session("wang")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("E")
        now = wang.documents.change(document, title="王的标题")
        await fill(pilot, "title", "新桥")
        await pilot.press("enter")
        assert "somebody else has changed 河埠新桥通车" in wrong(app)
        assert wang.documents.get(document.id) == now
        await pilot.press("escape")
        screen_of(app)._look_around()
        await pilot.pause()
        assert status(app).startswith(" 王的标题 · 河埠日报")
        assert "王的标题" in listed(app)
        await pilot.press("E")
        assert app.screen.query_one("#title", Input).value == "王的标题"
        await fill(pilot, "title", "新桥")
        await pilot.press("enter")
        assert wang.documents.get(document.id).title == "新桥"


async def test_the_list_is_in_order_by_the_new_title(
    app: PizhuApp, session: Session, document: Document
) -> None:
    session.documents.add(source("另一篇。", path="/b.txt", title="二"))
    async with app.run_test(size=WIDE) as pilot:
        screen = screen_of(app)
        screen.files.action_change_order()
        titles = [one.document.title for one in screen.files.shown]
        assert titles == ["二", "河埠新桥通车"]
        await pilot.press("E")
        await fill(pilot, "title", "一")
        await pilot.press("enter")
        assert [one.document.title for one in screen.files.shown] == ["一", "二"]
        assert screen.document_id == document.id


async def test_in_review_it_is_corrected_and_others_corrections_show(
    app: PizhuApp,
    session: Session,
    document: Document,
    open_session: Callable[..., Session],
) -> None:
    session.annotations.create(
        document.id, Kind.QUOTE, [Span(0, 4)], status="suggested"
    )
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("f5")
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("E")
        await fill(pilot, "title", "新桥")
        await pilot.press("enter")
        review = screen_of(app)
        assert review.document is not None
        assert review.document.name.startswith("新桥 ·")
        await pilot.press("u")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert review.document.name.startswith("河埠新桥通车 ·")
        open_session("wang").documents.change(document, title="王的标题")
        review._look_around()
        await pilot.pause()
        review.status.hush()
        assert status(app).startswith(" 王的标题 · ")
        await pilot.press("escape")
        assert status(app).startswith(" 王的标题 · ")
