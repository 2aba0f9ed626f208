"""Loading: every file of a folder becomes a source or a refusal by name."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

import pytest

from annotations.documents.folders import collect, natural
from annotations.documents.loading import load, load_all
from annotations.documents.metadata import guess
from annotations.documents.refusals import Refused
from annotations.documents.sample_project import STARTER_TAGS, write_samples
from annotations.errors import SourceRefusedError
from annotations.model import COLOURS, DecodedSource, Joins
from annotations.text.unwrap import find_joins

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_becomes_a_source(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    data = "河埠新桥通车\r\n\r\n（河埠社河埠4月20日电 记者 沈一舟）新桥通车。".encode(
        "gb18030"
    )
    path.write_bytes(data)
    found = load(path)
    assert found.text.startswith("河埠新桥通车\n\n（河埠社")
    assert found.sha256 == hashlib.sha256(data).hexdigest()
    assert (found.encoding, found.path) == ("gb18030", str(path))
    assert (found.title, found.publication) == ("河埠新桥通车", "河埠社")
    assert path.read_bytes() == data


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "1-good.txt").write_text("新桥通车，居民高兴。", "utf-8")
    (tmp_path / "2-empty.txt").write_bytes(b"")
    (tmp_path / "3-binary.txt").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "4-also good.txt").write_text("老街修好了，人回来了。", "utf-8")
    found = list(load_all([tmp_path, tmp_path / "missing.txt"]))
    kinds = [type(one).__name__ for one in found]
    assert kinds == ["DecodedSource", "Refused", "Refused", "DecodedSource", "Refused"]
    refused = [one for one in found if isinstance(one, Refused)]
    assert [one.reason.split(";")[0] for one in refused] == [
        "is empty",
        "is binary, not text",
        "cannot be read (No such file or directory)",
    ]
    assert isinstance(found[0], DecodedSource)


def test_pipes_loops_and_hidden_files_do_no_harm(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    (folder / "sub").mkdir(parents=True)
    (folder / "sub" / "a.txt").write_text("文", "utf-8")
    (folder / ".hidden").write_text("不读", "utf-8")
    (folder / "pizhu.db").write_bytes(b"SQLite format 3\x00")
    (folder / "scan.pdf").write_bytes(b"%PDF")
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe")
    found = list(collect([folder]))
    assert found == [
        Refused(str(folder / "pipe"), "is no regular file"),
        folder / "sub" / "a.txt",
    ]
    with pytest.raises(SourceRefusedError, match="no regular file"):
        load(folder / "pipe")


def test_names_sort_as_people_count() -> None:
    names = ["10.txt", "2.txt", "1.txt", "版10", "版9"]
    assert sorted(names, key=natural) == ["1.txt", "2.txt", "10.txt", "版9", "版10"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\n\n老渠新水润旱塬\n\n——灌区改造一年间\n\n正文。", ("老渠新水润旱塬", "", "", "")),
        ("## 语音助手进了养老院\n\n2026年3月,福利院试用。", ("语音助手进了养老院", "", "", "")),
        ("2026年4月20日\n\n新桥通车\n\n正文。", ("新桥通车", "", "2026-04-20", "")),
        ("新桥通车\n\n本报记者 沈一舟\n\n正文。", ("新桥通车", "", "", "沈一舟")),
        ("（据河埠社河埠4月2日电）新桥今天通车，居民高兴。", ("新桥今天通车，居民高兴。", "河埠社", "", "")),
        ("完。”他说。从那以后，再没有人走旧路，河上只剩风声和水声，桥上却热闹起来了。", ("从那以后，再没有人走旧路，河上只剩风声和水声，桥上却热闹起来了。", "", "", "")),
        ("（河埠社河埠4月2日电 记者王明）新桥今天通车。", ("新桥今天通车。", "河埠社", "", "王明")),
        ("河埠社河埠4月2日电（记者 王明）新桥今天通车。", ("新桥今天通车。", "河埠社", "", "王明")),
        ("河埠社河埠4月2日电　记者王明　新桥今天通车。", ("新桥今天通车。", "河埠社", "", "王明")),
        ("河埠社河埠4月2日电 记者 沈一舟、通讯员 陶然 桥通了。", ("桥通了。", "河埠社", "", "沈一舟 陶然")),
        ("河埠社河埠4月2日电 记者站在桥上看， 人来人往。", ("记者站在桥上看， 人来人往。", "河埠社", "", "")),
        ("路桥 文/王明 图/李红\n\n新桥通车了，居民高兴。", ("新桥通车了，居民高兴。", "", "", "王明")),
        ("老街修好了\n路桥 文/王明 图/李红\n\n正文。", ("老街修好了", "", "", "王明")),
        ("记者 王明 文 李红 图\n\n新桥通车了。", ("新桥通车了。", "", "", "王明")),
        ("本报记者 王明 文/图\n\n新桥通车了。", ("新桥通车了。", "", "", "王明")),
        ("四月二十日\n新桥通车", ("新桥通车", "", "", "")),
    ],
)  # fmt: skip
def test_what_a_text_says_of_itself(
    text: str, expected: tuple[str, str, str, str], tmp_path: Path
) -> None:
    found = guess(text, Joins(), tmp_path / "x.txt")
    title, *rest = expected
    assert (found.publication, found.published, found.author) == tuple(rest)
    assert found.title == title


def test_a_vertical_headline_is_the_title(tmp_path: Path) -> None:
    text = (
        "　　议事会昨天讨论了一个下午，居民、商户和设计单位争得面红耳赤，最后形成三条意见。\n\n"
        + "\n".join("老街修好了")
    )
    assert guess(text, find_joins(text), tmp_path / "x.txt").title == "老街修好了"


def test_there_is_always_a_title(tmp_path: Path) -> None:
    assert guess("。\n", Joins(), tmp_path / "版面三.txt").title


def test_samples_are_written_once(tmp_path: Path) -> None:
    written = write_samples(tmp_path / "demo")
    assert len(written) == 6
    written[0].write_text("改过了", "utf-8")
    assert write_samples(tmp_path / "demo") == written
    assert written[0].read_text("utf-8") == "改过了"
    titles = [load(path).title for path in written[1:]]
    assert "老渠里的新水" in titles
    assert {colour for _, _, colour, _ in STARTER_TAGS} <= {*COLOURS, ""}
