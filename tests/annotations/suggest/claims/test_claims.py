"""Claims and their types. All sentences are invented."""

from __future__ import annotations

import pytest

from annotations.model import Kind
from annotations.suggest.engine import suggest
from annotations.text.unwrap import find_joins
from annotations.text.views import LogicalView


def claims(text: str, **thresholds: float) -> list[tuple[str, str]]:
    """Claims of a text: type and source text."""
    view = LogicalView(text, find_joins(text))
    found = suggest(view, kinds=frozenset((Kind.CLAIM,)), thresholds=thresholds)
    return [(one.type, text[one.start : one.end]) for one in found]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("全县造林面积达到48万亩，比上年增长12%。", "statistic"),
        ("这条生产线一天能下线三百余台整机。", "statistic"),
        ("百分之六十五的受访者选择了第二种方案。", "statistic"),
        ("连续降雨导致三个乡镇的道路中断。", "causal"),
        ("新算法大幅降低了仿真所需的时间。", "causal"),
        ("由于上游来水减少，水库提前停止发电。", "causal"),
        ("两地之间的直达列车将于明年开通。", "predictive"),
        ("氢能重卡有望成为矿区运输的主力。", "predictive"),
        ("平台应当公开推荐规则的主要参数。", "normative"),
        ("各地必须在汛期之前完成堤防加固。", "normative"),
        ("这是国内首座全部采用木结构的体育馆。", "factual"),
        ("目前的电池尚无法在零下四十度启动。", "factual"),
    ],
)
def test_each_type_has_its_marks(text: str, kind: str) -> None:
    assert claims(text) == [(kind, text)]


@pytest.mark.parametrize(
    "text",
    [
        "谁来为老旧小区的电梯买单？",
        "夕阳落在窗台上，屋里飘着饭香。",
        "把面团切成小块，放入油锅炸三分钟。",
        "本报记者 毛毛雨摄",
        "## 一季度增长12%的背后",
        "[3] 某某. 论某事[J]. 某刊, 2019(2): 11-19.",
    ],
)
def test_what_nobody_would_check_is_no_claim(text: str) -> None:
    assert claims(text) == []


def test_a_reported_claim_is_its_content_alone() -> None:
    text = "环保局局长盛大成指出，工业排放占全市排放总量的三成以上。"
    assert claims(text) == [("statistic", text[text.index("工业") :])]


def test_a_quoted_claim_leaves_the_marks_and_the_speaker() -> None:
    text = "“禁渔期应该再延长两个月。”渔民代表蒲公明说。"
    assert claims(text) == [("normative", "禁渔期应该再延长两个月。")]


def test_connectives_are_left_out() -> None:
    text = "此外，全市还将新建十二座变电站，总投资9亿元。"
    assert claims(text)[0][1] == "全市还将新建十二座变电站，总投资9亿元。"


def test_thresholds_by_type_can_be_moved() -> None:
    text = "连续降雨导致三个乡镇的道路中断。"
    assert claims(text, causal=0.99) == []
    assert claims(text, factual=0.99) == [("causal", text)]


@pytest.mark.parametrize(
    "text",
    [
        # who came
        "来自12个省份的80余名代表参加会议。",
        "六十多位学者围绕古籍数字化展开讨论。",
        # where, and what a scene is made of
        "村子在海拔三千二百米的山梁上。",
        "她坐着，手里攥着一张五百元的欠条。",
        # how a study was made
        "共发放问卷900份，回收有效问卷861份。",
        "被试为32名大学生，平均年龄20.3岁。",
        # the wording of a law
        "《反食品浪费法》第七条规定：“餐饮服务经营者违反规定的，处一千元以上一万元以下罚款。”",
        # the last mile is no distance
        "有记者问，快递进村的“最后一公里”怎么走。",
    ],
)
def test_numbers_that_are_no_claims(text: str) -> None:
    assert [one for one in claims(text) if one[0] == "statistic"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # without a unit
        ("治疗组得分由21.4下降到12.7，对照组没有变化。", "治疗组得分由21.4下降到12.7，对照组没有变化。"),
        ("交互项的系数为0.046，依然显著。", "交互项的系数为0.046，依然显著。"),
        ("两组的差异显著（p<0.01），且随年级扩大。", "两组的差异显著（p<0.01），且随年级扩大。"),
        # durations
        ("从码头到县城要走五个小时，全程没有信号。", "从码头到县城要走五个小时，全程没有信号。"),
        # narration before a speaker
        ("县里取消报表96项，干部下村时间增加三成，村民说：“这下找得到人了。”", "县里取消报表96项，干部下村时间增加三成"),
        ("这条路投资3.2亿元，车程缩短一半，司机谷大勇说：“省油！”", "这条路投资3.2亿元，车程缩短一半"),
    ],
)  # fmt: skip
def test_statistics_in_papers_and_before_speech(text: str, expected: str) -> None:
    assert ("statistic", expected) in claims(text)


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


def test_what_follows_a_speech_is_claimed_too() -> None:
    text = "“水来了。”管水员步长顺喊。当天，新渠向下游送水14万立方米。"
    assert ("statistic", "当天，新渠向下游送水14万立方米。") in claims(text)


@pytest.mark.parametrize(
    "text",
    [
        "截至上月底，全市现有充电桩4.1万个，市能源局局长戚向东表示，偏远乡镇仍然太少。",
        "上半年全市新签的出口订单增长两成；商会会长鲜于春透露，海外客户占了一半。",
    ],
)
def test_what_goes_before_a_source_is_claimed_too(text: str) -> None:
    shown = [one for kind, one in claims(text) if kind == "statistic"]
    assert shown[0] == text[: len(shown[0])]


@pytest.mark.parametrize(
    "text",
    [
        "去年全县秋粮产量同比增长4.6%",
        "前三季度海铁联运量首次突破300万标箱",
        "城区道路交通事故下降两成，网约车投诉下降31%",
    ],
)
def test_a_headline_that_tells_how_far_something_moved_is_a_claim(text: str) -> None:
    assert claims(text) == [("statistic", text)]


@pytest.mark.parametrize(
    "text", ["百岁老人的12本日记", "果农年入20万元", "3000米高原上的邮路"]
)
def test_a_headline_with_any_other_figure_is_none(text: str) -> None:
    assert claims(text) == []


def test_a_quoted_clause_is_claimed_once() -> None:
    text = "会长狄明辉表示，今年的订单多，“全年产量可达36万台。”"
    assert [one for one in claims(text) if one[0] == "statistic"] == [
        ("statistic", "全年产量可达36万台。")
    ]


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
        ("全縣共有四百餘萬人從事製造業。", "statistic"),
        ("新規將於明年實施，業者應當提早準備。", "predictive"),
        ("連日豪雨導致通往山區的道路全部中斷。", "causal"),
    ],
)
def test_traditional_writing_is_read_too(text: str, expected: str) -> None:
    assert claims(text)[0][0] == expected


@pytest.mark.parametrize(
    "text",
    [
        # headlines and names
        "230家企业为新人备好“见面礼”",
        "城市更新50人论坛日前在榆州举行。",
        # sayings
        "这项工作关系千家万户的冷暖，也关系到城市的脸面。",
        "这趟T108/5次列车由老师傅值乘。",
        "改革要经得起千千万万群众的检验。",
        # where a reporter went, whom a few people were
        "记者一行辗转采访了十四所民办幼儿园。",
        "记者走访了12个街区的多家面馆。",
        "他们3个人在桥头等了很久。",
        "参会的有来自12个国家的学者。",
        "修了三十年的钟表师傅至今没有收徒弟。",
    ],
)
def test_more_numbers_that_are_no_claims(text: str) -> None:
    assert [one for one in claims(text) if one[0] == "statistic"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # shares and fractions in words, results, what has doubled
        ("全县超过一半的水井水位还在下降。", "全县超过一半的水井水位还在下降。"),
        ("三分之二的住户在表决书上签了字。", "三分之二的住户在表决书上签了字。"),
        ("外来务工人员所占比例约3/4。", "外来务工人员所占比例约3/4。"),
        ("两年里苗木价格翻了一番。", "两年里苗木价格翻了一番。"),
        ("主队以3比1战胜来访的海州队。", "主队以3比1战胜来访的海州队。"),
        ("中国组合4：0横扫对手晋级。", "中国组合4：0横扫对手晋级。"),
        # how long ago
        ("这座窑址距今已有三千多年的历史。", "这座窑址距今已有三千多年的历史。"),
        ("遗址距今已有8000年，出土了炭化稻米。", "遗址距今已有8000年，出土了炭化稻米。"),
        # without the connective
        ("这意味着，每三户人家就有一户装了光伏板，共计41万户。", "每三户人家就有一户装了光伏板，共计41万户。"),
        ("这表明，六成的故障出在接头。", "六成的故障出在接头。"),
        # without what goes on for long with no figure
        (
            "去年全市新开书店47家，书店的选址从商场转到了居民区的街角，店主多是辞职回乡的年轻人，他们更看重邻里往来。",
            "去年全市新开书店47家",
        ),
        (
            "首届集市吸引了130名手艺人参展，展品从竹编到古法造纸无所不包，许多人还带来了徒弟和自己打的工具供观众试用。",
            "首届集市吸引了130名手艺人参展",
        ),
        # a headline and a dateline that ran into it
        (
            "强降雨过境“云岭” 多地停课海州社云岭7月2日电（记者 冉冬）截至当晚，全市转移群众1.2万人。",
            "截至当晚，全市转移群众1.2万人。",
        ),
    ],
)  # fmt: skip
def test_more_statistics_and_where_they_end(text: str, expected: str) -> None:
    assert [one for kind, one in claims(text) if kind == "statistic"] == [expected]


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


def test_each_statement_of_a_sentence_is_judged_without_its_speaker() -> None:
    text = "部长卓越表示，所有航线必须保持畅通，他还强调，任何一方都不得扣押商船。"
    assert claims(text) == [
        ("normative", "所有航线必须保持畅通"),
        ("normative", "任何一方都不得扣押商船。"),
    ]
    text = "总理安娜·罗索称，今年的粮价不应继续上涨，并指出明年进口关税将再降两成。"
    assert [one for _, one in claims(text)] == [
        "今年的粮价不应继续上涨",
        "明年进口关税将再降两成。",
    ]


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a point of a list that is prose
        ("——看需求。2025年，船运为渡口贡献的营收占比达30.7%。", "2025年，船运为渡口贡献的营收占比达30.7%。"),
        # what a reporter has found out
        ("记者了解到，目前已有58家船厂参与推出超50种船型。", "目前已有58家船厂参与推出超50种船型。"),
        ("本报记者走访发现，一张船票的成本从5元涨到10元。", "一张船票的成本从5元涨到10元。"),
        # measures in Latin letters
        ("上游村空气中的苯监测结果达到14.9mg/m3。", "上游村空气中的苯监测结果达到14.9mg/m3。"),
        ("新电站的装机容量达到2.4GW，是去年的两倍。", "新电站的装机容量达到2.4GW，是去年的两倍。"),
    ],
)  # fmt: skip
def test_statistics_wherever_they_stand(text: str, expected: str) -> None:
    assert ("statistic", expected) in claims(text)


@pytest.mark.parametrize(
    "text",
    [
        "除了“无船日”，渡口管理10条措施还规定：“夜里不得开船。”",
        "5万比850，数字不会撒谎：来渡口的人少了。",
        "首个休渔日当晚，三千名船家聚在岸边看灯：船灯都亮着。",
    ],
)
def test_what_only_leads_to_a_colon_is_no_claim(text: str) -> None:
    before = text[: text.index("：") + 1]
    assert not [one for _, one in claims(text) if before.endswith((one, f"{one}："))]
