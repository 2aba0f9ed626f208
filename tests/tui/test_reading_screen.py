"""The main screen: a key becomes a session call, and the screen shows what is stored."""

from __future__ import annotations

from threading import get_ident
from typing import TYPE_CHECKING

from textual.widgets import Input, Label

from annotations.model import Kind, Span, Status
from annotations.suggest.names import nearby
from tests.conftest import source
from tests.tui.conftest import NARROW, WIDE, screen_of, stored, until
from tui.app import PizhuApp
from tui.screens.export_dialog import ExportDialog
from tui.screens.tag_picker import TagPicker
from tui.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from annotations.model import Document
    from annotations.session import Session


async def test_q_marks_the_quotation_under_the_cursor(
    app: PizhuApp, session: Session, document: Document
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        reader = screen_of(app).reader
        reader.go_to(session.documents.text(document.id).text.index("绕路"))
        await pilot.press("q")
        (made,) = stored(session, document)
        assert made.exact == ("“等了六年，总算不用绕路了。”",)
        assert (made.kind, made.type, made.status) == (
            Kind.QUOTE,
            "direct",
            Status.ACCEPTED,
        )
        assert reader.current == made
        assert "Saved: quote" in screen_of(app).status.message


async def test_c_marks_the_sentence_and_the_selection_comes_first(
    app: PizhuApp, session: Session, document: Document
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        text = session.documents.text(document.id).text
        reader = screen_of(app).reader
        reader.go_to(text.index("据统计"))
        await pilot.press("c")
        await pilot.press("v", "l", "l", "c")
        assert [one.exact[0] for one in stored(session, document)] == [
            "据统计，日均车流达3.2万辆。",
            "据统计",
        ]
        assert reader.selection is None


async def test_tags_by_key_picker_and_new(
    app: PizhuApp, session: Session, document: Document
) -> None:
    tag = session.codebook.add("民生/交通", key="1")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("c", "1")
        assert stored(session, document)[0].tags == (tag.id,)
        assert screen_of(app).status.message == "Tagged 民生/交通"
        await pilot.press("1")
        assert screen_of(app).status.message == "No longer 民生/交通"
        assert stored(session, document)[0].tags == ()
        await pilot.press("t", *"msjt", "enter")
        assert stored(session, document)[0].tags == (tag.id,)
        await pilot.press("t")
        assert isinstance(app.screen, TagPicker)
        app.screen.query_one(Input).value = "桥梁/新桥"
        await pilot.pause()
        await pilot.press("enter")
        made = session.codebook.by_path("桥梁/新桥")
        assert made is not None
        assert set(stored(session, document)[0].tags) == {tag.id, made.id}
        assert screen_of(app).status.message == "Tags: 民生/交通; 桥梁/新桥"
        await pilot.press("7")
        said = "No tag has the key 7; t makes one on a free key"
        assert screen_of(app).status.message == said
        await pilot.press("2")
        assert screen_of(app).status.message == "No longer 桥梁/新桥"


async def test_edges_move_by_words_and_undo_brings_them_back(
    app: PizhuApp, session: Session, document: Document
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = screen_of(app)
        text = session.documents.text(document.id).text
        start = text.index("总算")
        screen.reader.select(Span(start, start + 2))
        await pilot.press("q", ".")
        await app.workers.wait_for_complete()
        await pilot.pause()
        grown = stored(session, document)[0].exact[0]
        assert grown.startswith("总算")
        assert len(grown) > 2
        assert screen.status.message == f"Ends now: {grown}"
        await pilot.press("<")
        assert stored(session, document)[0].exact[0].endswith(grown)
        assert stored(session, document)[0].start < start
        said = f"Starts now: {stored(session, document)[0].exact[0]}"
        assert screen.status.message == said
        await pilot.press(">", ",")
        assert stored(session, document)[0].exact[0] == "总算"
        await pilot.press("u", "u", "u", "u", "u")
        assert stored(session, document) == []
        await pilot.press("ctrl+r")
        assert stored(session, document)[0].exact[0] == "总算"


SPLIT = "“今年收成好，”李四说，“明年会更好。”众人点头。“大家放心。”"


async def test_a_quote_around_its_speaker_gets_its_parts_one_by_one(
    app: PizhuApp, session: Session
) -> None:
    split = session.documents.add(source(SPLIT, "/split.txt")).document

    def parts() -> list[list[str]]:
        found = stored(session, split)
        return [[SPLIT[one.start : one.end] for one in each.spans] for each in found]

    async with app.run_test(size=NARROW) as pilot:
        screen = screen_of(app)
        screen.open_document(split.id, SPLIT.index("明"))
        await pilot.press("&")
        assert "no quote stands before this" in screen.status.message
        await pilot.press("home", "q", "&")
        assert "this quote holds some of that already" in screen.status.message
        screen.reader.go_to(SPLIT.index("明"))
        await pilot.press("&")
        assert parts() == [["“今年收成好，”", "“明年会更好。”"]]
        said = "Second part of: “今年收成好，”; u takes it back"
        assert screen.status.message == said
        screen.open_document(split.id, SPLIT.index("众"))
        await pilot.press("v", "l", "＆")
        assert parts()[0][2:] == ["众人"]
        assert "Third part of: “今年收成好，”……" in screen.status.message
        screen.reader.go_to(SPLIT.index("大"))
        await pilot.press("q", "u", "alt+q")
        assert parts()[0][3:] == ["“大家放心。”"]
        await pilot.press("u", "u", "u")
        assert parts() == [["“今年收成好，”"]]


async def test_delete_accept_reject_and_undo(
    app: PizhuApp, session: Session, document: Document
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("c", "x")
        assert stored(session, document)[0].status is Status.REJECTED
        assert screen_of(app).reader.count == 0
        await pilot.press("u", "d")
        assert stored(session, document) == []
        await pilot.press("u")
        assert stored(session, document)[0].status is Status.ACCEPTED
        await pilot.press("d", "d")
        assert "No annotation here" in screen_of(app).status.message


async def test_walking_over_annotations(
    app: PizhuApp, session: Session, document: Document
) -> None:
    spans = [Span(0, 4), Span(12, 20), Span(30, 35)]
    for span in spans:
        session.annotations.create(document.id, Kind.CLAIM, [span])
    async with app.run_test(size=WIDE) as pilot:
        reader = screen_of(app).reader
        seen = []
        for key in ("]", "]", "]", "[", "["):
            await pilot.press(key)
            seen.append(reader.cursor)
        assert seen == [12, 30, 30, 12, 0]


async def test_export_writes_the_file(
    app: PizhuApp, document: Document, tmp_path: Path
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("c", "ctrl+e")
        assert isinstance(app.screen, ExportDialog)
        path = tmp_path / "out.csv"
        app.screen.query_one("#path", Input).value = str(path)
        app.screen.query_one("#kinds", Input).value = "claim"
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert path.read_text("utf-8-sig").count("\n") == 2
        assert "Wrote 1 annotation " in screen_of(app).status.message


async def test_an_export_tells_what_it_would_write_and_over_what(
    app: PizhuApp, document: Document, tmp_path: Path
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("c", "q", "ctrl+e")
        dialog = app.screen

        def said(name: str) -> str:
            return str(dialog.query_one(name, Label).render())

        await until(pilot, lambda: "2 annotations will be written" in said("#count"))
        dialog.query_one("#statuses", Input).value = "accepted done"
        await pilot.press("enter")
        assert said("#wrong") == (
            "no status is called done;"
            " choose from suggested, accepted, rejected, flagged"
        )
        await until(pilot, lambda: not said("#count"))
        dialog.query_one("#statuses", Input).value = ""
        dialog.query_one("#kinds", Input).value = "claim"
        await until(pilot, lambda: "1 annotation will be written" in said("#count"))
        for name in ("one.csv", "two.csv"):
            (tmp_path / name).write_text("mine")
            dialog.query_one("#path", Input).value = str(tmp_path / name)
            await pilot.press("enter")
            again = f"{name} is there already; enter again overwrites it"
            assert said("#wrong") == again
            assert app.screen is dialog
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        assert (tmp_path / "one.csv").read_text() == "mine"
        assert (tmp_path / "two.csv").read_text("utf-8-sig").count("\n") == 2


async def test_what_is_no_choice_of_documents_exports_nothing(
    app: PizhuApp, document: Document, tmp_path: Path
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("c", "ctrl+e")
        dialog = app.screen
        path = tmp_path / "out.csv"
        dialog.query_one("#path", Input).value = str(path)
        dialog.query_one("#documents", Input).value = "thsi"
        await pilot.press("enter")
        assert app.screen is dialog
        wrong = dialog.query_one("#wrong", Label)
        assert "no documents: thsi; empty for all, or: this" in str(wrong.render())
        dialog.query_one("#documents", Input).value = "this"
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        assert path.read_text("utf-8-sig").count("\n") == 2


async def test_an_export_of_this_needs_an_open_document(session: Session) -> None:
    app = PizhuApp(session, Settings())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("ctrl+e")
        app.screen.query_one("#documents", Input).value = "this"
        await pilot.press("enter")
        wrong = app.screen.query_one("#wrong", Label)
        assert "no document is open" in str(wrong.render())


async def test_s_suggests_for_the_document_and_one_key_decides(
    app: PizhuApp, session: Session, document: Document
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("S")
        await app.workers.wait_for_complete()
        await pilot.pause()
        found = stored(session, document)
        assert {one.status for one in found} == {Status.SUGGESTED}
        assert f"{len(found)} suggested" in screen_of(app).status.message
        first = screen_of(app).reader.current
        assert first is not None
        await pilot.press("a")
        assert session.annotations.get(first.id).status is Status.ACCEPTED
        await pilot.press("S")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "0 suggested" in screen_of(app).status.message
        assert len(stored(session, document)) == len(found)


async def test_marking_where_a_suggestion_stands_accepts_it(
    app: PizhuApp, session: Session, document: Document
) -> None:
    text = session.documents.text(document.id).text
    first, last = text.index("“等"), text.index("许敏")
    quote = Span(first, text.index("”") + 1)
    suggested = session.annotations.create(
        document.id,
        Kind.QUOTE,
        [quote, Span(last, last + 2)],
        status=Status.SUGGESTED,
        origin="rule:direct@1",
        speaker="罗春山",
        cue="说",
    )
    async with app.run_test(size=NARROW) as pilot:
        screen = screen_of(app)
        screen.reader.go_to(first + 2)
        await pilot.press("q")
        (one,) = stored(session, document)
        assert one == suggested._replace(
            status=Status.ACCEPTED, updated_at=one.updated_at
        )
        assert screen.reader.current == one
        assert screen.status.message == (
            "Accepted: quote “等了六年，总算不用绕路了。”……许敏; u takes it back"
        )
        # Another kind on the same words is something else.
        await pilot.press("s", "c")
        assert len(stored(session, document)) == 2


async def test_a_mark_of_a_sentence_takes_the_suggestion_made_of_it(
    app: PizhuApp, session: Session, document: Document
) -> None:
    text = session.documents.text(document.id).text
    first = text.index("据统计") + 4
    last = text.index("3.2万辆") + 5
    suggested = session.annotations.create(
        document.id,
        Kind.CLAIM,
        [Span(first, last)],
        status=Status.SUGGESTED,
        origin="rule:claim.statistic@1",
        type="statistic",
    )
    async with app.run_test(size=NARROW) as pilot:
        screen = screen_of(app)
        screen.reader.go_to(first + 1)
        await pilot.press("c")
        (one,) = stored(session, document)
        assert (one.id, one.status) == (suggested.id, Status.ACCEPTED)
        # Outside of it, and once it is decided, the sentence is marked.
        await pilot.press("c")
        assert len(stored(session, document)) == 2


async def test_what_stands_there_is_not_marked_again(
    app: PizhuApp, session: Session, document: Document
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        screen = screen_of(app)
        screen.reader.go_to(session.documents.text(document.id).text.index("据统计"))
        await pilot.press("c")
        await pilot.press("s", "c")
        (one,) = stored(session, document)
        assert screen.status.message == (
            "There already: claim 据统计，日均车流达3.2万辆。; e edits it"
        )
        assert (screen.reader.current, screen.reader.selection) == (one, None)


async def test_a_selection_reaches_to_the_next_annotation(
    app: PizhuApp, session: Session, document: Document
) -> None:
    for span in (Span(12, 20), Span(30, 35)):
        session.annotations.create(document.id, Kind.CLAIM, [span])
    async with app.run_test(size=WIDE) as pilot:
        reader = screen_of(app).reader
        await pilot.press("v", "]", "]")
        assert reader.selection == Span(0, 31)
        await pilot.press("[")
        assert reader.selection == Span(0, 13)


async def test_an_edge_that_can_go_no_further_says_so(
    app: PizhuApp, session: Session, document: Document
) -> None:
    session.annotations.create(document.id, Kind.CLAIM, [Span(0, 1)])
    async with app.run_test(size=WIDE) as pilot:
        status = screen_of(app).status
        await pilot.press(",")
        await until(pilot, lambda: status.message == "It cannot end any earlier")
        await pilot.press("<")
        assert status.message == "It cannot start any earlier"
        (one,) = stored(session, document)
        assert (one.spans, len(session.history.steps(9))) == ((Span(0, 1),), 2)
        # A selection is told of in the same way.
        await pilot.press("v", ">")
        assert status.message == "It cannot start any later"
        await pilot.press(".")
        assert status.message == "Ends now: 河埠"


async def test_an_input_method_that_is_on_is_told(
    app: PizhuApp, document: Document
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        status = screen_of(app).status
        for key in ("１", "ｑ", "引"):
            status.hush()
            await pilot.press(key)
            assert status.message.startswith("An input method seems to be on")
        await pilot.press("j", "。")
        assert "No annotation here" in status.message
        status.hush()
        await pilot.press("Z", "f3", "ｄ")
        assert status.message.startswith("An input method seems to be on")


async def test_names_are_made_ready_beside_the_interface(
    app: PizhuApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []
    monkeypatch.setattr("tui.screens.reading._NAMES_AFTER", 0.01)
    monkeypatch.setattr(nearby, "make_ready", lambda: threads.append(get_ident()))
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: threads != [])
    assert get_ident() not in threads
