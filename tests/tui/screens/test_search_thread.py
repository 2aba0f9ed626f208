"""Results told in batches, none lost; what ends a search is told too."""

from __future__ import annotations

import sqlite3
from threading import Event
from typing import TYPE_CHECKING

import pytest

from annotations.errors import InvalidError
from annotations.search.query import Query, Term
from tests.tui.conftest import rename, until
from tui.screens.search_thread import SearchThread, tell_in_batches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from annotations.errors import PizhuError
    from annotations.session import Session
    from tui.app import PizhuApp


def test_the_first_result_is_told_at_once_and_none_is_lost() -> None:
    told: list[list[int]] = []
    rest = tell_in_batches(
        iter(range(5)), lambda: False, lambda batch: told.append(list(batch)), most=9
    )
    assert rest is not None
    assert told[0] == [0]
    assert [one for batch in (*told, rest.found) for one in batch] == [0, 1, 2, 3, 4]
    assert (rest.problem, rest.has_more) == ("", False)


def test_what_is_not_wanted_is_left_for_later() -> None:
    found = iter([3, 4, 5, 6])
    told: list[int] = []
    rest = tell_in_batches(
        found, lambda: False, told.extend, most=7, count=lambda one: one
    )
    assert rest is not None
    assert rest.has_more
    assert [*told, *rest.found] == [3, 4]
    assert next(found) == 5


def test_what_went_wrong_is_said_with_what_was_found_before() -> None:
    def failing() -> Iterator[int]:
        yield from (1, 2)
        raise InvalidError("broken", "mend it")

    told: list[int] = []
    rest = tell_in_batches(failing(), lambda: False, told.extend, most=9)
    assert rest is not None
    assert [*told, *rest.found] == [1, 2]
    assert "broken" in rest.problem


def test_nobody_is_told_what_nobody_wants() -> None:
    told: list[int] = []
    assert tell_in_batches(iter([1, 2]), lambda: True, told.extend, most=9) is None
    assert told == []


def failing(error: Exception) -> Callable[[Session], Iterator[int]]:
    def search(_: Session) -> Iterator[int]:
        yield 1
        raise error

    return search


def take_all(found: Iterator[int], _: Callable[[], bool]) -> None:
    list(found)


@pytest.fixture
def thread(app: PizhuApp, session: Session) -> Iterator[SearchThread]:
    thread = SearchThread(app, session)
    yield thread
    thread.close()


async def test_a_project_that_is_gone_is_told(
    app: PizhuApp, thread: SearchThread, project_path: Path
) -> None:
    told: list[str] = []
    async with app.run_test() as pilot:

        def look() -> None:
            told.clear()
            thread.start(
                lambda session: session.searching.documents(Query((Term("新桥"),))),
                lambda found, _: told.extend(one.document.title for one in found),
                lambda error: told.append(str(error)),
            )

        moved = rename(project_path, "moved.db")
        look()
        await until(pilot, lambda: bool(told))
        assert "no project here" in told[0]
        # The next one opens it anew.
        rename(moved, project_path.name)
        look()
        await until(pilot, lambda: bool(told))
        assert told == ["河埠新桥通车"]


async def test_damage_that_a_search_meets_is_told_in_words(
    app: PizhuApp, thread: SearchThread, project_path: Path
) -> None:
    told: list[PizhuError] = []
    damage = sqlite3.DatabaseError("database disk image is malformed")
    async with app.run_test() as pilot:
        thread.start(failing(damage), take_all, told.append)
        await until(pilot, lambda: bool(told))
        assert str(told[0]).startswith(f"{project_path}: cannot be read")


async def test_what_nobody_expected_of_a_search_is_a_fault(
    app: PizhuApp, thread: SearchThread
) -> None:
    told: list[PizhuError] = []

    async def search() -> None:
        async with app.run_test() as pilot:
            thread.start(failing(ZeroDivisionError()), take_all, told.append)
            await until(pilot, lambda: bool(told))

    with pytest.raises(ZeroDivisionError):
        await search()
    assert told == []


async def test_a_search_that_nobody_wants_any_more_fails_unheard(
    app: PizhuApp, thread: SearchThread
) -> None:
    told: list[str] = []
    begun, over = Event(), Event()

    def fail_late(_: Iterator[int], __: Callable[[], bool]) -> None:
        begun.set()
        over.wait(10)
        raise InvalidError("too late")

    async with app.run_test() as pilot:
        thread.start(
            lambda _: iter([1]), fail_late, lambda error: told.append(str(error))
        )
        await until(pilot, begun.is_set)
        thread.start(
            lambda _: iter([1]),
            lambda _, __: told.append("second"),
            lambda error: told.append(str(error)),
        )
        over.set()
        await until(pilot, lambda: bool(told))
        await pilot.pause()
    assert told == ["second"]
