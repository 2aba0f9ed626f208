"""What else one sentence reports, and of whom. All sentences are invented."""

from __future__ import annotations

import pytest

from tests.annotations.suggest.found import reports, statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "张明认为，桥应当加宽；李远帆则认为，船已经够用。",
            [("桥应当加宽", "张明"), ("船已经够用。", "李远帆")],
        ),
        (
            "智利指责对方越界捕鱼；秘鲁则宣称，渔船从未离开本国海域。",
            [("对方越界捕鱼", "智利"), ("渔船从未离开本国海域。", "秘鲁")],
        ),
        (
            "张明指出，这座桥又窄又旧，但他更强调桥下的河道太浅。",
            [("这座桥又窄又旧", "张明"), ("桥下的河道太浅。", "张明")],
        ),
        (
            "张明认为，桥应当加宽，他尤其强调桥下的河道太浅。",
            [("桥应当加宽", "张明"), ("桥下的河道太浅。", "张明")],
        ),
        (
            "張明表示，渡口再窄也要走船，又指上游的水還會漲。",
            [("渡口再窄也要走船", "張明"), ("上游的水還會漲。", "張明")],
        ),
        (
            "張明強調，渡口要守住，但遭主席指離題停止發言。",
            [("渡口要守住，但遭主席指離題停止發言。", "張明")],
        ),
        (
            "張明说，声明称，李遠帆顯示的水位並不準確。",
            [("声明称，李遠帆顯示的水位並不準確。", "張明")],
        ),
        (
            "张明表示，难处有二：一是缺钱；二是缺人。",
            [("难处有二：一是缺钱；二是缺人。", "张明")],
        ),
    ],
)
def test_somebody_else_is_heard_behind_a_semicolon(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [found[:2] for found in statements(text)] == expected


def test_somebody_elses_speech_behind_a_semicolon_is_no_part_of_a_report() -> None:
    text = "镇里一位会计员坦言，一年要填四百张表；一名站长苦笑着说，“光盖章就要盖一天。实在忙不过来。”"
    assert [said for said, _ in reports(text)] == ["一年要填四百张表"]


def test_whom_a_body_wants_to_believe_something_states_nothing() -> None:
    text = "美联社说，总统方大海的演讲想让议员汤姆森相信，税不会再涨。"
    assert [speaker for _, speaker in reports(text)] == ["美联社"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # somebody else says otherwise, or has been heard before
        ("船东王大海说，运价不会涨，但货主们认为，三季度就会变。", [("运价不会涨", "王大海"), ("三季度就会变。", "货主们")]),
        ("虽然站里有关负责人表示会帮忙清理，但公园工作人员明确告诉记者，湖不归他们管。", [("会帮忙清理", "站里有关负责人"), ("湖不归他们管。", "公园工作人员")]),
        ("船东王大海说，运价定得太早，而货主们已反复强调要等新船。", [("运价定得太早，而货主们已反复强调要等新船。", "王大海")]),
        ("日方称原因是出口管理存在问题，而韩方指责这是对判决的报复。", [("原因是出口管理存在问题", "日方"), ("这是对判决的报复。", "韩方")]),
        # somebody else's view behind what a nation said
        ("法国回应称对停航“并不意外”，但业界预计新规或致船厂损失数百万。",
         [("对停航“并不意外”", "法国"), ("新规或致船厂损失数百万。", "业界")]),
    ],
)  # fmt: skip
def test_somebody_else_is_heard_behind_but(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is given out, and what before or besides
        (
            "港城银行认为情况还将恶化，此前其发出警告称今年的通胀率将达到11%。",
            [("情况还将恶化", "港城银行"), ("今年的通胀率将达到11%。", "港城银行")],
        ),
        (
            "总理府当晚发表声明，证实双方通过电话，但强调将继续在边境的军事行动。",
            [("双方通过电话", "总理府"), ("将继续在边境的军事行动。", "总理府")],
        ),
        # a cue again behind a semicolon, and what the text makes of it
        ("孟书记强调要“从群众里来找办法”，这就是“向下看”；强调要“到渡口上去听意见”，这就是“往前走”。",
         [("要“从群众里来找办法”", "孟书记"), ("要“到渡口上去听意见”", "孟书记")]),
        # several announcements of one body
        ("县政府先是宣布将从渡口撤出人员，后又宣布将把票价提高一成。",
         [("将从渡口撤出人员", "县政府"), ("将把票价提高一成。", "县政府")]),
    ],
)  # fmt: skip
def test_who_speaks_may_say_more_in_the_same_sentence(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "市长谢安民表示，桥面下月封闭，他还强调，公交不会停。",
            [("桥面下月封闭", "谢安民", "表示"), ("公交不会停。", "谢安民", "强调")],
        ),
        (
            "外长伊沃·佩特科称，谈判仍有余地，并重申边界不容更改。",
            [("谈判仍有余地", "伊沃·佩特科", "称"), ("边界不容更改。", "伊沃·佩特科", "重申")],
        ),
    ],
)  # fmt: skip
def test_the_same_speaker_goes_on_in_the_same_sentence(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert statements(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("总统府发表声明说，总统玛雅·科伦表示，撤离已经完成。", [("撤离已经完成。", "玛雅·科伦", "表示")]),
        ("港务局发布公告称，局长栾树表示，航道今晚恢复。", [("航道今晚恢复。", "栾树", "表示")]),
    ],
)  # fmt: skip
def test_somebodys_words_inside_a_bodys_are_theirs(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert statements(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whom the press reports
        ("另据多家媒体报道，港口联盟28日发表声明说，未收到任何新的提议。", [("未收到任何新的提议。", "港口联盟")]),
        # who does something first
        ("据海联社22日报道，总统卓大山在官邸强势发声，表示本国在许多领域已经反超。", [("本国在许多领域已经反超。", "卓大山")]),
        # whom the press quotes without a name, and on what somebody speaks
        ("据海联社报道，邻国外交部发言人表示，演习无助于解决问题。", [("演习无助于解决问题。", "邻国外交部发言人")]),
        ("据海联社报道，针对演习一事，总统卓大山20日表示，已要求召开会议。", [("已要求召开会议。", "卓大山")]),
    ],
)  # fmt: skip
def test_whom_the_press_reports_is_heard_and_not_the_press(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("记者31日从海石公司获悉，其在一份新报告中表示，船厂的订单正在恢复。", [("船厂的订单正在恢复。", "海石公司")]),
        ("记者从河港集团了解到，其在年报里称，旧航线还要保留两年。", [("旧航线还要保留两年。", "河港集团")]),
    ],
)  # fmt: skip
def test_a_body_states_what_it_says_in_something_of_its_own(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("学者郑海川称赞河港的船工，认为他们守住了一门手艺。", [("他们守住了一门手艺。", "郑海川")]),
        ("学者霍夫曼特别提到老罗斯，认为他年轻时就已被这种观念激励。", [("他年轻时就已被这种观念激励。", "霍夫曼")]),
        ("学者郑海川称赞河港守住了手艺，名声也好。", [("河港守住了手艺，名声也好。", "郑海川")]),
    ],
)  # fmt: skip
def test_what_is_thought_of_somebody_is_told_without_them(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "馆长倪大景表示，科普应走向协同，并提出并重的核心策略：通过联合创作开拓市场。",
            ["科普应走向协同", "通过联合创作开拓市场。"],
        ),
        (
            "教授白大川认为，河道不宜再收窄，还提出三步走的方案：先清淤，再退堤。",
            ["河道不宜再收窄", "先清淤，再退堤。"],
        ),
    ],
)
def test_what_is_put_forward_besides_stands_behind_a_colon(
    text: str, expected: list[str]
) -> None:
    assert [said for said, _ in reports(text)] == expected
