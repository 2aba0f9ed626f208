"""Which numbers say how much. All sentences are invented."""

from __future__ import annotations

import pytest

from annotations.suggest.claims.figures import figures
from tests.annotations.suggest.claims.test_claims import claims


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
        ("船长与水手的配比通常是1:12", ["配比通常是1"]),
        ("男女之比约为3", ["之比约为3"]),
        ("每三户就有一户养蜂", ["每三户就有一户"]),
        ("每10个人里就有3个是船工", ["每10个人里就有3个"]),
        ("招聘人数只有个位数，新增病例也是个位数。", ["个位数", "个位数"]),
        ("每两个月就有一次船票打折", ["两个月", "一次"]),
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
        # the years of a plan, and years that something took
        ("为渡口未来5年发展擘画蓝图，过去三年的经验", []),
        ("未来5年要修8座桥，修桥花了5年", ["8座", "5年"]),
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
        ("吃到七八分饱，喝到五分醉，有九分把握，牛排要六分熟", []),
        ("客队得了九分，主队七分", ["九分", "七分"]),
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


@pytest.mark.parametrize(
    "text",
    [
        # names
        "城市更新50人论坛日前在榆州举行。",
        # sayings
        "这项工作关系千家万户的冷暖，也关系到城市的脸面。",
        "这趟T108/5次列车由老师傅值乘。",
        "改革要经得起千千万万群众的检验。",
    ],
)  # fmt: skip
def test_numbers_in_names_and_sayings_are_no_claims(text: str) -> None:
    assert [one for one in claims(text) if one[0] == "statistic"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # without a unit
        ("治疗组得分由21.4下降到12.7，对照组没有变化。", "治疗组得分由21.4下降到12.7，对照组没有变化。"),
        ("交互项的系数为0.046，依然显著。", "交互项的系数为0.046，依然显著。"),
        ("两组的差异显著（p<0.01），且随年级扩大。", "两组的差异显著（p<0.01），且随年级扩大。"),
        # shares and fractions in words, results, what has doubled
        ("全县超过一半的水井水位还在下降。", "全县超过一半的水井水位还在下降。"),
        ("三分之二的住户在表决书上签了字。", "三分之二的住户在表决书上签了字。"),
        ("外来务工人员所占比例约3/4。", "外来务工人员所占比例约3/4。"),
        ("两年里苗木价格翻了一番。", "两年里苗木价格翻了一番。"),
        ("主队以3比1战胜来访的海州队。", "主队以3比1战胜来访的海州队。"),
        ("中国组合4：0横扫对手晋级。", "中国组合4：0横扫对手晋级。"),
        # measures in Latin letters
        ("上游村空气中的苯监测结果达到14.9mg/m3。", "上游村空气中的苯监测结果达到14.9mg/m3。"),
        ("新电站的装机容量达到2.4GW，是去年的两倍。", "新电站的装机容量达到2.4GW，是去年的两倍。"),
    ],
)  # fmt: skip
def test_figures_in_words_without_units_or_with_latin_ones_are_statistics(
    text: str, expected: str
) -> None:
    assert [one for kind, one in claims(text) if kind == "statistic"] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "今年一季度，我国货物进出口双双实现两位数增长。",
        "十年里，渡口的客流每年都保持两位数的增速。",
        "白沙河首次跻身全国水质排名前十。",
        "全省有三所船校进入世界排名前300。",
    ],
)
def test_growth_and_ranks_in_words_are_figures(text: str) -> None:
    assert figures(text)


def test_people_whose_trade_begins_like_a_place_are_counted() -> None:
    assert figures("两位数学老师走进前厅。") == [(0, 2)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("热导率约为400W/m·K，极限可达2000W/m·K", ["400W/m·K", "达2000W/m·K"]),
        ("芯片主频3.2GHz，制程只有5纳米", ["3.2GHz", "5纳米"]),
        ("单晶片1至2英寸，功耗降到15瓦", ["1至2英寸", "15瓦"]),
        ("噪声低于40分贝，全年发电12亿千瓦时", ["40分贝", "12亿千瓦时"]),
        ("买了30瓦片，换了2瓦房", []),
        # as a formula sets it
        ("渡口的客流保持 $7 \\%$ 的年均增长率", ["7 \\%"]),
        ("其中船票占到 $36.5 \\%$", ["36.5 \\%"]),
    ],
)
def test_measures_of_techniques_are_figures(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in figures(text)] == expected
