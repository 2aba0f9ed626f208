"""A list of any length: keys, mouse, messages, and how little is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.app import App
from textual.geometry import Region

from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui.widgets.virtual_list import Run

SIZE = (30, 10)


class Rows:
    def __init__(self, count: int) -> None:
        self.count = count
        self.asked: list[int] = []

    def __len__(self) -> int:
        return self.count

    def row(self, index: int, cells: int) -> list[Run]:
        self.asked.append(index)
        return [(f"第{index}行", ""), (" dim", "dim")]


class Listing(App[None]):
    def __init__(self, count: int, *, is_steered: bool = False) -> None:
        super().__init__()
        self.rows = Rows(count)
        self.heard: list[tuple[str, int]] = []
        self.is_steered = is_steered

    def compose(self) -> ComposeResult:
        yield VirtualList(is_steered=self.is_steered)

    def on_mount(self) -> None:
        self.list.set_source(self.rows)
        self.list.focus()

    def on_virtual_list_highlighted(self, event: VirtualList.Highlighted) -> None:
        self.heard.append(("highlighted", event.index))

    def on_virtual_list_chosen(self, event: VirtualList.Chosen) -> None:
        self.heard.append(("chosen", event.index))

    @property
    def list(self) -> VirtualList:
        return self.query_one(VirtualList)

    def line(self, y: int) -> str:
        return self.list.render_line(y).text.rstrip()

    def reversed_rows(self) -> list[int]:
        return [
            y
            for y in range(5)
            if all(one.style and one.style.reverse for one in self.list.render_line(y))
        ]


@pytest.mark.parametrize(
    ("keys", "index"),
    [
        (["down"], 1),
        (["up"], 0),
        (["down", "down", "up"], 1),
        (["pagedown"], 9),
        (["pagedown", "pageup"], 0),
        (["end"], 24_999),
        (["end", "down"], 24_999),
        (["end", "home"], 0),
    ],
)
async def test_keys_walk(keys: list[str], index: int) -> None:
    app = Listing(25_000)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*keys)
        assert app.list.highlighted == index
        shown = [app.line(y) for y in range(SIZE[1])]
        assert f" 第{index}行 dim" in shown
        assert len(set(app.rows.asked)) <= 6 * SIZE[1]


@pytest.mark.parametrize("walked", [0, 4, 9])
async def test_a_page_shows_the_next_rows_and_leaves_none_out(walked: int) -> None:
    app = Listing(50)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*["down"] * walked)
        seen = set()
        for key in [*["pagedown"] * 6, *["pageup"] * 6]:
            before = [app.line(y) for y in range(SIZE[1])]
            seen |= {*before}
            await pilot.press(key)
            after = [app.line(y) for y in range(SIZE[1])]
            at_end = " 第49行 dim" if key == "pagedown" else " 第0行 dim"
            assert {*after} & {*before}
            assert after != before or at_end in before
            assert f" 第{app.list.highlighted}行 dim" in after
        assert len(seen) == 50


async def test_messages_name_the_row() -> None:
    app = Listing(20)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("down", "enter", "up", "up")
        assert app.heard == [("highlighted", 1), ("chosen", 1), ("highlighted", 0)]


async def test_a_click_chooses_and_the_empty_part_does_not() -> None:
    app = Listing(3)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.click(offset=(4, 2))
        assert app.heard == [("chosen", 2), ("highlighted", 2)] or app.heard == [
            ("highlighted", 2),
            ("chosen", 2),
        ]
        app.heard.clear()
        await pilot.click(offset=(4, 7))
        assert app.heard == []


async def test_an_empty_list_answers_no_key() -> None:
    app = Listing(0)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("down", "end", "enter", "pageup")
        assert (app.list.highlighted, app.heard) == (0, [])
        assert app.line(0) == ""


async def test_a_step_draws_two_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Listing(100)
    async with app.run_test(size=SIZE) as pilot:
        drawn: list[Region] = []
        monkeypatch.setattr(app.list, "refresh", lambda *regions: drawn.extend(regions))
        app.list.action_walk(1)
        assert drawn == [Region(0, 0, 30, 1), Region(0, 1, 30, 1)]
        drawn.clear()
        app.list.mark(5)
        assert drawn == [Region(0, 5, 30, 1)]
        drawn.clear()
        app.list.mark(3)
        assert drawn == [Region(0, 5, 30, 1), Region(0, 3, 30, 1)]
        await pilot.pause()


async def test_the_highlight_shows_without_colour_and_only_in_focus() -> None:
    app = Listing(5)
    async with app.run_test(size=SIZE) as pilot:
        assert app.reversed_rows() == [0]
        app.list.highlight(3)
        assert app.reversed_rows() == [3]
        app.set_focus(None)
        await pilot.pause()
        assert app.reversed_rows() == []


async def test_the_highlight_of_a_steered_list_shows_without_focus() -> None:
    app = Listing(5, is_steered=True)
    async with app.run_test(size=SIZE) as pilot:
        app.set_focus(None)
        await pilot.pause()
        assert app.reversed_rows() == [0]
        app.list.action_walk(2)
        assert app.reversed_rows() == [2]


async def test_the_highlight_stays_in_sight_when_the_window_shrinks() -> None:
    app = Listing(100)
    async with app.run_test(size=SIZE) as pilot:
        app.list.highlight(9)
        await pilot.resize_terminal(30, 4)
        await pilot.pause()
        assert " 第9行 dim" in [app.line(y) for y in range(4)]


async def test_fewer_rows_move_the_highlight_back() -> None:
    app = Listing(100)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("end")
        app.list.set_source(Rows(2), 99)
        assert app.list.highlighted == 1
        assert [app.line(y) for y in range(3)] == [" 第0行 dim", " 第1行 dim", ""]


async def test_a_row_too_wide_is_clipped_to_the_list() -> None:
    app = Listing(100)
    async with app.run_test(size=(8, 4)):
        assert app.line(0) == " 第0行 …"
        assert app.list.render_line(0).cell_length == 8


@pytest.mark.parametrize(
    ("width", "line"), [(9, " 第0行 d…"), (7, " 第0行"), (6, " 第0行"), (5, " 第0…")]
)
async def test_the_gap_before_a_run_that_is_cut_stays(width: int, line: str) -> None:
    app = Listing(100)
    async with app.run_test(size=(width, 4)):
        assert app.line(0) == line
        assert app.list.render_line(0).cell_length == width
