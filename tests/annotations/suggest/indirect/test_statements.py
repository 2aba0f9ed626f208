"""Indirect statements: content, source and cue. All sentences are invented."""

from __future__ import annotations

import pytest

from annotations.model import Kind
from annotations.suggest.engine import suggest
from annotations.suggest.lexicon import Lexicon
from annotations.text.unwrap import find_joins
from annotations.text.views import LogicalView
from tests.annotations.suggest.found import statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # somebody says, thinks, stresses …
        ("林业局副局长柏松涛表示，今年造林面积不减。", ("今年造林面积不减。", "柏松涛", "表示")),
        ("研究员尤丽认为这一结果不足为凭，还要重复三次。", ("这一结果不足为凭，还要重复三次。", "尤丽", "认为")),
        ("她的导师、昆虫学家翟一鸣进一步指出：蜂群减少另有原因。", ("蜂群减少另有原因。", "翟一鸣", "指出")),
        # in the eyes of
        ("在设计师梅以安看来，老房子的窗子最该留下。", ("老房子的窗子最该留下。", "梅以安", "在…看来")),
        ("在不少村民眼里，这条路就是一条财路。", ("这条路就是一条财路。", "不少村民", "在…眼里")),
        # according to
        ("据县气象台统计，入夏以来共下了四场透雨。", ("入夏以来共下了四场透雨。", "县气象台", "统计")),
        ("据知情人士透露，谈判已经进入尾声。", ("谈判已经进入尾声。", "知情人士", "透露")),
        ("根据国家统计局发布的数据，一季度粮价下降两成。", ("一季度粮价下降两成。", "国家统计局", "根据")),
        ("记者从市交通运输局获悉，跨江隧道下月试通车。", ("跨江隧道下月试通车。", "市交通运输局", "获悉")),
        # papers
        ("中国银行业协会报告显示，去年新增网点不到三百家。", ("去年新增网点不到三百家。", "中国银行业协会", "显示")),
        ("联合国开发计划署发布的报告指出，差距仍在扩大。", ("差距仍在扩大。", "联合国开发计划署", "指出")),
        # unnamed and collective
        ("与会代表普遍认为，规则要先于技术。", ("规则要先于技术。", "与会代表", "认为")),
        ("多位业内人士建议，先清库存再谈扩产。", ("先清库存再谈扩产。", "多位业内人士", "建议")),
        # announced by a noun and a colon
        ("对于迟到的理由，车队队长甘霖有自己的解释：山里起了大雾，谁也不敢开快。", ("山里起了大雾，谁也不敢开快。", "甘霖", "解释")),
        ("护林员屈大川算了一笔账：一亩松林一年能存三吨水。", ("一亩松林一年能存三吨水。", "屈大川", "一笔账")),
    ],
)  # fmt: skip
def test_source_cue_and_content_are_told_apart(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert statements(text) == [expected]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("总会计师房知秋主持会议。她指出，账要算在明处。", "房知秋"),
        ("设计院院长晏清介绍，图纸改了七稿。他认为，第八稿才是开始。", "晏清"),
        ("作曲家仲夏夜走上台。谈到新作，仲夏夜说，旋律来自民歌。", "仲夏夜"),
        ("画家阿尔贝·杜邦来过三次。杜邦认为，这里的光线最好。", "杜邦"),
        ("农学教授田野站在地头。田教授认为，苗情好于去年。", "田野"),
    ],
)
def test_one_person_is_one_name(text: str, speaker: str) -> None:
    assert {who for _, who, _ in statements(text)} == {speaker}


def test_a_quote_and_the_words_after_it_are_two() -> None:
    text = "“样本太少。”统计学家方若谷表示，现在下结论为时过早。"
    found = suggest(LogicalView(text, find_joins(text)), kinds=frozenset((Kind.QUOTE,)))
    assert [(one.type, one.speaker) for one in found] == [
        ("direct", "方若谷"),
        ("indirect", "方若谷"),
    ]


def test_the_users_cues_state() -> None:
    text = "老把式秦岭生念叨说，地要歇一年。场长尚可为放话，明年不种了。"
    lexicon = Lexicon(cues=("放话",))
    assert ("明年不种了。", "尚可为", "放话") in statements(text, lexicon)
    assert all(cue != "放话" for _, _, cue in statements(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # cited literature, in a paper
        ("摘要：略。\n\n屠云（2018）对三省的研究发现，收入越低越不愿贷款。", ("收入越低越不愿贷款。", "屠云", "发现")),
        ("摘要：略。\n\n梅青和卓尔（2020）的研究表明，女性更谨慎。", ("女性更谨慎。", "梅青和卓尔", "表明")),
        ("摘要：略。\n\nAllard，Benton 和 Crane（1991）研究（研究9）表明，规矩管着渡船。", ("规矩管着渡船。", "Allard，Benton 和 Crane", "表明")),
        (
            "Roach（1998 ）认为，工时少算了。Burke（1999）指出，价格也少算了。Stiroh（2001）表明，两样都没有少算，差的是样本。",
            ("工时少算了。", "Roach", "认为"),
        ),
        ("摘要：略。\n\nFuchs等（2015）认为模型高估了风险。", ("模型高估了风险。", "Fuchs", "认为")),
        # 不, 一 and 过度 begin a statement after most cues
        ("护士长禹静认为不应把家属挡在门外。", ("不应把家属挡在门外。", "禹静", "认为")),
        ("专家指出过度包装推高了成本。", ("过度包装推高了成本。", "专家", "指出")),
        # an argument goes on although a quote follows
        ("馆长井宁说，古籍怕潮。修复室必须恒温恒湿。“差一度都不行。”", ("古籍怕潮。修复室必须恒温恒湿。", "井宁", "说")),
        ("所长池晚表示，样本太少。下结论需要更长时间。“再等两年。”", ("样本太少。下结论需要更长时间。", "池晚", "表示")),
        # accusations
        ("工会主席法兰·杜博指责公司隐瞒了事故次数。", ("公司隐瞒了事故次数。", "法兰·杜博", "指责")),
        ("邻国总统敦促双方立即停火并恢复谈判。", ("双方立即停火并恢复谈判。", "邻国总统", "敦促")),
        # when a body issued its paper is no part of its name
        ("世界气象中心上周发布的公报说，海温仍在升高。", ("海温仍在升高。", "世界气象中心", "说")),
        ("国际粮农署本月发布的报告显示，小麦减产一成。", ("小麦减产一成。", "国际粮农署", "显示")),
    ],
)  # fmt: skip
def test_more_ways_to_report(text: str, expected: tuple[str, str, str]) -> None:
    assert statements(text)[:1] == [expected]


def test_those_who_are_told_are_no_part_of_what_is_told() -> None:
    assert statements("店员祁红告诉民警，钱是前一天晚上少的。") == [
        ("钱是前一天晚上少的。", "祁红", "告诉民警")
    ]
    assert statements("队长安远告诉家属，搜救没有停止。") == [
        ("搜救没有停止。", "安远", "告诉家属")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the same speaker goes on in the same sentence
        (
            "市长谢安民表示，桥面下月封闭，他还强调，公交不会停。",
            [("桥面下月封闭", "谢安民", "表示"), ("公交不会停。", "谢安民", "强调")],
        ),
        (
            "外长伊沃·佩特科称，谈判仍有余地，并重申边界不容更改。",
            [("谈判仍有余地", "伊沃·佩特科", "称"), ("边界不容更改。", "伊沃·佩特科", "重申")],
        ),
        # somebody's words inside a body's
        ("总统府发表声明说，总统玛雅·科伦表示，撤离已经完成。", [("撤离已经完成。", "玛雅·科伦", "表示")]),
        ("港务局发布公告称，局长栾树表示，航道今晚恢复。", [("航道今晚恢复。", "栾树", "表示")]),
        # who is told goes on to hear more
        (
            "摊主鲁春燕告诉记者，摊位费降了三成。夜市开到凌晨一点。",
            [("摊位费降了三成。夜市开到凌晨一点。", "鲁春燕", "告诉记者")],
        ),
        (
            "老人郝维国告诉村干部，井是去年干的。今年连苇塘也见了底。",
            [("井是去年干的。今年连苇塘也见了底。", "郝维国", "告诉村干部")],
        ),
        # as somebody says
        ("正如社会学家季明远所说，邻里不是住得近就有的。", [("邻里不是住得近就有的。", "季明远", "说")]),
        ("诚如馆长鲍延年曾指出的那样，展品不会自己说话。", [("展品不会自己说话。", "鲍延年", "指出")]),
        # what is reckoned up
        ("种粮户巩大山给记者算了一笔账，一亩多收八十斤。", [("一亩多收八十斤。", "巩大山", "算了一笔账")]),
        ("站长路遥算起一笔环保账，一吨废纸能省三立方木材。", [("一吨废纸能省三立方木材。", "路遥", "算起一笔环保账")]),
        # what is told of before a colon, and what is doubted
        ("车间主任李大勇介绍起“换线”前后的变化：从前一天只做三十件。", [("从前一天只做三十件。", "李大勇", "介绍起")]),
        ("几位家长不免有疑问，长跑究竟练什么？操场上人更多了。", [("长跑究竟练什么？", "几位家长", "不免有疑问")]),
        # a nation for which somebody speaks
        ("瓦国环境部大臣索莱万表示，论坛开得及时。瓦国非常重视同各成员的合作，相信河水会变清。",
         [("论坛开得及时。瓦国非常重视同各成员的合作，相信河水会变清。", "索莱万", "表示")]),
        # an adverbial between a body and its cue
        ("合议庭依据合同第六条和双方往来邮件，最终认定违约的是卖方。", [("违约的是卖方。", "合议庭", "认定")]),
        ("调查组在现场走访和调取监控之后，认为起火原因是线路老化。", [("起火原因是线路老化。", "调查组", "认为")]),
        # who shows a paper
        ("装修公司则拿出《补充协议》，称延期是业主自己签字同意的。", [("延期是业主自己签字同意的。", "装修公司", "称")]),
        ("物业公司当场出示《服务合同》，表示电梯不归他们管。", [("电梯不归他们管。", "物业公司", "表示")]),
        # learnt after a time or a place
        ("国庆将至，记者从城南客运站了解到，首日车票已售七成。", [("首日车票已售七成。", "城南客运站", "了解到")]),
        ("入冬以来，本报记者从市区各医院呼吸科获悉，就诊人数没有增加。", [("就诊人数没有增加。", "市区各医院呼吸科", "获悉")]),
        # a paper that answers
        ("仲裁委的裁决书给出了答案：加班费应由平台承担。", [("加班费应由平台承担。", "仲裁委", "答案")]),
        ("对于降价的原因，行业协会有自己的解释：库存压了三个月。", [("库存压了三个月。", "行业协会", "解释")]),
        # a name that ends like a body
        ("省农科院土壤所文志委研究员说，盐碱地最怕漫灌。", [("盐碱地最怕漫灌。", "文志委", "说")]),
        ("滨州理工大学郎中部教授认为，堤坝还能再用十年。", [("堤坝还能再用十年。", "郎中部", "认为")]),
        # what is demanded, without a mark
        ("董事长沈望川在会上要求各部门月底前完成整改。", [("各部门月底前完成整改。", "沈望川", "要求")]),
        ("州政府要求沿线企业立即停止向河道排水。", [("沿线企业立即停止向河道排水。", "州政府", "要求")]),
        # a noun that nothing but its place tells for a source
        ("华芯微电子表示，产能已经恢复到八成。", [("产能已经恢复到八成。", "华芯微电子", "表示")]),
        ("理事会紧急会议昨日指出，停火必须是双方的。", [("停火必须是双方的。", "理事会紧急会议", "指出")]),
        # figures that name no source
        ("相关数据显示，夜间用电连年上升。", [("夜间用电连年上升。", "相关数据", "显示")]),
        ("有统计显示，露营人数三年翻了一番。", [("露营人数三年翻了一番。", "统计", "显示")]),
    ],
)  # fmt: skip
def test_reports_as_newspapers_write_them(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert statements(text) == expected


@pytest.mark.parametrize(
    ("text", "content"),
    [
        # short lines that no blank line parts
        (
            "　　海州州立医院儿科门诊提供的档案显示，\n入冬以来，\n感冒的孩子比往年多出三成。\n",
            "入冬以来，\n感冒的孩子比往年多出三成。",
        ),
        # a line that ends with a quotation
        (
            "　　研究员褚大同认为，这就是人们说的“小病大治”\n的由来。病人多了，药也多了。\n",
            "这就是人们说的“小病大治”\n的由来。病人多了，药也多了。",
        ),
    ],
)
def test_lines_of_one_sentence_are_read_together(text: str, content: str) -> None:
    assert [one.replace("\n", "") for one, _, _ in statements(text)] == [
        content.replace("\n", "")
    ]


def test_a_number_that_a_print_line_broke_is_whole() -> None:
    text = (
        "　　港口协会日前发布的年度报告显示，在过去六年也就是2014\n-2019年，内河货运量没有增长，\n"
        "沿海货运量增长两成。\n"
    )
    assert statements(text)[0][0].startswith("在过去六年也就是2014\n-2019年")
    assert statements(text)[0][0].endswith("增长两成。")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a body whose name ends in 所
        ("柳湾派出所表示，入户走访将长期开展。", ("入户走访将长期开展。", "柳湾派出所", "表示")),
        ("省能源研究所提出，夜间充电应当另设价格。", ("夜间充电应当另设价格。", "省能源研究所", "提出")),
        # what somebody thinks
        ("所长高石锋记得，八月里队上拦下过三起骗局。", ("八月里队上拦下过三起骗局。", "高石锋", "记得")),
        ("行业协会理事长李奇忧心，登记制会让散客却步。", ("登记制会让散客却步。", "李奇", "忧心")),
        # what is announced without a mark
        ("县教育局宣布将在三所小学试行弹性放学。", ("将在三所小学试行弹性放学。", "县教育局", "宣布")),
        ("轮渡公司宣布南岸航线自下月起停航。", ("南岸航线自下月起停航。", "轮渡公司", "宣布")),
        # who is quoted by somebody else
        ("《江湾晨报》援引一位知情人士的话称，双方谈得并不愉快。", ("双方谈得并不愉快。", "一位知情人士", "称")),
        ("该台引述船长庄海平的说法称，雾是突然起的。", ("雾是突然起的。", "庄海平", "称")),
        # the numbers of cited works are no part of it
        ("学者罗敏[3]认为[4-5]，夜市是城市的另一张脸。", ("夜市是城市的另一张脸。", "罗敏", "认为")),
        ("摊贩先于马路。[6]研究员尤丽[7]指出，集市先于城墙。", ("集市先于城墙。", "尤丽", "指出")),
    ],
)  # fmt: skip
def test_more_ways_to_say_and_think(text: str, expected: tuple[str, str, str]) -> None:
    assert statements(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“价上不去，收入就难有起色。”乡党委书记沈大川说道。据他介绍，老茶园占了八成。",
            ("老茶园占了八成。", "沈大川", "介绍"),
        ),
        (
            "沿线到处是柑橘树，果农们却愁眉不展。他们说，往年这时候果子早卖完了。",
            ("往年这时候果子早卖完了。", "果农们", "说"),
        ),
        (
            "渡口边站满了家长们。他们说，船票一天一个价。",
            ("船票一天一个价。", "家长们", "说"),
        ),
    ],
)
def test_pronouns_mean_whoever_the_text_was_about(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert statements(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("很多人说，做善事要凭良心。", ("做善事要凭良心。", "很多人", "说")),
        ("受访人一直表示只领到四十元。", ("只领到四十元。", "受访人", "表示")),
        # what a study finds
        ("学者罗敏通过对夜市的观察，发现摊贩多了，熟客却少了。", ("摊贩多了，熟客却少了。", "罗敏", "发现")),
        ("社会学家尤安平对三年的访谈作了分析，发现搬走的人常回来买菜。", ("搬走的人常回来买菜。", "尤安平", "发现")),
        # nobody goes on about themselves by name
        (
            "护林员冯大河笑言这是巡山留下的印记。二十年来，冯大河走了十五万公里。",
            ("这是巡山留下的印记。", "冯大河", "笑言"),
        ),
        (
            "队长罗春早表示，坝今年不会再漏。罗春早带人守了三十天。",
            ("坝今年不会再漏。", "罗春早", "表示"),
        ),
    ],
)  # fmt: skip
def test_people_in_general_studies_and_ends(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert statements(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县长提醒防汛 渔业界：禁渔期太长", [("禁渔期太长", "渔业界")]),
        (
            "U18女排主帅：姑娘们像十二只小老虎",
            [("姑娘们像十二只小老虎", "U18女排主帅")],
        ),
        ("专家：柏松涛院士、林若愚教授，共2位", []),
        ("柏松涛：乡土摄影的开拓者", []),
    ],
)
def test_headlines_with_a_label(text: str, expected: list[tuple[str, str]]) -> None:
    assert [found[:2] for found in statements(text)] == expected


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
        # a view of nobody in particular; bodies that have looked into it
        (
            "也有观点指出，数字渔网会让小船失业。",
            ("数字渔网会让小船失业。", "有观点", "指出"),
        ),
        (
            "另有一种说法认为，这座塔建于宋代。",
            ("这座塔建于宋代。", "有一种说法", "认为"),
        ),
        ("法院审理后认为，两船都有过错。", ("两船都有过错。", "法院", "认为")),
        (
            "主管部门既缺人手，又怕担责任，认为不出事就行。",
            ("不出事就行。", "主管部门", "认为"),
        ),
        # questions and notices
        ("有人给船东打电话，问能不能退票。", ("能不能退票。", "有人", "问")),
        (
            "柏女士在群里发了一条通知：明早停水，请提前储水。",
            ("明早停水，请提前储水。", "柏女士", "通知"),
        ),
        # after a quotation
        (
            "面对提问，柏松涛反问“船从哪里来？”并表示，码头还没有修。",
            ("码头还没有修。", "柏松涛", "表示"),
        ),
        # plans
        (
            "省渔业工作报告首次提出要“让每条船都有自己的泊位”。",
            ("要“让每条船都有自己的泊位”。", "省渔业工作报告", "提出"),
        ),
        (
            "“蓝湾”规划中提出加快修复红树林，保护滩涂。",
            ("加快修复红树林，保护滩涂。", "“蓝湾”规划", "提出"),
        ),
    ],
)
def test_statements_in_other_words_than_saying(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert expected in statements(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("多年的风浪让柏松涛明白，船比人更懂水。", [("船比人更懂水。", "柏松涛")]),
        (
            "这次脱险使林若愚意识到，救生衣不能只挂在墙上。",
            [("救生衣不能只挂在墙上。", "林若愚")],
        ),
        ("船长柏松涛的话，让林若愚意识到值守的重要性。", []),
        ("风灾让居民们深刻认识到防汛演练不能走过场。", []),
        ("林若愚一边听，一边把大家的困难与期盼，认真写进本子里。", []),
        (
            "对于柏松涛提到的船票涨价，林若愚指出，票价三年没有变过。",
            [("票价三年没有变过。", "林若愚")],
        ),
    ],
)
def test_thoughts_that_are_made_to_come_and_words_that_are_things(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [found[:2] for found in statements(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # several announcements of one body, and somebody else's view behind
        ("县政府先是宣布将从渡口撤出人员，后又宣布将把票价提高一成。",
         [("将从渡口撤出人员", "县政府"), ("将把票价提高一成。", "县政府")]),
        ("法国回应称对停航“并不意外”，但业界预计新规或致船厂损失数百万。",
         [("对停航“并不意外”", "法国"), ("新规或致船厂损失数百万。", "业界")]),
        # a plan and a meeting go on while they call for something
        ("行动计划强调，加快码头改造。完善候船服务，保障夜航。", [("加快码头改造。完善候船服务，保障夜航。", "行动计划")]),
        ("会议强调，要守住渡口。在一些地方，船工已经走光了。", [("要守住渡口。", "会议")]),
        ("会议指出，要逐条整改。被查单位要主动认领。", [("要逐条整改。被查单位要主动认领。", "会议")]),
    ],
)  # fmt: skip
def test_bodies_that_announce_and_call_for_things(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(said, who) for said, who, _ in statements(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # speech behind a colon is no more of what is reported
        ("潘鸣认为价格不是主要原因：“账还没有算完，以后还会再算，看法各有不同。”", ("价格不是主要原因", "潘鸣", "认为")),
        ("馆员胡桐介绍，每种纸的脾气不同：“宣纸怕潮，竹纸怕晒，都要单独放。”", ("每种纸的脾气不同", "胡桐", "介绍")),
        # but what somebody else says in what is reported is
        ("所长郁达表示，《纲要》提出：“先修水渠，再修道路。”", ("《纲要》提出：“先修水渠，再修道路。”", "郁达", "表示")),
    ],
)  # fmt: skip
def test_a_statement_ends_before_speech(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert statements(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "院士梁思远说得好：“没有好种子，就没有好收成，也没有好日子。”",
        "校长说得对，孩子先要睡够。",
        "诗人曾说过这样一句话：“灯亮着，人就不会走远，船也不会。”",
        "他直言不讳：“桥修早了，路还没通，车也没有。”",
    ],
)
def test_how_something_is_said_is_no_statement(text: str) -> None:
    assert not statements(text)
