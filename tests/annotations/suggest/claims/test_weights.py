"""What figures weigh, by what is told of them. All sentences are invented."""

from __future__ import annotations

import pytest

from annotations.suggest.claims.figures import figures
from annotations.suggest.claims.weights import chance, weight
from tests.annotations.suggest.claims.test_claims import claims


def likeliest(text: str) -> float:
    """Chance that a text is a statistic by its figures."""
    return chance(max(weight(text, one) for one in figures(text)), text)


def test_shares_and_money_matter_more_than_a_counted_thing() -> None:
    text = "占41%，花了3.2亿元，住着一个人"
    weights = [chance(weight(text, one), "") for one in figures(text)]
    assert weights[0] > 0.9
    assert weights[1] > 0.9
    assert weights[2] < 0.5


@pytest.mark.parametrize(
    ("text", "is_much"),
    [
        ("三分之一的树苗没有成活。", True),
        ("事故造成3人受伤。", True),
        ("车上的4人被困两小时。", True),
        ("楼下站着3人。", False),
        ("年内还有近千场演出。", True),
        ("逾百名护林员上了山。", True),
        ("桥边有4个人在钓鱼。", False),
        ("排起了五十几米长的队伍。", True),
        ("这座窑已有六百年的历史。", True),
        ("村里还有几十年历史的石磨。", False),
        ("仓库比旧的大一倍。", True),
        ("货船比汛前多出一倍。", True),
    ],
)
def test_few_people_and_long_times_matter_by_what_is_told(
    text: str, is_much: bool
) -> None:
    assert (likeliest(text) >= 0.5) is is_much


@pytest.mark.parametrize(
    ("more", "less"),
    [
        # a change, a total or an average makes a figure matter
        ("报亭减少到4个还在营业", "报亭那边有4个还在营业"),
        ("小岛上常年只有2条船停靠", "小岛上常年会有2条船停靠"),
        ("合唱团平均年龄71岁以上", "合唱团里那位71岁以上"),
        ("书架上每人分到五本旧书", "书架上那里放着五本旧书"),
        ("全乡九百亩茶园开采", "后山九百亩茶园开采"),
        ("三百棵果树全部挂果", "三百棵果树旁边种瓜"),
        # what takes how long matters, since when it has been so does not
        ("修这口钟花费6天才算完工", "修这口钟以后6天里都在下雨"),
        ("古渡口有三百年的历史", "古渡口三百年来没有变过"),
        ("手艺人干了12天的活", "手艺人说起12年来的事"),
        # shares, decimals and large numbers
        ("七成的摊位已经租出", "七间的摊位已经租出"),
        ("得票3.6分", "得票3分"),
        ("来了6万人", "来了16人"),
        ("捐出了五万册旧书", "捐出了五册旧书"),
        # few people without harm, who came, and where something is
        ("落石砸伤3人", "楼道坐了3人"),
        ("收获后堆在场上的1200米水管", "茶园在海拔1200米的坡上"),
        ("仓库里新到40余名装卸工", "来自八个县的40余名代表出席"),
    ],
)
def test_a_figure_weighs_by_what_is_said_of_it(more: str, less: str) -> None:
    assert likeliest(more) > likeliest(less)


@pytest.mark.parametrize(
    "clause",
    [
        "夕阳下，船队卸下了60件货",
        "院子里摆着60件货",
        "把60斤豆子浸泡再沥水",
        "我今天点了60件货",
    ],
)
def test_figures_matter_less_where_something_else_is_told(clause: str) -> None:
    best = max(weight(clause, one) for one in figures(clause))
    assert chance(best, clause) < chance(best, "船队卸下了货")


@pytest.mark.parametrize(
    "text",
    [
        # who came
        "来自12个省份的80余名代表参加会议。",
        "六十多位学者围绕古籍数字化展开讨论。",
        # where, and what a scene is made of
        "村子在海拔三千二百米的山梁上。",
        "她坐着，手里攥着一张五百元的欠条。",
        # where a reporter went, whom a few people were
        "记者一行辗转采访了十四所民办幼儿园。",
        "记者走访了12个街区的多家面馆。",
        "他们3个人在桥头等了很久。",
        "参会的有来自12个国家的学者。",
        "修了三十年的钟表师傅至今没有收徒弟。",
    ],
)  # fmt: skip
def test_few_people_places_and_scenes_are_no_claims(text: str) -> None:
    assert [one for one in claims(text) if one[0] == "statistic"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # durations
        ("从码头到县城要走五个小时，全程没有信号。", "从码头到县城要走五个小时，全程没有信号。"),
        # how long ago
        ("这座窑址距今已有三千多年的历史。", "这座窑址距今已有三千多年的历史。"),
        ("遗址距今已有8000年，出土了炭化稻米。", "遗址距今已有8000年，出土了炭化稻米。"),
    ],
)  # fmt: skip
def test_how_long_something_takes_or_has_lasted_is_a_statistic(
    text: str, expected: str
) -> None:
    assert [one for kind, one in claims(text) if kind == "statistic"] == [expected]
