"""Half-filled forms, kept so that a dropped line loses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.store import drafts

if TYPE_CHECKING:
    from annotations.model import Draft
    from annotations.store.project import Project


class Drafts:
    """This analyst's drafts in one project."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def keep(self, draft: Draft) -> None:
        """Keep what has been typed so far.

        Raises:
            StorageError: it could not be written.
        """
        drafts.keep(self._project, draft)

    def discard(self, name: str) -> None:
        """Forget a draft, because its form was saved or left."""
        drafts.discard(self._project, name)

    def all(self) -> list[Draft]:
        """What waits to be finished, the latest first."""
        return drafts.of_analyst(self._project)
