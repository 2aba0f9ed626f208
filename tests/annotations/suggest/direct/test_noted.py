"""Quotations of papers, whose note says whose they are. All is invented."""

from __future__ import annotations

import pytest

from tests.annotations.suggest.found import speech

_LIST = (
    "\n\n注释：\n〔1〕岑月白：《渠志》。\n〔2〕郁守拙：《水事》。\n〔3〕同上，第9页。\n"
)
_MORE = "渠首的选址历来有争议〔3〕。坝基的年代也有争议〔3〕。" * 3


def speaker_of(sentence: str, more: str = "") -> str:
    """Who speaks the last quotation of a sentence in a paper."""
    return speech(f"{more}{_MORE}\n\n{sentence}\n\n{_MORE}{_LIST}")[-1][1]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        # nobody is named
        ("修渠先修人，“我们不能只看渠，也要看渠上的人。”〔1〕这话今天还有用。", "岑月白"),
        ("要害在于“我们修的不是渠，而是渠上的人心”〔2〕。", "郁守拙"),
        # a pronoun, after others have been spoken of
        ("霍青野读过岑月白，他说：“渠成而民安。”〔1〕", "岑月白"),
        ("晏小楼评点过郁守拙。他写道：“水事即民事。”〔2〕", "郁守拙"),
        # the text says who speaks
        ("霍青野说：“渠成而民安。”〔1〕", "霍青野"),
        ("晏小楼指出：“水事即民事。”〔2〕", "晏小楼"),
    ],
)  # fmt: skip
def test_the_note_says_whose_words_they_are(sentence: str, speaker: str) -> None:
    assert speaker_of(sentence, "岑月白与郁守拙都修过志。\n\n") == speaker


@pytest.mark.parametrize("author", ["厉川青树", "敏泽"])
def test_the_notes_tell_who_is_a_person(author: str) -> None:
    text = (
        f"{_MORE}\n\n{author}对旧说作了批评，他指出：“旧渠的走向另有原因。”（注：{author}：《旧渠考》。）"
        f"\n\n{_MORE}"
    )
    assert [who for _, who in speech(text)] == [author]
