"""Unwrapping: joined where it is certain, left alone everywhere else."""

from __future__ import annotations

from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Span
from annotations.text.logical import logical_text
from annotations.text.unwrap import find_joins

COLUMN = [
    "　　记者昨天从市水务局获悉，今年",
    "城区供水管网改造将新增里程四十二",
    "公里，涉及居民小区八十六个。工程",
    "分三期实施，首期已于本月初开工建",
    "设，预计十月底完成。",
    "　　市水务局负责人说，改造后管网",
    "漏损率将下降到百分之九以内，每年",
    "节约用水相当于一座小型水库的蓄水",
    "量。施工期间停水时段会提前公告。",
]


def flowing(text: str) -> str:
    return logical_text(text, find_joins(text), Span(0, len(text)))


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["plain", "blank lines"])
def test_a_column_flows_in_its_paragraphs(between: str) -> None:
    assert flowing(between.join(COLUMN)) == "".join(COLUMN[:5]) + between + "".join(
        COLUMN[5:]
    )


def test_a_column_that_lost_its_indents_flows_too() -> None:
    lines = [line.lstrip("　") for line in COLUMN]
    assert flowing("\n\n".join(lines)) == "".join(lines[:5]) + "\n\n" + "".join(
        lines[5:]
    )


LOST = [
    "岸边的杨树今年又高了一截，树下摆着三张石桌，下棋的人从早坐到晚，"
    "谁输了谁去烧水，一壶茶能喝到闸口的灯亮起来。",
    "闸口每天开两回，水一放鱼就往浅滩上跑，孩子们提着桶追，鞋也顾不上穿，"
    "大人在岸上怎么喊也喊不住。",
]
"""Paragraphs for a column of 16 characters: the second one fills its last line."""


@pytest.mark.parametrize(
    "between",
    [
        # one that begins with a sentence as long as a first line
        "镇上的渡口停了两年，又开了。船还是那条船，掌舵的换成了他的女儿，"
        "她在省城学过三年轮机，修得了发动机。",
        # one of two lines
        "棋友们说起新修的水闸，都夸它听话又省力。",
        # headings: short, and as wide as a first line
        "渡口的灯又亮了",
        "三代人守着一座老渡口上的灯塔",
    ],
)
@pytest.mark.parametrize(
    "order", [1, -1], ids=["after a short line", "after a full one"]
)
def test_what_stands_in_a_column_that_lost_its_indents(
    between: str, order: int
) -> None:
    first, last = LOST[::order]
    paragraphs = [first, last, first, between, last]
    lines = [line for one in paragraphs for line in set_without_indents(one, 16)]
    assert flowing("\n\n".join(lines)).split("\n\n") == paragraphs


@pytest.mark.parametrize(
    "heading", ["渡口的灯又亮了", "三代人守着一座老渡口上的那座灯塔"]
)
def test_a_blank_line_between_some_lines_of_a_column_ends_a_paragraph(
    heading: str,
) -> None:
    # Nothing is indented, and last lines fill their measure.
    news = ("".join(COLUMN[5:]) + "".join(COLUMN[1:5])).strip("　")
    filled = news[: len(news) // 16 * 16 - 1] + "。"
    paragraphs = [filled, news, heading, filled, heading, news]
    blocks = [
        "\n".join(one[at : at + 16] for at in range(0, len(one), 16))
        for one in paragraphs
    ]
    assert flowing("\n\n".join(blocks)) == "\n\n".join(paragraphs)


def test_a_wide_column_of_short_paragraphs_that_lost_its_indents() -> None:
    # Not half of the lines fill the measure, and no more than are first ones.
    news = "".join(COLUMN[:5]).strip("　")
    paragraphs = [news, LOST[0], news[:-9] + "。", LOST[1], news, LOST[0]]
    lines = [line for one in paragraphs for line in set_without_indents(one, 30)]
    assert flowing("\n".join(lines)) == "\n".join(paragraphs)


def set_without_indents(paragraph: str, width: int) -> list[str]:
    """Lines of so many characters, the first shorter by what was its indent."""
    begins = [0, *range(width - 2, len(paragraph), width), len(paragraph)]
    return [paragraph[at:end] for at, end in pairwise(begins)]


@pytest.mark.parametrize("margin", [5, 8, 13, 30])
@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["plain", "blank lines"])
def test_a_margin_left_of_a_column_changes_nothing(margin: int, between: str) -> None:
    page = ["供水改造再提速", *COLUMN, *COLUMN]
    plain = flowing(between.join(page))
    assert plain.count("记者昨天从市水务局获悉，今年城区") == 2
    assert flowing(between.join(" " * margin + line for line in page)) == plain
    # Where a database trimmed the article, its first line begins without one.
    trimmed = between.join(" " * margin + line for line in COLUMN).lstrip("　 ")
    assert flowing(trimmed) == flowing(between.join(COLUMN)).lstrip("　 ")


def test_a_margin_as_wide_as_an_indent_is_told_by_deeper_first_lines() -> None:
    margin = "　　"
    set_in = "\n".join(margin + line for line in COLUMN)
    assert flowing(set_in) == flowing("\n".join(COLUMN))
    each_a_paragraph = "\n".join(margin + line for line in VERSE)
    assert flowing(each_a_paragraph) == each_a_paragraph


VERSE = ["渡口的灯还亮着，船回来了", "岸上的人收起网，米下了锅", "谁家孩子喊一声，水里都应", "风把柳絮吹过河，落在船头", "老人数完了潮水，数起年月", "灯一盏一盏灭了，天就要亮"]  # fmt: skip


@pytest.mark.parametrize(
    "put_in",
    [
        *("12", "· 12 ·", "— 3 —", "第 4 页", "4 / 20"),
        *("图为旧闸夜景。 记者 沈一舟 摄", "闸口 （石竹摄）", "旧闸 水务局供图"),
    ],
)
@pytest.mark.parametrize("indent", ["　　", ""], ids=["indented", "indents lost"])
def test_what_a_layout_puts_in_stays_a_line_of_its_own(
    put_in: str, indent: str
) -> None:
    lines = [line.replace("　　", indent) for line in COLUMN]
    page = [*lines[:2], put_in, *lines[2:]]
    assert flowing("\n".join(page)) == "\n".join(
        ["".join(lines[:2]), put_in, "".join(lines[2:5]), "".join(lines[5:])]
    )


def test_short_paragraphs_set_in_are_a_column() -> None:
    # No word straddles a break, and half of the lines end their paragraphs.
    lines = [
        "　　渡口的人说，船今年又多了三条，",
        "都是新的。",
        "　　撑船的老人不信，他数了一个上午",
        "只有两条。",
        "　　第三条停在闸后面，谁也没有看见",
        "天黑了才来。",
    ]
    assert flowing("\n".join(lines)) == "\n".join(
        first + last for first, last in zip(lines[::2], lines[1::2], strict=True)
    )


@pytest.mark.parametrize("measure", ["cells", "characters"])
@pytest.mark.parametrize(
    ("indent", "width"),
    # At 18 cells without indents nothing tells a last line from one that goes on.
    [
        *(("　　", width) for width in range(14, 19)),
        *(("", width) for width in range(14, 18)),
    ],
)
def test_figures_do_not_break_a_column_in_pieces(
    indent: str, measure: str, width: int
) -> None:
    paragraphs = [
        "2025年全市共有86个小区换了新水管，总长42.5公里。漏损率由12.4%降到9.1%，一年"
        "省下310万吨水。老城的19个小区最难，管子埋得深，图纸也找不到了。",
        "水务局说，2026年还要换57个小区。施工将在3月5日到10月20日之间分4批进行，每批"
        "停水不超过6小时。通知提前48小时贴出，家里有老人的，社区派人上门去说。",
    ]
    unit = 2 if measure == "cells" else 1
    lines = [
        line
        for paragraph in paragraphs
        for line in cut("　　" + paragraph, width * unit, measure)
    ]
    text = "\n".join(lines).replace("　　", indent)
    assert flowing(text) == "\n".join(indent + one for one in paragraphs)


def test_first_lines_with_figures_are_not_set_in_squares() -> None:
    """In squares they would be as wide as the column, which lost their indents."""
    paragraphs = [
        f"{day}日一早，第{number}个泵站放下了闸门，守闸的老人在本子上记下水位，再给"
        "下游打一个电话，说水要到了。"
        for day, number in ((12, 3), (14, 5), (15, 6), (17, 8), (19, 9), (21, 2))
    ]
    paragraphs.insert(
        3,
        "河沿上的人家听见水声就出来看，1983年和1996年的水线还刻在桥墩上，"
        "旁边是2024年新刻的一道。",
    )
    lines = [
        line.strip("　")
        for paragraph in paragraphs
        for line in cut("　　" + paragraph, 32, "cells")
    ]
    assert flowing("\n".join(lines)) == "\n".join(paragraphs)


def test_a_number_that_does_not_fit_goes_to_the_next_line() -> None:
    # By cells, numbers whole: lines come out short, and wide ones would be too long
    # for squares.
    lines = [
        "　　老城的水管2021年3月14日起换，到2024年",
        "8月23日前换完。水务局说，漏掉的水从2021年的",
        "1240万吨降到2024年的310万吨，住户最先看到的",
        "是水压。三号楼的住户说，从前六楼只有一根线那",
        "样细的水，如今洗澡不用等半夜。图纸找不到的十",
        "九个小区最难，管子埋得深，一米一米地探过去。",
        "　　2025年1月1日起，水价按2023年的办法收。",
    ]
    assert flowing("\n".join(lines)) == "".join(lines[:6]) + "\n" + lines[6]


def test_a_first_line_before_a_number_may_be_short() -> None:
    lines = [
        "　　11月7日，三号泵站就在柳河桥边",
        "动工了，全区的排水管网要在今年入冬之",
        "前接通。清淤的船从上游一直开到了闸口",
        "的南边，岸上的人数着2025斗淤泥以外的",
        "1200车沙，说这样的场面有20年没有见过",
        "了。工期定在四个月，比2023年的泵站短。",
    ]
    assert flowing("\n".join(lines)) == "".join(lines)


def cut(text: str, width: int, measure: str) -> list[str]:
    """Lines of so many cells or characters; figures are cut like anything else."""
    lines, filled = [""], 0
    for one in text:
        wide = 1 if measure == "characters" or one.isascii() else 2
        if filled + wide > width:
            lines.append("")
            filled = 0
        lines[-1] += one
        filled += wide
    return lines


def test_a_column_flows_though_half_of_its_lines_end_in_marks() -> None:
    lines = (
        "　　渡口的老船工天不亮就起，",
        "先看水尺再看风，记下当天的潮",
        "位和风向，写在一本旧账簿里，",
        "账簿已经写满了四十多个本子，",
        "最早的一本纸都发黄了，边角也",
        "卷了起来。去年镇上来了几个学",
        "生，把账簿一页一页地拍下来，",
        "做成一个谁都能查的网站。头一",
        "个月就有三千多人来看过。",
    )
    assert flowing("\n".join(lines)) == "".join(lines)


def test_two_columns_of_different_width() -> None:
    narrow = "".join(COLUMN[:5]).strip("　")
    wide = [narrow[at : at + 21] for at in range(0, len(narrow), 21)] * 2
    text = "\n".join(COLUMN) + "\n\n" + "\n".join(wide)
    first, second = flowing(text).split("\n\n")
    assert first == "".join(COLUMN[:5]) + "\n" + "".join(COLUMN[5:])
    assert second.count("\n") <= 1


def test_a_heading_above_a_column_stays() -> None:
    for heading in ("供水改造再提速", "■ 首期开工", "一、工程进展"):
        text = f"{heading}\n\n" + "\n\n".join(COLUMN)
        assert flowing(text).startswith(f"{heading}\n\n　　记者昨天")


def test_english_columns_get_their_spaces() -> None:
    lines = [
        "Regional papers have changed how their readers learn about public",
        "affairs. This study examines twelve titles and finds that reprints",
        "dominate their pages, while original reporting is confined to desks",
        "that work under pressure of time and with shrinking budgets, which",
        "is a pity.",
    ]
    assert flowing("\n".join(lines)) == " ".join(lines)


def test_vertical_headlines_and_their_byline() -> None:
    text = (
        "\n".join("老街修好了")
        + "\n\n"
        + "\n".join("﹃槐树街﹄侧记")
        + "\n\n■\n文/\n\n石\n竹\n"
    )
    assert flowing(text).split("\n\n") == [
        "老街修好了",
        "﹃槐树街﹄侧记",
        "■文/",
        "石竹\n",
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("“房屋漏水要修，屋顶的隔热层也要一并更换，不然明年还", "得再来一次。”施工队长说。"),
        ("新桥通车后，过河时间由五十分钟缩短到十分钟，沿线三个乡镇的蔬菜当天就能进城，运输成本下降三成，菜农们盼了多年的愿望终于", "在这个春天实现。"),
        ("他从事园林绿化工作近三十年，获得过多项国家专", "利，带出徒弟二十余人。"),
        ("他提出的办法简单", "，效果却很好。"),
    ],
    ids=["open quotation", "long prose", "word cut in two", "begins with a comma"],
)  # fmt: skip
def test_a_stray_break_in_a_sentence_is_joined(before: str, after: str) -> None:
    assert flowing(f"{before}\n\n{after}") == before + after
    assert flowing(f"{before}\n{after}") == before + after


@pytest.mark.parametrize(
    "text",
    [
        "春雨落在旧城墙\n燕子归来问海棠\n谁家小楼灯未灭\n一曲琵琶到天光\n不见当年执伞人\n空余满地落花香",
        "春雨落在旧城墙，\n燕子归来问海棠。\n谁家小楼灯未灭，\n一曲琵琶到天光。\n不见当年执伞人，\n空余满地落花香。",
        "安平市第一机械制造厂\n安平市第二棉纺织总厂\n海州区农机销售公司部\n林下镇供销合作联合社\n北塘造船有限责任公司\n西岭矿业集团股份公司",
        "姓名  年龄  籍贯\n张三  三十  海州\n李四  四十  安平\n王五  五十  林下\n赵六  六十  北塘\n钱七  七十  西岭",
        "一、总则\n二、职责\n三、附则\n四、其他事项\n五、解释权\n六、生效日期",
        "“你来了？”老人问。\n“来了。”他说。\n“坐。”老人指了指凳子。\n“好。”他坐下。\n“喝茶。”老人又说。",
        "北原县供水有限责任公司\n2026年4月15日",
        "城市更新的新路子\n\n记者 沈一舟",
        "城市更新怎样留住老街里的老住户\n\n业内人士这样看",
        "[关键词] 转载；引语；变异\n\nAbstract: Reprinting is common.",
        "房屋买卖合同无效房屋归属给予方\n\n法院经审理认为，以虚假的意思表示实施的行为无效。",
        "要抓好以下工作\n\n（一）完善制度\n\n（二）落实责任",
        "“我们社区以前也收过摊，收完第一个月，巷子是干净了，可是老人的早饭没人送了。\n\n“后来我们把摊主请来一起定规矩。”",
    ],
    ids=[
        "poem", "poem with marks", "list of names", "table", "numbered list",
        "dialogue", "signature", "byline", "title", "subheading", "keywords", "items",
        "speech in several paragraphs",
    ],
)  # fmt: skip
def test_what_is_no_print_line_break_stays(text: str) -> None:
    assert list(find_joins(text)) == []


def test_the_sample_with_every_difficulty_flows() -> None:
    text = (files("annotations") / "samples" / "03-竖排标题.txt").read_text("utf-8")
    paragraphs = flowing(text).split("\n\n")
    assert all(one.rstrip()[-1] in "。”" for one in paragraphs[:6])
    assert paragraphs[6:8] == ["老街修好了人怎样留下来", "﹃槐树街改造﹄街坊议事会侧记"]


@given(
    st.lists(
        st.sampled_from([*"新桥通车了，。“”A b\n\n　1、#", "\n      ", "\n      新桥"]),
        max_size=200,
    ).map("".join)
)
def test_joins_are_white_space_with_a_break_or_behind_one(text: str) -> None:
    end = 0
    for join in find_joins(text):
        assert end <= join.start < join.end
        piece = text[join.start : join.end]
        assert piece.isspace()
        assert "\n" in piece or join.start == 0 or text[join.start - 1] == "\n"
        end = join.end


@given(st.text(st.characters(exclude_characters="\n"), max_size=100))
def test_a_text_of_one_line_has_no_joins(text: str) -> None:
    assert list(find_joins(text)) == []
