"""Where units begin and end to claim. All of it is invented."""

from __future__ import annotations

import pytest

from annotations.suggest.claims.units import after_openings
from tests.annotations.suggest.claims.test_claims import claims

_CLAIM = "镇上的老水车停了三年，渠还在。"
_OPENINGS = (
    "[摘要] ",
    "摘　要：",
    "〔内容提要〕",
    "结语：",
    "然而",
    "然而，",
    "但",
    "不过，",
    "此外，",
    "因而",
    "并且，",
    "其中",
    "可见，",
    "事实上，",
    "一方面，",
    "首先，",
    "再者，",
    "最后，",
    "特别是",
    "如今，",
    "总之，",
    "于是，",
    "近年来，",
    "近日，",
    "日前，",
    "当下，",
    "据悉，",
    "据了解，",
    "据介绍，",
    "据统计，",
    "也就是说，",
    "反观，",
    "还有，",
    "结果，",
    "第四，",
    "尽管如此，",
    "相反，",
    "三是，",
    "从村里来看，",
    "就水位而言，",
    "对船户来讲，",
    "总的说，",
    "在管护方面，",
    "在水工领域，",
    "从运维环节，",
    "从水量角度，",
    "经初步测算，",
    "据水务站审理查明，",
    "这意味着，",
    "也反映出，",
    "这说明，",
    "多项研究显示，",
    "有资料证明，",
    "一项调查发现，",
    "应当看到，",
    "我们也要承认，",
    "需要注意的是，",
    "根据水务站的老账，",
    "按照惯例，",
    "依照村规，",
    "水务站披露，",
    "村里要求，",
    "章程规定，",
    "老站长认为，",
    "船户称，",
    "水务站透露，",
    "晚报报道，",
    "站里强调，",
    "全国渡口客流榜单显示，",
    "内河航运领跑者名录显示，",
)


@pytest.mark.parametrize(
    "opening",
    _OPENINGS,
)
def test_an_opening_is_left_out(opening: str) -> None:
    text = opening + _CLAIM
    assert after_openings(text, 0, len(text)) == len(opening)


@pytest.mark.parametrize("text", [_CLAIM, "水车停了，渠还在。", ""])
def test_what_opens_nothing_stays(text: str) -> None:
    assert after_openings(text, 0, len(text)) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # frames say in whose light, by which count
        ("从全年来看，货运量增长7.2%。", "货运量增长7.2%。"),
        ("据初步核算，旅游收入达31亿元。", "旅游收入达31亿元。"),
        ("去年，县里把57项审批下放到窗口。", "去年，县里把57项审批下放到窗口。"),
        ("对于小微企业来说，必须先算清电费这笔账。", "必须先算清电费这笔账。"),
        ("这意味着，老厂区的三条产线都无法继续生产。", "老厂区的三条产线都无法继续生产。"),
        ("同时也要看到，当地尚无一家能够检修整机的企业。", "当地尚无一家能够检修整机的企业。"),
        # a dash, and a year or a contrast with its own figures
        ("站长把记录本翻了又翻，又把算盘重新拨了一遍——仓库里的存粮只剩下六十二吨，够不够撑到下月也没人敢打包票。", "仓库里的存粮只剩下六十二吨，够不够撑到下月也没人敢打包票。"),
        ("全县登记在册的民宿已有860家，而五年前只有41家。", "全县登记在册的民宿已有860家，而五年前只有41家。"),
        # who says so, and what is gone by
        ("县里去年施行的《渡口管理规定》明确要求，满载率不得超过七成五。", "满载率不得超过七成五。"),
        ("上游一家航运研究所的年度报告会披露，该段三分之一的船超过二十年。", "该段三分之一的船超过二十年。"),
        ("根据两县1998年签下的分水协议，上游每年放水4.2亿立方米。", "上游每年放水4.2亿立方米。"),
        ("2019年门票收入不到80万元，今年前八个月，门票收入已经超过四百万元。", "今年前八个月，门票收入已经超过四百万元。"),
    ],
)  # fmt: skip
def test_what_leads_up_to_a_claim_is_left_out(text: str, expected: str) -> None:
    assert expected in [shown for _, shown in claims(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # narration before a speaker
        ("县里取消报表96项，干部下村时间增加三成，村民说：“这下找得到人了。”", "县里取消报表96项，干部下村时间增加三成"),
        ("这条路投资3.2亿元，车程缩短一半，司机谷大勇说：“省油！”", "这条路投资3.2亿元，车程缩短一半"),
        # without the connective
        ("这意味着，每三户人家就有一户装了光伏板，共计41万户。", "每三户人家就有一户装了光伏板，共计41万户。"),
        ("这表明，六成的故障出在接头。", "六成的故障出在接头。"),
        # a headline and a dateline that ran into it
        (
            "强降雨过境“云岭” 多地停课海州社云岭7月2日电（记者 冉冬）截至当晚，全市转移群众1.2万人。",
            "截至当晚，全市转移群众1.2万人。",
        ),
        # a point of a list that is prose
        ("——看需求。2025年，船运为渡口贡献的营收占比达30.7%。", "2025年，船运为渡口贡献的营收占比达30.7%。"),
        # what a reporter has found out
        ("记者了解到，目前已有58家船厂参与推出超50种船型。", "目前已有58家船厂参与推出超50种船型。"),
        ("本报记者走访发现，一张船票的成本从5元涨到10元。", "一张船票的成本从5元涨到10元。"),
    ],
)  # fmt: skip
def test_what_stands_before_or_behind_a_statistic_is_no_part_of_it(
    text: str, expected: str
) -> None:
    assert [one for kind, one in claims(text) if kind == "statistic"] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # two shares of people are two claims
        ("41.2%的受访船户愿意换电动船，36%的受访船户嫌充电太慢。", ["41.2%的受访船户愿意换电动船", "36%的受访船户嫌充电太慢。"]),
        ("在榆州，超7成受访店主支持夜市延时，超5成受访住户反对。", ["在榆州，超7成受访店主支持夜市延时", "超5成受访住户反对。"]),
        # nor is one joined to the sentence before it in a speech
        ("缪春生说：“渡口去年运送旅客34万人次。36%的受访船户嫌充电太慢。”", ["渡口去年运送旅客34万人次。", "36%的受访船户嫌充电太慢。"]),
        # one is not cut from whom it is of
        ("在受访的船户中，36%的人嫌充电太慢。", ["在受访的船户中，36%的人嫌充电太慢。"]),
    ],
)  # fmt: skip
def test_shares_of_people_are_claimed_apart(text: str, expected: list[str]) -> None:
    assert [one for kind, one in claims(text) if kind == "statistic"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            # two sides of one comparison stay together
            "全省登记养老机构1900家，而五年前只有700家。",
            ["全省登记养老机构1900家，而五年前只有700家。"],
        ),
        (
            "老渔港的泊位用了九成，但是新渔港只用了37%。",
            ["老渔港的泊位用了九成，但是新渔港只用了37%。"],
        ),
        (
            "纺织品出口下降了8%，而且降幅比上月扩大3个百分点。",
            ["纺织品出口下降了8%", "降幅比上月扩大3个百分点。"],
        ),
        ("已修复水毁公路63公里，预计月底前全线恢复通车。", ["已修复水毁公路63公里"]),
        ("工程已投入资金5亿元，有望年底前建成投用。", ["工程已投入资金5亿元"]),
    ],
)
def test_figures_that_a_conjunction_sets_beside_others(
    text: str, expected: list[str]
) -> None:
    assert [one for kind, one in claims(text) if kind == "statistic"] == expected


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("这座粮库去年收购稻谷9.4万吨，", "但本地农户交来的只有3.1万吨。"),
        ("全省养殖户减少到6200户，", "但户均存栏量却增长了27%。"),
        ("这条航线上半年运送旅客83万人次，", "计划全年运送旅客超过190万人次。"),
        ("合作社已经流转土地2600亩，", "计划明年再流转土地1400亩。"),
        ("馆里登记在册的志愿者有420人，", "其中最年长的一位已经服务了26年。"),
        ("全县共普查出古树1100株，", "其中最粗的一株树围达到9.2米。"),
    ],
)
def test_a_figure_set_against_the_first_is_a_claim_of_its_own(
    first: str, second: str
) -> None:
    found = [text for type_, text in claims(first + second)]
    assert len(found) == 2
    assert second.endswith(found[1])


@pytest.mark.parametrize(
    ("text", "count"),
    [
        # what moved until another year is the first one's
        ("渡口2019年运送旅客80万人次，2023年增至120万人次。", 1),
        ("去年老街来了21万名游客，今年仅剩不到9万名散客。", 1),
        # nor have years in a row a subject of their own
        (
            "2017年渡口收入10.14万元，2019年66.34万元，2020年突破100万元，今年力争突破200万元。",
            1,
        ),
        ("老街2018年来客21万人，2019年近30万人，2020年逾12万人。", 1),
        # what another year has by itself is not
        ("渡口2019年运送旅客80万人次，2023年货船装卸量达到120万吨。", 2),
        ("去年老街来了21万名游客，今年剧场卖出了9万张票。", 2),
    ],
)
def test_another_year_with_a_subject_of_its_own_is_another_claim(
    text: str, count: int
) -> None:
    assert [kind for kind, _ in claims(text)] == ["statistic"] * count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "42.3%的受访居民表示，电梯每月至少坏一次。",
            ["42.3%的受访居民表示，电梯每月至少坏一次。"],
        ),
        (
            "调查中，35.1%的受访船工说“票价一年涨了两回”，这让人为难。",
            ["35.1%的受访船工说“票价一年涨了两回”"],
        ),
        (
            "59.9%的受访船工和61.8%的受访乘客认为渡口的灯太暗。",
            ["59.9%的受访船工和61.8%的受访乘客认为渡口的灯太暗。"],
        ),
        (
            "41.5%的乘客认为渡船太慢，这一比例比去年高出12.5个百分点。",
            ["41.5%的乘客认为渡船太慢", "这一比例比去年高出12.5个百分点。"],
        ),
        # what they are called begins with the share, and they were met before
        (
            "受访船工也认为候船棚太小。说到夜航，40.8%的受访船工认为“灯标太少，看不清水”是最大的烦恼。",
            ["40.8%的受访船工认为“灯标太少，看不清水”是最大的烦恼。"],
        ),
        (
            "受访家长也认为校车太少。57.5%的受访教师和46%的受访家长认为“绕路太远”是主要原因。",
            ["57.5%的受访教师和46%的受访家长认为“绕路太远”是主要原因。"],
        ),
        # shares in words
        (
            "调查显示，七成受访者认为，夜间渡船应该延长运营。",
            ["七成受访者认为，夜间渡船应该延长运营。"],
        ),
        (
            "三分之二的家长表示，托管班开到晚上七点更合适。",
            ["三分之二的家长表示，托管班开到晚上七点更合适。"],
        ),
        ("近半数学生认为食堂的菜价太高。", ["近半数学生认为食堂的菜价太高。"]),
        # a body's report of a figure is its content alone, as ever
        ("港务局表示，票价上涨12.5%。", ["票价上涨12.5%。"]),
    ],
)
def test_a_share_of_those_who_say_something_is_a_claim_with_what_they_say(
    text: str, expected: list[str]
) -> None:
    assert [said for kind, said in claims(text) if kind == "statistic"] == expected
