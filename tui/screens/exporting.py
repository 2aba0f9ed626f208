"""Writing annotations to a CSV file, from wherever one asks for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotations.model import AnnotationFilter
    from annotations.session import Session


def default_path() -> str:
    """Where to write if nothing else is said: here."""
    return str(Path.cwd() / "annotations.csv")


def exported(session: Session, path: str, matching: AnnotationFilter) -> str:
    """Write what matches; say what was done.

    Raises:
        PizhuError: it could not be read or written.
    """
    from annotations.exchange.csv_export import write_file

    count = write_file(session, Path(path), matching)
    return f"Wrote {count} annotations to {path}"
