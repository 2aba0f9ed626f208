"""Notes and the form: what is typed is kept until it is stored or thrown away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.widgets import Input, Label, TextArea

from annotations.errors import StorageError
from annotations.model import Draft, Kind, Span
from tests.conftest import STORY, source
from tests.tui.conftest import NARROW, WIDE, screen_of, stored
from tui.app import PizhuApp
from tui.screens.annotation_form import AnnotationForm
from tui.screens.reading import ReadingScreen
from tui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from annotations.model import Document
    from annotations.session import Session


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


async def test_the_form_keeps_a_tag_whose_name_holds_what_stands_between_tags(
    app: PizhuApp,
    session: Session,
    document: Document,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as before:
        before.setattr("annotations.session.codebook.BETWEEN_TAGS", "")
        older = session.codebook.add("甲;乙")
    session.annotations.create(document.id, Kind.QUOTE, [Span(0, 4)], tags=[older.id])
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("e", "x", "ctrl+s")
        (one,) = stored(session, document)
        assert (one.speaker, one.tags) == ("x", (older.id,))
        await pilot.press("e")
        app.screen.query_one("#tags", Input).value += "; 丙"
        await pilot.press("ctrl+s")
        (one,) = stored(session, document)
        paths = [session.codebook.get(tag).path for tag in one.tags]
        assert paths == ["甲;乙", "丙"]


async def test_a_note_is_never_cut_when_it_is_saved(
    app: PizhuApp, session: Session, document: Document
) -> None:
    long = "字" * 12_000
    place = [Span(0, 4)]
    session.annotations.create(
        document.id, Kind.NOTE, place, note=long, role=long, cue=long
    )
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("e")
        app.screen.query_one("#speaker", Input).value = "许敏"
        await pilot.press("ctrl+s")
        (one,) = stored(session, document)
        assert one.speaker == "许敏"
        assert (one.note, one.role, one.cue) == (long, long, long)
        await pilot.press("e")
        note = app.screen.query_one("#note", TextArea)
        note.text = long + "多"
        await pilot.press("ctrl+s")
        said = str(app.screen.query_one("#asked", Label).render())
        assert said == "! the note has 12001 characters; shorten it to 12000"
        assert note.text == long + "多"
        note.text = long[1:]
        await pilot.press("ctrl+s")
        (one,) = stored(session, document)
        assert one.note == long[1:]


async def test_a_paste_that_a_note_has_no_room_for_is_cut_and_told(
    app: PizhuApp,
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("m")
        note = app.screen.query_one("#note", TextArea)
        note.text = "字" * 9_999
        note.move_cursor(note.document.end)
        app.post_message(events.Paste("长短"))
        await pilot.pause()
        assert note.text == "字" * 9_999 + "长"
        said = str(app.screen.query_one("#asked", Label).render())
        assert said == "Cut: a note holds 10000 characters."


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


async def test_a_draft_that_cannot_be_forgotten_is_told(
    app: PizhuApp,
    session: Session,
    document: Document,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(_: object, __: str) -> None:
        raise StorageError("not saved: disk is full")

    session.drafts.keep(Draft(document.id, "gone", (Span(0, 4),), {"note": "x"}))
    monkeypatch.setattr(type(session.drafts), "discard", full)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert screen_of(app).status.message == "not saved: disk is full"


async def test_a_note_goes_nowhere_else_when_its_document_is_removed(
    app: PizhuApp,
    session: Session,
    document: Document,
    open_session: Callable[..., Session],
) -> None:
    other = session.documents.add(source("另一篇文章的正文。", path="/b.txt")).document
    async with app.run_test(size=NARROW) as pilot:
        screen = screen_of(app)
        screen.open_document(other.id)
        await pilot.press("m", *"abc")
        wang = open_session("wang")
        wang.documents.remove(other)
        screen._look_around()
        await pilot.pause()
        assert screen.document_id == document.id
        await pilot.press("ctrl+s")
        assert stored(session, document) == []
        assert "the document was removed" in screen.status.message


async def test_a_note_goes_to_its_own_document_whatever_is_open(
    app: PizhuApp, session: Session, document: Document
) -> None:
    other = session.documents.add(source("另一篇文章的正文。", path="/b.txt")).document
    async with app.run_test(size=NARROW) as pilot:
        screen = screen_of(app)
        await pilot.press("m", *"abc")
        screen.open_document(other.id)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert [one.note for one in stored(session, document)] == ["abc"]
        assert stored(session, other) == []
        await pilot.press("v", "l", "c")
        assert screen.reader.current is not None


async def test_a_draft_of_a_note_is_taken_up_where_its_words_are_now(
    session: Session, document: Document
) -> None:
    start = STORY.index("罗春山")
    seen = session.documents.text_id(document.id)
    fields = {"note": "查", "text_id": seen}
    span = Span(start, start + 3)
    session.drafts.keep(Draft(document.id, "", (span,), fields))
    session.documents.update(document, source("更正启事\n\n" + STORY))
    app = PizhuApp(session, Settings())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, AnnotationForm)
        await pilot.press("ctrl+s")
        await pilot.pause()
        (made,) = stored(session, document)
        assert (made.exact, made.note) == (("罗春山",), "查")
        assert session.drafts.all() == []


async def test_a_draft_of_a_removed_document_is_written_nowhere_else(
    app: PizhuApp, session: Session, document: Document
) -> None:
    other = session.documents.add(source("另一篇文章的正文。", path="/b.txt")).document
    session.drafts.keep(Draft(other.id, "", (Span(0, 2),), {"note": "x"}))
    session.documents.remove(other)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert screen_of(app).document_id == document.id
        assert "is dropped" in screen_of(app).status.message


async def test_the_form_stays_with_what_was_typed_when_saving_is_refused(
    app: PizhuApp, session: Session, document: Document
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("q", "e")
        (before,) = stored(session, document)
        form = app.screen
        form.query_one("#tags", Input).value = "新甲; 产业//就业"
        form.query_one("#note", TextArea).text = "写了很久"
        await pilot.press("ctrl+s")
        assert app.screen is form
        assert "is no name for a tag" in str(form.query_one("#asked").render())
        assert "is no name for a tag" in screen_status(app)
        assert form.query_one("#note", TextArea).text == "写了很久"
        assert stored(session, document) == [before]
        assert session.codebook.tags() == ()
        (draft,) = session.drafts.all()
        assert draft.fields["note"] == "写了很久"
        form.query_one("#tags", Input).value = "新甲; 产业/就业"
        await pilot.press("ctrl+s")
        await pilot.pause()
        (after,) = stored(session, document)
        paths = {session.codebook.get(tag).path for tag in after.tags}
        assert (after.note, paths) == ("写了很久", {"新甲", "产业/就业"})
        assert session.drafts.all() == []
        assert screen_of(app).status.message == "Saved: quote 河埠新桥通车"
        await pilot.press("u")
        assert stored(session, document) == [before]
        assert session.codebook.tags() == ()


async def test_a_refusal_is_not_told_any_more_when_the_form_is_left(
    app: PizhuApp, session: Session, document: Document
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("q", "e")
        app.screen.query_one("#tags", Input).value = "坏//x"
        await pilot.press("ctrl+s", "escape")
        assert isinstance(app.screen, AnnotationForm)
        await pilot.press("escape")
        await pilot.pause()
        assert screen_of(app).status.message == ""
        assert session.drafts.all() == []
        await pilot.press("e", "ctrl+s")
        await pilot.pause()
        assert screen_of(app).status.message == "Nothing was changed"


async def test_the_form_stays_when_somebody_has_deleted_the_annotation(
    app: PizhuApp,
    session: Session,
    document: Document,
    open_session: Callable[..., Session],
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("q", "e", *"abc")
        (one,) = stored(session, document)
        wang = open_session("wang")
        wang.annotations.delete(one)
        await pilot.press("ctrl+s")
        form = app.screen
        assert isinstance(form, AnnotationForm)
        assert "has deleted this annotation" in screen_status(app)
        assert [draft.fields for draft in session.drafts.all()] == [{"speaker": "abc"}]
        wang.history.undo()
        await pilot.press("ctrl+s")
        await pilot.pause()
        (after,) = stored(session, document)
        assert after.speaker == "abc"


async def test_a_conflict_that_is_not_answered_leads_back_to_the_form(
    app: PizhuApp,
    session: Session,
    document: Document,
    open_session: Callable[..., Session],
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("q", "e", *"abc")
        (one,) = stored(session, document)
        theirs = open_session("wang").annotations.change(one, note="王的")
        await pilot.press("ctrl+s", "escape")
        await pilot.pause()
        assert isinstance(app.screen, AnnotationForm)
        assert app.screen.query_one("#speaker", Input).value == "abc"
        await pilot.press("ctrl+s", "t")
        await pilot.pause()
        assert screen_of(app).status.message == "Left as they have it"
        assert stored(session, document) == [theirs]
        assert session.drafts.all() == []


async def test_a_note_follows_its_words_into_a_newer_text(
    app: PizhuApp,
    session: Session,
    document: Document,
    open_session: Callable[..., Session],
) -> None:
    start = STORY.index("罗春山")
    async with app.run_test(size=NARROW) as pilot:
        screen_of(app).reader.select(Span(start, start + 3))
        await pilot.press("m", *"abc")
        newer = source("更正启事\n\n" + STORY)
        open_session("wang").documents.update(document, newer)
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, AnnotationForm)
        assert "was updated; ^s puts it" in screen_status(app)
        assert stored(session, document) == []
        await pilot.press("ctrl+s")
        await pilot.pause()
        (made,) = stored(session, document)
        assert (made.exact, made.note) == (("罗春山",), "abc")
        assert session.drafts.all() == []


async def test_a_full_disk_leaves_the_form_open(
    app: PizhuApp,
    session: Session,
    document: Document,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise StorageError("not saved: disk full", "free some space")

    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("m", *"abc")
        with monkeypatch.context() as full:
            full.setattr(type(session.annotations), "create", refuse)
            full.setattr(type(session.drafts), "keep", refuse)
            await pilot.press("ctrl+s")
        assert isinstance(app.screen, AnnotationForm)
        assert "disk full" in screen_status(app)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert [one.note for one in stored(session, document)] == ["abc"]


def screen_status(app: PizhuApp) -> str:
    """What the page under a dialog tells."""
    page = app.screen_stack[0]
    assert isinstance(page, ReadingScreen)
    return page.status.message


async def test_a_key_after_tab_adds_to_the_tags_and_takes_none_away(
    app: PizhuApp, session: Session, document: Document
) -> None:
    tag = session.codebook.add("衣、食")
    one = session.annotations.create(
        document.id, Kind.CLAIM, [Span(0, 4)], tags=[tag.id], speaker="许敏"
    )
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("e", "x")
        for _ in range(20):
            if app.focused is not None and app.focused.id == "tags":
                break
            await pilot.press("tab")
        await pilot.press(",", "水", ",", "桥", "ctrl+s")
        changed = session.annotations.get(one.id)
        paths = {session.codebook.get(tag).path for tag in changed.tags}
        assert (changed.speaker, paths) == ("许敏x", {"衣、食", "水", "桥"})
