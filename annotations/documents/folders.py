"""Which files a list of paths means."""

from __future__ import annotations

import re
import stat
from typing import TYPE_CHECKING

from annotations.documents.refusals import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_NOT_TEXT = frozenset(
    [
        ".db",
        ".db-wal",
        ".db-shm",
        ".sqlite",
        ".sqlite3",
        ".pdf",
        ".doc",
        ".docx",
        ".xls",
        ".xlsx",
        ".ppt",
        ".pptx",
        ".zip",
        ".gz",
        ".7z",
        ".rar",
        ".tar",
        ".jpg",
        ".jpeg",
        ".png",
        ".gif",
        ".tif",
        ".tiff",
        ".bmp",
        ".webp",
        ".svg",
        ".mp3",
        ".mp4",
        ".mov",
        ".avi",
        ".wav",
        ".exe",
        ".dll",
        ".so",
        ".pyc",
        ".qdpx",
        ".csv",
        ".tsv",
        ".json",
        ".jsonl",
    ]
)
"""Endings that are passed over in folders (a file named outright is tried)."""


def collect(paths: Iterable[Path]) -> Iterator[Path | Refused]:
    """Files to add, in the order given; folders are walked in natural order.

    Hidden entries and files that are no text by their ending are passed over in
    folders. A link to a file counts as the file; a link to a folder is not followed, so
    that no circle is walked. Nothing that is not a regular file is ever opened.
    """
    for path in paths:
        try:
            mode = path.stat().st_mode
        except OSError as error:
            yield Refused(str(path), f"cannot be read ({error.strerror})")
            continue
        if stat.S_ISDIR(mode):
            yield from _walk(path)
        elif stat.S_ISREG(mode):
            yield path
        else:
            yield Refused(str(path), "is no regular file")


def _walk(folder: Path) -> Iterator[Path | Refused]:
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: natural(entry.name))
    except OSError as error:
        yield Refused(str(folder), f"cannot be read ({error.strerror})")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        try:
            mode = entry.stat().st_mode
        except OSError as error:
            yield Refused(str(entry), f"cannot be read ({error.strerror})")
            continue
        if stat.S_ISDIR(mode):
            if not entry.is_symlink():
                yield from _walk(entry)
        elif not stat.S_ISREG(mode):
            yield Refused(str(entry), "is no regular file")
        elif entry.suffix.lower() not in _NOT_TEXT:
            yield entry


def natural(name: str) -> list[tuple[int, int, str]]:
    """A sort key by which ``2.txt`` comes before ``10.txt``."""
    return [
        (0, int(part), "") if part.isdecimal() else (1, 0, part.casefold())
        for part in re.split(r"(\d+)", name)
        if part
    ]
