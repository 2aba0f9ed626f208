"""What exports write as it is stored: nothing that pizhu never made comes in."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import ProjectRefusedError
from annotations.identity import derived_id, is_id, is_time, new_id, now
from annotations.model import TYPES, Span, Status
from annotations.session import Session
from tests.conftest import source

if TYPE_CHECKING:
    from pathlib import Path

_SET = "UPDATE annotations SET"
_WAS = "UPDATE changes SET"
_OF = "WHERE table_name = 'annotations'"

FAULTS = [
    (f"{_SET} type = '=HYPERLINK(\"http://x\")'", "type"),
    (f"{_SET} type = 'factual'", "type"),
    (f"{_SET} created_at = '=1+1'", "created_at"),
    (f"{_SET} created_at = '2026-11-21T02:00:00.123Z' || char(10)", "created_at"),
    (f"{_SET} updated_at = char(27) || '[31m,=cmd'", "updated_at"),
    (f"{_WAS} before = json_set(before, '$.type', '=1') {_OF}", "type"),
    (f'{_WAS} "after" = json_set("after", \'$.created_at\', 1) {_OF}', "created_at"),
    (f"{_WAS} before = json_set(before, '$.kind', json('[]')) {_OF}", "kind"),
    (f"{_WAS} \"after\" = json_set(\"after\", '$.id', '=1') {_OF}", "id"),
    (f'{_WAS} "after" = json_remove("after", \'$.type\') {_OF}', "type"),
    (f'{_WAS} "after" = \'7\' {_OF} AND "after" IS NOT NULL', "row"),
    (f'{_WAS} "after" = \'{"1" * 5000}\' {_OF} AND "after" IS NOT NULL', "row"),
]


def marked(path: Path, analyst: str) -> None:
    """A project with a quote that was changed, and a claim that was deleted."""
    with Session.open(path, analyst) as session:
        document = session.documents.add(source()).document
        marks = session.annotations
        quote, claim = (
            marks.create(document.id, kind, [Span(2, 6)], type=type_)
            for kind, type_ in (("quote", "direct"), ("claim", "factual"))
        )
        marks.change(quote, status=Status.FLAGGED)
        marks.delete(claim)


def harm(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(sql)
        connection.commit()


@pytest.mark.parametrize(("sql", "column"), FAULTS)
def test_what_pizhu_never_made_does_not_come_in(
    session: Session, tmp_path: Path, sql: str, column: str
) -> None:
    other = tmp_path / "other.db"
    marked(other, "wang")
    harm(other, sql)
    with pytest.raises(ProjectRefusedError, match=f"wrong {column}; run pizhu check"):
        session.merge(other)
    assert (session.documents.summaries(), session.history.steps()) == ([], [])


@pytest.mark.parametrize(("sql", "column"), FAULTS)
def test_check_tells_of_it(project_path: Path, sql: str, column: str) -> None:
    marked(project_path, "lin")
    harm(project_path, sql)
    with Session.open(project_path, "lin") as session:
        told = [one for one in session.problems() if one.about == "annotation"]
    assert told
    assert all(f"wrong {column}: " in one.what and one.repair for one in told)
    assert all("\n" not in one.what for one in told)


def test_an_identity_of_anything_does_not_come_in(
    session: Session, tmp_path: Path
) -> None:
    """Its rows and its journal agree, so that nothing else is wrong with it."""
    other = tmp_path / "other.db"
    marked(other, "wang")
    with Session.open(other, "wang") as theirs:
        (document,) = theirs.documents.summaries()
        (one,) = theirs.annotations.of_document(document.document.id)
    for sql in (
        f"{_SET} id = '=1' WHERE id = '{one.id}'",
        f"UPDATE spans SET annotation_id = '=1' WHERE annotation_id = '{one.id}'",
        f"{_WAS} row_key = replace(row_key, '{one.id}', '=1'),"
        f" before = replace(before, '{one.id}', '=1'),"
        f" \"after\" = replace(\"after\", '{one.id}', '=1')",
    ):
        harm(other, sql)
    with pytest.raises(ProjectRefusedError, match="wrong id"):
        session.merge(other)
    with Session.open(other, "wang") as theirs:
        assert {problem.about for problem in theirs.problems()} == {"annotation"}


def test_every_kind_with_every_type_comes_in(session: Session, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with Session.open(other, "wang") as theirs:
        document = theirs.documents.add(source()).document
        for kind, types in TYPES.items():
            for type_ in ("", *types):
                theirs.annotations.create(document.id, kind, [Span(2, 6)], type=type_)
        found = theirs.suggestions.find(theirs.documents.text(document.id))
        theirs.suggestions.store(document.id, found)
        count = len(theirs.annotations.of_document(document.id))
    assert session.merge(other).conflicts == ()
    (summary,) = session.documents.summaries()
    assert len(session.annotations.of_document(summary.document.id)) == count
    assert list(session.problems()) == []


@given(st.lists(st.text(), max_size=3))
def test_whatever_is_made_is_known_again(parts: list[str]) -> None:
    assert is_id(new_id())
    assert is_id(derived_id(*parts))
    assert is_time(now())


@given(st.text() | st.none() | st.integers())
def test_nothing_else_is(value: object) -> None:
    assert not is_id(value)
    assert not is_time(value)
