"""``pizhu tags``: the codebook from the shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from annotations.errors import InvalidError, NotFoundError
from annotations.model import Kind, Span
from tui.cli.root import cli

if TYPE_CHECKING:
    from click.testing import Result

    from annotations.model import Document
    from annotations.session import Session


def run(session: Session, *arguments: str) -> Result:
    return CliRunner().invoke(
        cli, ["tags", "--db", str(session.path), *arguments], standalone_mode=False
    )


def listed(session: Session) -> list[str]:
    return [" ".join(line.split()) for line in run(session, "list").stdout.splitlines()]


def test_a_tag_is_moved_and_one_step_takes_it_back(session: Session) -> None:
    run(session, "add", "产业/就业/青年", "--colour", "green")
    run(session, "move", "产业/就业", "民生/工作")
    assert [tag.path for tag in session.codebook.tags()] == [
        "产业",
        "民生",
        "民生/工作",
        "民生/工作/青年",
    ]
    session.history.undo()
    assert session.codebook.by_path("产业/就业/青年") is not None
    assert session.codebook.by_path("民生") is None


def test_what_is_said_of_a_tag_can_be_changed(session: Session) -> None:
    run(session, "add", "民生", "--key", "1", "--definition", "吃穿住行")
    run(session, "set", "民生", "--colour", "green", "--key", "2")
    assert listed(session) == ["2 0 green 民生 吃穿住行"]
    run(session, "set", "民生", "--key", "", "--definition", "")
    assert listed(session) == ["- 0 green 民生"]
    session.history.undo()
    assert listed(session) == ["2 0 green 民生 吃穿住行"]


def test_tags_become_one_and_one_step_takes_it_back(
    session: Session, document: Document
) -> None:
    for at, tag in enumerate(("交通", "路", "民生/桥")):
        span = Span(2 * at, 2 * at + 2)
        session.annotations.create(document.id, Kind.CLAIM, [span], new_tags=[tag])
    done = run(session, "merge", "交通", "路", "民生/桥")
    assert done.stderr == "merged: 交通 is on 3 annotations\n"
    assert [tag.path for tag in session.codebook.tags()] == ["交通", "民生"]
    session.history.undo()
    assert [tag.uses for tag in session.codebook.tags()] == [1, 1, 0, 1]


@pytest.mark.parametrize(
    ("arguments", "error", "why"),
    [
        (("merge", "民生", "无"), NotFoundError, "pizhu tags list"),
        (("merge", "民生", "民生"), InvalidError, "name at least two tags"),
        (("merge", "产业/就业", "产业"), InvalidError, "pizhu tags move"),
        (("move", "产业", "产业/就业/新"), InvalidError, "under itself"),
        (("move", "产业/就业", "民生"), InvalidError, "there is a tag 民生 already"),
        (("move", "无", "民生/无"), NotFoundError, "pizhu tags list"),
        (("rename", "产业", "民生/产业"), InvalidError, "pizhu tags move"),
        (("remove", "产业"), InvalidError, "remove or move them first"),
        (("set", "民生", "--key", "0"), InvalidError, "use 1 to 9"),
        (("set", "民生", "--colour", "puce"), InvalidError, "one of: "),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(
    session: Session,
    arguments: tuple[str, ...],
    error: type[Exception],
    why: str,
) -> None:
    run(session, "add", "产业/就业")
    run(session, "add", "民生")
    before = listed(session)
    refusal = run(session, *arguments).exception
    assert isinstance(refusal, error)
    assert why in str(refusal)
    assert listed(session) == before
