"""What is known of the open document: annotations in order, words as they flow."""

from __future__ import annotations

import pytest

from annotations.model import (
    Annotation,
    Document,
    DocumentSummary,
    Joins,
    Kind,
    ReadStatus,
    SourceText,
    Span,
)
from annotations.text.flowing import FlowingText
from tui.screens.open_document import OpenDocument

TEXT = "新桥今天\n通车了。"
DOCUMENT = Document("d", "题目", "日报", "", "", "/d.txt", "utf-8", "", 9, "2026-01-01")


def one(identity: str, *spans: Span) -> Annotation:
    exact = tuple(TEXT[span.start : span.end] for span in spans)
    return Annotation(identity, "d", Kind.CLAIM, "", spans, exact)


def opened(*annotations: Annotation) -> OpenDocument:
    summary = DocumentSummary(DOCUMENT, 0, 0, 0, ReadStatus.READING, 0)
    source = SourceText("d", TEXT, Joins([Span(4, 5)]))
    return OpenDocument(summary, FlowingText(source), "t", annotations)


def test_annotations_stand_in_order_of_place_outer_ones_first() -> None:
    document = opened(one("b", Span(2, 4)))
    document.put(one("a", Span(0, 2)))
    document.put(one("c", Span(0, 8)))
    document.put(one("b", Span(1, 4)))
    assert [each.id for each in document.annotations] == ["c", "a", "b"]
    assert document.find("b") == one("b", Span(1, 4))
    document.remove("a")
    assert document.find("a") is None


def test_only_annotations_that_have_changed_are_drawn_again() -> None:
    document = opened(one("a", Span(0, 2)), one("b", Span(2, 4)))
    assert document.draw() is None
    document.put(one("a", Span(0, 2)))
    assert document.is_drawn
    noted = one("a", Span(0, 2))._replace(note="x")
    elsewhere = one("e", Span(0, 2))._replace(document_id="other")
    document.change({"a": noted, "b": None, "e": elsewhere})
    assert not document.is_drawn
    assert document.draw() == {"a": noted, "b": None}
    assert document.is_drawn
    document.take([noted])
    assert document.draw() is None


def test_words_flow_over_the_break_of_a_printed_line() -> None:
    document = opened()
    assert document.words(Span(2, 7)) == "今天通车"
    assert document.words_of(one("a", Span(0, 2), Span(5, 7))) == "新桥……通车"
    assert document.view(is_physical=True).paragraph_at(0).text == "新桥今天"
    assert document.view(is_physical=False).paragraph_at(0).text == "新桥今天通车了。"
    assert document.name == "题目 · 日报 · utf-8"


def test_progress_is_through_the_whole_text_whatever_of_it_is_read() -> None:
    summary = DocumentSummary(DOCUMENT, 0, 0, 0, ReadStatus.READING, 0)
    begun = FlowingText(SourceText("d", TEXT[:3], Joins()), lambda: pytest.fail("read"))
    document = OpenDocument(summary, begun, "t")
    assert [document.progress(at) for at in (0, 3, 9)] == [0, 1 / 3, 1]
    assert document.words(Span(0, 3)) == TEXT[:3]
    nothing = summary._replace(document=DOCUMENT._replace(length=0))
    assert OpenDocument(nothing, begun, "t").progress(0) == 1
