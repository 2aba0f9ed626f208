"""Searching all documents from the reader: results, opening them, walking on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Key
from textual.widgets import Input, Label

from tests.conftest import source
from tests.tui.conftest import rename, screen_of, until
from tui.app import PizhuApp
from tui.screens import searching
from tui.settings import Settings
from tui.widgets import search_pane

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from annotations.model import Document
    from annotations.session import Session


@pytest.fixture
def documents(session: Session) -> list[Document]:
    return [
        session.documents.add(
            source(
                f"第{number}篇。\n\n这里有電影，那里有电影{number}。",
                path=f"/{number}.txt",
                title=f"题{number}",
                published=f"2026-04-0{9 - number}",
            )
        ).document
        for number in range(1, 4)
    ]


@pytest.fixture
def app(session: Session, documents: list[Document]) -> PizhuApp:
    return PizhuApp(session, Settings())


async def search(pilot: Pilot[None], app: PizhuApp, *keys: str) -> None:
    screen = screen_of(app)
    await pilot.press("ctrl+f", *keys, "enter")
    says = screen.search_pane.query_one("#says")
    await until(pilot, lambda: "…" not in str(says.render()) and str(says.render()))


def rows(app: PizhuApp) -> list[str]:
    pane = screen_of(app).search_pane
    return [
        "".join(text for text, _ in pane.results.row(index, 60))
        for index in range(len(pane.results))
    ]


async def test_results_are_grouped_by_document_and_open_with_enter(
    app: PizhuApp, documents: list[Document]
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen = screen_of(app)
        await search(pilot, app, "电", "影")
        shown = rows(app)
        assert len(shown) == 9
        assert "题1" in shown[0]
        assert "这里有電影" in shown[1]
        await pilot.press("down", "down", "down", "enter")
        assert screen.document_id == documents[1].id
        assert screen.reader.cursor == 9
        assert screen.reader.has_focus
        assert screen.search_pane.is_open


@pytest.mark.parametrize("query", ["影", "title:题1"])
async def test_what_enter_would_open_is_marked(app: PizhuApp, query: str) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await search(pilot, app, *query)
        results = screen_of(app).search_pane.list
        assert results.render_line(results.highlighted).text.startswith(">")


async def test_what_is_typed_ahead_of_the_pane_is_searched(app: PizhuApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen = screen_of(app)
        for key in ("ctrl+f", "电", "影"):
            app.post_message(Key(key, key if len(key) == 1 else None))
        await until(pilot, lambda: screen.search_pane is not None)
        await until(pilot, lambda: len(screen.search_pane.results) == 9)
        assert screen.search_pane.field.value == "电影"


async def test_the_results_are_walked_from_the_reader(
    app: PizhuApp, documents: list[Document]
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen = screen_of(app)
        await search(pilot, app, "电", "影")
        await pilot.press("enter", "semicolon")
        assert (screen.document_id, screen.reader.cursor) == (documents[0].id, 15)
        await pilot.press("semicolon")
        assert (screen.document_id, screen.reader.cursor) == (documents[1].id, 9)
        await pilot.press("colon", "colon")
        assert (screen.document_id, screen.reader.cursor) == (documents[0].id, 9)
        await pilot.press("colon")
        assert "No further result" in screen.status.message
        await pilot.press("ctrl+f", "escape")
        assert not screen.search_pane.is_open
        await pilot.press("semicolon")
        assert screen.reader.cursor == 15


async def test_the_words_are_shown_in_the_opened_text(app: PizhuApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen = screen_of(app)
        await search(pilot, app, "影", "space", "3")
        await pilot.press("enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert screen.reader.shows_found
        await pilot.press("n")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "of 4" in screen.status.message


async def test_what_cannot_be_asked_is_said_and_nothing_is_nothing(
    app: PizhuApp,
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await search(pilot, app, *"kind:x")
        pane = screen_of(app).search_pane
        assert "one of: quote" in str(pane.query_one("#says").render())
        await pilot.press(*["backspace"] * 6)
        await search(pilot, app, "龘")
        assert "nothing found" in str(pane.query_one("#says").render())
        assert rows(app) == []


async def test_the_selection_is_searched(app: PizhuApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen = screen_of(app)
        screen.reader.go_to(9)
        await pilot.press("v", "l", "ctrl+f")
        await until(pilot, lambda: len(screen.search_pane.results) == 9)
        assert screen.search_pane.field.value == '"電影"'


async def test_more_results_come_when_one_walks_to_the_end(
    app: PizhuApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "_ENOUGH", 1)
    monkeypatch.setattr(search_pane, "_NEAR_END", 2)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = screen_of(app)
        await pilot.press("ctrl+f", "影", "enter")
        pane = screen.search_pane
        for count in (1, 2, 3):
            await until(pilot, lambda: screen._go_on is not None)
            assert len(pane.results.found) == count
            await pilot.press("pageup", "pagedown")
        await until(pilot, lambda: "more" not in str(pane.query_one("#says").render()))
        assert len(pane.results.found) == 3


@pytest.mark.parametrize("key", ["slash", "ctrl+f", "at", "vertical_line"])
async def test_an_idle_field_sends_nothing(app: PizhuApp, key: str) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(key)
        await pilot.pause()
        fields = [one for one in app.screen.query(Input) if one.display]
        shown = [one for one in fields if one.region.height]
        assert shown
        assert not any(one.cursor_blink for one in shown)


async def test_a_search_that_fails_says_why(app: PizhuApp, project_path: Path) -> None:
    async with app.run_test(size=(200, 24)) as pilot:
        await pilot.pause()
        rename(project_path, "moved.db")
        await pilot.press("ctrl+f", "x", "enter")
        screen = screen_of(app)
        await until(pilot, lambda: "no project here" in screen.status.message)
        assert screen.search_pane is not None
        says = screen.search_pane.query_one("#says", Label)
        assert str(says.render()).startswith(str(project_path)[:9])
