"""Views that are told by what is held alone. All sentences are invented."""

from __future__ import annotations

import pytest

from tests.annotations.suggest.found import reports, speech, statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第一种观点认为，河是自己改道的。第二种观点认为是挖沙挖的。", [("河是自己改道的。", "第一种观点"), ("是挖沙挖的。", "第二种观点")]),
        ("一种意见认为，应该先修码头；另一种则认为，先买新船。", [("应该先修码头", "一种意见"), ("先买新船。", "另一种")]),
    ],
)  # fmt: skip
def test_several_views_are_told_apart(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a view of nobody in particular
        (
            "也有观点指出，数字渔网会让小船失业。",
            ("数字渔网会让小船失业。", "有观点", "指出"),
        ),
        (
            "另有一种说法认为，这座塔建于宋代。",
            ("这座塔建于宋代。", "有一种说法", "认为"),
        ),
        # people in general
        ("很多人说，做善事要凭良心。", ("做善事要凭良心。", "很多人", "说")),
        ("受访人一直表示只领到四十元。", ("只领到四十元。", "受访人", "表示")),
    ],
)  # fmt: skip
def test_a_view_may_be_of_nobody_in_particular(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert statements(text) == [expected]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("不少船户近日透露，渔汛提前了半个月。", "不少船户"),
        ("许多居民多次反映，桥上的灯不亮。", "许多居民"),
        ("不少村民同时提醒，雨天路滑。", "不少村民"),
        ("“雨来得太急了。”不少游客一边收伞一边说。", "不少游客"),
        # and kinds that no word of what they do follows
        ("多家学生刊物联合声明指出，规定不能追溯。", "多家学生刊物"),
    ],
)
def test_several_people_are_named_without_what_they_do(text: str, speaker: str) -> None:
    assert [one for _, one in (*speech(text), *reports(text))] == [speaker]
