"""Who wrote, printed or gave out what a text calls an article, a report or figures."""

from __future__ import annotations

import pytest

from tests.annotations.suggest.found import reports, statements


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("市统计局今天公布上半年外贸数据。数据显示，出口增长一成。", "市统计局"),
        (
            "国家林草局15日发布监测年报。年报之外还有地图。\n\n草原司随后通报了火情。统计显示，火点少了四成。",
            "统计",
        ),
        ("海关总署昨日通报了口岸查验情况。结果显示，合格率达九成八。", "海关总署"),
    ],
)
def test_figures_are_of_the_body_that_has_just_issued_them(
    text: str, speaker: str
) -> None:
    assert statements(text)[-1][1] == speaker


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what else the article looks at, whatever its words end in
        ("山河社报道称，运价还会跌。报道尤其关注码头的新格局，认为小港口没有退路。", ["山河社", "山河社"]),
        ("《河口晚报》发文称，运价还会跌。文章着重比较了两岸的布局，指出小港口没有退路。", ["河口晚报", "河口晚报"]),
        ("《晚风》杂志刊登了郁守拙的《短句之美》一文。文章认为，短句更近口语。作者指出，长句多半是译文带来的。", ["郁守拙", "郁守拙"]),
        ("《灯下谈戏》登在《剧坛》上，署名晏小楼。作者认为，锣鼓不能省。他还说，水袖也不能省。", ["晏小楼", "晏小楼"]),
        ("马识途则在《山城旧话》（第三期）一文中指出，码头是城市的门脸。", ["马识途"]),
        ("岑月白虽然认为这出戏太长，但她赞同结尾的处理。她指出，最后一场最见功力。", ["岑月白", "岑月白"]),
        ("何朴则不同意上述看法，他说这出戏的毛病根本不在长短上。", ["何朴"]),
        # news of an article that somebody prints
        ("《晚江报》四日刊发评论。\n文章指出，渡口不能一关了之。", ["晚江报"]),
        ("总干事近日在一家杂志发表署名文章。\n文章强调，种子要先存起来。", ["文章"]),
        # a list of works and what each of them says
        ("《河上的桥》（2018年2月24日）这是江口县志的一章。文中指出：旧桥都有石狮，新桥没有。", ["《河上的桥》"]),
        ("《修堤要趁早》（2019年3月）\n这是郁守拙同志在防汛会议上讲话的一部分。文中指出：修堤要趁枯水。", ["郁守拙"]),
        # what stands nearer than another source that is reported in it
        (
            "《海塘日报》3日发表题为《潮水不等人》的署名文章，称堤坝年久失修。文中说，邻县却声称“无需加固”，这是自欺。文章强调，大潮不等人。",
            ["海塘日报"] * 2,
        ),
        (
            "据海中社2日报道，渔汛推迟。\n《渔港新闻》3日以“渔船不出海，谁来补网”为题报道说，渔民对新规不满。报道指出，补网的人已不足十个。",
            ["海中社", "渔港新闻"],
        ),
        # a text's own author is nobody
        ("文章认为，短句更近口语。", []),
        ("作者指出，长句多半是译文带来的。", []),
    ],
)  # fmt: skip
def test_a_review_tells_who_wrote_what_it_speaks_of(
    text: str, expected: list[str]
) -> None:
    assert [speaker for _, speaker in reports(text)] == expected


def test_a_comment_is_of_the_agency_that_published_it() -> None:
    text = "海中社16日发表题为“我们注视着邻国”的评论。评论称，军事活动会带来灾难。"
    assert reports(text) == [("军事活动会带来灾难。", "海中社")]


def test_an_article_is_not_of_the_agency_in_the_dateline() -> None:
    text = "中新社海州4月3日电 《海州日报》4日刊发评论员文章。\n文章指出，渡口不能停。"
    assert reports(text) == [("渡口不能停。", "海州日报")]


def test_an_article_is_of_the_paper_that_holds_something() -> None:
    text = "海国《渔民报》认为总统“有意偏袒”。\n文章指出，报复性措施没有受到批评。"
    assert reports(text)[-1] == ("报复性措施没有受到批评。", "渔民报")


def test_a_report_is_of_who_printed_it_and_not_of_whoever_spoke_last() -> None:
    text = "据海国媒体报道，邮轮昨天靠港。\n海国总理府表示，乘客已经下船。\n报道称，船员都在隔离。"
    assert reports(text)[-1] == ("船员都在隔离。", "海国媒体")


_DIGEST = """海闻网12月16日报道 据《东方经济新闻》12月15日报道，两国外交即将陷入停滞。此前关系曾有改善。
报道称，总统的职务已被中止。会谈要看下月。
报道说，防务沟通也陷入混乱。
《东方经济新闻》12月15日发表社论称，事态还将持续一段时间。
另据英国《港口时报》网站12月11日报道，去年三国举行了首次峰会。会谈并不容易。"""


def test_a_digest_of_the_press_goes_on_with_an_article_and_names_its_paper() -> None:
    assert reports(_DIGEST) == [
        ("两国外交即将陷入停滞。此前关系曾有改善。", "东方经济新闻"),
        ("总统的职务已被中止。会谈要看下月。", "东方经济新闻"),
        ("防务沟通也陷入混乱。", "东方经济新闻"),
        ("事态还将持续一段时间。", "东方经济新闻"),
        ("去年三国举行了首次峰会。会谈并不容易。", "港口时报"),
    ]


def test_one_article_that_is_passed_on_makes_no_digest() -> None:
    assert reports(
        "据《东方经济新闻》报道，两国外交即将陷入停滞。此前关系曾有改善。\n船队今天出海。"
    ) == [("两国外交即将陷入停滞。", "东方经济新闻")]


def test_an_agency_is_called_without_its_nation_in_its_own_report_too() -> None:
    text = "日本共同社8日刊登报道，说防卫费又要增加。报道称，申请额创历史新高。"
    assert [speaker for _, speaker in reports(text)][-1] == "共同社"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "海事局发言人4日发表声明说，航道不改。声明说，两岸渡口照旧。",
            "海事局发言人",
        ),
        ("河务局昨天发布声明，闸门今起检修。声明说，水位不降。", "河务局"),
    ],
)
def test_a_statement_is_whose_who_has_just_made_it(text: str, speaker: str) -> None:
    assert reports(text)[-1][1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("海事组织12日发布年度报告。报告指出，航次在增加。报告还称，运价跌了4.9%。", "海事组织"),
        ("据市统计局公布的三季度数据，产值增长5%。各行业都有增长。数据显示，服务业回暖。", "市统计局"),
        # of another paper a body may have told since
        ("海事组织12日发布年度计划。各港都在扩建。报告显示，航次在增加。", "报告"),
    ],
)  # fmt: skip
def test_a_paper_stays_whose_it_is_over_several_sentences(
    text: str, speaker: str
) -> None:
    assert statements(text)[-1][1] == speaker
