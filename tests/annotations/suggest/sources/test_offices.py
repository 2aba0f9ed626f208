"""Who holds an office that a text points back to. All is invented."""

from __future__ import annotations

import pytest

from tests.annotations.suggest.found import reports


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an office that was named and has not spoken yet
        ("水利部发言人12日就汛情答记者问。\n这位发言人说，大堤安全。", ["水利部发言人"]),
        ("新华社海城6月2日电 港务局发言人2日发表谈话。\n这位发言人表示，航道已恢复。\n发言人强调，今夜不再封航。", ["港务局发言人", "港务局发言人"]),
        # one that has, by less of its name or by its kind
        ("某县供销社粮库负责人透露，库容不够。\n上述粮库负责人坦言，扩建没有钱。", ["某县供销社粮库负责人"] * 2),
        ("某县供销社粮库负责人透露，库容不够。\n前述粮库负责人坦言，扩建没有钱。", ["某县供销社粮库负责人"] * 2),
        ("柳林县航道局有关负责人介绍，渡船已有九条。\n有关负责人表示，还要添三条。", ["柳林县航道局有关负责人"] * 2),
        ("市园林局局长许知秋说，银杏不换。该负责人还表示，枯枝月底前剪完。", ["许知秋", "许知秋"]),
        ("该县一位干部坦言，账早就对不上了。", ["该县一位干部"]),
        ("该校校长说，操场下周开放。", ["该校校长"]),
        # the highest ones have one holder in a text
        ("北岭国总统希尔德到访渔港。\n在码头，总统表示，海禁下月解除。", ["希尔德"]),
        ("南湖国首相林德贝尔视察灯塔。\n首相动情地说，看灯人不能再少了。", ["林德贝尔"]),
    ],
)  # fmt: skip
def test_offices_are_as_the_text_introduced_them(
    text: str, expected: list[str]
) -> None:
    assert [speaker for _, speaker in reports(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what a body is called by again
        (
            "海国预算办公室(OBR)测算，税收占比将升至38%。该机构同时指出，纳税人会更多。",
            [("税收占比将升至38%。", "海国预算办公室"), ("纳税人会更多。", "海国预算办公室")],
        ),
        # whoever was asked
        (
            "市医院教授黄荷小介绍，指标还不全。\n这位专家指出，随访要满一年。",
            [("指标还不全。", "黄荷小"), ("随访要满一年。", "黄荷小")],
        ),
    ],
)  # fmt: skip
def test_every_body_and_every_expert_may_be_pointed_back_to(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("学者林石青和周满仓认为，渡口应当保留。这两位学者指出，渡口是两岸的记忆。", "林石青和周满仓"),
        ("船东郑海川、孟小瑾表示，票价要降。这两位船东指出，降到五元就行。", "郑海川、孟小瑾"),
    ],
)  # fmt: skip
def test_two_who_have_spoken_together_are_pointed_back_to_together(
    text: str, speaker: str
) -> None:
    assert [one for _, one in reports(text)] == [speaker, speaker]
