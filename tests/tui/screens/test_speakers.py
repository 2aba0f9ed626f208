"""The registry on the screen: each key becomes one step that can be undone."""

from __future__ import annotations

from threading import get_ident
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input, Label

from annotations.model import Kind, Span
from annotations.store import speakers as speaker_rows
from tests.conftest import add_lost_quote
from tests.tui.conftest import screen_of, until
from tui.app import PizhuApp
from tui.screens import speakers
from tui.screens.reading import ReadingScreen
from tui.screens.speaker_form import SpeakerForm
from tui.screens.speaker_rows import QuoteRows
from tui.screens.speakers import Speakers
from tui.settings import Settings

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from annotations.model import Annotation, Document
    from annotations.records import Speaker
    from annotations.session import Session
    from annotations.store.project import Project


@pytest.fixture
def app(session: Session, document: Document) -> PizhuApp:
    for start, name in enumerate(("许敏", "许敏", "许主任", "罗春山")):
        session.annotations.create(
            document.id, Kind.QUOTE, [Span(start, start + 2)], speaker=name
        )
    return PizhuApp(session, Settings())


def counts(session: Session) -> dict[str, int]:
    return {one.name: one.quotes for one in session.speakers.every()}


def says(app: PizhuApp) -> str:
    return str(app.screen.query_one("#says", Label).render())


async def loaded(pilot: Pilot[None], app: PizhuApp) -> None:
    await until(pilot, lambda: "is quoted" in says(app))


async def test_a_filter_that_nobody_matches_says_so(app: PizhuApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("at")
        await loaded(pilot, app)
        await pilot.press("/", "z")
        assert says(app).startswith("Nobody matches")
        await pilot.press("backspace")
        assert "is quoted" in says(app)


async def test_without_speakers_there_is_nobody_to_match(session: Session) -> None:
    app = PizhuApp(session, Settings())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("at")
        await until(pilot, lambda: says(app) == "Nobody yet")


async def test_marked_speakers_become_the_highlighted_one(
    app: PizhuApp, session: Session
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("at")
        assert isinstance(app.screen, Speakers)
        await loaded(pilot, app)
        await pilot.press("m")
        await until(pilot, lambda: "nobody to merge" in says(app))
        await pilot.press("down", "space", "home", "m")
        await until(pilot, lambda: "Merged into 许敏" in says(app))
        assert sum(counts(session).values()) == 4
        assert len(counts(session)) == 2
        assert counts(session)["许敏"] == 3
        await pilot.press("u")
        await until(pilot, lambda: "Undone: merge speaker" in says(app))
        assert len(counts(session)) == 3
        await pilot.press("ctrl+r")
        assert len(counts(session)) == 2


async def test_marked_quotes_go_to_the_name_that_is_typed(
    app: PizhuApp, session: Session
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("at")
        await loaded(pilot, app)
        await pilot.press("s")
        assert "Mark quotes" in says(app)
        prompt = app.screen.query_one(Input)
        assert "part of a name" in prompt.placeholder
        await pilot.press("enter", "space", "s")
        assert prompt.placeholder == "whose is the marked quote? the name in full"
        await pilot.press("escape")
        assert "part of a name" in prompt.placeholder
        await pilot.press("s", *"许工", "enter")
        assert "part of a name" in prompt.placeholder
        await until(pilot, lambda: "Split off 许工" in says(app))
        assert counts(session)["许工"] == 1
        assert counts(session)["许敏"] == 1


async def test_fields_are_edited_in_a_form(app: PizhuApp, session: Session) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("at")
        await loaded(pilot, app)
        await pilot.press("e")
        assert isinstance(app.screen, SpeakerForm)
        app.screen.query_one("#role", Input).value = "主任"
        app.screen.query_one("#aliases", Input).value = "她；许女士;"
        await pilot.press("enter")
        await until(pilot, lambda: "Saved" in says(app))
        speaker = session.speakers.find("她")
        assert (speaker.name, speaker.role) == ("许敏", "主任")
        assert speaker.aliases == ("她", "许女士")


@pytest.mark.parametrize("key", ["/", "、", "／"])
async def test_what_is_filtered_is_typed_behind_a_slash(
    app: PizhuApp, session: Session, key: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("at", key, *"musum", "escape")
        assert isinstance(app.screen, Speakers)
        assert app.screen.query_one(Input).value == "musum"
        assert app.screen.people.has_focus
        assert sum(counts(session).values()) == 4
        await pilot.press("escape")
        assert isinstance(app.screen, ReadingScreen)


async def test_a_filter_and_a_quote_to_go_to(app: PizhuApp, session: Session) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("at")
        await loaded(pilot, app)
        await pilot.press("shift+tab", "罗")
        assert isinstance(app.screen, Speakers)
        assert len(app.screen._people) == 1
        await pilot.press("enter", "enter", "enter")
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        current = screen.reader.current
        assert current is not None
        assert current.speaker == "罗春山"


async def test_a_quote_whose_document_somebody_removed_has_no_title(
    session: Session, document: Document
) -> None:
    quote = session.annotations.create(document.id, Kind.QUOTE, [Span(0, 2)])
    rows = QuoteRows(session, [quote], set())
    session.documents.remove(document)
    (_, (title, _), (text, _)) = rows.row(0, 80)
    assert (title.strip(), text.strip()) == ("", "河埠")


async def test_a_quote_without_a_place_shows_its_words_and_is_not_gone_to(
    session: Session, document: Document
) -> None:
    lost, words = add_lost_quote(session)
    ((_, _), (title, _), (text, _)) = QuoteRows(session, [lost], set()).row(0, 80)
    assert (title.strip(), text.strip()) == ("河埠新桥通车", words)
    app = PizhuApp(session, Settings())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("at")
        await loaded(pilot, app)
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)
        assert "no place in the newer text" in app.screen.status.message
        assert app.screen.reader.current is None


async def test_quotes_are_read_as_far_as_one_walks(
    app: PizhuApp,
    session: Session,
    document: Document,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one = session.annotations.create(
        document.id, Kind.QUOTE, [Span(5, 14)], speaker="许敏"
    )
    monkeypatch.setattr(speakers, "_AT_ONCE", 2)
    async with app.run_test(size=(80, 24)) as pilot:
        monkeypatch.setattr(session.documents, "text", lambda _: pytest.fail("read"))
        await pilot.press("at")
        await loaded(pilot, app)
        screen = app.screen
        assert isinstance(screen, Speakers)
        assert screen.quotes.count == 2
        assert "许敏 is quoted 3 times" in says(app)
        await pilot.press("enter", "down")
        assert screen.quotes.count == 3
        # The break of a printed line and the end of a paragraph are no signs in a row.
        assert "车本报讯 河埠" in screen.quotes.render_line(2).text
        await pilot.press("end", "enter")
        assert screen_of(app).reader.current == one


async def test_speakers_are_counted_and_changed_in_a_thread(
    app: PizhuApp, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []
    every, annotations_of = speaker_rows.every, speaker_rows.annotations_of

    def counted(project: Project) -> list[Speaker]:
        threads.append(get_ident())
        return every(project)

    def given(project: Project, speaker_id: str) -> list[Annotation]:
        threads.append(get_ident())
        return annotations_of(project, speaker_id)

    monkeypatch.setattr(speaker_rows, "every", counted)
    monkeypatch.setattr(speaker_rows, "annotations_of", given)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("at")
        await loaded(pilot, app)
        await pilot.press("down", "space", "home", "m")
        await until(pilot, lambda: "Merged into 许敏" in says(app))
        assert len(threads) == 3
        assert get_ident() not in threads
    assert counts(session)["许敏"] == 3
