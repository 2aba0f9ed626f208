"""Where names end. All is invented."""

from __future__ import annotations

import pytest

from tests.annotations.suggest.found import reports, speakers, speech, statements


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # a word that stands behind names and not within them
        ("“正好喝杯凉茶。”来自渡口的游客罗婷手捧一杯茶，“解渴。”", "罗婷"),
        ("“这座城让我安了家！”白沙大学教师沈锋长期研究鱼类，去年买了房。", "沈锋"),
        (
            "“账一算，省下的钱能换船！”看着手里的单子，公司负责人余向北满是惊喜。",
            "余向北",
        ),
        ("“一开始我直犯嘀咕。”回忆起那场婚礼，家住渡口的新人谢荣记忆犹新。", "谢荣"),
        # whoever acts under a full name that comes again, without a title
        (
            "罗志明带着船工往上游走。\n\n罗志明是渡口所的所长。他回头喊：“慢一点。”",
            "罗志明",
        ),
        ("谢琼琼带领同事们修堤。\n\n“水再大也不怕。”她说。谢琼琼笑了。", "谢琼琼"),
        # a name with a word of grammar in it
        ("部长才让嘉介绍，路修好了。\n\n“产值翻了一番。”才让嘉说。", "才让嘉"),
    ],
)
def test_names_that_end_before_what_only_follows_names(text: str, speaker: str) -> None:
    assert speech(text)[-1][1] == speaker


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“图上的牛有几条腿？”渡口小学里，医院眼科医师刘图抛出问题。", "刘图"),
        ("“票价为什么变？”听证会上，市民代表郑舟抛出疑问。", "郑舟"),
        ("河口文化传媒有限公司总监段鹏进一步阐释：“新产品门槛低，可以当骨架。”", "段鹏"),
        ("码头文化传媒有限公司总监石磊进一步说明：“三号泊位先开，四号泊位再等等。”", "石磊"),
        ("“先放香料，再放虾，大火收汁……”实训课上，教师袁辉正带学生走每一道工序。", "袁辉"),
        ("“舵要慢慢打，别急。”训练课上，教练员柳新正教孩子们系绳。", "柳新"),
        # what they do ends in what given names hold
        ("“我会记住这里的每一块碑。”师范学院学生段颖红了眼眶。段颖又看了一遍。", "段颖"),
        ("“船总算回来了。”航海学院学生罗琳绿了脸。罗琳又望了望海。", "罗琳"),
        ("贸易部部长玛尔通·贡西高度评价：“渡口连起了两岸。”", "玛尔通·贡西"),
        ("渔业部部长安德烈·罗西高度赞赏：“灯塔亮了一百年。”", "安德烈·罗西"),
        # initials
        ("著名哲学家C·A·冯·皮尔曼在其《海与岸》一书中提出：“岸不是名词。”", "C·A·冯·皮尔曼"),
        ("水利学家J·K·霍夫勒指出：“渠是城市的影子。”", "J·K·霍夫勒"),
        # whom somebody speaks to while they do something is not who speaks
        ("医师赵南一边操作，一边向身旁的县医院医生廖文讲解：“切口可以小一点。”", "赵南"),
        ("船长柏松涛盯着海图，对一旁的实习大副林若愚说：“再往左两度。”", "柏松涛"),
    ],
)  # fmt: skip
def test_a_name_ends_where_its_owner_begins_to_act(text: str, expected: str) -> None:
    assert speakers(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("厂党委书记魏应山语气坚定地说：“这个项目是大家的，今年一定做完。”", "魏应山"),
        ("河港党校教授王世川详实论述，两岸的渡口为什么要合并。", "王世川"),
        ("省党委书记李锦川谋划提出，渡口要连成一片，票价要统一。", "李锦川"),
        ("“俺们的户长真不赖，帮了大忙。”河湾村群众朱凤川连声称赞。", "朱凤川"),
        ("白俄渔业部副部长安德罗修克表示，渔船下月出海。", "安德罗修克"),
        ("奥地利渔业部长安朔贝尔表示，渔船下月出海。", "安朔贝尔"),
        ("港务局党委书记肖友川立马表态：“港务局配合渡口，一起做工作。”", "肖友川"),
        ("河湾村党委书记苗青很感动，她说：“这几年渡船少了问题，灯也亮了。”", "苗青"),
        ("主席李近川曾深刻指出：“修渠要先修路，没有路就没有渠。”", "李近川"),
        ("世界渔联主席沃尔特·里查尔迪出席会议。他强调，渔港要向小船开放。", "沃尔特·里查尔迪"),
        ("河港渔业公司法定代表人罗四川说，鱼价下月还会涨。", "罗四川"),
        ("主席李近川寄予渡口很大希望。他指出，渡口要办成学校。", "李近川"),
        ("列宁根据渔民的来信指出，合作社要办在码头上。", "列宁"),
        ("“这么多年的难题解决了，能不满意吗？”庞姨笑说。", "庞姨"),
        ("“多少夜晚挑灯夜读，只为汲取精髓！”女兵们高唱着走过堤岸。", "女兵们"),
        ("雅川用手语说：“我现在很幸福，会继续努力。”", "雅川"),
        # a class is no part of its pupil's name
        ("航海学校D202班姚远平同学说，实习船很新。", "姚远平"),
        ("三年级2班姚远同学说，实习船很新。", "姚远"),
    ],
)  # fmt: skip
def test_a_name_ends_before_the_manner_of_speaking(text: str, expected: str) -> None:
    assert speakers(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("旅游委员会主席安娜·卡瓦略对记者表示，航班还会加密。", "安娜·卡瓦略"),
        ("酒店从业者艾尔顿·博特昆观察到，客人更爱看花。", "艾尔顿·博特昆"),
        ("道路局局长默罕默德·芒将·塔乌里表示，桥明年通车。", "默罕默德·芒将·塔乌里"),
        ("工商会主席阿宁迪亚·诺维扬·巴克里坦言，关税太高。", "阿宁迪亚·诺维扬·巴克里"),
        ("总理阿宁·科瓦里坦承，关税太高。", "阿宁·科瓦里"),
        # a Tibetan name that begins like a Chinese one
        ("管护员向秋拉姆进了山。向秋拉姆说，马鹿都下来了。", "向秋拉姆"),
        ("牧民白玛吉措放下奶桶。白玛吉措说，今年的草长得高。", "白玛吉措"),
        # land and woods are nobody
        ("沙地上种了树。“活了九成。”护林员齐大年指着林子说。", "齐大年"),
        ("林子密了。沙地少了。林子里，齐大年说，鸟也回来了。", "齐大年"),
    ],
)
def test_names_end_where_their_owners_end_them(text: str, expected: str) -> None:
    assert speakers(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a cue across the end of a name
        ("乡党委书记金本忠告诉记者，球拍厂办了五十年。", [("球拍厂办了五十年。", "金本忠")]),
        ("“要超过新机。”产线负责人赵金社说，配件只要五六成的价。", [("配件只要五六成的价。", "赵金社")]),
        # a name that ends in 如
        ("渡运公司副总经理方倩如介绍，上半年新添了三条船。", [("上半年新添了三条船。", "方倩如")]),
        # one that leads to another
        ("商会会长呼志鹏告诉记者，订单排到了年底。", [("订单排到了年底。", "呼志鹏")]),
    ],
)  # fmt: skip
def test_a_name_may_end_in_part_of_a_word_or_begin_like_one(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("省农科院土壤所文志委研究员说，盐碱地最怕漫灌。", [("盐碱地最怕漫灌。", "文志委", "说")]),
        ("滨州理工大学郎中部教授认为，堤坝还能再用十年。", [("堤坝还能再用十年。", "郎中部", "认为")]),
    ],
)  # fmt: skip
def test_a_name_may_end_like_a_body(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert statements(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("会长彭石怀指出，渡口要修。彭石怀还说，船也要修。", "彭石怀"),
        ("船东周远怀说，票价不涨。周远怀在河边长大。", "周远怀"),
        ("船东周远怀疑，票价还会涨。周远在河边长大。", "周远"),
    ],
)
def test_a_name_may_end_in_what_begins_to_doubt(text: str, name: str) -> None:
    assert {one for _, one in reports(text)} == {name}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“愿意再试一次。”主教练斯卡尔维尼赛后说。", "斯卡尔维尼"),
        ("总统泽连卡基坦言，谈判并不顺利。", "泽连卡基"),
        ("总理巴尔提诺希望，各方保持克制。", "巴尔提诺"),
        ("张一帆赛后说：“防守是关键。”", "张一帆"),
        # a word of the dictionary stands behind a name of two
        ("“日子好了。”村民罗云竖起大拇指。", "罗云"),
        ("“路通了。”村民田静眼眶湿润。", "田静"),
        ("店主董卓击败对手。他说：“运气好。”", "董卓"),
        # and none behind one of three
        ("村民李建国家里有三亩地。“够吃了。”他说。", "李建国"),
        ("学生陈宇航站在窗边说：“我想学造船。”", "陈宇航"),
        ("庭审中，原告孙某诉称，厂方欠薪三个月。", "孙某"),
        ("李某谎称，自己是军官。", "李某"),
    ],
)
def test_a_name_ends_where_a_word_begins(text: str, expected: str) -> None:
    assert speakers(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("记者找到船工鲁建平时，他正在补网，说：“今年的鱼比去年多一些。”", "鲁建平"),
        ("我们见到校长严海时，她说：“孩子们很喜欢这门课。”", "严海"),
        ("走访到支书方晓明时，他说：“水渠下个月就通了。”", "方晓明"),
    ],
)
def test_a_name_ends_where_the_clause_on_meeting_its_owner_does(
    text: str, expected: str
) -> None:
    assert [speaker for _, speaker in speech(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("河东县教育局基教科高志强介绍，全县有32所学校开了游泳课。", "高志强"),
        ("江北区疾控中心办公室钱志明表示，疫苗已经到位。", "钱志明"),
        ("在影响力方面，初景利教授认为，要把报告转化为行动。", "初景利"),
        ("水渠怎么修，凤佑川研究员指出，要先看土。", "凤佑川"),
    ],
)
def test_a_name_may_end_or_begin_like_a_word(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize("place", ["常州市", "金华县"])
def test_a_place_before_its_mayor_is_nobody(place: str) -> None:
    head = "市" if place[-1] == "市" else "县"
    text = f"{place}卫健委宣传处陆人杰透露，疫苗已经到位。\n\n{place}副{head}长陈正春认为，政府要扶持。"
    assert speakers(text) == ["陆人杰", "陈正春"]


@pytest.mark.parametrize("office", ["董秘办人士", "董秘办人员"])
def test_an_office_that_begins_like_a_title_is_whole(office: str) -> None:
    assert speakers(f"澄源股份{office}告诉记者，公司没有停产。") == [
        f"澄源股份{office}"
    ]


@pytest.mark.parametrize("name", ["张岚", "罗盼"])
def test_a_name_of_two_may_begin_a_sentence_behind_a_quotation(name: str) -> None:
    text = f"“最难的是等。”{name}刚刚进船厂，现在做文书。{name}所在的船厂有三百人。"
    assert speech(text) == [("“最难的是等。”", name)]
