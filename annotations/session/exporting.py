"""Annotations on their way out of the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.store import export_rows
from annotations.store.connection import snapshot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from annotations.model import AnnotationFilter
    from annotations.store.export_rows import MarkedText, Part
    from annotations.store.project import Project


class Exporting:
    """Everything that is marked, a part of the project at a time."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def parts(self, matching: AnnotationFilter) -> Iterator[Part]:
        """The project cut into parts that can be held in memory, in order.

        They come as they are counted. Each can be written by a process of its own.
        """
        return export_rows.parts(self._project, matching)

    def one_state(self) -> AbstractContextManager[None]:
        """Within it everything told here, and the codebook, is of one moment."""
        return snapshot(self._project.database)

    def marked_texts(
        self, part: Part, matching: AnnotationFilter
    ) -> Iterator[MarkedText]:
        """Texts of a part with annotations that match, by document.

        What found no sure place in a newer text follows its document.
        """
        return export_rows.marked_texts(self._project, part, matching)

    def name_of(self, identity: str) -> str:
        """What a speaker or an analyst is called."""
        return export_rows.name_of(self._project, identity)
