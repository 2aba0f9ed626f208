"""The history on the screen: any step can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.widgets import Static

from annotations.model import Kind, Span, Status
from tests.tui.conftest import NARROW, WIDE, screen_of, stored
from tui.screens.history import HistoryScreen
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    import pytest

    from annotations.model import Document
    from annotations.session import Session
    from annotations.store.journal import RowChange
    from tui.app import PizhuApp


async def test_the_history_shows_steps_and_takes_any_of_them_back(
    app: PizhuApp, session: Session, document: Document
) -> None:
    first = session.annotations.create(document.id, Kind.QUOTE, [Span(0, 4)])
    second = session.annotations.create(document.id, Kind.CLAIM, [Span(26, 40)])
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("U")
        assert isinstance(app.screen, HistoryScreen)
        rows = app.screen.query_one(VirtualList)
        assert "mark a claim" in rows.render_line(0).text
        await pilot.press("down", "u")
        assert stored(session, document) == [second]
        details = app.screen.query_one("#details", Static)
        assert "Taken back: mark a quote" in str(details.render())
        await pilot.press("down", "down", "u")
        assert "Taken back: add" not in str(details.render())
        await pilot.press("home", "down", "enter")
        reader = screen_of(app).reader
        assert reader.current == second
        assert reader.count == 1
    assert first not in stored(session, document)


async def test_undo_and_redo_read_again_only_what_the_step_touched(
    app: PizhuApp,
    session: Session,
    document: Document,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = session.annotations.create(document.id, Kind.QUOTE, [Span(0, 4)])
    async with app.run_test(size=NARROW) as pilot:
        screen = screen_of(app)
        screen.reader.go_to(30)
        await pilot.press("c", "x")
        made = next(one for one in stored(session, document) if one != kept)
        read: list[str] = []
        of_document = session.annotations.of_document
        monkeypatch.setattr(
            session.annotations,
            "of_document",
            lambda document_id: read.append(document_id) or of_document(document_id),
        )
        await pilot.press("u")
        assert screen.reader.current == made._replace(
            status=Status.ACCEPTED, updated_at=made.created_at
        )
        await pilot.press("u")
        assert list(screen.document.annotations if screen.document else ()) == [kept]
        assert screen.reader.count == 1
        await pilot.press("ctrl+r", "ctrl+r")
        assert list(screen.document.annotations if screen.document else ()) == [
            kept,
            made,
        ]
        assert screen.reader.count == 1
        assert not read


async def test_of_a_large_step_only_what_is_shown_is_read(
    app: PizhuApp,
    session: Session,
    document: Document,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    places = [(document.id, Span(at, at + 2)) for at in range(60)]
    session.searching.mark_all(places, Kind.CLAIM)
    rows = len(session.history.changes(session.history.latest))
    read: list[int] = []
    changes = session.history.changes

    def counted(*wanted: Any) -> list[RowChange]:
        found = changes(*wanted)
        read.append(len(found))
        return found

    monkeypatch.setattr(session.history, "changes", counted)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("U")
        await pilot.pause()
        details = app.screen.query_one("#details", Static)
        assert read
        assert max(read) <= 50
        assert f"… and {rows - 3} more rows" in str(details.render())


async def test_steps_say_which_words_and_who(
    app: PizhuApp, session: Session, document: Document
) -> None:
    one = session.annotations.create(document.id, Kind.QUOTE, [Span(0, 6)])
    one = session.annotations.change(one, speaker="许敏")
    tag = session.codebook.add("民生/交通")
    session.annotations.change(one, tags=[tag.id])
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("U")
        await pilot.pause()
        rows = app.screen.query_one(VirtualList)
        details = app.screen.query_one("#details", Static)

        def shown() -> str:
            return rows.render_line(rows.highlighted).text

        assert one.exact[0] in shown()
        assert "交通" in str(details.render())
        await pilot.press("down", "down")
        await pilot.pause()
        assert one.exact[0] in shown()
        assert "speaker: “” → 许敏" in str(details.render())
        assert document.title in str(details.render())


async def test_steps_on_what_is_gone_say_what_was_done(
    app: PizhuApp, session: Session, document: Document
) -> None:
    one = session.annotations.create(document.id, Kind.QUOTE, [Span(0, 6)])
    session.annotations.delete(one)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("U")
        await pilot.pause()
        rows = app.screen.query_one(VirtualList)
        text = rows.render_line(1).text
        assert "quote" in text
        assert one.exact[0] not in text
