"""Large steps are taken back in a thread, wherever u is pressed."""

from __future__ import annotations

from threading import Event, get_ident
from typing import TYPE_CHECKING

import pytest

from annotations.model import Kind, Span
from annotations.store.journal import Journal
from tests.tui.conftest import NARROW, screen_of, stored, until
from tui.screens import taking_back
from tui.screens.history import HistoryScreen

if TYPE_CHECKING:
    from annotations.model import Document
    from annotations.records import Step
    from annotations.session import Session
    from tui.app import PizhuApp

MANY = 30


@pytest.fixture
def threads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Where rows are put back, from now on; more than a few are many."""
    seen: list[int] = []
    reverse = Journal._reverse

    def noted(journal: Journal, action: object, step: Step) -> None:
        seen.append(get_ident())
        reverse(journal, action, step)  # type: ignore[arg-type]

    monkeypatch.setattr(Journal, "_reverse", noted)
    monkeypatch.setattr(taking_back, "_AT_ONCE", 20)
    return seen


def mark_many(session: Session, document: Document) -> None:
    places = [(document.id, Span(at, at + 2)) for at in range(MANY)]
    session.searching.mark_all(places, Kind.CLAIM)


@pytest.mark.parametrize("where", [(), ("f5",), ("|",), ("@",)])
async def test_a_large_step_is_taken_back_in_a_thread(
    app: PizhuApp,
    session: Session,
    document: Document,
    threads: list[int],
    where: tuple[str, ...],
) -> None:
    mark_many(session, document)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press(*where)
        await pilot.pause()
        await pilot.press("u")
        await until(pilot, lambda: not stored(session, document))
        assert len(threads) == 1
        assert threads[0] != get_ident()


async def test_the_page_says_so_and_shows_what_came_of_it(
    app: PizhuApp, session: Session, document: Document, threads: list[int]
) -> None:
    mark_many(session, document)
    async with app.run_test(size=NARROW) as pilot:
        said: list[str] = []
        screen = screen_of(app)
        screen.status.tell = lambda message, *_: said.append(message)  # type: ignore[method-assign]
        for key, count in (("u", 0), ("ctrl+r", MANY)):
            await pilot.press(key)
            await until(pilot, lambda count=count: screen.reader.count == count)  # type: ignore[misc]
        await pilot.pause()
        assert said[0] == "Putting many rows back …"
        assert [one.split(":")[0] for one in said[1::2]] == ["Undone", "Redone"]
        assert get_ident() not in threads
        session.annotations.create(document.id, Kind.CLAIM, [Span(0, 2)])
        await pilot.press("u")
        assert threads[-1] == get_ident()


async def test_nothing_is_told_to_a_dialog_that_was_left_meanwhile(
    app: PizhuApp,
    session: Session,
    document: Document,
    threads: list[int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mark_many(session, document)
    is_left, is_over, told = Event(), Event(), list[str]()
    reverse = Journal._reverse

    def wait_and_reverse(journal: Journal, action: object, step: Step) -> None:
        is_left.wait(10)
        reverse(journal, action, step)  # type: ignore[arg-type]

    def call_and_note(*call: object) -> None:
        call_from_thread(*call)
        is_over.set()

    call_from_thread = app.call_from_thread
    monkeypatch.setattr(app, "call_from_thread", call_and_note)
    monkeypatch.setattr(Journal, "_reverse", wait_and_reverse)
    monkeypatch.setattr(
        HistoryScreen, "_taken_back", lambda _, step: told.append(step.label)
    )
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("U")
        assert isinstance(app.screen, HistoryScreen)
        await pilot.press("u", "escape")
        is_left.set()
        await until(pilot, is_over.is_set)
        assert not stored(session, document)
        assert screen_of(app).document is not None
        assert not told
    assert threads


async def test_no_place_is_kept_while_a_thread_holds_the_project(
    app: PizhuApp,
    session: Session,
    document: Document,
    threads: list[int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mark_many(session, document)
    may_end, has_begun = Event(), Event()
    reverse = Journal._reverse

    def hold(journal: Journal, action: object, step: Step) -> None:
        has_begun.set()
        may_end.wait(10)
        reverse(journal, action, step)  # type: ignore[arg-type]

    monkeypatch.setattr(Journal, "_reverse", hold)
    async with app.run_test(size=NARROW) as pilot:
        screen = screen_of(app)
        await pilot.press("u")
        await until(pilot, has_begun.is_set)
        await pilot.press("j", "j")
        place = screen.reader.cursor
        # It would wait for the thread, and nothing could be drawn meanwhile.
        screen._look_around()
        assert session.reading.place(document.id) != place
        may_end.set()
        await until(pilot, lambda: not stored(session, document))
        await until(pilot, session.can_write)
        screen._look_around()
        assert session.reading.place(document.id) == screen.reader.cursor
    assert threads
