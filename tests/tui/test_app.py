"""What holds on every screen: pastes, keys typed ahead, the end of the line."""

from __future__ import annotations

import asyncio
import signal
from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.app import App
from textual.widgets import Input, Static, TextArea

from annotations.model import Kind
from tests.conftest import source
from tests.tui.conftest import NARROW, WIDE, stored
from tui.app import PizhuApp
from tui.output.driver import HungUp
from tui.screens.help import Help
from tui.screens.reading import ReadingScreen
from tui.screens.review import ReviewScreen
from tui.screens.too_small import TooSmall
from tui.settings import Settings

if TYPE_CHECKING:
    from annotations.model import Document
    from annotations.session import Session


def typed_in(app: PizhuApp) -> str:
    """What stands in the field that has the focus."""
    field = app.focused
    assert isinstance(field, (Input, TextArea))
    return field.value if isinstance(field, Input) else field.text


@pytest.mark.parametrize("key", ["slash", "m", "ctrl+f"])
async def test_a_paste_typed_ahead_goes_where_the_key_leads(
    app: PizhuApp, key: str
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        app.post_message(events.Key(key, None))
        app.post_message(events.Paste("新桥"))
        await pilot.pause()
        await pilot.pause()
        assert typed_in(app) == "新桥"


@pytest.mark.parametrize("key", ["slash", "m"])
async def test_keys_stay_in_order_when_one_comes_back_late(
    app: PizhuApp, key: str
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        page = app.screen
        await pilot.press(key)
        first, second = events.Key("1", "1"), events.Key("2", "2")
        app._handed.append((first, page))
        app.post_message(second)
        app.on_key(first)
        await pilot.pause()
        await pilot.pause()
        assert typed_in(app) == "12"


async def test_a_paste_that_nothing_takes_is_told(app: PizhuApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
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
    async with app.run_test(size=NARROW) as pilot:
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
        for size in (small, (39, 9), NARROW):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert isinstance(app.screen, TooSmall) == (size != NARROW)
        await pilot.press("d")
        assert session.annotations.of_document(document.id) == []


@pytest.mark.parametrize("key", ["m", "ctrl+p", "f5", "vertical_line", "at", "slash"])
async def test_whatever_was_open_is_there_again(app: PizhuApp, key: str) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("c", key)
        await pilot.pause()
        before, focused = app.screen, app.focused
        for size in ((20, 5), (1, 1), NARROW):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert (app.screen, app.focused) == (before, focused)


async def test_review_waits_for_room_too(session: Session, document: Document) -> None:
    app = PizhuApp(session, Settings(), review="")
    async with app.run_test(size=(20, 5)) as pilot:
        await pilot.pause()
        assert shown(app)
        await pilot.resize_terminal(*NARROW)
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


async def test_help_lists_every_key(app: PizhuApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("?")
        assert isinstance(app.screen, Help)
        await pilot.press("escape")
        assert isinstance(app.screen, ReadingScreen)


async def test_nothing_hostile_is_drawn(session: Session) -> None:
    attack = "正文\x1b]0;坏\x07\x1b[2J\x9b31m\u202e反\n"
    session.documents.add(source(attack, path="/\x1b[2J.txt", title="题\x1b[31m"))
    session.codebook.add("标\x1b[5m签")
    app = PizhuApp(session, Settings())
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("c", "t", "escape", "e")
        await pilot.pause()
        for screen in app.screen_stack:
            for y in range(WIDE[1]):
                for widget in screen.query("*"):
                    if y < widget.size.height:
                        text = widget.render_line(y).text
                        assert "\x1b" not in text
                        assert "\x9b" not in text
                        assert "\u202e" not in text


async def test_keys_can_be_remapped(session: Session, document: Document) -> None:
    app = PizhuApp(session, Settings(keys={"reading.claim": "Q,f12"}))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("c")
        assert stored(session, document) == []
        await pilot.press("Q", ")", "f12")
        assert [one.kind for one in stored(session, document)] == [Kind.CLAIM] * 2


@pytest.mark.parametrize(
    "keys",
    [
        ("j", "m"),
        ("j", "q", "e"),
        ("j", "q", "t"),
        ("j", "q", "p"),
        ("ctrl+p",),
        ("ctrl+e",),
        ("ctrl+f",),
        ("slash",),
        ("at",),
        ("vertical_line", "slash"),
        ("f5", "slash"),
    ],
)
async def test_no_cursor_blinks_where_one_types(
    app: PizhuApp, keys: tuple[str, ...]
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        fields = [*app.screen.query(Input), *app.screen.query(TextArea)]
        assert fields
        # An idle screen sends nothing.
        assert not [one for one in fields if one.has_focus and one.cursor_blink]


async def test_other_work_has_its_turn_between_two_keys(
    app: PizhuApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = 0
    take = App.on_event

    async def count(self: App[None], event: events.Event) -> None:
        nonlocal taken
        taken += isinstance(event, events.Key)
        await take(self, event)

    async with app.run_test(size=NARROW) as pilot:
        monkeypatch.setattr(App, "on_event", count)
        seen: list[int] = []
        for _ in range(20):
            app.post_message(events.Key("l", "l"))
        asyncio.get_running_loop().call_soon(lambda: seen.append(taken))
        await pilot.pause()
        # A signal, say, does not wait for the last of them.
        assert seen[0] <= 1
        assert taken >= 20


async def test_what_is_typed_after_leaving_does_nothing(
    app: PizhuApp, session: Session, document: Document
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        for key, character in (("j", "j"), ("ctrl+q", None), ("q", "q"), ("c", "c")):
            app.post_message(events.Key(key, character))
        await pilot.pause()
    assert session.annotations.of_document(document.id) == []
