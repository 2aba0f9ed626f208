"""Of a long text the beginning is read, and the rest of the same text later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotations.errors import NotFoundError
from annotations.model import Joins, Span
from annotations.store import beginnings, documents
from tests.conftest import source

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotations.model import SourceText
    from annotations.session import Session

LINES = "".join(f"第{number}行 👨 é。\n" for number in range(40))
JOINS = Joins([Span(3, 4), Span(len(LINES) - 1, len(LINES))])


@pytest.fixture
def whole(monkeypatch: pytest.MonkeyPatch) -> list[SourceText]:
    """The whole texts that are read, as they are read."""
    read: list[SourceText] = []
    take = documents.whole

    def noted(*known: object) -> SourceText:
        read.append(take(*known))  # type: ignore[arg-type]
        return read[-1]

    monkeypatch.setattr(documents, "whole", noted)
    return read


@pytest.mark.parametrize("enough", range(1, 12))
def test_a_beginning_ends_with_a_whole_character(
    session: Session,
    whole: list[SourceText],
    monkeypatch: pytest.MonkeyPatch,
    enough: int,
) -> None:
    monkeypatch.setattr(beginnings, "_ENOUGH", enough)
    document = session.documents.add(source(LINES)._replace(joins=JOINS)).document
    text = session.documents.flowing(document.id)
    begun = text.up_to(0)
    assert begun.joins == JOINS
    assert LINES.startswith(begun.text)
    # As many as fit into four octets each; the next one does not.
    fits = len(begun.text.encode()), len(LINES[: len(begun.text) + 1].encode())
    assert fits[0] <= 4 * enough < fits[1]
    assert whole == []
    assert text.whole() == session.documents.text(document.id)
    assert text.whole().joins == JOINS


@pytest.mark.parametrize("missing", [0, 1])
def test_a_text_of_just_so_much_is_read_whole(
    session: Session,
    whole: list[SourceText],
    monkeypatch: pytest.MonkeyPatch,
    missing: int,
) -> None:
    document = session.documents.add(source(LINES)).document
    monkeypatch.setattr(beginnings, "_ENOUGH", len(LINES) - missing)
    text = session.documents.flowing(document.id)
    assert len(whole) == 1 - missing
    assert text.source == LINES
    assert len(whole) == 1


def test_the_rest_is_that_of_the_text_that_was_begun(
    open_session: Callable[..., Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beginnings, "_ENOUGH", 8)
    lin, wang = open_session("lin"), open_session("wang")
    document = lin.documents.add(source(LINES)).document
    text = lin.documents.flowing(document.id)
    wang.documents.update(document, source("别的" * 200))
    assert text.source == LINES
    assert lin.documents.flowing(document.id).source == "别的" * 200


def test_a_document_that_is_not_there_has_no_beginning(session: Session) -> None:
    with pytest.raises(NotFoundError):
        session.documents.flowing("nowhere")
