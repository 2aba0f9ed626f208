"""Traditional characters, and words of Taiwan and Hong Kong. All is invented."""

from __future__ import annotations

import pytest

from tests.annotations.suggest.found import statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is a report on the mainland by another character
        ("據海州社報導，新橋下月通車。", ("新橋下月通車。", "海州社", "報導")),
        ("《海州日報》報導，新橋下月通車。", ("新橋下月通車。", "海州日報", "報導")),
        ("据《海州日报》报导，新桥下月通车。", ("新桥下月通车。", "海州日报", "报导")),
        # how statements are told there
        ("議員林志遠痛批，碼頭的燈壞了一年。", ("碼頭的燈壞了一年。", "林志遠", "痛批")),
        ("會長丁可風喊話，舊橋不能拆。", ("舊橋不能拆。", "丁可風", "喊話")),
        ("運輸署發言人指，事故原因仍在調查。", ("事故原因仍在調查。", "運輸署發言人", "指")),
        ("署長溫靜遠指，渡輪明年加班。", ("渡輪明年加班。", "溫靜遠", "指")),
    ],
)  # fmt: skip
def test_words_of_other_presses(text: str, expected: tuple[str, str, str]) -> None:
    assert statements(text) == [expected]
