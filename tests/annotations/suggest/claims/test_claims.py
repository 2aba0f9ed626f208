"""Claims and their types. All sentences are invented."""

from __future__ import annotations

import pytest

from annotations.model import Kind
from annotations.suggest.engine import suggest
from annotations.text.unwrap import find_joins
from annotations.text.views import LogicalView


def claims(text: str, **thresholds: float) -> list[tuple[str, str]]:
    """Claims of a text: type and source text."""
    view = LogicalView(text, find_joins(text))
    found = suggest(view, kinds=frozenset((Kind.CLAIM,)), thresholds=thresholds)
    return [(one.type, text[one.start : one.end]) for one in found]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("全县造林面积达到48万亩，比上年增长12%。", "statistic"),
        ("这条生产线一天能下线三百余台整机。", "statistic"),
        ("百分之六十五的受访者选择了第二种方案。", "statistic"),
        ("连续降雨导致三个乡镇的道路中断。", "causal"),
        ("新算法大幅降低了仿真所需的时间。", "causal"),
        ("由于上游来水减少，水库提前停止发电。", "causal"),
        ("两地之间的直达列车将于明年开通。", "predictive"),
        ("氢能重卡有望成为矿区运输的主力。", "predictive"),
        ("平台应当公开推荐规则的主要参数。", "normative"),
        ("各地必须在汛期之前完成堤防加固。", "normative"),
        ("这是国内首座全部采用木结构的体育馆。", "factual"),
        ("目前的电池尚无法在零下四十度启动。", "factual"),
    ],
)
def test_each_type_has_its_marks(text: str, kind: str) -> None:
    assert claims(text) == [(kind, text)]


@pytest.mark.parametrize(
    "text",
    [
        "谁来为老旧小区的电梯买单？",
        "夕阳落在窗台上，屋里飘着饭香。",
        "把面团切成小块，放入油锅炸三分钟。",
        "本报记者 毛毛雨摄",
        "## 一季度增长12%的背后",
        "[3] 某某. 论某事[J]. 某刊, 2019(2): 11-19.",
    ],
)
def test_what_nobody_would_check_is_no_claim(text: str) -> None:
    assert claims(text) == []


def test_a_reported_claim_is_its_content_alone() -> None:
    text = "环保局局长盛大成指出，工业排放占全市排放总量的三成以上。"
    assert claims(text) == [("statistic", text[text.index("工业") :])]


def test_a_quoted_claim_leaves_the_marks_and_the_speaker() -> None:
    text = "“禁渔期应该再延长两个月。”渔民代表蒲公明说。"
    assert claims(text) == [("normative", "禁渔期应该再延长两个月。")]


def test_connectives_are_left_out() -> None:
    text = "此外，全市还将新建十二座变电站，总投资9亿元。"
    assert claims(text)[0][1] == "全市还将新建十二座变电站，总投资9亿元。"


def test_thresholds_by_type_can_be_moved() -> None:
    text = "连续降雨导致三个乡镇的道路中断。"
    assert claims(text, causal=0.99) == []
    assert claims(text, factual=0.99) == [("causal", text)]


@pytest.mark.parametrize(
    "text",
    [
        # how a study was made
        "共发放问卷900份，回收有效问卷861份。",
        "被试为32名大学生，平均年龄20.3岁。",
        # the wording of a law
        "《反食品浪费法》第七条规定：“餐饮服务经营者违反规定的，处一千元以上一万元以下罚款。”",
        # the last mile is no distance
        "有记者问，快递进村的“最后一公里”怎么走。",
    ],
)
def test_numbers_that_are_no_claims(text: str) -> None:
    assert [one for one in claims(text) if one[0] == "statistic"] == []


def test_what_follows_a_speech_is_claimed_too() -> None:
    text = "“水来了。”管水员步长顺喊。当天，新渠向下游送水14万立方米。"
    assert ("statistic", "当天，新渠向下游送水14万立方米。") in claims(text)


@pytest.mark.parametrize(
    "text",
    [
        "截至上月底，全市现有充电桩4.1万个，市能源局局长戚向东表示，偏远乡镇仍然太少。",
        "上半年全市新签的出口订单增长两成；商会会长鲜于春透露，海外客户占了一半。",
    ],
)
def test_what_goes_before_a_source_is_claimed_too(text: str) -> None:
    shown = [one for kind, one in claims(text) if kind == "statistic"]
    assert shown[0] == text[: len(shown[0])]


@pytest.mark.parametrize(
    "text",
    [
        "去年全县秋粮产量同比增长4.6%",
        "前三季度海铁联运量首次突破300万标箱",
        "城区道路交通事故下降两成，网约车投诉下降31%",
    ],
)
def test_a_headline_that_tells_how_far_something_moved_is_a_claim(text: str) -> None:
    assert claims(text) == [("statistic", text)]


@pytest.mark.parametrize(
    "text",
    [
        "百岁老人的12本日记",
        "果农年入20万元",
        "3000米高原上的邮路",
        "230家企业为新人备好“见面礼”",
    ],
)
def test_a_headline_with_any_other_figure_is_none(text: str) -> None:
    assert claims(text) == []


def test_a_quoted_clause_is_claimed_once() -> None:
    text = "会长狄明辉表示，今年的订单多，“全年产量可达36万台。”"
    assert [one for one in claims(text) if one[0] == "statistic"] == [
        ("statistic", "全年产量可达36万台。")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全縣共有四百餘萬人從事製造業。", "statistic"),
        ("新規將於明年實施，業者應當提早準備。", "predictive"),
        ("連日豪雨導致通往山區的道路全部中斷。", "causal"),
    ],
)
def test_traditional_writing_is_read_too(text: str, expected: str) -> None:
    assert claims(text)[0][0] == expected


def test_each_statement_of_a_sentence_is_judged_without_its_speaker() -> None:
    text = "部长卓越表示，所有航线必须保持畅通，他还强调，任何一方都不得扣押商船。"
    assert claims(text) == [
        ("normative", "所有航线必须保持畅通"),
        ("normative", "任何一方都不得扣押商船。"),
    ]
    text = "总理安娜·罗索称，今年的粮价不应继续上涨，并指出明年进口关税将再降两成。"
    assert [one for _, one in claims(text)] == [
        "今年的粮价不应继续上涨",
        "明年进口关税将再降两成。",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "除了“无船日”，渡口管理10条措施还规定：“夜里不得开船。”",
        "5万比850，数字不会撒谎：来渡口的人少了。",
        "首个休渔日当晚，三千名船家聚在岸边看灯：船灯都亮着。",
    ],
)
def test_what_only_leads_to_a_colon_is_no_claim(text: str) -> None:
    before = text[: text.index("：") + 1]
    assert not [one for _, one in claims(text) if before.endswith((one, f"{one}："))]


@pytest.mark.parametrize(
    "text",
    [
        "图4 六国渡口2001年以来国内投入超过28亿元，增长了三成的趋势图",
        "表2：渡口历年客流，其中2003年增长了12%",
    ],
)
def test_what_stands_below_a_picture_is_no_claim(text: str) -> None:
    assert claims(text) == []


def test_what_a_table_shows_is_a_claim() -> None:
    text = "表2第（1）列显示，渡口的客流在三年里增长了12%。"
    assert [type_ for type_, _ in claims(text)] == ["statistic"]
