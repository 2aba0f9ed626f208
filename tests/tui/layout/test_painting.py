"""Painting: every annotation is seen, with colour and without."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Annotation, Joins, Kind, Span, Status
from annotations.text.views import LogicalView
from tui.layout import highlights
from tui.layout.highlights import Highlights, _Block
from tui.layout.paint import Look, Palette, looks, margin
from tui.layout.rows import Rows
from tui.layout.tints import TINTS, mix

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest

TEXT = "新桥通车了，大家都很高兴。"


def annotation(
    name: str, start: int, end: int, kind: Kind = Kind.QUOTE, **known: object
) -> Annotation:
    return Annotation(
        id=name,
        document_id="d",
        kind=kind,
        type="",
        spans=(Span(start, end),),
        exact=("",),
        **known,  # type: ignore[arg-type]
    )


_SPANS = st.lists(
    st.tuples(st.integers(0, 300), st.integers(1, 80)).map(
        lambda pair: (pair[0], pair[0] + pair[1])
    ),
    max_size=200,
)


@given(_SPANS, st.integers(0, 400), st.integers(1, 30))
def test_the_index_finds_what_a_scan_finds(
    spans: list[tuple[int, int]], start: int, length: int
) -> None:
    ones = sorted(
        (annotation(str(n), *span) for n, span in enumerate(spans)),
        key=lambda one: (one.start, -one.end),
    )
    found = Highlights(ones).overlapping(start, start + length)
    assert {mark.annotation.id for mark in found} == {
        one.id for one in ones if one.start < start + length and one.end > start
    }
    assert [mark.start for mark in found] == sorted(mark.start for mark in found)


_CHANGES = st.lists(
    st.tuples(
        st.integers(0, 40),
        st.none() | st.lists(st.tuples(st.integers(0, 300), st.integers(1, 80))),
        st.sampled_from((Status.ACCEPTED, Status.REJECTED)),
    ),
    max_size=60,
)


@given(_SPANS, _CHANGES)
def test_what_is_changed_one_by_one_is_as_if_built_anew(
    spans: list[tuple[int, int]],
    changes: list[tuple[int, list[tuple[int, int]] | None, Status]],
) -> None:
    # Small blocks: what is told from one to the next matters.
    with patch.object(highlights, "_BLOCK", 4):
        known = {str(n): annotation(str(n), *span) for n, span in enumerate(spans)}
        index = Highlights(known.values())
        for number, places, status in changes:
            identity = str(number)
            known.pop(identity, None)
            if places:
                stretches = tuple(
                    Span(at, at + length) for at, length in sorted(places)
                )
                known[identity] = annotation(identity, 0, 1)._replace(
                    spans=stretches, status=status
                )
            index.change({identity: known.get(identity)})
        anew = Highlights(known.values())
        assert index.overlapping(0, 400) == anew.overlapping(0, 400)
        assert list(index.annotations) == list(anew.annotations)
        for at in range(0, 400, 37):
            assert index.overlapping(at, at + 9) == anew.overlapping(at, at + 9)
            assert index.annotations.following(at) == anew.annotations.following(at)
            assert index.annotations.preceding(at) == anew.annotations.preceding(at)


def test_a_change_gives_lanes_anew_only_near_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    index = Highlights(annotation(f"{n:05}", n * 9, n * 9 + 5) for n in range(5000))
    laid: list[int] = []
    lay = _Block.lay

    def counted(block: _Block, entering: Sequence[int]) -> None:
        laid.append(len(block.marks))
        lay(block, entering)

    monkeypatch.setattr(_Block, "lay", counted)
    for n in range(300):
        index.change({f"new{n}": annotation(f"new{n}", 20_000, 20_020 + n % 7)})
    index.change({"02000": None})
    assert max(laid) <= 128
    # The one it is in, the other half when it becomes two, and the next two or three
    # where the new ones take a lane.
    assert len(laid) < 300 * 4


def test_the_innermost_comes_first_and_rejected_are_gone() -> None:
    index = Highlights(
        [
            annotation("outer", 0, 10),
            annotation("gone", 1, 9, status=Status.REJECTED),
            annotation("inner", 2, 5, Kind.CLAIM),
        ]
    )
    assert [one.id for one in index.at(3)] == ["inner", "outer"]
    assert len(index) == 2
    following, preceding = (
        index.annotations.following(0),
        index.annotations.preceding(2),
    )
    assert following is not None
    assert preceding is not None
    assert (following.id, preceding.id) == ("inner", "outer")
    assert index.annotations.following(2) is None


def row_of(text: str = TEXT):  # type: ignore[no-untyped-def]
    view = LogicalView(text, Joins())
    return Rows(view, 60).of(view.paragraph_at(0))[0]


def test_overlaps_are_cut_where_they_begin_and_end() -> None:
    row = row_of()
    index = Highlights([annotation("q", 0, 8), annotation("c", 4, 12, Kind.CLAIM)])
    found = looks(row, index.overlapping(0, 13), {}, cursor=(5, 6))
    assert [(start, end) for start, end, _ in found] == [
        (0, 4),
        (4, 5),
        (5, 6),
        (6, 8),
        (8, 12),
        (12, 13),
    ]
    assert [sorted(look.kinds) for _, _, look in found] == [
        ["quote"],
        ["claim", "quote"],
        ["claim", "quote"],
        ["claim", "quote"],
        ["claim"],
        [],
    ]
    assert [look.is_cursor for _, _, look in found] == [0, 0, 1, 0, 0, 0]


def test_kinds_differ_without_colour() -> None:
    palette = Palette()
    signs = set()
    for kind in Kind:
        style = palette.style(Look(kinds=frozenset({kind}), colour="red", depth=1))
        signs.add((style.bold, style.underline, style.italic))
    assert len(signs) == len(Kind)
    assert (False, False, False) not in signs


def test_a_cursor_is_seen_inside_and_outside_a_selection() -> None:
    palette = Palette()
    plain, selected, cursor, both = (
        palette.style(Look(is_selected=s, is_cursor=c))
        for s, c in ((False, False), (True, False), (False, True), (True, True))
    )
    assert len({plain, selected, cursor, both}) == 4
    assert bool(selected.reverse) != bool(both.reverse)


def test_the_margin_shows_where_each_begins() -> None:
    row = row_of()
    index = Highlights(
        [
            annotation("q", 0, 8),
            annotation("c", 4, 12, Kind.CLAIM),
            annotation("s", 5, 6, Kind.NOTE, status=Status.SUGGESTED),
        ]
    )
    signs = margin(row, index.overlapping(0, 13), {}, current="c")
    assert [sign for sign, _, _ in signs] == ["q", "C", "?"]


def test_tags_colour_before_kinds() -> None:
    row = row_of()
    index = Highlights([annotation("q", 0, 8, tags=("t",))])
    found = looks(row, index.overlapping(0, 13), {"t": "violet"})
    assert found[0][2].colour == "violet"
    assert found[0][2].colour in TINTS


def test_mixing_stays_between_the_two() -> None:
    assert mix("#000000", "#ffffff", 0.5) == "#808080"
    assert mix("#102030", "#ffffff", 0) == "#102030"


def test_an_annotation_over_a_join_leaves_no_gap() -> None:
    text = "他说中\n方好。"
    view = LogicalView(text, Joins([Span(3, 4)]))
    row = Rows(view, 40).of(view.paragraph_at(0))[0]
    index = Highlights([annotation("q", 2, 5)])
    found = looks(row, index.overlapping(0, 8), {})
    assert [(start, end) for start, end, look in found if look.kinds] == [(2, 4)]
