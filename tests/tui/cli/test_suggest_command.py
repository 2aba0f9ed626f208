"""``pizhu suggest``, ``rules``, ``lexicon`` and ``stats`` from the shell."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from click.testing import CliRunner, Result

from annotations.model import Status
from tests.conftest import STORY
from tui.cli.root import cli

if TYPE_CHECKING:
    from pathlib import Path

    from annotations.model import Document
    from annotations.session import Session


def run(project: Path, *arguments: str, status: int = 0) -> Result:
    done = CliRunner().invoke(cli, ["--db", str(project), *arguments])
    assert done.exit_code == status, done.output
    return done


def objects(done: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_suggestions_are_stored_once(
    session: Session, document: Document, project_path: Path
) -> None:
    run(project_path, "suggest")
    found = session.annotations.of_document(document.id)
    assert {one.status for one in found} == {Status.SUGGESTED}
    again = run(project_path, "suggest", document.title)
    assert f"0 suggested, {len(found)} known already" in again.stderr
    assert session.annotations.of_document(document.id) == found


def test_json_prints_and_stores_nothing(
    session: Session, document: Document, project_path: Path, tmp_path: Path
) -> None:
    of_project = objects(run(project_path, "suggest", document.id, "--json"))
    assert session.annotations.of_document(document.id) == []
    file = tmp_path / "story.txt"
    file.write_text(STORY, encoding="utf-8")
    missing = tmp_path / "none.db"
    of_file = objects(run(missing, "suggest", "--json", str(file)))
    assert of_file == of_project
    assert not missing.exists()
    for one in of_file:
        assert one["text"] == STORY[one["start"] : one["end"]]  # type: ignore[misc]
    quotes = objects(run(missing, "suggest", "--json", "--kind", "quote", str(file)))
    assert {one["kind"] for one in quotes} == {"quote"}


def test_several_files_say_which_is_which(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    (tmp_path / "c.bin").write_bytes(bytes(range(256)))
    done = run(tmp_path / "none.db", "suggest", "--json", "--jobs", "2", str(tmp_path))
    paths = [str(one["path"]) for one in objects(done)]
    assert paths == sorted(paths)
    assert {path.rsplit("/", 1)[1] for path in paths} == {"a.txt", "b.txt"}
    assert "refused" in done.stderr


def test_rules_are_switched_and_counted(
    session: Session, document: Document, project_path: Path
) -> None:
    run(project_path, "rules", "off", "direct.sentence")
    run(project_path, "rules", "threshold", "statistic", "0.99")
    assert "off  direct.sentence@" in run(project_path, "rules", "list").stdout
    run(project_path, "rules", "off", "direct.magic", status=1)
    run(project_path, "suggest")
    found = session.annotations.of_document(document.id)
    assert all("direct.sentence" not in one.origin for one in found)
    assert all(one.type != "statistic" for one in found)
    counted = objects(run(project_path, "stats", "rules", "--json"))
    made = {one["rule"]: one["suggested"] for one in counted}
    assert sum(int(str(one)) for one in made.values()) == len(found)


def test_the_lexicon_is_kept(session: Session, project_path: Path) -> None:
    run(project_path, "lexicon", "add", "cue", "吐露", "透露心声")
    run(project_path, "lexicon", "add", "stop", "新质生产力")
    run(project_path, "lexicon", "remove", "cue", "吐露")
    shown = run(project_path, "lexicon", "list").stdout.splitlines()
    assert shown == ["cue  透露心声", "stop  新质生产力"]
    assert session.own_words() == ("透露心声", "新质生产力")
