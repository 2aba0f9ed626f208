"""What holds for every suggestion, whatever the text."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotations.model import TYPES, Kind, Span
from annotations.suggest.engine import suggest
from annotations.suggest.rules import RULES, THRESHOLDS
from annotations.text.logical import logical_text
from annotations.text.unwrap import find_joins
from annotations.text.views import LogicalView

if TYPE_CHECKING:
    from collections.abc import Iterator

PIECES = (
    "“", "”", "‘", "’", "「", "」", '"', "。", "，", "：", "\n", "\n\n", "　　", "说", "认为", "在他看来，", "据统计，",
    "教授李明远", "她", "不少专家", "王·史密斯", "不应该这样做", "占12%", "我们", "（", "）", "2026年", "，他说，", "？", "……", "a.b",
    "选手马·", "学者J·", "·", "R·海因", "总统约翰·F.", "12%的", "据", "《", "》", "（简称", "——",
    "村医周海棠在山上住了半辈子，", "\n\n“咱不走了。”", "“我怕什么呀！”", "护林员罗青松", "他们", "老伴儿", "笑了笑。",
)  # fmt: skip


_CLAUSES = sorted(
    {
        clause
        for path in (Path(__file__).parents[2] / "quality" / "texts").rglob("*.txt")
        for clause in re.split("(?<=[，。！？”])", path.read_text("utf-8"))
    }
)
SPLICED = st.lists(
    st.sampled_from(_CLAUSES) | st.sampled_from(PIECES), min_size=10, max_size=30
).map("".join)
"""Clauses of our texts in any order: marks that never close, names from elsewhere."""


@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | SPLICED)
@example(
    "渡口的清淤队（含外地来的学生，去年冬天在河滩上一共干了五十六天，挖走的淤泥有一万三千方，"
    "够把村口那片洼地填平两回，老人们站在坝上看了又看"
)
@example("金牌被上游的选手斯·特林诺拿走，下游的选手马·\n里诺得了第二。")
def test_spans_lie_in_the_text_and_rules_are_known(text: str) -> None:
    found = suggest(LogicalView(text, find_joins(text)))
    for one in found:
        assert one.type in TYPES[one.kind]
        assert RULES[one.rule] == one.version
        assert THRESHOLDS[one.type] <= one.score <= 1
        assert all(0 <= span.start < span.end <= len(text) for span in one.spans)
        assert list(one.spans) == sorted(one.spans)
        for span in (one.speaker_span, one.cue_span):
            assert span is None or 0 <= span.start < span.end <= len(text)
        assert bool(one.speaker) == (one.speaker_span is not None)
    assert found == sorted(found, key=lambda one: (one.start, -one.end))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_goes(text: str) -> None:
    suggest(LogicalView(text, find_joins(text)))


def test_a_cue_span_is_the_cue() -> None:
    text = "“够了。”裁判长凌霄喊道。教练表示，不服。"
    for one in suggest(LogicalView(text, find_joins(text))):
        if one.cue_span is not None:
            assert text[one.cue_span.start : one.cue_span.end] == one.cue


@pytest.mark.parametrize(
    "between",
    [
        "12",
        "· 12 ·",
        "第 4 页 共 20 页",
        "4\n\n水利史刊 2026年第2期",
        "水利史刊\n\n— 5 —",
        "① 梁简：《闸坝考》，第3页。\n\n② 同上。\n\n· 12 ·",
        "〔4〕梁简：《闸坝考》，1931年。",
        "图为旧闸夜景。 记者 沈一舟 摄",
        "闸口的灯 （水务局供图）",
    ],
)
def test_a_sentence_goes_on_behind_what_a_layout_puts_in(between: str) -> None:
    text = (
        "旧闸的故事\n\n　　馆长鲍延年认为，旧闸的条石里藏着三代人的手艺，哪一块凿得深，哪一块砌得\n\n"
        f"{between}\n\n齐，老人一摸就知道。展览要把这些讲给孩子听。\n\n闸口的灯亮了一夜。"
    )
    (found,) = suggest(
        LogicalView(text, find_joins(text)), kinds=frozenset((Kind.QUOTE,))
    )
    (span,) = found.spans
    assert text[span.start : span.end].startswith("旧闸的条石")
    assert text[span.start : span.end].endswith("讲给孩子听。")
    assert found.speaker == "鲍延年"


def test_the_number_of_a_section_is_no_page() -> None:
    text = "旧闸口的灯又亮了，可是修闸的钱从哪里来，谁也说不清楚\n\n1\n\n3月1日，闸门升到了八成，水漫过石阶。"
    (found,) = suggest(LogicalView(text, find_joins(text)))
    assert found.spans[0].start > text.index("1")


def test_what_stands_between_whole_sentences_is_no_page() -> None:
    text = "馆长鲍延年认为，旧闸应当留下。\n\n2\n\n展览要讲给孩子听。"
    (found,) = suggest(
        LogicalView(text, find_joins(text)), kinds=frozenset((Kind.QUOTE,))
    )
    assert text[found.spans[0].start : found.spans[0].end] == "旧闸应当留下。"


@pytest.mark.parametrize(
    "path",
    sorted(Path(str(files("annotations") / "samples")).glob("*.txt")),
    ids=lambda path: path.stem,
)
@pytest.mark.parametrize("space", [" ", "\xa0", "\u2009"])
def test_space_around_figures_and_latin_changes_nothing(path: Path, space: str) -> None:
    text = path.read_text("utf-8")
    # Where print lines were put together.
    text = logical_text(text, find_joins(text), Span(0, len(text)))
    spaced = re.sub(
        "(?<=[一-鿿，。])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?=[一-鿿“])",
        space,
        text,
    )
    assert len(spaced) > len(text) or not re.search("[0-9A-Za-z]", text)
    assert list(_bare_suggestions(spaced)) == list(_bare_suggestions(text))


def _bare_suggestions(text: str) -> Iterator[tuple[str, str, str]]:
    for one in suggest(LogicalView(text, find_joins(text))):
        said = "|".join(text[span.start : span.end] for span in one.spans)
        speaker = re.sub("[\\s\u200b]", "", one.speaker)
        yield one.type, speaker, re.sub("[\\s\u200b]", "", said)


def test_what_shows_nothing_changes_nothing() -> None:
    path = files("annotations") / "samples" / "01-通讯社稿.txt"
    text = path.read_text("utf-8")
    text = logical_text(text, find_joins(text), Span(0, len(text)))
    sown = re.sub("(?<=[一-鿿])(?=[一-鿿]{2})", "\u200b", text)
    assert list(_bare_suggestions(sown)) == list(_bare_suggestions(text))
