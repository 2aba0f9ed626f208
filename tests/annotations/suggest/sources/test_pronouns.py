"""Whom 他, 她 and 他们 stand for. All is invented."""

from __future__ import annotations

import pytest

from tests.annotations.suggest.found import reports, speakers, speech, statements


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # 他 from paragraph to paragraph, nobody else in between
        (
            "邮递员孙立本推开门。\n\n他把信放在桌上。\n\n他又给炉子添了煤。\n\n“再等一天。”他低声说。",
            ["孙立本"],
        ),
        (
            "船工于芳站在船头。\n\n她量了水深。\n\n她收起缆绳。\n\n她回到舱里。\n\n她说：“开船吧。”",
            ["于芳"],
        ),
        # a paragraph without her or him, and nobody is meant
        (
            "邮递员孙立本推开门。\n\n雪下了一夜。\n\n山路都封了。\n\n炉子早已熄了。\n\n“再等一天。”他低声说。",
            [""],
        ),
    ],
)
def test_a_pronoun_is_passed_on_by_paragraphs_that_have_it(
    text: str, speakers: list[str]
) -> None:
    assert [who for _, who in speech(text)] == speakers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一位名叫萨拉提的讲解员很健谈。他说，旺季还没有到。", ["萨拉提"]),
        ("史学家诺曼·汤因斯也许最懂港口。他认为，城墙是后来才修的。", ["诺曼·汤因斯"]),
    ],
)  # fmt: skip
def test_a_pronoun_means_whom_the_sentence_before_is_about(
    text: str, expected: list[str]
) -> None:
    assert [speaker for _, speaker in reports(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“价上不去，收入就难有起色。”乡党委书记沈大川说道。据他介绍，老茶园占了八成。",
            ("老茶园占了八成。", "沈大川", "介绍"),
        ),
        (
            "沿线到处是柑橘树，果农们却愁眉不展。他们说，往年这时候果子早卖完了。",
            ("往年这时候果子早卖完了。", "果农们", "说"),
        ),
        (
            "渡口边站满了家长们。他们说，船票一天一个价。",
            ("船票一天一个价。", "家长们", "说"),
        ),
    ],
)
def test_pronouns_mean_whoever_the_text_was_about(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert statements(text) == [expected]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("护渡组织抱怨说，新规太严。他们断言，船会越来越少。", "护渡组织"),
        ("江口水文研究团队称，河床在抬升。他们认为，渡口要往上游移。", "江口水文研究团队"),
    ],
)  # fmt: skip
def test_a_body_that_has_just_spoken_goes_on_as_they(text: str, speaker: str) -> None:
    assert [one for _, one in reports(text)] == [speaker, speaker]


@pytest.mark.parametrize(
    "text",
    [
        "座谈会上，市长陈远山强调要修桥，让江口集团总工程师王晓云印象深刻。她表示，图纸年内画完。",
        "市长陈远山三次来到渡口，令船工代表王晓云深受感动。她说，船会一直开下去。",
    ],
)
def test_a_pronoun_means_whoever_was_moved(text: str) -> None:
    assert [speaker for _, speaker in reports(text)][-1] == "王晓云"


@pytest.mark.parametrize(
    "text",
    [
        "选手马艳萍下坡技术不强。今天，她远在山里的教练高彦君说，因为没有护具，下坡不敢练。",
        "船工罗春山没有来。他在船厂的师傅高彦君说，新船还差一块板。",
    ],
)
def test_a_pronoun_may_only_say_whose_somebody_is(text: str) -> None:
    assert [speaker for _, speaker in reports(text)] == ["高彦君"]


def test_a_place_that_is_pointed_to_says_nothing() -> None:
    text = "站长罗春山来到诗梳风镇外。他指着举目可见的诗梳风山说，山上没有人家。"
    assert [speaker for _, speaker in reports(text)] == ["罗春山"]


@pytest.mark.parametrize(
    ("first", "second", "speaker"),
    [
        ("前市长董大华曾当面斥责李小铭", "政协委员谭小宗今早接受访问", "谭小宗"),
        ("教练白大河去年离队", "队长马小舟上周归队", "马小舟"),
    ],
)
def test_a_semicolon_parts_whom_a_pronoun_may_mean(
    first: str, second: str, speaker: str
) -> None:
    assert speakers(f"{first}；{second}，他认为这条路还要走很久。") == [speaker]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "船工罗春山把缆绳收好。他说：“今晚有风。”\n\n进门之前，她问我：“船票买了没有？”",
            ["罗春山", ""],
        ),
        (
            "教练高彦君走上讲台。她问：“新船到了没有？”\n\n会后，他又说：“船坞还要扩建。”",
            ["高彦君", ""],
        ),
        (
            "船工罗春山把缆绳收好。他说：“今晚有风。”\n\n站长于芳推门进来。她问：“人都齐了？”\n\n他说：“还差两个。”",
            ["罗春山", "于芳", "罗春山"],
        ),
    ],
)
def test_nobody_is_meant_by_he_and_by_she(text: str, expected: list[str]) -> None:
    assert [who for _, who in speech(text)] == expected


def test_a_statement_stays_though_nobody_is_meant() -> None:
    text = "教练高彦君走上讲台。她说，新船下个月到。\n\n会后，他又说，船坞还要扩建。"
    assert [speaker for _, speaker in reports(text)] == ["高彦君", ""]


@pytest.mark.parametrize(
    "text",
    [
        "“能力还不够。”李小红说。有了编辑金宇澄的帮助，她这才觉得自己可以写完一本书。",
        "“船太旧了。”李小红说。看了站长罗北山的图纸，她认为，这船还能再开十年。",
    ],
)
def test_whoever_helps_is_not_whom_a_pronoun_means(text: str) -> None:
    assert [speaker for _, speaker in reports(text)] == ["李小红"]


@pytest.mark.parametrize(
    "text",
    [
        "母亲老了。有人说，山里有狼。她却说，她从来没有怕过山里的狼。",
        "人家告诉她，米便宜了。她旁敲侧击地说，便宜没有好货。",
    ],
)
def test_nobody_in_particular_is_whom_a_pronoun_means(text: str) -> None:
    assert reports(text)[-1][1] == ""


@pytest.mark.parametrize(
    "byline",
    [
        "□本报记者 曹远 江口报道\n\n",
        "新船下水\n\n本报记者 曹 远 罗江平\n\n",
        "（记者曹远）",
        "通讯员：曹远、罗江平\n\n",
    ],
)
def test_nobody_is_meant_who_only_wrote_the_report(byline: str) -> None:
    text = f"{byline}新船下月要下水。他认为，船还没有造好。"
    assert reports(text) == [("船还没有造好。", "")]


def test_a_reporter_whom_the_text_tells_of_is_meant() -> None:
    text = "记者罗大山走遍了全国。他认为，船还没有造好。罗大山说，渠要修。"
    assert reports(text)[0] == ("船还没有造好。", "罗大山")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("罗大山的提议一度遭到船社的反对，认为为了钱得罪人不划算。", "船社"),
        ("罗大山的说法受到船工们的质疑，认为船根本没有造好。", "船工们"),
    ],
)
def test_those_who_object_hold_what_follows(text: str, speaker: str) -> None:
    assert [who for _, who in reports(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("与会专家充分肯定这项成果。他们认为，这种材料可以量产。", "与会专家"),
        ("海外侨胞高度评价这次展演。他们表示，乡音从未走远。", "海外侨胞"),
        ("还有两位女士在桥头住了十年。她们说，桥一到雨天就封。", "两位女士"),
    ],
)
def test_they_are_those_with_whom_the_sentence_before_begins(
    text: str, speaker: str
) -> None:
    assert [one for _, one in reports(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("深源公司表示，推理会越来越快。它指出，人们还可以去探索更多问题。", "深源公司"),
        ("河东大学公布了最新的研究进展：新法用料更少。它还强调，废料可以回收。", "河东大学"),
    ],
)  # fmt: skip
def test_a_body_goes_on_as_it(text: str, speaker: str) -> None:
    assert [one for _, one in reports(text)] == [speaker, speaker]


def test_it_is_nobody_who_is_a_person() -> None:
    assert reports("它表示水温在下降。") == []
