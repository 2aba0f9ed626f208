"""The table of annotations: searched, sorted, opened, tagged, exported."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Label

from annotations.model import Kind, Span
from tests.tui.conftest import screen_of, until
from tui.app import PizhuApp
from tui.screens.annotation_table import AnnotationTable
from tui.screens.reading import ReadingScreen
from tui.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from annotations.model import Document
    from annotations.session import Session


@pytest.fixture
def app(session: Session, document: Document) -> PizhuApp:
    for start, kind, speaker in (
        (8, Kind.QUOTE, "许敏"),
        (0, Kind.CLAIM, ""),
        (20, Kind.NOTE, "罗春山"),
    ):
        session.annotations.create(
            document.id, kind, [Span(start, start + 3)], speaker=speaker
        )
    return PizhuApp(session, Settings())


def stored(session: Session, document: Document) -> dict[Kind, tuple[str, ...]]:
    return {one.kind: one.tags for one in session.annotations.of_document(document.id)}


def says(app: PizhuApp) -> str:
    return str(app.screen.query_one("#says", Label).render())


async def opened(pilot: Pilot[None], app: PizhuApp) -> AnnotationTable:
    await pilot.press("vertical_line")
    await until(pilot, lambda: "3 annotations" in says(app))
    assert isinstance(app.screen, AnnotationTable)
    return app.screen


def kinds(table: AnnotationTable) -> str:
    return "".join(one.kind[0] for one in table._rows.annotations)


async def test_rows_are_searched_sorted_and_opened(
    app: PizhuApp, document: Document
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        table = await opened(pilot, app)
        assert kinds(table) == "qcn"
        await pilot.press("s")
        assert kinds(table) == "cqn"
        await pilot.press("S")
        assert kinds(table) == "nqc"
        await pilot.press("shift+tab", *"speaker:罗", "enter")
        await until(pilot, lambda: "1 annotation," in says(app))
        await pilot.press("enter")
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        current = screen.reader.current
        assert current is not None
        assert current.kind is Kind.NOTE


@pytest.mark.parametrize("key", ["/", "、", "／"])
async def test_what_is_searched_is_typed_behind_a_slash(
    app: PizhuApp, session: Session, document: Document, key: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        table = await opened(pilot, app)
        await pilot.press(key, *"kind:quote")
        await until(pilot, lambda: "1 annotation," in says(app))
        assert len(stored(session, document)) == 3
        await pilot.press("escape")
        assert app.screen is table
        assert table.table.has_focus
        await pilot.press("space")
        assert "1 marked" in says(app)
        await pilot.press("escape")
        assert isinstance(app.screen, ReadingScreen)


async def test_marked_rows_are_tagged_in_one_step(
    app: PizhuApp, session: Session, document: Document
) -> None:
    tag = session.codebook.add("交通").id
    async with app.run_test(size=(140, 40)) as pilot:
        await opened(pilot, app)
        await pilot.press("space", "space", "t", "enter")
        await until(pilot, lambda: "2 tagged" in says(app))
        assert stored(session, document) == {
            Kind.QUOTE: (tag,),
            Kind.CLAIM: (tag,),
            Kind.NOTE: (),
        }
        await pilot.press("u")
        await until(pilot, lambda: "Undone: tag several" in says(app))
        assert set(stored(session, document).values()) == {()}


async def test_a_tag_made_in_the_table_is_one_step_with_its_rows(
    app: PizhuApp, session: Session, document: Document
) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await opened(pilot, app)
        await pilot.press("space", "space", "t", *"new", "enter")
        await until(pilot, lambda: "2 tagged" in says(app))
        (tag,) = session.codebook.tags()
        assert (tag.path, tag.uses) == ("new", 2)
        await pilot.press("u")
        await until(pilot, lambda: "Undone: tag several" in says(app))
        assert session.codebook.tags() == ()
        assert set(stored(session, document).values()) == {()}


async def test_the_rows_that_are_shown_are_exported(
    app: PizhuApp, tmp_path: Path
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        table = await opened(pilot, app)
        await pilot.press("down", "space", "ctrl+e")
        table.field.value = str(tmp_path / "out.csv")
        await pilot.press("enter")
        await until(pilot, lambda: "Wrote 1 annotation " in says(app))
        with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
            assert [row["kind"] for row in csv.DictReader(file)] == ["claim"]


async def test_a_file_is_written_over_at_the_second_enter(
    app: PizhuApp, tmp_path: Path
) -> None:
    path = tmp_path / "out.csv"
    path.write_text("mine")
    async with app.run_test(size=(80, 24)) as pilot:
        table = await opened(pilot, app)
        await pilot.press("ctrl+e")
        table.field.value = str(path)
        await pilot.press("enter")
        again = "out.csv is there already; enter again overwrites it"
        assert again in says(app)
        table.field.value = f"{path}.old"
        table.field.value = str(path)
        await pilot.press("enter")
        assert again in says(app)
        assert path.read_text() == "mine"
        await pilot.press("enter")
        await until(pilot, lambda: "Wrote 3 annotations " in says(app))
        assert path.read_text("utf-8-sig").count("\n") == 4


async def test_a_wrong_query_is_said(app: PizhuApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app)
        await pilot.press("shift+tab", *"kind:x")
        await until(pilot, lambda: "one of: quote" in says(app))


async def test_the_table_is_shown_again_as_it_was_left(
    app: PizhuApp, session: Session, document: Document
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        table = await opened(pilot, app)
        await pilot.press("s", "S", "/", *"-kind:note", "enter")
        await until(pilot, lambda: "2 annotations, by document" in says(app))
        await pilot.press("down", "enter")
        for key in ("escape", "enter"):
            await pilot.press("vertical_line")
            await until(pilot, lambda: "2 annotations, by document" in says(app))
            table = app.screen  # type: ignore[assignment]
            assert isinstance(table, AnnotationTable)
            assert table.field.value == "-kind:note"
            assert (kinds(table), table.table.highlighted) == ("qc", 1)
            await pilot.press(key)
        # Left before its rows are there, it was left as before.
        await pilot.press("vertical_line", "escape")
        assert screen_of(app)._table_view == table.view
        # What does not belong there any more leaves its row to another.
        (claim,) = (
            one
            for one in session.annotations.of_document(document.id)
            if one.kind is Kind.CLAIM
        )
        session.annotations.create(document.id, Kind.QUOTE, [Span(1, 3)])
        session.annotations.delete(claim)
        await pilot.press("vertical_line")
        await until(pilot, lambda: "2 annotations, by document" in says(app))
        table = app.screen  # type: ignore[assignment]
        assert (kinds(table), table.table.highlighted) == ("qq", 1)
