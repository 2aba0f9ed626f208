"""Documents: added once, found by any of their names, read where one left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from annotations.errors import InvalidError, NotFoundError
from annotations.model import Kind, ReadStatus, Span, Status
from tests.conftest import STORY, source

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotations.model import Document
    from annotations.session import Session


def test_the_same_bytes_are_added_once(session: Session, document: Document) -> None:
    again = session.documents.add(source(path="/elsewhere/copy.txt"))
    assert (again.outcome, again.document) == ("unchanged", document)
    assert len(session.documents.summaries()) == 1


def test_another_encoding_of_the_same_bytes_is_another_document(
    session: Session, document: Document
) -> None:
    assert session.documents.add(source(encoding="big5")).outcome == "added"


def test_bytes_in_two_encodings_are_each_added_once(session: Session) -> None:
    for encoding in ("gb18030", "latin-1"):
        assert session.documents.add(source(encoding=encoding)).outcome == "added"
    for encoding in ("gb18030", "latin-1"):
        again = session.documents.add(source(encoding=encoding))
        assert (again.outcome, again.document.encoding) == ("unchanged", encoding)
    assert len(session.documents.summaries()) == 2


@pytest.fixture
def just_before(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let something happen between somebody's look at a project and their writing."""

    def happens(session: Session, what: Callable[[], object]) -> None:
        begin = session._project.journal.action

        def action(*known: Any) -> Any:
            what()
            return begin(*known)

        monkeypatch.setattr(session._project.journal, "action", action)

    return happens


def test_two_who_add_the_same_file_at_once_add_one_document(
    open_session: Callable[..., Session], just_before: Callable[..., None]
) -> None:
    lin, wang = open_session("lin"), open_session("wang")
    just_before(wang, lambda: lin.documents.add(source()))
    assert wang.documents.add(source()).outcome == "unchanged"
    assert len(wang.documents.summaries()) == 1
    assert [step.analyst for step in wang.history.steps()] == ["lin"]


def test_two_who_update_at_once_make_no_two_documents_of_one_text(
    open_session: Callable[..., Session], just_before: Callable[..., None]
) -> None:
    lin, wang = open_session("lin"), open_session("wang")
    first, second = (
        lin.documents.add(source(text, f"/{text}.txt")).document
        for text in ("一。", "二。")
    )
    newer = source("三。", "/三.txt")
    just_before(wang, lambda: lin.documents.update(first, newer))
    assert wang.documents.update(first, newer).outcome == "unchanged"
    with pytest.raises(InvalidError, match="of the project already"):
        wang.documents.update(second, newer)


def test_an_update_finds_its_text_among_those_of_the_same_bytes(
    session: Session,
) -> None:
    for encoding in ("gb18030", "latin-1"):
        session.documents.add(source(encoding=encoding))
    other = session.documents.add(source("别的。", "/other.txt")).document
    with pytest.raises(InvalidError, match="of the project already"):
        session.documents.update(other, source(encoding="gb18030"))


def test_a_newer_version_is_reported_and_not_stored(
    session: Session, document: Document
) -> None:
    newer = session.documents.add(source(STORY + "续报"))
    assert (newer.outcome, newer.document) == ("changed", document)
    assert session.documents.text(document.id).text == STORY


def test_documents_are_found_by_id_path_and_title(
    session: Session, document: Document
) -> None:
    for wanted in (
        document.id,
        document.id[:18],
        "/news/bridge.txt",
        "bridge.txt",
        "河埠新桥通车",
    ):
        assert session.documents.find(wanted) == document
    with pytest.raises(NotFoundError):
        session.documents.find("无此文")
    session.documents.add(source("另一篇", path="/other/bridge.txt"))
    with pytest.raises(NotFoundError, match="2 documents"):
        session.documents.find("bridge.txt")


def test_what_waits_is_counted_by_itself_and_what_was_rejected_not_at_all(
    session: Session, document: Document
) -> None:
    for kind, status in (
        (Kind.QUOTE, Status.ACCEPTED),
        (Kind.QUOTE, Status.REJECTED),
        (Kind.QUOTE, Status.SUGGESTED),
        (Kind.CLAIM, Status.SUGGESTED),
        (Kind.CLAIM, Status.FLAGGED),
        (Kind.NOTE, Status.ACCEPTED),
    ):
        session.annotations.create(document.id, kind, [Span(0, 4)], status=status)
    summary = session.documents.summary(document.id)
    assert (summary.quotes, summary.claims, summary.notes) == (1, 1, 1)
    assert summary.waiting == 2
    assert session.documents.summaries() == [summary]


def test_place_and_status_are_each_analysts_own(
    open_session: Callable[..., Session],
) -> None:
    lin, wang = open_session("lin"), open_session("wang")
    document = lin.documents.add(source()).document
    assert lin.documents.summary(document.id).status is ReadStatus.UNREAD
    lin.reading.keep(document.id, 17)
    assert lin.reading.place(document.id) == 17
    assert lin.documents.summary(document.id).status is ReadStatus.READING
    assert (wang.reading.place(document.id), wang.reading.last_document()) == (0, None)
    lin.reading.mark(document.id, ReadStatus.READ)
    lin.reading.keep(document.id, 3)
    assert lin.documents.summary(document.id).status is ReadStatus.READ
    assert lin.reading.last_document() == document.id


def test_documents_follow_one_another_as_they_were_added(session: Session) -> None:
    assert session.documents.following(None) is None
    first, second = (
        session.documents.add(source(text, f"{text}.txt")).document.id
        for text in ("一。", "二。")
    )
    assert session.documents.following(None) == first
    assert session.documents.following(first) == second
    assert session.documents.following(second) is None
    assert not session.documents.is_long_list
