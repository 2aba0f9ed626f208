"""Undo and redo: whatever was done can be taken back and brought again."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from annotations.errors import CannotUndoError, InvalidError, LargeStepError
from annotations.model import Kind, Span, Status
from annotations.records import StepFilter
from annotations.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotations.model import Document


def state(session: Session) -> dict[str, Any]:
    """Everything a user can see."""
    summaries = session.documents.summaries()
    return {
        "documents": [one.document for one in summaries],
        "tags": session.codebook.tags(),
        "annotations": [
            one
            for summary in summaries
            for one in session.annotations.of_document(summary.document.id)
        ],
        "speakers": session.speakers.names(),
    }


def test_undo_walks_back_and_redo_forward(session: Session, document: Document) -> None:
    states = [state(session)]
    made = session.annotations.create(document.id, Kind.QUOTE, [Span(0, 4)])
    states.append(state(session))
    made = session.annotations.change(made, note="一", speaker="罗春山")
    states.append(state(session))
    session.annotations.delete(made)
    states.append(state(session))
    for before in reversed(states[:-1]):
        assert session.history.undo() is not None
        assert state(session) == before
    for after in states[1:]:
        assert session.history.redo() is not None
        assert state(session) == after
    assert session.history.redo() is None


def test_undo_works_after_a_restart(
    project_path: Path, session: Session, document: Document
) -> None:
    made = session.annotations.create(document.id, Kind.CLAIM, [Span(2, 6)])
    session.close()
    with Session.open(project_path, "lin") as again:
        step = again.history.undo()
        assert step is not None
        assert (step.label, step.annotation_id) == ("mark a claim", made.id)
        assert again.annotations.of_document(document.id) == []
    with Session.open(project_path, "lin") as third:
        assert third.history.redo() is not None
        assert third.annotations.get(made.id) == made


def test_a_redo_can_be_taken_back_and_made_again(
    session: Session, document: Document
) -> None:
    session.annotations.create(document.id, Kind.QUOTE, [Span(0, 4)])
    before = state(session)
    session.annotations.create(document.id, Kind.CLAIM, [Span(2, 6)])
    after = state(session)
    session.history.undo()
    for _ in range(2):
        session.history.redo()
        assert state(session) == after
        newest = session.history.steps(1)[0]
        session.history.take_back(newest.id)
        assert state(session) == before
        with pytest.raises(CannotUndoError, match="undone already"):
            session.history.take_back(newest.id)
    assert session.history.undo() is not None
    assert state(session)["annotations"] == [], "the step before it"


def test_a_new_action_ends_redo(session: Session, document: Document) -> None:
    session.annotations.create(document.id, Kind.QUOTE, [Span(0, 4)])
    session.history.undo()
    session.annotations.create(document.id, Kind.NOTE, [Span(4, 8)])
    assert session.history.redo() is None


def test_undo_is_each_analysts_own(open_session: Callable[..., Session]) -> None:
    from tests.conftest import source

    lin, wang = open_session("lin"), open_session("wang")
    document = lin.documents.add(source()).document
    mine = lin.annotations.create(document.id, Kind.QUOTE, [Span(0, 4)])
    theirs = wang.annotations.create(document.id, Kind.QUOTE, [Span(4, 8)])
    assert lin.history.undo() is not None
    assert lin.annotations.of_document(document.id) == [theirs]
    assert wang.history.redo() is None
    assert lin.history.redo() is not None
    assert lin.annotations.get(mine.id) == mine


def test_what_somebody_built_upon_cannot_be_undone(
    open_session: Callable[..., Session],
) -> None:
    from tests.conftest import source

    lin, wang = open_session("lin"), open_session("wang")
    document = lin.documents.add(source()).document
    tag = lin.codebook.add("桥梁")
    theirs = wang.annotations.create(
        document.id, Kind.QUOTE, [Span(0, 4)], tags=[tag.id]
    )
    before = state(lin)
    with pytest.raises(CannotUndoError, match="made later needs it"):
        lin.history.undo()
    assert state(lin) == before
    mine = lin.annotations.change(theirs, note="补充")
    wang.annotations.change(mine, note="再补充")
    with pytest.raises(CannotUndoError, match="changed again since"):
        lin.history.undo()


def test_the_codebook_is_undone_with_its_taggings(
    session: Session, document: Document
) -> None:
    tag = session.codebook.add("民生/交通", key="1")
    made = session.annotations.create(
        document.id, Kind.QUOTE, [Span(0, 4)], tags=[tag.id]
    )
    before = state(session)
    session.codebook.remove(tag)
    assert session.annotations.get(made.id).tags == ()
    session.history.undo()
    assert state(session) == before
    session.codebook.change(tag, name="出行", key="2", colour="blue")
    assert session.codebook.by_key("1") is None
    session.history.undo()
    assert state(session) == before


def test_uses_of_tags_are_counted_through_undo_and_redo(
    session: Session, document: Document
) -> None:
    tags = [session.codebook.add(path).id for path in ("民生", "民生/交通", "环境")]

    def uses() -> list[int]:
        return [tag.uses for tag in session.codebook.tags()]

    one = session.annotations.create(document.id, Kind.QUOTE, [Span(2, 6)], tags=tags)
    session.annotations.create(document.id, Kind.CLAIM, [Span(2, 6)], tags=tags[2:])
    assert uses() == [1, 1, 2]
    session.annotations.change(one, tags=tags[:1])
    assert uses() == [1, 0, 1]
    session.history.undo()
    assert uses() == [1, 1, 2]
    session.codebook.remove(session.codebook.get(tags[2]))
    assert uses() == [1, 1]
    session.history.undo()
    session.documents.remove(document)
    assert uses() == [0, 0, 0]
    session.history.undo()
    assert uses() == [1, 1, 2]
    assert list(session.problems()) == []


def test_where_something_was_done_since_a_step(
    session: Session, document: Document
) -> None:
    latest = session.history.latest
    assert session.history.documents_since(latest) == set()
    session.annotations.create(document.id, Kind.QUOTE, [Span(2, 6)])
    assert session.history.documents_since(latest) == {document.id}
    session.history.undo()
    assert session.history.documents_since(latest) == {document.id}
    session.codebook.add("民生")
    assert session.history.documents_since(latest) is None
    assert session.history.documents_since("unheard of") is None


@pytest.mark.parametrize(
    "time",
    ["2026", "2026-11", "2024-02-29", "2026-11-21T08", "2026-11-21T08:30:01.250Z"],
)
def test_a_time_is_of_the_calendar(session: Session, time: str) -> None:
    for matching in (StepFilter(since=time), StepFilter(until=time)):
        session.history.steps(1, matching)


@pytest.mark.parametrize(
    "time",
    [
        "2026-02-31",
        "2025-02-29",
        "2026-04-31T08",
        "2026-13",
        "2026T08",
        "2026-1",
        "T08",
    ],
)
def test_a_day_that_there_is_not_is_refused(session: Session, time: str) -> None:
    for matching in (StepFilter(since=time), StepFilter(until=time)):
        with pytest.raises(InvalidError, match="is no time"):
            session.history.steps(1, matching)


def test_an_action_that_fails_leaves_no_trace(
    session: Session, document: Document
) -> None:
    session.codebook.add("民生", key="1")
    before, steps = state(session), session.history.steps()
    with pytest.raises(InvalidError):
        session.codebook.add("交通/公路", key="1")
    assert (state(session), session.history.steps()) == (before, steps)


def test_an_action_that_changes_nothing_is_no_step(
    session: Session, document: Document
) -> None:
    made = session.annotations.create(document.id, Kind.QUOTE, [Span(0, 4)], note="一")
    steps = session.history.steps()
    assert session.annotations.change(made, note="一") == made
    assert session.history.steps() == steps


def test_documents_can_be_undone_and_redone(
    session: Session, document: Document
) -> None:
    before = state(session)
    session.history.undo()
    assert session.documents.summaries() == []
    session.history.redo()
    assert state(session) == before
    assert session.documents.text(document.id).text


_MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("make"), st.integers(0, 60), st.sampled_from(list(Kind))),
        st.tuples(st.just("note"), st.integers(0, 9), st.text(max_size=8)),
        st.tuples(st.just("move"), st.integers(0, 9), st.integers(0, 60)),
        st.tuples(st.just("tag"), st.integers(0, 9), st.integers(0, 3)),
        st.tuples(st.just("delete"), st.integers(0, 9), st.none()),
        st.tuples(st.just("untag"), st.integers(0, 3), st.none()),
        st.tuples(st.just("undo"), st.none(), st.none()),
        st.tuples(st.just("redo"), st.none(), st.none()),
        st.tuples(st.just("restart"), st.none(), st.none()),
    ),
    max_size=25,
)


class Bench:
    """A project beside the states that its undo should lead back to."""

    def __init__(self, folder: Path) -> None:
        from tests.conftest import source

        self.path = folder / "pizhu.db"
        self.session = Session.open(self.path, "lin")
        self.document = self.session.documents.add(source()).document
        for name in "甲乙丙丁":
            self.session.codebook.add(name)
        self.done: list[dict[str, Any]] = [state(self.session)]
        self.undone: list[dict[str, Any]] = []

    def do(self, name: str, first: Any, second: Any) -> None:
        if name in {"undo", "redo", "restart"}:
            getattr(self, name)()
            return
        steps = len(self.session.history.steps(1000))
        self._act(name, first, second)
        if len(self.session.history.steps(1000)) > steps:
            self.done.append(state(self.session))
            self.undone.clear()

    def undo(self) -> None:
        if len(self.done) > 1:
            assert self.session.history.undo() is not None
            self.undone.append(self.done.pop())
        assert state(self.session) == self.done[-1]

    def redo(self) -> None:
        assert (self.session.history.redo() is not None) == bool(self.undone)
        if self.undone:
            self.done.append(self.undone.pop())
        assert state(self.session) == self.done[-1]

    def restart(self) -> None:
        self.session.close()
        self.session = Session.open(self.path, "lin")

    def _act(self, name: str, first: Any, second: Any) -> None:
        session = self.session
        if name == "make":
            span = Span(first, first + 3)
            session.annotations.create(self.document.id, second, [span])
            return
        if name == "untag":
            tags = session.codebook.tags()
            if tags:
                session.codebook.remove(tags[first % len(tags)])
            return
        found = session.annotations.of_document(self.document.id)
        if not found:
            return
        chosen = found[first % len(found)]
        tags = session.codebook.tags()
        if name == "note":
            session.annotations.change(chosen, note=second)
        elif name == "move":
            session.annotations.change(chosen, spans=[Span(second, second + 2)])
        elif name == "tag" and tags:
            session.annotations.toggle_tag(chosen, tags[second % len(tags)].id)
        elif name == "delete":
            session.annotations.delete(chosen)


@hypothesis_settings(max_examples=40)
@given(moves=_MOVES)
def test_any_work_can_be_undone_to_the_start(moves: list[tuple[str, Any, Any]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        try:
            for move in moves:
                bench.do(*move)
            while bench.undone:
                bench.redo()
            last = state(bench.session)
            while len(bench.done) > 1:
                bench.undo()
            while bench.undone:
                bench.redo()
            assert state(bench.session) == last
        finally:
            bench.session.close()


def test_rejecting_is_a_change_like_any_other(
    session: Session, document: Document
) -> None:
    made = session.annotations.create(
        document.id, Kind.QUOTE, [Span(0, 4)], status=Status.SUGGESTED
    )
    rejected = session.annotations.change(made, status=Status.REJECTED)
    assert rejected._replace(status=made.status, updated_at=made.updated_at) == made
    session.history.undo()
    assert session.annotations.get(made.id) == made


def test_a_step_back_or_forward_costs_the_same_in_a_long_history(
    session: Session,
) -> None:
    def cost(step: Callable[[], object]) -> int:
        """Thousands of SQLite's own steps."""
        connection = session._project.database.conn
        thousands: list[None] = []
        connection.set_progress_handler(lambda: thousands.append(None), 1000)
        step()
        connection.set_progress_handler(None, 0)
        return len(thousands)

    add = session.suggestions.add_words
    for number in range(400):
        add("cue", [f"词{number}"])
    history = session.history
    first = history.steps(400)[-1].id
    assert cost(history.undo) <= 1
    assert cost(history.redo) <= 1
    assert cost(history.redo) <= 1, "there is nothing to bring back"
    assert cost(lambda: history.take_back(first)) <= 1


def test_what_a_step_touched_is_told_as_it_is_now(
    session: Session, document: Document
) -> None:
    touched = session.annotations.touched_by
    other = session.annotations.create(document.id, Kind.QUOTE, [Span(8, 12)])
    made = session.annotations.create(
        document.id, Kind.QUOTE, [Span(0, 4)], speaker="罗春山"
    )
    tag = session.codebook.add("民生")
    made = session.annotations.change(made, tags=[tag.id], spans=[Span(1, 4)])
    assert touched(session.history.latest) == {made.id: made}
    while (step := session.history.undo()) is not None:
        now = {one.id: one for one in session.annotations.of_document(document.id)}
        told = touched(step.id)
        if step.annotation_id is not None:
            assert told == {step.annotation_id: now.get(step.annotation_id)}
        else:
            # A tag or a text is not only one annotation's.
            assert told is None
    assert other.id not in now


def test_what_many_were_touched_by_is_not_told_one_by_one(
    session: Session, document: Document
) -> None:
    places = [(document.id, Span(at % 40, at % 40 + at // 40 + 2)) for at in range(300)]
    session.searching.mark_all(places, Kind.CLAIM)
    assert session.annotations.touched_by(session.history.latest) is None


def test_a_step_larger_than_asked_for_is_left_alone(
    session: Session, document: Document
) -> None:
    places = [(document.id, Span(at, at + 2)) for at in range(9)]
    session.searching.mark_all(places, Kind.CLAIM)
    (before, latest) = (state(session), session.history.latest)
    with pytest.raises(LargeStepError, match="changed many rows"):
        session.history.undo(most=17)
    with pytest.raises(LargeStepError):
        session.history.take_back(latest, most=17)
    assert (state(session), session.history.latest) == (before, latest)
    assert session.history.undo(most=18) is not None
    with pytest.raises(LargeStepError):
        session.history.redo(most=17)
    assert session.history.redo() is not None
    assert state(session) == before
