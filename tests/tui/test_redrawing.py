"""What a key draws again: the cells that changed, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App, ComposeResult

from annotations.model import Annotation, Joins, Kind, Span
from annotations.text.units import Units
from annotations.text.views import LogicalView
from annotations.text.words import Segmenter
from tui.widgets.page import MARGIN
from tui.widgets.reader_view import ReaderView

if TYPE_CHECKING:
    from textual.geometry import Region

TEXT = "短。\n\n新桥通车了大家都很高兴。纷纷上桥走一走看一看风景很好。\n\n" * 9


class Logged(ReaderView):
    drawn: list[Region | None]

    def refresh(self, *regions: Region, **known: bool) -> Logged:
        self.drawn = [*getattr(self, "drawn", []), *(regions or (None,))]
        return super().refresh(*regions, **known)


class ReaderApp(App[None]):
    def compose(self) -> ComposeResult:
        yield Logged(id="reader")

    def on_mount(self) -> None:
        view = LogicalView(TEXT, Joins())
        ones = [Annotation("q", "d", Kind.QUOTE, "", (Span(8, 12),), ("",))]
        self.reader = self.query_one(Logged)
        self.reader.show_document(view, Units(view, Segmenter()), ones, {}, 0)
        self.reader.focus()


def cells(reader: Logged) -> set[tuple[int, int, int]]:
    """What is drawn again: (x in the text, y, width); None would be everything."""
    assert None not in reader.drawn
    return {(r.x - MARGIN, r.y, r.width) for r in reader.drawn if r is not None}


async def test_entering_an_annotation_draws_its_cells_and_its_margin() -> None:
    app = ReaderApp()
    async with app.run_test(size=(70, 12)):
        reader = app.reader
        reader.go_to(7)
        reader.drawn.clear()
        reader.action_move_right()
        assert cells(reader) == {(6, 2, 2), (8, 2, 2), (8, 2, 8), (-MARGIN, 2, 3)}


async def test_selecting_draws_what_is_and_was_selected() -> None:
    app = ReaderApp()
    async with app.run_test(size=(70, 12)):
        reader = app.reader
        reader.select(Span(17, 20))
        reader.drawn.clear()
        reader.select(Span(14, 16))
        drawn = cells(reader)
        assert {(26, 2, 6), (20, 2, 4)} <= drawn
        assert all(y == 2 and x >= 20 for x, y, _ in drawn)
        reader.drawn.clear()
        reader.clear_selection()
        assert cells(reader) == {(20, 2, 4)}


async def test_every_motion_but_up_and_down_forgets_the_column() -> None:
    app = ReaderApp()
    async with app.run_test(size=(70, 12)):
        reader = app.reader
        for motion in (
            reader.action_row_start,
            reader.action_previous_paragraph,
            reader.action_previous_sentence,
            reader.action_document_start,
        ):
            reader.go_to(TEXT.index("很"))
            reader.action_move_up()
            assert TEXT[reader.cursor] == "。"
            motion()
            reader.action_move_down()
            assert TEXT[reader.cursor] == "新"
