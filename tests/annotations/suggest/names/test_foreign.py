"""Foreign and Japanese names, and what nations are to them. All is invented."""

from __future__ import annotations

import pytest

from tests.annotations.suggest.found import reports, speakers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a part that begins with a character of other words, or holds one
        ("发明家李·德弗雷斯特1926年说，电视在商业上是不可能的。", "李·德弗雷斯特"),
        ("港务局长路易斯·安东尼奥·保利诺表示，新码头明年启用。", "路易斯·安东尼奥·保利诺"),
        ("医务官玛丽娜·理查兹说，疫苗还够用两周。", "玛丽娜·理查兹"),
        ("大使亚瑟·威廉姆斯长期关注咖啡产业。他认为，产量还能翻一番。", "亚瑟·威廉姆斯"),
        ("参议院外事主席穆沙德·侯赛因说，水坝的账要一起算。", "穆沙德·侯赛因"),
        ("酿酒师杰西丝·罗宾逊所见不同。她说，这里的葡萄早熟。", "杰西丝·罗宾逊"),
        # a day behind the name
        ("灯塔管理员杰弗里·冈拉克日前表示，灯塔不会拆。", "杰弗里·冈拉克"),
        ("联盟秘书长古特雷多日前表示，会期推迟一周。", "古特雷多"),
        ("什梅尔加30日通过社交媒体发文表示，两位部长都会留任。", "什梅尔加"),
        ("总统秘书泽连托基29日发表讲话说，会谈还会继续。", "泽连托基"),
        # a name that begins like a word
        ("公约组织总干事阿里亚纳斯24日在大会上表示，核查不会停。", "阿里亚纳斯"),
        ("水利银行行长沃尔芬森更从下游的角度描绘了前景。他说，水坝要改。", "沃尔芬森"),
        # one character that is rare in such names
        ("总理阿布尔加济耶夫3月中旬曾表示，税收将减少六分之一。", "阿布尔加济耶夫"),
        ("部长图尔加志尼亚表示，渡口下月重开。", "图尔加志尼亚"),
        # a body that is called after somebody
        ("根据约翰斯·温斯顿大学的数据，鸟群比去年晚到十天。", "约翰斯·温斯顿大学"),
        # other points than the usual one
        ("校长马哈穆德・马蒂诺说，操场下周铺好。", "马哈穆德・马蒂诺"),
        ("教练里卡多‧卡尔松表示，名单还没有定。", "里卡多‧卡尔松"),
        # initials at the beginning and in the middle
        ("学者K·马罗琳的书很有名。她还说，船歌要听人唱。", "K·马罗琳"),
        ("前总统罗尔多·W·布林托表示，渡口即将重开。布林托不坐船。", "布林托"),
        ("人类学家Ｒ·海因·格罗顿认为，铜铃起源于上游。", "Ｒ·海因·格罗顿"),
        ("总统马汉·F.卡内蒂曾表示，渡江并不容易。卡内蒂会游泳。", "卡内蒂"),
        # the original in parentheses, with initials
        ("另一学者派恩（L·W·Pyne）也说，渔歌涉及一切取向。", "派恩"),
        # papers write their names with a point
        ("多位船工向河青报·河青网记者表示，航道比往年浅。", "多位船工"),
    ],
)  # fmt: skip
def test_foreign_names_end_where_they_end(text: str, expected: str) -> None:
    assert speakers(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("日本前环境大臣小泉纯四郎表示，湿地不应填埋。", "小泉纯四郎"),
        ("日本前首相鸠山由次郎24日发文指出，这种说法没有根据。", "鸠山由次郎"),
        ("日本前首相石破茂23日在节目中表示，渔港应当保留。", "石破茂"),
        ("某国外交部长官朴小振6日公布方案，称方案旨在解决延续多年的渔权之争。", "朴小振"),
        ("某国防卫部长官罗一民表示，演习照旧。", "罗一民"),
        ("日本大臣高市早苗子日前宣称，核电站可以重启。", "高市早苗子"),
        ("日本大臣岸田文武身边一名消息人士透露，预算还没有着落。", "岸田文武身边一名消息人士"),
        # the family name, if the text says it oftener
        ("日本前大臣岸田文武到港。岸田表示，渔船照常出海。岸田还要去别的港。", "岸田"),
        ("日本首相小泉纯四郎来访。小泉认为，湿地不应填埋。小泉走了，小泉的话还在。", "小泉"),
        ("特区行政长官林郑月英3月31日表示，会再发一轮补贴。", "林郑月英"),
        # foreign names of books, with a character that only books transliterate by
        ("诗人如何说谎，谢德罗斯提不同意伊特龙巴关于幻象的说法。他认为，诗也要讲理。谢德罗斯提后来改了主意。谢德罗斯提老了。", "谢德罗斯提"),
        ("巴里士多勒最早比较了两种月历。他认为，闰月是商人的发明。巴里士多勒没有留下原稿。巴里士多勒是个医生。", "巴里士多勒"),
    ],
)  # fmt: skip
def test_names_of_four_and_five(text: str, expected: str) -> None:
    assert speakers(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a foreign name of two characters behind a title, though it begins like a word
        ("北岭国外长希尔表示，谈判仍将继续。", "希尔"),
        ("南湖国总理于勒说，利率不变。", "于勒"),
        # behind an age
        ("47岁的卡穆索科住在矿区边上。他说，水比金子贵。", "卡穆索科"),
        ("63岁的马里亚诺患病多年。“药太贵了。”马里亚诺说。", "马里亚诺"),
        # a Japanese name and its polite form
        ("日本作家河野义雄来访。河野先生说，书里写的是他的祖父。", "河野义雄"),
        ("日本学者佐藤健一郎来信。佐藤先生认为，古船应当修复。", "佐藤健一郎"),
    ],
)
def test_foreign_names_are_told_by_what_stands_before_or_behind(
    text: str, expected: str
) -> None:
    assert speakers(text) == [expected]


@pytest.mark.parametrize("first", ["阿宁迪亚", "卡塔琳娜"])
def test_the_first_part_of_a_foreign_name_stands_for_it(first: str) -> None:
    text = (
        f"商会主席{first}·诺维·巴克里坦言，去年的订单少了一半。"
        f"\n\n谈起新码头，{first}充满期待：“船要是能直航，橘子就不会烂在路上了。”"
    )
    assert speakers(text) == [first] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("巴勒斯坦渔业协会会长尤努斯·哈迪说，今年的渔获不到往年一半。", "尤努斯·哈迪"),
        ("苏丹“晨星网”总编辑马吉德·阿卜杜勒-拉齐兹表示，断电已是常事。", "马吉德·阿卜杜勒-拉齐兹"),
        ("阿尔及利亚阿尔及尔老城区修缮处处长阿西娅·卡塞德表示，木门都保下来了。", "阿西娅·卡塞德"),
        ("大巴黎地区供水公司负责人3日确认，水压已经恢复。", "大巴黎地区供水公司负责人"),
        ("墨西哥卫生部说，新增病人不到十名。", "墨西哥卫生部"),
        # whoever is named like a nation with one character more is a person
        ("韩国庆表示，今年的收成不错，明年要多种一些。", "韩国庆"),
    ],
)  # fmt: skip
def test_a_piece_of_a_nation_is_no_person(text: str, expected: str) -> None:
    assert speakers(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("孟方重申，桥梁工程年内开工。", ["孟方"]),
        ("柬方表示，口岸下月恢复通车。", ["柬方"]),
    ],
)
def test_the_sides_of_nations_are_no_people(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what the text calls somebody most
        (
            "奥尔洛夫要辞职。邻国防长米哈伊尔·奥尔洛夫说，军队里没有分歧。奥尔洛夫还表示，不会再参选。",
            ["奥尔洛夫", "奥尔洛夫"],
        ),
        (
            "港务局局长卡尔·林德曼说，航道封了。卡尔·林德曼是老船长。林德曼还说，后天才通。",
            ["卡尔·林德曼"] * 2,
        ),
        (
            "港务局局长卡尔·林德曼说，航道封了。林德曼还说，后天才通。",
            ["林德曼"] * 2,
        ),
        # the first part, of those who put the family name in front
        (
            "“冷库够大了。”物流园经理博多克·伊斯特万说。博多克说：“货还会更多。”",
            ["博多克"] * 2,
        ),
        (
            "工程师霍尔瓦特·山多尔说，轨道铺好了。霍尔瓦特表示，车下月就通。",
            ["霍尔瓦特"] * 2,
        ),
        (
            "船主安德烈·贝克尔说，船修好了。厂长安德烈·罗森说，帆还要补两天。安德烈又说：“明天走。”",
            ["安德烈·贝克尔", "安德烈·罗森", "安德烈"],
        ),
        # where a foreign name ends
        ("自贸联盟主席卢恰娜·莫拉蒂周三表示，新关税将于五月生效。", ["卢恰娜·莫拉蒂"]),
        ("总督与维克托·哈根见了面。哈根说：“谈得不错。”", ["哈根"]),
    ],
)
def test_foreign_names_are_as_short_as_the_text_has_them(
    text: str, expected: list[str]
) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a part that begins with a character that ends other names
        ("研究中心主任巴颂·披猜翁表示，稻种要自己留。", "巴颂·披猜翁"),
        ("保护区执行主管马尔廷·希思表示，犀牛多了两头。", "马尔廷·希思"),
        # a part of somebody else's name is nobody
        (
            "船主安德烈·贝克尔说，船修好了。住在对岸的安德烈·勋豪森说，帆还要补。",
            "安德烈·贝克尔",
        ),
        (
            "船主马尔科·贝克尔说，船修好了。住在对岸的马尔科·勋豪森说，帆还要补。",
            "马尔科·贝克尔",
        ),
        # no work with its chapter is one
        ("《水工要略·开渠篇》说：“先察水势，后动土方。”", "《水工要略·开渠篇》"),
        ("《田家杂录·选种篇》说：“穗大者留，粒瘪者弃。”", "《田家杂录·选种篇》"),
    ],
)
def test_the_parts_of_a_foreign_name_belong_together(text: str, expected: str) -> None:
    assert speakers(text)[0] == expected
    assert "安德烈" not in speakers(text)
    assert "马尔科" not in speakers(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("以色列表示，谈判下周继续。", "以色列"),
        ("秘鲁也否认渔船进入过这片海域。", "秘鲁"),
        ("芬兰、挪威和冰岛等国指责这一决定违反了渔业协定。", "芬兰、挪威和冰岛等国"),
        ("日本在野党议员称，预算算得太少。", "日本在野党议员"),
        ("以色列总理沙米尔表示，边境将重新开放。", "沙米尔"),
        ("据外媒3日报道，希腊总统新闻秘书帕帕斯表示，港口不会出售。", "帕帕斯"),
        ("滨江队的张远明表示，全队都尽了力。", "张远明"),
        ("匈牙利外长米克洛保什·雅诺什认为，谈判应当继续。", "米克洛保什·雅诺什"),
        ("法国总统马克龙当天早些时候告诉《晨报》，政府不会让步。", "马克龙"),
        ("希腊人认识到，游客不会自己找上门来。", "希腊人"),
    ],
)
def test_nations_speak_and_so_do_people_from_them(text: str, expected: str) -> None:
    assert speakers(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # by the original of a name
        (
            "韦伯与科林斯（Weber & Collins，1999）推测群居行为可能导致产业群；而麦基（McKee，1993）则提出，代理问题藏在后面。",
            [("群居行为可能导致产业群", "韦伯与科林斯"), ("代理问题藏在后面。", "麦基")],
        ),
        (
            "威斯勒(Wessler)的研究建立在一个概念之上。他争辩道，角色取决于背景。他的结论是，角色会换。",
            [("角色取决于背景。", "威斯勒"), ("角色会换。", "威斯勒")],
        ),
        # names of odd characters, of two with a dash
        ("蒙古国驻某国大使额尔登达瓦表示，草原已经返青。", [("草原已经返青。", "额尔登达瓦")]),
        ("馆长卡琳·莫兰—亚历山大认为，展览打开了一扇窗。", [("展览打开了一扇窗。", "卡琳·莫兰—亚历山大")]),
    ],
)  # fmt: skip
def test_the_original_a_dash_or_odd_characters_leave_a_name_whole(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # a family name that is somebody else's
        ("前总统拜登的儿子亨特·拜登表示，病情加重。亨特说，拜登的病转移了。拜登今年八十三岁。拜登的任期结束了。", "亨特·拜登"),
        ("市长贡特尔的女儿索菲·贡特尔说，码头要改。索菲认为，贡特尔老了。贡特尔今年退休。贡特尔不再出海。", "索菲·贡特尔"),
        # 的 in front is none of it
        ("当过众议员的格雷格·丘萨克说，事情还没有完。", "格雷格·丘萨克"),
        ("曾担任州议员的埃文·罗斯认为，河不该改道。", "埃文·罗斯"),
    ],
)  # fmt: skip
def test_children_are_told_from_parents_and_names_from_what_leads_to_them(
    text: str, name: str
) -> None:
    assert set(speakers(text)) == {name}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "总统塔里米齐扬否认此事。塔里米齐扬在会上说，水费不涨。"
            "有人问塔里米齐扬何时表态。",
            "塔里米齐扬",
        ),
        (
            "导演卢卡·巴伦思（1901—1980）来过三次。巴伦思拍过渡口，巴伦思记得船工。"
            "巴伦思说，他最想念河。",
            "巴伦思",
        ),
    ],
)
def test_a_character_that_a_foreign_name_never_stands_without_ends_it(
    text: str, name: str
) -> None:
    assert name in speakers(text)


def test_what_stands_behind_a_foreign_name_by_chance_is_no_part_of_it() -> None:
    text = "总统塔里米齐说，水费不涨。塔里米齐答应再查。塔里米齐没有来。"
    assert speakers(text) == ["塔里米齐"]


@pytest.mark.parametrize("name", ["斯韦特兰娜·克里沃希日", "安德烈·马尔科夫山"])
def test_a_rare_last_character_stands_before_the_original(name: str) -> None:
    text = f"国际关系学者{name}(Svetlana Krivo)和研究员陈维认为，公共外交应当包括所有交流。"
    assert name in speakers(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "航运经济学家科兹在讨论渡口的账目时，将渡船与桥梁做了对比，并指出两者没有本质的差别。",
        "历史学家科本对渡口的账目做了整理，并指出两者没有本质的差别。",
        "航运经济学家科兹认为，两者没有本质的差别。",
    ],
)
def test_scholars_of_two_characters_are_named_behind_their_title(text: str) -> None:
    assert speakers(text)[0] in ("科兹", "科本")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("教授霍尔姆斯撰文指出，关税由消费者承担。", "霍尔姆斯"),
        ("教授科斯特发文称，关税由消费者承担。", "科斯特"),
        ("总统特朗姆致函议会说，关税由消费者承担。", "特朗姆"),
    ],
)
def test_a_foreign_name_ends_where_its_owner_writes(text: str, name: str) -> None:
    assert [one for _, one in reports(text)] == [name]


@pytest.mark.parametrize("name", ["格林谢潘", "米哈列龙", "奥斯特登"])
def test_a_long_foreign_name_may_end_in_a_rare_character(name: str) -> None:
    text = f"钱守拙会见船协秘书长{name}。钱守拙、{name}表示，愿同各方加强合作。"
    assert speakers(text) == [f"钱守拙、{name}"]


@pytest.mark.parametrize("text", ["米哈列·奥斯特", "钱守拙会见了米哈·奥斯特林"])
def test_a_text_may_end_within_a_foreign_name(text: str) -> None:
    assert speakers(text) == []
