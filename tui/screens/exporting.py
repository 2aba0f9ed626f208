"""Writing annotations to a CSV file, from wherever one asks for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from annotations.wording import counted
from tui.screens.background import in_background

if TYPE_CHECKING:
    from annotations.model import AnnotationFilter
    from annotations.session import Session
    from tui.screens.export_dialog import ExportRequest
    from tui.screens.reading import ReadingScreen


def ask(screen: ReadingScreen) -> None:
    """Ask what to write and where; then write it."""
    from tui.screens.export_dialog import ExportDialog

    def write(request: ExportRequest | None) -> None:
        if request is None:
            return
        screen.tell(f"Writing {request.path} …")
        in_background(
            screen,
            screen.session,
            lambda session: exported(session, request.path, request.matching),
            screen.tell,
            screen.tell_error,
            group="export",
        )

    document_id = screen.document_id or None
    screen.app.push_screen(
        ExportDialog(screen.session, default_path(), screen.codebook, document_id),
        write,
    )


def default_path() -> str:
    """Where to write if nothing else is said: here."""
    return str(Path.cwd() / "annotations.csv")


def of_overwriting(path: str) -> str:
    """What is told before a file is written over; empty if none is there."""
    if not Path(path).is_file():
        return ""
    return f"{Path(path).name} is there already; enter again overwrites it"


def exported(session: Session, path: str, matching: AnnotationFilter) -> str:
    """Write what matches; say what was done.

    Raises:
        PizhuError: it could not be read or written.
    """
    from annotations.exchange.csv_export import write_file

    count = write_file(session, Path(path), matching)
    return f"Wrote {counted(count, 'annotation')} to {path}"
