"""Reading files into sources that a project can add; the files are never written to."""

from __future__ import annotations

import hashlib
import os
import stat
from typing import TYPE_CHECKING

from annotations.documents import metadata
from annotations.documents.decoding import decode
from annotations.documents.folders import collect
from annotations.documents.refusals import Refused
from annotations.errors import SourceRefusedError
from annotations.model import DecodedSource
from annotations.text.unwrap import find_joins

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

LARGEST = 256 * 1024 * 1024
"""Bytes of the largest file that is taken."""


def load(path: Path, encoding: str | None = None) -> DecodedSource:
    """Read one file.

    Raises:
        SourceRefusedError: it cannot become a document; the message names it and why.
    """
    try:
        data = _read(path)
        text, found = decode(data, encoding)
    except OSError as error:
        raise SourceRefusedError(f"{path}: cannot be read ({error.strerror})") from None
    except SourceRefusedError as refusal:
        raise SourceRefusedError(f"{path}: {refusal.message}", refusal.hint) from None
    joins = find_joins(text)
    known = metadata.guess(text, joins, path)
    return DecodedSource(
        path=str(path.resolve()),
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
            reason = str(refusal).removeprefix(f"{path}: ")
            yield Refused(str(path), reason)


def _read(path: Path) -> bytes:
    """Read a regular file; a pipe put in its place cannot make this wait."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as file:
        known = os.fstat(descriptor)
        if not stat.S_ISREG(known.st_mode):
            raise SourceRefusedError("is no regular file")
        if known.st_size > LARGEST:
            raise SourceRefusedError(
                f"is larger than {LARGEST >> 20} MB", "split it first"
            )
        return file.read(LARGEST + 1)
