"""What a statement takes of its sentence. All sentences are invented."""

from __future__ import annotations

import pytest

from tests.annotations.suggest.found import reports, statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("园艺师顾明谦说，老树已经救不活了，这话说得很直白。", "老树已经救不活了"),
        ("《晨报》社评指出，渔港会越来越空，这种担忧随着休渔期的延长更强烈了。", "渔港会越来越空"),
        ("姜望舒虽然认为曲子太长，但没有要求删改。", "曲子太长"),
        ("闸口在管理员牛大山看来，就是全村的命脉：“我们守了它三十年。”", "就是全村的命脉"),
        ("姜望舒认为曲子太长，其看法颇有道理。", "曲子太长"),
        ("郭远山认为桥比路更要紧，可谓一语中的。", "桥比路更要紧"),
        # what the speaker goes on about
        ("姜望舒说，有人嫌曲子太长，这种说法没有道理。", "有人嫌曲子太长，这种说法没有道理。"),
    ],
)  # fmt: skip
def test_a_statement_ends_before_it_is_spoken_of(text: str, expected: str) -> None:
    assert [said for said, _ in reports(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is made of an announcement
        ("同年11月，港务局宣布，夜航在三个泊位试行，这项改动让船期短了半天。", [("夜航在三个泊位试行", "港务局")]),
        ("昨天，交通厅宣布，渡口停收过桥费，这标志着收费年代过去了。", [("渡口停收过桥费", "交通厅")]),
        ("江口衡器公司发布公告称，将船期从五月改为六月，拉开了渡口改期的序幕。", [("将船期从五月改为六月", "江口衡器公司")]),
        ("渡口管委会宣布，今天起停收船票，由此揭开了渡口改造的大幕。", [("今天起停收船票", "渡口管委会")]),
        # what the text says of a view
        ("郭远山认为有河自然会有桥，这是他早年的一个看法。", [("有河自然会有桥", "郭远山")]),
        # what ends before somebody speaks for themselves, and before what was left out
        (
            "据海联社报道，总统卓大山19日向媒体透露，邻国希望他出面调停，他表示“若双方都有此意愿，我可能会介入”。",
            [("邻国希望他出面调停", "卓大山")],
        ),
        (
            "总统卓大山曾表示不打算介入，17日他在访问邻国时强调，将认真对待纠纷，但没有详细阐明将采取何种措施。",
            [("不打算介入", "卓大山"), ("将认真对待纠纷", "卓大山")],
        ),
    ],
)  # fmt: skip
def test_a_statement_ends_before_what_the_text_makes_of_it(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # speech behind a colon is no more of what is reported
        ("潘鸣认为价格不是主要原因：“账还没有算完，以后还会再算，看法各有不同。”", ("价格不是主要原因", "潘鸣", "认为")),
        ("馆员胡桐介绍，每种纸的脾气不同：“宣纸怕潮，竹纸怕晒，都要单独放。”", ("每种纸的脾气不同", "胡桐", "介绍")),
        # but what somebody else says in what is reported is
        ("所长郁达表示，《纲要》提出：“先修水渠，再修道路。”", ("《纲要》提出：“先修水渠，再修道路。”", "郁达", "表示")),
    ],
)  # fmt: skip
def test_a_statement_ends_before_speech(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert statements(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "院士梁思远说得好：“没有好种子，就没有好收成，也没有好日子。”",
        "校长说得对，孩子先要睡够。",
        "诗人曾说过这样一句话：“灯亮着，人就不会走远，船也不会。”",
        "他直言不讳：“桥修早了，路还没通，车也没有。”",
    ],
)
def test_how_something_is_said_is_no_statement(text: str) -> None:
    assert not statements(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("副总统万斯特表示“谨慎乐观”，并警告，谈判“可能会在最后一刻脱轨”。", [("谈判“可能会在最后一刻脱轨”。", "万斯特")]),
        ("很快，水务局发来回复，称“管道已经修复”，水压恢复正常。", [("“管道已经修复”，水压恢复正常。", "水务局")]),
    ],
)  # fmt: skip
def test_a_few_words_outside_the_marks_make_a_report(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whom somebody warns
        ("警方提醒广大市民，不要出借银行卡。", [("不要出借银行卡。", "警方")]),
        ("气象台告诫船户们，雾散之前不要出海。", [("雾散之前不要出海。", "气象台")]),
        # the work between a reporting word and what it says
        ("规范焦点理论认为(Cassel, Reno, & Kale, 1990)，注意会诱发行为。", [("注意会诱发行为。", "规范焦点理论")]),
    ],
)  # fmt: skip
def test_whom_a_warning_is_for_and_a_cited_work_are_no_part_of_it(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("学者罗敏[3]认为[4-5]，夜市是城市的另一张脸。", ("夜市是城市的另一张脸。", "罗敏", "认为")),
        ("摊贩先于马路。[6]研究员尤丽[7]指出，集市先于城墙。", ("集市先于城墙。", "尤丽", "指出")),
    ],
)  # fmt: skip
def test_the_numbers_of_cited_works_are_no_part_of_a_statement(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert statements(text) == [expected]


@pytest.mark.parametrize("note", ["［①ｆ］", "[12]", "［3，5］"])
def test_the_number_of_a_note_is_nobodys_words(note: str) -> None:
    text = f"学者郑海川认为，河港缺乏革新的传统。{note}\n渡口早已不在。{note}"
    assert reports(text) == [("河港缺乏革新的传统。", "郑海川")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "罗著认为陈远山“开辟了‘渡口批评’的新纪元”（罗著105页），其评价有过誉之嫌。",
            "陈远山“开辟了‘渡口批评’的新纪元”",
        ),
        (
            "郑海川认为河港缺乏革新的传统（《河港旧事》第12页），这是持平之论。",
            "河港缺乏革新的传统",
        ),
        # whom it moved
        (
            "市长陈远山强调，要“推动船厂和学校深度融合”，让江口集团总工程师王晓云印象深刻。",
            "要“推动船厂和学校深度融合”",
        ),
        ("会长沈一舟说，渡口不会停，令在场的船工代表备受鼓舞。", "渡口不会停"),
    ],
)
def test_a_statement_ends_at_its_page_and_before_whom_it_moved(
    text: str, expected: str
) -> None:
    assert [said for said, _ in reports(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("校方回应，称已成立调查组。", "已成立调查组。"),
        ("研究者对此提出质疑，认为样本偏差很大。", "样本偏差很大。"),
        ("警方发布通报，称嫌疑人已落网。", "嫌疑人已落网。"),
    ],
)
def test_the_word_that_a_report_begins_with_is_no_part_of_it(
    text: str, content: str
) -> None:
    assert [said for said, _, _ in statements(text)] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "规划纲要提出，“建设零碳工厂”；省政府的方案明确，“加快零碳园区建设”。",
        "两家公司的负责人表示“可以签合同，但不交保险”，还有公司提出“只招退休的”。",
    ],
)
def test_words_in_marks_that_another_source_follows_are_no_report(text: str) -> None:
    assert statements(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the text tells of them again
        (
            "石库镇的陈远山认为，河道要清，堤要加高，这让陈远山四处奔走。",
            ("河道要清，堤要加高", "陈远山"),
        ),
        (
            "陈远山研究堤坝。他说，堤要再加高，陈远山则主张先清河道。",
            ("堤要再加高", "陈远山"),
        ),
        # a pronoun or an office is not whom the statement names
        (
            "老支书陈远山很忙。他认为堤要加高，也说陈远山来得晚。",
            ("堤要加高，也说陈远山来得晚。", ""),
        ),
        (
            "船工陈远山走了。他认为，陈远山的船最稳。",
            ("陈远山的船最稳。", ""),
        ),
    ],
)
def test_nobody_calls_themselves_by_their_name(
    text: str, expected: tuple[str, str]
) -> None:
    assert reports(text) == [expected]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("校长何远舟说，学生都爱看戏，但他也注意到，台下老人更多。", "学生都爱看戏"),
        ("局长何远舟表示，水渠一定要修，不过并未说明钱从哪里来。", "水渠一定要修"),
        ("何远舟认为此文离题太远，先后发表《驳渠论》《再驳渠论》。", "此文离题太远"),
        ("五家渠社在访谈中表示，前两年都在还账，可见，修渠不易。", "前两年都在还账"),
        ("船工何远舟认为，渡船要先修，但从其画里能看出更爱山。", "渡船要先修"),
    ],
)
def test_a_statement_ends_where_the_text_goes_on_about_it(
    text: str, content: str
) -> None:
    assert [said for said, _ in reports(text)][:1] == [content]


def test_a_view_ends_with_the_work_it_is_from() -> None:
    text = (
        "水利学家陈远山晚年谈到洪水时指出堤越高水越险（陈远山，1986），近年的治河热则是"
        "另一条路（路守成，2014）。"
    )
    assert reports(text) == [("堤越高水越险（陈远山，1986）", "陈远山")]
    text = (
        "船史家何远舟认为渡口先于桥梁（何远舟，1990：12），镇上的老桥也许能证明这一点。"
    )
    assert reports(text) == [("渡口先于桥梁（何远舟，1990：12）", "何远舟")]


@pytest.mark.parametrize(
    "text",
    [
        "法国总统勒鲁瓦说，谈判“非常艰难”。",
        "据山河社报道，法国总统勒鲁瓦在会后说，谈判“非常艰难”。",
        "船东鲁建平强调，并非“清一色”换新船。",
    ],
)
def test_a_short_statement_may_be_half_in_marks(text: str) -> None:
    assert [one[0] for one in reports(text)] == [text.rpartition("，")[2]]
