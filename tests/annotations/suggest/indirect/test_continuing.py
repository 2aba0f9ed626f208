"""How far statements go on, and where they end. All sentences are invented."""

from __future__ import annotations

import re

import pytest

from tests.annotations.suggest.found import reports, statements


def test_the_content_runs_on_until_somebody_else_speaks() -> None:
    text = (
        "馆长鲍延年认为，展览不能只给内行看。说明牌要让孩子读得懂。"
        "策展人柳絮表示，字数已经减了一半。\n\n展览将持续到年底。"
    )
    assert statements(text) == [
        ("展览不能只给内行看。说明牌要让孩子读得懂。", "鲍延年", "认为"),
        ("字数已经减了一半。", "柳絮", "表示"),
    ]


def test_the_content_stops_where_the_reporter_goes_on() -> None:
    text = "教练员骆飞说，队员还需要一个冬天。记者在训练馆看到，灯一直亮到深夜。"
    assert statements(text) == [("队员还需要一个冬天。", "骆飞", "说")]
    text = "区教育局数据显示，全区有四十所小学。放学时分，校门口挤满了人。"
    assert statements(text) == [("全区有四十所小学。", "区教育局", "显示")]


def test_a_report_ends_where_the_reporter_looks_around() -> None:
    text = "商户们反映，客流少了一半。进入七月，记者在步行街看到，不少店铺已经转让。"
    assert statements(text)[0] == ("客流少了一半。", "商户们", "反映")
    text = "局长薛平说，工程没有超支。4月，薛平调往外省任职。"
    assert statements(text) == [("工程没有超支。", "薛平", "说")]


def test_a_report_ends_where_a_caption_runs_into_the_text() -> None:
    text = (
        "村民李军说，罗小江先在镇上开洒水车。龙口小区（受访者供图）对于这个住了十年的"
        "小区，谁都谈不上满意。"
    )
    assert statements(text) == [("罗小江先在镇上开洒水车。", "李军", "说")]


def test_figures_go_on_and_what_is_made_of_them_does_not() -> None:
    text = (
        "市统计局数据显示，上月菜价同比上涨2.9%。其中叶菜上涨7.1%，根茎类下跌1.2%。"
        "这意味着，一斤白菜比去年贵了三毛。"
    )
    assert statements(text) == [
        ("上月菜价同比上涨2.9%。其中叶菜上涨7.1%，根茎类下跌1.2%。", "市统计局", "显示")
    ]
    text = "据县农业局统计，全县已有2.6万人返乡。回到村里，老人孩子都有人照看。"
    assert statements(text) == [("全县已有2.6万人返乡。", "县农业局", "统计")]


def test_another_source_ends_what_is_reported() -> None:
    text = (
        "摊主们普遍认为，只要现做就不算预制。根据市里发布的《办法》，半成品也在其列。"
    )
    assert statements(text)[0] == ("只要现做就不算预制。", "摊主们", "认为")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is told of the statement, or by the text itself
        (
            "团队发现，这种苔藓能在盐水里生长。这一成果发表在上月的期刊上。",
            "这种苔藓能在盐水里生长。",
        ),
        ("法院认为，合同自始无效。该判决目前尚未生效。", "合同自始无效。"),
        ("他叫柏松涛。他笑言这是风吹的。柏松涛的船跑过十万海里。", "这是风吹的。"),
        ("林若愚一直在问：补贴去哪儿了？其实，账目早已公开。", "补贴去哪儿了？"),
        ("不少船户说，禁渔不该一刀切，在笔者看来，不切更难。", "禁渔不该一刀切"),
        ("船户柏松涛一直表示只收到一半，那么，另一半去了哪里？", "只收到一半"),
        ("议长柏松涛当选后曾表示，愿改善两岸通航，但未能如愿。", "愿改善两岸通航"),
        ("租客林某意识到自己可能受骗，立即拨打了电话。", "自己可能受骗"),
        ("部长柏松涛宣布将于下月通航，并称：“海面已经平静。”", "将于下月通航"),
        ("柏松涛认为，船比桥贵，并且指出：“桥会自己老。”", "船比桥贵"),
        # the answer of a share of people, and what it means
        ("41.5%的乘客认为渡船太慢，这一比例高于去年。", "渡船太慢"),
        ("35.2%的受访船工认为票价太低，此外，候船时间长也是原因。", "票价太低"),
        (
            "柏松涛认为，船比桥贵，养船也难。在《渡口》第五章中，柏氏请读者“先看看船再说话，不要着急”。柏松涛写过两本书，论者常提柏氏的船。",
            "船比桥贵，养船也难。",
        ),
        # what still belongs to it
        (
            "柏松涛说，生意一年比一年难做。我常对伙计们说，船要常修。",
            "生意一年比一年难做。我常对伙计们说，船要常修。",
        ),
        (
            "据县交通局负责人介绍，新渡口方便了两岸居民。今年已开通航线6条。",
            "新渡口方便了两岸居民。今年已开通航线6条。",
        ),
        ("柏松涛说，公司努力过，但未能成功。", "公司努力过，但未能成功。"),
    ],
)
def test_a_statement_ends_where_the_text_speaks_again(text: str, expected: str) -> None:
    assert [found[0] for found in statements(text)] == [expected]


@pytest.mark.parametrize(
    "following",
    [
        "对此，居民们议论开了。",
        "说到这里，她停了停。",
        "会场里响起一阵笑声。",
        "▲图为改造后的泵房。",
        "[资料图片]",
        "作者对这一说法另有看法。",
        "为什么这么说呢？",
    ],
)
def test_a_statement_ends_where_the_scene_or_the_text_takes_over(
    following: str,
) -> None:
    text = f"站长蒲新月说，泵房要到明年春天才能全部换完，居民不必担心停水。{following}"
    found = [one[0] for one in statements(text)]
    assert found == ["泵房要到明年春天才能全部换完，居民不必担心停水。"]


@pytest.mark.parametrize(
    "following",
    [
        "这事实上把问题推给了后人。",
        "我们可以从两个方面来理解。",
        "但越来越多的学者转向了地方档案。",
    ],
)
def test_a_paper_goes_on_in_its_own_voice(following: str) -> None:
    text = (
        "关键词：市镇；档案\n\n"
        "　　蒲新月[3]认为，市镇的兴起先于铁路，这与档案相合。"
        f"{following}\n\n参考文献\n[3] 蒲新月. 市镇与铁路. 2004."
    )
    assert any(
        one[0] == "市镇的兴起先于铁路，这与档案相合。" for one in statements(text)
    )


@pytest.mark.parametrize(
    "text",
    [
        "据《东滨晚报》报道，新航线下月开通。票价比船票贵一半，沿江居民等着看。",
        "法新社报道，谈判推迟到周五。会场外已经搭起了隔离栏。",
    ],
)
def test_a_report_is_taken_for_its_first_sentence(text: str) -> None:
    first = text.partition("，")[2]
    assert [one[0] for one in statements(text)] == [first[: first.index("。") + 1]]


@pytest.mark.parametrize(
    "text",
    [
        "水文站站长蒲新月介绍，库区有三道闸门。闸门之间的水位差约四米，船要等半小时。",
        "据港务公司介绍，新泊位上月交工。泊位后方的堆场还在硬化，下半年投用。",
    ],
)
def test_who_introduces_something_goes_on(text: str) -> None:
    assert [one[0] for one in statements(text)] == [text.partition("，")[2]]


@pytest.mark.parametrize(
    ("source", "content", "following"),
    [
        # how a thing is made is told by the text
        ("作坊主人蒲新月介绍，", "原料只用当年的，存过冬的一概不要。", "豆子泡好后倒入石磨，磨出的浆水过筛两遍，再上锅加热。"),
        ("作坊主人蒲新月介绍，", "原料只用当年的，存过冬的一概不要。", "鱼肉剁碎后放入木盆，沿一个方向搅拌，直到起胶。"),
        # who has spoken for themselves is done
        ("站长蒲新月说，", "物资还在路上，“有时得自己去搬。”", "该省目前有五千多人染病，约占全国一半。"),
        ("站长蒲新月说，", "物资还在路上，“有时得自己去搬。”", "码头上的队伍排到了桥头，天黑才散。"),
    ],
)  # fmt: skip
def test_the_text_tells_the_rest_itself(
    source: str, content: str, following: str
) -> None:
    found = [one[0] for one in statements(f"{source}{content}{following}")]
    assert found == [content]


@pytest.mark.parametrize(
    "following",
    ["其理由是，沙源早在十年前就断了。", "更重要的是，泵房的图纸已经找不到了。"],
)
def test_a_cited_author_goes_on_with_reasons(following: str) -> None:
    text = (
        "关键词：市镇；档案\n\n"
        "　　蒲新月[3]认为，河口的后退是沙源造成的。"
        f"{following}\n\n参考文献\n[3] 蒲新月. 市镇与铁路. 2004."
    )
    assert f"河口的后退是沙源造成的。{following}" in [
        one[0] for one in statements(text)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "孙立本认为，水渠应当早修。这一重要论断来自三十年的巡渠经历。",
        "孙立本强调，水渠应当早修。这一深刻论述至今没有过时。",
        "孙立本在《渠堰考》一书中提出，水渠应当早修。该书收有三十张旧图。",
        "孙立本主张，水渠应当早修。这部专著写了十年。",
    ],
)
def test_what_is_told_of_a_statement_or_its_book_is_the_texts_own(text: str) -> None:
    assert [(said, who) for said, who, _ in statements(text)] == [
        ("水渠应当早修。", "孙立本")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "《河口晚报》评价，这条航线是一块试金石。当前的客运还在起步。",
        "船评人孙立本点评，这条船稳当。眼下的造船业还缺工匠。",
    ],
)
def test_a_verdict_is_one_sentence(text: str) -> None:
    assert [said for said, _, _ in statements(text)] == [
        text[text.index("，") + 1 : text.index("。") + 1]
    ]


def test_what_a_paper_says_ends_with_its_sentence_unless_more_figures_follow() -> None:
    text = "根据河口市政府发布的公告，五月起渡口免票。随着客流增加，市里又添了两条船。"
    assert [said for said, _, _ in statements(text)] == ["五月起渡口免票。"]
    text = "根据河口市统计局公布的数据，去年过渡120万人次。其中，外地客30万人次。"
    assert [said for said, _, _ in statements(text)] == [
        "去年过渡120万人次。其中，外地客30万人次。"
    ]


@pytest.mark.parametrize(
    "text",
    [
        # what two countries do together is nobody who turns up
        "大使商陆表示，航线已经恢复。加强吉中两国媒体的合作，要从互派记者做起。",
        "参赞冉云表示，航线已经恢复。孟中合作要从港口做起。",
        # what is so now
        "教授秦以宁认为，旧水渠救过这座城。如今，水渠的价值又被重新认识。",
        "会长边塞强调，行会曾经只管收费。如今，行会要学会服务。",
    ],
)
def test_views_go_on_over_what_looks_like_something_new(text: str) -> None:
    _, content = re.split("(?:表示|认为|强调)，", text)
    assert [one[0] for one in statements(text)] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "程致远主席指出，青年是事业的希望。今年是学会成立十周年，年会将在海州举行。",
        "程致远主席强调，文物承载文明。今年的考古大会将在林下举行。",
    ],
)
def test_the_text_itself_goes_on_where_it_has_cited_the_head_of_state(
    text: str,
) -> None:
    assert [one[0] for one in statements(text)] == [re.split("[，。]", text)[1] + "。"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("馆长井宁说，古籍怕潮。修复室必须恒温恒湿。“差一度都不行。”", ("古籍怕潮。修复室必须恒温恒湿。", "井宁", "说")),
        ("所长池晚表示，样本太少。下结论需要更长时间。“再等两年。”", ("样本太少。下结论需要更长时间。", "池晚", "表示")),
    ],
)  # fmt: skip
def test_an_argument_goes_on_although_a_quote_follows(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert statements(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
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
def test_nobody_goes_on_about_themselves_by_name(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert statements(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who is told goes on to hear more
        (
            "摊主鲁春燕告诉记者，摊位费降了三成。夜市开到凌晨一点。",
            [("摊位费降了三成。夜市开到凌晨一点。", "鲁春燕", "告诉记者")],
        ),
        (
            "老人郝维国告诉村干部，井是去年干的。今年连苇塘也见了底。",
            [("井是去年干的。今年连苇塘也见了底。", "郝维国", "告诉村干部")],
        ),
        # a nation for which somebody speaks
        ("瓦国环境部大臣索莱万表示，论坛开得及时。瓦国非常重视同各成员的合作，相信河水会变清。",
         [("论坛开得及时。瓦国非常重视同各成员的合作，相信河水会变清。", "索莱万", "表示")]),
    ],
)  # fmt: skip
def test_what_is_told_to_somebody_or_for_a_nation_goes_on(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert statements(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "研究员李小成指出，半岛局势缓和。日本希望扩大合作。韩国希望得到情报。",
            [("半岛局势缓和。日本希望扩大合作。韩国希望得到情报。", "李小成")],
        ),
        ("总统府宣布，不再续签渔业协定。该协定于2016年签订。", [("不再续签渔业协定。", "总统府")]),
    ],
)  # fmt: skip
def test_a_view_of_nations_goes_on_and_an_announcement_that_is_told_of_does_not(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # figures go on with 其中; the party's head does not with what the text says
        ("渔业协会的数据显示，去年渔业有了起色。其中，出口增长8%。", [("去年渔业有了起色。其中，出口增长8%。", "渔业协会")]),
        ("谢平总书记强调，要把船修好。船是渡口的命脉，也是乡亲的路。", [("要把船修好。", "谢平")]),
        # a plan and a meeting go on while they call for something
        ("行动计划强调，加快码头改造。完善候船服务，保障夜航。", [("加快码头改造。完善候船服务，保障夜航。", "行动计划")]),
        ("会议强调，要守住渡口。在一些地方，船工已经走光了。", [("要守住渡口。", "会议")]),
        ("会议指出，要逐条整改。被查单位要主动认领。", [("要逐条整改。被查单位要主动认领。", "会议")]),
    ],
)  # fmt: skip
def test_figures_go_on_with_figures_and_calls_with_calls(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "有人认为旧船是落后的。我认为这种看法是片面的。",
        "在船长罗春山看来，渡口不能没有船。为破解船工融资难问题，今年3月，渡口搭建网络。",
        "会长沈一舟认为，票价不能再涨。为解决停航问题，近日，港务局调来两条船。",
        "船厂副总裁顾一苇表示，老船厂也要有新手艺。2025年底，船厂在河口建起学堂。",
        "书记李晋林表示，渡口要留得住人。2024年初，渡口办起了夜校。",
        "船工罗春山告诉记者，两台设备就能装船，“我们甚至不用走进仓库”。通过一套输送系统，货物到了门口。",
        "院长沈一舟说，来住的多是老船工，“能占到住户的八成左右”。走访中还能看到，屋里都有扶手。",
    ],
)
def test_the_writer_and_what_was_done_since_are_no_part_of_a_view(text: str) -> None:
    assert [said.count("。") for said, _ in reports(text)] == [1]


def test_points_of_several_go_on_though_they_name_somebody() -> None:
    text = "书记李晋林提到，两岸有两种不同的风景。一是沈一舟等人在造新船。二是罗春山还在撑旧船。"
    assert [speaker for _, speaker in reports(text)] == ["李晋林"]


def test_who_calls_for_something_goes_on_behind_a_quotation() -> None:
    text = (
        "市长陈远山指出，面对变化，“手中有粮，心里才不慌”。要科学规划布局，把储备做好。"
    )
    assert [said.count("。") for said, _ in reports(text)] == [2]


@pytest.mark.parametrize(
    "following",
    [
        "法院最终判处其有期徒刑十年。",
        "对方随后否认遭到袭击。",
        "商家对此不予认可。",
        "邻国政府宣布召回大使。",
        "这种说法并不全面。",
        "真的是这样吗？",
        "受此消息影响，公司股价午后涨停。",
        "截至发稿时，电梯仍未恢复运行。",
        "说这话时，他叹了口气。",
    ],
)
def test_what_others_do_about_it_and_what_the_text_makes_of_it_is_not_reported(
    following: str,
) -> None:
    text = f"检察机关指控，厂方瞒报产量。{following}"
    assert reports(text) == [("厂方瞒报产量。", "检察机关")]


@pytest.mark.parametrize(
    "text",
    [
        "镇上的织布厂发布公告称，厂里新添了四十台织机。这是老手艺回暖的一个缩影。今年以来，不少作坊重新开张。",
        "船长樊四海说，这条船跑了三十年。这正是内河运输变迁的生动写照。如今两岸都通了公路。",
    ],
)
def test_a_report_ends_where_the_text_takes_it_for_a_case_of_more(text: str) -> None:
    assert [said.count("。") for said, _ in reports(text)] == [1]


def test_figures_of_nobody_end_with_their_sentence() -> None:
    text = "据不完全统计，全县已有作坊210家。作坊增多的背后，去年起实行的补贴发挥了作用，每家最高3万元。"
    assert reports(text) == [("全县已有作坊210家。", "")]
    text = "据测算，新渠每年省水40万吨。在下游，灌区今年改种了2000亩水稻。"
    assert reports(text) == [("新渠每年省水40万吨。", "")]
    text = "据统计，全县已有作坊210家。其中织布的有90家。"
    assert reports(text) == [("全县已有作坊210家。其中织布的有90家。", "")]


@pytest.mark.parametrize(
    "following",
    [
        "市里各局负责同志作交流发言。",
        "何远舟、路守成出席上述活动。",
        "各县有关部门负责人参加座谈会。",
        "昨天（3月4日），第七届渔业展在码头开幕，四百家作坊参展。",
        "石库镇位于两河之间，今年多雨。",
        "柳湾属亚热带气候，雨季很长。",
        "三条新线通车今晚（11月5日起），三条新线试运行。",
    ],
)
def test_a_report_ends_with_who_was_there_where_it_is_and_other_news(
    following: str,
) -> None:
    text = f"省长唐渡表示，要把水利修好，要让田里有水。{following}"
    assert reports(text) == [("要把水利修好，要让田里有水。", "唐渡")]


@pytest.mark.parametrize(
    "following",
    ["“十三五”期间，总书记多次深入山区考察调研，作出部署。", "一项项新举措接连出台。"],
)
def test_what_he_calls_for_ends_where_the_text_tells_what_was_done(
    following: str,
) -> None:
    text = f"唐渡总书记指出，路通才有山货。他强调，要把路修进山里。{following}"
    assert reports(text)[1:] == [("要把路修进山里。", "唐渡")]
    text = "唐渡总书记指出，路通才有山货。他强调，要把路修进山里。要让山货出山。"
    assert reports(text)[1:] == [("要把路修进山里。要让山货出山。", "唐渡")]


def test_what_a_quotation_is_worth_is_no_part_of_what_was_said() -> None:
    text = (
        "省长唐渡指出，要“把路修进每一座山，让每一筐山货都能出山”，为山区发展指明方向。"
    )
    assert reports(text) == [("要“把路修进每一座山，让每一筐山货都能出山”", "唐渡")]
    text = (
        "省长唐渡强调，“山区的路是修给山里人走的”，深刻揭示了修路的意义。这些重要论述，"
        "科学回答了为谁修路。"
    )
    assert reports(text) == []


@pytest.mark.parametrize(
    "source", ["市场人士认为，", "省水利局称，", "银江证券的研究显示，"]
)
def test_a_question_behind_a_report_is_the_texts_own(source: str) -> None:
    text = f"{source}今年的船价还会再涨。那么，造船的人还会再多吗？"
    assert [said for said, _ in reports(text)] == ["今年的船价还会再涨。"]


def test_a_person_and_a_spokesman_ask_themselves() -> None:
    text = "船史家罗大山认为，造船不是难事。难道今天的人还不如古人吗？"
    assert [said.count("。") + said.count("？") for said, _ in reports(text)] == [2]
    text = "江口社发言人表示，新船已经造好。谁还会去坐旧船？"
    assert [said.count("。") + said.count("？") for said, _ in reports(text)] == [2]


@pytest.mark.parametrize(
    ("first", "following"),
    [
        (
            "部长方晓明表示，两国是近邻。希望河东推动通关便利化。",
            "中方愿同河东加强沟通。",
        ),
        ("总理严海说，桥已经通车。希望山南扩大进口。", "双方要办好下月的展会。"),
    ],
)
def test_what_an_envoy_hopes_for_goes_on_with_what_their_side_will_do(
    first: str, following: str
) -> None:
    assert reports(first + following)[-1][0].endswith(following)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "报告称，全年申请量为37.5万件，比上年增长4.9%。其中，河东增长9.3%。河东为此办过三届展会。",
            "全年申请量为37.5万件，比上年增长4.9%。其中，河东增长9.3%。",
        ),
        (
            "白皮书指出，注册船员有12万人。同时，持证引航员达3400名。港口因此扩建。",
            "注册船员有12万人。同时，持证引航员达3400名。",
        ),
    ],
)  # fmt: skip
def test_a_paper_that_gives_a_figure_goes_on_with_those_it_is_made_of(
    text: str, said: str
) -> None:
    assert [one for one, _ in reports(text)] == [said]


@pytest.mark.parametrize(
    "following",
    [
        "会见后，双方签署了渔业协定。",
        "河东方面对此暂未回应。",
        "报告会由市记协主办，表彰了十篇作品。",
        "本届峰会以“水与城”为主题。",
        "来自三十个国家的六百位代表与会。",
        "按计划，大桥下月合龙。",
    ],
)
def test_a_report_ends_where_the_text_tells_of_the_meeting_or_of_no_answer(
    following: str,
) -> None:
    text = f"部长方晓明表示，两岸要多来往。{following}"
    assert [one for one, _ in reports(text)] == ["两岸要多来往。"]


@pytest.mark.parametrize(
    "following",
    [
        "对于价格，他打了个比方：“好比一船鱼换一船柴。”",
        "公告中写道：“自下月起，夜航暂停。”",
    ],
)
def test_a_report_ends_before_a_sentence_that_leads_to_speech(following: str) -> None:
    text = f"经理方晓明表示，旧船已经不够用了。{following}"
    assert [one for one, _ in reports(text)] == ["旧船已经不够用了。"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("部长付晓岚表示，桥已经超期服役。河东大桥建成于1978年，全长420米。", "桥已经超期服役。"),
        ("专家认为，渔汛推迟与水温有关。目前，各地正在组织渔船出海。", "渔汛推迟与水温有关。"),
        ("该公司回应称，价格没有变化。截至当日收盘，该公司股价下跌2.1%。", "价格没有变化。"),
        ("新规明确，直播不得诱导打赏。平台应建立退款机制。新规自9月1日起施行。", "直播不得诱导打赏。平台应建立退款机制。"),
        ("草案规定，夜航应当报备。草案共六章三十条。", "夜航应当报备。"),
    ],
)  # fmt: skip
def test_a_report_ends_where_the_text_tells_of_things_as_they_are(
    text: str, said: str
) -> None:
    assert [one for one, _ in reports(text)] == [said]
