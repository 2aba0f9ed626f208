"""What every test of the interface gets: the application on the story."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.app import PizhuApp
from tui.screens.reading import ReadingScreen
from tui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from annotations.model import Annotation, Document
    from annotations.session import Session

WIDE, NARROW = (140, 40), (80, 24)
"""Columns and rows: all panes stand, or one of them."""


@pytest.fixture
def app(session: Session, document: Document) -> PizhuApp:
    """The application, not yet running; modules that need more have their own."""
    return PizhuApp(session, Settings())


def screen_of(app: PizhuApp) -> ReadingScreen:
    """The page, if no dialog stands over it."""
    assert isinstance(app.screen, ReadingScreen)
    return app.screen


def stored(session: Session, document: Document) -> list[Annotation]:
    """What is marked in a document."""
    return session.annotations.of_document(document.id)


def rename(path: Path, name: str) -> Path:
    """Give a file another name in its folder; return its path."""
    return path.rename(path.with_name(name))


async def until(pilot: Pilot[None], is_met: Callable[[], bool]) -> None:
    """Wait for what a thread will bring."""
    for _ in range(500):
        if is_met():
            return
        await pilot.pause(0.01)
    raise AssertionError("it never came")
