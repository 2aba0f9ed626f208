"""Choosing by typing: what enter would take is always to be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Key
from textual.widgets import Label

from annotations.documents.outline import Heading
from annotations.model import Kind, Span
from tests.tui.conftest import screen_of, stored, until
from tui.screens.outline import Outline
from tui.screens.picker import Picker
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from annotations.model import Document
    from annotations.session import Session
    from tui.app import PizhuApp

LOW = (60, 15)


def highlighted_row(picker: Picker[object]) -> str:
    """The row that stands out, of those that are on the screen."""
    rows = picker.list
    shown = rows.region.intersection(picker.region)
    box = picker.query_one(".box").content_region
    (row,) = (
        strip.text.strip()
        for y, strip in enumerate(rows.render_line(y) for y in range(shown.height))
        if all(one.style and one.style.reverse for one in strip)
        and shown.y + y < box.bottom
    )
    return row


@pytest.fixture
def names(session: Session, document: Document) -> list[str]:
    """Eighteen speakers, and as many tags."""
    names = [f"第{number:02d}人" for number in range(18)]
    for start, name in enumerate(names, 20):
        session.codebook.add(name)
        session.annotations.create(
            document.id, Kind.CLAIM, [Span(start, start + 1)], speaker=name
        )
    return names


@pytest.mark.parametrize("key", ["p", "t"])
async def test_the_row_that_enter_takes_stands_out(
    app: PizhuApp, session: Session, names: list[str], key: str
) -> None:
    async with app.run_test(size=LOW) as pilot:
        await pilot.press("q", key)
        picker = app.screen
        assert isinstance(picker, Picker)
        seen = [highlighted_row(picker)]
        for _ in range(picker.list.count - 1):
            await pilot.press("down")
            seen.append(highlighted_row(picker))
        assert len(set(seen)) == picker.list.count >= len(names)
        await pilot.press("pageup", "pagedown", "pageup")
        chosen = highlighted_row(picker)
        await pilot.press("enter")
        one = screen_of(app).reader.current
        assert one is not None
        tags = [session.codebook.get(tag).name for tag in one.tags]
        assert (one.speaker if key == "p" else tags[0]) in chosen


async def test_every_heading_of_the_outline_is_on_a_low_screen(
    app: PizhuApp, document: Document
) -> None:
    async with app.run_test(size=LOW) as pilot:
        outline = Outline([Heading(f"第{number}节", number) for number in range(30)], 0)
        app.push_screen(outline)
        await pilot.press(*["down"] * 13)
        rows = outline.query_one(VirtualList)
        box = outline.query_one(".box").content_region
        assert rows.region.bottom <= box.bottom
        assert rows.highlighted == 13


@pytest.fixture
def tags(session: Session, document: Document) -> dict[str, str]:
    """Names and identities of three tags."""
    return {name: session.codebook.add(name).id for name in ("桥梁", "交通", "用工")}


def shown(picker: Picker[object]) -> list[str]:
    """The rows of the list."""
    rows = (picker.list.render_line(y).text.strip() for y in range(12))
    return [row for row in rows if row]


async def test_enter_after_tab_only_closes(
    app: PizhuApp, session: Session, document: Document, tags: dict[str, str]
) -> None:
    async with app.run_test(size=LOW) as pilot:
        await pilot.press("q", "t", *"jt", "tab", "tab", "enter")
        assert stored(session, document)[0].tags == (tags["交通"],)
        await pilot.press("t", *"jt", "tab", "enter")
        assert stored(session, document)[0].tags == ()
        await pilot.press("t", *"jt", "tab", "down", "down", "down", "enter")
        assert set(stored(session, document)[0].tags) == {tags["交通"], tags["用工"]}


async def test_what_is_typed_ahead_of_tab_and_enter_counts(
    app: PizhuApp, session: Session, document: Document, tags: dict[str, str]
) -> None:
    async with app.run_test(size=LOW) as pilot:
        await pilot.press("q", "t")
        for key in ("j", "t", "tab", "y", "g", "enter"):
            app.post_message(Key(key, key if len(key) == 1 else None))
        await until(pilot, lambda: app.screen is app.get_default_screen())
        assert set(stored(session, document)[0].tags) == {tags["交通"], tags["用工"]}


async def test_new_tags_are_listed_and_taken_off_until_they_are_made(
    app: PizhuApp, session: Session, document: Document
) -> None:
    async with app.run_test(size=LOW) as pilot:
        await pilot.press("q", "t", *"产业/技术", "tab", *"环境", "tab")
        picker = app.screen
        assert isinstance(picker, Picker)
        assert shown(picker) == ["+ new tag: 产业/技术", "+ new tag: 环境"]
        await pilot.press("down", "tab")
        assert shown(picker) == ["+ new tag: 环境"]
        await pilot.press(*"技术")
        assert shown(picker) == ["new tag: 技术"]
        await pilot.press("backspace", "backspace", "tab", "enter")
        assert [tag.path for tag in session.codebook.tags()] == []
        await pilot.press("t", *"环境", "tab", "enter")
        assert [tag.path for tag in session.codebook.tags()] == ["环境"]


async def test_escape_asks_before_it_loses_what_was_chosen(
    app: PizhuApp, session: Session, document: Document, tags: dict[str, str]
) -> None:
    async with app.run_test(size=LOW) as pilot:
        await pilot.press("q", "t", *"j", "escape")
        assert app.screen is app.get_default_screen()
        await pilot.press("t", *"jt", "tab", "escape")
        asked = app.screen.query_one("#asked", Label)
        assert "esc again" in str(asked.render())
        await pilot.press(*"yg", "tab")
        assert not str(asked.render())
        await pilot.press("escape", "escape")
        assert app.screen is app.get_default_screen()
        assert stored(session, document)[0].tags == ()
