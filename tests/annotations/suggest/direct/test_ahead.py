"""Who is named before a quotation without a common reporting word. All is invented."""

from __future__ import annotations

import pytest

from tests.annotations.suggest.found import speech


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("荀子有言：“锲而不舍，金石可镂。”", "荀子"),
        ("孟子曰：“仁者无敌。”", "孟子"),
        ("《列子》载：“愚公年且九十，面山而居。”", "《列子》"),
        ("《渠堰考》亦云：“堰成，田皆沃壤。”", "《渠堰考》"),
        ("《易林·节之颐》曰：“文明之世，销锋铸镝。”", "《易林·节之颐》"),
        # who wrote the book that is quoted
        ("清代许厚《渠堰考》载：“堰成，田皆沃壤。”", "许厚"),
        ("北宋齐大年《河防录》云：“水缓则沙停。”", "齐大年"),
    ],
)
def test_old_books_are_quoted_from_whoever_wrote_them(text: str, speaker: str) -> None:
    assert [who for _, who in speech(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    ["俗语云：“瑞雪兆丰年。”", "古人云：“水到渠成。”", "南岭谚语有云：“春雨贵如油。”"],
)
def test_a_saying_is_nobodys(text: str) -> None:
    assert speech(text) == []


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("妻子端来一碗面。\n我愣了半天，低声说：“明天就去报名。”", ["我"]),
        ("师傅问我：“学会了没有？”我点点头，大声说：“学会了！”", ["师傅", "我"]),
    ],
)
def test_whoever_tells_a_story_speaks_after_what_they_do(
    text: str, speakers: list[str]
) -> None:
    assert [who for _, who in speech(text)] == speakers
