"""Projects that went different ways become one, and can be merged again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotations.session import Session
from tests.annotations.store.test_merging import Host, both_ways
from tests.conftest import STORY, source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def copies(tmp_path: Path) -> Iterator[tuple[Host, Host]]:
    """A project with two tags and two speakers, and a copy of it on another host."""
    lin = Host(tmp_path / "lin.db", "lin")
    lin.session.documents.add(source())
    for number, tag in enumerate(("甲", "乙")):
        made = lin.session.codebook.add(tag)
        lin.mark(4 * number, 4 * number + 4, speaker=f"{tag}某", tags=[made.id])
    lin.session.back_up(tmp_path / "wang.db")
    hosts = lin, Host(tmp_path / "wang.db", "wang")
    yield hosts
    for host in hosts:
        host.session.close()


def rename_tag(host: Host, before: str, after: str) -> None:
    tag = host.session.codebook.by_path(before)
    assert tag is not None
    host.session.codebook.change(tag, name=after)


def rename_speaker(host: Host, before: str, after: str) -> None:
    host.session.speakers.change(host.session.speakers.find(before), name=after)


def paths(host: Host) -> list[str]:
    """The codebook as it is shown."""
    return [tag.path for tag in host.session.codebook.tags()]


def said(host: Host) -> list[tuple[object, ...]]:
    """What is said of tags, speakers and documents."""
    session = host.session
    return [
        *((one.path, one.key, one.colour, one.definition) for one in session.codebook.tags()),
        *(
            (one.name, one.role, one.organisation, one.aliases)
            for one in sorted(session.speakers.every(), key=lambda one: one.name)
        ),
    ]  # fmt: skip


@pytest.fixture
def strangers(tmp_path: Path) -> Iterator[tuple[Host, Host]]:
    """Two projects that were begun apart, with the same text, speaker and tag."""
    hosts = Host(tmp_path / "lin.db", "lin"), Host(tmp_path / "wang.db", "wang")
    for number, host in enumerate(hosts):
        host.session.documents.add(source())
        host.session.codebook.add("民生", colour="red")
        host.mark(number, number + 4, speaker="许敏")
    yield hosts
    for host in hosts:
        host.session.close()


@pytest.mark.parametrize("lin_first", [True, False])
def test_what_each_said_of_one_thing_before_they_met_is_joined(
    strangers: tuple[Host, Host], lin_first: bool
) -> None:
    lin, wang = strangers
    for host, who, what in (
        (lin, {"role": "镇长", "aliases": ["小许"]}, {"key": "1"}),
        (
            wang,
            {"organisation": "镇政府", "aliases": ["许主任"]},
            {"definition": "吃住行"},
        ),
    ):
        host.session.speakers.change(host.session.speakers.find("许敏"), **who)  # type: ignore[arg-type]
        host.session.codebook.change(host.session.codebook.tags()[0], **what)  # type: ignore[arg-type]
    one, other = strangers if lin_first else strangers[::-1]
    assert one.session.merge(other.path).conflicts == ()
    both_ways(one, other)
    for host in strangers:
        assert said(host) == [
            ("民生", "1", "red", "吃住行"),
            ("许敏", "镇长", "镇政府", ("小许", "许主任")),
        ]


@pytest.mark.parametrize("lin_first", [True, False])
@pytest.mark.parametrize("lin_last", [True, False])
def test_what_both_said_otherwise_before_they_met_is_told_and_the_later_stands(
    strangers: tuple[Host, Host],
    monkeypatch: pytest.MonkeyPatch,
    lin_first: bool,
    lin_last: bool,
) -> None:
    for host in strangers[::-1] if lin_last else strangers:
        name = host.session.analyst
        tag = host.session.codebook.tags()[0]
        host.session.codebook.change(tag, definition=name)
        speaker = host.session.speakers.find("许敏")
        host.session.speakers.change(speaker, role=name)
        monkeypatch.setattr(
            "annotations.store.journal.now", lambda: "2999-01-01T00:00:00.000Z"
        )
    one, other = strangers if lin_first else strangers[::-1]
    told = one.session.merge(other.path).conflicts
    assert sorted(conflict.kind for conflict in told) == ["speaker", "tag"]
    both_ways(one, other)
    later = "lin" if lin_last else "wang"
    for host in strangers:
        assert said(host) == [("民生", "", "red", later), ("许敏", later, "", ())]


@pytest.mark.parametrize("lin_first", [True, False])
@pytest.mark.parametrize("into", ["许敏", "周岚"])
def test_speakers_that_one_side_merged_are_one_on_the_other_side_too(
    strangers: tuple[Host, Host], lin_first: bool, into: str
) -> None:
    for number, host in enumerate(strangers):
        host.mark(10 + number, 14 + number, speaker="周岚", note=host.session.analyst)
    speakers = strangers[0].session.speakers
    (other_name,) = {"许敏", "周岚"} - {into}
    speakers.merge(speakers.find(into), [speakers.find(other_name)])
    one, other = strangers if lin_first else strangers[::-1]
    both_ways(one, other)
    both_ways(one, other)
    for host in strangers:
        assert [
            (one.name, one.aliases, one.quotes) for one in host.session.speakers.every()
        ] == [(into, (other_name,), 4)]
    one.session.history.undo()
    assert one.whole()


def test_a_speaker_who_was_changed_here_and_merged_there_is_told(
    strangers: tuple[Host, Host],
) -> None:
    lin, wang = strangers
    wang.mark(10, 14, speaker="周岚")
    for role, name in (("镇长", "许敏"), ("专家", "周岚")):
        wang.session.speakers.change(wang.session.speakers.find(name), role=role)
    lin.session.speakers.change(lin.session.speakers.find("许敏"), aliases=["周岚"])
    (conflict,) = wang.session.merge(lin.path).conflicts
    assert conflict.rule == "merged there, changed here"
    assert conflict.dropped["speakers"][0]["role"] == "专家"
    both_ways(wang, lin)
    assert [one.name for one in wang.session.speakers.every()] == ["许敏"]


def test_a_tag_that_one_host_joined_is_alike_on_the_other(
    copies: tuple[Host, Host],
) -> None:
    lin, wang = copies
    lin.session.codebook.change(lin.session.codebook.tags()[0], key="1")
    wang.session.merge(lin.path)
    wang.session.codebook.remove(wang.session.codebook.tags()[0])
    wang.session.codebook.add("甲", colour="red")
    both_ways(lin, wang)
    assert sorted(said(lin)) == sorted(said(wang))


@pytest.mark.parametrize("is_undone", [True, False])
def test_what_a_merge_wrote_is_nobody_s_decision(
    copies: tuple[Host, Host], is_undone: bool
) -> None:
    lin, wang = copies
    made = lin.session.codebook.add("丙")
    wang.session.merge(lin.path)
    if is_undone:
        lin.session.history.undo()
    else:
        lin.session.codebook.change(made, name="丁")
    assert wang.session.merge(lin.path).conflicts == ()
    both_ways(lin, wang)
    assert paths(wang) == (["甲", "乙"] if is_undone else ["甲", "乙", "丁"])


def test_a_merge_that_was_taken_back_and_made_again_brings_the_same(
    copies: tuple[Host, Host],
) -> None:
    lin, wang = copies
    rename_tag(wang, "甲", "丙")
    for _ in range(2):
        assert lin.session.merge(wang.path).conflicts == ()
        assert paths(lin) == ["丙", "乙"]
        lin.session.history.undo()
        assert paths(lin) == ["甲", "乙"]
    assert wang.session.merge(lin.path).conflicts == ()
    assert paths(wang) == ["丙", "乙"], "what lin did not want to have yet"
    both_ways(lin, wang)
    assert paths(lin) == ["丙", "乙"]


@pytest.mark.parametrize("lin_first", [True, False])
def test_a_name_that_a_merge_gave_is_given_once(
    copies: tuple[Host, Host], lin_first: bool
) -> None:
    lin, wang = copies if lin_first else copies[::-1]
    rename_tag(copies[0], "甲", "丙")
    copies[1].session.codebook.add("丙")
    for _ in range(3):
        both_ways(lin, wang)
    assert paths(lin) == paths(wang) == ["丙", "乙", "丙′"]


@pytest.mark.parametrize("undone", [True, False])
def test_tags_under_tags_that_were_removed_there_go(
    tmp_path: Path, undone: bool
) -> None:
    lin = Host(tmp_path / "lin.db", "lin")
    lin.session.codebook.add("丙/丁/戊")
    lin.session.back_up(tmp_path / "wang.db")
    wang = Host(tmp_path / "wang.db", "wang")
    if undone:
        lin.session.history.undo()
    else:
        for path in ("丙/丁/戊", "丙/丁", "丙"):
            tag = lin.session.codebook.by_path(path)
            assert tag is not None
            lin.session.codebook.remove(tag)
    assert wang.session.merge(lin.path).conflicts == ()
    both_ways(wang, lin)
    assert paths(wang) == []
    for host in (lin, wang):
        host.session.close()


def test_a_tag_stays_for_what_was_put_under_it_here(
    copies: tuple[Host, Host],
) -> None:
    lin, wang = copies
    lin.session.codebook.add("丙/丁")
    both_ways(lin, wang)
    wang.session.codebook.add("丙/戊")
    for path in ("丙/丁", "丙"):
        tag = lin.session.codebook.by_path(path)
        assert tag is not None
        lin.session.codebook.remove(tag)
    (conflict,) = wang.session.merge(lin.path).conflicts
    assert conflict.rule == "removed there, changed or in use here"
    assert conflict.kept["tags"][0]["name"] == "丙"
    both_ways(lin, wang)
    assert paths(lin) == ["甲", "乙", "丙", "丙/戊"]


@pytest.mark.parametrize("lin_first", [True, False])
def test_tags_that_were_moved_under_each_other_are_put_right_and_told(
    copies: tuple[Host, Host], lin_first: bool
) -> None:
    for host, (path, above) in zip(copies, ("甲乙", "乙甲"), strict=True):
        tag, parent = map(host.session.codebook.by_path, (path, above))
        assert tag is not None
        assert parent is not None
        host.session.codebook.change(tag, parent_id=parent.id)
    lin, wang = copies if lin_first else copies[::-1]
    (conflict,) = lin.session.merge(wang.path).conflicts
    assert conflict.rule == "moved under each other: the one made first is at the top"
    both_ways(lin, wang)
    assert paths(lin) == paths(wang) == ["甲", "甲/乙"]


def test_a_tree_that_another_file_has_turned_is_no_circle_here(
    copies: tuple[Host, Host],
) -> None:
    lin, wang = copies
    codebook = wang.session.codebook
    first, second = codebook.tags()
    first = codebook.change(first, parent_id=second.id)
    lin.session.merge(wang.path)
    codebook.change(first, parent_id=None)
    codebook.change(codebook.get(second.id), parent_id=first.id)
    assert lin.session.merge(wang.path).conflicts == ()
    assert paths(lin) == ["甲", "甲/乙"]
    both_ways(lin, wang)


def test_two_codebooks_are_one_tree_in_one_order(tmp_path: Path) -> None:
    hosts = [Host(tmp_path / f"{name}.db", name) for name in ("lin", "wang")]
    for host, path in zip(hosts, ("甲/子", "乙/丑"), strict=True):
        host.session.codebook.add(path)
    both_ways(*hosts)
    for host in hosts:
        assert paths(host) == ["甲", "甲/子", "乙", "乙/丑"]
        host.session.close()


@pytest.mark.parametrize("updates", [["lin"], ["wang"], ["lin", "wang"]])
def test_what_was_marked_moves_with_a_text_that_the_other_side_updated(
    copies: tuple[Host, Host], updates: list[str]
) -> None:
    lin, wang = copies
    words = STORY.index("总算")
    for host in copies:
        host.mark(words, words + 4, note=host.session.analyst)
    for host in copies:
        if host.session.analyst in updates:
            newer = source(f"本报讯 {host.session.analyst}\n{STORY}")
            host.session.documents.update(host.document, newer)
    for _ in range(2):
        lin.session.merge(wang.path)
        wang.session.merge(lin.path)
    for host in copies:
        assert host.whole()
        marks = host.session.annotations.of_document(host.document.id)
        assert [one.exact for one in marks if one.note] == [("总算不用",)] * 2
    assert lin.state() == wang.state()


def test_two_that_were_given_one_name_keep_apart_alike_on_both_sides(
    copies: tuple[Host, Host],
) -> None:
    lin, wang = copies
    rename_tag(lin, "甲", "丙")
    rename_tag(wang, "乙", "丙")
    rename_speaker(lin, "甲某", "丙某")
    rename_speaker(wang, "乙某", "丙某")
    for _ in range(2):
        both_ways(lin, wang)
    assert lin.state()["tags"] == ["丙", "丙′"]
    assert sorted(lin.session.speakers.names()) == ["丙某", "丙某′"]


@pytest.mark.parametrize(("ours", "theirs"), ["甲乙", "乙甲"])
def test_a_key_given_to_two_tags_stays_one_s_and_is_told(
    copies: tuple[Host, Host], ours: str, theirs: str
) -> None:
    for host, path in zip(copies, (ours, theirs), strict=True):
        tag = host.session.codebook.by_path(path)
        assert tag is not None
        host.session.codebook.change(tag, key="1")
    lin, wang = copies
    told = lin.session.merge(wang.path).conflicts
    assert [conflict.kind for conflict in told] == ["tag"]
    both_ways(lin, wang)
    for host in copies:
        assert host.whole()
        keys = {tag.path: tag.key for tag in host.session.codebook.tags()}
        assert keys == {"甲": "1", "乙": ""}, "the one made earlier has it"


@pytest.mark.parametrize(("ours", "theirs"), ["甲乙", "乙甲"])
def test_an_alias_given_to_two_speakers_stays_one_s_and_is_told(
    copies: tuple[Host, Host], ours: str, theirs: str
) -> None:
    for host, name in zip(copies, (ours, theirs), strict=True):
        speakers = host.session.speakers
        speakers.change(speakers.find(f"{name}某"), aliases=["老张"])
    lin, wang = copies
    told = lin.session.merge(wang.path).conflicts
    assert [conflict.kind for conflict in told] == ["speaker"]
    both_ways(lin, wang)
    for host in copies:
        assert host.whole()
        assert host.session.speakers.find("老张").name == "甲某"


def test_a_name_that_went_round_ends_the_merge(tmp_path: Path) -> None:
    lin = Host(tmp_path / "lin.db", "lin")
    lin.session.codebook.add("甲")
    lin.session.back_up(tmp_path / "wang.db")
    wang = Host(tmp_path / "wang.db", "wang")
    first = lin.session.codebook.by_path("甲")
    assert first is not None
    lin.session.codebook.remove(first)
    lin.session.codebook.add("丁")
    rename_tag(wang, "甲", "丁")
    for _ in range(3):
        lin.session.merge(wang.path)
        wang.session.merge(lin.path)
    for host in (lin, wang):
        assert host.whole()
        assert "丁" in host.state()["tags"]
        host.session.close()
    with Session.open(lin.path, "lin") as again:
        again.codebook.add("戊")
