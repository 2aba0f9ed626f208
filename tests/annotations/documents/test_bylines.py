"""Titles, papers, dates and authors: told where a text says them, else left empty."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.documents import bylines
from annotations.documents.metadata import Metadata, guess
from annotations.text.unwrap import find_joins

PROSE = "渡口今天早上恢复通航，两岸的人都来看第一班船。摆渡的人说，水位退得比往年快。"


def told(text: str, path: str = "/稿/x.txt") -> Metadata:
    return guess(text, find_joins(text), Path(path))


@pytest.mark.parametrize(
    "furniture",
    [
        "4月27日",
        "四月二十七日",
        "2026年4月27日 星期一",
        "第3版 要闻",
        "A07 本地",
        "本地新闻",
        "【民生观察】",
        "■ 编者按",
        "芦汀日报",
        "《芦汀日报》2026年4月27日第三版",
        "责任编辑：沈一舟",
        "https://news.example/a/1.html",
        "本报记者 沈一舟",
        "——芦汀渡口见闻",
        "人们在看第一班船。 本报记者 沈一舟摄",
    ],
)
def test_what_stands_around_a_title_is_no_title(furniture: str) -> None:
    assert told(f"{furniture}\n\n渡口恢复通航\n\n{PROSE}\n").title == "渡口恢复通航"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("# 渡口恢复通航", "渡口恢复通航"),
        ("■ 渡口恢复通航", "渡口恢复通航"),
        ("　　渡口　恢复\t通航　", "渡口 恢复 通航"),
        ("“等了三年，船又开了”", "“等了三年，船又开了”"),
        ("渡口通航了，路怎么走？", "渡口通航了，路怎么走？"),
        ("渡口\x1b]0;x\x07恢复\u202e通航", "渡口 ]0;x 恢复 通航"),
        ("# " + "长" * 200, "长" * 80),
        ("渡口通航", "渡口通航"),
    ],
)
def test_a_heading_is_the_title_on_one_clean_line(head: str, title: str) -> None:
    assert told(f"{head}\n\n{PROSE}\n").title == title


def test_body_text_gives_its_first_whole_sentence() -> None:
    assert told(f"了。”{PROSE}\n\n行业有哪些变化\n\n{PROSE}\n").title == (
        "渡口今天早上恢复通航，两岸的人都来看第一班船。"
    )
    assert told("船" * 300).title == "船" * 39 + "…"


def test_a_text_without_words_is_called_by_its_file() -> None:
    assert told("。。。\n***\n", "/稿/渡口 三.txt").title == "渡口 三"


@pytest.mark.parametrize(
    ("line", "publication", "published", "author"),
    [
        ("芦汀社渡口4月2日电（记者沈一舟、陶然）", "芦汀社", "", "沈一舟 陶然"),
        ("（据芦汀社渡口2026年4月2日电）", "芦汀社", "2026-04-02", ""),
        ("本报讯（记者 沈一舟 通讯员 陶然）", "", "", "沈一舟 陶然"),
        ("本报渡口4月2日讯 记者沈一舟报道：", "", "", "沈一舟"),
    ],
)
def test_datelines_speak(
    line: str, publication: str, published: str, author: str
) -> None:
    for text in (
        f"渡口恢复通航\n\n{line}{PROSE}",
        f"渡口恢复通航\n\n{PROSE}\n\n{line}",
    ):
        found = told(text)
        assert (found.publication, found.published, found.author) == (
            publication,
            published,
            author,
        )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("芦汀日报", ("芦汀日报", "", "")),
        ("2026年4月", ("", "2026-04", "")),
        ("2026-04-27 10:30 来源：芦汀晚报 作者：沈一舟", ("芦汀晚报", "2026-04-27", "沈一舟")),
        ("文/沈一舟", ("", "", "沈一舟")),
        ("文/图 沈一舟", ("", "", "沈一舟")),
        ("文/沈一舟 图/陶然", ("", "", "沈一舟")),
        ("特约记者 欧阳一舟", ("", "", "欧阳一舟")),
    ],
)  # fmt: skip
def test_lines_of_labels_speak(line: str, expected: tuple[str, str, str]) -> None:
    found = told(f"渡口恢复通航\n\n{line}\n\n{PROSE}\n")
    assert (found.publication, found.published, found.author) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"渡口恢复通航\n\n4月27日\n\n{PROSE}",
        f"渡口恢复通航\n\n2026年2月31日\n\n{PROSE}",
        f"渡口恢复通航\n\n1949年10月1日，渡口第一次通航。{PROSE}",
        f"渡口恢复通航\n\n据《芦汀日报》报道，船开了。{PROSE}",
        f"渡口恢复通航\n\n{PROSE}\n\n看船的人。 芦汀社记者 沈一舟摄",
        f"渡口恢复通航\n\n{PROSE}\n\n看船的人。 本报记者 陶然摄",
        f"渡口恢复通航\n\n记者手记\n\n{PROSE}",
        f"渡口恢复通航\n\n本报记者 走访发现\n\n{PROSE}",
        f"渡口恢复通航\n\n{PROSE}\n\n停航公告\n\n明天停航。\n\n航运公司\n2026年4月15日",
    ],
)
def test_what_is_not_said_stays_empty(text: str) -> None:
    found = told(text)
    assert (found.publication, found.published, found.author) == ("", "", "")


@pytest.mark.parametrize(
    "path",
    [
        "/稿/芦汀日报/2026-04-27/3.txt",
        "/稿/20260427_芦汀日报_A3.txt",
        "/《芦汀日报》/a.txt",
    ],
)
def test_a_folder_or_file_names_the_paper_and_never_the_date(path: str) -> None:
    found = told(f"渡口恢复通航\n\n{PROSE}", path)
    assert (found.publication, found.published) == ("芦汀日报", "")


_PARTS = [
    "社",
    "网",
    "记者",
    "本报",
    "（",
    "）",
    "据",
    "电",
    "日",
    "4月",
    "2026年",
    "王",
    " ",
    "、",
]


@given(st.lists(st.sampled_from(_PARTS), max_size=120), st.sampled_from(_PARTS))
def test_no_line_makes_the_rules_run_away(parts: list[str], often: str) -> None:
    # Patterns that repeat a repetition would need longer than the world for these.
    for line in ("".join(parts)[:200], (often * 200)[:200]):
        bylines.is_furniture(line)
        bylines.is_byline(line)
        bylines.without_dateline(line)
        bylines.day(line)
        bylines.agency(line)
        assert "  " not in bylines.authors(line)


@given(st.text(max_size=300))
def test_any_text_gets_a_title_of_one_line(text: str) -> None:
    title = guess(text, find_joins(text), Path("/稿/x.txt")).title
    assert 1 <= len(title) <= 80
    assert title == " ".join(title.split())
