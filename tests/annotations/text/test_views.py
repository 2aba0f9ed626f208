"""Views: what is shown maps to the source and back, exactly, from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Joins, SourceText, Span
from annotations.text.logical import LogicalText, logical_text
from annotations.text.paragraphs import ParagraphKind
from annotations.text.views import LogicalView, PhysicalView

if TYPE_CHECKING:
    from annotations.text.paragraphs import Paragraph, TextView

_LETTERS = st.sampled_from("中方说新桥“”。，、AIok 3　\n\n#é👨")


@st.composite
def wrapped(draw: st.DrawFn) -> tuple[str, Joins]:
    """A text with joins: some of its line breaks, and margins of some of its lines."""
    text = draw(st.text(_LETTERS, max_size=80))
    spans: list[Span] = []
    at = 0
    while at < len(text):
        end = at
        while end < len(text) and text[end].isspace():
            end += 1
        begins = text.rfind("\n", at, end) + 1
        is_break = begins > 0 and at > 0
        if end < len(text) and is_break and draw(st.booleans()):
            spans.append(Span(at, end))
        elif begins < end < len(text) and (is_break or at == 0) and draw(st.booleans()):
            spans.append(Span(begins, draw(st.integers(begins + 1, end))))
        at = max(end, at + 1)
    return text, Joins(spans)


def forward(view: TextView) -> list[Paragraph]:
    found = [view.paragraph_at(0)]
    while (following := view.after(found[-1])) is not None:
        found.append(following)
    return found


def backward(view: TextView) -> list[Paragraph]:
    found = [view.paragraph_at(len(view.source))]
    while (earlier := view.before(found[-1])) is not None:
        found.append(earlier)
    return found[::-1]


@given(wrapped())
def test_every_shown_character_stands_for_one_of_the_source(
    case: tuple[str, Joins],
) -> None:
    text, joins = case
    for view in (LogicalView(text, joins), PhysicalView(text)):
        end = 0
        for paragraph in forward(view):
            assert end <= paragraph.start <= paragraph.end
            end = paragraph.end
            for logical, shown in enumerate(paragraph.text):
                source = paragraph.to_source(logical)
                assert shown == text[source] or (shown, text[source]) == (" ", "\n")
                assert paragraph.to_logical(source) == logical
            assert paragraph.to_source(len(paragraph.text)) == paragraph.end


@given(wrapped())
def test_nothing_but_white_space_is_left_out(case: tuple[str, Joins]) -> None:
    text, joins = case
    for view in (LogicalView(text, joins), PhysicalView(text)):
        shown = "".join(paragraph.text for paragraph in forward(view))
        assert "".join(shown.split()) == "".join(text.split())


@given(wrapped())
def test_walking_back_meets_what_walking_on_met(case: tuple[str, Joins]) -> None:
    text, joins = case
    for view in (LogicalView(text, joins), PhysicalView(text)):
        assert backward(view) == forward(view)


@given(wrapped(), st.data())
def test_a_paragraph_is_the_same_from_every_offset(
    case: tuple[str, Joins], data: st.DataObject
) -> None:
    text, joins = case
    offset = data.draw(st.integers(0, len(text)))
    for make in (lambda: LogicalView(text, joins), lambda: PhysicalView(text)):
        found = make().paragraph_at(offset)
        assert found in forward(make())


def test_print_lines_flow_and_paragraphs_stay() -> None:
    text = "第一行没有\n说完的话。\n\n第二段\n"
    view = LogicalView(text, Joins([Span(5, 6)]))
    first, second = forward(view)
    assert (first.text, first.space_before) == ("第一行没有说完的话。", False)
    assert (second.text, second.space_before) == ("第二段", True)
    assert first.to_source(5) == 6
    assert first.source_span(3, 7) == Span(3, 8)
    assert first.source_span(0, 5) == Span(0, 5)


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("news", "papers", "news papers"),
        ("word,", "next", "word, next"),
        ("新", "桥", "新桥"),
        ("使用AI", "技术", "使用AI技术"),
        ("共500", "000元", "共500000元"),
        ("电影,", "AI", "电影,AI"),
    ],
)
def test_only_latin_words_get_a_space(before: str, after: str, shown: str) -> None:
    text = f"{before}\n{after}"
    joins = Joins([Span(len(before), len(before) + 1)])
    assert LogicalView(text, joins).paragraph_at(0).text == shown
    assert logical_text(text, joins, Span(0, len(text))) == shown


def test_a_vertical_headline_is_one_heading() -> None:
    text = "老\n街\n修\n好\n了\n\n正文。"
    joins = Joins(Span(at, at + 1) for at in (1, 3, 5, 7))
    heading = LogicalView(text, joins).paragraph_at(0)
    assert (heading.text, heading.kind) == ("老街修好了", ParagraphKind.HEADING)


@given(wrapped(), st.data())
def test_logical_text_is_what_the_view_shows(
    case: tuple[str, Joins], data: st.DataObject
) -> None:
    text, joins = case
    paragraph = data.draw(st.sampled_from(forward(LogicalView(text, joins))))
    if paragraph.text:
        span = paragraph.source_span(0, len(paragraph.text))
        assert logical_text(text, joins, span) == paragraph.text


@given(wrapped(), st.data())
def test_any_span_is_cut_from_the_whole_logical_text(
    case: tuple[str, Joins], data: st.DataObject
) -> None:
    text, joins = case
    whole = LogicalText(SourceText("d", text, joins))
    places = st.integers(0, len(text))
    start, end = sorted((data.draw(places), data.draw(places)))
    shown = whole.text[whole.start_of(start) : whole.end_of(end)]
    assert shown == logical_text(text, joins, Span(start, end))


def test_a_book_on_one_line_is_read_in_portions() -> None:
    text = "一二三四五六七八九。" * 20_000
    view = PhysicalView(text)
    pieces = forward(view)
    assert all(len(piece.text) < 25_000 for piece in pieces)
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.text.endswith("。") for piece in pieces)
    assert backward(view) == pieces
    for offset in (0, 16_383, 16_384, 16_390, 100_001, 199_999):
        assert PhysicalView(text).paragraph_at(offset) in pieces


def test_a_hard_wrapped_book_is_walked_both_ways() -> None:
    # A paragraph of several portions whose even places fall into joins now and then.
    for width in (17, 18, 19, 23):
        line = "字" * (width - 1) + "\n \n"
        text = line * (70_000 // len(line)) + "完"
        joins = Joins(
            Span(at + width - 1, at + len(line))
            for at in range(0, len(text) - 1, len(line))
        )
        view = LogicalView(text, joins)
        forward = [view.paragraph_at(0)]
        while (following := view.after(forward[-1])) is not None:
            forward.append(following)
            assert len(forward) < 10
        back = [view.paragraph_at(len(text) - 1)]
        while (before := view.before(back[-1])) is not None:
            back.append(before)
            assert len(back) < 10
        assert back[::-1] == forward
        assert len(forward) >= 4
        assert "".join(one.text for one in forward) == "".join(text.split())


@pytest.mark.parametrize("text", ["", "\n", " \n\n　"])
def test_a_text_of_nothing_has_one_empty_paragraph(text: str) -> None:
    found = LogicalView(text, Joins()).paragraph_at(0)
    assert (found.text, found.kind) == ("", ParagraphKind.BLANK)


@given(st.lists(st.integers(0, 1000), max_size=20))
def test_joins_survive_packing(numbers: list[int]) -> None:
    joins = Joins(Span(number * 3, number * 3 + 2) for number in numbers)
    again = Joins.from_bytes(joins.to_bytes())
    assert again == joins
    assert list(again) == [Span(number * 3, number * 3 + 2) for number in numbers]


@pytest.mark.parametrize("blank", ["\n", "  \n", "　\n", " \n\n"])
def test_blank_lines_are_passed_over_however_many_they_are(
    blank: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = 9000
    view = LogicalView(f"头。\n{blank * many}　　尾。  \n{blank * many}", Joins())
    looks: list[int] = []
    around = LogicalView._join_around

    def counted(self: LogicalView, offset: int) -> Span | None:
        looks.append(offset)
        return around(self, offset)

    monkeypatch.setattr(LogicalView, "_join_around", counted)
    first = view.paragraph_at(0)
    last = view.after(first)
    assert last is not None
    assert (first.text, last.text) == ("头。", "　　尾。")
    assert view.after(last) is None
    assert view.before(last) == first
    assert view.before(first) is None
    for offset in (5, many // 2, many):
        view._latest = None
        assert view.paragraph_at(offset) == last
    for offset in (last.end + 5, len(view.source) - many // 2, len(view.source)):
        view._latest = None
        assert view.paragraph_at(offset) == last
    assert len(looks) < 200
