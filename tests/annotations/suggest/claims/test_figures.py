"""Figures and what they weigh. All sentences are invented."""

from __future__ import annotations

import pytest

from annotations.suggest.claims.figures import figures
from annotations.suggest.claims.weights import chance, weight


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("共1,460人次，约14.5亿美元", ["共1,460人次", "约14.5亿美元"]),
        ("百分之七八十的投资", ["百分之七八十"]),
        ("一万四千多人、将近两万人", ["一万四千多人", "将近两万人"]),
        ("邀请 30 余家企业", ["30 余家"]),
        ("青年占比高达2/5，约占1/3", ["2/5", "1/3"]),
        ("主队以3比1战胜客队", ["3比1"]),
        ("同比小幅回落，环比也在增长", ["同比小幅回落", "环比也在增长"]),
        ("产量稳居全国首位，名列全省第三", ["居全国首位", "名列全省第三"]),
        ("三分之二的住户、十分之一的商铺", ["三分之二", "十分之一"]),
        ("近一半的学生走路上学，过半的家长开车", ["近一半", "过半"]),
        ("预计同比涨幅将有所回落", []),
        ("2025年6月25日上午9点", []),
        ("办公室的热线上午就接电话数百个", ["数百个"]),
        ("订票电话5820户", []),
        ("第25届、《2046》、第3条", []),
        ("T308/9次列车", []),
        ("关系千家万户，惠及亿万百姓", []),
        (
            "产量世界第二，船价翻了好几倍，运量翻了几倍",
            ["世界第二", "翻了好几倍", "翻了几倍"],
        ),
        ("与会51国签字，来自三十多国", ["51国", "三十多国"]),
        ("全国第一产业、三国内战、国内第三次会谈", []),
        ("三五成群，百分之百放心", []),
        # an index has no unit, a version is none
        ("指数滑落至47.6，又回到52.1，弹性为-0.83。", ["至47.6", "到52.1", "为-0.83"]),
        ("平台升级到3.0版本", []),
        # a share in parentheses, and what numbers a section
        ("最愁停车（38.5%），其次是噪声(21％)", ["38.5%", "21％"]),
        ("附表（3页）、图样(12张)", []),
        ("误差不到万分之三，损耗千分之五", ["不到万分之三", "千分之五"]),
        # 成 that counts, and 成都
        ("近九成都来自外县，七成的人没去过", ["近九成", "七成"]),
        ("三万成都球迷到场", ["三万"]),
        ("九成宫下的菜地，油烧到六成热", []),
        # places that begin like a figure
        ("三元里和五家渠，三门峡和七台河", []),
        ("三元里花了三元", ["三元"]),
        # orders, cases and lessons
        ("派了46单，送出83桶、6袋、3双", ["46单", "83桶", "6袋", "3双"]),
        (
            "用掉上亿卷胶带、700多箱纸，开课40节，记账9笔",
            ["上亿卷", "700多箱", "40节", "9笔"],
        ),
        ("住在3单元，走2双向车道，看12节目", []),
        # calls are counted, the number of a telephone counts nothing
        ("客服电话拨出6000余个，热线接起380次", ["6000余个", "380次"]),
        # twice as much, ranks and records
        ("仓库大了一倍，客流多出一倍多", ["一倍", "一倍"]),
        ("河口第二大渔港，镇上第三大用水户", ["第二大", "第三大"]),
        ("分店开在第五大道", []),
        ("水位为2011年以来最低，涨速二十年来最快", ["以来最低", "年来最快"]),
        ("创下建站以来最大单日增幅", ["以来最大单日增幅"]),
        ("这是开馆以来最大的惊喜", []),
        # when it was is no length of time
        ("三年前搬来，20分钟后到站", []),
        ("五十多年以前的桥，十天之后又走", []),
        ("等了三年，前三年亏损", ["三年", "三年"]),
        ("近5年前三季度都在亏损", ["近5年"]),
        # longest units first, and units of medicine and of things in boxes
        ("学徒期9至12个月，试工一个多月", ["9至12个月", "一个多月"]),
        ("每日300毫克，一次6颗", ["300毫克", "一次", "6颗"]),
        # what only sounds like a number
        ("大家十分小心，河道一度断流，千万别下水", []),
        ("五年级开学，常委会三次会议闭幕", []),
        ("上世纪八十年代，建厂六十周年", []),
        ("９０年代、２０１１年", []),
        ("乡村振兴40人论坛", []),
    ],
)
def test_figures_are_found_without_dates_and_names(
    text: str, expected: list[str]
) -> None:
    assert [text[start:end] for start, end in figures(text)] == expected


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
