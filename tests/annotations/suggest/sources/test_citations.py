"""Which texts are papers, and what they cite works for. All of it is invented."""

from __future__ import annotations

import pytest

from annotations.suggest.sources.citations import is_paper
from tests.annotations.suggest.found import statements

_CITING = (
    "闸坝的年代众说纷纭{0}。有人认为它建于宋代{1}，也有人主张更早“不晚于五代”{2}，"
    "碑文已经看不清了。"
)


@pytest.mark.parametrize(
    "marks",
    [
        ("[1]", "[2]", "[3-4]"),
        ("〔1〕", "〔2 〕", "〔11〕"),
        ("［1］", "［2］", "［3］"),
        ("（注：《水经》卷一。）", "（注：同上。）", "（注：《闸坝考》，第3页。）"),
    ],
)
def test_a_text_that_cites_by_number_is_a_paper(marks: tuple[str, ...]) -> None:
    assert is_paper(_CITING.format(*marks))


def test_a_text_with_circled_numbers_behind_quotations_is_a_paper() -> None:
    text = "志书说“闸高二丈”①，碑文说“闸广十丈”②，县志又说“闸有三孔。”③今已不存。"
    assert is_paper(text)


@pytest.mark.parametrize(
    "head", ["注释：", "　　注释\n", "【关键词】 闸坝；年代", "参考文献"]
)
def test_a_text_with_notes_or_keywords_is_a_paper(head: str) -> None:
    assert is_paper(f"闸坝的年代众说纷纭。\n{head}\n梁简：《闸坝考》")


@pytest.mark.parametrize(
    "text",
    [
        "会议提出三点：①修闸；②清淤；③植树。代表们说，先修闸。",
        "注释这本书花了他三年。他说：“值得。”",
        "请注意：水位上涨。（注：水位以闸前为准）",
        _CITING.format("", "", ""),
    ],
)
def test_news_is_no_paper(text: str) -> None:
    assert not is_paper(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("摘要：略。\n\n屠云（2018）对三省的研究发现，收入越低越不愿贷款。", ("收入越低越不愿贷款。", "屠云", "发现")),
        ("摘要：略。\n\n梅青和卓尔（2020）的研究表明，女性更谨慎。", ("女性更谨慎。", "梅青和卓尔", "表明")),
        ("摘要：略。\n\nAllard，Benton 和 Crane（1991）研究（研究9）表明，规矩管着渡船。", ("规矩管着渡船。", "Allard，Benton 和 Crane", "表明")),
        (
            "Roach（1998 ）认为，工时少算了。Burke（1999）指出，价格也少算了。Stiroh（2001）表明，两样都没有少算，差的是样本。",
            ("工时少算了。", "Roach", "认为"),
        ),
        ("摘要：略。\n\nFuchs等（2015）认为模型高估了风险。", ("模型高估了风险。", "Fuchs", "认为")),
    ],
)  # fmt: skip
def test_what_a_work_is_cited_for_is_stated_by_its_authors(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert statements(text)[:1] == [expected]


def test_page_numbers_in_parentheses_make_a_paper() -> None:
    cited = "郭著认为赋起于楚（郭著55页）。罗著不同意（罗著12页）。张著又作一解（《赋史》第7页）。"
    assert is_paper(cited)
    assert not is_paper("报告共三册（上册55页）。")


@pytest.mark.parametrize("note", ["［⑨］", "［（１０）］", "[3]", "〔（12）〕"])
def test_numbers_of_notes_make_a_paper_however_they_are_set(note: str) -> None:
    assert is_paper(f"河道改过{note}。渡口也改过{note}。旧志里有{note}。")
    assert not is_paper(f"河道改过{note}。渡口也改过。旧志里有。")
