"""Statements in papers: authors and theories that are cited, and the paper itself."""

from __future__ import annotations

import pytest

from tests.annotations.suggest.found import reports, speech, statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hale和Moore认为，潮差决定泥沙去向。",
            [("潮差决定泥沙去向。", "Hale和Moore")],
        ),
        ("Hale等人比较了三条河，发现泥沙逐年减少。", [("泥沙逐年减少。", "Hale")]),
        (
            "摘要：论泥沙。\nHale（2001）和Moore（2004）比较了三条河，发现泥沙逐年减少。",
            [("泥沙逐年减少。", "Hale")],
        ),
        (
            "潮汐动力理论认为泥沙总会回来，滩涂不会消失。",
            [("泥沙总会回来，滩涂不会消失。", "潮汐动力理论")],
        ),
        (
            "有学者批评这一模型，认为它忽略了台风；或认为它低估了潮差。",
            [("它忽略了台风", "学者"), ("它低估了潮差。", "学者")],
        ),
        (
            "潮汐理论认为除了风以外，还认为水温有关。",
            [("除了风以外，还认为水温有关。", "潮汐理论")],
        ),
        # what an author comes to in a work of theirs, without a mark
        (
            "学派很多。施耐德在《渡口与潮水》一书中谈到船户与官府的距离无处不在。",
            [("船户与官府的距离无处不在。", "施耐德")],
        ),
        (
            "学派很多。郑大文先生在其《河流志》中，提到旧渠从来没有修完过。",
            [("旧渠从来没有修完过。", "郑大文")],
        ),
        # schools, and views that nobody in particular holds
        (
            "新自由主义认为，旧的学派对国家的看法固然重要，但还要看到港口。",
            [("旧的学派对国家的看法固然重要，但还要看到港口。", "新自由主义")],
        ),
        ("一般系统论认为，港湾是一个整体。", [("港湾是一个整体。", "一般系统论")]),
        ("这种观点认为，诗的本源是潮水。", [("诗的本源是潮水。", "这种观点")]),
        ("传统的看法认为，码头先有市后有城。", [("码头先有市后有城。", "传统的看法")]),
        ("儒家主张，渡口不应收费。", [("渡口不应收费。", "儒家")]),
        (
            "例如，拓荒运动的先驱者认为水是立国之本。为此，他们主张河道一律公有。",
            [
                ("水是立国之本。", "拓荒运动的先驱者"),
                ("河道一律公有。", "拓荒运动的先驱者"),
            ],
        ),
        # an author of whom nothing else is told
        ("丹纳认为渔歌和号子颇为类似。", [("渔歌和号子颇为类似。", "丹纳")]),
        (
            "冈野义惠在《古代渔歌》中指出，号子多受对偶的影响。",
            [("号子多受对偶的影响。", "冈野义惠")],
        ),
        (
            "比苏维稍前的邵大雍在《渔歌吟》中说，号子是写出来的画。",
            [("号子是写出来的画。", "邵大雍")],
        ),
        # an adverb is no part of a name
        ("亚瑟·鲁丁明确主张排除利润动机。", [("排除利润动机。", "亚瑟·鲁丁")]),
        ("朱日成即认为，渡口应当公营。", [("渡口应当公营。", "朱日成")]),
        (
            "河谷经济学家几乎一致认为，码头可以更有效地配置泊位。",
            [("码头可以更有效地配置泊位。", "河谷经济学家")],
        ),
        # what the text itself makes of it, and what is said next
        (
            "政府和其他机构认为有必要由他们办一些渡口。这也许是公营较多的原因之一。",
            [("有必要由他们办一些渡口。", "政府和其他机构")],
        ),
        (
            "河谷银行认为，最有利的项目不一定最好。它还认为：“长远利益是另一回事。”",
            [("最有利的项目不一定最好。", "河谷银行")],
        ),
        (
            "凌维声认为岛民来自两湖，１９６９年他又认为鱼祭也来自两湖。",
            [("岛民来自两湖", "凌维声"), ("鱼祭也来自两湖。", "凌维声")],
        ),
        # a paper goes on for itself
        (
            "潮差变小[1]。滩涂后退[2]。河口变浅[3]。研究者认为，沙源已经枯竭。例如，河口近年不再外推。",
            [("沙源已经枯竭。", "研究者")],
        ),
    ],
)
def test_cited_authors_and_theories(text: str, expected: list[tuple[str, str]]) -> None:
    assert [found[:2] for found in statements(text)] == expected


def test_a_paper_goes_on_with_a_cited_view_up_to_the_next_one() -> None:
    views = "易小纲（1999）认为，投资过多造成了过剩。新的产能没有淘汰旧的。刘宪小（1998）认为，工资涨得太慢。"
    text = f"【摘要】通货紧缩有两种解释[1]，[2]，[3]。\n{views}"
    assert reports(text) == [
        ("投资过多造成了过剩。新的产能没有淘汰旧的。", "易小纲"),
        ("工资涨得太慢。", "刘宪小"),
    ]


def test_a_paper_speaks_for_itself_behind_the_last_cited_view() -> None:
    text = "【摘要】通货紧缩有两种解释[1]，[2]，[3]。\n易小纲（1999）认为，投资过多造成了过剩。工厂的库存逐年增加。"
    assert reports(text) == [("投资过多造成了过剩。", "易小纲")]


def test_a_paper_reckons_by_itself() -> None:
    text = (
        "关键词：市镇；档案\n\n　　据统计，市镇的数目百年间增加了一倍。[3]\n\n"
        "参考文献\n[3] 蒲新月. 市镇与铁路. 2004."
    )
    assert not reports(text)


@pytest.mark.parametrize(
    "text",
    [
        # symbols, and what they stand for
        "其中Zm表示第n阶单位阵，若它正交，则其转置也正交。",
        "图中上面的记号表示渡口，下面的数值表示该渡口的客流大小。",
        # how a study was made
        "目前的研究尚处于感性阶段，缺乏定量分析，结果难以比较。",
        "按矢量分析，两组客流只满足第一式，其解不唯一。",
        "转子用本文的方法进行了详细的应力分析，结果稳定。",
        "我们不能把它看成小事，而应把它提到安全的高度去认识。",
        # what everybody thinks
        "在早期，人们一般认为，渡口由市场来定。",
    ],
)
def test_what_a_paper_does_is_no_statement(text: str) -> None:
    assert reports(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("恩格斯早在考察码头时就已经指出，渡口离不开税收。", "恩格斯"),
        ("潘海元教授简明而深刻地回答了这个问题，他指出，渡口就是学校。", "潘海元"),
        ("文学史家通常认为，渡口是离别的意象。", "文学史家"),
    ],
)
def test_who_holds_a_view_in_a_paper(text: str, speaker: str) -> None:
    assert [one for _, one in reports(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        # the hope of whoever has written the paper
        "摘要：论港口。\n本文据林小舟（2011）的框架明晰其结构。希望通过分析为布局提供参考。",
        "摘要：论诗。\n郑大江（2004）梳理了旧说。希望为后来的研究提供一点线索。",
        # figures that it has put together itself
        "摘要：论智库。\n根据《海港名录》和研究院收录的港口，剔除重复，共有四十座。",
        "摘要：论智库。\n根据海洋法规库的检索结果，提及港口的法规有六十条。",
        # who has done what of the work
        "摘要：论港口。\n作者贡献说明：\n\n张小鸿：文章选题、框架确定及整体撰写；",
        "摘要：论港口。\n作者贡献说明：\n\n杨大沐：文章设计，观点提炼与总结;",
    ],
)
def test_what_a_paper_does_itself_is_no_statement(text: str) -> None:
    assert reports(text) == []


@pytest.mark.parametrize("report", ["《海港报告2017》", "省统计局的公报"])
def test_what_a_paper_cites_by_a_report_is_one(report: str) -> None:
    text = f"摘要：论港口。\n根据{report}，海港已有四十座。"
    assert [said for said, _ in reports(text)] == ["海港已有四十座。"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what somebody holds, behind another clause or as an answer
        ("船期可能要一年，但林小舟的建议是，罗志明先从学徒做起。林小舟走了。", ("罗志明先从学徒做起。", "林小舟")),
        ("渡口为什么停了？林小舟的回答是，河道淤了三年。林小舟没有再说。", ("河道淤了三年。", "林小舟")),
        # what somebody writes
        ("林小舟认为，渡口要修。在林小舟撰写的《悼念罗志明先生》一文中写到，罗志明到任一周便来看船。", ("罗志明到任一周便来看船。", "林小舟")),
        ("罗志明是船史家，林小舟也是。在《渡口志》一文中罗志明写到，北岸的船工越来越少。", ("北岸的船工越来越少。", "罗志明")),
        (
            "罗志明认为，船要修。又如在《新渡》第一卷第五号发表《船与心》一文，提出船工的改变是心理的改变。",
            ("船工的改变是心理的改变。", "罗志明"),
        ),
        (
            "林小舟主张，渡口不收费。1920年在报上撰写《渡口三论》一文，指出收费会把人赶走。",
            ("收费会把人赶走。", "林小舟"),
        ),
    ],
)  # fmt: skip
def test_what_an_author_holds_and_writes(text: str, expected: tuple[str, str]) -> None:
    assert expected in reports(text)


@pytest.mark.parametrize(
    "text",
    [
        "罗志明的船史论述，除了一部作品之外，多数夹杂在渡口研究中。",
        "罗志明书记的鲜明论断，为渡口的改造提供了重要的方法。",
        "罗志明是船史家，从正面说是罗志明跨度大，从负面说也是罗志明一直没有找到方向。",
        "罗志明老了。从正面说是罗志明跨度大，从反面说这是罗志明一直没有定下来。",
        "关键词 罗志明，渡口学，心理分析，船工，助推\n罗志明老了。",
        "关键词：林小舟；渡船；船工评价，舵手，号子\n林小舟老了。",
    ],
)
def test_what_is_told_of_an_authors_work_is_no_statement_of_theirs(text: str) -> None:
    assert statements(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "罗志明结合船匠的观点，认为“渡船为河水之内敛习惯”（罗志明，2017e，p.13）。",
        "林小舟在信里指出“号子为船工之第二语言”（林小舟，1934，p.2）。",
    ],
)
def test_words_that_are_cited_are_a_quote_and_no_statement(text: str) -> None:
    assert statements(text) == []
    assert len(speech(text)) == 1


_TALKS = "摘要：船政研讨会观点综述。\n\n" + "\n\n".join(
    f"{family}佑川教授认为，船政要先立规矩。规矩立了，船才走得远。"
    for family in "张王李赵孙周吴郑"
)


def test_a_report_on_talks_goes_on_with_its_speakers() -> None:
    assert [content for content, _ in reports(_TALKS)] == [
        "船政要先立规矩。规矩立了，船才走得远。"
    ] * 8


def test_a_paper_that_cites_two_scholars_goes_on_by_itself() -> None:
    text = "\n\n".join(_TALKS.split("\n\n")[:3])
    assert [content for content, _ in reports(text)] == ["船政要先立规矩。"] * 2


@pytest.mark.parametrize(
    "motto",
    ["“不学，则不明古道，而能行远者未之有也。”", "“中国不缺好船，但缺少会掌舵的人。”"],
)
def test_a_motto_over_a_paragraph_of_a_paper_is_no_speech(motto: str) -> None:
    text = f"摘要：论船政。\n\n# 2.2 善学\n\n{motto}善学是指善于借鉴，兼顾内外。"
    assert speech(text) == []
