"""While somebody else writes to the project: changes wait, the screen goes on."""

from __future__ import annotations

import sqlite3
from asyncio import create_task
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.tui.conftest import NARROW, screen_of, stored, until
from tui import others_writing
from tui.keymap import COMMANDS
from tui.others_writing import GIVEN_UP, WAITING, may_change
from tui.screens.help import Help

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotations.model import Document
    from annotations.session import Session
    from tui.app import PizhuApp


@contextmanager
def somebody_writing(path: Path) -> Iterator[None]:
    """Hold the project as a long merge does."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


@pytest.mark.parametrize(
    ("action", "in_dialog", "waits"),
    [
        ("quote", False, True),
        ("toggle_tag", False, True),
        ("undo", False, True),
        ("accept_all", False, True),
        ("down", False, False),
        ("submit", False, False),  # of the line in which one finds
        ("submit", True, True),
        ("choose", True, True),
        ("walk", True, False),
        ("cancel", True, False),
    ],
)
def test_what_may_change_the_project_waits(
    action: str, in_dialog: bool, waits: bool
) -> None:
    assert may_change(action, in_dialog=in_dialog) == waits


def test_every_key_of_the_table_is_told_apart() -> None:
    still = {one.group for one in COMMANDS if not one.changes}
    assert still == {"Move", "Search", "Select", "Document", "Anywhere"}


async def test_a_mark_waits_its_turn_and_the_keys_behind_it_too(
    app: PizhuApp, session: Session, document: Document, project_path: Path
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        screen = screen_of(app)
        with somebody_writing(project_path):
            await pilot.press("j")
            keys = create_task(pilot.press("q", "c"))
            await until(pilot, lambda: screen.status.message == WAITING)
            assert not stored(session, document)
        await keys
        await until(pilot, lambda: len(stored(session, document)) == 2)
        assert screen.status.message.startswith("Saved: claim")


async def test_one_reads_on_meanwhile(app: PizhuApp, project_path: Path) -> None:
    async with app.run_test(size=NARROW) as pilot:
        screen = screen_of(app)
        with somebody_writing(project_path):
            before = screen.reader.cursor
            await pilot.press("j", "l")
            assert screen.reader.cursor != before
            await pilot.press("?")
            assert isinstance(app.screen, Help)
            await pilot.press("escape")
            assert app.screen is screen


async def test_no_place_is_kept_meanwhile_but_after_it(
    app: PizhuApp, session: Session, document: Document, project_path: Path
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        screen = screen_of(app)
        with somebody_writing(project_path):
            await pilot.press("j")
            screen._look_around()
            assert session.reading.place(document.id) != screen.reader.cursor
        screen._look_around()
        assert session.reading.place(document.id) == screen.reader.cursor


async def test_one_does_not_wait_for_ever(
    app: PizhuApp,
    session: Session,
    document: Document,
    project_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(others_writing, "_LONGEST_SECONDS", 0.2)
    async with app.run_test(size=NARROW) as pilot:
        screen = screen_of(app)
        with somebody_writing(project_path):
            keys = create_task(pilot.press("q"))
            await until(pilot, lambda: screen.status.message == GIVEN_UP)
        await keys
        assert not stored(session, document)
