"""Suggestions that are stored: once, never over a decision, never asked again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from annotations.errors import ConflictError, InvalidError, NotFoundError
from annotations.model import Kind, Span, Status
from annotations.suggest.suggestion import Suggestion
from tests.conftest import STORY, source

if TYPE_CHECKING:
    from annotations.model import Document
    from annotations.records import RuleRecord
    from annotations.session import Session

QUOTE = "“等了六年，总算不用绕路了。”"


def place(words: str, text: str = STORY) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def proposal(words: str = QUOTE, text: str = STORY) -> Suggestion:
    return Suggestion(
        kind=Kind.QUOTE,
        type="direct",
        spans=(place(words, text),),
        rule="direct.sentence",
        version=1,
        score=0.93,
        speaker="罗春山",
        speaker_span=place("罗春山", text),
        cue="说",
        cue_span=Span(place("罗春山", text).end, place("罗春山", text).end + 1),
    )


def record(session: Session) -> RuleRecord:
    return next(
        one for one in session.suggestions.records() if one.rule == "direct.sentence"
    )


def test_a_suggestion_becomes_an_annotation_once(
    session: Session, document: Document
) -> None:
    first = session.suggestions.store(document.id, [proposal()])
    again = session.suggestions.store(document.id, [proposal()])
    assert ((first.new, first.known), (again.new, again.known)) == ((1, 0), (0, 1))
    (one,) = session.annotations.of_document(document.id)
    assert (one.exact, one.speaker, one.cue, one.score) == (
        (QUOTE,),
        "罗春山",
        "说",
        0.93,
    )
    assert (one.status, one.origin) == (Status.SUGGESTED, "rule:direct.sentence@1")
    assert len(session.history.steps()) == 2
    session.history.undo()
    assert session.annotations.of_document(document.id) == []
    assert list(session.problems()) == []
    assert session.suggestions.store(document.id, [proposal()]).new == 1


@pytest.mark.parametrize("how", ["accept", "reject", "correct", "delete", "by hand"])
def test_what_was_decided_is_never_touched_nor_asked_again(
    session: Session, document: Document, how: str
) -> None:
    if how == "by hand":
        session.annotations.create(document.id, Kind.QUOTE, [place(QUOTE)])
    else:
        session.suggestions.store(document.id, [proposal()])
        (one,) = session.annotations.of_document(document.id)
        if how == "delete":
            session.annotations.delete(one)
        else:
            status = Status.REJECTED if how == "reject" else Status.ACCEPTED
            spans = [Span(one.start, one.end - 2)] if how == "correct" else one.spans
            session.annotations.change(one, status=status, spans=spans)
    before = session.annotations.of_document(document.id)
    other_version = replace(proposal(), version=2, spans=(place(QUOTE[:-1]),))
    for found in (proposal(), other_version) if how != "delete" else (proposal(),):
        assert session.suggestions.store(document.id, [found]).new == 0
    assert session.annotations.of_document(document.id) == before


def test_another_kind_at_the_same_place_is_another_find(
    session: Session, document: Document
) -> None:
    claim = replace(proposal(), kind=Kind.CLAIM, type="factual", rule="claim.factual")
    assert session.suggestions.store(document.id, [proposal(), claim]).new == 2


def test_what_was_rejected_is_not_asked_again_in_a_newer_text(
    session: Session, document: Document
) -> None:
    session.suggestions.store(document.id, [proposal()])
    (one,) = session.annotations.of_document(document.id)
    session.annotations.delete(one)
    newer = "更正\n\n" + STORY
    session.documents.update(document, source(newer))
    assert session.suggestions.store(document.id, [proposal(text=newer)]).new == 0


def test_what_was_moved_elsewhere_by_hand_is_not_asked_again(
    session: Session, document: Document
) -> None:
    session.suggestions.store(document.id, [proposal()])
    (one,) = session.annotations.of_document(document.id)
    session.annotations.change(one, spans=[place("河埠新桥通车")])
    assert session.suggestions.store(document.id, [proposal()]).new == 0


def test_the_same_found_twice_is_one_suggestion(
    session: Session, document: Document
) -> None:
    other = replace(proposal(), type="indirect", rule="indirect.announced")
    done = session.suggestions.store(document.id, [proposal(), other])
    assert (done.new, done.known) == (1, 1)
    (one,) = session.annotations.of_document(document.id)
    assert one.type == "direct"


@pytest.mark.parametrize("status", [Status.REJECTED, Status.ACCEPTED, Status.SUGGESTED])
def test_what_found_no_sure_place_in_a_newer_text_is_not_asked_again_there(
    session: Session, document: Document, status: Status
) -> None:
    session.suggestions.store(document.id, [proposal()])
    (one,) = session.annotations.of_document(document.id)
    if status is not Status.SUGGESTED:
        session.reviewing.decide(one, status)
    newer = f"{STORY}\n\n{STORY}"
    session.documents.update(document, source(newer))
    assert session.annotations.in_doubt(document.id)
    assert session.suggestions.store(document.id, [proposal(text=newer)]).new == 0


def test_what_was_found_in_an_older_text_is_not_stored_in_the_newer_one(
    session: Session, document: Document
) -> None:
    session.documents.update(document, source("更正\n\n" + STORY))
    with pytest.raises(ConflictError):
        session.suggestions.store(document.id, [proposal()], STORY)
    assert session.annotations.of_document(document.id) == []


def test_the_speaker_and_the_cue_move_along(
    session: Session, document: Document
) -> None:
    session.suggestions.store(document.id, [proposal()])
    session.documents.update(document, source("更正\n\n" + STORY))
    assert list(session.problems()) == []
    (one,) = session.annotations.of_document(document.id)
    assert one.start == STORY.index(QUOTE) + 4


def test_a_new_speaker_comes_into_the_registry_with_the_role(
    session: Session, document: Document
) -> None:
    session.suggestions.store(document.id, [replace(proposal(), role="菜农")])
    assert [(one.name, one.role) for one in session.speakers.every()] == [
        ("罗春山", "菜农")
    ]


def test_order_in_the_registry_is_no_correction_of_a_rule(
    session: Session, document: Document
) -> None:
    session.suggestions.store(document.id, [proposal()])
    session.annotations.create(document.id, Kind.QUOTE, [Span(0, 2)], speaker="老罗")
    find = session.speakers.find
    session.speakers.merge(find("老罗"), [find("罗春山")])
    (one,) = (a for a in session.annotations.of_document(document.id) if a.score)
    assert one.speaker == "老罗"
    assert session.reviewing.corrections(one) == ()
    one = session.reviewing.decide(one, Status.ACCEPTED)
    assert (record(session).accepted, record(session).corrected) == (1, 0)
    one = session.annotations.change(one, speaker="许敏")
    assert session.reviewing.corrections(one) == ("speaker",)
    assert (record(session).accepted, record(session).corrected) == (0, 1)
    one = session.annotations.change(one, speaker="")
    assert session.reviewing.corrections(one) == ("speaker",)
    assert record(session).corrected == 1


def test_the_record_of_a_rule_is_honest(session: Session, document: Document) -> None:
    assert (record(session).suggested, record(session).precision) == (0, None)
    words = [QUOTE, "新桥将把过河时间缩短四十分钟", "日均车流达3.2万辆", "河埠新桥通车"]
    session.suggestions.store(document.id, [proposal(one) for one in words])
    assert record(session).waiting == 4
    ones = {one.exact[0]: one for one in session.annotations.of_document(document.id)}
    session.annotations.change(ones[words[0]], status=Status.ACCEPTED)
    session.annotations.change(
        ones[words[1]], status=Status.ACCEPTED, speaker="许敏", type="indirect"
    )
    session.annotations.change(ones[words[2]], status=Status.REJECTED)
    session.annotations.delete(ones[words[3]])
    found = record(session)
    assert (found.accepted, found.corrected, found.rejected, found.waiting) == (
        1,
        1,
        2,
        0,
    )
    assert found.precision == 0.5


def test_rules_thresholds_and_words_are_the_projects_and_can_be_undone(
    session: Session,
) -> None:
    known = session.suggestions
    known.set_rule("claim.factual", is_on=False)
    known.set_threshold("direct", 0.8)
    assert known.add_words("cue", ["吐露", "吐露", "爆 料"]) == 2
    known.add_words("stop", ["新质生产力"])
    settings = known.settings()
    assert settings.rules_off == {"claim.factual"}
    assert settings.thresholds["direct"] == 0.8
    assert settings.lexicon.cues == ("吐露", "爆料")
    assert settings.lexicon.stop_terms == ("新质生产力",)
    known.remove_words("cue", ["吐露"])
    assert known.words("cue") == ("爆料",)
    with pytest.raises(NotFoundError, match="吐露: no such cue in the lexicon"):
        known.remove_words("cue", ["爆料", "吐露"])
    assert known.words("cue") == ("爆料",)
    for _ in range(5):
        session.history.undo()
    assert known.settings().rules_off == set()
    assert known.words("cue") == known.words("stop") == ()
    assert list(session.problems()) == []


def test_mistakes_are_told(session: Session) -> None:
    for wrong in (
        lambda: session.suggestions.set_rule("direct.magic", is_on=True),
        lambda: session.suggestions.set_threshold("direct", 1.5),
        lambda: session.suggestions.set_threshold("poem", 0.5),
        lambda: session.suggestions.add_words("cue", [" "]),
        lambda: session.suggestions.add_words("verb", ["说"]),  # type: ignore[arg-type]
    ):
        with pytest.raises(InvalidError):
            wrong()


def test_the_rules_find_what_stands_in_the_document(
    session: Session, document: Document
) -> None:
    found = session.suggestions.find(session.documents.text(document.id))
    session.suggestions.store(document.id, found)
    ones = session.annotations.of_document(document.id)
    assert (QUOTE, "罗春山") in {(one.exact[0], one.speaker) for one in ones}
    session.suggestions.set_rule("direct.sentence", is_on=False)
    left = session.suggestions.find(session.documents.text(document.id))
    assert all(one.rule != "direct.sentence" for one in left)
