"""Choosing by typing: what enter would take is always to be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotations.model import Kind, Span
from tests.tui.conftest import screen_of
from tui.screens.picker import Picker

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
