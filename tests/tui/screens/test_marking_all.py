"""All places of a selection or a search: chosen, marked in one step, undone in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotations.model import Kind, Span
from tests.conftest import source
from tests.tui.conftest import until
from tui.app import PizhuApp
from tui.screens.occurrences import Occurrences
from tui.screens.reading import ReadingScreen
from tui.screens.tag_picker import TagPicker
from tui.settings import Settings

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from annotations.model import Annotation, Document
    from annotations.session import Session


@pytest.fixture
def documents(session: Session) -> list[Document]:
    return [
        session.documents.add(
            source(f"新橋{number}，又是新桥。", path=f"/{number}.txt")
        ).document
        for number in range(2)
    ]


@pytest.fixture
def app(session: Session, documents: list[Document]) -> PizhuApp:
    return PizhuApp(session, Settings())


def stored(session: Session) -> list[Annotation]:
    return [
        one
        for summary in session.documents.summaries()
        for one in session.annotations.of_document(summary.document.id)
    ]


async def listed(pilot: Pilot[None], app: PizhuApp, *keys: str) -> Occurrences:
    await pilot.press(*keys)
    await until(pilot, lambda: isinstance(app.screen, Occurrences))
    await pilot.pause()
    assert isinstance(app.screen, Occurrences)
    return app.screen


async def marked(pilot: Pilot[None], app: PizhuApp) -> None:
    screen = app.screen
    assert isinstance(screen, ReadingScreen)
    await until(pilot, lambda: " marked; u" in screen.status.message)


async def test_all_places_of_the_selection_are_tagged_in_one_step(
    app: PizhuApp, session: Session
) -> None:
    tag = session.codebook.add("交通")
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await listed(pilot, app, "v", "l", "asterisk")
        assert len(screen._rows) == 4
        await pilot.press("enter")
        assert isinstance(app.screen, TagPicker)
        await pilot.press("enter")
        await marked(pilot, app)
        made = stored(session)
        assert [one.exact for one in made] == [("新橋",), ("新桥",)] * 2
        assert all(one.tags == (tag.id,) for one in made)
        await pilot.press("u")
        assert stored(session) == []
        await pilot.press("ctrl+r")
        assert len(stored(session)) == 4


async def test_places_are_chosen_one_by_one(app: PizhuApp, session: Session) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await listed(pilot, app, "v", "l", "asterisk")
        await pilot.press("a", "q")
        assert isinstance(app.screen, Occurrences)
        await pilot.press("down", "space", "c")
        await marked(pilot, app)
        (made,) = stored(session)
        assert (made.kind, made.start) == (Kind.CLAIM, 6)


async def test_places_in_a_text_that_was_updated_meanwhile_are_not_marked(
    app: PizhuApp, session: Session, documents: list[Document]
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await listed(pilot, app, "v", "l", "asterisk")
        session.documents.update(documents[1], source("前言。新橋，又是新桥。"))
        await pilot.press("c")
        reading = app.screen
        assert isinstance(reading, ReadingScreen)
        await until(pilot, lambda: "was updated" in reading.status.message)
        assert stored(session) == []


async def test_places_come_from_what_was_found_or_searched(
    app: PizhuApp, session: Session
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("slash", "又", "enter")
        await pilot.app.workers.wait_for_complete()
        assert len((await listed(pilot, app, "asterisk"))._rows) == 2
        await pilot.press("escape", "ctrl+f", "橋", "enter")
        reading = app.screen
        assert isinstance(reading, ReadingScreen)
        await until(pilot, lambda: reading.search_pane.results.hits == 4)
        assert len((await listed(pilot, app, "ctrl+t"))._rows) == 4


async def test_nothing_selected_is_said(app: PizhuApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("asterisk")
        assert isinstance(app.screen, ReadingScreen)
        assert "Select something" in app.screen.status.message


def test_what_is_marked_already_gets_the_tags_only(
    session: Session, documents: list[Document]
) -> None:
    place = documents[0].id
    tag = session.codebook.add("交通").id
    other = session.codebook.add("桥").id
    session.annotations.create(
        place, Kind.NOTE, [Span(0, 2)], note="我的", tags=[other]
    )
    places = [(place, Span(0, 2)), (place, Span(6, 8)), ("gone", Span(0, 1))]
    assert session.searching.mark_all(places, Kind.NOTE, [tag]) == (1, 1)
    assert session.searching.mark_all(places, Kind.NOTE, [tag]) == (0, 0)
    first, second = session.annotations.of_document(place)
    assert (first.note, set(first.tags)) == ("我的", {tag, other})
    assert second.tags == (tag,)
    session.history.undo()
    (first,) = session.annotations.of_document(place)
    assert first.tags == (other,)
