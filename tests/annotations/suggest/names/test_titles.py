"""Names beside titles, and the roles that titles begin. All is invented."""

from __future__ import annotations

import pytest

from annotations.suggest.engine import suggest
from annotations.text.unwrap import find_joins
from annotations.text.views import LogicalView
from tests.annotations.suggest.found import reports, speakers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("农科所缪春生研究员告诉记者，今年的春茶会晚十天上市。", "缪春生"),
        ("滨江大学物理学院霍青山副教授说，这项实验还要做三年。", "霍青山"),
        ("省博物馆裴若兰研究馆员介绍，这批竹简共有八百余枚。", "裴若兰"),
        ("“病人最怕等。”市一院急诊科主任尚可欣教授说。", "尚可欣"),
        ("“这是难得的机会。”驻外多年的桂明远大使说。", "桂明远"),
        ("镇公所秘书邬晓棠说：“这条溪以前没有鱼。”", "邬晓棠"),
        ("受灾群众戚大山回忆，洪水夜里两点进的村。", "戚大山"),
        ("年轻妈妈苏晓曼说：“疫苗本我一直带着。”", "苏晓曼"),
    ],
)
def test_titles_on_either_side_are_no_part_of_a_name(text: str, expected: str) -> None:
    assert speakers(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("区水文中心高级统计师绳冬月说，水位已经回落。", "绳冬月"),
        ("汲广文在会上表示，新线月底通车。", "汲广文"),
        # words of their own everywhere but behind a title
        ("护林员相小满说，山火多半起在春天。", "相小满"),
        ("岛国总理拜拉姆在港口说，渔船明天出海。", "拜拉姆"),
        ("马尔克在社交媒体上发帖称，新车年底上市。", "马尔克"),
        ("环境学家缪春生与陈若望认为，湿地不能再缩小。", "缪春生与陈若望"),
        # what looks like a rare name and is none
        ("店主朱女士向到访的客人介绍，茶是今年的新茶。", "朱女士"),
        ("滨州市民陈先生吐槽说，渡船一天涨了三次价。", "陈先生"),
        ("费若通在序言里写道：“乡土是有根的。”", "费若通"),
        ("缪春通过电话表示，船已靠岸。", "缪春"),
        ("陈若望等（2020）访谈研究发现，渔民平均每年出海九次。", "陈若望"),
        ("“船靠岸了。”消防员王鹏一边说，一边系缆绳。", "王鹏"),
        ("研究团队认为，这种苔藓耐盐。", "研究团队"),
        ("数据中心负责人表示，电费占了大头。", "数据中心负责人"),
        ("许多老中医都坚守着这条规矩。馆长苏晓曼说，方子不能改。", "苏晓曼"),
    ],
)
def test_rare_names_are_known_by_their_place(text: str, expected: str) -> None:
    assert speakers(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("滨海学院云栖书院院长卞若谷说，书院明年招生。", "卞若谷"),
        ("李长河的徒弟、木匠邬小满说，榫头不能上胶。", "邬小满"),
        ("总统费尔南德斯会见外长蒙塔尔沃，强调边界不容更改。", "费尔南德斯"),
    ],
)
def test_a_name_in_somebodys_title_is_not_theirs(text: str, expected: str) -> None:
    assert speakers(text) == [expected]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("这项老手艺在第十五代传承人章小杰手里活了过来。章小杰说，鼓还要再做。", "第十五代传承人"),
        ("总理卓大山在河口会见邻国渔业部长闻小安。闻小安表示，渔船会放还。", "邻国渔业部长"),
        ("这8幅漫画出自港区渔政队队员宋小西之手。宋小西表示，画还没有画完。", "港区渔政队队员"),
        ("这张图出自港务局高级工程师王大海。王大海说，图画了三年。", "港务局高级工程师"),
        ("批驳邻国首相高海早的错误言论。高海早说，渔港不能动。", "邻国首相"),
        ("正如江口大学教授郑海川所说，渡口是两岸的记忆。", "江口大学教授"),
        ("她得知江口医院科主任沈卫川要来。沈卫川说，病人已经好转。", "江口医院科主任"),
        # who studies or is stationed somewhere is still called so
        ("江北大学在读博士生晏小楼说，实验还差一组。", "江北大学在读博士生"),
    ],
)  # fmt: skip
def test_a_role_begins_where_the_title_does(text: str, role: str) -> None:
    found = suggest(LogicalView(text, find_joins(text)))
    assert [one.role for one in found if one.kind == "quote"] == [role]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # a foreign name with a hyphen in its first or its last part
        ("研究员阿卜杜勒-卡里姆·沙巴尼表示，局势仍有转机。", "阿卜杜勒-卡里姆·沙巴尼"),
        ("总编辑马吉德·阿卜杜勒-拉赫曼认为，谈判还会继续。", "马吉德·阿卜杜勒-拉赫曼"),
        # where somebody works, in parentheses
        ("孔国桐（江北美术学院版画系）认为，技术不是难处，观念才是。", "孔国桐"),
        ("论坛由两校合办。梁之平（渔业研究所）指出，禁渔期还可以再长。", "梁之平"),
        # 原 before a title is no family name
        ("原维修师傅上门检查后说，可能是线路老化。", "原维修师傅"),
        ("原管护队长巡山回来说，坡上的树活了九成。", ""),
    ],
)
def test_hyphens_workplaces_and_former_holders(text: str, speaker: str) -> None:
    found = [
        one.speaker
        for one in suggest(LogicalView(text, find_joins(text)))
        if one.kind == "quote"
    ]
    assert (found or [""]) == [speaker]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # ranks that hold other titles
        ("法院书记官哈桑·贝克说，案卷已经移交。", "哈桑·贝克"),
        ("书记官丁可风说，案卷已经移交。", "丁可风"),
        # what follows a short name, and leads to a reporting word
        ("青浦市委党校副教授马辛从水利史的角度提出，旧闸应当留下。", "马辛"),
        ("滨江师范大学生态学院讲师高远在座谈会上说，湿地不能再缩小。", "高远"),
        # names that hold or end in other words
        ("汉学家贺彼得表示，这批信札从未刊印。", "贺彼得"),
        ("翻译家温静得说，这一句译了三天。", "温静得"),
        ("索邦中学教师弗朗索瓦·巴尔若认为，课本太厚了。", "弗朗索瓦·巴尔若"),
        ("钢琴家卡洛斯·特谢若说，琴键要重新调过。", "卡洛斯·特谢若"),
        ("前任总理帕潘德里斯在致辞中表示，港口会按时启用。", "帕潘德里斯"),
        ("画家塔潘尼科斯说，这面墙画了两个夏天。", "塔潘尼科斯"),
        ("在“清河倡议”首席执行官塞维看来，水价还会上涨。", "塞维"),
        ("在“蓝水联盟”总干事洛菲看来，鱼群会回来。", "洛菲"),
    ],
)
def test_what_stands_behind_a_title_is_a_whole_name(text: str, expected: str) -> None:
    assert speakers(text) == [expected]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("法国总统马克龙回应美国总统特朗普的威胁时说，税不会取消。", "马克龙"),
        ("希腊总理卡洛斯致电西班牙首相贡特尔，表示渡轮不会停。", "卡洛斯"),
        ("县长祝青原批评水务局局长陈高小时说，闸门早该修了。", "祝青原"),
        # a critic's and a visitor's trade
        ("文学批评家沈一舟说，这本书写得慢。", "沈一舟"),
        ("访问学者罗春山说，河道还会改。", "罗春山"),
    ],
)
def test_whom_somebody_answers_or_blames_has_no_title_of_theirs(
    text: str, name: str
) -> None:
    assert speakers(text) == [name]


def roles(text: str) -> list[tuple[str, str]]:
    """Speakers of all quotes with their roles."""
    view = LogicalView(text, find_joins(text))
    return [(one.speaker, one.role) for one in suggest(view) if one.kind == "quote"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "郑海川与著名摄影师梁文博一道来到河口。局长郑海川说，河里的水清得多了。"
            "梁文博说，如今的船也多了。",
            [("郑海川", "局长"), ("梁文博", "著名摄影师")],
        ),
        (
            "镇长周晓梅和村医唐立本走访了五户。周晓梅说，村口的桥明年要修。唐立本说，卫生室的药够用。",
            [("周晓梅", "镇长"), ("唐立本", "村医")],
        ),
        (
            "“船比路快”\n\n——访江口航运公司总裁汤文礼\n\n“河运会回来的。”汤文礼说。",
            [("汤文礼", "江口航运公司总裁")],
        ),
        (
            "“水比路近”\n\n——访美国河运学会会长罗兰·贝克\n\n“运河会回来的。”贝克说。",
            [("贝克", "美国河运学会会长")],
        ),
        (
            "渡口的春天\n\n——记青山村支书唐立本\n\n“桥通了，人就回来。”唐立本说。",
            [("唐立本", "记青山村支书")],
        ),
    ],
)
def test_a_role_holds_nobody_else_and_no_dash(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“台面很平。”北方代理商努尔说，订单翻了一番。", "努尔"),
        ("“弹性好。”南方代理商黎先生说。", "黎先生"),
        ("“钢价又涨了。”供应商郑海川说。", "郑海川"),
    ],
)
def test_dealers_stand_before_names(text: str, speaker: str) -> None:
    assert speakers(text)[0] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("曾任副主席的司徒文博这样回忆：“河上没有桥。”", "司徒文博"),
        ("当过院长的诸葛立本如此形容：“病房像走廊。”", "诸葛立本"),
    ],
)
def test_whoever_is_told_of_speaks_in_this_way(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("和平村村支书邓文芳说，今年修路。", [("邓文芳", "和平村村支书")]),
        ("经开区管委会主任郑海川说，今年修路。", [("郑海川", "经开区管委会主任")]),
        ("从化区水务局局长周晓梅说，今年修闸。", [("周晓梅", "从化区水务局局长")]),
    ],
)
def test_places_that_begin_like_a_preposition_are_whole(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("船王汤文礼的子女汤立本掀起红绸，“这面旗我们存了四十年！”", "汤立本"),
        ("“父亲最爱这条河。”烈士遗孀唐文博说。", "唐文博"),
    ],
)
def test_descendants_stand_before_names(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("江口航运（中国）有限公司董事长汤文礼说，吞吐量翻番。", "董事长"),
        ("“可以用到项目里。”汤文礼说。会后汤文礼便把区纪委干部唐立本请来。唐立本说，材料齐了。", "区纪委干部"),
        ("戏里删去了国王汤立本。汤立本说，这样更紧凑一些。", "国王"),
        ("这些论述正是导演汤立本的主张。汤立本说，戏要有骨头。", "导演"),
    ],
)  # fmt: skip
def test_a_role_is_no_piece_of_a_sentence(text: str, expected: str) -> None:
    assert roles(text)[-1][1] == expected


@pytest.mark.parametrize("name", ["杜临渊", "罗盼"])
def test_the_secretary_of_a_board_has_a_title(name: str) -> None:
    text = f"山河公司董秘{name}在接受采访时表示，业绩增长了。"
    assert [one for _, one in reports(text)] == [name]
