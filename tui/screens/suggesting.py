"""Letting the rules look through the open document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.model import Status
from tui.screens.background import in_background

if TYPE_CHECKING:
    from annotations.session import Session
    from annotations.session.suggesting import Suggested
    from tui.screens.open_document import OpenDocument
    from tui.screens.reading import ReadingScreen


def suggest(screen: ReadingScreen) -> None:
    """Find quotes and claims in a thread, store them and go to the first one."""
    document = screen.document
    if document is None:
        return
    source = document.source

    def find(session: Session) -> Suggested:
        found = session.suggestions.find(source)
        return session.suggestions.store(source.document_id, found, source.text)

    def done(suggested: Suggested) -> None:
        _tell(screen, source.document_id, suggested)

    screen.tell("Looking for quotes and claims …")
    in_background(
        screen, screen.session, find, done, screen.tell_error, group="suggest"
    )


def _tell(screen: ReadingScreen, document_id: str, suggested: Suggested) -> None:
    screen.reload()
    message = f"{suggested.new} suggested"
    document = screen.document
    if suggested.new and document is not None and document.id == document_id:
        _go_to_first(screen, document)
        message += ": a accepts, x rejects, u undoes"
    elif suggested.known:
        message += f", {suggested.known} known already"
    screen.tell(message)


def _go_to_first(screen: ReadingScreen, document: OpenDocument) -> None:
    """To the first suggestion from the cursor on."""
    waiting = [one for one in document.annotations if one.status is Status.SUGGESTED]
    after = [one for one in waiting if one.start >= screen.reader.cursor]
    for one in (after or waiting)[:1]:
        screen.reader.go_to(one.start, one.id)
