"""Random work of two analysts against a model held in memory.

Every action, undo, redo, restart, merge and update, in any order: what the session
tells is what the model says, and the project is whole.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from annotations.errors import CannotUndoError, ConflictError, InvalidError
from annotations.model import Kind, Span, Status
from annotations.session import Session
from tests.conftest import STORY, source

if TYPE_CHECKING:
    from annotations.model import Annotation

ANALYSTS = ("lin", "wang")
TAGS = ("民生", "民生/交通", "产业")


@dataclass(frozen=True)
class Mark:
    """An annotation as the model knows it."""

    document: str
    exact: str
    note: str
    status: str
    tags: frozenset[str]
    speaker: str


@dataclass(frozen=True)
class World:
    """Everything the model knows; immutable, so that undo is an older one."""

    marks: tuple[tuple[str, Mark], ...] = ()
    tags: frozenset[str] = frozenset()
    texts: tuple[tuple[str, str], ...] = ()


class Work(RuleBasedStateMachine):
    """Two sessions on one project and the model beside them."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.sessions = {name: self.open(name) for name in ANALYSTS}
        self.world = World()
        self.done: list[tuple[str, World, World, int]] = []
        """(who, before, after, move) of what is in effect, oldest first."""
        self.moves: list[str] = []
        """Who has acted, undone or redone, in order."""
        self.undone: dict[str, list[tuple[World, World]]] = {}
        self.versions = 0

    def open(self, analyst: str) -> Session:
        return Session.open(self.folder / "pizhu.db", analyst)

    def teardown(self) -> None:
        for session in self.sessions.values():
            session.close()
        shutil.rmtree(self.folder)

    def act(self, who: str, after: World) -> None:
        if after != self.world:
            self.did(who, self.world, after)
            self.undone[who] = []
        self.world = after

    def did(self, who: str, before: World, after: World) -> None:
        self.moves.append(who)
        self.done.append((who, before, after, len(self.moves)))

    @initialize()
    def begin(self) -> None:
        document = self.sessions["lin"].documents.add(source()).document
        self.act("lin", replace(self.world, texts=((document.id, STORY),)))

    def marks(self) -> dict[str, Mark]:
        return dict(self.world.marks)

    def with_mark(self, identity: str, mark: Mark | None) -> World:
        marks = self.marks()
        if mark is None:
            del marks[identity]
        else:
            marks[identity] = mark
        return replace(self.world, marks=tuple(sorted(marks.items())))

    def some(self, data: st.DataObject, who: str) -> Annotation:
        identity = data.draw(st.sampled_from([one for one, _ in self.world.marks]))
        return self.sessions[who].annotations.get(identity)

    @precondition(lambda self: self.world.texts)
    @rule(who=st.sampled_from(ANALYSTS), data=st.data())
    def mark(self, who: str, data: st.DataObject) -> None:
        document_id, text = data.draw(st.sampled_from(self.world.texts))
        start = data.draw(st.integers(0, len(text) - 2))
        while text[start].isspace():
            start += 1
        end = data.draw(st.integers(start + 1, min(start + 9, len(text))))
        span = Span(start, end - (len(text[start:end]) - len(text[start:end].rstrip())))
        speaker = data.draw(st.sampled_from(["", "许敏"]))
        one = self.sessions[who].annotations.create(
            document_id, Kind.QUOTE, [span], speaker=speaker
        )
        mark = Mark(
            document_id,
            text[span.start : span.end],
            "",
            "accepted",
            frozenset(),
            speaker,
        )
        self.act(who, self.with_mark(one.id, mark))

    @precondition(lambda self: self.world.marks)
    @rule(
        who=st.sampled_from(ANALYSTS),
        note=st.sampled_from(["", "甲", "乙"]),
        status=st.sampled_from(list(Status)),
        data=st.data(),
    )
    def change(self, who: str, note: str, status: Status, data: st.DataObject) -> None:
        one = self.some(data, who)
        self.sessions[who].annotations.change(one, note=note, status=status)
        mark = replace(self.marks()[one.id], note=note, status=str(status))
        self.act(who, self.with_mark(one.id, mark))

    @precondition(lambda self: self.world.marks)
    @rule(who=st.sampled_from(ANALYSTS), data=st.data())
    def change_what_was_changed(self, who: str, data: st.DataObject) -> None:
        stale = self.some(data, who)._replace(note="见过的")
        try:
            self.sessions[who].annotations.change(stale, note="迟了")
        except ConflictError as conflict:
            assert conflict.current is not None
            assert conflict.current.id == stale.id
        else:
            raise AssertionError("a stale change went through")

    @precondition(lambda self: self.world.marks)
    @rule(who=st.sampled_from(ANALYSTS), data=st.data())
    def delete(self, who: str, data: st.DataObject) -> None:
        one = self.some(data, who)
        self.sessions[who].annotations.delete(one)
        self.act(who, self.with_mark(one.id, None))

    @rule(who=st.sampled_from(ANALYSTS), path=st.sampled_from(TAGS))
    def add_tag(self, who: str, path: str) -> None:
        try:
            self.sessions[who].codebook.add(path)
        except InvalidError:
            assert path in self.world.tags
            return
        parents = {path.split("/", maxsplit=1)[0], path}
        self.act(who, replace(self.world, tags=self.world.tags | parents))

    @precondition(lambda self: self.world.marks and self.world.tags)
    @rule(who=st.sampled_from(ANALYSTS), data=st.data())
    def toggle(self, who: str, data: st.DataObject) -> None:
        one = self.some(data, who)
        path = data.draw(st.sampled_from(sorted(self.world.tags)))
        tag = self.sessions[who].codebook.by_path(path)
        assert tag is not None
        self.sessions[who].annotations.toggle_tag(one, tag.id)
        mark = self.marks()[one.id]
        self.act(who, self.with_mark(one.id, replace(mark, tags=mark.tags ^ {path})))

    @precondition(lambda self: self.world.tags)
    @rule(who=st.sampled_from(ANALYSTS), data=st.data())
    def remove_tag(self, who: str, data: st.DataObject) -> None:
        path = data.draw(st.sampled_from(sorted(self.world.tags)))
        tag = self.sessions[who].codebook.by_path(path)
        assert tag is not None
        try:
            self.sessions[who].codebook.remove(tag)
        except InvalidError:
            assert any(one.startswith(f"{path}/") for one in self.world.tags)
            return
        marks = tuple(
            (identity, replace(mark, tags=mark.tags - {path}))
            for identity, mark in self.world.marks
        )
        self.act(who, replace(self.world, tags=self.world.tags - {path}, marks=marks))

    @precondition(lambda self: self.world.texts)
    @rule(who=st.sampled_from(ANALYSTS))
    def update(self, who: str) -> None:
        session = self.sessions[who]
        ((document_id, text),) = self.world.texts
        self.versions += 1
        newer = f"第{self.versions}版\n\n{text}"
        document = session.documents.get(document_id)
        session.documents.update(document, source(newer))
        self.act(who, replace(self.world, texts=((document_id, newer),)))

    @precondition(lambda self: self.world.texts)
    @rule(who=st.sampled_from(ANALYSTS))
    def remove_document(self, who: str) -> None:
        ((document_id, _),) = self.world.texts
        session = self.sessions[who]
        session.documents.remove(session.documents.get(document_id))
        self.act(who, replace(self.world, texts=(), marks=()))

    @rule(who=st.sampled_from(ANALYSTS))
    def undo(self, who: str) -> None:
        own = [step for step in self.done if step[0] == who]
        try:
            step = self.sessions[who].history.undo()
        except CannotUndoError:
            # Somebody built upon it, or undid what it stands on, after it was done.
            assert set(self.moves[own[-1][3] :]) - {who}
            return
        assert (step is None) == (not own)
        if step is None:
            return
        number = max(n for n, one in enumerate(self.done) if one[0] == who)
        is_latest = number == len(self.done) - 1
        _, before, after, _ = self.done.pop(number)
        self.moves.append(who)
        self.undone.setdefault(who, []).append((before, after))
        self.step(before if is_latest and self.world == after else None)

    @rule(who=st.sampled_from(ANALYSTS))
    def redo(self, who: str) -> None:
        waiting = self.undone.get(who, [])
        try:
            step = self.sessions[who].history.redo()
        except CannotUndoError:
            assert waiting
            return
        assert (step is None) == (not waiting)
        if step is not None:
            before, after = waiting.pop()
            self.did(who, before, after)
            self.step(after if self.world == before else None)

    def step(self, expected: World | None) -> None:
        """Go to a world that is known; where the steps of two are mixed, look at it."""
        self.world = expected or self.seen(self.sessions["lin"])

    @rule(who=st.sampled_from(ANALYSTS))
    def restart(self, who: str) -> None:
        self.sessions[who].close()
        self.sessions[who] = self.open(who)

    @rule()
    def merge_a_copy_of_itself(self) -> None:
        copy = self.folder / "copy.db"
        copy.unlink(missing_ok=True)
        session = self.sessions["lin"]
        session.back_up(copy)
        before = len(session.history.steps(9999))
        merged = session.merge(copy)
        assert (merged.actions, merged.changed, merged.conflicts) == (0, (), ())
        assert len(session.history.steps(9999)) == before

    @precondition(lambda self: self.world.texts)
    @rule(who=st.sampled_from(ANALYSTS))
    def merge_work_done_elsewhere(self, who: str) -> None:
        copy = self.folder / "elsewhere.db"
        for one in self.folder.glob("elsewhere.db*"):
            one.unlink()
        session = self.sessions[who]
        session.back_up(copy)
        ((document_id, text),) = self.world.texts
        with Session.open(copy, "zhao") as other:
            one = other.annotations.create(document_id, Kind.NOTE, [Span(0, 2)])
        session.merge(copy)
        mark = Mark(document_id, text[:2], "", "accepted", frozenset(), "")
        self.act(who, self.with_mark(one.id, mark))

    def seen(self, session: Session) -> World:
        paths = {tag.id: tag.path for tag in session.codebook.tags()}
        marks: dict[str, Mark] = {}
        texts: list[tuple[str, str]] = []
        for summary in session.documents.summaries():
            document_id = summary.document.id
            texts.append((document_id, session.documents.text(document_id).text))
            for one in [
                *session.annotations.of_document(document_id),
                *(two.annotation for two in session.annotations.in_doubt(document_id)),
            ]:
                marks[one.id] = Mark(
                    document_id,
                    "".join(one.exact),
                    one.note,
                    str(one.status),
                    frozenset(paths[tag] for tag in one.tags),
                    one.speaker,
                )
        return World(
            tuple(sorted(marks.items())), frozenset(paths.values()), tuple(texts)
        )

    @invariant()
    def everybody_sees_what_the_model_says(self) -> None:
        for session in self.sessions.values():
            assert self.seen(session) == self.world

    @invariant()
    def it_is_whole(self) -> None:
        assert list(self.sessions["wang"].problems()) == []


TestWork = Work.TestCase
TestWork.settings = settings(
    max_examples=int(os.environ.get("PIZHU_TEST_EXAMPLES", "15")),
    stateful_step_count=25,
    deadline=None,
    # A failing sequence is told as it was found: to shorten it takes minutes.
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
