"""Review by keyboard: one key a decision, the next item at once."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from annotations.model import Doubt, Kind, Span, Status
from annotations.suggest.suggestion import Suggestion
from tests.conftest import STORY, add_lost_quote, source
from tests.tui.conftest import NARROW, until
from tui.app import PizhuApp
from tui.palette import Commands
from tui.screens.choice import Choice
from tui.screens.occurrences import Occurrences
from tui.screens.reading import ReadingScreen
from tui.screens.review import ReviewScreen
from tui.screens.review_filter import ReviewFilter
from tui.screens.speaker_picker import SpeakerPicker
from tui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from textual.pilot import Pilot

    from annotations.model import Annotation, Document
    from annotations.session import Session

WORDS = (
    "“等了六年，总算不用绕路了。”",
    "新桥将把过河时间缩短四十分钟",
    "日均车流达3.2万辆",
)


def proposal(words: str, score: float) -> Suggestion:
    at = STORY.index(words)
    is_quote = words.startswith("“")
    return Suggestion(
        Kind.QUOTE if is_quote else Kind.CLAIM,
        "direct" if is_quote else "factual",
        (Span(at, at + len(words)),),
        "direct.sentence" if is_quote else "claim.factual",
        1,
        score,
    )


@pytest.fixture
def items(session: Session, document: Document) -> list[Annotation]:
    scores = (0.6, 0.9, 0.7)
    found = [proposal(words, score) for words, score in zip(WORDS, scores, strict=True)]
    session.suggestions.store(document.id, found)
    return session.annotations.of_document(document.id)


async def begun(app: PizhuApp, pilot: Pilot[None]) -> ReviewScreen:
    await pilot.press("f5")
    return await fetched(app, pilot)


@asynccontextmanager
async def reviewing(
    app: PizhuApp,
) -> AsyncIterator[tuple[Pilot[None], ReviewScreen]]:
    """The application as it stands after F5."""
    async with app.run_test(size=NARROW) as pilot:
        yield pilot, await begun(app, pilot)


async def fetched(app: PizhuApp, pilot: Pilot[None]) -> ReviewScreen:
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()
    assert isinstance(app.screen, ReviewScreen)
    return app.screen


def statuses(session: Session, items: list[Annotation]) -> list[str]:
    return [session.annotations.get(one.id).status for one in items]


async def test_one_key_decides_and_the_next_item_is_there(
    app: PizhuApp, session: Session, items: list[Annotation]
) -> None:
    async with reviewing(app) as (pilot, review):
        assert "1/3 · quote direct · suggested · direct.sentence@1 · 0.60" in (
            review.panel.text
        )
        assert review.reader.current == items[0]
        await pilot.press("a", "x", "f")
        assert statuses(session, items) == ["accepted", "rejected", "flagged"]
        assert "That was the last of 3" in review.panel.text
        assert "1 accepted, 1 rejected, 1 flagged" in review.panel.text
        await pilot.press("f5")
        assert isinstance(app.screen, ReadingScreen)
        assert not isinstance(app.screen, ReviewScreen)
    labels = [step.label for step in session.history.steps(3)]
    assert labels == ["flag a claim", "reject a claim", "accept a quote"]


async def test_later_back_and_undo(
    app: PizhuApp, session: Session, items: list[Annotation]
) -> None:
    async with reviewing(app) as (pilot, review):
        await pilot.press("space", "a")
        assert statuses(session, items) == ["suggested", "accepted", "suggested"]
        await pilot.press("backspace")
        assert "2/3 · claim factual · accepted" in review.panel.text
        await pilot.press("x")
        assert statuses(session, items)[1] == "rejected"
        await pilot.press("u", "u")
        assert statuses(session, items)[1] == "suggested"
        assert "2/3 · claim factual · suggested" in review.panel.text


async def test_a_decision_after_a_correction_says_so(
    app: PizhuApp, session: Session, items: list[Annotation]
) -> None:
    async with reviewing(app) as (pilot, review):
        await pilot.press("comma")
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("T", "p")
        assert isinstance(app.screen, SpeakerPicker)
        await pilot.press(*"lcs", "enter")
        assert "corrected: edges, type, speaker" in review.panel.text
        await pilot.press("a")
        one = session.annotations.get(items[0].id)
        assert (one.type, one.speaker, one.status) == (
            "indirect",
            "罗春山",
            Status.ACCEPTED,
        )
        assert one.end < items[0].end
        (step,) = session.history.steps(1)
        assert step.label == "accept a quote, corrected: edges, type, speaker"
    record = next(
        one for one in session.suggestions.records() if one.rule == "direct.sentence"
    )
    assert (record.accepted, record.corrected) == (0, 1)


async def test_units_move_both_edges(
    app: PizhuApp, session: Session, items: list[Annotation]
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await begun(app, pilot)
        await pilot.press("space", "plus")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert session.annotations.get(items[1].id).exact[0].endswith("分钟。")


async def test_shrinking_takes_growing_back(
    app: PizhuApp, session: Session, items: list[Annotation]
) -> None:
    item = items[0]
    parts = (item.spans[0], Span(item.end + 2, item.end + 5))
    session.annotations.change(item, spans=parts)

    def spans() -> tuple[Span, ...]:
        return session.annotations.get(item.id).spans

    async with reviewing(app) as (pilot, review):
        await review.reader.words()
        stages = [parts]
        while "Nothing larger" not in review.status.message:
            await pilot.press("+")
            stages.append(spans())
        stages.pop()
        assert len(stages) > 1
        for stage in reversed(stages[:-1]):
            await pilot.press("-")
            assert spans() == stage
        await pilot.press("+", "u", "+", "full_stop", "-")
        (shrunk,) = spans()
        assert shrunk.contains(item.start)


async def test_what_was_grown_before_shrinks_around_what_was_proposed(
    app: PizhuApp, session: Session, items: list[Annotation]
) -> None:
    item = items[2]
    start = STORY.index("镇建设办")
    session.annotations.change(item, spans=[Span(start, STORY.rindex("。") + 1)])
    async with reviewing(app) as (pilot, review):
        await review.reader.words()
        await pilot.press("space", "-")
        shrunk = session.annotations.get(item.id)
        assert shrunk.exact == ("据统计，日均车流达3.2万辆。",)


async def test_a_part_is_added_to_the_item(
    app: PizhuApp, session: Session, items: list[Annotation]
) -> None:
    async with reviewing(app) as (pilot, review):
        await pilot.press("&")
        assert "this quote holds some of that already" in review.status.message
        part = Span(items[1].start, items[1].start + 4)
        review.reader.select(part)
        await pilot.press("&")
        spans = (*items[0].spans, part)
        assert session.annotations.get(items[0].id).spans == spans
        assert "Second part of: “等了六年" in review.status.message
        assert "corrected: edges" in review.panel.text


async def test_a_kept_filter_without_a_match_leaves_the_document_in_sight(
    app: PizhuApp, session: Session, items: list[Annotation]
) -> None:
    async with reviewing(app) as (pilot, review):
        review._run.begin_anew("kind:note")
        await pilot.press("f5", "f5")
        again = await fetched(app, pilot)
        assert "Nothing matches kind:note" in again.panel.text
        assert "/ chooses something else" in again.panel.text
        assert again.document_id == items[0].document_id
        assert "河埠新桥通车" in again.status.render_line(0).text
        lines = [again.reader.render_line(y).text for y in range(5)]
        assert any("菜农罗春山" in line for line in lines)


async def test_this_document_is_always_a_filter(
    app: PizhuApp, session: Session, items: list[Annotation]
) -> None:
    other = session.documents.add(source("另一篇说桥。", "/other.txt")).document
    proposed = Suggestion(Kind.CLAIM, "factual", (Span(0, 5),), "claim.factual", 1, 0.9)
    session.suggestions.store(other.id, [proposed])
    async with reviewing(app) as (pilot, review):
        assert "1/4" in review.panel.text
        await pilot.press("/", "tab", "tab", "enter")
        await fetched(app, pilot)
        assert "1/3" in review.panel.text
        assert review._run.filter == f"is:waiting document:{items[0].document_id}"


async def test_all_that_is_left_can_be_decided_as_one_step(
    app: PizhuApp, session: Session, items: list[Annotation]
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await begun(app, pilot)
        await pilot.press("x", "A")
        assert isinstance(app.screen, Choice)
        assert "Accept all 2" in str(app.screen.query_one("#question").render())
        await pilot.press("enter")
        assert statuses(session, items) == ["rejected", "suggested", "suggested"]
        await pilot.press("A", "y")
        review = await fetched(app, pilot)
        assert statuses(session, items) == ["rejected", "accepted", "accepted"]
        for one in items[1:]:
            review.reader.choose(one.id)
            assert review.reader.current == session.annotations.get(one.id)
        await pilot.press("u")
        assert statuses(session, items) == ["rejected", "suggested", "suggested"]


async def test_all_at_once_can_be_taken_back_and_gone_through_again(
    app: PizhuApp, session: Session, items: list[Annotation]
) -> None:
    async with reviewing(app) as (pilot, review):
        await pilot.press("x", "A", "y")
        await fetched(app, pilot)
        assert "That was the last of 3" in review.panel.text
        await pilot.press("u")
        assert "2/3 · claim factual · suggested" in review.panel.text
        assert "1 done (1 rejected)" in review.panel.text
        assert review.status.message == "Undone: accept 2 at once"
        await pilot.press("ctrl+r")
        assert "That was the last of 3" in review.panel.text
        assert "3 done (1 rejected, 2 accepted)" in review.panel.text
        await pilot.press("u", "a", "A")
        assert "Accept all 1" in str(app.screen.query_one("#question").render())


async def test_all_at_once_of_an_earlier_review_can_be_taken_back(
    app: PizhuApp, session: Session, items: list[Annotation]
) -> None:
    async with reviewing(app) as (pilot, _):
        await pilot.press("A", "y")
        await fetched(app, pilot)
        await pilot.press("f5", "f5")
        again = await fetched(app, pilot)
        assert "Nothing waits here" in again.panel.text
        await pilot.press("u")
        await fetched(app, pilot)
        assert "1/3 · quote direct · suggested" in again.panel.text
        await pilot.press("ctrl+r")
        await fetched(app, pilot)
        assert "Nothing waits here" in again.panel.text


async def test_a_decision_that_is_redone_is_ones_own(
    app: PizhuApp, session: Session, items: list[Annotation]
) -> None:
    async with reviewing(app) as (pilot, review):
        await pilot.press("a", "u", "ctrl+r")
        assert review.status.message == "Redone: accept a quote"
        assert "2/3 · claim factual · suggested" in review.panel.text
        assert "1 done (1 accepted)" in review.panel.text
        assert "elsewhere" not in review.panel.text
        await pilot.press("backspace", "x", "u")
        assert "1/3 · quote direct · accepted" in review.panel.text
        assert "1 done (1 accepted)" in review.panel.text
        await pilot.press("d", "u", "ctrl+r")
        assert "2/3 · claim factual · suggested" in review.panel.text
        assert "1 done (1 rejected)" in review.panel.text
        assert "elsewhere" not in review.panel.text


async def test_all_that_is_left_passes_over_what_somebody_else_did_meanwhile(
    app: PizhuApp,
    session: Session,
    items: list[Annotation],
    open_session: Callable[..., Session],
) -> None:
    wang = open_session("wang")
    async with reviewing(app) as (pilot, review):
        wang.reviewing.decide(items[1], Status.REJECTED)
        await pilot.press("A")
        wang.annotations.change(items[2], note="再看")
        await pilot.press("y")
        await fetched(app, pilot)
        assert statuses(session, items) == ["accepted", "rejected", "suggested"]
        message = "1 accepted; 2 were changed by somebody else meanwhile"
        assert review.status.message == message
        assert "3/3 · claim factual · suggested" in review.panel.text
        assert "再看" in review.panel.text
        assert "1 done (1 accepted)" in review.panel.text
        assert "1 elsewhere" in review.panel.text
        await pilot.press("X", "y")
        await fetched(app, pilot)
        assert statuses(session, items) == ["accepted", "rejected", "rejected"]
        assert session.history.steps(1)[0].label == "reject 1 at once"


async def test_the_filter_the_order_and_the_place_survive_a_restart(
    app: PizhuApp, session: Session, items: list[Annotation]
) -> None:
    async with reviewing(app) as (pilot, review):
        await pilot.press("slash")
        assert isinstance(app.screen, ReviewFilter)
        field = app.screen.query_one("#filter")
        field.value = "is:waiting kind:claim"  # type: ignore[attr-defined]
        app.screen.query_one("#name").value = "断言"  # type: ignore[attr-defined]
        await pilot.press("enter")
        await fetched(app, pilot)
        await pilot.press("O")
        await fetched(app, pilot)
        assert review.reader.current == items[1]
        assert "1/2" in review.panel.text
        assert "0.90" in review.panel.text
        await pilot.press("space", "f5")
    assert session.reviewing.filters() == {"断言": "is:waiting kind:claim"}
    again = PizhuApp(session, Settings(), review="")
    async with again.run_test(size=NARROW) as pilot:
        review = await fetched(again, pilot)
        assert review.reader.current == items[2]
        assert "2/2" in review.panel.text
        assert "is:waiting kind:claim by score" in review.panel.text


async def test_what_is_decided_elsewhere_is_skipped_and_never_overwritten(
    app: PizhuApp,
    session: Session,
    items: list[Annotation],
    open_session: Callable[..., Session],
) -> None:
    async with reviewing(app) as (pilot, review):
        wang = open_session("wang")
        wang.annotations.change(items[1], status=Status.REJECTED)
        await pilot.press("a")
        assert review.reader.current == items[2]
        assert statuses(session, items) == ["accepted", "rejected", "suggested"]
        assert "1 elsewhere" in review.panel.text
        wang.annotations.change(items[2], status=Status.ACCEPTED)
        await pilot.press("x")
        assert isinstance(app.screen, Choice)
        await pilot.press("escape")
        assert statuses(session, items)[2] == "accepted"


@pytest.mark.parametrize("filter_", ["-status:suggested", "-is:waiting"])
async def test_what_waits_no_more_can_be_looked_through(
    session: Session, items: list[Annotation], filter_: str
) -> None:
    for one in items[:2]:
        session.reviewing.decide(one, Status.ACCEPTED)
    app = PizhuApp(session, Settings(), review=filter_)
    async with app.run_test(size=NARROW) as pilot:
        review = await fetched(app, pilot)
        assert "1/2 · quote direct · accepted" in review.panel.text
        await pilot.press("x")
        assert "2/2 · claim factual · accepted" in review.panel.text
        assert statuses(session, items) == ["rejected", "accepted", "suggested"]


async def test_what_moved_is_settled_where_it_is_shown(
    app: PizhuApp, session: Session, document: Document
) -> None:
    one = session.annotations.create(
        document.id,
        Kind.QUOTE,
        [Span(STORY.index(WORDS[0]), STORY.index(WORDS[0]) + 15)],
    )
    longer = "“等了六年，盼星星盼月亮一样盼着，总算不用绕路了。”"
    newer = STORY.replace(WORDS[0], longer)
    session.documents.update(document, source(newer))
    assert session.annotations.get(one.id).doubt is Doubt.MOVED
    async with reviewing(app) as (pilot, review):
        assert f"was: {WORDS[0]}" in review.panel.text
        assert "moved" in review.panel.text
        await pilot.press("a")
        settled = session.annotations.get(one.id)
        assert (settled.doubt, settled.exact) == (None, (longer,))
        assert "That was the last of 1" in review.panel.text


@pytest.fixture
def lost(session: Session, document: Document) -> tuple[Annotation, Annotation]:
    """A quote that found no place in the newer text, and a claim at its beginning."""
    at = STORY.index(WORDS[0])
    quote = session.annotations.create(
        document.id, Kind.QUOTE, [Span(at, at + len(WORDS[0]))], type="direct"
    )
    newer = STORY.replace(f"{WORDS[0]}菜农罗春山说。", "")
    session.documents.update(document, source(newer))
    claim = session.annotations.create(document.id, Kind.CLAIM, [Span(0, 6)])
    return session.annotations.get(quote.id), claim


@pytest.mark.parametrize(
    ("keys", "after"),
    [
        (["T"], {"type": "indirect"}),
        (["K"], {"kind": Kind.CLAIM, "type": ""}),
        (["e", *"abc", "ctrl+s"], {"speaker": "abc"}),
        (["p", *"xm", "enter"], {"speaker": "许敏"}),
        (["f"], {"status": Status.FLAGGED}),
        (["full_stop"], {}),
        (["less_than_sign"], {}),
        (["plus"], {}),
    ],
    ids=lambda one: one[0] if isinstance(one, list) else "",
)
async def test_keys_act_on_the_item_that_is_shown_and_on_nothing_else(
    app: PizhuApp,
    session: Session,
    lost: tuple[Annotation, Annotation],
    keys: list[str],
    after: dict[str, object],
) -> None:
    quote, claim = lost
    async with reviewing(app) as (pilot, review):
        assert "1/1 · quote direct · accepted · lost" in review.panel.text
        await review.reader.words()
        await pilot.press(*keys)
        await pilot.pause()
        now = session.annotations.get(quote.id)
        assert now._replace(updated_at="") == quote._replace(**after, updated_at="")  # type: ignore[arg-type]
        assert session.annotations.get(claim.id) == claim
        if not after:
            assert "no place in this text yet" in review.status.message


async def test_a_tag_goes_on_the_item_and_deleting_takes_it_out_of_the_queue(
    app: PizhuApp, session: Session, lost: tuple[Annotation, Annotation]
) -> None:
    quote, claim = lost
    tag = session.codebook.add("民生", key="1")
    async with reviewing(app) as (pilot, review):
        await pilot.press("1")
        assert session.annotations.get(quote.id).tags == (tag.id,)
        await pilot.press("d")
        assert session.annotations.of_document(claim.document_id) == [claim]
        assert session.annotations.in_doubt(claim.document_id) == []
        assert "That was the last of 1" in review.panel.text
        assert "Deleted" in review.status.message
        await pilot.press("d", "e")
        assert session.annotations.get(claim.id) == claim
        assert "No item is here" in review.status.message
        await pilot.press("u")
        assert "1/1 · quote direct · accepted · lost" in review.panel.text


async def test_a_place_that_is_shown_can_be_mended_before_it_is_taken(
    app: PizhuApp, session: Session, document: Document
) -> None:
    at = STORY.index(WORDS[0])
    one = session.annotations.create(document.id, Kind.QUOTE, [Span(at, at + 15)])
    longer = "“等了六年，盼星星盼月亮一样盼着，总算不用绕路了。”"
    session.documents.update(document, source(STORY.replace(WORDS[0], longer)))
    async with reviewing(app) as (pilot, review):
        await review.reader.words()
        await pilot.press("T")
        assert review.reader.selection == Span(at, at + len(longer))
        await pilot.press("comma", "a")
        settled = session.annotations.get(one.id)
        assert settled.doubt is None
        assert settled.start == at
        assert settled.end < at + len(longer)


async def test_what_was_told_of_an_item_is_not_told_of_the_next(
    app: PizhuApp, session: Session, lost: tuple[Annotation, Annotation]
) -> None:
    at = STORY.index("河埠镇")
    second = session.annotations.create(
        lost[0].document_id, Kind.NOTE, [Span(at, at + 3)], status=Status.SUGGESTED
    )
    async with reviewing(app) as (pilot, review):
        if "lost" not in review.panel.text:
            await pilot.press("space")
        assert "lost" in review.panel.text
        await pilot.press("a")
        assert "Select where it belongs" in review.status.message
        await pilot.press("x")
        assert review.status.message == ""
        review._tell_of_same()
        await pilot.press("backspace", "f")
        assert review.status.message == ""
    assert session.annotations.get(second.id) is not None


async def test_an_item_without_a_place_is_shown_and_copied_in_its_own_words(
    app: PizhuApp, session: Session, document: Document
) -> None:
    _, words = add_lost_quote(session)
    session.documents.add(source(f"旧闻。{words}", "/same.txt"))
    async with reviewing(app) as (pilot, _):
        await pilot.press("y")
        assert app.clipboard == words
        await pilot.press("e")
        assert words in str(app.screen.query_one("#text").render())
        await pilot.press("escape", "p")
        assert isinstance(app.screen, SpeakerPicker)
        await pilot.press("escape", "asterisk")
        await until(pilot, lambda: isinstance(app.screen, Occurrences))


async def test_a_search_that_led_elsewhere_leads_back_before_a_key_acts(
    app: PizhuApp, session: Session, items: list[Annotation]
) -> None:
    other = session.documents.add(source("另一篇文章的正文。", "/b.txt")).document
    async with reviewing(app) as (pilot, review):
        await review.reader.words()
        review.open_document(other.id, 0)
        await pilot.press("comma")
        assert session.annotations.get(items[0].id) == items[0]
        assert "Back at the item" in review.status.message
        assert review.reader.current == items[0]
        await pilot.press("comma")
        assert session.annotations.get(items[0].id).end < items[0].end


async def test_nothing_waits(
    app: PizhuApp, session: Session, document: Document
) -> None:
    async with reviewing(app) as (pilot, review):
        assert "Nothing waits here" in review.panel.text
        await pilot.press("a", "x", "space", "backspace", "A", "plus", "escape")
        assert not isinstance(app.screen, ReviewScreen)


async def test_every_annotating_key_works_in_the_text(
    app: PizhuApp, session: Session, items: list[Annotation], document: Document
) -> None:
    async with reviewing(app) as (pilot, review):
        await pilot.press("tab", "G", "c")
        made = session.annotations.of_document(document.id)
        assert len(made) == 4
        await pilot.press("tab")
        assert review.panel.has_focus
        await pilot.press("escape")
        assert not isinstance(app.screen, ReviewScreen)


async def test_what_was_left_for_later_comes_back_at_the_end(
    app: PizhuApp, session: Session, items: list[Annotation]
) -> None:
    async with reviewing(app) as (pilot, review):
        await pilot.press("space", "a", "x")
        assert "1 were left for later: space shows them" in review.panel.text
        await pilot.press("space")
        await fetched(app, pilot)
        assert review.reader.current == items[0]
        assert "1/1" in review.panel.text


async def test_the_same_words_elsewhere_are_offered(
    app: PizhuApp, session: Session, items: list[Annotation]
) -> None:
    other = f"旧事重提\n\n有人又说起那句话：{WORDS[0]}大家都笑了。\n"
    session.documents.add(source(other, "/news/again.txt", title="旧事重提"))
    async with reviewing(app) as (pilot, review):
        await pilot.press("a")
        for _ in range(50):
            await pilot.pause(0.05)
            if "same words" in review.status.message:
                break
        assert "* lists the places" in review.status.message
        await pilot.press("*")
        for _ in range(50):
            await pilot.pause(0.05)
            if isinstance(app.screen, Occurrences):
                break
        assert isinstance(app.screen, Occurrences)
        await pilot.press("escape")


async def test_what_somebody_deleted_is_told_when_all_are_asked_for(
    app: PizhuApp,
    session: Session,
    items: list[Annotation],
    open_session: Callable[..., Session],
) -> None:
    async with reviewing(app) as (pilot, review):
        await pilot.press("a")
        wang = open_session("wang")
        for one in items[::2]:
            wang.annotations.delete(wang.annotations.get(one.id))
        await pilot.press("*")
        assert "is not there any more" in review.status.message
        await pilot.press("A")
        assert app.screen is review
        assert "is not there any more" in review.status.message


async def test_the_text_stands_alone_however_wide_the_screen_is(
    app: PizhuApp, session: Session, items: list[Annotation]
) -> None:
    async with reviewing(app) as (pilot, review):
        await pilot.resize_terminal(140, 40)
        await pilot.pause()
        assert not review.files.display
        assert not review.tags.display


async def test_the_palette_has_the_commands_of_review_and_only_there(
    app: PizhuApp, session: Session, items: list[Annotation]
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        titles = [hit.text async for hit in Commands(app.screen).discover()]
        assert not [one for one in titles if str(one).startswith("Review")]
        review = await begun(app, pilot)
        (flag,) = [
            hit
            async for hit in Commands(review).discover()
            if str(hit.text).startswith("Review: flag")
        ]
        await flag.command()
        assert statuses(session, items)[0] == "flagged"
