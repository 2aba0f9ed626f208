"""Quoted headings that repeat what somebody says in the text. All is invented."""

from __future__ import annotations

import pytest

from tests.annotations.suggest.found import quotes, speech

_TITLE = """“让渡口的茶香飘得更远”
——访白沙县茶农谢青禾

“修路不只是运货。我想让渡口的茶香飘得更远。”谢青禾说，今年的新茶已经卖完。
"""
_SECTIONS = """白沙河两岸架起新桥

“过河不用再看天”

菜农罗春山清早就出了门。“以前遇上大风就停航，现在过河不用再看天！”他说。

02  “我们把船留给了孩子们”（人物）

船工沈阿四退休后进了学校。“我们把船留给了孩子们，”沈阿四说，“他们在上面写生。”
"""


def test_a_heading_is_whoevers_words_it_repeats() -> None:
    assert speech(_TITLE)[0] == ("“让渡口的茶香飘得更远”", "谢青禾")
    found = speech(_SECTIONS)
    assert ("“过河不用再看天”", "罗春山") in found
    assert ("“我们把船留给了孩子们”", "沈阿四") in found


def test_it_is_told_apart_by_its_rule() -> None:
    rules = [one.rule for said, one in quotes(_TITLE) if "渡口的茶香" in said]
    assert rules[0] == "direct.heading"
    assert "direct.heading" not in rules[1:]


def test_the_nearest_below_says_it() -> None:
    text = (
        "“这样的堤坝我们守得住”\n\n站长罗青松说：“这样的堤坝我们守得住。”\n\n"
        "队员沈一舟也说：“这样的堤坝我们守得住。”\n"
    )
    assert speech(text)[0] == ("“这样的堤坝我们守得住”", "罗青松")


@pytest.mark.parametrize(
    "text",
    [
        # nobody says it further down
        "“让渡口的茶香飘得更远”\n\n白沙县去年修了两条路。茶农谢青禾说：“货车能进村了。”\n",
        # a name in a heading that somebody speaks of
        "“渡口守护者行动计划”正式启动\n\n站长罗青松说：“渡口守护者行动计划办得好。”\n",
        "县里推进“渡口守护者行动计划”\n\n站长罗青松说：“渡口守护者行动计划办得好。”\n",
        # too short to be no chance
        "“新桥通车”\n\n站长罗青松说：“新桥通车以后方便多了。”\n",
    ],
)
def test_what_is_no_heading_of_anybodys(text: str) -> None:
    assert len(speech(text)) == 1


@pytest.mark.parametrize("behind", ["", "（人物）", "\n本报记者  林一舟"])
def test_a_headline_may_name_whoever_says_the_next_one(behind: str) -> None:
    text = f"白沙县白鹭守护者陈远山——\n“它们有困难，我们不能不管”{behind}\n\n白沙县，夏天很短。"
    assert speech(text) == [("“它们有困难，我们不能不管”", "陈远山")]


def test_a_sentence_before_a_dash_names_nobody() -> None:
    text = (
        "夏天来了。县里派来了陈远山——\n“它们有困难，我们不能不管”\n\n白沙县，夏天很短。"
    )
    assert ("“它们有困难，我们不能不管”", "陈远山") not in speech(text)
