"""Rows beside a slow reference; clusters, numbers and dashes that stay whole."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotations.model import Annotation, Joins, Kind, Span
from annotations.text.graphemes import boundary_at_or_before
from annotations.text.views import LogicalView, PhysicalView
from tui.layout.cells import cell_width, clusters, measure
from tui.layout.displayable import displayable
from tui.layout.highlights import Highlights
from tui.layout.paint import looks
from tui.layout.rows import Rows
from tui.layout.viewport import Viewport
from tui.layout.wrap import wrap

_ANY = st.text(max_size=60) | st.text(
    st.sampled_from(
        "新，。“”—…A1, é\u0301\u200d\ufe0f👨👩🏽🇨🇳한\u1100\u1161\u0915\u094d\u0937\u0bc2〜の"
    ),
    max_size=60,
)


@given(_ANY, st.integers(2, 30))
def test_a_cluster_is_never_cut_and_a_row_never_too_wide(text: str, width: int) -> None:
    shown = displayable(text)
    for start, end in wrap(shown, width):
        row = shown[start:end]
        assert boundary_at_or_before(shown, start) == start
        is_one = len(list(clusters(row))) == 1
        assert is_one or cell_width(row.rstrip(" ")) <= width


@given(_ANY)
@example("0\u1160\ufe0f")
@example("0\u1161\ufe0f")
def test_parts_are_as_wide_as_the_whole(text: str) -> None:
    shown = displayable(text)
    reach, inner = measure(shown)
    assert reach[-1] == cell_width(shown)
    for start, end, cells in clusters(shown):
        assert reach[end] - reach[start] == cells
        assert inner & set(range(start, end + 1)) == set(range(start + 1, end))


def greedy(text: str, width: int) -> list[str]:
    """Han and marks only: each row as long as kinsoku lets it be."""
    rows = []
    while text:
        most = max(n for n in range(len(text) + 1) if cell_width(text[:n]) <= width)
        allowed = [
            n
            for n in range(1, most + 1)
            if n == len(text) or (text[n] not in "，。”》" and text[n - 1] not in "“《")
        ]
        taken = max(allowed, default=most)
        rows.append(text[:taken])
        text = text[taken:]
    return rows


@given(st.text(st.sampled_from("新桥通车，。“”《》"), max_size=80), st.integers(2, 24))
def test_rows_are_the_longest_that_kinsoku_allows(text: str, width: int) -> None:
    found = [text[start:end] for start, end in wrap(text, width)]
    assert found == (greedy(text, width) or [""])


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("共计1,000.5元", 10, ["共计", "1,000.5元"]),
        ("他说don’t go吧", 10, ["他说don’t ", "go吧"]),
        ("用Seedance2.0做的", 11, ["用", "Seedance2.0", "做的"]),
        ("涨了很多80%吗", 10, ["涨了很多", "80%吗"]),
        ("https://a.example/b?c=d", 10, ["https://a.", "example/b?", "c=d"]),
        ("他说〝好〞了", 6, ["他说", "〝好〞", "了"]),
        ("他说的好〞了", 8, ["他说的", "好〞了"]),
        ("好——————好", 4, ["好", "————", "——好"]),
        ("好的……不", 5, ["好", "的……", "不"]),
        ("。。。。。", 4, ["。。", "。。", "。"]),
        ("👨‍👩‍👧👨‍👩‍👧", 2, ["👨‍👩‍👧", "👨‍👩‍👧"]),
    ],
)
def test_what_stays_whole(text: str, width: int, rows: list[str]) -> None:
    assert [text[start:end] for start, end in wrap(text, width)] == rows


PAGE = "\n\n".join(f"第{n}段。新桥通车了，大家都很高兴，" * 9 for n in range(30))


@given(st.integers(0, len(PAGE) - 1), st.lists(st.integers(4, 60), max_size=12))
def test_a_storm_of_sizes_ends_where_it_began(offset: int, widths: list[int]) -> None:
    viewport = Viewport(LogicalView(PAGE, Joins()), 40, 8)
    viewport.show(offset)
    viewport.scroll(3)
    before = [row.place for row in viewport.rows if not row.is_spacer]
    for width in widths:
        viewport.lay_out(width=width, height=3 + width % 7)
    viewport.lay_out(width=40, height=8)
    after = [row.place for row in viewport.rows if not row.is_spacer]
    assert after[: len(before) - 1] == before[: len(before) - 1]


@given(st.integers(0, 200), st.integers(0, 7))
def test_every_line_of_the_screen_leads_to_the_screen(scrolled: int, y: int) -> None:
    viewport = Viewport(LogicalView(PAGE, Joins()), 40, 8)
    viewport.scroll(scrolled)
    assert viewport.y_of(viewport.offset_at(y, 0)) is not None


@pytest.mark.parametrize("spans", [[(2, 4)], [(2, 5)], [(4, 8)], [(3, 4)]])
def test_a_join_is_never_painted_in_place_of_its_neighbour(
    spans: list[tuple[int, int]],
) -> None:
    text = "他说中\n方好。"
    view = LogicalView(text, Joins([Span(3, 4)]))
    row = Rows(view, 40).of(view.paragraph_at(0))[0]
    index = Highlights(quote(*span) for span in spans)
    painted = "".join(
        row.text[start:end]
        for start, end, look in looks(row, index.overlapping(0, 9), {})
        if look.kinds
    )
    ((start, end),) = spans
    assert painted == text[start:end].replace("\n", "")


@given(_ANY, st.integers(0, 40), st.integers(1, 20))
def test_painting_cuts_no_cluster(text: str, start: int, length: int) -> None:
    view = PhysicalView(text.replace("\n", " ") or "新")
    row = Rows(view, 200).of(view.paragraph_at(0))[0]
    marks = Highlights([quote(start, start + length)]).overlapping(0, 100)
    found = looks(row, marks, {}, selection=Span(start, start + length))
    assert "".join(row.text[first:last] for first, last, _ in found) == row.text
    for first, _, _ in found:
        assert boundary_at_or_before(row.text, first) == first


def quote(start: int, end: int) -> Annotation:
    return Annotation(f"{start}-{end}", "d", Kind.QUOTE, "", (Span(start, end),), ("",))
