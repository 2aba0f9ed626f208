"""Whom 他 and 她 stand for. All is invented."""

from __future__ import annotations

import pytest

from tests.annotations.suggest.found import speech


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # 他 from paragraph to paragraph, nobody else in between
        (
            "邮递员孙立本推开门。\n\n他把信放在桌上。\n\n他又给炉子添了煤。\n\n“再等一天。”他低声说。",
            ["孙立本"],
        ),
        (
            "船工于芳站在船头。\n\n她量了水深。\n\n她收起缆绳。\n\n她回到舱里。\n\n她说：“开船吧。”",
            ["于芳"],
        ),
        # a paragraph without her or him, and nobody is meant
        (
            "邮递员孙立本推开门。\n\n雪下了一夜。\n\n山路都封了。\n\n炉子早已熄了。\n\n“再等一天。”他低声说。",
            [""],
        ),
    ],
)
def test_a_pronoun_is_passed_on_by_paragraphs_that_have_it(
    text: str, speakers: list[str]
) -> None:
    assert [who for _, who in speech(text)] == speakers
