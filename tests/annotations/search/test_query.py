"""The query language."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annotations.errors import InvalidError
from annotations.search.query import (
    Condition,
    Field,
    Query,
    Term,
    date_range,
    is_in_range,
    parse,
    phrase,
)


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("新桥 通车", [Term("新桥"), Term("通车")]),
        ('"新 桥" 好', [Term("新 桥"), Term("好")]),
        ("“新 桥” 好", [Term("新 桥"), Term("好")]),
        ("桥 -路", [Term("桥"), Term("路", is_without=True)]),
        ('-"新 桥"', [Term("新 桥", is_without=True)]),
        ("－路", [Term("路", is_without=True)]),
        ("3.2 - 5", [Term("3.2"), Term("-"), Term("5")]),
        ("http://a.b", [Term("http://a.b")]),
        ('"没有关上', [Term("没有关上")]),
        ("", []),
        ('""', []),
    ],
)
def test_words_phrases_and_what_must_not_be_there(
    typed: str, terms: list[Term]
) -> None:
    assert parse(typed) == Query(tuple(terms))


@pytest.mark.parametrize(
    ("typed", "field", "value", "is_without"),
    [
        ("title:新桥", Field.TITLE, "新桥", False),
        ('publication:"河埠 日报"', Field.PUBLICATION, "河埠 日报", False),
        ("SPEAKER：许敏", Field.SPEAKER, "许敏", False),
        ("-tag:产业/就业", Field.TAG, "产业/就业", True),
        ("kind:Quote", Field.KIND, "quote", False),
        ("status:flagged", Field.STATUS, "flagged", False),
        ("analyst:lin", Field.ANALYST, "lin", False),
        ("date:2026-04..2026-05", Field.DATE, "2026-04..2026-05", False),
    ],
)
def test_conditions(typed: str, field: Field, value: str, is_without: bool) -> None:
    assert parse(typed) == Query((), (Condition(field, value, is_without),))


@pytest.mark.parametrize(
    "typed",
    [
        "date:soon",
        "date:..",
        "date:2026-13",
        "date:2026-00",
        "date:..2026-04-32",
        "date:２０２６",
        "date:2026-02-31",
        "date:2025-02-29",
        "date:2026-02-01..2026-04-31",
        "date:2026-1",
        "kind:poem",
        "status:done",
        'title:""',
        "tag:“ ”",
    ],
)
def test_what_cannot_be_meant_is_refused_in_words(typed: str) -> None:
    with pytest.raises(InvalidError):
        parse(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kidn:quote", "kind:"),
        ("新桥 -Kinds：quote", "kind:"),
        ("tags:交通", "tag:"),
        ('speker:"许 敏"', "speaker:"),
        ("titel:新桥", "title:"),
        ("anlyst:lin", "analyst:"),
    ],
)
def test_a_mistyped_field_is_told(typed: str, meant: str) -> None:
    with pytest.raises(InvalidError, match=f"is no field, {meant} is one"):
        parse(typed)


@pytest.mark.parametrize(
    "text",
    ["https://a.b", "foo:bar", "ISO:9001", "its:1", "time:3", "GDP：5", "doi:10.1"],
)
def test_a_word_with_a_colon_is_text(text: str) -> None:
    assert parse(text) == Query((Term(text),))


def test_in_quotation_marks_a_mistyped_field_is_text() -> None:
    assert parse('"kidn:quote"') == Query((Term("kidn:quote"),))


@pytest.mark.parametrize(
    ("published", "value", "is_in"),
    [
        ("2026-04-20", "2026-04", True),
        ("2026-05-01", "2026-04", False),
        ("2026-04", "2026-04-10..", True),
        ("2026-04", "2026", True),
        ("2026-05-31", "2026-04..2026-05", True),
        ("2026-06-01", "2026-04..2026-05", False),
        ("2026-03-31", "2026-04..2026-05", False),
        ("2026-03-31", "..2026-03", True),
        ("2026-03-31", "2026-04..", False),
        ("", "2026", False),
    ],
)
def test_dates_and_months(published: str, value: str, is_in: bool) -> None:
    assert is_in_range(published, value) is is_in


def test_a_single_date_is_a_range() -> None:
    assert date_range("2026-04") == ("2026-04", "2026-04")


@given(st.text())
def test_no_query_is_a_fault(typed: str) -> None:
    try:
        parse(typed)
    except InvalidError as error:
        assert error.message


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        (r'tag:"\“双减\”后"', "“双减”后"),
        (r'tag:"a\"b"', 'a"b'),
        (r'tag:"C:\new"', r"C:\new"),
    ],
)
def test_a_backslash_keeps_a_mark_in_a_phrase(typed: str, value: str) -> None:
    assert parse(typed).conditions == (Condition(Field.TAG, value, is_without=False),)


@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1))
def test_a_phrase_is_read_as_it_was_written(value: str) -> None:
    assume(value.strip())
    read = Condition(Field.TAG, value.strip(), is_without=False)
    assert parse(f"tag:{phrase(value)}") == Query((), (read,))
