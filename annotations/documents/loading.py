"""Reading files into sources that a project can add; the files are never written to."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.documents import metadata
from annotations.documents.decoding import decode
from annotations.documents.folders import collect
from annotations.documents.refusals import Refused, spelled
from annotations.errors import SourceRefusedError
from annotations.model import DecodedSource
from annotations.text.unwrap import find_joins

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LARGEST = 256 * 1024 * 1024
"""Bytes of the largest file that is taken."""


def load(path: Path, encoding: str | None = None) -> DecodedSource:
    """Read one file.

    Raises:
        SourceRefusedError: it cannot become a document; the message names it and why.
    """
    name = spelled(path)
    try:
        data = _read(path)
        text, found = decode(data, encoding)
        stands_at = spelled(path.resolve())
    except OSError as error:
        raise SourceRefusedError(f"{name}: cannot be read ({error.strerror})") from None
    except ValueError:
        raise SourceRefusedError(f"{name}: is no file name") from None
    except SourceRefusedError as refusal:
        raise SourceRefusedError(f"{name}: {refusal.message}", refusal.hint) from None
    joins = find_joins(text)
    known = metadata.guess(text, joins, Path(stands_at))
    return DecodedSource(
        path=stands_at,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=found,
        text=text,
        title=known.title,
        publication=known.publication,
        published=known.published,
        author=known.author,
        joins=joins,
    )


def load_all(
    paths: Iterable[Path], encoding: str | None = None
) -> Iterator[DecodedSource | Refused]:
    """Read files and folders, one file at a time; what is refused is a value."""
    for path in collect(paths):
        if isinstance(path, Refused):
            yield path
            continue
        try:
            yield load(path, encoding)
        except SourceRefusedError as refusal:
            name = spelled(path)
            yield Refused(name, str(refusal).removeprefix(f"{name}: "))


def _read(path: Path) -> bytes:
    """Read a regular file; a pipe put in its place cannot make this wait.

    No more is read than the file says it holds: files of the system (``/proc``) say
    that they are empty, and some of them never end.
    """
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as file:
        known = os.fstat(descriptor)
        if not stat.S_ISREG(known.st_mode):
            raise SourceRefusedError("is no regular file")
        if known.st_size > LARGEST:
            raise SourceRefusedError(
                f"is larger than {LARGEST >> 20} MB", "split it first"
            )
        # None means that nothing is there yet: only a file of the system does that.
        data = file.read(known.st_size + 1) or b""
        if len(data) > known.st_size:
            raise SourceRefusedError("grows while it is read", "try again later")
        return data
