"""Filling the file list: all documents of the project, or those that others changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from annotations.errors import PizhuError

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from annotations.model import DocumentSummary
    from tui.screens.document import DocumentScreen

_FEW = 20
"""Documents that others changed and that are counted one by one."""


class DocumentList:
    """Keeps the file list of a screen as the project is."""

    def __init__(self, screen: DocumentScreen) -> None:
        self._screen = screen
        self._session = screen.session
        self._latest = ""

    @property
    def is_long(self) -> bool:
        """Whether reading it would be waited for."""
        return self._session.documents.is_long_list

    @property
    def is_behind(self) -> bool:
        """Whether something was done since it was read."""
        return self._latest != self._session.history.latest

    def read(self) -> None:
        """Show all documents; a long list is read beside the interface."""
        self._latest = self._session.history.latest
        if self.is_long:
            self._screen.run_worker(
                self._read_long, group="list", exclusive=True, thread=True
            )
        else:
            self._show(self._session.documents.summaries(counted=False))

    def changed_since(self) -> AbstractSet[str] | None:
        """Documents that were changed since it was read, to be counted again.

        Returns:
            Their identities; None if they are many, and the whole list is out of date.
        """
        changed = self._session.history.documents_since(self._latest)
        self._latest = self._session.history.latest
        return None if changed is None or len(changed) > _FEW else changed

    def count_again(self, document_id: str) -> DocumentSummary:
        """Read what is said of one document.

        Raises:
            NotFoundError: it is gone.
        """
        summary = self._session.documents.summary(document_id)
        self._screen.files.replace(summary)
        return summary

    def _read_long(self) -> None:
        worker = get_current_worker()
        app = self._screen.app
        # A connection belongs to one thread.
        try:
            with self._session.another() as session:
                summaries = session.documents.summaries(counted=False)
        except PizhuError as error:
            app.call_from_thread(self._screen.tell_error, error)
            return
        if not worker.is_cancelled:
            app.call_from_thread(self._show, summaries)

    def _show(self, summaries: list[DocumentSummary]) -> None:
        self._screen.files.set_documents(summaries, self._summary_of)

    def _summary_of(self, document_id: str) -> DocumentSummary | None:
        """A document that comes in sight, unless somebody has just taken it out."""
        try:
            return self._session.documents.summary(document_id)
        except PizhuError:
            return None
