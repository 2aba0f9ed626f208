"""A long document is shown before all of it is read, and nobody can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from annotations.model import Kind, Span, Status
from annotations.store import beginnings, documents
from tests.conftest import source
from tests.tui.conftest import NARROW, WIDE, screen_of
from tui.app import PizhuApp
from tui.screens.reading import ReadingScreen
from tui.screens.review import ReviewScreen
from tui.settings import Settings
from tui.widgets.page import Page

if TYPE_CHECKING:
    from annotations.model import Annotation, Document
    from annotations.session import Session

LINES = "".join(f"第{number}段，新桥通车了。\n" for number in range(900))


@pytest.fixture
def long(session: Session, monkeypatch: pytest.MonkeyPatch) -> Document:
    """A document of which 2,000 to 8,000 code points are read at first."""
    monkeypatch.setattr(beginnings, "_ENOUGH", 2000)
    return session.documents.add(source(LINES)).document


@pytest.fixture
def happened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """``read`` for each time that a whole text is read, ``drawn`` for each picture."""
    noted: list[str] = []
    for where, name, what in (
        (documents, "whole", "read"),
        (Page, "render_lines", "drawn"),
    ):

        def note(
            *known: object, what: str = what, do: object = getattr(where, name)
        ) -> object:
            noted.append(what)
            return do(*known)  # type: ignore[operator]

        monkeypatch.setattr(where, name, note)
    return noted


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_rest_is_read_after_the_first_picture_and_changes_nothing(
    session: Session, long: Document, happened: list[str], size: tuple[int, int]
) -> None:
    session.annotations.create(long.id, Kind.QUOTE, [Span(2, 9)])
    app = PizhuApp(session, Settings())
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert happened.count("read") == 1
        assert happened[0] == "drawn"
        assert happened[-1] == "read"
        reader, status = screen_of(app).reader, screen_of(app).status
        assert f"{reader.end / len(LINES):.0%}" in status.render_line(0).text
        document = screen_of(app).document
        assert document is not None
        assert document.text == document.view(is_physical=True).source == LINES


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (Kind.QUOTE, Status.ACCEPTED),
        (Kind.NOTE, Status.ACCEPTED),
        (Kind.CLAIM, Status.REJECTED),
    ],
)
async def test_many_annotations_of_any_kind_are_read_after_the_first_picture(
    session: Session,
    document: Document,
    happened: list[str],
    monkeypatch: pytest.MonkeyPatch,
    kind: Kind,
    status: Status,
) -> None:
    def of_document(*known: Any) -> list[Annotation]:
        happened.append("annotations")
        return read(*known)

    read = type(session.annotations).of_document
    monkeypatch.setattr(type(session.annotations), "of_document", of_document)
    monkeypatch.setattr("tui.screens.document._AT_ONCE", 3)
    for start in range(4):
        span = Span(start, start + 2)
        session.annotations.create(document.id, kind, [span], status=status)
    app = PizhuApp(session, Settings())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert happened.index("annotations") > happened.index("drawn")
        shown = screen_of(app).document
        assert shown is not None
        assert len(shown.annotations) == 4


async def test_at_a_place_far_down_it_is_read_before(
    session: Session, long: Document, happened: list[str]
) -> None:
    session.reading.keep(long.id, LINES.index("第800段"))
    app = PizhuApp(session, Settings())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        reader = screen_of(app).reader
        assert happened.count("read") == 1
        assert happened[0] == "read"
        rows = [reader.render_line(y).text for y in range(20)]
        assert any("第800段" in row for row in rows)


async def test_a_key_that_comes_before_the_rest_finds_all_of_it(
    session: Session, long: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As if nothing were read before somebody asks for it.
    monkeypatch.setattr(PizhuApp, "call_after_refresh", lambda *_: True)
    monkeypatch.setattr(ReadingScreen, "call_after_refresh", lambda *_: True)
    app = PizhuApp(session, Settings())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("G")
        assert screen_of(app).reader.cursor == len(LINES) - 2


async def test_a_page_under_review_is_whole_when_one_comes_back(
    session: Session, long: Document
) -> None:
    app = PizhuApp(session, Settings(), review="")
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, ReviewScreen)
        await pilot.press("f5", "G")
        await pilot.pause()
        assert screen_of(app).reader.cursor == len(LINES) - 2
