"""Turns of interviews and headlines with a name. All sentences are invented."""

from __future__ import annotations

import pytest

from annotations.suggest.engine import suggest
from annotations.text.unwrap import find_joins
from annotations.text.views import LogicalView
from tests.annotations.suggest.found import statements


def turns(text: str) -> list[tuple[str, str, str]]:
    """What is said in turn: source text, speaker, cue."""
    found = suggest(LogicalView(text, find_joins(text)))
    return [
        (text[one.start : one.end], one.speaker, one.cue)
        for one in found
        if one.rule == "indirect.turn"
    ]


def test_answers_are_statements_and_questions_are_not() -> None:
    text = (
        "记者：坝上的灯什么时候换？\n\n"
        "罗春早：今年汛期之前。料已经到了，就等天晴。\n\n"
        "主持人：村里有人嫌亮？\n\n"
        "罗春早：有。睡得早的人家，我们给灯加了罩子。\n\n"
        "夜里没有路灯的那几年，摔过三个人，这个账要算。"
    )
    assert turns(text) == [
        ("今年汛期之前。料已经到了，就等天晴。", "罗春早", "："),
        (
            "有。睡得早的人家，我们给灯加了罩子。\n\n"
            "夜里没有路灯的那几年，摔过三个人，这个账要算。",
            "罗春早",
            "：",
        ),
    ]


def test_a_title_in_the_label_is_no_part_of_the_name() -> None:
    text = (
        "《滩头晚报》记者：水厂停几天？\n\n市供水公司副经理祝青原：四天，分两次停。\n\n"
        "问：老人怎么办？\n\n答：社区送水上门，一家一桶。\n\n回答完，记者们围了上去。"
    )
    assert turns(text) == [
        ("四天，分两次停。", "祝青原", "："),
        ("社区送水上门，一家一桶。", "", "："),
    ]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("祝青原：老水管三年内换完", ("老水管三年内换完", "祝青原", "：")),
        (
            "祝青原：“净水”工程三年换完老水管\n\n滩头社渡口5月7日电（记者沈一舟）",
            ("“净水”工程三年换完老水管", "祝青原", "："),
        ),
        ("谈停水 供水公司经理祝青原：先通知再动工", ("先通知再动工", "祝青原", "：")),
    ],
)
def test_a_headline_says_who_says_it(
    headline: str, expected: tuple[str, str, str]
) -> None:
    text = f"{headline}\n\n市供水公司经理祝青原说，管子比他年纪还大。"
    assert turns(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "关键词：水管；停水；老城\n\n市供水公司经理祝青原说，管子比他年纪还大。",
        "作者单位：江左大学中文系\n\n市供水公司经理祝青原说，管子比他年纪还大。",
        "单位：旱塬水利研究院\n\n市供水公司经理祝青原说，管子比他年纪还大。",
        "来源：滩头晚报\n\n市供水公司经理祝青原说，管子比他年纪还大。",
        "老城：一根水管的三十年\n\n市供水公司经理祝青原说，管子比他年纪还大。",
        "祝青原：“三年换完”\n\n市供水公司经理祝青原说，管子比他年纪还大。",
    ],
)
def test_other_colons_say_nothing(text: str) -> None:
    assert not turns(text)


@pytest.mark.parametrize(
    "motto", ["助就业、有奔头", "门票少、风光好", "小木梳、大买卖"]
)
def test_a_motto_is_not_said_by_the_body_before_it(motto: str) -> None:
    assert not turns(f"船工学院：{motto}\n\n　　学院去年开课，学员来自三个县。")


def test_a_script_of_voices_says_who_says_what() -> None:
    text = (
        "快递怎么包，最近有了新说法。\n\n"
        "　　快递员江波：每个小哥都有额度，包材要自己去核销。\n\n"
        "　　记者在网点看到，循环箱七秒就能打开。\n\n"
        "　　河口网点负责人郭飞红：到目前为止，循环箱没有坏过。\n\n"
        "　　江波：箱子回不来，才是难处。\n"
    )
    assert turns(text) == [
        ("每个小哥都有额度，包材要自己去核销。", "江波", "："),
        ("到目前为止，循环箱没有坏过。", "郭飞红", "："),
        ("箱子回不来，才是难处。", "江波", "："),
    ]


@pytest.mark.parametrize(
    "text",
    [
        # once may be a caption
        "快递怎么包，最近有了新说法。\n\n　　快递员江波：每个小哥都有额度，包材要自己去核销。\n",
        # places and things head paragraphs as well
        "火起时怎么办。\n\n　　楼上起火：往下走，不要坐电梯。\n\n　　楼下起火：关门堵缝，等人来救。\n",
    ],
)
def test_a_label_alone_makes_no_script(text: str) -> None:
    assert not turns(text)


def test_two_names_that_answer_each_other_talk() -> None:
    text = (
        "谢青禾：三地的渡口连成一线，船票怎么卖？\n\n罗望舟：一张票走三个渡口，要先把账算清。\n\n"
        "谢青禾：老船工怎么办？\n\n罗望舟：愿意留的都留下。\n"
    )
    found = turns(text)
    assert [who for _, who, _ in found] == ["谢青禾", "罗望舟"] * 2
    assert found[1][0] == "一张票走三个渡口，要先把账算清。"


def test_a_name_before_a_colon_once_is_no_talk() -> None:
    text = "谢青禾：船长，五十二岁。\n\n罗望舟：船工，四十岁。\n\n两人在一条船上。\n"
    assert turns(text) == []


@pytest.mark.parametrize("opened", ["〔{}〕", "［{}］", "（{}）"])
def test_a_list_of_works_is_no_talk(opened: str) -> None:
    said = "评论家梁简说，灯下最宜读书。诗人康有年说，渡口也好。"
    works = ["梁简：《灯下集》", "康有年：《渡口诗话》，1931年", "梁简：《旧闸考》"]
    lines = [opened.format(number) + one for number, one in enumerate(works, 1)]
    text = "\n".join([said, "注释：", *lines])
    assert [one[0] for one in statements(text)] == ["灯下最宜读书。", "渡口也好。"]


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
def test_a_label_says_who_says_a_headline_and_not_whom_it_is_about(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [found[:2] for found in statements(text)] == expected


@pytest.mark.parametrize("asker", ["江南周刊", "《江南周刊》", "澎江新闻"])
def test_a_paper_asks_under_its_name(asker: str) -> None:
    text = (
        f"{asker}：坝上的灯什么时候换？\n\n"
        "罗春早：今年汛期之前。料已经到了，就等天晴。\n\n"
        f"{asker}：村里有人嫌亮？\n\n"
        "罗春早：有。睡得早的人家，我们给灯加了罩子。"
    )
    assert [speaker for _, speaker, _ in turns(text)] == ["罗春早", "罗春早"]


@pytest.mark.parametrize(
    "leads",
    [
        "从创作手法上看：全曲由一个主题展开，层层推进。",
        "这是一组难忘的数字：三十九个码头，九十二条航线。",
        "（作者单位：河口航运研究所）渡口的人都睡了。",
        "我们把这一年的主题定为：每条船都要平安回家。",
    ],
)
def test_what_leads_to_something_answers_no_question(leads: str) -> None:
    text = f"记者：河运怎样了？\n\n郑海川：比去年好得多。\n\n{leads}\n\n记者：谢谢您。"
    assert [one[1] for one in statements(text)] == ["郑海川"]


@pytest.mark.parametrize(
    "text",
    [
        "渡口展\n\n策展人：林小舟\n\n联合发起人：  祝青原 贾冬小\n\n主办方：  江口生活传媒有限公司\n\n展期三个月。",
        "官方网站： http://example.org/dukou\n\n官方公众号：  江口人文船坞与码头\n\n欢迎来信。",
    ],
)
def test_who_made_something_says_nothing(text: str) -> None:
    assert turns(text) == []
