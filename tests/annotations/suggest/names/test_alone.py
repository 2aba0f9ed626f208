"""Family names alone, as papers of Hong Kong and Taiwan go on. All is invented."""

from __future__ import annotations

import pytest

from tests.annotations.suggest.found import reports, speakers, speech

_OPENING = "運輸局局長薛守恆與規劃署署長林大喬昨日出席記者會。\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("薛指出，新橋明年通車。", ["薛守恆"]),
        ("薛表示會再諮詢區議會。林補充，諮詢為期三個月。", ["薛守恆", "林大喬"]),
        ("林在介紹圖則時提到，橋面將設單車徑。", ["林大喬"]),
        ("被問到造價，薛則未有正面回應，僅指數字有待審計。", ["薛守恆"]),
        ("而林亦強調，圖則人人可以查閱。", ["林大喬"]),
        ("薛解釋：「橋墩已經驗過三次。」", ["薛守恆"]),
        ("林其後承認，工程曾經超支。", ["林大喬"]),
        # nobody of that name, and words that begin like one
        ("應指出，新橋並非必要。", []),
        ("林區指出的路線沒有採用。", []),
    ],
)
def test_a_family_name_alone_is_whoever_was_named_in_full(
    text: str, expected: list[str]
) -> None:
    assert speakers(_OPENING + text) == expected


def test_of_two_with_one_family_name_the_one_named_last_is_meant() -> None:
    text = (
        "局長陳小川到場視察。陳表示，堤壩沒有滲水。\n"
        "工程師陳大港負責監測。陳指出，水位仍在上升。"
    )
    assert [who for _, who in reports(text)] == ["陳小川", "陳大港"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("裁判官鍾小新今早判刑。鍾官指，被告毫無悔意。", ["鍾小新"]),
        ("署理主任裁判官羅大泉休庭。羅官聞言表示，案件押後再訊。", ["羅大泉"]),
        # the office alone, whose holder was named
        ("裁判官鍾小新認為，證供前後不一。裁判官續說，錄影並不清晰。", ["鍾小新"] * 2),
        ("法官許大強指出，證人可信。法官認為被告早有預謀。", ["許大強"] * 2),
    ],
)
def test_judges_are_called_by_family_name_and_office(
    text: str, expected: list[str]
) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize("name", ["林鄭小娥", "陳方大生"])
def test_married_women_have_two_family_names(name: str) -> None:
    text = f"前司長{name}最早在七月披露計劃。{name}表示，細節容後公布。"
    assert [who for _, who in reports(text)][-1] == name


@pytest.mark.parametrize("adverb", ["只", "又", "亦"])
def test_an_adverb_is_no_given_name(adverb: str) -> None:
    text = f"局長林守仁到場。林{adverb}說：「今天不談這件事。」"
    assert speech(text) == [("「今天不談這件事。」", "林守仁")]


@pytest.mark.parametrize("photographer", ["丁大林", "申小宏"])
def test_whoever_took_a_picture_says_nothing(photographer: str) -> None:
    text = f"六月二日，市长李守强出席会议并讲话。本报记者 {photographer} 摄 李守强指出，渠要先清淤。希望各镇早动手。"
    assert {who for _, who in reports(text)} == {"李守强"}
