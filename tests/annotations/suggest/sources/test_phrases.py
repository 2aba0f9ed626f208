"""Unnamed people and bodies as sources. All sentences are invented."""

from __future__ import annotations

import pytest

from tests.annotations.suggest.found import reports, speakers, speech, statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who is for or against something
        ("禁渔令的支持者认为，三年就能看到鱼回来。", [("三年就能看到鱼回来。", "禁渔令的支持者")]),
        ("有关方案的反对者指出，绕行要多走四十里。", [("绕行要多走四十里。", "有关方案的反对者")]),
        ("而持反对意见者则认为，分得太细会误船期。", [("分得太细会误船期。", "持反对意见者")]),
    ],
)  # fmt: skip
def test_people_are_told_by_what_they_are_for_or_against(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # where a body sits is no part of its name
        ("总部位于河口的江南公司说，前三个月运量下降一成。", [("前三个月运量下降一成。", "江南公司")]),
        ("总部设在首府的海岸银行预计，利率不会再动。", [("利率不会再动。", "海岸银行")]),
        # somebody somewhere
        ("在码头值守的一位胡姓工作人员说，开门的铺子有一百家。", [("开门的铺子有一百家。", "一位胡姓工作人员")]),
        ("在渡口卖票的几位老人介绍，船票三年没有涨。", [("船票三年没有涨。", "几位老人")]),
        # those whom a reporter asked
        ("记者采访的多名船工表示，自己属于外包队。", [("自己属于外包队。", "多名船工")]),
        ("记者遇到的几位渔民说，鱼比往年少。", [("鱼比往年少。", "几位渔民")]),
        # who is told of with 是
        ("一方面是学生家长及社区内各种团体，他们主张课本应该审查。", [("课本应该审查。", "学生家长及社区内各种团体")]),
    ],
)  # fmt: skip
def test_what_leads_to_somebody_is_no_part_of_who_they_are(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who speaks for a firm that is called like a person
        ("阿尔顿相关负责人介绍，新船只听口令。", [("新船只听口令。", "阿尔顿相关负责人")]),
        ("特里普公司发言人表示，船坞已经复工。", [("船坞已经复工。", "特里普公司发言人")]),
        # what a body is stands before its name
        ("海国智库财税研究所评价称，这项增税是明智之举。", [("这项增税是明智之举。", "财税研究所")]),
        # a region says what it has decided, and nothing of those in it
        ("青海省近日宣布，盐湖一带停采三年。", [("盐湖一带停采三年。", "青海省")]),
        ("青海省近三百家旅馆日前宣布对教师免收房费。", [("对教师免收房费。", "青海省近三百家旅馆")]),
        ("青海省近三百处温泉日前宣布对教师免收门票。", []),
        ("云南省近百个茶山近日宣布对教师免收门票。", []),
        # a body and a trade whose names hold words of doing or meeting
        ("“草要选好。”草业国家技术创新中心副主任陈知远介绍，先要看土。", [("先要看土。", "陈知远")]),
        ("“一切顺利。”白沙会展中心相关负责人说，下月还有两场。", [("下月还有两场。", "白沙会展中心相关负责人")]),
        ("有病毒学家透露，样本还在路上。", [("样本还在路上。", "病毒学家")]),
        # several of a trade
        ("白帆、青江等多家厂商表示，今年的订单翻了一番。", [("今年的订单翻了一番。", "白帆、青江等多家厂商")]),
    ],
)  # fmt: skip
def test_firms_and_trades_are_told_from_people_and_deeds(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # this time and this case
        ("这次中方强调，各国应当坚持多边主义。", [("各国应当坚持多边主义。", "中方")]),
        ("该案审判长当日在答记者问时称，当事人已被当庭释放。", [("当事人已被当庭释放。", "该案审判长")]),
        ("同一天，平壤正式宣布外长将访问邻国。", [("外长将访问邻国。", "平壤")]),
    ],
)  # fmt: skip
def test_this_time_is_no_part_of_a_source_and_this_case_is(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # agencies, powers and offices abroad
        ("路透社说，谈判已经破裂，双方互不相让。", ["路透社"]),
        ("首尔很清楚，这笔账迟早要算。", ["首尔"]),
        ("据日本财务省17日晚间透露，税率暂时不变。", ["日本财务省"]),
        ("希腊总理卡洛斯告诉塞浦路斯《岛屿晚邮报》，渡轮不会停。", ["卡洛斯"]),
        # what follows from something else
        ("气象专家结合卫星数据发现，雨带往东偏了。", ["气象专家"]),
        ("葡萄牙人对这道菜印象不坏，认为鱼很新鲜，汤差了一点。", ["葡萄牙人"]),
    ],
)  # fmt: skip
def test_agencies_powers_and_experts_are_the_subjects_of_what_they_state(
    text: str, expected: list[str]
) -> None:
    assert [speaker for _, speaker in reports(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("装修公司则拿出《补充协议》，称延期是业主自己签字同意的。", [("延期是业主自己签字同意的。", "装修公司", "称")]),
        ("物业公司当场出示《服务合同》，表示电梯不归他们管。", [("电梯不归他们管。", "物业公司", "表示")]),
    ],
)  # fmt: skip
def test_who_shows_a_paper_states_what_comes_next(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert statements(text) == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # a paper, and not whoever reads it out
        ("这份由国防部长科南·巴尼在电视台宣读的公报说，士兵拘禁了他们的领导人。", "公报"),
        ("这篇由老站长沈一舟口述的文章认为，水车不该拆。", "文章"),
        # one of a nation, and not the nation
        ("美国一人权组织在一份报告中说，平民伤亡很多。", "美国一人权组织"),
        ("德国一家研究机构认为，河运还会增长。", "德国一家研究机构"),
        # whoever has no other name than the one in marks
        ("谈及剧中的渡口，“煎饼果仔”表示，布景都是手搭的。", "煎饼果仔"),
        ("“船头阿四”告诉记者，夜里也有人过河。", "船头阿四"),
    ],
)  # fmt: skip
def test_papers_bodies_and_nicknames_are_sources(text: str, speaker: str) -> None:
    assert [who for _, who in reports(text)] == [speaker]


def test_what_stands_in_marks_may_be_a_theory() -> None:
    assert reports("“坚车行远”说在他早年的信里初见端倪，后来写成了书。") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("被问到工钱时，不少环卫工无奈地表示，够吃饭就行。", "不少环卫工"),
        ("几名摊主高兴地告诉记者，今年的生意比去年好。", "几名摊主"),
        ("多位保洁员向记者说出心愿：“想有个歇脚的地方。”", "多位保洁员"),
        ("一项发表在《冰川》杂志上的研究表明，雪线还在上移。", "研究"),
        ("发表于《海洋科学》的一项研究显示，海平面上升加快。", "研究"),
        ("土耳其总统府说，双方下周会晤。", "土耳其总统府"),
    ],
)
def test_manner_hearers_and_journals_are_no_part_of_a_source(
    text: str, speaker: str
) -> None:
    assert speakers(text) == [speaker]


def test_an_office_that_comes_up_anew_is_not_the_one_before() -> None:
    text = "海平市多位受访的初中校长表示，经费是难题。\n有校长透露，学校赔过钱。"
    assert speakers(text) == ["海平市多位受访的初中校长", "校长"]
    text = "河口镇多名小学班长说，午睡太长。\n有班长反映，操场太小。"
    assert speakers(text)[1] == "班长"


@pytest.mark.parametrize("kind", ["大型旅行社", "独立乐队", "二手书店"])
def test_a_body_is_called_by_the_name_in_marks_behind_what_it_is(kind: str) -> None:
    text = f"{kind}“青山有约”日前发布的统计显示，短途最受欢迎。"
    assert speakers(text) == ["青山有约"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # what holds a body is no person called like its beginning
        ("华宁证券研报认为，分红多的公司更愿意回购。", "华宁证券"),
        ("安泰期货称，铜价还会下跌。", "安泰期货"),
        (
            "例如，河口农商行在2031年度股东会材料中提到，三家支行将要合并。",
            "河口农商行",
        ),
        ("海阳农商行于2030年的年报中指出，存款增速放缓。", "海阳农商行"),
        ("据国家药监会官网披露，两批次药品不合格。", "国家药监会"),
        ("河口医保局官网显示，报销比例提高了。", "河口医保局"),
        ("河湾金融监管分局发布相关批复显示，四家社合为一家。", "河湾金融监管分局"),
        ("另有监管批复显示，四家社合为一家。", "监管批复"),
        # what people are in charge of
        ("某银行对公业务负责人表示：“大家都很重视。”", "某银行对公业务负责人"),
        ("某公司对外联络处负责人表示：“没有收到函件。”", "某公司对外联络处负责人"),
        # when they speak
        ("远洋娱乐晚上表示，演出取消。", "远洋娱乐"),
        ("青禾科技今早表示，系统已经恢复。", "青禾科技"),
    ],
)
def test_firms_and_offices_are_told_by_their_whole_names(
    text: str, speaker: str
) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize("how", ["陆续", "相继"])
def test_what_is_published_one_after_the_other_says_nothing(how: str) -> None:
    assert speakers(f"中报业绩预告{how}披露，高景气方向有望重获资金。") == []


@pytest.mark.parametrize(
    ("heading", "speaker"),
    [
        ("芯片股领跌三成 机构称市场调整的时间和空间都不多", "机构"),
        ("上月游行后再起冲突　社工称那只水瓶本来就是空的没有装水", "社工"),
    ],
)
def test_in_a_heading_a_space_parts_clauses(heading: str, speaker: str) -> None:
    assert speakers(
        f"{heading}\n\n　　三月二日，河口镇的雨下了一天，街上没有什么人。\n"
    ) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("路政署回覆本網查詢指，磚縫已經加固。", "路政署"),
        ("調查委員會回覆眾報表示，報告月底提交。", "調查委員會"),
        ("西環總區重案組回覆本報查詢表示，案件仍在調查。", "西環總區重案組"),
        ("河大回复查询表示，学院已经成立委员会查明此事。", "河大"),
        ("湾铁回复各界查询表示，数字要到月底才齐。", "湾铁"),
        ("湾铁今日下午发新闻稿表示，抽检还没有结果。", "湾铁"),
        ("河大昨晚再发通稿指出，学院没有这位教授。", "河大"),
        ("多名前线船员均向河湾新闻表示，公布的数字比看到的低。", "多名前线船员"),
        ("三位护渠员都对晚报指出，渠底早就裂了。", "三位护渠员"),
    ],
)
def test_whom_a_body_answers_is_no_part_of_it(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "海平元雅文化股份有限公司近日在投资者互动平台表示，新品已上市。",
            "海平元雅文化股份有限公司",
        ),
        ("元雅图近日在投资者互动平台表示，新品已上市。", "元雅图"),
        (
            "接受记者采访的多位造船公司负责人均表示，订单排到了后年。",
            "多位造船公司负责人",
        ),
        (
            "接受本报采访的三名上海渔民均表示，今年禁渔早。",
            "三名上海渔民",
        ),
    ],
)
def test_where_a_body_tells_it_is_no_part_of_its_name(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # how and when, behind a body of whatever name
        ("海岛国防军同一天说，空袭已经结束。", ["海岛国防军"]),
        ("远山武装部队同一天称，桥已经收回。", ["远山武装部队"]),
        ("眾志並表示，成員各自投入工作。", ["眾志"]),
        ("青禾科技续指，下个月的船期照旧不变。", ["青禾科技"]),
        # who is only one of several, or was there once
        ("曾有人在书中写道，“海里的路比岸上的多，也比岸上的险”。", ["有人"]),
        ("也曾有学者认为，海塘建于明初。", ["学者"]),
        (
            "巴里斯坦加沙地带卫生部门29日发表声明说，药品用尽。",
            ["巴里斯坦加沙地带卫生部门"],
        ),
        # what opens no subject
        ("与海同行就是与机遇同行，相信海港就是相信明天。", []),
        ("坦白说，这件事谁也不清楚。老实说，我也不清楚。", []),
        ("全市干部加强学习，进行理论阐释，这有助于凝聚人心。", []),
        ("对章句有更多学习时，渐渐明白，完全客观是没有可能的。", []),
        ("面对乱局，中方愿同各方推动落实全球治理倡议，维护国际公平。", []),
        ("习大河主席郑重提出全球安全倡议，为世界指明方向。", []),
    ],
)
def test_what_opens_a_clause_and_what_stands_behind_its_subject(
    text: str, expected: list[str]
) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "好心人不断预告在场的船工，说大潮要来，他们不肯走。",
        "罗小方压低声音对父亲说：“事情只能当面讲。”",
        "安安转头去找孩子的家长：“孩子在船上。”",
        "冬阳又听她妈妈说，船票涨了。",
    ],
)
def test_a_clause_with_a_verb_is_nobodys_name(text: str) -> None:
    assert all(len(speaker) < 5 for speaker in speakers(text))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("律政司已清楚指出，每宗案件都按证据决定。", "律政司"),
        ("马国平综合有关研究认为，旧渠的价值在于它还通水。", "马国平"),
        ("郑大文综合各方说法指出，水是半夜退的。", "郑大文"),
        ("至于教育局也公开割席，声称没有强迫学校播放。", "教育局"),
        ("第二、政府要求各校在月底前交回问卷。", "政府"),
        ("大律师公会周六发声明，强调做法绝不能姑息。", "大律师公会"),
        ("河湾商会昨日发表声明，重申渡口不能停航。", "河湾商会"),
        ("岸上没有人。那位同事后来在会上回忆，办公室里没有灯。", "同事"),
        ("根据河湾市场监管局接受晚报采访时表示，公司的船已经卖掉。", "河湾市场监管局"),
        ("河国驻渡口维和部队14日说，桥上的人已经撤走。", "河国驻渡口维和部队"),
    ],
)
def test_how_somebody_states_it_is_no_part_of_their_name(
    text: str, speaker: str
) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "渡口停航已有三天，强烈促请警方撤销建议，并呼吁政府三思。",
        "事情闹了半年，以最严厉措辞谴责渡口所为，强调此举绝不能姑息。",
        "评委裁定渡口违例，驳回下级法院称将其类比的说法。",
        "护渠的规矩不变，反而渠上人员仍须遵守，认为有需要时再改。",
        "七间院校联署反对渡口停航，建议船户再等三天。",
        "说好了由我来，快来写下对家人一直想说却没有说的话，写下船上的日子。",
    ],
)
def test_a_clause_that_only_tells_what_is_done_names_nobody(text: str) -> None:
    assert speakers(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("似乎不少船工都已经认定，船还会开。", "不少船工"),
        ("◎船工们表示，船还会开。", "船工们"),
        ("有被访投资者表示，在自己不懂的情况下才会去买。", "投资者"),
        ("被访某船厂经理表示，他看得很远，手里却很紧。", "某船厂经理"),
        ("该项调查收到288份问卷，其中230人认为在渡口更安全。", "230人"),
        ("四百人到场，其中90多人表示，船要先修。", "90多人"),
        ("该项调查显示，渡口更安全。", "调查"),
        ("在论坛里，网名yuyu110发帖称，船从来没有按时开过。", "yuyu110"),
    ],
)
def test_what_stands_in_front_of_somebody_is_no_part_of_them(
    text: str, speaker: str
) -> None:
    assert speakers(text) == [speaker]


def test_those_who_begin_to_call_for_something_have_not_begun_for_a_name() -> None:
    text = "国内一些机构开始大力呼吁“渡口应尽快扩容，让船先走”。"
    assert speech(text) == [("“渡口应尽快扩容，让船先走”", "国内一些机构")]
    text = "近期不少船社积极呼吁“渡口要修好，路要修宽”。"
    assert speech(text) == [("“渡口要修好，路要修宽”", "不少船社")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # occasions and times without a comma behind them
        ("沿途鲁建平给我们介绍村里的变化，很自豪地说：“路修到了家门口。”", "鲁建平"),
        ("交谈中岑月白指着墙上的照片，说：“这是第一批学员。”", "岑月白"),
        ("次日方晓明赶到渡口，对记者说：“船明天就能修好。”", "方晓明"),
    ],
)
def test_an_occasion_in_front_of_somebody_is_no_part_of_them(
    text: str, speaker: str
) -> None:
    assert [one for _, one in speech(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("与会学者展开热烈讨论，纷纷表示，这套方法值得推广。", "与会学者"),
        ("参展商户参观样板间，一致认为，新展台省料又省工。", "参展商户"),
        ("多名住户提出批评，并表示物业费应该下调。", "多名住户"),
        ("不少船东发出质疑，称收费没有依据。", "不少船东"),
    ],
)
def test_what_several_people_do_before_they_speak_is_no_part_of_them(
    text: str, speaker: str
) -> None:
    assert [one for _, one in reports(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("当地一家船厂的负责人在会上强调，渠要先修。", "当地一家船厂的负责人"),
        ("当地老船工在接受采访时说，鱼比去年多。", "当地老船工"),
    ],
)
def test_who_is_from_there_is_no_occasion(text: str, speaker: str) -> None:
    assert [one for _, one in reports(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("在场的专家表示，桥要重修。", "专家"),
        ("在座的不少船东说，桥要重修。", "不少船东"),
        ("在附近居住的村民说，桥要重修。", "村民"),
        ("在河东打工多年的工人们说，桥要重修。", "工人们"),
        ("在会场的一角，专家表示，桥要重修。", "专家"),
    ],
)
def test_where_unnamed_people_are_is_no_part_of_them(text: str, speaker: str) -> None:
    assert [one for _, one in reports(text)] == [speaker]


@pytest.mark.parametrize("who", ["接近公司的消息人士", "接近管理层的人士"])
def test_those_who_are_near_somebody_speak(who: str) -> None:
    assert [one for _, one in reports(f"{who}表示，桥要重修。")] == [who]


@pytest.mark.parametrize("many", ["多家P2P平台", "不少渡船公司"])
def test_there_still_are_many_who_say_so(many: str) -> None:
    text = f"引人注意的是，仍有{many}在官网表示，船票由公司承保。"
    assert reports(text) == [("船票由公司承保。", many)]


@pytest.mark.parametrize("body", ["民航局", "渡口管理处"])
def test_bold_type_is_no_part_of_a_name(body: str) -> None:
    text = f"引进速度也放缓。**{body}数据显示，去年新增渡船86艘。**"
    assert reports(text) == [("去年新增渡船86艘。", body)]
