"""A line to type into: what becomes of a paste."""

from __future__ import annotations

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.widgets.input import Selection

from tui.widgets.field import Field, unbroken


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("水库\n大坝", "水库大坝"),
        ("水库\r\n\r\n　　大坝", "水库大坝"),
        ("water\rpower", "water power"),
        ("水库 \n AI", "水库AI"),
        ("2024\n年", "2024年"),
        ("\n", ""),
        ("  水库\n", "水库"),
    ],
)
def test_a_page_s_line_breaks_are_gone(text: str, expected: str) -> None:
    assert unbroken(text) == expected


class Line(App[None]):
    """A field of ten characters."""

    rung = 0

    def compose(self) -> ComposeResult:
        yield Field("水库大坝", max_length=10)

    def bell(self) -> None:
        self.rung += 1


@pytest.mark.parametrize(
    ("selected", "pasted", "value", "rung"),
    [
        (Selection.cursor(2), "的", "水库的大坝", 0),
        (Selection(0, 4), "一条\n大河", "一条大河", 0),
        (Selection(4, 1), "电站", "水电站", 0),
        (Selection.cursor(4), "0123456789", "水库大坝012345", 1),
        (Selection(0, 4), "0123456789ab", "0123456789", 1),
        (Selection.cursor(4), "\n", "水库大坝", 0),
    ],
)
async def test_as_much_is_taken_as_there_is_room_for(
    selected: Selection, pasted: str, value: str, rung: int
) -> None:
    app = Line()
    async with app.run_test() as pilot:
        field = app.query_one(Field)
        field.selection = selected
        field.post_message(events.Paste(pasted))
        await pilot.pause()
        assert (field.value, app.rung) == (value, rung)


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (("a", "b", "c", "backspace", "d", "e", "backspace", "backspace", "f"), "abf"),
        (("a", "b", "home", "c", "delete", "d"), "cdb"),
        (("a", "b", "ctrl+u", "c"), "c"),
        (("a", "b", "left", "left", "c"), "cab"),
    ],
)
async def test_keys_that_come_together_work_in_their_order(
    keys: tuple[str, ...], value: str
) -> None:
    app = Line()
    async with app.run_test() as pilot:
        field = app.query_one(Field)
        field.value = ""
        for key in keys:
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        assert field.value == value
