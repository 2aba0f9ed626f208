"""The sample texts that come with pizhu, written for it."""

from __future__ import annotations

import os
from importlib.resources import files
from typing import TYPE_CHECKING

from annotations.errors import StorageError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

STARTER_TAGS = (
    ("民生", "", "green", "关系居民日常生活的说法"),
    ("民生/交通", "1", "", "出行、道路、桥梁"),
    ("民生/用水", "2", "", "供水与水质"),
    ("产业", "", "orange", "企业、投资与就业"),
    ("产业/就业", "3", "", "岗位与用工"),
    ("产业/技术", "4", "", "技术能做什么、不能做什么"),
    ("待核实", "9", "red", "要向来源求证的数字与说法"),
)
"""(path, key, colour, definition) of the sample project's codebook."""


def sample_files() -> list[Traversable]:
    """The sample texts inside the package, in order; read them, they have no path."""
    inside = files("annotations") / "samples"
    texts = (one for one in inside.iterdir() if one.name.endswith(".txt"))
    return sorted(texts, key=lambda one: one.name)


def write_samples(folder: Path) -> list[Path]:
    """Copy the sample texts into a folder; what is there already is left alone.

    Raises:
        StorageError: the folder cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        written = []
        for sample in sample_files():
            path = folder / sample.name
            if not path.exists():
                _write_whole(path, sample.read_bytes())
            written.append(path)
    except OSError as error:
        raise StorageError(
            f"{folder}: cannot be written ({error.strerror})", "name another folder"
        ) from None
    return written


def _write_whole(path: Path, data: bytes) -> None:
    """Write a file at once or not at all: what is there is never written again."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        unfinished.write_bytes(data)
        unfinished.rename(path)
    finally:
        unfinished.unlink(missing_ok=True)
