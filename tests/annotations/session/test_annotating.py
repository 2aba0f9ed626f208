"""Annotations: what is stored is what comes back, and nothing is overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotations.errors import ConflictError, InvalidError, NotFoundError
from annotations.model import AnnotationFilter, Kind, Span, Status
from annotations.session.annotating import type_of
from tests.conftest import source

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotations.model import Document
    from annotations.session import Session


def place(session: Session, document: Document, words: str) -> Span:
    start = session.documents.text(document.id).text.index(words)
    return Span(start, start + len(words))


def test_what_is_made_comes_back(session: Session, document: Document) -> None:
    span = place(session, document, "“等了六年，总算不用绕路了。”")
    tag = session.codebook.add("民生/交通")
    made = session.annotations.create(
        document.id,
        Kind.QUOTE,
        [span],
        type="direct",
        speaker="罗春山",
        role="菜农",
        cue="说",
        tags=[tag.id],
        note="第一条",
    )
    assert made == session.annotations.get(made.id)
    assert made.exact == ("“等了六年，总算不用绕路了。”",)
    assert (made.speaker, made.role, made.cue, made.note) == (
        "罗春山",
        "菜农",
        "说",
        "第一条",
    )
    assert (made.status, made.origin, made.analyst) == (
        Status.ACCEPTED,
        "manual",
        "lin",
    )
    assert made.tags == (tag.id,)
    assert session.speakers.names() == ["罗春山"]


def test_several_spans_are_one_annotation(session: Session, document: Document) -> None:
    first, second = (
        place(session, document, words) for words in ("等了六年", "不用绕路")
    )
    made = session.annotations.create(document.id, Kind.QUOTE, [first, second])
    assert made.spans == (first, second)
    assert made.exact == ("等了六年", "不用绕路")


def test_of_document_goes_by_place_and_outer_first(
    session: Session, document: Document
) -> None:
    for start, end in ((10, 20), (2, 5), (10, 30)):
        session.annotations.create(document.id, Kind.CLAIM, [Span(start, end)])
    found = session.annotations.of_document(document.id)
    assert [(one.start, one.end) for one in found] == [(2, 5), (10, 30), (10, 20)]


@pytest.mark.parametrize(
    "spans",
    [[], [Span(3, 3)], [Span(0, 10_000)], [Span(5, 9), Span(2, 4)]],
    ids=["none", "empty", "outside", "descending"],
)
def test_a_place_outside_the_text_is_refused(
    session: Session, document: Document, spans: list[Span]
) -> None:
    with pytest.raises(InvalidError):
        session.annotations.create(document.id, Kind.QUOTE, spans)
    assert session.annotations.of_document(document.id) == []
    assert [step.label for step in session.history.steps()] == [f"add {document.title}"]


def test_a_type_belongs_to_its_kind(session: Session, document: Document) -> None:
    made = session.annotations.create(
        document.id, Kind.QUOTE, [Span(0, 4)], type="indirect"
    )
    with pytest.raises(InvalidError):
        session.annotations.change(made, type="statistic")
    assert session.annotations.change(made, kind=Kind.CLAIM).type == ""


def test_each_field_can_be_changed(session: Session, document: Document) -> None:
    made = session.annotations.create(document.id, Kind.QUOTE, [Span(0, 4)])
    tag = session.codebook.add("桥梁")
    changed = session.annotations.change(
        made,
        kind=Kind.CLAIM,
        type="causal",
        spans=[Span(1, 6)],
        speaker="许敏",
        role="主任",
        cue="认为",
        tags=[tag.id],
        note="查",
        status=Status.FLAGGED,
    )
    assert changed == session.annotations.get(made.id)
    assert (changed.kind, changed.type, changed.spans) == (
        Kind.CLAIM,
        "causal",
        (Span(1, 6),),
    )
    assert changed.exact == (session.documents.text(document.id).text[1:6],)
    assert (changed.speaker, changed.tags, changed.status) == (
        "许敏",
        (tag.id,),
        Status.FLAGGED,
    )
    assert session.annotations.change(changed, speaker="").speaker == ""


def test_new_tags_are_made_with_the_annotation_or_not_at_all(
    session: Session, document: Document
) -> None:
    known = session.codebook.add("桥梁")
    made = session.annotations.create(
        document.id,
        Kind.NOTE,
        [Span(0, 4)],
        new_tags=["民生/交通", "桥梁", "民生/交通"],
    )
    new = session.codebook.by_path("民生/交通")
    assert new is not None
    assert set(made.tags) == {known.id, new.id}
    before = session.codebook.tags()
    for paths in (["新甲", "坏//x"], ["新甲", ""]):
        with pytest.raises(InvalidError, match="no name for a tag"):
            session.annotations.change(made, new_tags=paths)
        with pytest.raises(InvalidError):
            session.annotations.create(
                document.id, Kind.NOTE, [Span(0, 9999)], new_tags=["新乙"]
            )
        with pytest.raises(InvalidError):
            session.searching.mark_all(
                [(document.id, Span(0, 9999))], Kind.NOTE, new_tags=["新丙"]
            )
    assert session.codebook.tags() == before
    changed = session.annotations.change(made, tags=[known.id], new_tags=["新甲"])
    assert len(changed.tags) == 2
    assert session.history.steps()[0].label == "change tags of a note"
    session.history.undo()
    session.history.undo()
    assert [tag.path for tag in session.codebook.tags()] == ["桥梁"]


def test_the_type_of_a_quote_is_told_by_its_marks(session: Session) -> None:
    text = "“好”，他说好。"
    document = session.documents.add(source(text, "/good.txt")).document
    places = [(document.id, span) for span in (Span(0, 3), Span(6, 7))]
    for kind in Kind:
        assert session.searching.mark_all(places, kind) == (2, 0)
    types = {
        (one.kind, one.start): one.type
        for one in session.annotations.of_document(document.id)
    }
    assert [types[Kind.QUOTE, at] for at in (0, 6)] == ["direct", "indirect"]
    assert {types[kind, 0] for kind in (Kind.CLAIM, Kind.NOTE)} == {""}


@pytest.mark.parametrize(
    ("words", "type_"),
    [
        ("「好", "direct"),
        ('"好"', "direct"),
        ("“很好，”他说，“大家都高兴。”", "direct"),
        ("大家都高兴。”", "direct"),
        ("他说过“好”，这次也好。”", "direct"),
        ('大家都高兴。"', "direct"),
        ("王五对记者表示：“今年收成好。”", "indirect"),
        ('王五对记者表示："今年收成好。"', "indirect"),
        ("他说这是『好』", "indirect"),
        ("好", "indirect"),
    ],
)
def test_a_quote_is_direct_if_it_is_nothing_but_what_was_said(
    words: str, type_: str
) -> None:
    assert type_of(Kind.QUOTE, words) == type_
    assert type_of(Kind.CLAIM, words) == ""


def test_a_change_by_somebody_else_is_not_overwritten(
    open_session: Callable[..., Session],
) -> None:
    lin, wang = open_session("lin"), open_session("wang")
    document = lin.documents.add(source()).document
    seen = lin.annotations.create(document.id, Kind.NOTE, [Span(0, 4)])
    theirs = wang.annotations.change(seen, note="王的看法")
    with pytest.raises(ConflictError):
        lin.annotations.change(seen, note="林的看法")
    with pytest.raises(ConflictError):
        lin.annotations.delete(seen)
    assert lin.annotations.get(seen.id) == theirs
    wang.annotations.delete(theirs)
    with pytest.raises(ConflictError):
        lin.annotations.change(theirs, note="晚了")


def test_the_filter_knows_kinds_status_analysts_and_tags_with_children(
    open_session: Callable[..., Session],
) -> None:
    lin, wang = open_session("lin"), open_session("wang")
    document = lin.documents.add(source()).document
    child = lin.codebook.add("民生/交通")
    parent = lin.codebook.by_path("民生")
    assert parent is not None
    quote = lin.annotations.create(
        document.id, Kind.QUOTE, [Span(0, 4)], tags=[child.id]
    )
    claim = wang.annotations.create(
        document.id, Kind.CLAIM, [Span(5, 9)], status=Status.FLAGGED
    )

    def found(**wanted: tuple[str, ...]) -> list[str]:
        matching = AnnotationFilter(**wanted)  # type: ignore[arg-type]
        return [one.id for one in lin.annotations.of_document(document.id, matching)]

    assert found() == [quote.id, claim.id]
    assert found(kinds=(Kind.CLAIM,)) == [claim.id]
    assert found(statuses=(Status.ACCEPTED,)) == [quote.id]
    assert found(analysts=("wang",)) == [claim.id]
    assert found(tag_ids=(parent.id,)) == [quote.id]
    assert found(tag_ids=(child.id,), kinds=(Kind.CLAIM,)) == []


def test_what_is_deleted_is_gone(session: Session, document: Document) -> None:
    made = session.annotations.create(document.id, Kind.QUOTE, [Span(0, 4)])
    session.annotations.delete(made)
    with pytest.raises(NotFoundError):
        session.annotations.get(made.id)


def test_each_action_shows_in_another_session(
    open_session: Callable[..., Session],
) -> None:
    lin, wang = open_session("lin"), open_session("wang")
    document = lin.documents.add(source()).document
    for each in (lin, wang):
        each.changed_elsewhere()
    assert not wang.changed_elsewhere()
    made = lin.annotations.create(document.id, Kind.QUOTE, [Span(0, 4)])
    assert wang.changed_elsewhere()
    assert wang.annotations.get(made.id).analyst == "lin"
    assert not lin.changed_elsewhere()
