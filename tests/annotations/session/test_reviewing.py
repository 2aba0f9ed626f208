"""The review queue: what waits, in which order, and deciding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from annotations.errors import ConflictError, InvalidError, NotFoundError
from annotations.model import Kind, Span, Status
from annotations.records import ReviewPlace
from annotations.session.reviewing import waits_only
from tests.conftest import source

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotations.model import Annotation, Document
    from annotations.session import Session


def made(session: Session, document_id: str, start: int, **fields: Any) -> Annotation:
    fields = {"status": Status.SUGGESTED, "kind": Kind.QUOTE} | fields
    kind = fields.pop("kind")
    return session.annotations.create(
        document_id, kind, [Span(start, start + 4)], **fields
    )


def test_the_queue_holds_what_waits_document_by_document(session: Session) -> None:
    first = session.documents.add(source()).document
    second = session.documents.add(source("另一篇报道。\n" * 3, "/b.txt")).document
    late = made(session, second.id, 0)
    middle = made(session, first.id, 20, score=0.4, origin="rule:direct.colon@1")
    early = made(session, first.id, 2, score=0.9, origin="rule:claim.factual@1")
    made(session, first.id, 30, status=Status.ACCEPTED)
    flagged = made(session, first.id, 40, status=Status.FLAGGED, kind=Kind.CLAIM)
    queue = session.reviewing.queue
    assert queue("") == [early.id, middle.id, flagged.id, late.id]
    assert queue("", "score") == [early.id, middle.id, flagged.id, late.id]
    assert queue("is:waiting score:..0.5") == [middle.id]
    assert queue("rule:direct") == [middle.id]
    assert queue("rule:direct.colon@1 -kind:claim") == [middle.id]
    assert queue("is:waiting kind:claim") == [flagged.id]
    assert queue("is:waiting 另一篇") == [late.id]
    assert queue("is:waiting type:direct") == []
    for wrong in ("score:high", "is:nothing", "type:poem"):
        with pytest.raises(InvalidError):
            queue(wrong)


def test_the_surest_come_first_if_wished(session: Session, document: Document) -> None:
    scores = {
        made(session, document.id, n * 5, score=s).id: s
        for n, s in enumerate((0.6, 0.9, 0.7))
    }
    found = session.reviewing.queue("", "score")
    assert [scores[one] for one in found] == [0.9, 0.7, 0.6]


def test_where_analysts_disagree_comes_first(
    open_session: Callable[..., Session],
) -> None:
    lin, wang = open_session("lin"), open_session("wang")
    document = lin.documents.add(source()).document
    alone = made(lin, document.id, 2)
    agreed = made(lin, document.id, 10, type="direct", speaker="许敏")
    made(wang, document.id, 10, type="direct", speaker="许敏")
    disputed = made(lin, document.id, 20, type="direct")
    made(wang, document.id, 21, kind=Kind.CLAIM)
    mine = "is:mine is:waiting"
    assert lin.reviewing.queue(mine) == [alone.id, agreed.id, disputed.id]
    assert lin.reviewing.queue(mine, "disagreement")[0] == disputed.id
    assert len(lin.reviewing.queue("is:others")) == 2


def test_one_document_can_be_asked_for_whatever_it_is_called(session: Session) -> None:
    documents = [
        session.documents.add(source(f"{text}桥上有车。", f"/{text}.txt")).document
        for text in ("一", "二")
    ]
    here, there = [made(session, one.id, 1) for one in documents]
    wanted = f"is:waiting document:{documents[0].id}"
    assert session.reviewing.queue(wanted) == [here.id]
    assert session.reviewing.queue(f"-document:{documents[0].id}") == [there.id]
    assert waits_only(wanted)


def test_a_decision_is_refused_if_somebody_was_faster(
    open_session: Callable[..., Session],
) -> None:
    lin, wang = open_session("lin"), open_session("wang")
    document = lin.documents.add(source()).document
    one = made(lin, document.id, 2)
    wang.reviewing.decide(one, Status.REJECTED)
    with pytest.raises(ConflictError):
        lin.reviewing.decide(one, Status.ACCEPTED)
    assert lin.annotations.get(one.id).status is Status.REJECTED


def test_many_at_once_are_one_step(session: Session, document: Document) -> None:
    ones = [made(session, document.id, n * 5) for n in range(4)]
    session.annotations.delete(ones[3])
    session.annotations.change(ones[0], status=Status.ACCEPTED)
    ids = [one.id for one in ones]
    seen = session.history.latest
    done = session.reviewing.decide_all(ids, Status.ACCEPTED, seen)
    assert (done.count, done.passed_over, done.seen) == (2, (), seen)
    assert session.reviewing.queue("") == []
    (step,) = session.history.steps(1)
    assert (step.id, step.label) == (done.step_id, "accept 2 at once")
    session.history.undo()
    assert session.reviewing.queue("") == [ones[1].id, ones[2].id]
    assert list(session.problems()) == []


def test_many_at_once_overwrite_nothing_that_somebody_else_did(
    open_session: Callable[..., Session],
) -> None:
    lin, wang = open_session("lin"), open_session("wang")
    document = lin.documents.add(source()).document
    ones = [made(lin, document.id, n * 5) for n in range(5)]
    tag = wang.codebook.add("民生")
    before = lin.history.latest
    wang.reviewing.decide(ones[0], Status.REJECTED)
    seen, ids = lin.history.latest, [one.id for one in ones]
    lin.annotations.change(lin.annotations.get(ids[1]), note="我的")
    wang.reviewing.decide(ones[2], Status.FLAGGED)
    wang.annotations.toggle_tag(ones[3], tag.id)
    wang.reviewing.decide(ones[4], Status.ACCEPTED)
    decide_all = lin.reviewing.decide_all
    done = decide_all(ids, Status.ACCEPTED, before)
    assert (done.count, done.passed_over) == (1, (ids[0], *ids[2:4]))
    lin.history.undo()
    done = decide_all(ids, Status.ACCEPTED, seen)
    assert (done.count, done.passed_over) == (2, tuple(ids[2:4]))
    assert [lin.annotations.get(one).status for one in ids] == [
        "accepted",
        "accepted",
        "flagged",
        "suggested",
        "accepted",
    ]
    labels = {status: f"{verb} {count} at once" for status, verb, count in (
        (Status.REJECTED, "reject", 5), (Status.FLAGGED, "flag", 5),
    )}  # fmt: skip
    for status, label in labels.items():
        decide_all(ids, status, lin.history.latest)
        assert lin.history.steps(1)[0].label == label
    assert decide_all(ids, Status.FLAGGED, "").count == 0
    assert lin.history.steps(1)[0].label == "flag 5 at once"


def test_filters_are_everybodys_and_places_each_ones_own(
    open_session: Callable[..., Session],
) -> None:
    lin, wang = open_session("lin"), open_session("wang")
    lin.reviewing.save_filter(" 高 分 ", "score:0.9..")
    lin.reviewing.save_filter("高 分", "score:0.95..")
    assert wang.reviewing.filters() == {"高 分": "score:0.95.."}
    lin.history.undo()
    assert wang.reviewing.filters() == {"高 分": "score:0.9.."}
    wang.reviewing.remove_filter("高 分")
    assert lin.reviewing.filters() == {}
    with pytest.raises(NotFoundError):
        lin.reviewing.remove_filter("高 分")
    for name, filter_ in (("", "is:waiting"), ("x", "is:nothing")):
        with pytest.raises(InvalidError):
            lin.reviewing.save_filter(name, filter_)
    place = ReviewPlace("is:waiting", "score", "a", 7, 31.5)
    lin.reviewing.keep_place(place)
    assert open_session("lin").reviewing.place() == place
    assert wang.reviewing.place() is None
