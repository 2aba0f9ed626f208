"""The reading pane by itself: motions, selections, painting, and what a key redraws."""

from __future__ import annotations

import asyncio
import threading
from inspect import isawaitable
from typing import TYPE_CHECKING, cast

import pytest
from textual import on
from textual.app import App, ComposeResult

from annotations.model import Annotation, Joins, Kind, Span
from annotations.text.units import Units
from annotations.text.views import LogicalView, PhysicalView
from tui.widgets.page import MARGIN
from tui.widgets.reader_view import ReaderView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.geometry import Region

    from annotations.text.words import Segmenter

LINES = "河埠新桥通了\n车，“大家都\n高兴。”他说。\n\n短句。\n\n第三段话很长，说的是桥上的风景很好看。"
JOINS = Joins([Span(6, 7), Span(13, 14)])
FLOWING = "河埠新桥通了车，“大家都高兴。”他说。"
LONG = "\n\n".join(f"第{n}段说桥。“大家高兴。”居民说。" for n in range(200))
SIZE = (44, 12)


class Pairs:
    """A dictionary in which every word has two characters."""

    def __init__(self, *, ready: bool = True) -> None:
        self.ready = ready
        self.may_load = threading.Event()

    def load(self) -> None:
        assert self.may_load.wait(10)
        self.ready = True

    def spans(self, text: str) -> list[tuple[int, int]]:
        return [(at, min(at + 2, len(text))) for at in range(0, len(text), 2)]


class Logged(ReaderView):
    """Keeps what was asked to be drawn again."""

    def __init__(self) -> None:
        super().__init__(id="reader")
        self.drawn: list[Region | None] = []
        self.awaits_words = asyncio.Event()

    @on(ReaderView.WordsAwaited)
    def _awaits_words(self) -> None:
        self.awaits_words.set()

    @on(ReaderView.WordsLoaded)
    def _awaits_no_words(self) -> None:
        self.awaits_words.clear()

    def refresh(self, *regions: Region, **known: bool) -> Logged:
        self.drawn += regions or (None,)
        return super().refresh(*regions, **known)


class ReaderApp(App[None]):
    def __init__(
        self,
        text: str = LINES,
        joins: Joins = JOINS,
        annotations: Iterable[Annotation] = (),
        *,
        ready: bool = True,
    ) -> None:
        super().__init__()
        self.reader = Logged()
        self.text = text
        self.view = LogicalView(text, joins)
        self.units = Units(self.view, cast("Segmenter", Pairs(ready=ready)))
        self.annotations = list(annotations)
        self.told: list[str] = []

    @on(ReaderView.NoUnit)
    def _no_unit(self, event: ReaderView.NoUnit) -> None:
        self.told.append(event.words)

    def compose(self) -> ComposeResult:
        yield self.reader

    def on_mount(self) -> None:
        self.reader.show_document(self.view, self.units, self.annotations, {}, 0)
        self.reader.focus()

    def under_cursor(self) -> str:
        return self.text[self.reader.cursor]

    def selected(self) -> str | None:
        span = self.reader.selection
        return None if span is None else self.text[span.start : span.end]

    def lines(self) -> list[str]:
        height = self.reader.size.height
        return [self.reader.render_line(y).text.rstrip() for y in range(height)]


def annotation(name: str, start: int, end: int, kind: Kind = Kind.QUOTE) -> Annotation:
    return Annotation(name, "d", kind, "", (Span(start, end),), ("",))


async def test_characters_pass_over_print_line_breaks() -> None:
    app = ReaderApp()
    async with app.run_test(size=SIZE):
        reader = app.reader
        assert app.lines()[0].strip() == FLOWING
        passed = []
        for _ in FLOWING:
            passed.append(app.under_cursor())
            reader.action_move_right()
        assert "".join(passed) == FLOWING
        assert app.under_cursor() == "短"
        reader.action_move_left()
        assert app.under_cursor() == "。"
        reader.action_document_end()
        reader.action_move_right()
        assert reader.cursor == len(LINES) - 1
        reader.action_document_start()
        reader.action_move_left()
        assert reader.cursor == 0


async def test_a_column_is_kept_over_a_short_row() -> None:
    app = ReaderApp()
    async with app.run_test(size=SIZE):
        reader = app.reader
        reader.go_to(LINES.index("大"))
        reader.action_move_down()
        assert app.under_cursor() == "。"
        reader.action_move_down()
        third = LINES.index("第三段")
        # “ is one cell wide, so the column falls on the right half of 的.
        assert reader.cursor == third + len("第三段话很长，说")
        reader.action_move_up()
        reader.action_move_up()
        assert app.under_cursor() == "大"


async def test_units_rows_and_pages() -> None:
    app = ReaderApp(LONG, Joins())
    async with app.run_test(size=SIZE):
        reader = app.reader
        reader.action_next_sentence()
        assert LONG[reader.cursor :].startswith("“大家高兴。”")
        await reader.action_next_word()
        await reader.action_previous_word()
        reader.action_row_end()
        assert LONG[reader.cursor : reader.cursor + 2] == "。\n"
        reader.action_row_start()
        assert reader.cursor == 0
        reader.action_next_paragraph()
        assert LONG[reader.cursor :].startswith("第1段")
        reader.action_page_down()
        below = reader.cursor
        assert below > len(LONG) // 60
        reader.action_page_up()
        assert reader.cursor <= LONG.index("第2段")
        reader.action_half_page_down()
        assert 0 < reader.cursor < below
        reader.action_document_end()
        assert reader.cursor == len(LONG) - 1
        assert reader.end == len(LONG)
        assert app.lines()[-1].strip().startswith("第199段")


async def test_a_selection_holds_source_without_the_break_after_it() -> None:
    app = ReaderApp()
    async with app.run_test(size=SIZE):
        reader = app.reader
        reader.action_start_selection()
        for _ in range(5):
            reader.action_move_right()
        assert app.selected() == "河埠新桥通了"
        reader.action_extend_right()
        assert app.selected() == "河埠新桥通了\n车"
        reader.action_extend_left()
        reader.action_start_selection()
        assert reader.selection is None
        reader.action_extend_down()
        assert app.selected() is not None
        reader.action_drop_selection()
        assert reader.selection is None


async def test_sentences_quotations_growing_and_shrinking() -> None:
    app = ReaderApp()
    async with app.run_test(size=SIZE):
        reader = app.reader
        reader.go_to(LINES.index("家"))
        reader.action_select_quotation()
        assert app.selected() == "“大家都\n高兴。”"
        await reader.action_grow()
        grown = reader.selection
        assert grown is not None
        assert len(grown) > len("“大家都\n高兴。”")
        await reader.action_shrink()
        shrunk = reader.selection
        assert shrunk is not None
        assert len(shrunk) < len(grown)
        reader.action_drop_selection()
        reader.go_to(LINES.index("短"))
        reader.action_select_sentence()
        assert app.selected() == "短句。"


async def test_shrinking_takes_growing_back_step_by_step() -> None:
    text = "前文已述。据统计，二〇年产量大增，出口翻番。"
    app = ReaderApp(text, Joins())
    async with app.run_test(size=SIZE):
        reader = app.reader
        place = text.index("二")
        reader.go_to(place)
        stages = []
        while reader.selection is None or len(reader.selection) < len(text):
            stages.append(app.selected())
            await reader.action_grow()
        assert stages == [None, *stages[1:4]]
        for stage in reversed(stages):
            await reader.action_shrink()
            assert app.selected() == stage
        assert reader.cursor == place


async def test_what_moves_the_selection_ends_what_shrinking_takes_back() -> None:
    text = "前文已述。据统计，二〇年产量大增，出口翻番。后文。"
    app = ReaderApp(text, Joins())
    async with app.run_test(size=SIZE):
        reader = app.reader
        reader.go_to(text.index("口"))
        reader.action_select_sentence()
        await reader.action_shrink()
        assert app.selected() == "出口翻番。"
        await reader.action_grow()
        reader.action_extend_right()
        await reader.action_shrink()
        assert app.selected() == "据统计，二〇年产量大增，出口翻番。"
        await reader.action_shrink()
        assert app.selected() == "出口翻番。"


@pytest.mark.parametrize(
    ("select", "key", "said"),
    [
        (Span(0, 5), "action_grow", "Nothing larger: this is the paragraph"),
        (Span(1, 2), "action_shrink", "Nothing smaller: esc drops the selection"),
        (None, "action_shrink", "Nothing is selected: + selects the word"),
    ],
)
async def test_where_no_unit_is_left_it_is_told(
    select: Span | None, key: str, said: str
) -> None:
    app = ReaderApp("前文已述。", Joins())
    async with app.run_test(size=SIZE) as pilot:
        if select is not None:
            app.reader.select(select)
        await getattr(app.reader, key)()
        await pilot.pause()
        assert app.told == [said]
        assert app.reader.selection == select


async def test_keys_wait_for_a_word_motion_that_waits_for_the_dictionary() -> None:
    app = ReaderApp(ready=False)
    dictionary = cast("Pairs", app.units._segmenter)
    async with app.run_test(size=SIZE) as pilot:
        typed = asyncio.create_task(pilot.press("v", "w", "l"))
        await app.reader.awaits_words.wait()
        for _ in range(100):
            # Time enough for the key after it, were it not to wait.
            await asyncio.sleep(0)
        assert app.reader.cursor == 0
        dictionary.may_load.set()
        await typed
        assert app.selected() == "河埠新桥"
        assert not app.reader.awaits_words.is_set()


async def test_annotations_are_walked_in_order_and_counted() -> None:
    ones = [annotation("a", 2, 4), annotation("b", 8, 20), annotation("c", 10, 12)]
    app = ReaderApp(annotations=ones)
    async with app.run_test(size=SIZE):
        reader = app.reader
        walked = []
        for _ in range(4):
            reader.action_next_annotation()
            assert reader.current is not None
            walked.append((reader.current.id, reader.number, reader.cursor))
        assert walked == [("a", 0, 2), ("b", 1, 8), ("c", 2, 10), ("c", 2, 10)]
        reader.action_previous_annotation()
        assert reader.current == ones[1]
        reader.go_to(11)
        assert reader.current == ones[2]
        reader.go_to(0)
        assert reader.current is None


async def test_annotations_are_seen_in_text_and_margin() -> None:
    app = ReaderApp(
        annotations=[annotation("q", 2, 4), annotation("n", 3, 5, Kind.NOTE)]
    )
    async with app.run_test(size=SIZE):
        app.reader.go_to(2)
        assert app.lines()[0].startswith("Qn")
        signs = {
            character: (segment.style.underline, segment.style.italic)
            for segment in app.reader.render_line(0)
            for character in segment.text
            if segment.style
        }
        assert [signs[one] for one in "埠新桥通了"] == [
            (False, False),
            (True, False),
            (True, True),
            (False, True),
            (False, False),
        ]


async def test_a_resize_and_the_other_view_keep_the_place() -> None:
    app = ReaderApp(LONG, Joins())
    async with app.run_test(size=SIZE) as pilot:
        reader = app.reader
        reader.go_to(LONG.index("第90段"))
        reader.action_start_selection()
        reader.action_move_right()
        before = (reader.cursor, reader.selection)
        for width, height in ((30, 9), (90, 30), (25, 6), SIZE):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            assert (reader.cursor, reader.selection) == before
            assert any("第90段" in line for line in app.lines())
        reader.set_view(PhysicalView(LONG))
        assert (reader.cursor, reader.selection) == before
        assert any("第90段" in line for line in app.lines())


async def test_the_text_is_no_wider_than_is_good_to_read() -> None:
    app = ReaderApp("桥" * 300, Joins())
    async with app.run_test(size=(200, 12)):
        assert app.lines()[0].strip() == "桥" * 44


HOSTILE = (
    "正文\x1b]0;x\x07\x9b2J\u202e反\u2066\u200b\ud800\U000e0041👨\u200d👩e\u0301完"
)


async def test_hostile_text_never_reaches_a_strip() -> None:
    app = ReaderApp(HOSTILE, Joins(), [annotation("q", 1, len(HOSTILE))])
    async with app.run_test(size=SIZE):
        seen = []
        for _ in HOSTILE:
            strip = app.reader.render_line(0)
            assert not set(strip.text) & set("\x1b\x07\x9b\u202e\u2066\u200b\ud800")
            assert strip.cell_length == SIZE[0]
            seen.append(app.reader.cursor)
            app.reader.action_move_right()
        assert seen[-1] == len(HOSTILE) - 1
        assert HOSTILE.index("👩") not in seen


async def test_the_mouse_points_drags_and_scrolls() -> None:
    app = ReaderApp()
    async with app.run_test(size=SIZE) as pilot:
        reader = app.reader
        await pilot.click(reader, offset=(MARGIN + 5, 0))
        assert app.under_cursor() == "新"
        await pilot.mouse_down(reader, offset=(MARGIN + 0, 0))
        await pilot.hover(reader, offset=(MARGIN + 6, 0))
        await pilot.mouse_up(reader, offset=(MARGIN + 6, 0))
        assert app.selected() == "河埠新桥"
        await pilot.click(reader, offset=(MARGIN + 4, 0), times=2)
        assert app.selected() == "新桥"
        await pilot.click(reader, offset=(MARGIN + 4, 2), times=3)
        assert app.selected() == "短句。"


async def test_the_wheel_takes_the_cursor_along_and_no_further() -> None:
    app = ReaderApp(LONG, Joins())
    async with app.run_test(size=SIZE):
        reader = app.reader
        reader.action_document_end()
        for _ in range(12):
            top = app.lines()
            reader.on_mouse_scroll_up()
            assert app.lines()[3:] == top[:-3]
        reader.drawn.clear()
        reader.action_document_end()
        reader.drawn.clear()
        reader.on_mouse_scroll_down()
        assert reader.drawn == []


async def test_a_step_draws_two_characters_again() -> None:
    app = ReaderApp()
    async with app.run_test(size=SIZE):
        reader = app.reader
        reader.drawn.clear()
        reader.action_move_right()
        assert {(r.x, r.y, r.width, r.height) for r in reader.drawn if r} == {
            (MARGIN, 0, 2, 1),
            (MARGIN + 2, 0, 2, 1),
        }
        assert None not in reader.drawn


async def test_new_annotations_draw_their_rows_only() -> None:
    app = ReaderApp(LONG, Joins(), [annotation("a", 0, 3)])
    async with app.run_test(size=SIZE):
        reader = app.reader
        reader.action_next_paragraph()
        reader.drawn.clear()
        start = LONG.index("第3段")
        reader.set_annotations(
            [annotation("a", 0, 3), annotation("b", start, start + 3)], {}
        )
        assert {r.y if r else None for r in reader.drawn} == {6}
        assert app.lines()[6].startswith("q")


@pytest.mark.parametrize("text", ["", "\n\n\n", " "])
async def test_an_empty_document_is_no_trouble(text: str) -> None:
    app = ReaderApp(text, Joins())
    async with app.run_test(size=SIZE):
        reader = app.reader
        for name in sorted(vars(ReaderView)):
            if name.startswith("action_"):
                done = getattr(reader, name)()
                if isawaitable(done):
                    await done
                app.lines()
        assert 0 <= reader.end <= len(text)
