"""Indirect statements: content, source and cue. All sentences are invented."""

from __future__ import annotations

import pytest

from annotations.model import Kind
from annotations.suggest.engine import suggest
from annotations.suggest.lexicon import Lexicon
from annotations.text.unwrap import find_joins
from annotations.text.views import LogicalView
from tests.annotations.suggest.found import reports, statements


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


def test_those_who_are_told_are_no_part_of_what_is_told() -> None:
    assert statements("店员祁红告诉民警，钱是前一天晚上少的。") == [
        ("钱是前一天晚上少的。", "祁红", "告诉民警")
    ]
    assert statements("队长安远告诉家属，搜救没有停止。") == [
        ("搜救没有停止。", "安远", "告诉家属")
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        # short lines that no blank line parts
        (
            "　　海州州立医院儿科门诊提供的档案显示，\n入冬以来，\n感冒的孩子比往年多出三成。\n",
            "入冬以来，\n感冒的孩子比往年多出三成。",
        ),
        # a line that a program broke behind a comma, in a bracket or before a mark
        (
            "　　渡口出事那天水很大，岸上的灯亮了一夜。居民罗小丽告诉本刊，\n48号渡船的四位船工那天都在岸上，\n“二号船”的也在\n。\n",
            "48号渡船的四位船工那天都在岸上，\n“二号船”的也在\n。",
        ),
        (
            "　　渡口出事那天水很大，岸上的灯亮了一夜。水文专家罗伯特·西姆斯（Robert\nSiems）称，河沙不足以造成这样大的淤积。\n",
            "河沙不足以造成这样大的淤积。",
        ),
        # a line that ends with a quotation
        (
            "　　研究员褚大同认为，这就是人们说的“小病大治”\n的由来。病人多了，药也多了。\n",
            "这就是人们说的“小病大治”\n的由来。病人多了，药也多了。",
        ),
        # one that ends with a term in marks
        (
            "修渠最忌一拍脑袋。据省水利厅估计，中国“七五”到“九五”\n\n期间，修错的渠大约有四千条。\n",
            "中国“七五”到“九五”\n\n期间，修错的渠大约有四千条。",
        ),
        (
            "船工们早就习惯了。船东罗三元说，他们最怕的是“大水”\n\n来临之前的闷热，风也没有。\n",
            "他们最怕的是“大水”\n\n来临之前的闷热，风也没有。",
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
        # accusations and complaints
        ("发言人柏松涛直指，对方毁约在先。", [("对方毁约在先。", "柏松涛")]),
        ("有住户投诉，水表走得太快。", [("水表走得太快。", "住户")]),
        # what is told back
        ("商户饶平反馈，竹袋用着很顺手，不容易破。", [("竹袋用着很顺手，不容易破。", "饶平")]),
        ("有乘客反馈：末班船太早，下了夜班赶不上。", [("末班船太早，下了夜班赶不上。", "乘客")]),
        # what is given out
        (
            "巴克银行在预算公布前的分析也指出，增长动力不均。也有专家发出警示，预算高度依赖油价回落。",
            [("增长动力不均。", "巴克银行"), ("预算高度依赖油价回落。", "专家")],
        ),
        ("也有业内人士发出呼吁，尽快统一充电接口的标准。", [("尽快统一充电接口的标准。", "业内人士")]),
        # what is remembered, and what everybody holds
        ("委员梁石英忆述，起草规章用了近五年时间。", [("起草规章用了近五年时间。", "梁石英")]),
        ("专家公认，这些文件提供了依据。", [("这些文件提供了依据。", "专家")]),
    ],
)  # fmt: skip
def test_to_accuse_complain_call_out_or_recall_is_to_state(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # accusations
        ("工会主席法兰·杜博指责公司隐瞒了事故次数。", ("公司隐瞒了事故次数。", "法兰·杜博", "指责")),
        ("邻国总统敦促双方立即停火并恢复谈判。", ("双方立即停火并恢复谈判。", "邻国总统", "敦促")),
        # what somebody thinks
        ("所长高石锋记得，八月里队上拦下过三起骗局。", ("八月里队上拦下过三起骗局。", "高石锋", "记得")),
        ("行业协会理事长李奇忧心，登记制会让散客却步。", ("登记制会让散客却步。", "李奇", "忧心")),
    ],
)  # fmt: skip
def test_to_blame_urge_remember_or_worry_is_to_state(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert statements(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what somebody tells and asks
        ("站长陈高小讲起这样一件事：船员想要加班费，党委没有通过。", [("船员想要加班费，党委没有通过。", "陈高小")]),
        ("网友发问：为什么要让它流入市场？", [("为什么要让它流入市场？", "网友")]),
        # lessons that an office draws
        ("事故调查组总结了两个方面的主要教训：风险防范失守；长期冒险掘进。", [("风险防范失守；长期冒险掘进。", "事故调查组")]),
    ],
)  # fmt: skip
def test_a_noun_before_a_colon_announces_what_is_stated(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a thing that is put forward, and then what it is
        ("韩立秋在前人的基础上进一步提出了一个大胆的猜想：河是从北边改道来的。", ["韩立秋"]),
        ("校长江一鸣以种树为喻：根没扎稳，长得越高越险。", ["江一鸣"]),
    ],
)  # fmt: skip
def test_what_is_put_forward_or_likened_stands_behind_a_colon(
    text: str, expected: list[str]
) -> None:
    assert [speaker for _, speaker in reports(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is reckoned up
        ("种粮户巩大山给记者算了一笔账，一亩多收八十斤。", [("一亩多收八十斤。", "巩大山", "算了一笔账")]),
        ("站长路遥算起一笔环保账，一吨废纸能省三立方木材。", [("一吨废纸能省三立方木材。", "路遥", "算起一笔环保账")]),
        # what is told of before a colon, and what is doubted
        ("车间主任李大勇介绍起“换线”前后的变化：从前一天只做三十件。", [("从前一天只做三十件。", "李大勇", "介绍起")]),
        ("几位家长不免有疑问，长跑究竟练什么？操场上人更多了。", [("长跑究竟练什么？", "几位家长", "不免有疑问")]),
        # a paper that answers
        ("仲裁委的裁决书给出了答案：加班费应由平台承担。", [("加班费应由平台承担。", "仲裁委", "答案")]),
        ("对于降价的原因，行业协会有自己的解释：库存压了三个月。", [("库存压了三个月。", "行业协会", "解释")]),
    ],
)  # fmt: skip
def test_what_is_reckoned_told_of_doubted_or_answered_is_stated(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert statements(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # notices
        (
            "柏女士在群里发了一条通知：明早停水，请提前储水。",
            ("明早停水，请提前储水。", "柏女士", "通知"),
        ),
        # after a quotation
        (
            "面对提问，柏松涛反问“船从哪里来？”并表示，码头还没有修。",
            ("码头还没有修。", "柏松涛", "表示"),
        ),
    ],
)  # fmt: skip
def test_notices_are_stated_and_so_is_what_is_added_to_a_quotation(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert statements(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("56%的受访者依然认为夜里的票价偏高。在渡口，老船工也更会算账。", [("夜里的票价偏高。", "受访者")]),
        ("市场调研显示，86.4%的受访青年感觉骑车的人多了。", [("86.4%的受访青年感觉骑车的人多了。", "市场调研")]),
        ("调查中，45.4%的受访青年建议融入更多时尚元素，27.9%的受访青年建议多用新媒体。", []),
    ],
)  # fmt: skip
def test_what_shares_of_people_think_is_stated_and_what_they_choose_is_a_figure(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what others say of what a reporter looked into, and behind one's own words
        ("记者搜索发现，船票很多，部分商家宣称当天就能出票。", [("当天就能出票。", "部分商家")]),
        ("我担心船开不了，教师李维安说，只能再等等。", [("只能再等等。", "李维安")]),
    ],
)  # fmt: skip
def test_others_are_heard_behind_what_the_writer_says(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("王志良还向记者透露了另外两个方面的数字：支出十万元，收入百万元。", "支出十万元，收入百万元。"),
        ("几户村民说起一个情况：渠口常年堵着，水过不来。", "渠口常年堵着，水过不来。"),
    ],
)  # fmt: skip
def test_figures_and_matters_before_a_colon_announce_what_is_told(
    text: str, content: str
) -> None:
    assert [said for said, _ in reports(text)] == [content]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("渡口修好了，有人来剪彩。他表示，船票不涨。", "船票不涨。"),
        ("岸上的灯亮了一夜。他们说，水正是最浑的时候。", "水正是最浑的时候。"),
        (
            "老宅子空了三年，一个月前有了灯。她和颜悦色地说，这里要开学堂。",
            "这里要开学堂。",
        ),
    ],
)
def test_a_statement_of_nobody_that_is_named_is_one(text: str, said: str) -> None:
    assert [(one, who) for one, who, _ in statements(text)] == [(said, "")]


@pytest.mark.parametrize(
    "text",
    [
        "老宅子空了三年。他渴望听见评价，于是写了一本书。",
        "船修好了。他有一个希望，就是再开十年。",
    ],
)
def test_a_wish_of_somebody_unknown_is_no_statement(text: str) -> None:
    assert statements(text) == []


def test_two_accounts_in_one_sentence_are_two_statements() -> None:
    text = (
        "最新数据显示，去年居民阅读率达90.3%；《江口市“图书馆之城”年度报告》显示，"
        "去年人均阅读23本。"
    )
    assert [said for said, _, _ in statements(text)] == [
        "去年居民阅读率达90.3%",
        "去年人均阅读23本。",
    ]
    text = "船工们表示，船价跌了两成；而《渔业蓝皮书》指出，鱼价涨了一倍。"
    assert [speaker for _, speaker, _ in statements(text)] == [
        "船工们",
        "《渔业蓝皮书》",
    ]


def test_a_body_announces_what_stands_behind_it() -> None:
    assert statements("云江基金公司昨日公告，新船自3月2日起公开募集。") == [
        ("新船自3月2日起公开募集。", "云江基金公司", "公告")
    ]
    assert statements("省水利局公告，旧闸自明日起停用。") == [
        ("旧闸自明日起停用。", "省水利局", "公告")
    ]
    text = "船长罗大山辞职。据云江公司晚间公告，公司已经同意他辞职。"
    assert all(speaker != "罗大山" for _, speaker in reports(text))
    assert statements("云江公司贴出公告，路过的人都停下来看。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会长方晓明分享了行业的现状：大厂都在裁员，小厂反而招不到人。", ("大厂都在裁员，小厂反而招不到人。", "方晓明")),
        ("岑月白教授点明了译本的矛盾：读者要快，译者要慢。", ("读者要快，译者要慢。", "岑月白")),
        ("馆长鲁建平娓娓道来：这口钟是从渡船上拆下来的。", ("这口钟是从渡船上拆下来的。", "鲁建平")),
        ("教练严海一针见血：球队缺的不是钱。", ("球队缺的不是钱。", "严海")),
        ("船东鲁建平发现了其中的规律：水越凉，鱼越肥。", ("水越凉，鱼越肥。", "鲁建平")),
        ("渔民们摸出了门道：网眼要大，起网要慢。于是，他们换了网。", ("网眼要大，起网要慢。", "渔民们")),
        ("会织网的罗氏兄弟发现了商机：南岸缺网，北岸缺船。不久，罗氏兄弟开了铺子。", ("南岸缺网，北岸缺船。", "罗氏兄弟")),
    ],
)  # fmt: skip
def test_what_somebody_makes_clear_stands_behind_a_colon(
    text: str, expected: tuple[str, str]
) -> None:
    assert reports(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "发言人方晓明26日答问表示，口岸下月开放。",
        "市长严海在答问中表示，口岸下月开放。",
    ],
)
def test_to_answer_questions_is_no_asking(text: str) -> None:
    assert [cue for _, _, cue in statements(text)] == ["表示"]


@pytest.mark.parametrize("firm", ["DeepOcean", "OpenRiver"])
def test_a_firm_with_capitals_in_its_name_announces_something(firm: str) -> None:
    text = f"{firm}日前公布了最新的研究进展：新法用料更少。"
    assert reports(text) == [("新法用料更少。", firm)]
