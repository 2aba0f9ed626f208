"""Folders: which files are meant, in which order, and that nothing odd is opened."""

from __future__ import annotations

import os
import socket
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.documents.folders import collect, natural
from annotations.documents.loading import load_all
from annotations.documents.refusals import Refused
from annotations.model import DecodedSource
from annotations.store.copies import copy_before_migration
from annotations.store.project import Project


def _written(path: Path, text: str = "渡口搬到了下游，班次没有变。\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_folders_are_walked_in_natural_order_with_subfolders_in_their_place(
    tmp_path: Path,
) -> None:
    wanted = [
        _written(tmp_path / name)
        for name in ("1版.txt", "2版/3.txt", "2版/12.txt", "10版.txt")
    ]
    assert list(collect([tmp_path])) == wanted


def test_paths_keep_the_order_they_were_given_in(tmp_path: Path) -> None:
    late, early = _written(tmp_path / "乙.txt"), _written(tmp_path / "甲.txt")
    assert list(collect([late, early])) == [late, early]


def test_a_file_named_outright_is_taken_whatever_its_ending(tmp_path: Path) -> None:
    for name in ("表.csv", "图.png", "旧.db", "旧.db-wal", "旧.db-shm", ".藏.txt"):
        path = _written(tmp_path / name)
        assert list(collect([path])) == [path]
    assert list(collect([tmp_path])) == []


@pytest.mark.parametrize("name", ["pizhu.db", "work"])
def test_the_copies_of_a_migrated_project_are_passed_over(
    tmp_path: Path, name: str
) -> None:
    text, path = _written(tmp_path / "稿.txt"), tmp_path / name
    with closing(Project.open(path, "lin", must_exist=False)) as project:
        for _ in range(2):
            copy_before_migration(project.database, path, 1)
        assert len(list(tmp_path.glob("*.bak"))) == 2
        assert list(collect([tmp_path], path)) == [text]


def test_a_link_to_a_file_counts_and_a_link_to_a_folder_does_not(
    tmp_path: Path,
) -> None:
    inside = _written(tmp_path / "外面" / "稿.txt")
    folder = tmp_path / "稿件"
    folder.mkdir()
    (folder / "一.txt").symlink_to(inside)
    (folder / "二").symlink_to(inside.parent)
    assert list(collect([folder])) == [folder / "一.txt"]


def test_links_that_lead_nowhere_are_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    (tmp_path / "c").symlink_to("没有")
    found = list(collect([tmp_path]))
    assert [one.path for one in found if isinstance(one, Refused)] == [
        str(tmp_path / name) for name in "abc"
    ]
    assert len(found) == 3


def test_nothing_but_regular_files_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path may not be long
    os.mkfifo("管道")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("套接字")
    (tmp_path / "零.txt").symlink_to("/dev/zero")
    text = _written(tmp_path / "文.txt")
    opened: list[str] = []
    really_open = os.open

    def watched(path: Any, *arguments: Any, **named: Any) -> int:
        opened.append(os.fspath(path))
        return really_open(path, *arguments, **named)

    monkeypatch.setattr(os, "open", watched)
    found = list(load_all([tmp_path, Path("/dev/zero")]))
    refused = {str(tmp_path / name) for name in ("管道", "套接字", "零.txt")} | {
        "/dev/zero"
    }
    assert {one.path: type(one) for one in found} == {
        **dict.fromkeys(refused, Refused),
        str(text): DecodedSource,
    }
    assert not refused & set(opened)
    assert str(text) in opened


def test_a_missing_path_and_a_file_taken_for_a_folder_are_values(
    tmp_path: Path,
) -> None:
    file = _written(tmp_path / "稿.txt")
    wanted = [tmp_path / "没有.txt", file / "里面.txt", tmp_path / "半\x00截"]
    found = list(collect(wanted))
    assert [one.path for one in found if isinstance(one, Refused)] == [
        str(path) for path in wanted
    ]


def test_files_are_read_one_at_a_time(tmp_path: Path) -> None:
    first, second = _written(tmp_path / "1.txt"), tmp_path / "2.txt"
    reading = load_all([first, second])
    assert isinstance(next(reading), DecodedSource)
    _written(second)
    assert isinstance(next(reading), DecodedSource)


_NAMES = st.text(st.sampled_from("0129版aA. 十٣"), min_size=1, max_size=12)


@given(st.lists(_NAMES, unique=True), st.randoms(use_true_random=False))
def test_the_order_of_names_does_not_depend_on_the_disk(
    names: list[str], random: Any
) -> None:
    shuffled = list(names)
    random.shuffle(shuffled)
    assert sorted(shuffled, key=natural) == sorted(names, key=natural)
