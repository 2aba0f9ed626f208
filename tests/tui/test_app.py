"""What the application does with pastes, and with the end of the line."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.widgets import Input, Static, TextArea

from tui.app import PizhuApp
from tui.output.driver import HungUp
from tui.screens.reading import ReadingScreen
from tui.screens.review import ReviewScreen
from tui.screens.too_small import TooSmall
from tui.settings import Settings

if TYPE_CHECKING:
    from annotations.model import Document
    from annotations.session import Session

SIZE = (80, 24)


@pytest.fixture
def app(session: Session, document: Document) -> PizhuApp:
    return PizhuApp(session, Settings())


@pytest.mark.parametrize("key", ["slash", "m", "ctrl+f"])
async def test_a_paste_typed_ahead_goes_where_the_key_leads(
    app: PizhuApp, key: str
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        app.post_message(events.Key(key, None))
        app.post_message(events.Paste("新桥"))
        await pilot.pause()
        await pilot.pause()
        field = app.focused
        assert isinstance(field, (Input, TextArea))
        typed = field.value if isinstance(field, Input) else field.text
        assert typed == "新桥"


async def test_a_paste_that_nothing_takes_is_told(app: PizhuApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        app.post_message(events.Paste("qcd"))
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)
        assert app.screen.status.message == "Paste not taken; open a text field first"
        await pilot.press("question_mark")
        app.post_message(events.Paste("qcd"))
        await pilot.pause()
        await pilot.press("escape")
        assert "Paste not taken" in app.screen.status.message


async def test_it_leaves_when_nobody_is_there(app: PizhuApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        app.post_message(HungUp())
        await pilot.pause()
    assert app.return_code == 128 + signal.SIGHUP


@pytest.mark.parametrize("small", [(39, 24), (80, 9), (12, 3), (1, 1)])
async def test_in_too_little_room_it_says_what_is_needed(
    app: PizhuApp, session: Session, document: Document, small: tuple[int, int]
) -> None:
    async with app.run_test(size=small) as pilot:
        await pilot.pause()
        assert shown(app).startswith("Make the terminal at least 40×10")
        assert shown(app).endswith(f"(now {small[0]}×{small[1]})")
        await pilot.press("j", "q", "c", "ctrl+p", "question_mark", "escape")
        assert isinstance(app.screen, TooSmall)
        assert session.annotations.of_document(document.id) == []
        await pilot.resize_terminal(40, 10)
        await pilot.pause()
        await pilot.press("c")
        assert len(session.annotations.of_document(document.id)) == 1
        for size in (small, (39, 9), SIZE):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert isinstance(app.screen, TooSmall) == (size != SIZE)
        await pilot.press("d")
        assert session.annotations.of_document(document.id) == []


@pytest.mark.parametrize("key", ["m", "ctrl+p", "f5", "vertical_line", "at", "slash"])
async def test_whatever_was_open_is_there_again(app: PizhuApp, key: str) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("c", key)
        await pilot.pause()
        before, focused = app.screen, app.focused
        for size in ((20, 5), (1, 1), SIZE):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert (app.screen, app.focused) == (before, focused)


async def test_review_waits_for_room_too(session: Session, document: Document) -> None:
    app = PizhuApp(session, Settings(), review="")
    async with app.run_test(size=(20, 5)) as pilot:
        await pilot.pause()
        assert shown(app)
        await pilot.resize_terminal(*SIZE)
        await pilot.pause()
        assert isinstance(app.screen, ReviewScreen)
        await pilot.press("f5")
        await pilot.pause()
        assert type(app.screen) is ReadingScreen


async def test_one_can_leave_without_room(app: PizhuApp) -> None:
    async with app.run_test(size=(20, 5)) as pilot:
        await pilot.pause()
        await pilot.press("ctrl+q")
    assert app.return_code == 0


def shown(app: PizhuApp) -> str:
    assert isinstance(app.screen, TooSmall)
    return str(app.screen.query_one(Static).content)
