"""Whose word 指 is where no mark stands behind it. All sentences are invented."""

from __future__ import annotations

import pytest

from tests.annotations.suggest.found import reports


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # 指 without a mark, right behind whoever says it
        ("教授鄭大榮出席論壇。他指中方有三張王牌。", [("中方有三張王牌。", "鄭大榮")]),
        (
            "裁判官羅大泉指案情嚴重，押後案件索取報告。",
            [("案情嚴重，押後案件索取報告。", "羅大泉")],
        ),
        ("被告父親則指不明白為何要再押。", [("不明白為何要再押。", "被告父親")]),
        (
            "有報道指當中一些事件發生在學院之內。",
            [("當中一些事件發生在學院之內。", "報道")],
        ),
        ("聲明指，警方未有諮詢業界。", [("警方未有諮詢業界。", "聲明")]),
        # where a clause begins, of whoever did something before
        (
            "議員馬國平早前披露一份內部文件，指渡船凌晨出過一次任務，事後沒有記錄。",
            [("渡船凌晨出過一次任務，事後沒有記錄。", "馬國平")],
        ),
        (
            "議員羅志明批評渡口處，又指票價沒有理由再加。",
            [("票價沒有理由再加。", "羅志明")],
        ),
        # but not of whoever is charged with something, or reads it
        ("船主羅志明被控一項「非法載客」罪，指他在雨夜開船，沒有牌照。", []),
        ("船主羅志明收到法庭來信，指他要準備文件，不得離開渡口。", []),
        # and what is said of somebody, or no 指 at all
        ("其雙親拍片，卻遭網民指長相嚇人。", []),
        ("指数基金在年内规模翻番，消费者指尖一划就能买到。", []),
        ("羅家驄有「末日博士」之稱，愛研究歷史數據。", []),
        ("陳小春素有「廟街歌王」之稱，唱遍大小酒樓。", []),
    ],
)  # fmt: skip
def test_who_points_something_out_without_a_mark(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected
