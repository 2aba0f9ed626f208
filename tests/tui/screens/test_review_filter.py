"""Filters of the review queue: saved ones and those that are always there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input, Label

from tests.tui.conftest import NARROW
from tui.screens.review_filter import FilterChoice, ReviewFilter
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from annotations.session import Session
    from tui.app import PizhuApp


def problem(dialog: ReviewFilter) -> str:
    return str(dialog.query_one("#problem", Label).render())


async def test_no_filter_is_saved_under_a_name_that_is_always_there(
    app: PizhuApp, session: Session
) -> None:
    chosen: list[FilterChoice | None] = []
    dialog = ReviewFilter("kind:quote", session.reviewing)
    async with app.run_test(size=NARROW) as pilot:
        app.push_screen(dialog, chosen.append)
        await pilot.pause()
        dialog.query_one("#name", Input).value = " the  surest "
        await pilot.press("enter")
        assert app.screen is dialog
        assert "choose another name" in problem(dialog)
        dialog.query_one("#name", Input).value = "the  best"
        await pilot.press("enter")
    assert chosen == [FilterChoice("kind:quote", "the best")]


async def test_a_saved_filter_shows_whatever_it_is_called(
    app: PizhuApp, session: Session
) -> None:
    session.reviewing.save_filter("quotes", "kind:quote speaker:许敏")
    dialog = ReviewFilter("", session.reviewing)
    async with app.run_test(size=NARROW) as pilot:
        app.push_screen(dialog)
        await pilot.pause()
        rows = dialog.query_one(VirtualList)
        rows.focus()
        named = [
            number
            for number, (name, _) in enumerate(dialog._filters.items)
            if name == "quotes"
        ]
        assert len(named) == 2
        rows.highlight(named[1])
        await pilot.press("delete")
        assert "always there" in problem(dialog)
        assert session.reviewing.filters() == {"quotes": "kind:quote speaker:许敏"}
        rows.highlight(named[0])
        await pilot.press("delete")
        assert session.reviewing.filters() == {}
