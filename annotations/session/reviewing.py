"""The review queue: what waits for a decision, and deciding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from annotations.errors import InvalidError, NotFoundError
from annotations.identity import now
from annotations.model import Status
from annotations.records import DecidedTogether
from annotations.search.query import DOUBT, OF_DOCUMENTS, WAITING, Field, parse
from annotations.store import annotations as rows
from annotations.store import documents, review_rows, search_rows, suggestions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.model import Annotation
    from annotations.records import InDoubt, ReviewPlace
    from annotations.session.annotating import Annotations
    from annotations.session.searching import Searching
    from annotations.store.project import Project

Order = Literal["place", "score", "disagreement"]
ORDERS: tuple[Order, ...] = ("place", "score", "disagreement")
"""Document by document; the surest first; what analysts see differently first."""

EVERYTHING = "is:waiting"
"""The filter to begin with: suggested, flagged, or without a sure place."""


def waits_only(filter_: str) -> bool:
    """Whether a filter (see ``Reviewing.queue``) lets through only what waits.

    Raises:
        InvalidError: the filter cannot be understood.
    """
    statuses = {*Status}
    for one in parse(filter_ or EVERYTHING).conditions:
        if one.field is Field.IS and one.value in {WAITING, DOUBT}:
            if not one.is_without:
                return True
        elif one.field is Field.STATUS:
            named = {Status(one.value)}
            statuses = statuses - named if one.is_without else statuses & named
    return statuses <= {Status.SUGGESTED, Status.FLAGGED}


class Reviewing:
    """The queue over one project."""

    def __init__(
        self, project: Project, annotations: Annotations, searching: Searching
    ) -> None:
        self._project = project
        self._annotations = annotations
        self._searching = searching

    def queue(self, filter_: str, order: Order = "place") -> list[str]:
        """Identities of what a filter lets through.

        Args:
            filter_: in the query language; empty for everything that waits.
            order: one of ``ORDERS``.

        Raises:
            InvalidError: the filter cannot be understood.
        """
        query = parse(filter_ or EVERYTHING)
        of_annotations = frozenset({*Field}) - OF_DOCUMENTS
        found = search_rows.ids_in_order(
            self._project, query.about(of_annotations), order
        )
        if query.terms or query.about(OF_DOCUMENTS):
            matching = {one.annotation.id for one in self._searching.annotations(query)}
            found = [one for one in found if one in matching]
        if order == "disagreement":
            weights = self._disagreements()
            found.sort(key=lambda one: -weights.get(one, 0))
        return found

    def in_doubt(self, annotation: Annotation) -> InDoubt | None:
        """Where an annotation may belong, if it found no sure place."""
        if annotation.doubt is None:
            return None
        return rows.one_in_doubt(self._project, annotation)

    def corrections(self, annotation: Annotation) -> tuple[str, ...]:
        """What of a suggestion is not as it was proposed: edges, kind, type, speaker."""
        known = suggestions.proposed(self._project, annotation.id)
        if known is None:
            return ()
        found = [
            name
            for name in ("kind", "type", "speaker")
            if getattr(annotation, name) != known[name]
        ]
        text_id = documents.text_id_of(self._project, annotation.document_id)
        is_same_text = annotation.doubt is None and known["text_id"] == text_id
        spans = [[one.start, one.end] for one in annotation.spans]
        if is_same_text and suggestions.spans_of(known) != spans:
            found.insert(0, "edges")
        return tuple(found)

    def begun_at(self, annotation: Annotation) -> int:
        """Source offset of what an annotation is about: where it was proposed.

        Its start, if nobody proposed it or it stands in another text by now.
        """
        known = suggestions.proposed(self._project, annotation.id)
        text_id = documents.text_id_of(self._project, annotation.document_id)
        if known is None or annotation.doubt or known["text_id"] != text_id:
            return annotation.start
        first, *_ = suggestions.spans_of(known)
        return first[0]

    def decide(self, annotation: Annotation, status: Status) -> Annotation:
        """Accept, reject or flag an annotation as it was last seen.

        The history says what was corrected before.

        Raises:
            ConflictError: somebody else changed or deleted it since.
            StorageError: it could not be written.
        """
        corrected = self.corrections(annotation)
        label = f"{_verb(status)} a {annotation.kind}"
        if corrected and status is Status.ACCEPTED:
            label = f"{label}, corrected: {', '.join(corrected)}"
        return self._annotations.change_as(label, annotation, status=status)

    def decide_all(
        self, ids: Sequence[str], status: Status, seen: str
    ) -> DecidedTogether:
        """Decide on many at once, as one step.

        What is so already is left alone. What somebody else has changed since it was
        seen is passed over, and so is what is gone.

        Args:
            ids: which annotations.
            status: what is decided.
            seen: identity of the newest step when ``ids`` were read; see
                ``History.latest``.

        Raises:
            StorageError: it could not be written.
        """
        count, passed_over = 0, []
        latest = self._project.journal.latest()
        with self._project.journal.action(f"{_verb(status)} several") as action:
            at = now()
            touched = rows.touched_by_others_since(self._project, seen)
            for annotation_id in ids:
                row = action.fetch("annotations", [annotation_id])
                if row is None or row["status"] == status:
                    continue
                if annotation_id in touched:
                    passed_over.append(annotation_id)
                    continue
                changes = {"status": status, "updated_at": at}
                rows.update(action, annotation_id, changes)
                count += 1
            action.label = f"{_verb(status)} {count} at once"
        return DecidedTogether(action.id, count, tuple(passed_over), latest)

    def place(self) -> ReviewPlace | None:
        """Where this analyst left the queue."""
        return review_rows.place(self._project)

    def keep_place(self, place: ReviewPlace) -> None:
        """Note where this analyst is."""
        review_rows.keep_place(self._project, place)

    def filters(self) -> dict[str, str]:
        """Saved filters by name."""
        return review_rows.filters(self._project)

    def save_filter(self, name: str, filter_: str) -> None:
        """Save a filter under a name, for everybody.

        Raises:
            InvalidError: no name, or a filter that cannot be understood.
        """
        name = " ".join(name.split())
        if not name:
            raise InvalidError("a saved filter needs a name")
        parse(filter_)
        with self._project.journal.action(f"save filter {name}") as action:
            review_rows.save_filter(action, name, filter_)

    def remove_filter(self, name: str) -> None:
        """Forget a saved filter.

        Raises:
            NotFoundError: there is none of this name.
        """
        if name not in self.filters():
            raise NotFoundError(f"no saved filter {name}")
        with self._project.journal.action(f"remove filter {name}") as action:
            action.delete("review_filters", [name])

    def _disagreements(self) -> dict[str, int]:
        """How many annotations of others lie over each one and say something else."""
        weights: dict[str, int] = {}
        open_: list[tuple[str, int, tuple[str, ...]]] = []
        document = ""
        for document_id, one, start, end, said in search_rows.stretches(self._project):
            if document_id != document:
                document, open_ = document_id, []
            open_ = [other for other in open_ if other[1] > start]
            for other, _, other_said in open_:
                *what, who = said
                *other_what, other_who = other_said
                if who != other_who and what != other_what:
                    weights[one] = weights.get(one, 0) + 1
                    weights[other] = weights.get(other, 0) + 1
            open_.append((one, end, said))
        return weights


def _verb(status: Status) -> str:
    """What a decision is called in the history."""
    verbs = {Status.ACCEPTED: "accept", Status.REJECTED: "reject"}
    return verbs.get(status, "flag")
