"""Correcting what the open document is said to be, in a form over the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.layout.displayable import one_line
from tui.screens.document_form import DocumentForm

if TYPE_CHECKING:
    from annotations.session.documents import DocumentFields
    from tui.screens.reading import ReadingScreen

_NOTHING = "Nothing was changed"


def correct(screen: ReadingScreen) -> None:
    """Ask what the open document is to be called, and store it as one step.

    Raises:
        NotFoundError: somebody has just removed it.
    """
    documents = screen.session.documents
    seen = documents.get(screen.document_id)

    def save(changes: DocumentFields) -> None:
        now = documents.change(seen, **changes)
        screen.refresh_name()
        is_changed = now != seen
        screen.tell(f"Saved: {one_line(now.title)}" if is_changed else _NOTHING)

    screen.app.push_screen(DocumentForm(seen, save))
