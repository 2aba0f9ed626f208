"""Which clauses a statistic takes. All sentences are invented."""

from __future__ import annotations

import pytest

from annotations.suggest.claims.figures import figures
from annotations.suggest.claims.spans import spans
from tests.annotations.suggest.claims.test_claims import claims


def taken(unit: str) -> list[str]:
    """The clauses taken if every figure matters."""
    numbers = figures(unit)
    return [unit[start:end] for start, end in spans(unit, numbers, numbers)]


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        # a short sentence is one claim, and so are figures side by side
        ("全县造林48万亩，比上年增长12%。", ["全县造林48万亩，比上年增长12%。"]),
        ("港口去年新开航线37条，箱量增长9%，利润增长4%。", ["港口去年新开航线37条，箱量增长9%，利润增长4%。"]),
        # what goes far before stays outside a long one
        (
            "这家老厂早先还在为搬不搬出老城区争论不休，厂里的年轻人走了又来，车间主任换得更勤，如今新厂区的机器人已经达到四百二十台。",
            ["如今新厂区的机器人已经达到四百二十台。"],
        ),
        # figures with much between them are two claims
        (
            "全市去年新建停车位2.3万个，医院和学校门口的拥堵有了缓和，老街坊们对此议论了很久，有的说好，有的说还不够，到了年底，公交线网的日均客流回升到96万人次。",
            ["全市去年新建停车位2.3万个", "到了年底，公交线网的日均客流回升到96万人次。"],
        ),
    ],
)  # fmt: skip
def test_clauses_that_belong_to_the_figures_are_taken(
    unit: str, expected: list[str]
) -> None:
    assert taken(unit) == expected


def test_a_clause_that_goes_on_about_the_same_is_taken() -> None:
    lead = "省里的农机合作社这几年改了章程也换了带头人，"
    goes_on = "累计作业面积超过六百万亩，村民对此都很满意也愿意入股。"
    anew = "这里头的作业面积超过六百万亩，村民对此都很满意也愿意入股。"
    assert taken(lead + goes_on)[0].startswith(lead)
    assert not taken(lead + anew)[0].startswith(lead)


@pytest.mark.parametrize(
    ("lead", "one", "several"),
    [
        (
            "镇上的老船厂换了新的当家人也换了新的路子，",
            "去年向下游四个码头交付了420条渔船。",
            "去年向下游四个码头交付了420条渔船，利润增长两成。",
        ),
        (
            "山里的合作社修通了机耕路也修好了冷库，",
            "茶园的采摘面积扩大到了六千四百亩以上。",
            "茶园的采摘面积扩大到了六千四百亩以上，社员增加三成。",
        ),
    ],
)
def test_what_leads_to_one_figure_is_taken_but_not_to_several(
    lead: str, one: str, several: str
) -> None:
    assert taken(lead + one) == [lead + one]
    assert taken(lead + several) == [several]


def test_nothing_is_cut_within_parentheses() -> None:
    unit = "两座旧桥的加固已经完成（一座在上游，一座在下游的老渡口旁边，由同一家公司承建），共节省资金一千三百万元。"
    assert taken(unit)[0].count("（") == taken(unit)[0].count("）")


@pytest.mark.parametrize(
    "unit",
    [
        "改造花了三年完工以后，这座建在河口上的老污水处理厂终于不必在汛期到来之前把没有处理完的水先存进旁边的池塘",
        "由于今年的汛期比往年早来十一天，这条渠上所有靠它灌溉的稻田和菜地都不得不重新安排轮灌和插秧的先后次序",
        "如果水位在三天里再降两米，它上游的几座老泵站就只能先把供给菜地的水停下来再去保住沿江居民每天的饮用",
        "经过九个月的试运行和两次检修，这座建在河口上的新水厂终于可以在汛期到来之前把两岸所有村子的饮水一并接过来",
        "算上刚刚拆掉的十七座旧桥，这条河的上游和下游在新的防洪规划里都不再留下会挡住大船和木排的矮桥和石墩子",
        "搬下山来的两百多户人家中，年轻的在新镇上开起了饭馆和修车铺并把山上的老果园一起托给亲戚照看着等来年再说",
        "在册的九百多条老渔船中，修得好的都留给镇上办船展和教学生认船，修不好的就按木料和铁钉的斤两作价卖给船厂",
    ],
)
def test_what_leads_to_a_clause_is_no_claim_without_it(unit: str) -> None:
    assert taken(unit) == [unit]


@pytest.mark.parametrize(
    ("together", "apart"),
    [
        # clauses that begin alike are a row, and each says its own
        (
            "老厂的师傅们留下来带徒弟带出了新的队伍，新厂的车间里去年一共添了三百二十台机床。",
            "新厂的师傅们留下来带徒弟带出了新的队伍，新厂的车间里去年一共添了三百二十台机床。",
        ),
        # where something was is no claim without it, what was done there is one
        (
            "在江边几座已经停产的老仓库和码头之间的空地上，工人们搭起了三百二十间临时住房给受灾的人家过冬。",
            "江边几座停产的老仓库和码头被清理出大片空地，工人们搭起了三百二十间临时住房给受灾的人家过冬。",
        ),
        # a clause tells of the figure before it, or leads to what comes next
        (
            "合作社今年收了四百二十吨稻谷，镇上的米厂一时间不愿意付定金，社员们只好自己找车往外地送。",
            "合作社今年收了四百二十吨稻谷，镇上的米厂开始往外付定金之前，社员们只好自己找车往外地送。",
        ),
    ],
)
def test_what_is_seen_where_clauses_meet_tells_how_many_are_taken(
    together: str, apart: str
) -> None:
    assert len(taken(together)[0]) > len(taken(apart)[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "去年全市新开书店47家，书店的选址从商场转到了居民区的街角，店主多是辞职回乡的年轻人，他们更看重邻里往来。",
            "去年全市新开书店47家",
        ),
        (
            "首届集市吸引了130名手艺人参展，展品从竹编到古法造纸无所不包，许多人还带来了徒弟和自己打的工具供观众试用。",
            "首届集市吸引了130名手艺人参展",
        ),
    ],
)  # fmt: skip
def test_what_goes_on_for_long_with_no_figure_is_left_out(
    text: str, expected: str
) -> None:
    assert [one for kind, one in claims(text) if kind == "statistic"] == [expected]


def test_a_clause_that_only_tells_how_long_goes_with_the_next() -> None:
    text = "设计组花了三年零七个月，把两千多张旧图纸逐张重绘，又请了十几位已经退休的老师傅来现场核对每一处尺寸和用料，最后才交付施工方使用。"
    assert claims(text)[0][1].startswith("设计组花了三年零七个月，把两千多张旧图纸")


@pytest.mark.parametrize(
    "text",
    [
        "园区今年新引进的项目一共有六十三个，涉及装备、材料和物流三个行业（其中外资项目十一个，投产后的年产值可以超过二十亿元。",
        "两座旧桥的加固已经完成（一座在上游，一座在下游的老渡口旁边，工期比原来估计的缩短了四个月，节省资金一千三百万元",
    ],
)
def test_a_parenthesis_left_open_does_no_harm(text: str) -> None:
    assert claims(text)[0][0] == "statistic"
