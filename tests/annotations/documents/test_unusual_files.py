"""Files that are odd by name, place, size or encoding: loaded rightly or refused."""

from __future__ import annotations

import inspect
import os
import sys
from pathlib import Path

import pytest

from annotations.documents import loading
from annotations.documents.decoding import decode
from annotations.documents.folders import collect
from annotations.documents.loading import load, load_all
from annotations.documents.refusals import Refused, spelled
from annotations.errors import SourceRefusedError
from annotations.model import DecodedSource

STORY = "渡口今天早上恢复通航，两岸的人都来看第一班船。\n"


def test_a_name_in_gb18030_becomes_storable_text(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/" + "渡口.txt".encode("gb18030")
    try:
        Path(os.fsdecode(raw)).write_text("。\n", "utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    (found,) = load_all([tmp_path])
    assert isinstance(found, DecodedSource)
    assert found.path == str(tmp_path / "渡口.txt")
    assert found.title == "渡口"


def test_a_name_in_no_encoding_is_spelled_out() -> None:
    path = Path(os.fsdecode(b"/\xff\xff.txt"))
    assert spelled(path) == "/\\xff\\xff.txt"
    assert spelled(Path("/渡口.txt")) == "/渡口.txt"


def test_folders_may_be_nested_deeper_than_calls(tmp_path: Path) -> None:
    deepest = tmp_path.joinpath(*"d" * 150)
    deepest.mkdir(parents=True)
    (deepest / "x.txt").write_text(STORY, "utf-8")
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 100)
    try:
        found = list(collect([tmp_path]))
    finally:
        sys.setrecursionlimit(limit)
    assert found == [deepest / "x.txt"]


def test_files_that_hold_more_than_they_say_are_refused() -> None:
    proc = Path("/proc/version")
    if not proc.exists():
        pytest.skip("no /proc here")
    with pytest.raises(SourceRefusedError, match="grows while it is read"):
        load(proc)


def test_too_large_a_file_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "大.txt"
    with path.open("wb") as file:
        file.truncate(loading.LARGEST + 1)
    monkeypatch.setattr(loading, "decode", lambda *_: pytest.fail("it was read"))
    with pytest.raises(SourceRefusedError, match="larger than 256 MB"):
        load(path)


def test_a_pipe_put_in_a_file_s_place_cannot_hang(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text(STORY, "utf-8")
    (chosen,) = collect([tmp_path])
    assert chosen == path
    path.unlink()
    os.mkfifo(path)
    (refused,) = load_all([path])
    assert refused == Refused(str(path), "is no regular file")
    with pytest.raises(SourceRefusedError, match="is no regular file"):
        load(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_refused_by_name(tmp_path: Path) -> None:
    path, folder = tmp_path / "密.txt", tmp_path / "密"
    path.write_text(STORY, "utf-8")
    path.chmod(0)
    folder.mkdir(mode=0)
    found = list(load_all([tmp_path]))
    folder.chmod(0o700)
    assert {one.path for one in found if isinstance(one, Refused)} == {
        str(path),
        str(folder),
    }


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("これは日本語の文章です。新聞の記事を読んでいます。" * 4, "shift_jis"),
        ("これは日本語の文章です。新聞の記事を読んでいます。" * 4, "euc_jp"),
        ("이것은 한국어 문장입니다. 신문 기사를 읽고 있습니다. " * 4, "euc_kr"),
        ("L'été à la française est très agréable. " * 4, "latin-1"),
        ("Это русский текст о переправе. " * 4, "cp1251"),
    ],
)
def test_other_languages_are_refused_rather_than_read_as_chinese(
    text: str, codec: str
) -> None:
    with pytest.raises(SourceRefusedError, match="no encoding that could be told"):
        decode(text.encode(codec))
    assert decode(text.encode(codec), codec)[0] == text


def test_damage_is_named_with_its_place() -> None:
    with pytest.raises(SourceRefusedError, match="utf-8, but byte 70 cannot"):
        decode((STORY * 2).encode()[:71])
    with pytest.raises(SourceRefusedError, match="gb18030, but byte 46 cannot"):
        decode(STORY.strip().encode("gb18030") + b"\xb6")


@pytest.mark.parametrize("name", ["undefined", "utf-8\x00", "", "x" * 5000])
def test_no_name_of_an_encoding_is_a_traceback(name: str) -> None:
    with pytest.raises(SourceRefusedError, match="no encoding is called"):
        decode(STORY.encode(), name)


def test_no_encoding_brings_forth_half_characters() -> None:
    with pytest.raises(SourceRefusedError):
        decode(b"+2D0-abc", "utf-7")
