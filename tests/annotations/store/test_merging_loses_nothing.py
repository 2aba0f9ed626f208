"""What one side alone changed is taken over or shown, and both projects end alike."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotations.errors import PizhuError
from annotations.model import Kind, Span
from annotations.session import Session
from annotations.store.journal import KEYS, rows_where
from annotations.store.merging.things import KIND_OF, key_of
from tests.conftest import source

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotations.model import Annotation, Document, Tag
    from annotations.records import Conflict, Speaker

Row = dict[str, Any]
Rows = dict[tuple[str, tuple[Any, ...]], Row]
Move = tuple[str, str, int, int]
"""Whose, which, of which thing, with which value."""

_TABLES = (
    "documents",
    "speakers",
    "speaker_aliases",
    "tags",
    "annotations",
    "spans",
    "annotation_tags",
)
_UNSAID = {"updated_at", "created_at", "analyst_id", "position"}


def rows_of(session: Session) -> Rows:
    connection = session._project.database.conn
    return {
        (table, key_of(table, row)): {
            name: value for name, value in row.items() if name not in _UNSAID
        }
        for table in _TABLES
        for row in rows_where(connection, table, "1", [])
    }


def do(session: Session, what: str, which: int, value: int) -> None:
    """One thing an analyst may do; nothing if there is nothing to do it to.

    Names are each host's own: two who give one name to two things is another matter.
    """
    (document,) = session.documents.summaries()
    marks = session.annotations.of_document(document.document.id)
    tags = session.codebook.tags()
    speakers = sorted(session.speakers.every(), key=lambda one: one.id)
    name = f"{session.analyst}{value}"
    if what in _TO_DOCUMENTS:
        _TO_DOCUMENTS[what](session, document.document, f"20{10 + value}")
    elif what == "mark":
        span = Span(which, which + 2)
        session.annotations.create(document.document.id, Kind.QUOTE, [span])
    elif what == "new tag":
        above = f"{tags[which % len(tags)].path}/" if tags and value % 2 else ""
        session.codebook.add(above + name)
    elif what in _TO_SPEAKERS and speakers:
        _TO_SPEAKERS[what](session, speakers[which % len(speakers)], name)
    elif what in _TO_TAGS and tags:
        _TO_TAGS[what](session, tags[which % len(tags)], name)
    elif what in _TO_TWO_TAGS and tags:
        tag, other = tags[which % len(tags)], tags[value % len(tags)]
        _TO_TWO_TAGS[what](session, tag, other, name)
    elif what in _TO_MARKS and marks:
        _TO_MARKS[what](session, marks[which % len(marks)], name)
    elif what == "tag" and marks and tags:
        mark, tag = marks[which % len(marks)], tags[value % len(tags)]
        session.annotations.toggle_tag(mark, tag.id)
    elif what == "who" and marks and speakers:
        mark, who = marks[which % len(marks)], speakers[value % len(speakers)]
        session.annotations.change(mark, speaker=who.name)


_TO_SPEAKERS: dict[str, Callable[[Session, Speaker, str], object]] = {
    "role": lambda session, one, name: session.speakers.change(one, role=name),
    "rename": lambda session, one, name: session.speakers.change(one, name=name),
    "alias": lambda session, one, name: session.speakers.change(
        one, aliases=[*one.aliases, name]
    ),
    "no alias": lambda session, one, _: session.speakers.change(
        one, aliases=one.aliases[1:]
    ),
}
_TO_TAGS: dict[str, Callable[[Session, Tag, str], object]] = {
    "define": lambda session, one, name: session.codebook.change(one, definition=name),
    "rename tag": lambda session, one, name: session.codebook.change(one, name=name),
    "remove tag": lambda session, one, _: session.codebook.remove(one),
}
_TO_TWO_TAGS: dict[str, Callable[[Session, Tag, Tag, str], object]] = {
    "move tag": lambda session, one, above, name: session.codebook.move(
        one, f"{above.path}/{name}"
    ),
    "merge tags": lambda session, one, other, _: session.codebook.merge(one, [other]),
}
_TO_MARKS: dict[str, Callable[[Session, Annotation, str], object]] = {
    "note": lambda session, one, name: session.annotations.change(one, note=name),
    "delete": lambda session, one, _: session.annotations.delete(one),
}
_TO_DOCUMENTS: dict[str, Callable[[Session, Document, str], object]] = {
    "undo": lambda session, _, __: session.history.undo(),
    "title": lambda session, one, said: session.documents.change(one, title=said),
    "date": lambda session, one, said: session.documents.change(one, published=said),
    "author": lambda session, one, said: session.documents.change(one, author=said),
}
_OTHERS = ("mark", "new tag", *_TO_TWO_TAGS, "tag", "who")
_MOVES = st.lists(
    st.tuples(
        st.sampled_from(["lin", "wang"]),
        st.sampled_from(
            [*_OTHERS, *_TO_DOCUMENTS, *_TO_SPEAKERS, *_TO_TAGS, *_TO_MARKS]
        ),
        st.integers(0, 5),
        st.integers(0, 5),
    ),
    max_size=12,
)


def begun(path: Path) -> Session:
    """Two speakers, two tags, two quotes."""
    session = Session.open(path, "lin")
    document = session.documents.add(source()).document
    tags = [session.codebook.add(path).id for path in ("民生", "产业")]
    for number, name in enumerate(("罗春山", "许敏")):
        session.annotations.create(
            document.id,
            Kind.QUOTE,
            [Span(number, number + 4)],
            speaker=name,
            tags=tags[number:],
        )
    return session


def thing_of(table: str, row: Row) -> tuple[str, str]:
    """Kind and identity of what a row belongs to."""
    named = {"speaker_aliases": "speaker_id"}.get(table, "annotation_id")
    return KIND_OF[table], row["id"] if KEYS[table] == ("id",) else row[named]


def shown(conflicts: list[Conflict]) -> set[tuple[str, str]]:
    return {(one.kind, one.entity_id) for one in conflicts}


@settings(max_examples=60)
@given(moves=_MOVES)
@example(moves=[("lin", "alias", 0, 0), ("wang", "role", 0, 0)])
@example(moves=[("wang", "role", 0, 0), ("lin", "alias", 0, 0)])
@example(moves=[("lin", "move tag", 0, 1), ("wang", "move tag", 1, 0)])
@example(
    moves=[
        ("lin", "remove tag", 0, 0),
        ("lin", "new tag", 0, 1),
        ("wang", "remove tag", 1, 0),
    ]
)
def test_nothing_is_lost_that_one_side_alone_changed(moves: list[Move]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        lin = begun(Path(folder) / "lin.db")
        lin.back_up(Path(folder) / "wang.db")
        wang = Session.open(Path(folder) / "wang.db", "wang")
        hosts = {"lin": lin, "wang": wang}
        try:
            base = rows_of(lin)
            for analyst, *move in moves:
                with suppress(PizhuError):
                    do(hosts[analyst], *move)
            apart = [rows_of(host) for host in hosts.values()]
            lin.merge(wang.path)
            wang.merge(lin.path)
            merged = rows_of(lin)
            assert rows_of(wang) == merged
            told = shown(lin.conflicts())
            for one, other in (apart, apart[::-1]):
                for place in {*base, *one}:
                    was, now = base.get(place), one.get(place)
                    if was != now and other.get(place) == was:
                        thing = thing_of(place[0], now or was or {})
                        assert merged.get(place) == now or thing in told
            for host in hosts.values():
                assert list(host.problems()) == []
        finally:
            for host in hosts.values():
                host.close()
