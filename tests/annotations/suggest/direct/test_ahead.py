"""Who is named before a quotation without a common reporting word. All is invented."""

from __future__ import annotations

import pytest

from tests.annotations.suggest.found import speech


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("荀子有言：“锲而不舍，金石可镂。”", "荀子"),
        ("孟子曰：“仁者无敌。”", "孟子"),
        ("《列子》载：“愚公年且九十，面山而居。”", "《列子》"),
        ("《渠堰考》亦云：“堰成，田皆沃壤。”", "《渠堰考》"),
        ("《易林·节之颐》曰：“文明之世，销锋铸镝。”", "《易林·节之颐》"),
        # who wrote the book that is quoted
        ("清代许厚《渠堰考》载：“堰成，田皆沃壤。”", "许厚"),
        ("北宋齐大年《河防录》云：“水缓则沙停。”", "齐大年"),
    ],
)
def test_old_books_are_quoted_from_whoever_wrote_them(text: str, speaker: str) -> None:
    assert [who for _, who in speech(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "何朴说：“旧戏要改。”受他影响，学生郑怀山提倡新腔。在《灯下谈戏》中指出：“腔随字走。”",
            "郑怀山",
        ),
        (
            "岑月白写道：“渠有魂。”郁守拙则重修了渠志。再如在《渠事杂谈》中写道：“志有骨。”",
            "郁守拙",
        ),
    ],
)
def test_whoever_is_told_of_goes_on_to_speak(text: str, speaker: str) -> None:
    assert speech(text)[-1][1] == speaker


@pytest.mark.parametrize(
    "text",
    ["俗语云：“瑞雪兆丰年。”", "古人云：“水到渠成。”", "南岭谚语有云：“春雨贵如油。”"],
)
def test_a_saying_is_nobodys(text: str) -> None:
    assert speech(text) == []


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("妻子端来一碗面。\n我愣了半天，低声说：“明天就去报名。”", ["我"]),
        ("师傅问我：“学会了没有？”我点点头，大声说：“学会了！”", ["师傅", "我"]),
    ],
)
def test_whoever_tells_a_story_speaks_after_what_they_do(
    text: str, speakers: list[str]
) -> None:
    assert [who for _, who in speech(text)] == speakers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # in a few words, or out loud
        ("副院长周默一言以蔽之：“立志是一切开始的前提”。", [("“立志是一切开始的前提”", "周默")]),
        ("船长罗一舟一语道破：“船再新也要有人撑”。", [("“船再新也要有人撑”", "罗一舟")]),
        ("船长罗一舟说出“我再也不想出海了”，屋里没有人接话。", [("“我再也不想出海了”", "罗一舟")]),
        ("船长罗春山脱口说出“这船不能再开”，大家都停下来。", [("“这船不能再开”", "罗春山")]),
        # by a work
        ("渡口名声极高，据《先河传》：“乡里旧语，目陈远山为卧龙，皆周公语也。”", [("“乡里旧语，目陈远山为卧龙，皆周公语也。”", "《先河传》")]),
        ("按《白沙旧志》记载：“过河者日以百数，不取一钱。”", [("“过河者日以百数，不取一钱。”", "《白沙旧志》")]),
        # what leaves no doubt that it is a clause
        ("市长祝青原宣称“修桥时机已经到来”，会上没有人反对。", [("“修桥时机已经到来”", "祝青原")]),
        ("船东罗大海扬言“明天就停航”，货主们急了。", [("“明天就停航”", "罗大海")]),
        ("罗春山表示，“修桥时机已经到来”，大家都同意。", [("“修桥时机已经到来”", "罗春山")]),
        ("会长沈一舟回应，“票价五年不变”，货主们松了口气。", [("“票价五年不变”", "沈一舟")]),
        # a guide who shows things, whose trade holds the word
        ("“今年是建馆九十周年。”纪念馆讲解员杨世珍说，“我要把它讲好。”", [("“今年是建馆九十周年。”|“我要把它讲好。”", "杨世珍")]),
    ],
)  # fmt: skip
def test_who_is_named_before_a_quotation(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert speech(text) == expected


def test_the_years_of_a_life_are_told_of_whoever_they_are_of() -> None:
    text = """市长陈远山始终看重水利。
2013年视察水利学院，强调“只有重视水利，才能永远保持好收成”；
2016年在全市水利大会上，指出“要勇于挑战最难的工程，修出更多好渠”。
"""
    assert [speaker for _, speaker in speech(text)] == ["陈远山", "陈远山"]


def test_an_item_of_a_list_goes_on_with_whoever_spoke_in_the_one_before() -> None:
    text = """会长沈一舟表示“渡口还要再开十年，不会停航”；
在船工大会上，又强调“票价五年不会动，船也不会卖”。
"""
    assert [speaker for _, speaker in speech(text)] == ["沈一舟", "沈一舟"]


def test_nothing_stands_above_the_first_year() -> None:
    text = """2013年，强调“只有重视水利，才能永远保持好收成”。
市长陈远山始终看重水利。
"""
    assert "陈远山" not in {speaker for _, speaker in speech(text)}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("贺信令队员周晓梅倍感振奋，“我要把红旗一直传下去。”", "周晓梅"),
        ("这番话让船长郑海川深受鼓舞，“我们要把航线开到海上去。”", "郑海川"),
    ],
)
def test_whoever_is_moved_says_so(text: str, speaker: str) -> None:
    assert [who for _, who in speech(text)] == [speaker]


@pytest.mark.parametrize("how", ["真诚地向对方", "笑着大声地对客人"])
def test_how_and_to_whom_something_is_told_is_nobody(how: str) -> None:
    text = f"“我特别想见到你。”劳动模范殷玉珍，{how}道出心意。"
    assert how not in [who for _, who in speech(text)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("据鲁建平介绍，“渠修好以后，下游的田都能浇上水”。", "鲁建平"),
        ("据渔业局局长高志强透露：“新船下月就能下水。”", "高志强"),
        ("另据当地人回忆，“桥是一夜之间修好的”。", "当地人"),
    ],
)
def test_by_whose_account_a_quotation_is(text: str, speaker: str) -> None:
    assert [one for _, one in speech(text)] == [speaker]


def test_insiders_whose_answer_it_is_are_not_cut_to_their_trade() -> None:
    text = "业内人士的回答很干脆：“渠修好以后，下游的田都能浇上水。”"
    assert [one for _, one in speech(text)] == [""]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("用石临先生的话就是“两家合用一口井，早晚照面，有说有笑。”", "石临"),
        ("用鲁建平的比喻就是“船是田，网是犁，手脚不停才有收成”。", "鲁建平"),
    ],
)
def test_what_it_comes_to_in_somebodys_words(text: str, speaker: str) -> None:
    assert [one for _, one in speech(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("山河社援引一名官员的话说：“谈判取得了进展。”", "一名官员"),
        ("文章转述工程师鲁建平的说法：“桥墩还能撑三十年。”", "鲁建平"),
        ("多年以后，方晓明仍记得老师的话：“做学问要坐得住冷板凳。”", "老师"),
        ("岑月白难忘团长鲁建平对她说过的话：“先学做人，再学做戏。”", "鲁建平"),
    ],
)
def test_whose_words_are_passed_on_or_remembered(text: str, speaker: str) -> None:
    assert [one for _, one in speech(text)] == [speaker]


@pytest.mark.parametrize(
    "led",
    [
        "编剧岑月白写了三十年戏。在她看来，",
        "编剧岑月白退休了。在她看来：",
        "用编剧岑月白的话说，",
    ],
)
def test_what_somebody_leads_to_is_not_said_by_whoever_comes_next(led: str) -> None:
    text = f"{led}“技术没有门槛。”导演鲁建平说，技术只是工具。"
    assert [one for _, one in speech(text)] == ["岑月白"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "孙岚记得，自己参加选拔时，船校老师提到现在是窗口期，缺口很大，“五六年就能当船长”。",
            "船校老师",
        ),
        ("罗盼回忆，当年师傅说过，这行最要紧的是耐心，“心急做不出好船”。", "师傅"),
        ("鲁建平想起，父亲曾告诉他，船是有灵性的，“你待它好，它就待你好”。", "父亲"),
    ],
)
def test_whose_words_somebody_remembers_to_have_heard(text: str, expected: str) -> None:
    assert [speaker for _, speaker in speech(text)] == [expected]
