"""Rows of the table of annotations: their order and their marks."""

from __future__ import annotations

from annotations.model import Annotation, Document, Kind, Span
from annotations.search.hits import FoundAnnotation
from tui.screens.annotation_rows import AnnotationRows

DOCUMENT = Document("d", "题目", "", "", "", "/d.txt", "utf-8", "", 20, "2026-01-01")


def found(identity: str, kind: Kind) -> FoundAnnotation:
    one = Annotation(identity, "d", kind, "", (Span(0, 2),), ("文字",))
    return FoundAnnotation(one, DOCUMENT, "文字")


def rows() -> AnnotationRows:
    made = AnnotationRows({})
    made.add([found("2", Kind.QUOTE), found("1", Kind.NOTE)])
    made.add([found("3", Kind.CLAIM)])
    made.sort()
    return made


def identities(shown: AnnotationRows) -> str:
    return "".join(one.id for one in shown.annotations)


def by_kind(shown: AnnotationRows) -> AnnotationRows:
    while "by kind" not in shown.summary:
        shown.sort_by_next(1)
    return shown


def test_they_stand_in_the_order_that_was_asked_for() -> None:
    shown = rows()
    assert identities(shown) == "123"
    shown.reverse()
    assert identities(shown) == "321"
    assert identities(by_kind(shown)) == "213"
    assert shown.index_of("1", 0) == 1
    assert shown.index_of("gone", 2) == 2


def test_the_order_outlives_the_rows() -> None:
    shown = by_kind(rows()).emptied({})
    assert shown.summary == "0 annotations, by kind"


def test_marks_follow_the_annotation_and_not_the_row() -> None:
    shown = rows()
    shown.mark(0)
    shown.reverse()
    assert shown.marked_or(0) == ["1"]
    assert shown.summary == "3 annotations, 1 marked, by time made, turned around"
    shown.mark(2)
    assert shown.marked_or(0) == ["3"]
    assert shown.marked_or(None) == ["3", "2", "1"]


def test_all_are_marked_or_none() -> None:
    shown = rows()
    shown.mark(1)
    shown.mark_all()
    assert shown.marked_or(0) == ["1", "2", "3"]
    shown.mark_all()
    assert shown.marked_or(0) == ["1"]
    assert shown.marked_or(7) == []
