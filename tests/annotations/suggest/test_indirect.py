"""Indirect statements: content, source and cue. All sentences are invented."""

from __future__ import annotations

import pytest

from annotations.model import Kind
from annotations.suggest.engine import suggest
from annotations.suggest.lexicon import Lexicon
from annotations.text.unwrap import find_joins
from annotations.text.views import LogicalView, logical_text


def statements(text: str, lexicon: Lexicon | None = None) -> list[tuple[str, str, str]]:
    """Indirect quotes of a text: logical content, speaker, cue."""
    joins = find_joins(text)
    found = suggest(
        LogicalView(text, joins), lexicon or Lexicon(), kinds=frozenset((Kind.QUOTE,))
    )
    return [
        (logical_text(text, joins, one.spans[0]), one.speaker, one.cue)
        for one in found
        if one.type == "indirect"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # somebody says, thinks, stresses …
        ("林业局副局长柏松涛表示，今年造林面积不减。", ("今年造林面积不减。", "柏松涛", "表示")),
        ("研究员尤丽认为这一结果不足为凭，还要重复三次。", ("这一结果不足为凭，还要重复三次。", "尤丽", "认为")),
        ("她的导师、昆虫学家翟一鸣进一步指出：蜂群减少另有原因。", ("蜂群减少另有原因。", "翟一鸣", "指出")),
        # in the eyes of
        ("在设计师梅以安看来，老房子的窗子最该留下。", ("老房子的窗子最该留下。", "梅以安", "在…看来")),
        ("在不少村民眼里，这条路就是一条财路。", ("这条路就是一条财路。", "不少村民", "在…眼里")),
        # according to
        ("据县气象台统计，入夏以来共下了四场透雨。", ("入夏以来共下了四场透雨。", "县气象台", "统计")),
        ("据知情人士透露，谈判已经进入尾声。", ("谈判已经进入尾声。", "知情人士", "透露")),
        ("根据国家统计局发布的数据，一季度粮价下降两成。", ("一季度粮价下降两成。", "国家统计局", "根据")),
        ("记者从市交通运输局获悉，跨江隧道下月试通车。", ("跨江隧道下月试通车。", "市交通运输局", "获悉")),
        # papers
        ("中国银行业协会报告显示，去年新增网点不到三百家。", ("去年新增网点不到三百家。", "中国银行业协会", "显示")),
        ("联合国开发计划署发布的报告指出，差距仍在扩大。", ("差距仍在扩大。", "联合国开发计划署", "指出")),
        # unnamed and collective
        ("与会代表普遍认为，规则要先于技术。", ("规则要先于技术。", "与会代表", "认为")),
        ("多位业内人士建议，先清库存再谈扩产。", ("先清库存再谈扩产。", "多位业内人士", "建议")),
        # announced by a noun and a colon
        ("对于迟到的理由，车队队长甘霖有自己的解释：山里起了大雾，谁也不敢开快。", ("山里起了大雾，谁也不敢开快。", "甘霖", "解释")),
        ("护林员屈大川算了一笔账：一亩松林一年能存三吨水。", ("一亩松林一年能存三吨水。", "屈大川", "一笔账")),
    ],
)  # fmt: skip
def test_source_cue_and_content_are_told_apart(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert statements(text) == [expected]


def test_the_content_runs_on_until_somebody_else_speaks() -> None:
    text = (
        "馆长鲍延年认为，展览不能只给内行看。说明牌要让孩子读得懂。"
        "策展人柳絮表示，字数已经减了一半。\n\n展览将持续到年底。"
    )
    assert statements(text) == [
        ("展览不能只给内行看。说明牌要让孩子读得懂。", "鲍延年", "认为"),
        ("字数已经减了一半。", "柳絮", "表示"),
    ]


def test_the_content_stops_where_the_reporter_goes_on() -> None:
    text = "教练员骆飞说，队员还需要一个冬天。记者在训练馆看到，灯一直亮到深夜。"
    assert statements(text) == [("队员还需要一个冬天。", "骆飞", "说")]
    text = "区教育局数据显示，全区有四十所小学。放学时分，校门口挤满了人。"
    assert statements(text) == [("全区有四十所小学。", "区教育局", "显示")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("总会计师房知秋主持会议。她指出，账要算在明处。", "房知秋"),
        ("设计院院长晏清介绍，图纸改了七稿。他认为，第八稿才是开始。", "晏清"),
        ("作曲家仲夏夜走上台。谈到新作，仲夏夜说，旋律来自民歌。", "仲夏夜"),
        ("画家阿尔贝·杜邦来过三次。杜邦认为，这里的光线最好。", "阿尔贝·杜邦"),
        ("农学教授田野站在地头。田教授认为，苗情好于去年。", "田野"),
    ],
)
def test_one_person_is_one_name(text: str, speaker: str) -> None:
    assert {who for _, who, _ in statements(text)} == {speaker}


def test_a_quote_and_the_words_after_it_are_two() -> None:
    text = "“样本太少。”统计学家方若谷表示，现在下结论为时过早。"
    found = suggest(LogicalView(text, find_joins(text)), kinds=frozenset((Kind.QUOTE,)))
    assert [(one.type, one.speaker) for one in found] == [
        ("direct", "方若谷"),
        ("indirect", "方若谷"),
    ]


def test_enumerated_paragraphs_belong_to_the_one_who_is_announced() -> None:
    text = (
        "就此，编审毕昇生从两方面谈了自己的看法：\n\n一方面，稿源在减少，好稿子更少。\n\n"
        "另一方面，读者的耐心也在减少。\n\n编辑部的灯亮了一夜。"
    )
    content = text[text.index("一方面") : text.index("\n\n编辑部")]
    assert statements(text) == [(content, "毕昇生", "看法")]


@pytest.mark.parametrize(
    "text",
    [
        "笔者认为，此事不宜再拖。",
        "本文认为，样本的代表性有限。",
        "记者注意到，货架空了一半。",
        "据悉，大桥下月通车。",
        "总的来说，收成不错。",
        "也就是说，门票白买了。",
        "这是最高法院的司法解释，各地都要执行。",
        "街道两旁的老槐树，据说有三百年了。",
        "小说，是一种孤独的手艺。",
        "双方表示祝贺，并互赠礼品。",
        "按照市委部署，各区分头行动。",
    ],
)
def test_the_texts_own_voice_and_lookalikes_are_no_statements(text: str) -> None:
    assert statements(text) == []


def test_the_users_cues_state() -> None:
    text = "老把式秦岭生念叨说，地要歇一年。场长尚可为放话，明年不种了。"
    lexicon = Lexicon(cues=("放话",))
    assert ("明年不种了。", "尚可为", "放话") in statements(text, lexicon)
    assert all(cue != "放话" for _, _, cue in statements(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # cited literature, in a paper
        ("摘要：略。\n\n屠云（2018）对三省的研究发现，收入越低越不愿贷款。", ("收入越低越不愿贷款。", "屠云", "发现")),
        ("摘要：略。\n\n梅青和卓尔（2020）的研究表明，女性更谨慎。", ("女性更谨慎。", "梅青", "表明")),
        ("摘要：略。\n\nFuchs等（2015）认为模型高估了风险。", ("模型高估了风险。", "Fuchs", "认为")),
        # 不, 一 and 过度 begin a statement after most cues
        ("护士长禹静认为不应把家属挡在门外。", ("不应把家属挡在门外。", "禹静", "认为")),
        ("专家指出过度包装推高了成本。", ("过度包装推高了成本。", "专家", "指出")),
        # an argument goes on although a quote follows
        ("馆长井宁说，古籍怕潮。修复室必须恒温恒湿。“差一度都不行。”", ("古籍怕潮。修复室必须恒温恒湿。", "井宁", "说")),
        ("所长池晚表示，样本太少。下结论需要更长时间。“再等两年。”", ("样本太少。下结论需要更长时间。", "池晚", "表示")),
        # accusations
        ("工会主席法兰·杜博指责公司隐瞒了事故次数。", ("公司隐瞒了事故次数。", "法兰·杜博", "指责")),
        ("邻国总统敦促双方立即停火并恢复谈判。", ("双方立即停火并恢复谈判。", "邻国总统", "敦促")),
        # when a body issued its paper is no part of its name
        ("世界气象中心上周发布的公报说，海温仍在升高。", ("海温仍在升高。", "世界气象中心", "说")),
        ("国际粮农署本月发布的报告显示，小麦减产一成。", ("小麦减产一成。", "国际粮农署", "显示")),
    ],
)  # fmt: skip
def test_more_ways_to_report(text: str, expected: tuple[str, str, str]) -> None:
    assert statements(text)[:1] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "《渔港管理条例》规定，渔船应当按期检验。",
        "根据《城市更新规划》，北片区将增加三处公园。",
        "问：有市民反映，公交末班车太早，能否推迟？",
        "有记者问，草莓为什么便宜了？",
    ],
)
def test_rules_plans_and_questions_state_nothing(text: str) -> None:
    assert statements(text) == []


def test_what_somebody_goes_on_to_tell_is_a_new_statement() -> None:
    text = "主犯苟某供述，软件是买来的。据其交代，一套卖八百元。"
    assert statements(text) == [
        ("软件是买来的。", "苟某", "供述"),
        ("一套卖八百元。", "苟某", "交代"),
    ]


def test_those_who_are_told_are_no_part_of_what_is_told() -> None:
    assert statements("店员祁红告诉民警，钱是前一天晚上少的。") == [
        ("钱是前一天晚上少的。", "祁红", "告诉民警")
    ]
    assert statements("队长安远告诉家属，搜救没有停止。") == [
        ("搜救没有停止。", "安远", "告诉家属")
    ]
