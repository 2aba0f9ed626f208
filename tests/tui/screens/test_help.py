"""The key table: all of it can be read, whatever the width."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.keymap import COMMANDS
from tui.layout.cells import cell_width
from tui.screens.help import KeyList, Lines

if TYPE_CHECKING:
    from annotations.model import Document
    from tui.app import PizhuApp


@pytest.mark.parametrize("cells", [30, 73, 93])
def test_what_is_too_long_for_a_row_goes_on_in_the_next(cells: int) -> None:
    lines = Lines({"reading.quote": "Q,ctrl+shift+f11,ctrl+shift+f12"}, cells)
    keys = texts = ""
    for index in range(len(lines)):
        (key, _), (text, _) = lines.row(index, cells)
        assert cell_width(key + text) <= cells
        keys += key.replace(" ", "")
        texts += text.replace(" ", "")
    assert "…" not in keys
    assert "^shift+f11^shift+f12" in keys
    for command in COMMANDS:
        assert command.help.replace(" ", "") in texts
    assert "1to9" in keys
    assert texts.count("Putthetagwiththatkey") == 1


@pytest.mark.parametrize("size", [(80, 24), (60, 15)])
async def test_nothing_is_cut_off_on_the_screen(
    app: PizhuApp, document: Document, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press("?")
        rows = app.screen.query_one(KeyList)
        shown = []
        for _ in range(30):
            shown += [rows.render_line(y).text for y in range(rows.size.height)]
            await pilot.press("pagedown")
        assert rows.highlighted == rows.count - 1
        assert not [row for row in shown if "…" in row]
        assert "everything is saved already." in shown[-1]
        await pilot.resize_terminal(140, 40)
        assert "everything is saved" in rows.render_line(rows.size.height - 1).text
