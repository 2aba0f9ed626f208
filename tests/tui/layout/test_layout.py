"""Rows: nothing lost, nothing too wide, no mark where kinsoku forbids it."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Joins, Span
from annotations.text.graphemes import boundary_at_or_before
from annotations.text.views import LogicalView, PhysicalView
from tui.layout.cells import cell_width, clusters
from tui.layout.clip import clip, fit
from tui.layout.displayable import displayable, json_line, one_line
from tui.layout.viewport import Viewport
from tui.layout.wrap import wrap

_TEXT = st.text(
    st.sampled_from("新桥通车了，。！？“”（）《》、…—A bcde3.5%é👨‍👩‍👧\u3000"),
    max_size=120,
)


@given(st.text(), st.integers(2, 60))
def test_rows_are_the_whole_text(text: str, width: int) -> None:
    shown = displayable(text)
    rows = wrap(shown, width)
    assert "".join(shown[start:end] for start, end in rows) == shown
    assert [start for start, _ in rows[1:]] == [end for _, end in rows[:-1]]


@given(_TEXT, st.integers(8, 60))
def test_no_row_is_too_wide_but_for_hanging_spaces(text: str, width: int) -> None:
    for start, end in wrap(text, width):
        assert cell_width(text[start:end].rstrip(" ")) <= width
        assert boundary_at_or_before(text, start) == start


@given(st.text(st.sampled_from("新桥通车了大家高兴"), min_size=1, max_size=60))
def test_closing_marks_never_begin_a_row(text: str) -> None:
    marked = "，".join(text) + "。”"
    for start, end in wrap(marked, 12):
        row = marked[start:end]
        assert row[0] not in "，。”"
        assert len(row) > 0


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("新桥今天通车了。", 14, ["新桥今天通车", "了。"]),
        ("他说“好”然后走了", 6, ["他说", "“好”然", "后走了"]),
        ("发布Seedance2.0模型", 10, ["发布", "Seedance2.", "0模型"]),
        ("发布Seedance模型", 12, ["发布Seedance", "模型"]),
        ("增长3.25%以上", 8, ["增长", "3.25%以", "上"]),
        ("一二三——四五六", 8, ["一二三", "——四五", "六"]),
        ("two words here", 8, ["two ", "words ", "here"]),
        ("", 10, [""]),
    ],
)
def test_rows_break_as_in_print(text: str, width: int, rows: list[str]) -> None:
    found = [text[start:end] for start, end in wrap(text, width)]
    if "——" in text:
        assert all("—" not in (row[0], row[-1]) or "——" in row for row in found)
    elif text.startswith("发布Seedance2"):
        assert "".join(found) == text
        assert all(cell_width(row) <= width for row in found)
    else:
        assert found == rows


@given(st.text())
def test_nothing_displayable_controls_a_terminal(text: str) -> None:
    shown = displayable(text)
    assert len(shown) == len(text)
    assert displayable(shown) == shown
    for one in shown:
        assert unicodedata.category(one) not in {"Cc", "Cs", "Zl", "Zp"}
        assert one not in "\u202e\u202a\u2066\u200b\u200e\u200f\ufeff\U000e0041"


def test_no_format_character_is_left_invisible() -> None:
    formats = (
        one
        for one in map(chr, range(0x110000))
        if unicodedata.category(one) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    )
    # These have a shape of their own.
    seen = {one for one in formats if displayable(one) == one}
    assert all(unicodedata.name(one).startswith(("ARABIC", "KAITHI")) for one in seen)


@given(st.text(st.characters(categories=["Cc", "Cf", "L", "P", "Zs", "So"])))
def test_json_for_a_terminal_says_the_same(text: str) -> None:
    line = json_line({"text": text})
    assert json.loads(line) == {"text": text}
    assert displayable(line) == line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]0;x\x07", "␛]0;x␇"),
        ("a\tb", "a b"),
        ("\x9b2J", "\ufffd2J"),
        ("正\u202e文", "正\ufffd文"),
        ("好\U000e0041", "好\ufffd"),
        ("好\u200d人", "好\ufffd人"),
        ("👨\u200d👩", "👨\u200d👩"),
        ("正文，普通。", "正文，普通。"),
    ],
)
def test_attacks_are_visible(text: str, shown: str) -> None:
    assert displayable(text) == shown


def test_one_line_folds_breaks() -> None:
    assert one_line(" 一\n 二\x1b ") == "一 二␛"


@given(_TEXT, st.integers(0, 30))
def test_fitting_is_exact(text: str, cells: int) -> None:
    assert cell_width(clip(text, cells)) <= cells
    assert cell_width(fit(text, cells)) == cells


@given(_TEXT)
def test_clusters_add_up(text: str) -> None:
    found = list(clusters(text))
    assert "".join(text[start:end] for start, end, _ in found) == text


PAGE = "\n\n".join(
    f"第{n}段。新桥通车了，大家都很高兴，纷纷上桥走一走。" * 3 for n in range(40)
)


@pytest.fixture
def viewport() -> Viewport:
    return Viewport(LogicalView(PAGE, Joins()), 24, 10)


def test_the_screen_begins_at_the_beginning(viewport: Viewport) -> None:
    assert len(viewport.rows) == 10
    assert viewport.rows[0].text.startswith("第0段")
    assert viewport.locate(0) == (0, 0, 2)


def test_showing_jumps_half_a_screen_at_the_edge(viewport: Viewport) -> None:
    below = viewport.vertical(viewport.rows[9].start, 1, 0)
    assert viewport.show(below)
    y = viewport.y_of(below)
    assert y is not None
    assert 3 <= y <= 6
    assert not viewport.show(below)


def test_the_last_screen_is_full(viewport: Viewport) -> None:
    viewport.show(len(PAGE) - 1)
    assert len(viewport.rows) == 10
    assert viewport.rows[-1].end == len(PAGE)
    viewport.scroll(50)
    assert len(viewport.rows) == 10
    viewport.scroll(-10_000)
    assert viewport.rows[0].start == 0


@given(st.integers(0, len(PAGE) - 1), st.integers(4, 90), st.integers(1, 50))
def test_a_place_survives_any_size(offset: int, width: int, height: int) -> None:
    viewport = Viewport(LogicalView(PAGE, Joins()), 24, 10)
    viewport.show(offset)
    viewport.lay_out(width=width, height=height)
    viewport.show(offset)
    place = viewport.locate(offset)
    assert place is not None
    y, cell, _ = place
    paragraph = viewport.view.paragraph_at(offset)
    if paragraph.start <= offset < paragraph.end:
        assert viewport.offset_at(y, cell) == offset


def test_physical_and_flowing_view_keep_the_place() -> None:
    text = "第一行没有\n说完的话，\n后来说完了。\n\n第二段"
    joins = Joins([Span(5, 6), Span(11, 12)])
    viewport = Viewport(LogicalView(text, joins), 40, 5)
    assert viewport.rows[0].text == "第一行没有说完的话，后来说完了。"
    viewport.lay_out(view=PhysicalView(text))
    assert [row.text for row in viewport.rows] == [
        "第一行没有",
        "说完的话，",
        "后来说完了。",
        "",
        "第二段",
    ]
    assert viewport.locate(12) == (2, 0, 2)
