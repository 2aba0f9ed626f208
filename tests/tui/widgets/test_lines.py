"""The status line and the footer: one row each, drawn again only where it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.app import App

from tui.widgets.key_hints import KeyHints
from tui.widgets.status_line import StatusLine, Where

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.geometry import Region

HERE = Where("新桥通车", "select", "2/9", "12 字", "37%")


class Lines(App[None]):
    def compose(self) -> ComposeResult:
        yield StatusLine()
        yield KeyHints()

    @property
    def status(self) -> StatusLine:
        return self.query_one(StatusLine)

    @property
    def hints(self) -> KeyHints:
        return self.query_one(KeyHints)


async def test_the_status_line_says_where_one_is() -> None:
    app = Lines()
    async with app.run_test(size=(60, 3)):
        app.status.show(HERE)
        line = app.status.render_line(0)
        assert line.text.split() == ["新桥通车", "select", "2/9", "12", "字", "37%"]
        assert line.cell_length == 60


@pytest.mark.parametrize(
    ("width", "words"),
    [(44, ["2/9", "12", "字", "37%"]), (24, ["37%"]), (18, [])],
)
async def test_a_narrow_line_keeps_the_title(width: int, words: list[str]) -> None:
    app = Lines()
    async with app.run_test(size=(width, 3)):
        app.status.show(HERE)
        line = app.status.render_line(0)
        assert line.text.split() == ["新桥通车", *words]
        assert line.cell_length == width


async def test_a_message_stands_over_the_title_until_it_is_hushed() -> None:
    app = Lines()
    async with app.run_test(size=(60, 3)):
        app.status.show(HERE)
        app.status.tell("不能\x1b[2J写", "error")
        line = app.status.render_line(0)
        assert line.text.split()[:2] == ["!", "不能␛[2J写"]
        assert next(iter(line)).style.reverse  # type: ignore[union-attr]
        assert line.text.split()[-1] == "37%"
        app.status.hush()
        assert app.status.message == ""
        assert app.status.render_line(0).text.split()[0] == "新桥通车"


@pytest.mark.parametrize("width", [40, 80])
async def test_a_long_message_takes_all_but_the_position(width: int) -> None:
    app = Lines()
    async with app.run_test(size=(width, 3)) as pilot:
        app.status.show(HERE._replace(analyst="林"))
        before = app.status.render_line(0).text
        told = "x" * (width - 10)
        app.status.tell(told, "error")
        line = app.status.render_line(0)
        assert line.text.split() == ["!", told, "37%"]
        assert line.cell_length == width
        await pilot.pause()
        app.status.tell("y" * width)
        assert app.status.render_line(0).text.split()[-1] == "37%"
        app.status.tell("已存")
        assert app.status.render_line(0).text[-12:] == before[-12:]
        app.status.hush()
        assert app.status.render_line(0).text == before


async def test_a_message_that_comes_or_goes_is_drawn_where_it_moves_fields(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = Lines()
    async with app.run_test(size=(60, 3)):
        app.status.show(HERE)
        drawn: list[Region] = []
        monkeypatch.setattr(app.status, "refresh", drawn.append)
        app.status.tell("已存")
        app.status.tell("x" * 50)
        app.status.hush()
        assert [region.width for region in drawn] == [27, 60, 60]


async def test_what_stays_is_not_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Lines()
    async with app.run_test(size=(60, 3)):
        app.status.show(HERE)
        app.hints.set_hints([("q", "quote")])
        drawn: list[object] = []
        for widget in (app.status, app.hints):
            monkeypatch.setattr(
                widget, "refresh", lambda *regions: drawn.append(regions)
            )
        app.status.show(HERE)
        app.status.hush()
        app.hints.set_hints([("q", "quote")])
        assert drawn == []
        app.status.tell("已保存")
        app.status.tell("已保存")
        app.hints.set_hints([("c", "claim")])
        assert len(drawn) == 2


async def test_as_many_hints_as_fit() -> None:
    app = Lines()
    async with app.run_test(size=(22, 3)):
        app.hints.set_hints([("q", "quote"), ("c", "claim"), ("m", "note")])
        line = app.hints.render_line(0)
        assert line.text == " q quote  c claim     "
