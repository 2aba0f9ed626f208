"""The registry of speakers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.store import tags

if TYPE_CHECKING:
    from annotations.store.project import Project


class Speakers:
    """Who is quoted in one project."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def names(self) -> list[str]:
        """Names of the registry, the most quoted first."""
        return tags.speaker_names(self._project)
