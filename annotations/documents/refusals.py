"""A file that did not become a document, as a value: adding others goes on."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Refused:
    """A file by name, and why it was refused."""

    path: str
    reason: str


def spelled(path: Path) -> str:
    r"""A path as text that can be stored and sent.

    A name written on another system may be no UTF-8; Python then carries its bytes as
    half characters, which neither a database nor a stream takes. GB18030 is what such
    names are in where Chinese archives come from; else the bytes are shown as ``\xd0``.
    """
    text = str(path)
    try:
        text.encode()
    except UnicodeEncodeError:
        name = os.fsencode(path)
    else:
        return text
    try:
        return name.decode("gb18030")
    except UnicodeDecodeError:
        return name.decode("utf-8", "backslashreplace")
