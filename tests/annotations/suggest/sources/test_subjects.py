"""Which of several people named in a clause acts in it."""

from __future__ import annotations

import pytest

from tests.annotations.suggest.found import speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("院长罗云峰握着护士长邢玉兰的手说：“辛苦了。”", "罗云峰"),
        ("站长罗云峰拍拍调度员邢启明的肩膀说：“今晚我值班。”", "罗云峰"),
        ("校长罗云峰表扬教师邢玉兰：“你这堂课讲得好。”", "罗云峰"),
        ("主教练罗云峰换下了队长石磊。他解释说，石磊有伤。", "罗云峰"),
        ("护士长邢玉兰是院长罗云峰的妻子。她说：“他太累了。”", "邢玉兰"),
        ("民警罗云峰多次劝导村民石磊。他说：“石磊不是坏人。”", "罗云峰"),
    ],
)
def test_somebody_with_a_title_is_no_part_of_the_next_ones(
    text: str, speaker: str
) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("罗云峰教授的学生尹红梅说，老师从不迟到。", "尹红梅"),
        ("罗云峰书记的妻子尹红梅也来了。她说：“我是来帮忙的。”", "尹红梅"),
        ("启明公司董事长王强的司机李海说，他那天没上班。", "李海"),
        ("提起院长罗云峰，护士长邢玉兰很敬佩。她说：“他只想着病人。”", "邢玉兰"),
        ("受院长罗云峰影响，护士长邢玉兰留了下来。她说：“没什么可怕。”", "邢玉兰"),
        ("在院长罗云峰鼓励下，护士长邢玉兰开了门诊。她说：“没什么可怕。”", "邢玉兰"),
    ],
)
def test_whoever_is_only_told_of_on_the_way_does_not_speak(
    text: str, speaker: str
) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize("deed", ["拉着医生罗云的手", "握着护士罗云的手"])
def test_whom_somebody_holds_is_not_who_speaks(deed: str) -> None:
    assert speakers(f"“大夫，我妈还有救吗？”家属{deed}。") == ["家属"]


@pytest.mark.parametrize("lead", ["就连", "就算是", "哪怕", "连"])
def test_even_whoever_speaks_is_no_part_of_them(lead: str) -> None:
    text = f"{lead}上游渡口的船工也说，这样的水位从没见过。"
    assert speakers(text) == ["上游渡口的船工"]
