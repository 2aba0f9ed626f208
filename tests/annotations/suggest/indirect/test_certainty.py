"""How sure it is that somebody states something. All sentences are invented."""

from __future__ import annotations

import pytest

from tests.annotations.suggest.found import reports, statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a view right behind a paper's name
        ("该报告认为清淤的账被算小了一半。", [("清淤的账被算小了一半。", "报告")]),
        ("报道称渡口的票价一年没有动过。", [("渡口的票价一年没有动过。", "报道")]),
        ("命令强调该决定从一开始就没有效力。", [("该决定从一开始就没有效力。", "命令")]),
        ("声明强调绝不允许新船坞占用河道。", [("绝不允许新船坞占用河道。", "声明")]),
        # drafts provide for things
        ("草案二审稿提出要建立巡堤机制，由各村轮流值守。", [("要建立巡堤机制，由各村轮流值守。", "草案二审稿")]),
        ("此外，条例草案进一步明确国家完善渡运补贴制度，扩大范围。", [("国家完善渡运补贴制度，扩大范围。", "条例草案")]),
        ("若干措施提出，在有条件的码头设立候船室。", [("在有条件的码头设立候船室。", "若干措施")]),
        ("除此以外，“第二期修渠基本计划”还提出渠口应该有更多水站，为农户提供便利。", [("渠口应该有更多水站，为农户提供便利。", "第二期修渠基本计划")]),
        # the wording of a law is nobody's statement, what it makes clear is
        ("《森林法》规定，任何人不得擅自采伐。", []),
        ("《渡口管理规定》规定，渡船不得超载。", []),
        ("《养犬管理条例》明确，烈性犬不得进城。", [("烈性犬不得进城。", "《养犬管理条例》")]),
        ("《渡口管理办法》强调，重大问题要由多家水站分别完成。", [("重大问题要由多家水站分别完成。", "《渡口管理办法》")]),
        ("今年修订的《渡口管理规定》明确，渡船不得超载。", [("渡船不得超载。", "《渡口管理规定》")]),
    ],
)  # fmt: skip
def test_papers_and_drafts_state_and_laws_do_not(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "省渔业工作报告首次提出要“让每条船都有自己的泊位”。",
            ("要“让每条船都有自己的泊位”。", "省渔业工作报告", "提出"),
        ),
        (
            "“蓝湾”规划中提出加快修复红树林，保护滩涂。",
            ("加快修复红树林，保护滩涂。", "“蓝湾”规划", "提出"),
        ),
    ],
)  # fmt: skip
def test_plans_state_what_is_to_be_done(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert statements(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a demand after what else a body did
        ("省卫生委对巡诊提出了更高要求，要求每支队伍不少于八人。", [("每支队伍不少于八人。", "省卫生委")]),
        ("港务局对值守作出调整，要求各泊位夜里至少留两人。", [("各泊位夜里至少留两人。", "港务局")]),
        # what somebody asks a court for
        ("一怒之下，周女士将钱某起诉至区法院，要求确认买卖合同无效。", [("确认买卖合同无效。", "周女士")]),
    ],
)  # fmt: skip
def test_a_demand_may_follow_what_else_was_done(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("合议庭依据合同第六条和双方往来邮件，最终认定违约的是卖方。", [("违约的是卖方。", "合议庭", "认定")]),
        ("调查组在现场走访和调取监控之后，认为起火原因是线路老化。", [("起火原因是线路老化。", "调查组", "认为")]),
    ],
)  # fmt: skip
def test_an_adverbial_may_part_a_body_from_its_reporting_word(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert statements(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("法院审理后认为，两船都有过错。", ("两船都有过错。", "法院", "认为")),
        (
            "主管部门既缺人手，又怕担责任，认为不出事就行。",
            ("不出事就行。", "主管部门", "认为"),
        ),
    ],
)  # fmt: skip
def test_bodies_state_what_follows_from_what_they_did_or_lack(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert statements(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # by whose count, and not by what class
        ("沙湾县水利局统计，灌区内已成立一百五十家用水社。", [("灌区内已成立一百五十家用水社。", "沙湾县水利局")]),
        ("按产品类别统计，检测鸡蛋样品两千批，超标八批。", []),
        # what is expected of somebody, and what somebody suffers
        ("反对派遭到党首李小明的严厉批评，李小明是热门人选。李小明预计将采取和解的路线。", []),
    ],
)  # fmt: skip
def test_who_counts_states_something_and_of_whom_something_is_expected_does_not(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "《渡运发展中长期规划（2021—2035年）》明确重点发展电动渡船。",
        "市里的实施方案明确重点支持老码头改造。",
    ],
)
def test_a_plan_states_what_comes_first(text: str) -> None:
    assert [said[:2] for said, _ in reports(text)] == ["重点"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what somebody calls on people to do
        ("市长陈远山来到船校。他要求首先要统一认识，分步修好码头。", "首先要统一认识，分步修好码头。"),
        ("市长陈远山来到河口。他要求各级干部在修渠过程中，要把账算清楚。", "各级干部在修渠过程中，要把账算清楚。"),
        ("县长祝青原写信给船东，要求在两天内撤销停航的决定。", "在两天内撤销停航的决定。"),
        ("市长陈远山来到船校。他勉励同学们要以老船工为榜样，刻苦学习。", "同学们要以老船工为榜样，刻苦学习。"),
        ("站长沈一舟叮嘱船工们不要在雾里开船，也不要超载。", "船工们不要在雾里开船，也不要超载。"),
        # what is void, and what is said to the point
        ("希腊总理卡洛斯发布命令，宣布两个港口作出的决定无效。", "两个港口作出的决定无效。"),
        ("县长祝青原宣布旧码头的租约从此无效。", "旧码头的租约从此无效。"),
        ("会长罗春山说得一针见血：票价早就不够修船了。", "票价早就不够修船了。"),
        ("会长罗春山说得很干脆：船要修，票价不能动。", "船要修，票价不能动。"),
        # what somebody's verdict is
        ("合金专家王文炎对报告的评价是：推心置腹，语重心长。", "推心置腹，语重心长。"),
        ("馆长沈一舟的看法是：渡口还能开十年。", "渡口还能开十年。"),
    ],
)  # fmt: skip
def test_calls_verdicts_and_words_to_the_point_are_stated(
    text: str, expected: str
) -> None:
    assert [said for said, _ in reports(text)] == [expected]
