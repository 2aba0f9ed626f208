"""Searching: complete, whatever is indexed, and true after every change."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotations.errors import InvalidError
from annotations.identity import new_id
from annotations.model import Joins, Kind, Span, Status
from annotations.search.folding import folding
from annotations.search.query import parse
from annotations.search.signatures import block_of, columns_of
from annotations.session import Session
from annotations.store import search_index
from annotations.text.logical import logical_text
from tests.conftest import source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from annotations.model import Document

CHARACTERS = "中方电電影影aAＡ。，𠮷的 \n"


@pytest.fixture
def small_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is indexed at once, in segments of three texts."""
    monkeypatch.setattr(search_index, "_LEAST", 1)
    monkeypatch.setattr(search_index, "_TEXTS", 3)


def add(session: Session, number: int, text: str, **known: str) -> Document:
    made = source(f"{text}\n{number}", path=f"/news/{number}.txt", **known)
    at = made.text.find("\n")
    return session.documents.add(
        made._replace(joins=Joins([Span(at, at + 1)] if number % 2 else []))
    ).document


def ids(session: Session, typed: str) -> set[str]:
    return {one.document.id for one in session.searching.documents(parse(typed))}


def brute_force(session: Session, typed: str) -> set[str]:
    """Look for the words in all normalised logical texts."""
    needles = [folding().bare(word) for word in typed.split()]
    found = set()
    for one in session.documents.summaries():
        known = session.documents.text(one.document.id)
        whole = Span(0, len(known.text))
        bare = folding().bare(logical_text(known.text, known.joins, whole))
        if all(needle in bare for needle in needles):
            found.add(one.document.id)
    return found


@pytest.fixture(scope="module")
def counted() -> Iterator[int]:
    return iter(range(10**9))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    texts=st.lists(st.text(CHARACTERS, max_size=30), min_size=1, max_size=8),
    indexed=st.integers(0, 8),
    queries=st.lists(
        st.text("中方电電影影aA。𠮷的 ", min_size=1, max_size=5), min_size=1, max_size=8
    ),
)
def test_nothing_is_missed_and_nothing_made_up(
    tmp_path: Path,
    small_segments: None,
    counted: Iterator[int],
    texts: list[str],
    indexed: int,
    queries: list[str],
) -> None:
    with Session.open(tmp_path / f"{next(counted)}.db", "lin") as session:
        for number, text in enumerate(texts):
            add(session, number, text)
            if number == indexed:
                session.searching.build()
        assert session.searching.verify() == []
        for typed in queries:
            if typed.strip():
                assert ids(session, typed) == brute_force(session, typed)


def test_the_index_says_no_to_most_texts(
    session: Session, small_segments: None
) -> None:
    for number in range(9):
        add(session, number, chr(0x4E00 + number) * 30)
    session.searching.build()
    found = search_index.candidates(session._project, ["\u4e03\u4e03"])
    assert sum(bits.bit_count() for bits in found.values()) == 1


def test_every_hit_stands_where_it_says(session: Session) -> None:
    story = session.documents.add(source()).document
    (found,) = session.searching.documents(parse("新桥 许敏"))
    text = session.documents.text(story.id).text
    assert [text[one.span.start : one.span.end] for one in found.hits] == [
        "新桥", "新桥", "许敏", "新桥",
    ]  # fmt: skip
    assert found.hits[2].text == "许敏"
    assert found.hits[2].before.endswith("镇建设办主任")
    assert found.hits[2].after.startswith("认为")
    assert not found.has_more
    (few,) = session.searching.documents(parse("新桥"), most=2)
    assert (len(few.hits), few.has_more) == (2, True)


def test_the_index_follows_adding_undo_and_redo(
    session: Session, small_segments: None
) -> None:
    add(session, 1, "电影")
    session.searching.build()
    second = add(session, 2, "電影")
    assert second.id in ids(session, "电影")
    session.searching.build()
    assert session.searching.coverage().indexed == 2
    session.history.undo()
    assert second.id not in ids(session, "电影")
    session.history.redo()
    assert second.id in ids(session, "电影")
    assert session.searching.verify() == []


def test_the_latest_published_comes_first(session: Session) -> None:
    for number, date in enumerate(("2026-04-02", "2026-05-01", "", "2026-04-03")):
        add(session, number, "电影", published=date)
    dates = [one.document.published for one in session.searching.documents(parse("影"))]
    assert dates == ["2026-05-01", "2026-04-03", "2026-04-02", ""]


def test_building_can_be_stopped_and_goes_on(
    session: Session, small_segments: None
) -> None:
    for number in range(8):
        add(session, number, f"第{number}篇电影")
    asked = iter(range(100))
    session.searching.build(is_cancelled=lambda: next(asked) > 5)
    assert session.searching.coverage().indexed == 3
    assert len(ids(session, "电影")) == 8
    session.searching.build()
    assert session.searching.coverage().indexed == 8


def test_small_segments_are_taken_into_one(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_index, "_LEAST", 1)
    for number in range(16):
        add(session, number, f"第{number}篇")
        session.searching.build()
    segments = session._project.database.conn.execute(
        "SELECT texts FROM search_segments"
    ).fetchall()
    assert len(segments) <= 5
    assert sum(one[0] for one in segments) == 16
    assert session.searching.verify() == []


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM search_blocks WHERE block = (SELECT max(block) FROM search_blocks)",
        "UPDATE search_blocks SET data = x'00'",
        "DELETE FROM search_texts WHERE number = 0",
        "INSERT INTO search_blocks VALUES (99, 1, x'00')",
    ],
)
def test_an_index_that_lies_is_found_out(
    session: Session, small_segments: None, damage: str
) -> None:
    add(session, 1, "电影")
    add(session, 2, "方中")
    session.searching.build()
    assert session.searching.verify() == []
    session._project.database.conn.execute(damage)
    assert session.searching.verify()
    session.searching.forget()
    session.searching.build()
    assert session.searching.verify() == []


def test_a_damaged_block_hides_nothing(session: Session, small_segments: None) -> None:
    add(session, 1, "电影")
    session.searching.build()
    session._project.database.conn.execute("UPDATE search_blocks SET data = x'00'")
    assert len(ids(session, "电影")) == 1


def test_a_damaged_block_hides_nothing_of_a_long_needle(
    session: Session, small_segments: None
) -> None:
    """Several of its columns are in one block; the blocks around it are whole."""
    needle = "".join(chr(0x4E00 + number * 7) for number in range(40))
    add(session, 1, f"头{needle}尾")
    session.searching.build()
    execute = session._project.database.conn.execute
    columns = columns_of(folding().bare(needle))
    wanted = Counter(block_of(column) for column in columns)
    shared = [block for block, count in wanted.items() if count > 1]
    assert shared
    for block in shared:
        (data,) = execute(
            "SELECT data FROM search_blocks WHERE block = ?", (block,)
        ).fetchone()
        for stored in (b"\0", data):
            execute(
                "UPDATE search_blocks SET data = ? WHERE block = ?", (stored, block)
            )
            assert len(ids(session, needle)) == 1


def test_segments_folded_otherwise_are_not_asked_and_made_again(
    session: Session, small_segments: None
) -> None:
    add(session, 1, "电影")
    session.searching.build()
    execute = session._project.database.conn.execute
    execute("UPDATE search_segments SET fold = 'older'")
    execute("UPDATE search_blocks SET data = x'00'")
    assert session.searching.coverage().indexed == 0
    assert len(ids(session, "电影")) == 1
    session.searching.build()
    assert session.searching.coverage().indexed == 1
    assert session.searching.verify() == []


@pytest.fixture
def annotated(session: Session) -> dict[str, str]:
    """Two documents, annotated; names to identities."""
    first = session.documents.add(source()).document
    second = add(
        session, 2, "新路也通了。罗春山不在。", title="新路", publication="晚报"
    )
    tag = session.codebook.add("交通/桥梁")
    text = session.documents.text(first.id).text
    at = text.index("“等了")
    session.annotations.create(
        first.id,
        Kind.QUOTE,
        [Span(at, at + 14)],
        type="direct",
        speaker="罗春山",
        role="菜农",
        tags=[tag.id],
    )
    session.annotations.create(second.id, Kind.NOTE, [Span(0, 2)], note="再查電影")
    session.annotations.create(
        second.id, Kind.CLAIM, [Span(0, 5)], status=Status.REJECTED
    )
    return {"first": first.id, "second": second.id}


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("罗春山", {"first", "second"}),
        ("罗春山 -新桥", {"second"}),
        ("title:新路", {"second"}),
        ("-title:新路", {"first"}),
        ("publication:河埠", {"first"}),
        ("通 date:2026-04-20", {"first", "second"}),
        ("date:2025", set()),
        ("speaker:羅春山", {"first"}),
        ("tag:交通", {"first"}),
        ("tag:桥梁 kind:quote", {"first"}),
        ("tag:桥", set()),
        ("-tag:交通", {"second"}),
        ("kind:note", {"second"}),
        ("kind:note speaker:罗春山", set()),
        ("status:rejected", {"second"}),
        ("kind:claim", set()),
        ("analyst:lin", {"first", "second"}),
        ("analyst:wang", set()),
        ("通了 kind:note", {"second"}),
    ],
)
def test_conditions_choose_documents(
    session: Session, annotated: dict[str, str], typed: str, names: set[str]
) -> None:
    assert ids(session, typed) == {annotated[name] for name in names}


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("绕路", ["quote"]),
        ("电影", ["note"]),
        ("菜农", ["quote"]),
        ("title:新路", ["note"]),
        ("status:rejected", ["claim"]),
        ("analyst:lin", ["quote", "note"]),
        ("analyst:lin -tag:桥梁", ["note"]),
        ("analyst:lin -绕路", ["note"]),
        ("新桥", []),
    ],
)
def test_the_same_words_find_annotations(
    session: Session, annotated: dict[str, str], typed: str, kinds: list[str]
) -> None:
    found = session.searching.annotations(parse(typed))
    assert [one.annotation.kind for one in found] == kinds


def test_annotations_are_searched_in_logical_text(session: Session) -> None:
    document = add(session, 1, "看电")
    session.annotations.create(document.id, Kind.CLAIM, [Span(0, 4)])
    (found,) = session.searching.annotations(parse("电1"))
    assert found.text == "看电1"


def test_two_spellings_of_one_word_are_one(session: Session) -> None:
    document = add(session, 1, "新橋，又是新桥。")
    (found,) = session.searching.documents(parse("新桥 新橋"))
    places = [(document.id, one.span) for one in found.hits]
    assert [span.start for _, span in places] == [0, 5]
    assert session.searching.mark_all([*places, *places], Kind.CLAIM) == (2, 0)
    tag = session.codebook.add("桥").id
    assert session.searching.mark_all(places * 2, Kind.CLAIM, [tag]) == (0, 2)
    assert [one.label for one in session.history.steps(1)] == ["mark 2 places"]


def test_nothing_asked_is_nothing_found(session: Session, document: Document) -> None:
    assert list(session.searching.documents(parse(""))) == []
    assert list(session.searching.annotations(parse(""))) == []
    with pytest.raises(InvalidError):
        list(session.searching.documents(parse("\u200b")))


def test_another_process_may_build_meanwhile(
    open_session: Callable[..., Session], small_segments: None
) -> None:
    one, other = open_session(), open_session()
    for number in range(7):
        add(one, number, "电影")
    steps = 0

    def told(_: object) -> None:
        nonlocal steps
        steps += 1
        if steps == 1:
            other.searching.build()

    one.searching.build(told)
    assert one.searching.coverage().indexed == 7
    assert one.searching.verify() == []


def test_what_is_added_after_a_merge_from_a_host_with_a_fast_clock_is_found(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as fast, Session.open(tmp_path / "w.db", "wang") as wang:
        for module in ("journal", "documents"):
            made = f"annotations.store.{module}.new_id"
            fast.setattr(made, lambda: f"f{new_id()[1:]}")
        there = add(wang, 1, "通车典礼")
    session.merge(tmp_path / "w.db")
    assert ids(session, "通车") == {there.id}
    here = add(session, 2, "通车以后")
    assert ids(session, "通车") == {there.id, here.id}
