"""What annotations say, read in the texts they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.errors import NotFoundError
from annotations.store import annotations as rows
from annotations.store import documents
from annotations.text.logical import logical_text

if TYPE_CHECKING:
    from annotations.model import Annotation, SourceText
    from annotations.store.project import Project


class Wording:
    """Reads words; the text that was read last is kept, for those that come together."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._kept: tuple[str, SourceText] | None = None

    def words(self, one: Annotation, text_id: str = "") -> str:
        """An annotation's logical text, its spans joined by ``……``.

        Args:
            one: the annotation, in doubt or not.
            text_id: of the text it stands in, if that is known.
        """
        # Only where a line breaks may something be left out.
        if not any("\n" in exact for exact in one.exact):
            return "……".join(one.exact)
        try:
            source = self.source(one, text_id)
        except NotFoundError:
            return "……".join(one.exact)
        return "……".join(
            logical_text(source.text, source.joins, span) for span in one.spans
        )

    def source(self, one: Annotation, text_id: str = "") -> SourceText:
        """The text that an annotation stands in: an older one, if it is in doubt.

        Raises:
            NotFoundError: the annotation is gone.
        """
        text_id = text_id or rows.standing_in(self._project, one.id)
        if self._kept is None or self._kept[0] != text_id:
            found = documents.text_version(self._project, one.document_id, text_id)
            if found is None:
                raise NotFoundError(f"no text {text_id}")
            self._kept = (text_id, found)
        return self._kept[1]
