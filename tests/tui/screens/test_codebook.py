"""The codebook on the screen: each key becomes one step that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input, Label

from annotations.model import COLOURS, Kind, Span, Tag
from tests.tui.conftest import WIDE, screen_of, until
from tui.app import PizhuApp
from tui.layout.cells import cell_width
from tui.layout.tints import TINTS
from tui.screens.annotation_table import AnnotationTable
from tui.screens.choice import Choice
from tui.screens.codebook import Codebook
from tui.screens.codebook_rows import CodebookRows
from tui.screens.reading import ReadingScreen
from tui.screens.tag_form import TagForm
from tui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from annotations.model import Document
    from annotations.session import Session

SIZE = (80, 24)


@pytest.fixture
def app(session: Session, document: Document) -> PizhuApp:
    for path in ("产业/就业", "民生/交通", "民生/医疗", "生活"):
        session.codebook.add(path)
    for start, path in enumerate(("民生", "民生", "民生/交通", "生活")):
        tag = session.codebook.by_path(path)
        assert tag is not None
        session.annotations.create(
            document.id, Kind.QUOTE, [Span(start, start + 2)], tags=[tag.id]
        )
    return PizhuApp(session, Settings())


def paths(session: Session) -> list[str]:
    return [tag.path for tag in session.codebook.tags()]


def uses(session: Session) -> dict[str, int]:
    return {tag.path: tag.uses for tag in session.codebook.tags() if tag.uses}


def says(app: PizhuApp) -> str:
    return str(app.screen.query_one("#says", Label).render())


async def opened(pilot: Pilot[None], app: PizhuApp, key: str = "#") -> Codebook:
    await pilot.press(key)
    await until(pilot, lambda: isinstance(app.screen, Codebook) and bool(says(app)))
    assert isinstance(app.screen, Codebook)
    return app.screen


async def go_to(pilot: Pilot[None], screen: Codebook, path: str) -> None:
    await pilot.press("home")
    while screen.tag is not None and screen.tag.path != path:
        await pilot.press("down")


def type_in(app: PizhuApp, **typed: str) -> None:
    assert isinstance(app.screen, TagForm)
    for name, value in typed.items():
        app.screen.query_one(f"#{name}", Input).value = value


async def test_tags_stand_in_a_tree_and_filtered_ones_by_their_path(
    app: PizhuApp,
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, app)
        assert says(app) == "产业: on 0 annotations"
        shown = [screen.tags.render_line(y).text for y in range(6)]
        assert [line.split("## ")[1].split()[0] for line in shown] == [
            "产业", "就业", "民生", "交通", "医疗", "生活",
        ]  # fmt: skip
        assert "##   交通" in shown[3]
        await pilot.press("/", *"yl")
        assert [tag.path for tag in screen._rows.tags] == ["民生/医疗"]
        assert "## 民生/医疗" in screen.tags.render_line(0).text
        await pilot.press("z", "z")
        assert says(app).startswith("No tag matches")
        await pilot.press("escape")
        assert screen.tags.has_focus
        await pilot.press("escape")
        assert isinstance(app.screen, ReadingScreen)


async def test_without_tags_one_is_told_how_to_make_one(session: Session) -> None:
    app = PizhuApp(session, Settings())
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, app)
        assert says(app) == "No tags yet: n makes one"
        for key in ("space", "m", "e", "d", "enter"):
            await pilot.press(key)
        await pilot.press("n")
        type_in(app, path="产业/就业", key="3", colour="green", definition="岗位")
        await pilot.press("enter")
        await until(pilot, lambda: "Made: 产业/就业" in says(app))
        (_, made) = session.codebook.tags()
        assert (made.key, made.colour, made.definition) == ("3", "green", "岗位")


async def test_everything_said_of_a_tag_is_edited_in_one_step(
    app: PizhuApp, session: Session
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, app)
        before = session.codebook.tags()
        await go_to(pilot, screen, "民生/交通")
        await pilot.press("e")
        type_in(app, path="产业/运输", key="x", definition="路与车")
        await pilot.press("enter")
        wrong = app.screen.query_one("#wrong", Label)
        assert "use 1 to 9" in str(wrong.render())
        assert session.codebook.tags() == before
        type_in(app, key="4")
        await pilot.press("enter")
        await until(pilot, lambda: "Saved: 产业/运输" in says(app))
        assert screen.tag is not None
        assert (screen.tag.path, screen.tag.key) == ("产业/运输", "4")
        assert screen.tag.definition == "路与车"
        assert screen.tag.uses == 1
        await pilot.press("u")
        await until(pilot, lambda: "Undone: move tag" in says(app))
        assert session.codebook.tags() == before
        await pilot.press("ctrl+r")
        await until(pilot, lambda: "Redone: move tag" in says(app))
        assert "产业/运输" in paths(session)


async def test_what_somebody_changed_meanwhile_is_shown_as_it_is(
    app: PizhuApp, session: Session, open_session: Callable[..., Session]
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, app)
        wang = open_session("wang")
        await go_to(pilot, screen, "生活")
        assert screen.tag is not None
        wang.codebook.change(screen.tag, definition="过日子")
        await pilot.press("e")
        type_in(app, definition="日常")
        await pilot.press("enter")
        assert "since you saw it" in str(app.screen.query_one("#wrong", Label).render())
        await pilot.press("escape")
        await until(pilot, lambda: "过日子" in says(app))
        assert screen.tag is not None
        wang.codebook.change(screen.tag, definition="生计")
        await pilot.press("space")
        await go_to(pilot, screen, "民生")
        await pilot.press("m")
        await until(pilot, lambda: "since you saw it" in says(app))
        await pilot.pause()
        await go_to(pilot, screen, "生活")
        assert "生计" in says(app)


async def test_marked_tags_become_the_highlighted_one(
    app: PizhuApp, session: Session
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, app)
        await pilot.press("m")
        await until(pilot, lambda: "nothing to merge" in says(app))
        await go_to(pilot, screen, "生活")
        await pilot.press("space")
        assert screen.tags.render_line(5).text.startswith(" *")
        await go_to(pilot, screen, "民生")
        await pilot.press("m")
        await until(pilot, lambda: "Merged into 民生" in says(app))
        assert uses(session) == {"民生": 3, "民生/交通": 1}
        assert screen.tag is not None
        assert screen.tag.path == "民生"
        await pilot.press("u")
        await until(pilot, lambda: "Undone: merge tag 生活" in says(app))
        assert uses(session) == {"民生": 2, "民生/交通": 1, "生活": 1}


@pytest.mark.parametrize(("keys", "is_merged"), [(["enter"], False), (["m"], True)])
async def test_a_path_that_is_there_asks_whether_two_tags_are_one(
    app: PizhuApp, session: Session, keys: list[str], *, is_merged: bool
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, app)
        before = paths(session)
        await go_to(pilot, screen, "生活")
        await pilot.press("e")
        type_in(app, path=" 民生 ", definition="过日子")
        await pilot.press("enter")
        assert isinstance(app.screen, Choice)
        await pilot.press(*keys)
        if is_merged:
            await until(pilot, lambda: app.screen is screen and "Merged" in says(app))
            assert uses(session)["民生"] == 3
            assert screen.tag is not None
            assert screen.tag.path == "民生"
        else:
            assert isinstance(app.screen, TagForm)
            assert app.screen.query_one("#definition", Input).value == "过日子"
            await pilot.press("escape")
            assert paths(session) == before


async def test_a_tag_on_annotations_is_removed_after_a_question(
    app: PizhuApp, session: Session
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, app)
        await go_to(pilot, screen, "民生")
        await pilot.press("d")
        await until(pilot, lambda: "there are tags under 民生" in says(app))
        await go_to(pilot, screen, "民生/医疗")
        await pilot.press("d")
        await until(pilot, lambda: "Removed 民生/医疗" in says(app))
        await go_to(pilot, screen, "生活")
        await pilot.press("d")
        assert isinstance(app.screen, Choice)
        assert "生活 is on 1 annotation." in app.screen._question
        await pilot.press("enter")
        assert "生活" in paths(session)
        await pilot.press("d", "r")
        await until(pilot, lambda: app.screen is screen and "Removed" in says(app))
        assert "生活" not in paths(session)
        await pilot.press("u")
        await until(pilot, lambda: "Undone: remove tag 生活" in says(app))
        assert uses(session)["生活"] == 1


async def test_function_keys_do_it_with_an_input_method_on(
    app: PizhuApp, session: Session
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, app, "＃")
        await pilot.press("、", *"生活", "enter", "f9")
        await pilot.press("／", *["backspace"] * 2, "enter")
        await go_to(pilot, screen, "民生")
        await pilot.press("f5")
        await until(pilot, lambda: "Merged into 民生" in says(app))
        await pilot.press("ctrl+underscore")
        await until(pilot, lambda: "Undone" in says(app))
        await pilot.press("f7")
        type_in(app, path="文化")
        await pilot.press("enter")
        await until(pilot, lambda: "Made: 文化" in says(app))
        await pilot.press("f6")
        type_in(app, path="文教")
        await pilot.press("enter")
        await until(pilot, lambda: "Saved: 文教" in says(app))
        await pilot.press("f8")
        await until(pilot, lambda: "Removed 文教" in says(app))
        await go_to(pilot, screen, "生活")
        await pilot.press("f8", "down", "enter")
        await until(pilot, lambda: app.screen is screen and "Removed 生活" in says(app))


async def test_enter_shows_what_carries_a_tag_and_leads_there(
    app: PizhuApp, session: Session
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, app)
        await go_to(pilot, screen, "民生/交通")
        await pilot.press("enter")
        table = app.screen
        assert isinstance(table, AnnotationTable)
        await until(pilot, lambda: len(table._rows) == 1)
        await pilot.press("escape")
        assert app.screen is screen
        await pilot.press("enter")
        table = app.screen
        assert isinstance(table, AnnotationTable)
        await until(pilot, lambda: len(table._rows) == 1)
        await pilot.press("enter")
        await pilot.pause()
        current = screen_of(app).reader.current
        assert current is not None
        assert current.start == 2


@pytest.mark.parametrize("path", ["“双减”后", 'a"b', "政策\\落实"])
async def test_enter_finds_a_tag_with_marks_in_its_name(
    app: PizhuApp, session: Session, document: Document, path: str
) -> None:
    tag = session.codebook.add(path)
    session.annotations.create(document.id, Kind.QUOTE, [Span(5, 8)], tags=[tag.id])
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, app)
        await go_to(pilot, screen, path)
        await pilot.press("enter")
        table = app.screen
        assert isinstance(table, AnnotationTable)
        await until(pilot, lambda: len(table._rows) == 1)


async def test_the_page_shows_the_codebook_as_it_was_left(
    app: PizhuApp, session: Session
) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        screen = await opened(pilot, app)
        await go_to(pilot, screen, "生活")
        await pilot.press("space")
        await go_to(pilot, screen, "民生")
        await pilot.press("m")
        await until(pilot, lambda: "Merged" in says(app))
        await pilot.press("e")
        type_in(app, colour=next(one for one in COLOURS if one != "green"))
        type_in(app, colour="violet")
        await pilot.press("enter")
        await until(pilot, lambda: "Saved" in says(app))
        await pilot.press("escape")
        page = screen_of(app)
        assert [tag.path for tag in page.codebook] == paths(session)
        people = session.codebook.by_path("民生")
        assert people is not None
        assert page.document is not None
        assert page.document.annotations[3].tags == (people.id,)
        assert page._colours[people.id] == "violet"
        row = page.tags._list._source.row(3, 30)
        assert row[0][1] == TINTS["violet"]


@pytest.mark.parametrize("cells", [20, 70, 130])
def test_a_row_keeps_to_its_columns(cells: int) -> None:
    tags = [
        Tag("1", None, "产业", "产业", "red", "1", "岗位", 12),
        Tag("2", "1", "很长的名字" * 9, "产业/" + "很长的名字" * 9, "", "", "", 0),
        Tag("3", "2", "三", "产业/" + "很长的名字" * 9 + "/三", "green", "", "a\nb", 3),
    ]
    for is_tree in (True, False):
        rows = CodebookRows(tags, {"2"}, is_tree=is_tree)
        shown = [rows.row(index, cells) for index in range(len(rows))]
        assert [runs[0][0] for runs in shown] == ["  ", "* ", "  "]
        assert shown[2][-1] == ("a b", "")
        assert (
            len({cell_width("".join(run[0] for run in one[:-1])) for one in shown}) == 1
        )


async def test_a_deleted_annotation_is_counted_no_more(
    session: Session, document: Document
) -> None:
    session.codebook.add("民生", key="1")
    app = PizhuApp(session, Settings())
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("q", "1")
        page = screen_of(app)
        assert [tag.uses for tag in page.codebook] == [1]
        await pilot.press("d")
        assert [tag.uses for tag in page.codebook] == [0]
        await pilot.press("u")
        await until(pilot, lambda: [tag.uses for tag in page.codebook] == [1])
