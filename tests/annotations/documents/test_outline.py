"""Headings of texts: marked ones, and titles over prose."""

from __future__ import annotations

import pytest

from annotations.documents.outline import headings
from annotations.model import Joins
from annotations.text.unwrap import find_joins
from annotations.text.views import LogicalView

_PROSE = (
    "新桥十月通车，沿岸三个村子的居民过河不用再等渡船，镇里的集市也比往年热闹了许多。"
)
_OTHER = "据统计，去年全县粮食总产量比上年增长百分之二，其中夏粮增产最多，秋粮持平。"


def outline(text: str, joins: Joins | None = None, offset: int = 0) -> list[str]:
    found = headings(LogicalView(text, joins or Joins()), offset)
    for one in found:
        assert text[one.start :].lstrip("# ").startswith(one.text[:1])
    return [one.text for one in found]


@pytest.mark.parametrize("blank", ["\n", "\n\n"])
def test_titles_of_all_articles_of_a_page_are_headings(blank: str) -> None:
    lines = [
        "河埠日报",
        "新桥通车 两岸相连",
        "——河埠建桥记",
        "本报记者 罗春山",
        f"\u3000\u3000{_PROSE}",
        "“等了六年”",
        _PROSE,
        "夏粮为何又丰收？",
        "县里算了一笔账",
        _OTHER,
    ]
    assert outline(blank.join(lines)) == [
        "新桥通车 两岸相连",
        "“等了六年”",
        "夏粮为何又丰收？",
        "县里算了一笔账",
    ]


def test_marked_headings_are_told_without_their_marks() -> None:
    assert outline(f"## 新桥\n{_PROSE}\n# 夏粮\n{_OTHER}") == ["新桥", "夏粮"]


@pytest.mark.parametrize("line", ["…………", "＊＊＊＊", "* * * *", "————", "# ＊＊＊"])
def test_a_line_of_marks_alone_is_no_heading_and_hides_none(line: str) -> None:
    lines = [_PROSE, line, _OTHER, line, "夏粮为何又丰收？", line, _OTHER]
    assert outline("\n\n".join(lines)) == ["夏粮为何又丰收？"]


@pytest.mark.parametrize(
    "lines",
    [
        ["新桥通车"],
        ["新桥通车", "图/文 罗春山"],
        ["小麦 三百吨", "玉米 二百吨", "大豆 一百吨", "油菜 九十吨", "花生 八十吨", _OTHER],
        ["“总算不用绕路了！”", _PROSE],
        ["新桥今天通车。", _PROSE],
        ["罗春山说：", _PROSE],
        ["2026年4月25日", "第3版", _PROSE],
        ["赞成", "反对", _PROSE],
    ],
    ids=["no prose", "a caption", "a table", "speech", "a sentence", "a lead",
         "furniture", "short"],
)  # fmt: skip
def test_other_short_lines_are_none(lines: list[str]) -> None:
    assert outline("\n".join(lines)) == []


def test_a_headline_set_upright_is_one() -> None:
    text = "\n".join("新桥今天通车") + f"\n\n{_PROSE}"
    assert outline(text, find_joins(text)) == ["新桥今天通车"]


def test_a_long_text_is_looked_through_around_the_cursor() -> None:
    text = "\n".join(f"第{number}号桥梁通车\n{_PROSE}" for number in range(5000))
    at = text.index("第3000号")
    found = outline(text, offset=at)
    assert "第3000号桥梁通车" in found
    assert 1000 < len(found) < 4001
    assert found == sorted(found, key=lambda one: int(one[1:].split("号")[0]))
