"""Types of claims by their words. All sentences are invented."""

from __future__ import annotations

import pytest

from annotations.suggest.claims.typed import typed
from tests.annotations.suggest.claims.test_claims import claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is called for, though its effects are told
        ("企业应加强培训，从而提升工人的操作水平。", "normative"),
        ("各县要用好这笔资金，推动老旧管网改造。", "normative"),
        # a cause before the demand
        ("由于管道老化，供水公司必须分段停水。", "causal"),
        # what means to have an effect has none yet
        ("为了让孩子吃得放心，食堂公开了采购清单。", "factual"),
        ("协会着力促进两地茶商的往来，已建立三个联络点。", "factual"),
        # more and more is no cause
        ("来这里学手艺的年轻人越来越多。", "factual"),
        # cause by other words
        ("随着渔船大量减少，近海的鱼群正在恢复。", "causal"),
        ("遮阳网能够降低棚内温度。", "causal"),
        ("土壤盐碱化是减产的主要原因。", "causal"),
        ("持续低温给春播带来不小的压力。", "causal"),
        # 将 before an adverb or a verb, not before what is handled
        ("市里将大力整治占道停车。", "predictive"),
        ("公司将取消纸质工单。", "predictive"),
        ("工人将旧砖码放整齐，砖缝仍没有对齐。", "factual"),
        # may be, and may become
        ("这只陶罐可能属于明代早期。", "factual"),
        ("旺季的客流可能继续增加。", "predictive"),
        ("如果水位继续上涨，下游三个乡镇可能停电。", "predictive"),
        ("一旦关税生效，出口商将把产线搬到邻国。", "predictive"),
        # 因 that names a charge, not a cause
        ("该公司会计因涉嫌挪用公款被检察机关批准逮捕。", "factual"),
        # 要, 需 and 应 that demand, and that do not
        ("监管部门要公开抽检的全部结果。", "normative"),
        ("运营方需在站台两端加装护栏。", "normative"),
        ("这道工序仍需老师傅手工完成，机器难以代替。", "factual"),
        ("挤出效应在县城最为明显。", "factual"),
        ("值班员的叫应电话持续到天亮。", "factual"),
        # until a year that is over, and until one that is not
        ("从1987年到2021年，他一直是灯塔唯一的守护人。", "factual"),
        ("到2035年，全县主要河流达到三类水质。", "predictive"),
    ],
)
def test_a_type_is_told_by_its_words(text: str, expected: str) -> None:
    found = typed(text)
    assert found is not None
    assert found[0] == expected


@pytest.mark.parametrize(
    "text",
    [
        "他们愿意在来年扩大两地的合作。",
        "首届陶瓷烧制技艺研讨会在会展中心召开。",
    ],
)
def test_wishes_and_meetings_are_hardly_claims(text: str) -> None:
    found = typed(text)
    assert found is None or found[1] < 0.6


def test_what_somebody_calls_for_is_normative() -> None:
    assert typed("双方立即交换名单。", "敦促") == ("normative", 0.7)
    assert typed("双方立即交换名单。", "透露") != ("normative", 0.7)


def test_what_a_body_states_is_factual_without_any_sign() -> None:
    assert typed("两家工厂共用一条水渠，账却分开记。", "通报") is not None
    assert typed("两家工厂共用一条水渠，账却分开记。", "说") is None
    assert typed("两家工厂共用一条水渠，账却分开记。") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "老城区地下的排水管网已经严重老化，有关部门应尽快安排资金逐段更换。",
            ["factual", "normative"],
        ),
        (
            "去年的试点没有达到预期的效果，但新一轮试点将于下月启动。",
            ["factual", "predictive"],
        ),
        ("这套系统已经覆盖全部社区，而且没有发生过一次误报。", ["factual"]),
    ],
)
def test_a_sentence_with_two_types_is_two_claims(
    text: str, expected: list[str]
) -> None:
    assert [kind for kind, _ in claims(text, factual=0.4)] == expected
