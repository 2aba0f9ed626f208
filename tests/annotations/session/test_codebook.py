"""The codebook: a tree with unique names, keys and colours."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import (
    CannotUndoError,
    ConflictError,
    InvalidError,
    NotFoundError,
)
from annotations.model import Kind, Span
from annotations.session import Session
from annotations.store.journal import Journal, rows_where
from tests.conftest import source

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotations.model import Document, Tag


def test_a_path_makes_its_missing_parents(session: Session) -> None:
    session.codebook.add("产业/就业", key="3", definition="岗位与用工", colour="green")
    session.codebook.add("产业/投资")
    tags = session.codebook.tags()
    assert [tag.path for tag in tags] == ["产业", "产业/就业", "产业/投资"]
    assert [tag.depth for tag in tags] == [0, 1, 1]
    assert [tag.key for tag in tags] == ["", "3", ""]
    assert [tag.colour for tag in tags] == ["green", "green", "green"]


def test_names_are_folded_and_must_not_be_empty(session: Session) -> None:
    assert session.codebook.add(" 产业 / 就业 ").path == "产业/就业"
    for path in ("", "  ", "产业//就业", "/产业"):
        with pytest.raises(InvalidError):
            session.codebook.add(path)


@pytest.mark.parametrize("name", ["甲;乙", "甲；乙"])
def test_no_new_name_holds_what_stands_between_tags(
    session: Session, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    tag = session.codebook.add("产业")
    for refused in (f"{name}/丙", f"产业/{name}"):
        with pytest.raises(InvalidError, match="leave out “;”"):
            session.codebook.add(refused)
    with pytest.raises(InvalidError, match="leave out “;”"):
        session.codebook.change(tag, name=name)
    assert session.codebook.tags() == (tag,)
    # One that was made before stays, and can be changed.
    with monkeypatch.context() as before:
        before.setattr("annotations.session.codebook.BETWEEN_TAGS", "")
        older = session.codebook.add(name)
    older = session.codebook.change(older, name=name, definition="旧")
    assert session.codebook.add(f"{name}/丙").parent_id == older.id
    assert session.codebook.change(older, name="甲乙").path == "甲乙"


@pytest.mark.parametrize("key", ["0", "12", "x", "一"])
def test_only_digits_are_keys(session: Session, key: str) -> None:
    with pytest.raises(InvalidError):
        session.codebook.add("产业", key=key)


def test_a_tag_takes_the_first_key_that_is_free(session: Session) -> None:
    session.codebook.add("产业", key="1")
    tag = session.codebook.add("民生/交通", takes_free_key=True)
    assert tag.key == "2"
    assert [one.key for one in session.codebook.tags()] == ["1", "", "2"]
    session.history.undo()
    assert [one.path for one in session.codebook.tags()] == ["产业"]
    for number in range(3, 11):
        session.codebook.add(f"第{number}类", takes_free_key=True)
    assert session.codebook.add("第十一类", takes_free_key=True).key == ""


def test_a_name_or_key_is_taken_once(session: Session) -> None:
    first = session.codebook.add("产业", key="1")
    second = session.codebook.add("民生")
    with pytest.raises(InvalidError):
        session.codebook.add("产业")
    with pytest.raises(InvalidError):
        session.codebook.change(second, key="1")
    with pytest.raises(InvalidError):
        session.codebook.change(second, name="产业")
    assert session.codebook.get(first.id) == first


def tag_at(session: Session, path: str) -> Tag:
    found = session.codebook.by_path(path)
    assert found is not None
    return found


def rows_of(session: Session) -> list[list[dict[str, Any]]]:
    connection = session._project.database.conn
    return [
        sorted(rows_where(connection, table, "1", []), key=str)
        for table in ("tags", "annotations", "annotation_tags")
    ]


def _carrying(session: Session, document: Document) -> list[list[str]]:
    """Paths of the tags of every annotation, in order of the text."""
    paths = {tag.id: tag.path for tag in session.codebook.tags()}
    return [
        sorted(paths[tag] for tag in one.tags)
        for one in session.annotations.of_document(document.id)
    ]


def test_tags_are_merged_in_one_step(session: Session, document: Document) -> None:
    for path, key, definition in (
        ("民生/交通", "1", "路桥船"),
        ("产业/交通", "", "物流"),
        ("产业/交通/航运", "3", "河海"),
        ("产业/交通/公路", "", ""),
        ("民生/交通/公路", "", "乡道"),
        ("路", "2", ""),
    ):
        session.codebook.add(path, key=key, definition=definition)
    for at, carried in (
        (0, ["民生/交通"]),
        (2, ["产业/交通", "路"]),
        (4, ["产业/交通/公路"]),
        (6, ["民生/交通", "产业/交通"]),
        (8, ["产业/交通/航运"]),
    ):
        session.annotations.create(
            document.id, Kind.CLAIM, [Span(at, at + 2)], new_tags=carried
        )
    before = session.codebook.tags(), _carrying(session, document)
    into, *others = (
        session.codebook.by_path(path) for path in ("民生/交通", "产业/交通", "路")
    )
    assert into is not None
    merged = session.codebook.merge(into, [one for one in others if one is not None])
    after = session.codebook.tags(), _carrying(session, document)
    assert (merged.key, merged.definition, merged.uses) == ("1", "路桥船", 3)
    assert [(tag.path, tag.key, tag.definition) for tag in after[0]] == [
        ("民生", "", ""),
        ("民生/交通", "1", "路桥船"),
        ("民生/交通/公路", "", "乡道"),
        ("民生/交通/航运", "3", "河海"),
        ("产业", "", ""),
    ]
    assert after[1] == [
        ["民生/交通"],
        ["民生/交通"],
        ["民生/交通/公路"],
        ["民生/交通"],
        ["民生/交通/航运"],
    ]
    session.history.undo()
    assert (session.codebook.tags(), _carrying(session, document)) == before
    session.history.redo()
    assert (session.codebook.tags(), _carrying(session, document)) == after


def test_what_a_merged_tag_says_is_kept_where_nothing_is_said(session: Session) -> None:
    into = session.codebook.add("交通")
    other = session.codebook.add("路", key="4", definition="路桥船")
    merged = session.codebook.merge(into, [other, other, into])
    assert (merged.key, merged.definition) == ("4", "路桥船")


def test_a_tag_is_merged_with_the_one_above_it_but_not_into_one_below(
    session: Session,
) -> None:
    child = session.codebook.add("民生/交通/公路")
    above = session.codebook.by_path("民生")
    assert above is not None
    before = session.codebook.tags()
    with pytest.raises(InvalidError, match="stands under 民生"):
        session.codebook.merge(child, [above])
    with pytest.raises(InvalidError, match="nothing to merge"):
        session.codebook.merge(above, [above])
    assert session.codebook.tags() == before
    session.codebook.merge(above, [child])
    assert [tag.path for tag in session.codebook.tags()] == ["民生", "民生/交通"]


def test_a_tag_and_one_under_it_are_merged_together(
    session: Session, document: Document
) -> None:
    session.annotations.create(
        document.id, Kind.CLAIM, [Span(0, 2)], new_tags=["路/桥", "路"]
    )
    into = session.codebook.add("交通")
    others = [session.codebook.by_path(path) for path in ("路", "路/桥")]
    merged = session.codebook.merge(into, [one for one in others if one is not None])
    assert [tag.path for tag in session.codebook.tags()] == ["交通"]
    assert merged.uses == 1


def test_a_tag_takes_in_those_under_it_though_one_has_its_name(
    session: Session,
) -> None:
    session.codebook.add("民生/民生/民生/交通", key="4")
    session.codebook.add("民生/医疗/民生")
    session.codebook.merge(tag_at(session, "民生"), [tag_at(session, "民生/民生")])
    paths = [tag.path for tag in session.codebook.tags()]
    assert paths == [
        "民生",
        "民生/医疗",
        "民生/医疗/民生",
        "民生/民生",
        "民生/民生/交通",
    ]
    session.codebook.merge(
        tag_at(session, "民生"),
        [tag_at(session, "民生/民生"), tag_at(session, "民生/民生/交通")],
    )
    assert [tag.path for tag in session.codebook.tags()] == paths[:3]
    assert tag_at(session, "民生").key == "4"
    while session.history.undo():
        assert list(session.problems()) == []


_PATHS = st.lists(st.sampled_from("甲乙丙"), min_size=1, max_size=4).map("/".join)


@given(
    paths=st.lists(_PATHS, min_size=2, max_size=8),
    marks=st.lists(st.sets(st.integers(0, 20), max_size=4), max_size=5),
    chosen=st.lists(st.integers(0, 20), min_size=2, max_size=4),
)
def test_undo_parts_whatever_was_merged(
    paths: list[str], marks: list[set[int]], chosen: list[int]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        session = Session.open(Path(folder) / "pizhu.db", "lin")
        try:
            document = session.documents.add(source()).document
            with session._project.journal.action("add tags") as action:
                session.codebook.at(action, paths)
            tags = session.codebook.tags()
            for carried in marks:
                session.annotations.create(
                    document.id,
                    Kind.QUOTE,
                    [Span(0, 3)],
                    tags=list({tags[one % len(tags)].id for one in carried}),
                )
            tags = session.codebook.tags()
            into, *others = (tags[one % len(tags)] for one in chosen)
            before = rows_of(session)
            try:
                kept = session.codebook.merge(into, others)
            except InvalidError:
                assert rows_of(session) == before
                return
            after = rows_of(session)
            assert not {one.id for one in others} - {into.id} & {
                one.id for one in session.codebook.tags()
            }
            # Nothing that stays is lost, and who carried a merged tag carries the other.
            merged = {one.id for one in (into, *others)}
            assert kept.uses == sum(
                bool(merged & {tags[one % len(tags)].id for one in carried})
                for carried in marks
            )
            names = {tag.name for tag in tags} - {one.name for one in others}
            assert names <= {tag.name for tag in session.codebook.tags()}
            assert list(session.problems()) == []
            session.history.undo()
            assert rows_of(session) == before
            session.history.redo()
            assert rows_of(session) == after
        finally:
            session.close()


def test_no_tag_is_merged_that_somebody_changed_meanwhile(session: Session) -> None:
    into, other = session.codebook.add("交通"), session.codebook.add("路")
    session.codebook.change(other, definition="乡道")
    before = session.codebook.tags()
    with pytest.raises(ConflictError, match="somebody else has changed 路"):
        session.codebook.merge(into, [other])
    assert session.codebook.tags() == before


def test_a_tag_moves_with_its_children_but_not_under_itself(session: Session) -> None:
    session.codebook.add("产业/就业/青年")
    work = session.codebook.by_path("产业/就业")
    people = session.codebook.add("民生")
    assert work is not None
    session.codebook.change(work, parent_id=people.id)
    assert session.codebook.by_path("民生/就业/青年") is not None
    moved = session.codebook.get(work.id)
    child = session.codebook.by_path("民生/就业/青年")
    assert child is not None
    with pytest.raises(InvalidError):
        session.codebook.change(moved, parent_id=child.id)


def test_a_tag_moves_to_a_path_in_one_step(session: Session) -> None:
    session.codebook.add("产业/就业/青年", key="3", colour="green")
    work = session.codebook.by_path("产业/就业")
    assert work is not None
    before = session.codebook.tags()
    moved = session.codebook.move(work, " 社会 / 民生 / 工作 ")
    assert moved.path == "社会/民生/工作"
    paths = [tag.path for tag in session.codebook.tags()]
    assert paths == [
        "产业",
        "社会",
        "社会/民生",
        "社会/民生/工作",
        "社会/民生/工作/青年",
    ]
    session.history.undo()
    assert session.codebook.tags() == before
    session.history.redo()
    assert [tag.path for tag in session.codebook.tags()] == paths
    assert (
        session.codebook.move(session.codebook.get(work.id), "工作").parent_id is None
    )
    for path, why in (
        ("工作/青年/工作", "under itself"),
        ("工作/新/工作", "under itself"),
        ("社会", "there is a tag 社会 already"),
        ("社会/甲;乙", "leave out"),
        ("社会//工作", "no name"),
    ):
        known = session.codebook.tags()
        with pytest.raises(InvalidError, match=why):
            session.codebook.move(session.codebook.get(work.id), path)
        assert session.codebook.tags() == known


def test_a_tag_that_moves_stands_last_with_its_own_below_it(session: Session) -> None:
    for path in ("甲/一", "乙/二", "丙/三"):
        session.codebook.add(path)
    moved = session.codebook.by_path("乙")
    assert moved is not None
    session.codebook.move(moved, "丙/乙")
    session.codebook.move(session.codebook.get(moved.id), "乙")
    paths = [tag.path for tag in session.codebook.tags()]
    assert paths == ["甲", "甲/一", "丙", "丙/三", "乙", "乙/二"]
    session.codebook.move(session.codebook.get(moved.id), "乙")
    assert session.history.steps(1)[0].label == "move tag 丙/乙 to 乙"


def test_no_redo_puts_tags_under_each_other(
    open_session: Callable[..., Session],
) -> None:
    lin, wang = open_session("lin"), open_session("wang")
    one, other = lin.codebook.add("产业"), lin.codebook.add("民生/医疗")
    parent = lin.codebook.by_path("民生")
    assert parent is not None
    lin.codebook.move(one, "民生/医疗/产业")
    lin.history.undo()
    wang.codebook.move(parent, "产业/民生")
    with pytest.raises(CannotUndoError, match="something made later needs it"):
        lin.history.redo()
    assert lin.codebook.get(other.id).path == "产业/民生/医疗"
    wang.history.undo()
    lin.history.redo()
    assert lin.codebook.get(one.id).path == "民生/医疗/产业"


def test_what_somebody_changed_meanwhile_is_not_overwritten(
    open_session: Callable[..., Session],
) -> None:
    lin, wang = open_session("lin"), open_session("wang")
    seen = lin.codebook.add("产业")
    lin.codebook.add("产业/就业")
    assert lin.codebook.change(seen, definition="新增").definition == "新增"
    for fields in ({"name": "经济"}, {"definition": "改过"}):
        with pytest.raises(ConflictError, match="since you saw it"):
            wang.codebook.change(seen, **fields)
    renamed = wang.codebook.change(wang.codebook.get(seen.id), name="经济")
    with pytest.raises(ConflictError, match="since you saw it"):
        lin.codebook.change(seen, name="实业")
    assert lin.codebook.get(seen.id) == renamed
    gone = lin.codebook.add("民生")
    lin.codebook.remove(gone)
    with pytest.raises(ConflictError):
        wang.codebook.change(gone, name="生活")


def test_two_tags_are_not_moved_under_each_other(
    open_session: Callable[..., Session],
) -> None:
    lin, wang = open_session("lin"), open_session("wang")
    one, other = (lin.codebook.add(name) for name in ("产业", "民生"))
    lin.codebook.change(one, parent_id=other.id)
    with pytest.raises(InvalidError, match="under itself"):
        wang.codebook.change(other, parent_id=one.id)
    with pytest.raises(NotFoundError):
        wang.codebook.change(other, parent_id="nobody")
    assert len(lin.codebook.tags()) == 2


def test_a_tag_with_children_is_not_removed(session: Session) -> None:
    session.codebook.add("产业/就业")
    parent = session.codebook.by_path("产业")
    assert parent is not None
    with pytest.raises(InvalidError, match="there are tags under 产业"):
        session.codebook.remove(parent)


def test_a_tag_under_which_somebody_has_just_made_one_is_not_removed(
    open_session: Callable[..., Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    lin, wang = open_session("lin"), open_session("wang")
    tag = lin.codebook.add("产业")
    begin = Journal.action

    def begin_late(journal: Journal, *known: str) -> object:
        # What wang does comes between lin's last look and lin's transaction.
        monkeypatch.undo()
        wang.codebook.add("产业/就业")
        return begin(journal, *known)

    monkeypatch.setattr(Journal, "action", begin_late)
    with pytest.raises(InvalidError, match="there are tags under 产业"):
        lin.codebook.remove(tag)


def test_a_tag_that_somebody_has_removed_is_told_as_such(
    open_session: Callable[..., Session], document: Document
) -> None:
    lin, wang = open_session("lin"), open_session("wang")
    tag = lin.codebook.add("产业")
    one = lin.annotations.create(document.id, Kind.QUOTE, [Span(0, 3)])
    wang.codebook.remove(tag)
    with pytest.raises(ConflictError, match="has removed 产业 already"):
        lin.codebook.remove(tag)
    with pytest.raises(NotFoundError, match="the tag was removed"):
        lin.annotations.toggle_tag(one, tag.id)
    with pytest.raises(NotFoundError, match="the tag was removed"):
        lin.annotations.create(document.id, Kind.CLAIM, [Span(0, 3)], tags=[tag.id])
    assert lin.annotations.of_document(document.id) == [one]
