"""Quotations that no reporting word is beside. All is invented."""

from __future__ import annotations

import pytest

from tests.annotations.suggest.found import speech


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "郑海川研究河港四十年。哲学研究渡口，“把这种意义揭示出来就成了它的任务”［（１０）］。",
            "“把这种意义揭示出来就成了它的任务”",
        ),
        (
            "郑海川研究河港四十年。旧渡口正能“让两岸的人坐到一条船上，说同一种话”〔4〕，不必人人有桥。",
            "“让两岸的人坐到一条船上，说同一种话”",
        ),
        (
            "渡口的衰落“早就写在了账册里”（《河港旧志》第12页），不必等到修桥。",
            "“早就写在了账册里”",
        ),
    ],
)
def test_a_paper_quotes_what_it_numbers(text: str, words: str) -> None:
    paper = f"摘要：论渡口[1]。\n{text}\n罗著又有补充[2]。旧志失传已久[3]。"
    assert [said for said, _ in speech(paper)] == [words]


@pytest.mark.parametrize("term", ["一个渡口阶段", "全部意义和真正目的"])
def test_a_term_that_is_numbered_is_none(term: str) -> None:
    paper = f"摘要：论渡口[1]。\n一切航运必经的“{term}”［⑨］就在这里。\n罗著又有补充[2]。旧志失传已久[3]。"
    assert speech(paper) == []


def test_news_has_no_notes() -> None:
    assert speech("渡口的衰落“早就写在了账册里”[4]，不必等到修桥。") == []


@pytest.mark.parametrize("lets", ["让乡亲们", "使群众"])
def test_whom_something_is_let_happen_to_is_nobodys_voice(lets: str) -> None:
    text = (
        "“修路要抓紧干起来，我们等不起”“把渡口建设得更方便，我们都盼着”……"
        f"“一年一个样”，{lets}就地过上好日子。"
    )
    assert [speaker for _, speaker in speech(text)] == ["", ""]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("院长钱守拙认为，推广渡船的着力点在于“促进两岸往来的常态化运行”。", "“促进两岸往来的常态化运行”"),
        ("船东鲁建平说，修渠的意义就是“沟通上下游三十个村庄的人心”。", "“沟通上下游三十个村庄的人心”"),
    ],
)  # fmt: skip
def test_what_a_matter_comes_to_may_be_quoted_word_for_word(
    text: str, said: str
) -> None:
    assert [one for one, _ in speech(text)] == [said]


def test_a_term_that_a_matter_comes_to_is_no_speech() -> None:
    assert speech("船东鲁建平说，修渠靠的就是“人工智能”。") == []
