"""Quotations without a speaker, in texts in which one person speaks. All is invented."""

from __future__ import annotations

import pytest

from tests.annotations.suggest.found import speech

_PORTRAIT = """护林人岑月白在山里守了三十年。

岑月白说：“山是有脾气的。”岑月白认为，巡山不能只靠腿。

春天防火，秋天防盗。

“每棵老树的样子都要记牢，比记在纸上管用。”

岑月白指出：“路要天天走，才叫路。”

雪线一年比一年高，瞭望塔也换了新的。

“先看云的走向，再看路的深浅。”
"""
_SPEECH = """郁守拙主任在会上谈治水。

郁守拙主任强调：“修渠先修路。”

干渠今年全部换新，七个乡镇受益。

“不能让老百姓吃过夜的水。”

郁守拙主任指出：“水价要算细账。”“账要贴在墙上。”

旱塬上的庄稼一天一个样。

“一定要把水送到最后一块地。”
"""


@pytest.mark.parametrize(
    ("text", "speaker"), [(_PORTRAIT, "岑月白"), (_SPEECH, "郁守拙")]
)
def test_they_are_the_only_speakers(text: str, speaker: str) -> None:
    said = speech(text)
    assert len(said) >= 4
    assert {who for _, who in said} == {speaker}


@pytest.mark.parametrize(
    "more",
    [
        # somebody else speaks as well
        "\n霍青野说：“他连做梦都在巡山。”\n",
        # others are named as often
        "\n护林员霍青野、晏小楼、何朴、马识途和陆平安来过。霍青野、晏小楼、何朴、马识途和陆平安都走了。\n",
    ],
)
def test_they_are_nobodys_where_another_may_speak(more: str) -> None:
    said = dict(speech(_PORTRAIT.replace("\n春天", f"{more}\n春天")))
    assert said["“先看云的走向，再看路的深浅。”"] == ""


def test_somebody_without_a_name_speaks_for_themselves() -> None:
    text = _PORTRAIT + "\n毒贩拍着他的肩，压低嗓子说：“兄弟，今晚别走了。”\n"
    assert dict(speech(text))["“兄弟，今晚别走了。”"] != "岑月白"
