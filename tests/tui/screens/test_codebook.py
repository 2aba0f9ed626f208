"""The codebook on the screen: each key becomes one step that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input, Label

from annotations.model import Kind, Span
from tests.tui.conftest import NARROW, WIDE, screen_of, stored, until
from tui.app import PizhuApp
from tui.screens.choice import Choice
from tui.screens.codebook import Codebook
from tui.screens.codebook_rows import CodebookRows
from tui.screens.tag_form import TagForm
from tui.settings import Settings

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from annotations.model import Document
    from annotations.session import Session


@pytest.fixture
def app(session: Session, document: Document) -> PizhuApp:
    session.codebook.add("民生/交通", key="1", colour="green", definition="路桥船")
    session.codebook.add("产业")
    session.codebook.add("路")
    for start, path in enumerate(("民生/交通", "路", "路")):
        span = Span(2 * start, 2 * start + 2)
        session.annotations.create(document.id, Kind.CLAIM, [span], new_tags=[path])
    return PizhuApp(session, Settings())


def paths(session: Session) -> list[str]:
    return [tag.path for tag in session.codebook.tags()]


def says(app: PizhuApp) -> str:
    return str(app.screen.query_one("#says", Label).render())


async def fill(pilot: Pilot[None], name: str, value: str) -> None:
    """Type something in place of what stands in a field of the form."""
    assert isinstance(pilot.app.screen, TagForm)
    pilot.app.screen.query_one(f"#{name}", Input).focus()
    await pilot.press("end", "ctrl+u", *value)


@pytest.mark.parametrize("size", [NARROW, WIDE])
@pytest.mark.parametrize("key", ["#", "＃"])
async def test_a_tag_is_edited_in_one_step(
    app: PizhuApp, session: Session, size: tuple[int, int], key: str
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press("number_sign" if key == "#" else key)
        assert isinstance(app.screen, Codebook)
        await pilot.press("down")
        assert says(app) == "民生/交通 is on 1 annotation"
        await pilot.press("e")
        await fill(pilot, "path", "产业/运输")
        await fill(pilot, "key", "3")
        await fill(pilot, "definition", "车船")
        await pilot.press("enter")
        await until(pilot, lambda: says(app) == "Saved; u undoes")
        (moved,) = (tag for tag in session.codebook.tags() if tag.path == "产业/运输")
        assert (moved.key, moved.definition, moved.colour) == ("3", "车船", "green")
        await pilot.press("u")
        await until(pilot, lambda: says(app).startswith("Undone"))
        assert paths(session) == ["民生", "民生/交通", "产业", "路"]
        await pilot.press("ctrl+r", "escape")
        await pilot.pause()
        shown = [tag.path for tag in screen_of(app).codebook]
        assert shown == ["民生", "产业", "产业/运输", "路"]


async def test_what_is_refused_is_told_and_what_was_typed_stays(
    app: PizhuApp, session: Session
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("number_sign", "enter")
        await fill(pilot, "key", "1")
        await pilot.press("enter")
        wrong = app.screen.query_one("#wrong", Label)
        assert "its name or key is taken" in str(wrong.render())
        await fill(pilot, "key", "2")
        assert str(wrong.render()) == ""
        await fill(pilot, "colour", "puce")
        await pilot.press("enter")
        assert "one of: " in str(wrong.render())
        assert app.screen.query_one("#key", Input).value == "2"
        assert session.codebook.tags()[0].key == ""


async def test_marked_tags_become_the_highlighted_one(
    app: PizhuApp, session: Session, document: Document
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("number_sign", "m")
        await until(pilot, lambda: "nothing to merge" in says(app))
        await pilot.press("end", "space", "home", "down", "m")
        await until(pilot, lambda: "Merged into 民生/交通" in says(app))
        assert paths(session) == ["民生", "民生/交通", "产业"]
        assert session.codebook.tags()[1].uses == 3
        await pilot.press("escape")
        await pilot.pause()
        assert screen_of(app).codebook == session.codebook.tags()
        carried = {one.tags for one in stored(session, document)}
        assert carried == {(session.codebook.tags()[1].id,)}


async def test_a_path_that_is_there_makes_one_of_two_if_one_says_so(
    app: PizhuApp, session: Session
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        for answer, there in (("k", True), ("m", False)):
            await pilot.press("number_sign", "end", "e")
            await fill(pilot, "path", "民生/交通")
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, Choice))
            await pilot.press(answer)
            await until(pilot, lambda: isinstance(app.screen, Codebook))
            if not there:
                await until(pilot, lambda: "Merged" in says(app))
            assert ("路" in paths(session)) == there
            await pilot.press("escape")


async def test_a_tag_in_use_is_removed_only_if_one_says_so(
    app: PizhuApp, session: Session
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("number_sign", "end", "d")
        assert isinstance(app.screen, Choice)
        await pilot.press("k", "d", "r")
        await until(pilot, lambda: "路 is removed" in says(app))
        assert paths(session) == ["民生", "民生/交通", "产业"]
        # Nobody is asked for one that is on nothing.
        await pilot.press("end", "d")
        await until(pilot, lambda: "产业 is removed" in says(app))
        await pilot.press("home", "d")
        await until(pilot, lambda: "there are tags under 民生" in says(app))


async def test_a_tag_is_made_beside_the_highlighted_one(
    app: PizhuApp, session: Session
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("number_sign", "down", "n", "end", *"用水", "enter")
        await until(pilot, lambda: says(app) == "民生/用水 is made; u undoes")
        assert "民生/用水" in paths(session)


async def test_tags_are_filtered_by_part_of_a_name_or_initials(app: PizhuApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("number_sign", "/", *"jt", "enter")
        assert isinstance(app.screen, Codebook)
        assert app.screen.tag is not None
        assert app.screen.tag.path == "民生/交通"
        await pilot.press("/", "z")
        assert says(app).startswith("No tag matches")
        await pilot.press("enter", "m", "e", "d", "space", "escape")
        assert screen_of(app)


async def test_an_empty_codebook_says_how_to_begin(session: Session) -> None:
    app = PizhuApp(session, Settings())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("number_sign")
        assert says(app) == "No tags yet: n makes one"
        await pilot.press("e", "d", "m", "space", "n", *"民生", "enter")
        await until(pilot, lambda: "民生 is made" in says(app))
        assert paths(session) == ["民生"]


def test_a_row_says_what_is_known_of_a_tag(app: PizhuApp, session: Session) -> None:
    rows = CodebookRows(session.codebook.tags(), {session.codebook.tags()[1].id})
    text = "".join(part for part, _ in rows.row(1, 60))
    assert text.startswith("* [1]     1    ## 交通")
    assert text.endswith("  路桥船")
