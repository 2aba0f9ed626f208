"""What every test gets: a clean home and a small project."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

import annotations
from annotations.model import DecodedSource, Joins, Kind, Span
from annotations.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotations.model import Annotation, Document

# tests/annotations must not shadow the package (there is no __init__.py under tests).
assert "tests" not in Path(annotations.__file__).parts[-3:]

settings.register_profile(
    "pizhu", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("pizhu")

STORY = (
    "河埠新桥通车\n\n"
    "本报讯 河埠镇新桥二十日通车。“等了六年，总算不用绕路了。”菜农罗春山说。\n\n"
    "镇建设办主任许敏认为，新桥将把过河时间缩短四十分钟。据统计，日均车流达3.2万辆。\n"
)


@pytest.fixture(autouse=True)
def clean_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No configuration, state or name of this machine reaches a test."""
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    for name in ("PIZHU_DB", "PIZHU_CONFIG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PIZHU_ANALYST", "lin")


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    """Where the test's project file is or will be."""
    return tmp_path / "pizhu.db"


@pytest.fixture
def open_session(project_path: Path) -> Iterator[Callable[..., Session]]:
    """Open sessions on the test's project; all are closed at the end."""
    opened: list[Session] = []

    def open_one(analyst: str = "lin") -> Session:
        opened.append(Session.open(project_path, analyst))
        return opened[-1]

    yield open_one
    for session in opened:
        session.close()


@pytest.fixture
def session(open_session: Callable[..., Session]) -> Session:
    """An analyst at work on a new project."""
    return open_session()


def source(
    text: str = STORY, path: str = "/news/bridge.txt", **known: str
) -> DecodedSource:
    """A file's content as reading it would give it."""
    return DecodedSource(
        path=path,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        encoding=known.get("encoding", "utf-8"),
        text=text,
        title=known.get("title", "河埠新桥通车"),
        publication=known.get("publication", "河埠日报"),
        published=known.get("published", "2026-04-20"),
        author="",
        joins=Joins(),
    )


@pytest.fixture
def document(session: Session) -> Document:
    """The story, added to the project."""
    return session.documents.add(source()).document


def add_lost_quote(session: Session) -> tuple[Annotation, str]:
    """A quote over a printed line's end, lost when its document was updated.

    Returns:
        The quote of 周岚, and what it says.
    """
    text = "标题\n\n周岚说：“新桥今天\n通车了。”\n"
    older = source(text, "/lost.txt")._replace(joins=Joins([Span(13, 14)]))
    document = session.documents.add(older).document
    quote = session.annotations.create(
        document.id, Kind.QUOTE, [Span(8, 19)], speaker="周岚"
    )
    session.documents.update(
        document, source("江水很急，无人过河。\n" * 5, "/lost.txt")
    )
    return session.annotations.get(quote.id), "“新桥今天通车了。”"
