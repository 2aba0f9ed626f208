"""``pizhu PATH``: which document the reader begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.identity import new_id
from tests.conftest import STORY, source
from tui.cli.open import document_to_begin

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from annotations.session import Session


def test_the_file_that_is_named_is_opened(session: Session, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    for name in ("a", "b", "c"):
        (folder / f"{name}.txt").write_text(name + STORY, encoding="utf-8")

    def opened(*paths: Path) -> str:
        document = document_to_begin(session, paths)
        return session.documents.get(document).path if document else ""

    assert opened(folder / "b.txt").endswith("b.txt")
    assert opened(folder).endswith("a.txt")
    assert opened(folder) == ""
    assert opened(folder / "c.txt").endswith("c.txt")
    assert opened(folder / "c.txt", folder / "a.txt").endswith("c.txt")


def test_what_cannot_be_read_is_not_opened(session: Session, tmp_path: Path) -> None:
    (tmp_path / "picture.txt").write_bytes(bytes(range(256)) * 8)
    assert document_to_begin(session, (tmp_path / "picture.txt",)) is None


def test_what_is_new_is_opened_whatever_the_clocks_of_other_hosts(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as fast:
        fast.setattr("annotations.store.documents.new_id", lambda: f"f{new_id()[1:]}")
        session.documents.add(source())
    (tmp_path / "a.txt").write_text("新来的一篇。", encoding="utf-8")
    wanted = document_to_begin(session, (tmp_path,))
    assert wanted is not None
    assert session.documents.get(wanted).path.endswith("a.txt")
