"""``pizhu suggest --json``: what it prints, and that it stores nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from annotations.session import Session
from tui.cli.root import cli

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "“水来了，”村主任冉志刚说，“田有救了。”\n\n全村一千二百亩稻田全部复灌。\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    return tmp_path


def run(*arguments: str) -> tuple[int, list[dict[str, Any]], str]:
    done = CliRunner().invoke(cli, ["suggest", *arguments], standalone_mode=False)
    status = done.return_value if isinstance(done.return_value, int) else 0
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    return (2 if done.exception else status), rows, done.stderr


def test_a_suggestion_has_the_promised_keys(folder: Path) -> None:
    status, rows, _ = run("--json", "a.txt")
    assert status == 0
    assert list(rows[0]) == [
        "kind", "type", "start", "end", "text", "logical", "speaker", "speaker_span",
        "role", "cue", "rule", "score",
    ]  # fmt: skip
    for row in rows:
        assert TEXT[row["start"] : row["end"]] == row["text"]
    name = TEXT.index("冉志刚")
    assert rows[0]["speaker_span"] == [name, name + 3]
    assert (rows[0]["speaker"], rows[0]["role"]) == ("冉志刚", "村主任")


def test_a_split_quote_gives_two_rows(folder: Path) -> None:
    _, rows, _ = run("--json", "--kind", "quote", "a.txt")
    assert [row["text"] for row in rows] == ["“水来了，”", "“田有救了。”"]


def test_kinds_and_thresholds_choose(folder: Path) -> None:
    _, rows, _ = run("--json", "--kind", "claim", "a.txt")
    assert {row["kind"] for row in rows} == {"claim"}
    _, rows, _ = run("--json", "--kind", "claim", "--threshold", "statistic=1", "a.txt")
    assert rows == []
    assert run("--json", "--threshold", "statistic=x", "a.txt")[0] == 2
    assert run("--json", "--threshold", "nothing=0.5", "a.txt")[0] == 2


def test_a_folder_names_its_files_in_order(folder: Path) -> None:
    (folder / "b.txt").write_bytes(TEXT.encode("gb18030"))
    status, rows, _ = run("--json", "--jobs", "2", ".")
    assert status == 0
    paths = [row["path"].rsplit("/", 1)[-1] for row in rows]
    assert paths == sorted(paths)
    assert set(paths) == {"a.txt", "b.txt"}
    one, two = (
        [row["text"] for row in rows if row["path"].endswith(n)]
        for n in ("a.txt", "b.txt")
    )
    assert one == two


def test_what_cannot_be_read_is_said_and_the_rest_goes_on(folder: Path) -> None:
    status, rows, narration = run("--json", "--jobs", "1", "missing.txt", "a.txt")
    assert status == 0
    assert rows
    assert "missing.txt" in narration
    assert run("--json", "missing.txt")[0] == 2


def test_nothing_is_stored(folder: Path) -> None:
    run("--json", "a.txt")
    assert sorted(one.name for one in folder.iterdir()) == ["a.txt"]


def test_a_project_tells_the_rules_what_to_look_for_in_files_too(folder: Path) -> None:
    (folder / "a.txt").write_text("刘晓明嘟囔起来，桥快修好了。\n" + TEXT, "utf-8")
    alone = run("--json", "a.txt")[1]
    with Session.open(folder / "p.db", "lin") as session:
        session.suggestions.add_words("cue", ["嘟囔起来"])
        session.suggestions.set_threshold("statistic", 1.0)
        session.suggestions.set_rule("direct.split", is_on=False)
    told = run("--db", "p.db", "--json", "a.txt")[1]
    assert [row["cue"] for row in told] == ["嘟囔起来"]
    # What is said for this once holds over what the project says.
    once = run("--db", "p.db", "--threshold", "statistic=0", "--json", "a.txt")[1]
    assert [row["type"] for row in once] == ["indirect", "statistic"]
    # Without a project nothing is told.
    assert [row["cue"] for row in alone] == ["说", "说", ""]
    assert run("--json", "a.txt")[1] == alone
