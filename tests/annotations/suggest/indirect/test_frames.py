"""Words that stand around a source. All sentences are invented."""

from __future__ import annotations

import pytest

from tests.annotations.suggest.found import reports, statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # told by somebody who is left out, and what the text found out itself
        ("据介绍，这座粮仓能存四万吨稻谷。", [("这座粮仓能存四万吨稻谷。", "")]),
        ("据不完全统计，两岸有渡船三百多条。", [("两岸有渡船三百多条。", "")]),
        ("另据介绍，缆车下月起停运检修。", [("缆车下月起停运检修。", "")]),
        ("据报道，缆车的旧轿厢拆成了废铁。", [("缆车的旧轿厢拆成了废铁。", "")]),
        ("据了解，这座粮仓能存四万吨稻谷。", []),
        # what somebody has counted, foretold or measured
        ("据统计，全镇43户把老屋租了出去，屋主就近上工。", [("全镇43户把老屋租了出去，屋主就近上工。", "")]),
        ("据预测，到2031年，渡口的客流还会再少一成。", [("到2031年，渡口的客流还会再少一成。", "")]),
        ("据监测，白沙河去年断流十二天，比前年少三天。", [("白沙河去年断流十二天，比前年少三天。", "")]),
        # what has been written down of old
        ("据记载，三千年前这里就有人摆渡。", [("三千年前这里就有人摆渡。", "")]),
    ],
)  # fmt: skip
def test_what_is_told_by_somebody_left_out_is_nobodys(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "据海州港务局数据，3月吞吐量达两万箱；据河口航运中心官网数据，4月又多了三千箱。",
            [("3月吞吐量达两万箱", "海州港务局"), ("4月又多了三千箱。", "河口航运中心")],
        ),
        (
            "据海州渔业局统计，全县有渔船三百条；另据邻县渔业协会介绍，那里只剩五十条。",
            [("全县有渔船三百条", "海州渔业局"), ("那里只剩五十条。", "邻县渔业协会")],
        ),
    ],
)  # fmt: skip
def test_one_sentence_gives_the_accounts_of_two(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


def test_the_name_of_a_site_in_front_is_no_part_of_a_sentence() -> None:
    text = "【海闻网报道】据江岛《星河日报》2日报道，共有四十名船员停职。"
    assert reports(text) == [("共有四十名船员停职。", "星河日报")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whom a reporter asked
        ("近日，记者在河口采访多位配送员了解到，生鲜的货物往往更大。", [("生鲜的货物往往更大。", "多位配送员")]),
        ("本报记者走访港务局后获悉，三号泊位下月开。", [("三号泊位下月开。", "港务局")]),
        # who turns to the press, and what a reporter asks about
        ("最近，本报记者接到多名消费者反映，称他们办卡后突然遭遇闭店。", [("他们办卡后突然遭遇闭店。", "多名消费者")]),
        ("本台热线接到船户投诉称，渡口的灯半年没有亮过。", [("渡口的灯半年没有亮过。", "船户")]),
        ("记者近来在渡口采访调研时了解到一些船户存在困难。", []),
        ("记者从省会各大影院了解到，暑期几乎每周都有新片上映。", [("暑期几乎每周都有新片上映。", "省会各大影院")]),
    ],
)  # fmt: skip
def test_whom_a_reporter_asked_or_heard_from_is_the_source(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # in somebody's eyes, whose office has marks in it
        ("在“白河友好会”主要成员秋山博文看来，渡口应当保留。", [("渡口应当保留。", "秋山博文")]),
        ("在白沙学院教师、电影《这，就是渡口》的编剧之一王嘉看来，船工都很沉默。", [("船工都很沉默。", "王嘉")]),
        # in what somebody is used to think
        ("在乡民的传统观念里，修渠是男人的事。", [("修渠是男人的事。", "乡民")]),
        ("在许多人的理解中，渠就是沟。", [("渠就是沟。", "许多人")]),
        # in the words of somebody whom nothing else names, or as they say too
        ("用小河的话来说，找歌是“发现的乐趣”，也是找缘分。", [("找歌是“发现的乐趣”，也是找缘分。", "小河")]),
        ("套用阿泰的话说，船比房子听话。", [("船比房子听话。", "阿泰")]),
        ("船修好了，也如船工们所说，木头比铁听话。", [("木头比铁听话。", "船工们")]),
        # behind dots and before a colon
        ("他为渡口建言……在阿思远看来，救人是本分。", [("救人是本分。", "阿思远")]),
        ("在船厂联席总裁戴璞青看来：渡口像是“驿站”，要留人。", [("渡口像是“驿站”，要留人。", "戴璞青")]),
    ],
)  # fmt: skip
def test_something_is_so_in_somebodys_eyes(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what a body releases
        ("县统计局发布第三季度主要数据，全县渔业产值增长8%。", [("全县渔业产值增长8%。", "县统计局")]),
        ("省交通厅公布渡口考核结果，白沙渡以91.5分位列第一。", [("白沙渡以91.5分位列第一。", "省交通厅")]),
        # what parties to a paper agree on
        ("七、双方同意加强渡运和捕捞合作。双方一致同意探索夜航新路径。", [("加强渡运和捕捞合作。", "双方"), ("探索夜航新路径。", "双方")]),
        ("两国元首商定，明年互派船工代表团。", [("明年互派船工代表团。", "两国元首")]),
    ],
)  # fmt: skip
def test_what_is_released_and_what_is_agreed_on_is_stated(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # with whom the text agrees
        ("正如海联社所称，两国的信任始终未能修补。", [("两国的信任始终未能修补。", "海联社")]),
        # whom several papers tell of
        ("综合多家外媒消息，两国同时举行演习。", [("两国同时举行演习。", "多家外媒")]),
        # whom something strikes
        ("让站长陈高小印象最深的是，渡口的人“动”起来了。", [("渡口的人“动”起来了。", "陈高小")]),
    ],
)  # fmt: skip
def test_the_source_is_whoever_the_frame_names(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # as somebody says
        ("正如社会学家季明远所说，邻里不是住得近就有的。", [("邻里不是住得近就有的。", "季明远", "说")]),
        ("诚如馆长鲍延年曾指出的那样，展品不会自己说话。", [("展品不会自己说话。", "鲍延年", "指出")]),
        # learnt after a time or a place
        ("国庆将至，记者从城南客运站了解到，首日车票已售七成。", [("首日车票已售七成。", "城南客运站", "了解到")]),
        ("入冬以来，本报记者从市区各医院呼吸科获悉，就诊人数没有增加。", [("就诊人数没有增加。", "市区各医院呼吸科", "获悉")]),
    ],
)  # fmt: skip
def test_as_somebody_says_and_as_a_reporter_has_learnt(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert statements(text) == expected


def test_what_somebody_goes_on_to_tell_is_a_new_statement() -> None:
    text = "主犯苟某供述，软件是买来的。据其交代，一套卖八百元。"
    assert statements(text) == [
        ("软件是买来的。", "苟某", "供述"),
        ("一套卖八百元。", "苟某", "交代"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《江湾晨报》援引一位知情人士的话称，双方谈得并不愉快。", ("双方谈得并不愉快。", "一位知情人士", "称")),
        ("该台引述船长庄海平的说法称，雾是突然起的。", ("雾是突然起的。", "庄海平", "称")),
    ],
)  # fmt: skip
def test_whoever_is_quoted_by_somebody_else_is_the_source(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert statements(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("根据陈若望的说法，船是自己漂走的。", ("船是自己漂走的。", "陈若望", "说法")),
        (
            "用柏大爷的话说，日子像潮水一样涨起来了。",
            ("日子像潮水一样涨起来了。", "柏大爷", "话"),
        ),
        (
            "世界地质学会把潮滩定义为涨落潮之间的泥沙地带。",
            ("涨落潮之间的泥沙地带。", "世界地质学会", "定义为"),
        ),
        (
            "学者柏松涛对渔村所下的定义是：以船为家的人的聚落。",
            ("以船为家的人的聚落。", "柏松涛", "所下的定义是"),
        ),
        (
            "潮汐带的概念最早由Hale提出，它是指涨落潮之间的地带。",
            ("它是指涨落潮之间的地带。", "Hale", "提出"),
        ),
    ],
)  # fmt: skip
def test_accounts_words_and_definitions_are_somebodys(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert statements(text) == [expected]


@pytest.mark.parametrize("cue", ["交代", "供述"])
def test_what_somebody_confesses_is_told_by_them(cue: str) -> None:
    text = f"据犯罪嫌疑人高某{cue}，他先后盗窃三次。"
    assert reports(text) == [("他先后盗窃三次。", "高某")]


@pytest.mark.parametrize("mark", ["，", "："])
def test_what_a_reporter_has_learnt_stands_behind_a_comma_or_a_colon(mark: str) -> None:
    text = (
        f"本报海平8月12日电（记者易小冉）记者从市水务局获悉{mark}近日，旧管网换完了。"
    )
    assert reports(text) == [("近日，旧管网换完了。", "市水务局")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("邻国媒体31日援引政府和警方消息报道说，上千艘渔船转港。", "邻国媒体"),
        ("《河口晚报》援引码头消息报道，上千艘渔船转港。", "河口晚报"),
        ("《河口晚报》援引渔业局长的话报道，上千艘渔船转港。", "渔业局长"),
        ("《河口晚报》援引渔业局一份备忘录说，上千艘渔船转港。", "渔业局"),
    ],
)
def test_news_is_whose_who_reports_it_and_words_whose_they_are(
    text: str, speaker: str
) -> None:
    assert reports(text)[0][1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "据全程参与港口规划制定过程的时任港务局负责人介绍，争论十分激烈。",
            "时任港务局负责人",
        ),
        ("据亲身经历了那场大水的老堤坝管理员介绍，水漫过了屋顶。", "老堤坝管理员"),
    ],
)
def test_what_is_told_of_a_source_is_no_part_of_it(text: str, speaker: str) -> None:
    assert [who for _, who in reports(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        ("在中公渡训看来，自建船坞好处多多。", "自建船坞好处多多。", "中公渡训"),
        ("在小河的眼中，渡口是一种生命的灵光。", "渡口是一种生命的灵光。", "小河"),
    ],
)
def test_whoever_has_a_view_may_be_named_nowhere_else(
    text: str, said: str, speaker: str
) -> None:
    assert reports(text) == [(said, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "在旧时代看来，渡口好处多多，谁都不信。",
        "在外人眼里，他们就是甜蜜的两口子。",
        "在如今看来，渡口好处多多。",
    ],
)
def test_a_time_and_strangers_have_no_view(text: str) -> None:
    assert reports(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("正如麦克伦所言，媒介即讯息。", "麦克伦"),
        ("诚如钱守拙所说，渠要先修。", "钱守拙"),
        ("根据麦克伦的调查，片长已降至40秒。", "麦克伦"),
        ("根据钱守拙等人的研究结果，片长已降至40秒。", "钱守拙"),
        ("根据市统计局的调查，片长已降至40秒。", "市统计局"),
    ],
)
def test_whoever_is_agreed_with_or_gone_by_is_named_by_the_frame(
    text: str, speaker: str
) -> None:
    assert [one for _, one in reports(text)] == [speaker]


@pytest.mark.parametrize(
    "text", ["正如人们所说，媒介即讯息。", "正如前文所述，渠要先修。"]
)
def test_people_at_large_and_the_text_itself_are_not_agreed_with(text: str) -> None:
    assert reports(text) == []


@pytest.mark.parametrize("by", ["据市气象台预报", "据市应急管理局预警"])
def test_a_forecast_is_an_account(by: str) -> None:
    assert [one for one, _ in reports(f"{by}，明后两天有大雨。")] == [
        "明后两天有大雨。"
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("根据山河咨询公司不完全统计，截至3月底，平台有55家。", "山河咨询公司"),
        ("据市旅游协会不完全统计，渔船有1300艘。", "市旅游协会"),
        ("8月22日，河东微电子公司发布半年报，公司营业收入15.59亿元，增长48.05%。", "河东微电子公司"),
        ("山河公司公布2023年财报，全年净利润3.1亿元。", "山河公司"),
    ],
)  # fmt: skip
def test_whose_count_or_report_of_the_year_it_is(text: str, speaker: str) -> None:
    assert [one for _, one in reports(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("根据灿盈咨询不完全统计，截至3月底，平台有55家。", "灿盈咨询"),
        ("据澜舟资讯的统计，去年退出的平台有12家。", "澜舟资讯"),
        ("8月3日，澄源微电发布半年报，公司营业收入12.4亿元，增长31%。", "澄源微电"),
        ("昨日晚间，临川股份披露三季报，净利润为3.2亿元，下降12%。", "临川股份"),
        ("澄源微电给出的原因为，产品同质化严重，毛利率下降。", "澄源微电"),
        ("利润少了三成。临川股份的解释是，原材料涨价太快。", "临川股份"),
    ],
)  # fmt: skip
def test_a_frame_tells_a_firm_that_no_word_is_like(text: str, speaker: str) -> None:
    assert [one for _, one in reports(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "比较靠谱的解释是，河床抬高了，水走不动。",
        "民间的说法是，河里住着一条龙，谁也惊不得。",
        "据初步统计，截至3月底，平台有55家。",
    ],
)
def test_a_common_word_in_such_a_frame_is_no_firm(text: str) -> None:
    assert {one for _, one in reports(text)} <= {""}


@pytest.mark.parametrize(
    "text",
    [
        "根据统计，去年新增渡船86艘。",
        "据公开资料显示，去年新增渡船86艘。",
        "根据统计数据显示，去年新增渡船86艘。",
        "数据显示，去年新增渡船86艘。",
        "公开信息显示，去年新增渡船86艘。",
    ],
)
def test_figures_of_which_nobody_is_named_are_reported(text: str) -> None:
    assert reports(text) == [("去年新增渡船86艘。", "")]
