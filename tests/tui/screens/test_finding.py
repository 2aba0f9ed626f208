"""Finding in a document: typing shows matches, enter stays, escape goes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Key

from annotations.model import Joins, Span
from annotations.search.folding import folding
from tests.conftest import source
from tests.tui.conftest import screen_of
from tui.app import PizhuApp
from tui.settings import Settings

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from annotations.session import Session

TEXT = "新橋通車了。\n\n很多人来看新\n桥，ＡＩ也来看新桥。\n\n完。\n"


@pytest.fixture
def app(session: Session) -> PizhuApp:

    folding()
    at = TEXT.index("新\n桥") + 1
    decoded = source(TEXT)._replace(joins=Joins([Span(at, at + 1)]))
    session.documents.add(decoded)
    return PizhuApp(session, Settings())


async def settled(pilot: Pilot[None]) -> None:
    """Wait for threads that count or walk, and for what they say."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def found_text(app: PizhuApp) -> list[str]:
    """What is painted as found, row by row."""
    style = screen_of(app).reader._palette
    shown = []
    for y in range(12):
        shown += [
            segment.text
            for segment in screen_of(app).reader.render_line(y)
            if segment.style is not None
            and segment.style.bgcolor is not None
            and segment.style.color is not None
            and segment.style.color.name == style.ground
        ]
    return shown


@pytest.mark.parametrize("lines", ["flowing", "physical"])
async def test_typing_shows_all_matches_and_n_walks_them(
    app: PizhuApp, lines: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        if lines == "physical":
            await pilot.press("z")
        await pilot.press("slash", "新", "桥")
        await settled(pilot)
        assert screen.reader.cursor == 0
        joined = "".join(found_text(app))
        assert joined.count("新") == 3
        assert joined.count("橋") + joined.count("桥") == 3
        await pilot.press("enter")
        assert screen.reader.has_focus
        assert "1 of 3" in screen.status.message
        await pilot.press("n")
        assert screen.reader.cursor == TEXT.index("新\n")
        await pilot.press("n", "n")
        assert screen.reader.cursor == 0
        await pilot.press("N")
        assert screen.reader.cursor == TEXT.rindex("新桥")
        assert "3 of 3" in screen.status.message


async def test_escape_goes_back_and_shows_nothing_more(app: PizhuApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        screen.reader.go_to(2)
        await pilot.press("slash", "a", "i")
        await settled(pilot)
        assert screen.reader.cursor == TEXT.index("ＡＩ")
        await pilot.press("escape")
        assert screen.reader.cursor == 2
        assert found_text(app) == []
        assert not screen.find_bar.is_open


async def test_what_is_typed_ahead_of_the_line_is_found(app: PizhuApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        for key in ("slash", "新", "桥", "enter"):
            app.post_message(Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        await settled(pilot)
        screen = screen_of(app)
        assert screen._query == "新桥"
        assert screen.reader.has_focus
        assert found_text(app)


async def test_what_is_not_there_leaves_the_cursor_and_says_so(app: PizhuApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        screen.reader.go_to(3)
        await pilot.press("slash", "完", "了", "enter")
        await settled(pilot)
        assert screen.reader.cursor == 3
        assert "not found: 完了" in screen.status.message


async def test_a_regular_expression_is_asked_for_and_refused_in_words(
    app: PizhuApp,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("slash", *"re:看(")
        assert "not a regular" in str(screen.find_bar.query_one("#says").render())
        await pilot.press("backspace", *"新.")
        await pilot.press("enter")
        await settled(pilot)
        assert screen.reader.cursor == TEXT.index("看新\n")
        assert "of 2" in screen.status.message


async def test_escape_in_the_text_drops_the_matches_and_n_brings_them_back(
    app: PizhuApp,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", "看", "enter")
        await settled(pilot)
        assert found_text(app) == ["看", "看"]
        await pilot.press("escape")
        assert found_text(app) == []
        await pilot.press("n")
        assert found_text(app) == ["看", "看"]


async def test_a_search_goes_on_in_the_next_document(
    app: PizhuApp, session: Session
) -> None:
    session.documents.add(source("别处也有新橋。", path="/news/other.txt"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", "新", "桥", "enter", "r")
        await settled(pilot)
        assert "".join(found_text(app)) == "新橋"


async def test_far_matches_are_found_by_a_thread(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    from annotations.search.matching import PlainMatcher

    monkeypatch.setattr(PlainMatcher, "piece", 10)
    session.documents.add(source("水" * 500 + "桥" + "水" * 500))
    folding()
    app = PizhuApp(session, Settings())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", "桥")
        await settled(pilot)
        assert screen_of(app).reader.cursor == 500
        await pilot.press("enter")
        screen_of(app).reader.go_to(501)
        await pilot.press("n")
        await settled(pilot)
        assert screen_of(app).reader.cursor == 500


async def test_the_line_lies_over_the_keys_and_moves_nothing(app: PizhuApp) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        screen = screen_of(app)
        parts = ("#reader", "#files", "#tags", "#status", "#hints")
        before = [screen.query_one(part).region for part in parts]
        await pilot.press("/")
        await pilot.pause()
        assert [screen.query_one(part).region for part in parts] == before
        assert screen.find_bar.region == screen.query_one("#hints").region
        shown, _ = screen.get_widget_at(2, 39)
        assert screen.find_bar in shown.ancestors_with_self
        await pilot.press("escape")
        await pilot.pause()
        shown, _ = screen.get_widget_at(2, 39)
        assert shown is screen.query_one("#hints")


async def test_a_selection_reaches_to_what_is_found(app: PizhuApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        reader = screen_of(app).reader
        await pilot.press("l", "l", "v", "slash", "新", "桥", "enter")
        await settled(pilot)
        found = TEXT.index("新\n")
        assert reader.selection == Span(2, found + 1)
        await pilot.press("n")
        assert reader.selection == Span(2, TEXT.rindex("新桥") + 1)
        await pilot.press("N", "N")
        assert reader.selection == Span(0, 3)


async def test_beginning_anew_is_told(app: PizhuApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        status = screen_of(app).status
        await pilot.press("slash", "新", "桥", "enter")
        await settled(pilot)
        said = []
        for key in ("n", "n", "n", "n", "N", "N"):
            await pilot.press(key)
            said.append(status.message)
        assert said == [
            "2 of 3",
            "3 of 3",
            "1 of 3, from the top again",
            "2 of 3",
            "1 of 3",
            "3 of 3, from the end again",
        ]
