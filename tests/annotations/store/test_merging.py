"""Work from several hosts comes together, however often and in whatever order."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from annotations.errors import (
    CannotUndoError,
    NotFoundError,
    ProjectRefusedError,
)
from annotations.model import Kind, Span, Status
from annotations.session import Session
from tests.conftest import STORY, source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotations.model import Annotation


class Host:
    """One analyst's own project file."""

    def __init__(self, path: Path, analyst: str) -> None:
        self.path = path
        self.session = Session.open(path, analyst)

    @property
    def document(self) -> Any:
        return self.session.documents.summaries()[0].document

    def mark(self, start: int, end: int, **fields: Any) -> Annotation:
        return self.session.annotations.create(
            self.document.id, Kind.QUOTE, [Span(start, end)], **fields
        )

    def state(self) -> dict[str, Any]:
        """What a user sees, by what it is and not by how it is called here."""
        paths = {tag.id: tag.path for tag in self.session.codebook.tags()}
        found = {}
        for summary in self.session.documents.summaries():
            document = summary.document
            found[document.sha256, document.title] = sorted(
                (
                    one.id, one.kind, one.spans, one.exact, one.speaker, one.note,
                    one.status, one.analyst, sorted(paths[tag] for tag in one.tags),
                )
                for one in self.session.annotations.of_document(document.id)
            )  # fmt: skip
        return {"documents": found, "tags": sorted(paths.values())}

    def whole(self) -> bool:
        return list(self.session.problems()) == []


@pytest.fixture
def apart(tmp_path: Path) -> Iterator[tuple[Host, Host]]:
    """Two projects that both added the same file."""
    hosts = Host(tmp_path / "lin.db", "lin"), Host(tmp_path / "wang.db", "wang")
    for host in hosts:
        host.session.documents.add(source())
    yield hosts
    for host in hosts:
        host.session.close()


@pytest.fixture
def copies(tmp_path: Path) -> Iterator[tuple[Host, Host]]:
    """A project with one quote, and a copy of it on another host."""
    lin = Host(tmp_path / "lin.db", "lin")
    lin.session.documents.add(source())
    tag = lin.session.codebook.add("民生", key="1")
    lin.mark(0, 4, note="起初", tags=[tag.id])
    lin.session.back_up(tmp_path / "wang.db")
    hosts = lin, Host(tmp_path / "wang.db", "wang")
    yield hosts
    for host in hosts:
        host.session.close()


def both_ways(one: Host, other: Host) -> None:
    one.session.merge(other.path)
    other.session.merge(one.path)
    assert one.state() == other.state()
    assert one.whole()
    assert other.whole()
    before = one.state()
    again = one.session.merge(other.path)
    assert (one.state(), again.conflicts) == (before, ())


def test_documents_tags_and_speakers_made_twice_become_one(
    apart: tuple[Host, Host],
) -> None:
    lin, wang = apart
    for host, path in ((lin, "民生/交通"), (wang, "民生/住房")):
        tag = host.session.codebook.add(path)
        host.mark(26, 40, tags=[tag.id], speaker="罗春山")
    wang.session.codebook.add("民生/交通")
    both_ways(lin, wang)
    assert lin.state()["tags"] == ["民生", "民生/交通", "民生/住房"]
    ((_, marks),) = lin.state()["documents"].items()
    assert sorted(one[7] for one in marks) == ["lin", "wang"]
    assert lin.session.speakers.names() == ["罗春山"]


def test_new_work_of_a_copy_comes_home_with_its_history(
    copies: tuple[Host, Host],
) -> None:
    lin, wang = copies
    theirs = wang.mark(5, 9, note="王的")
    done = lin.session.merge(wang.path)
    assert (done.actions, done.changed, done.conflicts) == (1, (("annotation", 1),), ())
    assert lin.session.annotations.get(theirs.id).note == "王的"
    steps = lin.session.history.steps()
    assert [(step.analyst, step.merged) for step in steps if step.merged] == [
        ("wang", True)
    ]
    (came,) = (step.id for step in steps if step.merged)
    assert lin.session.history.changes(came) == wang.session.history.changes(came) != []
    with pytest.raises(CannotUndoError, match="came with a merge"):
        lin.session.history.take_back(came)
    both_ways(lin, wang)


def test_a_change_a_removal_and_a_decision_are_followed(
    copies: tuple[Host, Host],
) -> None:
    lin, wang = copies
    (first,) = wang.session.annotations.of_document(wang.document.id)
    second = lin.mark(5, 9)
    both_ways(lin, wang)
    wang.session.annotations.change(first, note="改过", status=Status.FLAGGED)
    wang.session.annotations.delete(wang.session.annotations.get(second.id))
    assert lin.session.merge(wang.path).conflicts == ()
    assert lin.session.annotations.get(first.id).note == "改过"
    with pytest.raises(NotFoundError):
        lin.session.annotations.get(second.id)
    both_ways(lin, wang)


@pytest.mark.parametrize("lin_last", [True, False])
def test_the_later_change_stands_and_both_sides_are_kept(
    copies: tuple[Host, Host], monkeypatch: pytest.MonkeyPatch, lin_last: bool
) -> None:
    lin, wang = copies
    (seen,) = lin.session.annotations.of_document(lin.document.id)
    for host, note in (
        ((wang, "王"), (lin, "林"))
        if lin_last
        else (
            (lin, "林"),
            (wang, "王"),
        )
    ):
        host.session.annotations.change(seen, note=note)
        monkeypatch.setattr(
            "annotations.store.journal.now", lambda: "2999-01-01T00:00:00.000Z"
        )
    (conflict,) = lin.session.merge(wang.path).conflicts
    stands, gone = ("林", "王") if lin_last else ("王", "林")
    assert lin.session.annotations.get(seen.id).note == stands
    assert conflict.kept["annotations"][0]["note"] == stands
    assert conflict.dropped["annotations"][0]["note"] == gone
    both_ways(lin, wang)
    assert wang.session.annotations.get(seen.id).note == stands
    assert len(lin.session.conflicts()) == 1


def test_what_was_changed_here_is_not_removed_from_there(
    copies: tuple[Host, Host],
) -> None:
    lin, wang = copies
    (seen,) = lin.session.annotations.of_document(lin.document.id)
    lin.session.annotations.change(seen, note="还要")
    wang.session.annotations.delete(seen)
    assert len(lin.session.merge(wang.path).conflicts) == 1
    assert lin.session.annotations.get(seen.id).note == "还要"
    wang.session.merge(lin.path)
    assert wang.session.annotations.get(seen.id).note == "还要"
    both_ways(lin, wang)


def test_what_was_changed_there_comes_back_though_it_was_removed_here(
    copies: tuple[Host, Host],
) -> None:
    lin, wang = copies
    (seen,) = lin.session.annotations.of_document(lin.document.id)
    lin.session.annotations.delete(seen)
    wang.session.annotations.change(seen, note="还要")
    (conflict,) = lin.session.merge(wang.path).conflicts
    assert (conflict.rule, conflict.dropped) == ("changed there, removed here", {})
    assert lin.session.annotations.get(seen.id).note == "还要"
    both_ways(lin, wang)


def test_undo_takes_back_what_was_done_here_and_nothing_that_came(
    copies: tuple[Host, Host],
) -> None:
    lin, wang = copies
    with Session.open(wang.path, "lin") as elsewhere:
        theirs = elsewhere.annotations.create(
            wang.document.id, Kind.CLAIM, [Span(5, 9)]
        )
    mine = lin.mark(12, 15)
    lin.session.merge(wang.path)
    labels = [step.label for _ in range(2) if (step := lin.session.history.undo())]
    assert labels == ["merge wang.db", "mark a quote"]
    for identity in (theirs.id, mine.id):
        with pytest.raises(NotFoundError):
            lin.session.annotations.get(identity)


def test_a_document_removed_there_stays_if_it_is_in_use_here(
    copies: tuple[Host, Host],
) -> None:
    lin, wang = copies
    mine = lin.mark(5, 9)
    wang.session.documents.remove(wang.document)
    assert wang.session.documents.summaries() == []
    lin.session.merge(wang.path)
    assert lin.session.annotations.get(mine.id) == mine
    assert lin.whole()
    wang.session.merge(lin.path)
    assert wang.session.annotations.get(mine.id) == mine
    assert wang.whole()


def test_a_tag_removed_there_comes_back_under_a_new_one(
    copies: tuple[Host, Host],
) -> None:
    lin, wang = copies
    lin.session.codebook.add("民生/交通")
    (tag,) = wang.session.codebook.tags()
    wang.session.codebook.remove(tag)
    (conflict,) = wang.session.merge(lin.path).conflicts
    assert conflict.rule == "removed here, in use there: brought back"
    both_ways(lin, wang)
    assert wang.state()["tags"] == ["民生", "民生/交通"]


@pytest.mark.parametrize("removed", ["document", "tag"])
def test_what_was_made_on_both_and_removed_here_comes_back_if_it_is_in_use_there(
    apart: tuple[Host, Host], removed: str
) -> None:
    lin, wang = apart
    tag, theirs = (host.session.codebook.add("民生") for host in apart)
    lin.session.merge(wang.path)
    if removed == "document":
        lin.session.documents.remove(lin.document)
    else:
        lin.session.codebook.remove(tag)
    mark = wang.mark(5, 9, tags=[theirs.id])
    (conflict,) = lin.session.merge(wang.path).conflicts
    assert (conflict.kind, conflict.rule) == (
        removed,
        "removed here, in use there: brought back",
    )
    assert lin.session.annotations.get(mark.id).exact == mark.exact
    both_ways(lin, wang)


def test_a_merge_is_one_step_back_and_can_be_made_again(
    copies: tuple[Host, Host],
) -> None:
    lin, wang = copies
    wang.mark(5, 9, note="王的")
    tag = wang.session.codebook.add("产业/就业", key="2")
    wang.mark(10, 12, tags=[tag.id], speaker="许敏")
    before = lin.state()
    lin.session.merge(wang.path)
    merged = lin.state()
    assert merged == wang.state()
    step = lin.session.history.undo()
    assert step is not None
    assert step.label == "merge wang.db"
    assert lin.state() == before
    assert lin.whole()
    lin.session.history.redo()
    assert lin.state() == merged
    lin.session.history.undo()
    lin.session.merge(wang.path)
    assert lin.state() == merged
    assert lin.whole()


def test_a_merge_that_changed_nothing_can_be_taken_back_too(
    copies: tuple[Host, Host],
) -> None:
    lin, wang = copies
    wang.session.codebook.add("产业")
    wang.session.history.undo()
    before = lin.state()
    assert lin.session.merge(wang.path).changed == ()
    for _ in range(2):
        taken_back = lin.session.history.undo()
        assert taken_back is not None
        assert taken_back.label == "merge wang.db"
        assert lin.state() == before
        assert lin.session.history.redo() is not None
    lin.session.history.undo()
    assert lin.session.history.undo() is not None
    assert lin.state() != before, "the step before it"
    assert lin.whole()


def test_a_newer_text_comes_with_its_anchors(copies: tuple[Host, Host]) -> None:
    lin, wang = copies
    wang.session.documents.update(wang.document, source("更正\n\n" + STORY))
    lin.session.merge(wang.path)
    assert lin.document.sha256 == wang.document.sha256
    (one,) = lin.session.annotations.of_document(lin.document.id)
    assert one.spans == (Span(4, 8),)
    both_ways(lin, wang)


def test_three_hosts_end_alike(copies: tuple[Host, Host], tmp_path: Path) -> None:
    lin, wang = copies
    lin.session.back_up(tmp_path / "zhao.db")
    zhao = Host(tmp_path / "zhao.db", "zhao")
    try:
        for number, host in enumerate((lin, wang, zhao)):
            host.mark(5 + number, 9, note=str(number))
            host.session.codebook.add(f"共同/{number}")
        lin.session.merge(wang.path)
        zhao.session.merge(wang.path)
        lin.session.merge(zhao.path)
        wang.session.merge(lin.path)
        both_ways(zhao, wang)
        assert lin.state() == wang.state() == zhao.state()
        assert all(host.whole() for host in (lin, wang, zhao))
    finally:
        zhao.session.close()


def test_a_key_that_is_taken_here_is_left_off(apart: tuple[Host, Host]) -> None:
    lin, wang = apart
    lin.session.codebook.add("甲", key="1")
    wang.session.codebook.add("乙", key="1")
    lin.session.merge(wang.path)
    keys = {tag.path: tag.key for tag in lin.session.codebook.tags()}
    assert keys == {"甲": "1", "乙": ""}


def test_what_is_no_project_is_refused_and_nothing_happens(
    copies: tuple[Host, Host], tmp_path: Path
) -> None:
    lin, wang = copies
    text = tmp_path / "notes.txt"
    text.write_text("不是项目", encoding="utf-8")
    steps = lin.session.history.steps()
    for other in (text, tmp_path / "missing.db", tmp_path):
        with pytest.raises(ProjectRefusedError) as refused:
            lin.session.merge(other)
        assert "pizhu add" not in refused.value.hint
    damaged = tmp_path / "damaged.db"
    shutil.copy(wang.path, damaged)
    wang.session.close()
    data = bytearray(damaged.read_bytes())
    data[4096:] = b"\x5a" * len(data[4096:])
    damaged.write_bytes(data)
    with pytest.raises(ProjectRefusedError):
        lin.session.merge(damaged)
    assert lin.session.history.steps() == steps


def test_the_other_file_is_not_changed(copies: tuple[Host, Host]) -> None:
    lin, wang = copies
    lin.mark(5, 9)
    wang.session.close()
    before = wang.path.read_bytes()
    lin.session.merge(wang.path)
    assert wang.path.read_bytes() == before


def test_what_the_rules_found_on_both_hosts_is_one(apart: tuple[Host, Host]) -> None:
    lin, wang = apart
    for host in apart:
        found = host.session.suggestions.find(
            host.session.documents.text(host.document.id)
        )
        host.session.suggestions.store(host.document.id, found)
    count = len(lin.session.annotations.of_document(lin.document.id))
    first, second, third, *_ = lin.session.annotations.of_document(lin.document.id)
    lin.session.annotations.change(first, status=Status.ACCEPTED, note="林看过")
    theirs = wang.session.annotations.get(second.id)
    wang.session.annotations.change(theirs, status=Status.REJECTED)
    for host in (lin, wang):
        one = host.session.annotations.get(third.id)
        host.session.annotations.change(one, status=Status.ACCEPTED)
    assert lin.session.merge(wang.path).conflicts == ()
    both_ways(lin, wang)
    assert wang.session.merge(lin.path).conflicts == ()
    for host in apart:
        ones = {
            one.id: one.status
            for one in host.session.annotations.of_document(host.document.id)
        }
        assert len(ones) == count
        assert [ones[one.id] for one in (first, second, third)] == [
            Status.ACCEPTED,
            Status.REJECTED,
            Status.ACCEPTED,
        ]
        assert host.session.annotations.get(first.id).note == "林看过"


def test_tags_that_were_moved_under_each_other_are_not_lost(
    copies: tuple[Host, Host],
) -> None:
    lin, wang = copies
    first, second = lin.session.codebook.add("产业"), lin.session.codebook.add("社会")
    both_ways(lin, wang)
    lin.session.codebook.move(first, "社会/产业")
    wang.session.codebook.move(wang.session.codebook.get(second.id), "产业/社会")
    both_ways(lin, wang)
    for host in (lin, wang):
        assert host.state()["tags"] == ["产业", "产业/社会", "民生"]
        assert host.whole()
    both_ways(lin, wang)
    assert lin.state() == wang.state()


def test_words_rules_and_filters_come_along(copies: tuple[Host, Host]) -> None:
    lin, wang = copies
    wang.session.suggestions.add_words("cue", ["吐露"])
    wang.session.suggestions.set_rule("claim.factual", is_on=False)
    wang.session.reviewing.save_filter("断言", "kind:claim")
    lin.session.suggestions.add_words("name", ["河埠社"])
    both_ways(lin, wang)
    for host in (lin, wang):
        settings = host.session.suggestions.settings()
        assert settings.lexicon.cues == ("吐露",)
        assert settings.lexicon.names == ("河埠社",)
        assert settings.rules_off == {"claim.factual"}
        assert host.session.reviewing.filters() == {"断言": "kind:claim"}
    wang.session.suggestions.remove_words("cue", ["吐露"])
    both_ways(lin, wang)
    assert lin.session.suggestions.words("cue") == ()


def test_a_project_that_is_not_whole_is_refused_and_nothing_comes(
    copies: tuple[Host, Host],
) -> None:
    lin, wang = copies
    wang.mark(5, 9)
    wang.mark(12, 15)
    wang.session.close()
    with closing(sqlite3.connect(wang.path)) as connection:
        connection.execute("UPDATE spans SET exact = '桥梁梁' WHERE start = 12")
        connection.commit()
    before, steps = lin.state(), lin.session.history.steps()
    with pytest.raises(ProjectRefusedError, match="not whole"):
        lin.session.merge(wang.path)
    assert (lin.state(), lin.session.history.steps()) == (before, steps)
    assert lin.whole()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE annotations SET note = CAST(x'ff41' AS TEXT)",
        "UPDATE speakers SET name = CAST(x'edb08041' AS TEXT)",
        "UPDATE documents SET title = CAST(x'c328' AS TEXT)",
        "UPDATE changes SET \"after\" = '{'",
        "UPDATE actions SET label = CAST(x'80' AS TEXT)",
        "UPDATE changes SET table_name = 'sqlite_master'",
    ],
)
def test_what_is_no_text_in_another_project_is_refused_whole(
    apart: tuple[Host, Host], sql: str
) -> None:
    """Half characters and bytes that are not UTF-8; nothing of them comes in."""
    lin, wang = apart
    wang.mark(2, 6, speaker="许敏", note="好")
    before = lin.state()
    with closing(sqlite3.connect(wang.path)) as connection:
        connection.execute(sql)
        connection.commit()
    with pytest.raises(ProjectRefusedError):
        lin.session.merge(wang.path)
    assert lin.state() == before
    assert lin.whole()


def correct(host: Host, **fields: str) -> None:
    host.session.documents.change(host.document, **fields)  # type: ignore[arg-type]


def sayings(host: Host) -> tuple[str, str, str, str]:
    """What is said of the document."""
    one = host.document
    return one.title, one.publication, one.published, one.author


@pytest.mark.parametrize("lin_is_later", [True, False])
def test_of_a_title_that_both_corrected_the_later_stands_and_both_are_told(
    copies: tuple[Host, Host], lin_is_later: bool
) -> None:
    lin, wang = copies
    for host in copies if not lin_is_later else copies[::-1]:
        correct(host, title=f"{host.session.analyst} 的标题")
    both_ways(lin, wang)
    later, earlier = ("lin", "wang") if lin_is_later else ("wang", "lin")
    assert [host.document.title for host in copies] == [f"{later} 的标题"] * 2
    (conflict,) = lin.session.conflicts()
    assert (conflict.kind, conflict.kept["documents"][0]["title"]) == (
        "document",
        f"{later} 的标题",
    )
    assert conflict.dropped["documents"][0]["title"] == f"{earlier} 的标题"


def test_what_only_one_side_corrected_of_a_document_is_kept_with_the_others(
    copies: tuple[Host, Host],
) -> None:
    lin, wang = copies
    correct(lin, title="新桥", published="2026-04")
    correct(wang, author="林一", publication="")
    both_ways(lin, wang)
    for host in copies:
        assert sayings(host) == ("新桥", "", "2026-04", "林一")
        assert host.session.conflicts() == []


@pytest.mark.parametrize("title_is_later", [True, False])
def test_a_corrected_title_and_a_newer_text_come_together(
    copies: tuple[Host, Host], title_is_later: bool
) -> None:
    lin, wang = copies
    newer = source("更正\n\n" + STORY)
    if title_is_later:
        wang.session.documents.update(wang.document, newer)
    correct(lin, title="新桥")
    if not title_is_later:
        wang.session.documents.update(wang.document, newer)
    both_ways(lin, wang)
    for host in copies:
        assert host.document.title == "新桥"
        assert host.session.documents.text(host.document.id).text == newer.text
        assert host.session.conflicts() == []


@pytest.mark.parametrize("lin_is_later", [True, False])
def test_a_guess_takes_nothing_from_what_another_corrected(
    tmp_path: Path, lin_is_later: bool
) -> None:
    hosts = Host(tmp_path / "lin.db", "lin"), Host(tmp_path / "wang.db", "wang")
    lin, wang = hosts
    for host in hosts[:: -1 if lin_is_later else 1]:
        known = {"title": "河埠新桥"} if host is wang else {}
        host.session.documents.add(source(**known))
        if host is lin:
            correct(host, title="新桥", publication="")
    both_ways(*hosts)
    for host in hosts:
        assert sayings(host) == ("新桥", "", "2026-04-20", "")
        assert host.session.conflicts() == []
        host.session.close()


def test_corrections_made_before_two_met_are_settled_for_the_later(
    apart: tuple[Host, Host],
) -> None:
    for host in apart:
        correct(host, title=f"{host.session.analyst} 的标题")
    both_ways(*apart)
    assert [host.document.title for host in apart] == ["wang 的标题"] * 2
    assert len(apart[0].session.conflicts()) == 1
