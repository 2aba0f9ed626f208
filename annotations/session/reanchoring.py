"""Moving a document's annotations from its older texts to a newer one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from annotations.store import annotations as rows
from annotations.store import documents

if TYPE_CHECKING:
    from annotations.anchoring.relocation import Relocator
    from annotations.model import Doubt
    from annotations.store.journal import Action
    from annotations.store.project import Project

_CONTENT = "content"


def move(
    project: Project, action: Action, document_id: str, text_id: str
) -> Counter[Doubt | None]:
    """Give the annotations of a document their places in the text ``text_id``.

    Returns:
        How many found a sure place (None), and how many did not, by why.
    """
    mover = _Mover(project, action, document_id, text_id)
    return Counter(
        mover.move(annotation_id, rows.standing_in(project, annotation_id))
        for annotation_id in rows.ids_in(project, document_id)
    )


def mend(project: Project, action: Action) -> None:
    """Give places to annotations that a step back brought into another text.

    What was deleted before a document was updated, and is brought back after, knows
    the older text alone.
    """
    movers: dict[str, _Mover] = {}
    for annotation_id in rows.homeless(project, action):
        document_id = rows.document_of(project, annotation_id)
        if document_id not in movers:
            text_id = documents.text_id_of(project, document_id)
            movers[document_id] = _Mover(project, action, document_id, text_id)
        movers[document_id].move(
            annotation_id, rows.last_stood_in(project, annotation_id)
        )


class _Mover:
    """Moves annotations of one document into one text."""

    def __init__(
        self, project: Project, action: Action, document_id: str, text_id: str
    ) -> None:
        self._project = project
        self._action = action
        self._document_id = document_id
        self._text_id = text_id
        self._text = self._read(text_id)
        project.open_text = (text_id, self._text)
        self._relocators: dict[str, Relocator] = {}

    def move(self, annotation_id: str, from_text_id: str) -> Doubt | None:
        """Find its place; note a doubt, or settle it."""
        project, action = self._project, self._action
        if rows.spans_in(project, annotation_id, self._text_id):
            # The document reads a text again that it has read before.
            rows.settle(action, annotation_id)
            return None
        if from_text_id not in self._relocators:
            # Alignment is for those who need it: opening a project does not.
            from annotations.anchoring.relocation import Relocator

            older = self._read(from_text_id)
            self._relocators[from_text_id] = Relocator(older, self._text)
        relocator = self._relocators[from_text_id]
        parts = rows.spans_in(project, annotation_id, from_text_id)
        found = relocator.relocate(parts.pop(_CONTENT))
        if found.doubt is not None:
            rows.doubt(
                action, annotation_id, from_text_id, found.doubt, found.proposals
            )
            return found.doubt
        rows.settle(action, annotation_id)
        places = {_CONTENT: found.proposals[0].spans}
        for part, spans in parts.items():
            beside = relocator.relocate(spans)
            if beside.doubt is None:
                places[part] = beside.proposals[0].spans
        for part, there in places.items():
            rows.set_spans(project, action, annotation_id, self._text_id, there, part)
        return None

    def _read(self, text_id: str) -> str:
        found = documents.text_version(self._project, self._document_id, text_id)
        assert found is not None  # noqa: S101 - texts are never removed
        return found.text
