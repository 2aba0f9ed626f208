"""Whom a paper's notes name as the author of what it quotes. All is invented."""

from __future__ import annotations

import pytest

from annotations.suggest.sources.notes import Notes

_BODY = "水利史的研究不能只看工程。" * 6


def listed(*entries: str) -> Notes:
    """Notes of a paper that lists these works at its end."""
    return Notes(_BODY + "“渠成而民安。”〔3〕\n\n注释：\n" + "\n".join(entries))


@pytest.mark.parametrize(
    ("entry", "author"),
    [
        ("〔3〕岑月白：《渠志》，江左书局1987年版。", "岑月白"),
        ("［3］郁守拙.旱塬水事考［J］.水史研究，1999，（2）.", "郁守拙"),
        ("[3] 霍林·贝尔特：《水与城》，何某译。", "霍林·贝尔特"),
        ("〔3〕〔德〕霍夫勒：《渠与国》，第12页。", "霍夫勒"),
        ("〔3〕清·岑月白《渠志》。", "岑月白"),
        ("〔3〕见岑月白主编：《渠志》。", "岑月白"),
        ("〔1〕〔3〕岑月白：《渠志》，第8页。", "岑月白"),
        # several, further reading, and what somebody else has quoted
        ("〔3〕岑月白、郁守拙：《渠志》。", ""),
        ("〔3〕参见岑月白：《渠志》。", ""),
        ("〔3〕转引自岑月白：《渠志》。", ""),
        # no person
        ("〔3〕江左水利研究院编：《渠志》。", ""),
        ("〔3〕《渠志》，江左书局1987年版。", ""),
        ("〔3〕同上，第30页。", ""),
        ("〔3〕拙作：《渠志》。", ""),
    ],
)
def test_a_list_names_the_author_under_a_number(entry: str, author: str) -> None:
    notes = listed(entry)
    assert notes.author_behind(len(_BODY) + len("“渠成而民安。”")) == author


def test_a_number_that_two_pages_have_is_nobodys() -> None:
    notes = listed("〔3〕岑月白：《渠志》。", "〔3〕郁守拙：《水事》。")
    assert notes.author_behind(len(_BODY) + len("“渠成而民安。”")) == ""
    assert notes.authors == {"岑月白", "郁守拙"}


@pytest.mark.parametrize(
    ("behind", "author"),
    [
        ("（注：岑月白：《渠志》，第3页。）", "岑月白"),
        ("（注：见郁守拙《水事》。）", "郁守拙"),
        ("。（注：霍林·贝尔特：《水与城》。）", "霍林·贝尔特"),
        ("（注：《渠志》第3页。）", ""),
        ("。渠志的作者是谁，今天已不可考。", ""),
    ],
)
def test_a_note_in_the_text_names_the_author(behind: str, author: str) -> None:
    quoted = "“渠成而民安”"
    assert Notes(quoted + behind).author_behind(len(quoted)) == author


def test_every_author_is_known_by_name() -> None:
    notes = listed(
        "〔1〕岑月白、郁守拙：《渠志》。",
        "〔2〕参见霍夫勒：《渠与国》。",
        "〔3〕汉代晏小楼：《水经杂记》。",
        "〔4〕江左水利研究院编：《渠志》。",
    )
    assert notes.authors == {"岑月白", "郁守拙", "霍夫勒", "晏小楼"}
