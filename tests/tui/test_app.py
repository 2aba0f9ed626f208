"""What the application does with pastes, and with the end of the line."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.widgets import Input, TextArea

from tui.app import PizhuApp
from tui.output.driver import HungUp
from tui.screens.reading import ReadingScreen
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
