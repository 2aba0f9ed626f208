"""Edits of every kind: what is beyond doubt moves, what is not waits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.anchoring.comparable import Comparable
from annotations.anchoring.relocation import Relocator
from annotations.model import Doubt, Span

QUOTE = "“等了六年，总算不用绕路了。”"
PARAGRAPHS = [
    "河埠新桥通车",
    "本报讯　河埠镇新桥二十日通车，两岸居民不必再绕行十二公里的山路。",
    f"{QUOTE}菜农罗春山说，他每天清早都要把菜送到对岸的市场去。",
    "镇建设办主任许敏认为，新桥将把过河时间缩短四十分钟，货车也能走。",
    "据统计，通车首日车流达三万两千辆次，比预计多出一成，警方加派了人手。",
    "市民周岚带着孩子在桥上放风筝，她说这是孩子第一次在这么高的地方看江。",
]
OLD = "\n\n".join(PARAGRAPHS) + "\n"


def span_of(text: str, words: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def found(
    old: str, new: str, words: str, nth: int = 0
) -> tuple[Doubt | None, list[str]]:
    relocation = Relocator(old, new).relocate([span_of(old, words, nth)])
    return relocation.doubt, [
        new[one.spans[0].start : one.spans[0].end] for one in relocation.proposals
    ]


def sure(old: str, new: str, words: str, nth: int = 0) -> Span:
    relocation = Relocator(old, new).relocate([span_of(old, words, nth)])
    assert relocation.doubt is None, relocation
    (proposal,) = relocation.proposals
    return proposal.spans[0]


def test_what_stands_before_may_grow_or_go() -> None:
    for new in (
        OLD.replace("本报讯", "【更正】本版昨日所载有误，今重新刊出。\n\n本报讯"),
        OLD.replace(PARAGRAPHS[1] + "\n\n", ""),
        "责任编辑：高一凡\n\n" + OLD + "\n（完）\n",
    ):
        assert sure(OLD, new, QUOTE) == span_of(new, QUOTE)


def test_an_insertion_right_at_the_edge_stays_outside() -> None:
    new = OLD.replace(QUOTE, f"在桥头，记者遇到了挑担的人。{QUOTE}")
    assert sure(OLD, new, QUOTE) == span_of(new, QUOTE)
    new = OLD.replace(QUOTE, f"{QUOTE}五十七岁的")
    assert sure(OLD, new, QUOTE) == span_of(new, QUOTE)


def test_a_small_insertion_inside_is_taken_in() -> None:
    longer = "“等了整整六年，总算不用绕路了。”"
    new = OLD.replace(QUOTE, longer).replace("十二公里", "12公里")
    assert sure(OLD, new, QUOTE) == span_of(new, longer)


def test_a_large_insertion_inside_is_asked_about() -> None:
    longer = "“等了六年，中间换了三任镇长，跑断了多少人的腿，总算不用绕路了。”"
    doubt, texts = found(OLD, OLD.replace(QUOTE, longer), QUOTE)
    assert doubt is Doubt.MOVED
    assert texts == [longer]


def test_lines_wrapped_anew_and_marks_of_another_width_change_nothing() -> None:
    columns = "\n\n".join(
        "\n\n".join(one[at : at + 13] for at in range(0, len(one), 13))
        for one in PARAGRAPHS
    )
    place = sure(OLD, columns, QUOTE)
    assert "".join(columns[place.start : place.end].split()) == QUOTE
    ascii_marks = OLD.translate(str.maketrans("，。“”", ',."\x22'))
    assert sure(OLD, ascii_marks, QUOTE) == span_of(OLD, QUOTE)
    assert sure(
        ascii_marks, OLD, QUOTE.translate(str.maketrans("，。“”", ',."\x22'))
    ) == (span_of(OLD, QUOTE))


def test_a_misread_character_that_was_corrected() -> None:
    misread = OLD.replace("绕路了", "统路了").replace("缩短四十", "缩矩四十")
    assert sure(misread, OLD, QUOTE.replace("绕", "统")) == span_of(OLD, QUOTE)
    claim = "新桥将把过河时间缩短四十分钟"
    assert sure(misread, OLD, claim.replace("短", "矩")) == span_of(OLD, claim)


def test_a_paragraph_that_went_elsewhere() -> None:
    moved = [PARAGRAPHS[n] for n in (0, 1, 3, 4, 5, 2)]
    new = "\n\n".join(moved) + "\n"
    assert sure(OLD, new, QUOTE) == span_of(new, QUOTE)
    sentence = PARAGRAPHS[5]
    assert sure(OLD, new, sentence) == span_of(new, sentence)


def test_a_short_word_is_held_by_what_stands_around_it() -> None:
    new = OLD.replace("本报讯", "本报河埠二十日讯").replace("据统计", "新桥办统计")
    place = sure(OLD, new, "新桥", nth=2)
    assert place == span_of(new, "新桥", nth=2)
    assert new[place.end :].startswith("将把")


REPEATED = "记者问：何时完工？\n\n对方答：无可奉告。\n\n"


def test_a_sentence_that_is_repeated_keeps_its_place_where_context_tells() -> None:
    old = f"上午\n\n{REPEATED}下午换了一位发言人\n\n{REPEATED}散会\n"
    new = old.replace("上午", "五日上午").replace("散会", "六时散会")
    for nth in (0, 1):
        place = sure(old, new, "对方答：无可奉告。", nth)
        assert place == span_of(new, "对方答：无可奉告。", nth)


def test_a_sentence_that_is_repeated_once_more_is_asked_about() -> None:
    old = REPEATED * 3
    doubt, texts = found(old, REPEATED * 4, "对方答：无可奉告。", 1)
    assert doubt is Doubt.AMBIGUOUS
    assert len(texts) >= 2


NEWS = "记者从会上获悉，增长三成。"
FIGURES = "据统计，日均车流达三万辆。"


@pytest.mark.parametrize("lead", ["", PARAGRAPHS[1], "\n\n".join(PARAGRAPHS)])
@pytest.mark.parametrize("words", [NEWS, "增长三成", "记者", "。"])
@pytest.mark.parametrize("between", ["", "会议昨天闭幕。"])
@pytest.mark.parametrize("tail", ["本报讯。", "本报记者讯。"])
def test_before_and_behind_that_speak_for_two_places_are_asked_about(
    lead: str, words: str, between: str, tail: str
) -> None:
    old = f"{lead}{NEWS}{FIGURES}{PARAGRAPHS[3]}\n\n本报讯。\n"
    new = f"{lead}{NEWS}{between}{NEWS}{FIGURES}{PARAGRAPHS[3]}\n\n{tail}\n"
    at = len(lead) + NEWS.index(words)
    found = Relocator(old, new).relocate([Span(at, at + len(words))])
    assert found.doubt is Doubt.AMBIGUOUS
    starts = {one.spans[0].start for one in found.proposals}
    assert starts >= {at, at + len(NEWS) + len(between)}


def test_a_long_sentence_that_is_repeated_is_asked_about_to_its_ends() -> None:
    old = "\n\n".join((*PARAGRAPHS, FIGURES * 2, PARAGRAPHS[0]))
    new = old.replace(PARAGRAPHS[4], PARAGRAPHS[4] * 2).replace("河埠新桥", "河埠大桥")
    first = old.index(PARAGRAPHS[4])
    for start in range(first, first + len(PARAGRAPHS[4]) - 3):
        found = Relocator(old, new).relocate([Span(start, start + 4)])
        assert found.doubt is Doubt.AMBIGUOUS, old[start : start + 4]


def test_what_begins_or_ends_alike_by_chance_puts_nothing_in_doubt() -> None:
    before = f"河埠日报更正：昨日所载有误。\n\n{OLD}"
    assert sure(OLD, before, "河埠") == span_of(before, "河埠", 1)
    old = OLD + "“桥通了，心就近了。”许敏说。\n"
    after = old + "“我们等着看。”菜农罗春山说。\n"
    at = old.rindex("说。")
    assert Relocator(old, after).relocate([Span(at, at + 1)]).doubt is None
    between = OLD.replace(QUOTE, f"“绕路。”有人说。{QUOTE}")
    assert sure(OLD, between, "绕路") == span_of(between, "绕路", 1)


def test_nothing_is_anchored_to_a_look_alike() -> None:
    old = OLD + f"\n有人在茶馆里学他说话：{QUOTE}众人都笑，老板娘添了一回水。\n"
    new = old.replace(QUOTE, "", 1)
    doubt, _ = found(old, new, QUOTE, 0)
    assert doubt is not None
    assert sure(old, new, QUOTE, 1) == span_of(new, QUOTE)


def test_words_alone_do_not_settle_it_where_everything_around_them_is_new() -> None:
    words = PARAGRAPHS[4][4:]
    new = f"完全另一篇文章，写的是另一座城。\n\n有人说，{words}\n\n话没有说完，会就散了。\n"
    assert found(OLD, new, words) == (Doubt.MOVED, [words])


def test_a_place_goes_to_the_one_that_has_the_better_claim() -> None:
    asked = "发布会上记者再三追问这座桥究竟何时完工，"
    answer = "对方答：无可奉告。"
    old = (
        f"{OLD}\n{asked}{answer}众人只好散去。\n\n{asked}{answer}第二天报纸照登不误。\n"
    )
    new = old.replace(answer, "", 1)
    doubt, _ = found(old, new, answer, 0)
    assert doubt is not None
    assert sure(old, new, answer, 1) == span_of(new, answer)


def test_the_same_ending_is_not_yet_the_same_sentence() -> None:
    old = OLD + "\n记者手记：我们都盼着看见新桥。\n"
    new = OLD + "\n这一夜，镇上的灯全亮了，照着新桥。\n"
    at = old.rindex("新桥。")
    relocation = Relocator(old, new).relocate([Span(at, at + 3)])
    assert relocation.doubt is not None


def test_what_is_gone_is_lost() -> None:
    new = OLD.replace(PARAGRAPHS[4] + "\n\n", "")
    doubt, _ = found(OLD, new, "通车首日车流达三万两千辆次")
    assert doubt is Doubt.LOST


def test_what_was_cut_out_leaves_no_place_between_its_neighbours() -> None:
    doubt, places = found(OLD, OLD.replace(QUOTE, ""), QUOTE)
    assert (doubt, places) == (Doubt.LOST, [])


def test_a_split_quote_moves_whole_or_waits() -> None:
    old = OLD + "\n“路修好了，”村支书郑大川说，“我们的茶叶也能卖出去了。”\n"
    spans = [span_of(old, "“路修好了，”"), span_of(old, "“我们的茶叶也能卖出去了。”")]
    new = "编者按\n\n" + old
    relocation = Relocator(old, new).relocate(spans)
    assert relocation.doubt is None
    assert [new[s.start : s.end] for s in relocation.proposals[0].spans] == [
        "“路修好了，”",
        "“我们的茶叶也能卖出去了。”",
    ]
    relocation = Relocator(old, new.replace("“路修好了，”村", "村")).relocate(spans)
    assert relocation.doubt is not None


WORDS = st.text("桥河新 \n，。“”1１a", min_size=1, max_size=120)


@given(WORDS, st.data())
def test_an_unchanged_text_changes_no_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return
    relocation = Relocator(text, text).relocate([Span(start, end)])
    assert relocation.doubt is None
    assert relocation.proposals[0].spans == (Span(start, end),)


@given(WORDS, WORDS, st.data())
def test_whatever_comes_is_a_place_in_the_new_text(
    old: str, new: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    relocation = Relocator(old, new).relocate([Span(start, end)])
    for proposal in relocation.proposals:
        for span in proposal.spans:
            assert 0 <= span.start < span.end <= len(new)
    assert relocation.doubt is not None or len(relocation.proposals) == 1


@given(WORDS)
def test_comparable_maps_both_ways(text: str) -> None:
    comparable = Comparable(text)
    for at, character in enumerate(comparable.text):
        span = comparable.span(at, at + 1)
        assert len(span) == 1
        assert comparable.within(span) == (at, at + 1)
        assert not character.isspace()


@pytest.mark.parametrize(
    ("left", "right"), [("ＡI，", "ai,"), ("「桥」", '"桥"'), ("—…", "-.")]
)
def test_layout_and_keyboard_do_not_count(left: str, right: str) -> None:
    assert Comparable(left).text == Comparable(right).text
