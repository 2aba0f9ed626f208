"""Matching: everything that stands in the logical text, at its place in the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import InvalidError
from annotations.model import Joins, Span
from annotations.search.folding import IGNORED, folding
from annotations.search.matching import Finder, PlainMatcher, matcher
from annotations.text.logical import logical_text

CHARACTERS = st.sampled_from(
    [*"中方电電影影aAＡ。 \u3000\u200b𠮷", "\n", "\n\n", "\n  "]
)


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, Joins]:
    """A text with some of its line breaks as joins."""
    text = "".join(draw(st.lists(CHARACTERS, max_size=40)))
    spans: list[Span] = []
    at = 0
    while (at := text.find("\n", at)) >= 0:
        start = end = at
        while start > 0 and text[start - 1].isspace():
            start -= 1
        while end < len(text) and text[end].isspace():
            end += 1
        if draw(st.booleans()):
            spans.append(Span(start, end))
        at = end
    return text, Joins(spans)


def brute_force(text: str, joins: Joins, wanted: str) -> list[Span]:
    """Compare at every place of the normalised logical text."""
    needle = folding().bare(wanted)
    kept: list[tuple[str, int]] = []
    for offset, character in enumerate(text):
        shown = logical_text(text, joins, Span(offset, offset + 1))
        inside = [one for one in joins if one.start <= offset < one.end]
        if inside:
            # A join between Latin words is shown as one space.
            (join,) = inside
            around = Span(max(join.start - 1, 0), min(join.end + 1, len(text)))
            is_spaced = " " in logical_text(text, joins, around).strip()
            shown = " " if is_spaced and offset == join.start else ""
        folded = folding().fold(shown)
        if not folded or character in IGNORED:
            continue
        if folded == " " and kept and kept[-1][0] == " ":
            continue
        kept.append((folded, offset))
    flat = "".join(one for one, _ in kept)
    return [
        Span(kept[at][1], kept[at + len(needle) - 1][1] + 1)
        for at in range(len(flat) - len(needle) + 1)
        if flat.startswith(needle, at)
    ]


@given(texts(), st.text("中方电電影aA。 ", min_size=1, max_size=4))
def test_everything_is_found_and_nothing_else(
    given_text: tuple[str, Joins], wanted: str
) -> None:
    text, joins = given_text
    if not wanted.strip():
        return
    found = list(PlainMatcher(wanted).spans(text, joins, 0, len(text)))
    expected = brute_force(text, joins, wanted)
    assert found == expected


@given(texts(), st.text("中方电影a", min_size=1, max_size=2), st.integers(0, 50))
def test_walking_meets_every_match_whatever_the_pieces(
    given_text: tuple[str, Joins], wanted: str, offset: int
) -> None:
    text, joins = given_text
    finder = Finder(text, joins, matcher(wanted))
    finder.piece = 5
    everything = [one for piece in finder.everything() for one in piece]
    assert everything == list(PlainMatcher(wanted).spans(text, joins, 0, len(text)))
    after = [one for one in everything if one.start >= offset] or everything
    before = [one for one in everything if one.start < offset] or everything
    forward = [one for one in finder.forward(offset) if one is not None]
    backward = [one for one in finder.backward(offset) if one is not None]
    assert forward == after[:1]
    assert backward == before[-1:]
    assert finder.between(0, len(text)) == everything


def test_a_word_is_found_across_a_print_line_break_and_not_across_a_space() -> None:
    text = "中\n\n方说，中 方"
    joins = Joins([Span(1, 3)])
    assert list(PlainMatcher("中方").spans(text, joins, 0, len(text))) == [Span(0, 4)]


def test_the_first_match_needs_no_look_at_the_rest() -> None:
    text = "电影" + "的" * 10_000_000
    walk = Finder(text, Joins(), matcher("電影")).forward(0)
    assert next(walk) == Span(0, 2)


def test_regular_expressions_see_folded_logical_text() -> None:
    text = "耗资３.２亿元，電\n影上映（一）"
    joins = Joins([Span(9, 10)])
    assert text[8:11] == "電\n影"

    def found(pattern: str) -> list[str]:
        spans = matcher(f"re:{pattern}").spans(text, joins, 0, len(text))
        return [text[one.start : one.end] for one in spans]

    assert found(r"\d\.\d亿") == ["３.２亿"]
    assert found("[电]影") == ["電\n影"]
    assert found("（.）") == ["（一）"]
    assert found("x*") == []


@pytest.mark.parametrize("wanted", ["", " ", "re:", "re:(", "\u200b"])
def test_nonsense_is_refused_in_words(wanted: str) -> None:
    with pytest.raises(InvalidError):
        matcher(wanted)


def test_an_expression_that_never_ends_is_stopped() -> None:
    text = "a" * 5000 + "b"
    with pytest.raises(InvalidError, match="too long"):
        list(matcher("re:(a|aa)+$").spans(text, Joins(), 0, len(text)))


@given(texts(), st.text("中方电影a ", min_size=1, max_size=3), st.integers(0, 60))
def test_what_touches_a_row_is_found_from_the_row(
    given_text: tuple[str, Joins], wanted: str, start: int
) -> None:
    text, joins = given_text
    if not wanted.strip():
        return
    finder = Finder(text, joins, matcher(wanted))
    start = min(start, len(text))
    everything = [one for piece in finder.everything() for one in piece]
    touching = [one for one in everything if one.start < start + 5 and one.end > start]
    assert finder.between(start, start + 5) == touching
