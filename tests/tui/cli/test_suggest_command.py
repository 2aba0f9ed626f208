"""``pizhu suggest``, ``rules``, ``lexicon`` and ``stats`` from the shell."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from click.testing import CliRunner, Result

from annotations.model import Status
from tests.conftest import STORY, source
from tui.cli import suggest
from tui.cli.root import cli
from tui.layout.displayable import displayable

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from annotations.model import Document, SourceText
    from annotations.session import Session
    from annotations.session.suggesting import RuleSettings
    from annotations.suggest.suggestion import Suggestion


def run(project: Path, *arguments: str, status: int = 0, says: int = 0) -> Result:
    """Run a command that ends with a status, or says one to whoever called it."""
    done = CliRunner().invoke(
        cli, ["--db", str(project), *arguments], standalone_mode=False
    )
    assert done.exit_code == status, done.output
    assert (done.return_value or 0) == says, done.output
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
    assert found
    assert all("direct.sentence" not in one.origin for one in found)
    assert all(one.type != "statistic" for one in found)
    counted = objects(run(project_path, "stats", "rules", "--json"))
    made = {one["rule"]: one["suggested"] for one in counted}
    assert sum(int(str(one)) for one in made.values()) == len(found)


def test_the_lexicon_is_kept(session: Session, project_path: Path) -> None:
    run(project_path, "lexicon", "add", "cue", "吐露", "透露心声")
    run(project_path, "lexicon", "add", "stop", "新质生产力")
    run(project_path, "lexicon", "remove", "cue", "吐露")
    run(project_path, "lexicon", "remove", "cue", "吐露", status=1)
    shown = run(project_path, "lexicon", "list").stdout.splitlines()
    assert shown == ["cue  透露心声", "stop  新质生产力"]
    assert session.own_words() == ("透露心声", "新质生产力")


def test_a_text_in_which_the_rules_fail_does_not_cost_the_others_theirs(
    session: Session,
    document: Document,
    project_path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bad = source(f"坏的一篇\n\n{STORY}", path="/bad.txt", title="坏的一篇")
    session.documents.add(bad)
    find = suggest.found_in

    def fail(text: SourceText, settings: RuleSettings) -> list[Suggestion]:
        if "坏的一篇" in text.text:
            raise ValueError("no rule for this")
        return find(text, settings)

    monkeypatch.setattr(suggest, "found_in", fail)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    told = "坏的一篇: a fault in pizhu: ValueError('no rule for this'); see "
    done = run(project_path, "suggest", "--jobs", "1", says=2)
    assert f"failed: {told}" in done.stderr
    assert session.annotations.of_document(document.id)
    assert (tmp_path / "state" / "pizhu" / "pizhu.log").exists()
    done = run(project_path, "suggest", "--json", "--jobs", "1", says=2)
    assert done.stderr.startswith("failed: ")
    assert {one["document"] for one in objects(done)} == {document.id}
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "good.txt").write_text(STORY, encoding="utf-8")
    (folder / "坏的一篇.txt").write_text("坏的一篇", encoding="utf-8")
    done = run(project_path, "suggest", "--json", "--jobs", "1", str(folder), says=2)
    assert "坏的一篇.txt: a fault in pizhu" in done.stderr
    assert {one["path"] for one in objects(done)} == {str(folder / "good.txt")}


def test_what_is_updated_meanwhile_is_looked_through_again(
    session: Session,
    document: Document,
    project_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    find = suggest.found_in
    newer = f"更正启事\n\n{STORY}"

    def update_first(text: SourceText, settings: RuleSettings) -> list[Suggestion]:
        found = find(text, settings)
        if text.text == STORY:
            session.documents.update(document, source(newer))
        return found

    monkeypatch.setattr(suggest, "found_in", update_first)
    run(project_path, "suggest", "--jobs", "1")
    quotes = [
        one
        for one in session.annotations.of_document(document.id)
        if one.type == "direct"
    ]
    assert quotes
    assert all(one.exact[0].startswith("“") for one in quotes)
    assert list(session.problems()) == []


def test_json_cannot_control_the_terminal(tmp_path: Path) -> None:
    hostile = "\x9b31m\u202e\x1b]0;x\x07"
    text = STORY.replace("总算", f"总算{hostile}")
    (tmp_path / "story.txt").write_text(text, encoding="utf-8")
    done = run(tmp_path / "none.db", "suggest", "--json", str(tmp_path / "story.txt"))
    assert any(hostile in str(one["text"]) for one in objects(done))
    assert displayable(done.stdout.replace("\n", "")) == done.stdout.replace("\n", "")


def test_an_empty_folder_is_no_mistake(tmp_path: Path) -> None:
    done = run(tmp_path / "none.db", "suggest", "--json", str(tmp_path))
    assert (done.stdout, done.stderr) == ("", "")
