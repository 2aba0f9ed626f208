"""The main screen: a key becomes a session call, and the screen shows what is stored."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.app import App
from textual.widgets import Input, Static, TextArea

from annotations.model import Draft, Kind, Span, Status
from tests.conftest import source
from tui.app import PizhuApp
from tui.screens.annotation_form import AnnotationForm
from tui.screens.choice import Choice
from tui.screens.export_dialog import ExportDialog
from tui.screens.help import Help
from tui.screens.history import HistoryScreen
from tui.screens.reading import ReadingScreen
from tui.screens.tag_picker import TagPicker
from tui.settings import Settings
from tui.widgets.reader_view import ReaderView
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from annotations.model import Annotation, Document
    from annotations.session import Session

WIDE, NARROW = (140, 40), (80, 24)


def screen_of(app: PizhuApp) -> ReadingScreen:
    screen = app.screen
    assert isinstance(screen, ReadingScreen)
    return screen


def stored(session: Session, document: Document) -> list[Annotation]:
    return session.annotations.of_document(document.id)


@pytest.fixture
def app(session: Session, document: Document) -> PizhuApp:
    return PizhuApp(session, Settings())


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


async def test_a_note_is_stored_when_its_form_is_saved(
    app: PizhuApp, session: Session, document: Document
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("m")
        assert isinstance(app.screen, AnnotationForm)
        app.screen.query_one("#note", TextArea).text = "标题很平"
        assert stored(session, document) == []
        await pilot.press("ctrl+s")
        (made,) = stored(session, document)
        assert (made.kind, made.note) == (Kind.NOTE, "标题很平")


async def test_a_paste_goes_into_the_note_once_clean_and_bounded(
    app: PizhuApp,
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("m")
        note = app.screen.query_one("#note", TextArea)
        app.post_message(events.Paste("一\x1b]0;x\x07\r\n二"))
        await pilot.pause()
        assert note.text == "一␛]0;x␇\n二"
        note.text = ""
        app.post_message(events.Paste("长" * 1_000_000))
        await pilot.pause()
        assert set(note.text) == {"长"}
        assert 1000 <= len(note.text) <= 100_000


async def test_escape_leaves_a_form_without_a_trace(
    app: PizhuApp, session: Session, document: Document
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("m", "escape")
        assert isinstance(app.screen, ReadingScreen)
        await pilot.press("m", "a", "escape")
        assert isinstance(app.screen, AnnotationForm)
        await pilot.press("escape")
        assert isinstance(app.screen, ReadingScreen)
        assert stored(session, document) == []


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
        await pilot.press("7")
        assert "No tag has the key 7" in screen_of(app).status.message


async def test_the_form_edits_everything(
    app: PizhuApp, session: Session, document: Document
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("q", "e")
        form = app.screen
        for name, value in (
            ("speaker", "许敏"),
            ("role", "主任"),
            ("cue", "认为"),
            ("tags", "民生; 桥梁/新桥"),
        ):
            form.query_one(f"#{name}", Input).value = value
        form.query_one("#note", TextArea).text = "一\n二"
        form.query_one("#kind").focus()
        await pilot.press("right", "tab", "right", "ctrl+s")
        (one,) = stored(session, document)
        paths = [session.codebook.get(tag).path for tag in one.tags]
        assert (one.kind, one.type, one.speaker, one.role, one.cue, one.note) == (
            Kind.CLAIM,
            "statistic",
            "许敏",
            "主任",
            "认为",
            "一\n二",
        )
        assert sorted(paths) == ["桥梁/新桥", "民生"]


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
        await pilot.press("<")
        assert stored(session, document)[0].exact[0].endswith(grown)
        assert stored(session, document)[0].start < start
        await pilot.press(">", ",")
        assert stored(session, document)[0].exact[0] == "总算"
        await pilot.press("u", "u", "u", "u", "u")
        assert stored(session, document) == []
        await pilot.press("ctrl+r")
        assert stored(session, document)[0].exact[0] == "总算"


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


async def test_the_screen_hears_of_a_move_before_the_page_is_drawn(
    app: PizhuApp,
) -> None:
    # Else what it changes beside the text would be a second picture.
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert app.screen.message_queue_size == 0
        screen_of(app).reader.action_move_right()
        assert app.screen.message_queue_size == 1


async def test_all_panes_stand_where_there_is_room(app: PizhuApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = screen_of(app)
        assert screen.files.display
        assert screen.tags.display
        assert app.focused is screen.reader
        await pilot.resize_terminal(*NARROW)
        await pilot.pause()
        assert not screen.files.display
        assert not screen.tags.display
        await pilot.press("f2")
        await pilot.pause()
        assert screen.files.display
        assert app.focused is not screen.reader
        await pilot.press("escape")
        assert not screen.files.display
        assert app.focused is screen.reader


async def test_tab_goes_round_the_panes(app: PizhuApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        seen = []
        for _ in range(3):
            await pilot.press("tab")
            await pilot.pause()
            seen.append(app.focused.id if app.focused else None)
        assert seen == ["annotations", "documents", "reader"]


async def test_typing_filters_the_file_list(
    app: PizhuApp, session: Session, document: Document
) -> None:
    other = session.documents.add(source("别的正文。", path="/b.txt", title="旱塬新水"))
    async with app.run_test(size=WIDE) as pilot:
        files = screen_of(app).files
        files.query_one("#documents").focus()
        await pilot.press("h", "y", "x", "s")
        assert [one.document.id for one in files.shown] == [other.document.id]
        await pilot.press("enter")
        assert screen_of(app).reader.count == 0
        assert session.reading.last_document() in {None, document.id}
        assert stored(session, document) == []
        files.query_one("#documents").focus()
        await pilot.press("escape")
        assert len(files.shown) == 2


async def test_lines_as_printed_keep_the_place(session: Session) -> None:

    from annotations.model import Joins

    text = "第一行没有\n说完的话，\n后来说完了。\n\n第二段在这里。"
    wrapped = source(text)._replace(joins=Joins([Span(5, 6), Span(11, 12)]))
    session.documents.add(wrapped)
    app = PizhuApp(session, Settings())
    async with app.run_test(size=NARROW) as pilot:
        reader = screen_of(app).reader
        reader.select(Span(7, 15))
        await pilot.press("z")
        assert reader.selection == Span(7, 15)
        assert reader.cursor == 14
        lines = [reader.render_line(y).text.strip() for y in range(5)]
        assert lines == [
            "第一行没有",
            "说完的话，",
            "后来说完了。",
            "",
            "第二段在这里。",
        ]
        await pilot.press("z")
        assert reader.selection == Span(7, 15)
        assert reader.render_line(0).text.strip() == "第一行没有说完的话，后来说完了。"


async def test_place_and_document_are_kept(
    session: Session, document: Document, open_session: Callable[..., Session]
) -> None:
    app = PizhuApp(session, Settings())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("j", "j", "l", "l")
        place = screen_of(app).reader.cursor
        await pilot.press("ctrl+q")
    again = PizhuApp(open_session("lin"), Settings())
    async with again.run_test(size=WIDE):
        assert screen_of(again).reader.cursor == place > 0


async def test_others_work_shows_by_itself(
    app: PizhuApp, document: Document, open_session: Callable[..., Session]
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = screen_of(app)
        other = open_session("wang")
        other.annotations.create(document.id, Kind.QUOTE, [Span(0, 4)])
        screen._look_around()
        await pilot.pause()
        assert screen.reader.count == 1


async def test_nothing_in_one_document_lists_all_of_them_anew(
    app: PizhuApp,
    session: Session,
    document: Document,
    open_session: Callable[..., Session],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = session.documents.add(source("另一篇文章的正文。", path="/b.txt")).document
    async with app.run_test(size=WIDE) as pilot:
        screen = screen_of(app)

        def summaries(_: object) -> list[object]:
            raise AssertionError("all documents are listed")

        monkeypatch.setattr(type(session.documents), "summaries", summaries)
        await pilot.press("q", "u", "ctrl+r")
        await pilot.pause()
        theirs = open_session("wang")
        theirs.annotations.create(other.id, Kind.QUOTE, [Span(0, 4)])
        theirs.annotations.create(document.id, Kind.QUOTE, [Span(0, 4)])
        screen._look_around()
        await pilot.pause()
        counts = {one.document.id: one.quotes for one in screen.files.shown}
        assert counts == {document.id: 2, other.id: 1}
        assert screen.reader.count == 2


async def test_a_conflict_is_told_and_nothing_is_lost(
    app: PizhuApp,
    session: Session,
    document: Document,
    open_session: Callable[..., Session],
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("c")
        (mine,) = stored(session, document)
        theirs = open_session("wang").annotations.change(mine, note="王的")
        await pilot.press("x")
        assert isinstance(app.screen, Choice)
        question = str(app.screen.query_one("#question", Static).render())
        assert "status, yours: rejected" in question
        assert "note, theirs: 王的" in question
        assert stored(session, document) == [theirs]
        await pilot.press("escape")
        assert stored(session, document) == [theirs]
        assert screen_of(app).reader.current == theirs


async def test_one_may_put_ones_own_over_it(
    app: PizhuApp,
    session: Session,
    document: Document,
    open_session: Callable[..., Session],
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("c", "e")
        assert isinstance(app.screen, AnnotationForm)
        (mine,) = stored(session, document)
        open_session("wang").annotations.change(mine, note="王的", speaker="许敏")
        app.screen.query_one("#note", TextArea).text = "林的"
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, Choice)
        await pilot.press("m")
        await pilot.pause()
        (after,) = stored(session, document)
        assert (after.note, after.speaker) == ("林的", "许敏")


async def test_what_somebody_deleted_is_said(
    app: PizhuApp,
    session: Session,
    document: Document,
    open_session: Callable[..., Session],
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("c")
        open_session("wang").annotations.delete(stored(session, document)[0])
        await pilot.press("x")
        assert "somebody else has deleted" in screen_of(app).status.message
        assert screen_of(app).reader.current is None


async def test_the_history_shows_steps_and_takes_any_of_them_back(
    app: PizhuApp, session: Session, document: Document
) -> None:
    first = session.annotations.create(document.id, Kind.QUOTE, [Span(0, 4)])
    second = session.annotations.create(document.id, Kind.CLAIM, [Span(26, 40)])
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("U")
        assert isinstance(app.screen, HistoryScreen)
        rows = app.screen.query_one(VirtualList)
        assert "mark a claim" in rows.render_line(0).text
        await pilot.press("down", "u")
        assert stored(session, document) == [second]
        details = app.screen.query_one("#details", Static)
        assert "Taken back: mark a quote" in str(details.render())
        await pilot.press("down", "down", "u")
        assert "Taken back: add" not in str(details.render())
        await pilot.press("home", "down", "enter")
        reader = screen_of(app).reader
        assert reader.current == second
        assert reader.count == 1
    assert first not in stored(session, document)


async def test_a_form_that_was_cut_off_is_taken_up_again(
    app: PizhuApp, session: Session, document: Document
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("m", *"abc")
        assert isinstance(app.screen, AnnotationForm)
        app.screen.keep_draft()
    assert stored(session, document) == []
    again = PizhuApp(session, Settings())
    async with again.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert isinstance(again.screen, AnnotationForm)
        assert again.screen.query_one("#note", TextArea).text == "abc"
        await pilot.press("d", "ctrl+s")
        await pilot.pause()
        (made,) = stored(session, document)
        assert (made.note, made.kind) == ("abcd", Kind.NOTE)
        assert session.drafts.all() == []


async def test_a_draft_of_what_is_gone_is_forgotten(
    app: PizhuApp, session: Session, document: Document
) -> None:
    session.drafts.keep(Draft(document.id, "gone", (Span(0, 4),), {"note": "x"}))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)
        assert session.drafts.all() == []


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
        assert "Wrote 1 annotations" in screen_of(app).status.message


async def test_a_long_list_comes_after_the_text(
    session: Session, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = session.documents.add(source("另一篇。", "other.txt")).document
    monkeypatch.setattr("annotations.store.documents._LONG", 0)
    app = PizhuApp(session, Settings())
    async with app.run_test(size=WIDE) as pilot:
        assert screen_of(app).reader.cursor == 0
        await app.workers.wait_for_complete()
        await pilot.pause()
        shown = [one.document.id for one in screen_of(app).files.shown]
        assert shown == [document.id, other.id]
        await pilot.press("r", "l")
        assert session.documents.text(other.id).text.startswith("另")
        assert app.screen.query_one(ReaderView).units.character_at(0) == Span(0, 1)
        screen_of(app).keep_place()
        assert session.reading.last_document() == other.id


async def test_help_lists_every_key(app: PizhuApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("?")
        assert isinstance(app.screen, Help)
        await pilot.press("escape")
        assert isinstance(app.screen, ReadingScreen)


async def test_nothing_hostile_is_drawn(session: Session) -> None:
    attack = "正文\x1b]0;坏\x07\x1b[2J\x9b31m\u202e反\n"
    session.documents.add(source(attack, path="/\x1b[2J.txt", title="题\x1b[31m"))
    session.codebook.add("标\x1b[5m签")
    app = PizhuApp(session, Settings())
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("c", "t", "escape", "e")
        await pilot.pause()
        for screen in app.screen_stack:
            for y in range(WIDE[1]):
                for widget in screen.query("*"):
                    if y < widget.size.height:
                        text = widget.render_line(y).text
                        assert "\x1b" not in text
                        assert "\x9b" not in text
                        assert "\u202e" not in text


async def test_motions_and_selection_in_a_long_document(session: Session) -> None:
    text = "\n\n".join(
        f"第{n}段说新桥通车。“大家都很高兴。”居民说。" for n in range(300)
    )
    session.documents.add(source(text))
    app = PizhuApp(session, Settings())
    async with app.run_test(size=NARROW) as pilot:
        reader = app.screen.query_one(ReaderView)
        await pilot.press("G")
        assert reader.cursor == len(text) - 1
        await pilot.press("g", "}", ")")
        assert text[reader.cursor :].startswith("“大家都很高兴。”")
        await pilot.press("s")
        assert reader.selection is not None
        assert text[reader.selection.start : reader.selection.end] == "“大家都很高兴。”"
        await pilot.press("escape", "pagedown", "pagedown", "pageup")
        assert reader.selection is None
        await pilot.press("home")
        start = reader.cursor
        await pilot.press("end", "l")
        assert reader.cursor > start
        await pilot.press("shift+right", "shift+right")
        assert reader.selection is not None
        assert len(reader.selection) == 3


async def test_keys_can_be_remapped(session: Session, document: Document) -> None:
    app = PizhuApp(session, Settings(keys={"reading.claim": "Q,f12"}))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("c")
        assert stored(session, document) == []
        await pilot.press("Q", "f12")
        assert [one.kind for one in stored(session, document)] == [Kind.CLAIM] * 2


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


@pytest.mark.parametrize(
    "keys",
    [
        ("j", "m"),
        ("j", "q", "e"),
        ("j", "q", "t"),
        ("j", "q", "p"),
        ("ctrl+p",),
        ("ctrl+e",),
        ("ctrl+f",),
        ("slash",),
        ("at",),
        ("vertical_line", "slash"),
        ("f5", "slash"),
    ],
)
async def test_no_cursor_blinks_where_one_types(
    app: PizhuApp, keys: tuple[str, ...]
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        fields = [*app.screen.query(Input), *app.screen.query(TextArea)]
        assert fields
        # An idle screen sends nothing.
        assert not [one for one in fields if one.has_focus and one.cursor_blink]


async def test_other_work_has_its_turn_between_two_keys(
    app: PizhuApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = 0
    take = App.on_event

    async def count(self: App[None], event: events.Event) -> None:
        nonlocal taken
        taken += isinstance(event, events.Key)
        await take(self, event)

    async with app.run_test(size=NARROW) as pilot:
        monkeypatch.setattr(App, "on_event", count)
        seen: list[int] = []
        for _ in range(20):
            app.post_message(events.Key("l", "l"))
        asyncio.get_running_loop().call_soon(lambda: seen.append(taken))
        await pilot.pause()
        # A signal, say, does not wait for the last of them.
        assert seen[0] <= 1
        assert taken >= 20


async def test_what_is_typed_after_leaving_does_nothing(
    app: PizhuApp, session: Session, document: Document
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        for key, character in (("j", "j"), ("ctrl+q", None), ("q", "q"), ("c", "c")):
            app.post_message(events.Key(key, character))
        await pilot.pause()
    assert session.annotations.of_document(document.id) == []
