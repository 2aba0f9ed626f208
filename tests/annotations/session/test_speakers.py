"""The registry of speakers: every change is one step, and undo puts all of it back."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from annotations.errors import ConflictError, InvalidError, NotFoundError
from annotations.model import Kind, Span, Status
from tests.conftest import source

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotations.model import Annotation, Document
    from annotations.session import Session


@pytest.fixture
def quotes(session: Session, document: Document) -> list[Annotation]:
    other = session.documents.add(
        source("另一篇，她说好。", path="/other.txt")
    ).document
    return [
        session.annotations.create(
            place, Kind.QUOTE, [Span(start, start + 2)], speaker=name, role=role
        )
        for place, start, name, role in (
            (document.id, 0, "刘殊铭", "教授"),
            (document.id, 3, "刘殊铭", ""),
            (other.id, 0, "刘殊铭教授", "院长"),
            (other.id, 3, "许敏", ""),
        )
    ]


def state(session: Session) -> list[tuple[str, int, int, tuple[str, ...]]]:
    return [
        (one.name, one.quotes, one.documents, one.aliases)
        for one in session.speakers.every()
    ]


def test_who_is_quoted_how_often_and_where(
    session: Session, quotes: list[Annotation]
) -> None:
    session.annotations.change(quotes[3], status=Status.REJECTED)
    assert state(session) == [
        ("刘殊铭", 2, 1, ()),
        ("刘殊铭教授", 1, 1, ()),
        ("许敏", 0, 0, ()),
    ]
    find = session.speakers.find
    assert session.speakers.quoted(find("刘殊铭")) == quotes[:2]
    assert session.speakers.quoted(find("许敏")) == []
    one = find("刘殊铭")
    assert session.speakers.quoted(one, most=1) == quotes[:1]
    assert session.speakers.quoted(one, after=quotes[0], most=5) == quotes[1:2]
    assert session.speakers.quoted(one, after=quotes[1]) == []
    with pytest.raises(NotFoundError):
        find("没人")


def test_merging_joins_quotes_and_names_and_undo_parts_them(
    session: Session, quotes: list[Annotation]
) -> None:
    find = session.speakers.find
    before = state(session)
    session.speakers.change(
        find("刘殊铭教授"), organisation="某大学", aliases=["刘院长"]
    )
    kept = session.speakers.merge(find("刘殊铭"), [find("刘殊铭教授")])
    assert (kept.quotes, kept.documents, kept.organisation) == (3, 2, "某大学")
    assert kept.aliases == ("刘殊铭教授", "刘院长")
    assert find("刘院长") == kept
    made = session.annotations.create(
        quotes[0].document_id, Kind.QUOTE, [Span(0, 1)], speaker="刘殊铭教授"
    )
    assert made.speaker == "刘殊铭"
    for _ in range(3):
        session.history.undo()
    assert state(session) == before
    session.history.redo()
    session.history.redo()
    assert find("刘殊铭教授").name == "刘殊铭"


def test_splitting_gives_some_quotes_to_another(
    session: Session, quotes: list[Annotation]
) -> None:
    find = session.speakers.find
    session.speakers.merge(find("刘殊铭"), [find("刘殊铭教授")])
    merged = state(session)
    third = session.annotations.get(quotes[2].id)
    made = session.speakers.split(find("刘殊铭"), "刘殊铭教授", [third])
    assert (made.name, made.quotes) == ("刘殊铭教授", 1)
    assert find("刘殊铭").aliases == ()
    session.history.undo()
    assert state(session) == merged
    with pytest.raises(InvalidError):
        session.speakers.split(find("刘殊铭"), "别人", [])
    with pytest.raises(ConflictError):
        session.speakers.split(find("刘殊铭"), "别人", [quotes[3]])


def test_a_former_name_still_means_the_speaker(
    session: Session, quotes: list[Annotation]
) -> None:
    speaker = session.speakers.find("许敏")
    changed = session.speakers.change(speaker, name=" 许  敏女士 ", role="主任")
    assert (changed.name, changed.role) == ("许 敏女士", "主任")
    assert session.speakers.find("许敏").id == speaker.id
    back = session.speakers.change(changed, name="许敏", aliases=[])
    assert back.aliases == ("许 敏女士",)


def test_names_are_not_taken_from_others(
    session: Session, quotes: list[Annotation]
) -> None:
    find = session.speakers.find
    for fields in ({"name": "刘殊铭"}, {"aliases": ["刘殊铭"]}, {"name": " "}):
        with pytest.raises(InvalidError):
            session.speakers.change(find("许敏"), **fields)
    with pytest.raises(InvalidError):
        session.speakers.merge(find("许敏"), [find("许敏")])


def test_nobody_is_overwritten(
    open_session: Callable[..., Session], session: Session, quotes: list[Annotation]
) -> None:
    seen = session.speakers.find("许敏")
    other = open_session("wang")
    other.speakers.change(other.speakers.find("许敏"), role="局长")
    with pytest.raises(ConflictError):
        session.speakers.change(seen, role="主任")
    with pytest.raises(ConflictError):
        session.speakers.merge(session.speakers.find("刘殊铭"), [seen])
    assert session.speakers.find("许敏").role == "局长"


def test_names_come_in_order_of_use_without_a_look_at_annotations(
    session: Session, quotes: list[Annotation]
) -> None:
    names = session.speakers.names
    assert names() == ["刘殊铭", "刘殊铭教授", "许敏"]
    session.annotations.change(quotes[0], speaker="许敏")
    assert names() == ["许敏", "刘殊铭", "刘殊铭教授"]
    session.annotations.delete(quotes[3])
    assert names() == ["刘殊铭", "刘殊铭教授", "许敏"]
    find = session.speakers.find
    session.speakers.merge(find("许敏"), [find("刘殊铭教授")])
    assert names() == ["许敏", "刘殊铭"]
    session.annotations.change(session.annotations.get(quotes[1].id), speaker="")
    session.speakers.split(
        find("许敏"), "罗春山", session.speakers.quoted(find("许敏"))
    )
    assert names() == ["罗春山", "刘殊铭", "许敏"]
    while session.history.undo():
        assert list(session.problems()) == []
    while session.history.redo():
        pass
    assert names() == ["罗春山", "刘殊铭", "许敏"]
    assert list(session.problems()) == []
    read: set[str] = set()

    def note(_: int, table: str | None, *__: object) -> int:
        read.add(table or "")
        return sqlite3.SQLITE_OK

    session._project.database.conn.set_authorizer(note)
    names()
    assert "speakers" in read
    assert "annotations" not in read


def test_quotes_come_by_document_and_place_however_they_are_read(
    session: Session, document: Document
) -> None:
    other = session.documents.add(source("又一篇，她说好。", path="/2.txt")).document
    made = [
        session.annotations.create(
            one.id, Kind.QUOTE, [Span(start, start + 2)], speaker="许敏"
        )
        for start in (5, 1, 1, 3)
        for one in (other, document)
    ]
    wanted = sorted(made, key=lambda one: (one.document_id, one.start, one.id))
    speaker = session.speakers.find("许敏")
    assert session.speakers.quoted(speaker) == wanted
    for most in (1, 2, 3, 8, 9):
        read: list[Annotation] = []
        while more := session.speakers.quoted(
            speaker, read[-1] if read else None, most
        ):
            assert len(more) <= most
            read += more
        assert read == wanted
