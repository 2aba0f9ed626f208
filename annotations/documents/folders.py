"""Which files a list of paths means; nothing is opened to find out."""

from __future__ import annotations

import re
import stat
from typing import TYPE_CHECKING

from annotations.documents.refusals import Refused, spelled
from annotations.text.order import natural

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_NOT_TEXT = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|odt|epub|caj|wps|qdpx"  # have to be converted
    r"|csv|tsv|jsonl?"  # what pizhu itself writes out
    r"|zip|gz|bz2|xz|7z|rar|tar|tgz|jpe?g|png|gif|tiff?|bmp|webp|svg|ico|heic"
    r"|mp3|m4a|wav|flac|ogg|mp4|mov|avi|mkv|exe|dll|so|pyc|class|o)",
    re.IGNORECASE,
)
"""Endings that are passed over in folders (a file named outright is tried)."""
_PROJECT = re.compile(
    r".*(?:\.(?:db|sqlite3?)(?:-(?:wal|shm|journal)|\.bak|~|\d*)"
    r"|\.schema-\d+(?:\.\d+)?\.bak)",
    re.IGNORECASE,
)
"""Project files, what SQLite lays beside them, and the copies of whatever is migrated."""


def collect(
    paths: Iterable[Path], project: Path | None = None
) -> Iterator[Path | Refused]:
    """Files to add, in the order given; folders are walked in natural order.

    Hidden entries and files that are no text by their ending are passed over in
    folders. A link to a file counts as the file; a link to a folder is not followed, so
    that no circle is walked. Nothing that is not a regular file is ever opened. Never
    raises: what cannot be looked at is a value too.

    Args:
        paths: files and folders.
        project: what must not be opened beside SQLite, whatever it is called, because
            the locks on it would be lost when it is closed.
    """
    own = _files_of(project) if project else frozenset()
    named = list(paths)
    for path in _all(named):
        if isinstance(path, Refused) or not own or _identity(path) not in own:
            yield path
        elif path in named:
            yield Refused(spelled(path), "is the project itself")


def _all(paths: Iterable[Path]) -> Iterator[Path | Refused]:
    for path in paths:
        mode = _mode(path)
        if isinstance(mode, Refused):
            yield mode
        elif stat.S_ISDIR(mode):
            yield from _walk(path)
        elif stat.S_ISREG(mode):
            yield path
        else:
            yield Refused(spelled(path), "is no regular file")


def _walk(folder: Path) -> Iterator[Path | Refused]:
    # A stack and no recursion: a folder may be nested deeper than Python's calls.
    waiting = [iter(_entries(folder))]
    while waiting:
        entry = next(waiting[-1], None)
        if entry is None:
            waiting.pop()
            continue
        mode = entry if isinstance(entry, Refused) else _mode(entry)
        if isinstance(mode, Refused) or isinstance(entry, Refused):
            yield mode if isinstance(mode, Refused) else entry
        elif stat.S_ISDIR(mode):
            if not entry.is_symlink():
                waiting.append(iter(_entries(entry)))
        elif not stat.S_ISREG(mode):
            yield Refused(spelled(entry), "is no regular file")
        else:
            yield entry


def _entries(folder: Path) -> list[Path | Refused]:
    """What is in a folder and can be meant, in natural order."""
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: natural(entry.name))
    except OSError as error:
        return [_unreadable(folder, error)]
    return [entry for entry in entries if _is_meant(entry)]


def _is_meant(entry: Path) -> bool:
    return not (
        entry.name.startswith(".")
        or _NOT_TEXT.fullmatch(entry.suffix)
        or _PROJECT.fullmatch(entry.name)
    )


def _files_of(project: Path) -> frozenset[tuple[int, int]]:
    """A project file, and what SQLite lays beside it, by device and inode."""
    beside = ("", "-wal", "-shm", "-journal")
    found = (_identity(project.with_name(project.name + end)) for end in beside)
    return frozenset(one for one in found if one is not None)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _mode(path: Path) -> int | Refused:
    try:
        return path.stat().st_mode
    except OSError as error:
        return _unreadable(path, error)
    except ValueError:
        return Refused(spelled(path), "is no file name")


def _unreadable(path: Path, error: OSError) -> Refused:
    return Refused(spelled(path), f"cannot be read ({error.strerror})")
