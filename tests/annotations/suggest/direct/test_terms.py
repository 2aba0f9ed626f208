"""Quotations that are things, titles or sayings, and those that only look so. All is invented."""

from __future__ import annotations

import pytest

from tests.annotations.suggest.found import speech


@pytest.mark.parametrize(
    "text",
    [
        "周默指着一份清单介绍：“一号通道”保障人员往来，“二号通道”运货物。",
        "渡口的数据显示：“夜航船”时期，各码头共有船工三百人。",
    ],
)
def test_a_thing_that_a_clause_goes_on_with_is_no_speech(text: str) -> None:
    assert speech(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "会议在河口剧院楼上的青年宫召开，故称“青年宫会议”。",
        "两岸的船都在这里过夜，故称“千船湾”，后来成了镇名。",
        "港务区区长罗北山说，这里与红山渡口、良渚渡口并称“史前三大玉石渡口”。",
        "港务区区长罗北山说，甲渡与乙渡合称“南北两个最老的码头”。",
    ],
)
def test_what_something_is_therefore_called_is_no_speech(text: str) -> None:
    assert speech(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "罗北山去转了一圈，拿了一些饼回来。“我从小就是在这里玩的。”这个场景有一点奇怪。",
        "周默说，船开了三十年。“我一次也没有误过点。”这种事在渡口传得很快。",
    ],
)
def test_what_is_told_of_behind_a_sentence_of_mine_makes_no_term_of_it(
    text: str,
) -> None:
    assert len(speech(text)) == 1


def test_somebody_may_also_say_something_besides() -> None:
    text = "港务区区长罗北山说，船要修，他并称“我一向反对停航，也反对涨价”。"
    assert ("“我一向反对停航，也反对涨价”", "罗北山") in speech(text)


def test_the_words_of_a_title_say_nothing_of_what_is_quoted() -> None:
    text = "陈远山反对修坝。他著文《异哉所谓修坝者》，文中称：“不顾利害，为全体船民代宣其心中所欲言之隐耳。”"
    assert speech(text) == [
        ("“不顾利害，为全体船民代宣其心中所欲言之隐耳。”", "陈远山")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "周默说：“笔端有千钧之力，足以动人”，“一纸风行，海内观听，为之一耸”。",
        "沈一舟说：“这条河养活了我们”，“春来水暖，秋去船归”。",
    ],
)
def test_a_verse_is_speech_where_it_goes_on_with_some(text: str) -> None:
    assert len(speech(text)) == 2
    assert len({speaker for _, speaker in speech(text)}) == 1


@pytest.mark.parametrize(
    "told", ["剧中这句台词让不少观众落泪。", "这是影片中船长的经典台词。"]
)
def test_the_lines_of_a_play_are_no_speech(told: str) -> None:
    assert speech(f"“信送到了，人就安心了。”{told}") == []


@pytest.mark.parametrize(
    "text",
    [
        "王大衡等4名院士上书提出“关于研究发展我国港口技术的建议”，很快得到批准。",
        "县人大代表林小舟递交“关于整修旧河堤坝和水闸的议案”，当场通过。",
        "罗北山指出，东港发布了“落实《渡口与码头联合会支持船工和渔民子女就近入学倡议》东港行动”，愿同各方一道落实。",
        "罗北山说，港务局公布了“落实《渡口与码头联合会关于老旧渡船限期更新改造的规定》三年计划”，愿意提前完成。",
    ],
)
def test_a_proposal_is_called_by_what_it_is_about(text: str) -> None:
    assert speech(text) == []
