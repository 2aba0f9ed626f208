"""Finding in all documents and in all annotations."""

from __future__ import annotations

from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING

from annotations.identity import now
from annotations.model import AnnotationFilter
from annotations.search.folding import folding
from annotations.search.hits import FoundAnnotation, FoundDocument, hit, one_line
from annotations.search.matching import PlainMatcher
from annotations.search.query import OF_DOCUMENTS, Field, is_in_range
from annotations.session.annotating import check_spans, text_to_mark, type_of
from annotations.session.codebook import Codebook
from annotations.session.wording import Wording
from annotations.store import annotations as rows
from annotations.store import documents, search_index, search_rows
from annotations.store.connection import snapshot
from annotations.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from annotations.model import Document, Kind, Span
    from annotations.search.hits import Coverage
    from annotations.search.query import Condition, Query
    from annotations.store.project import Project
    from annotations.store.search_rows import Place as IndexedPlace

_OF_ANNOTATIONS = frozenset({*Field}) - OF_DOCUMENTS


Place = tuple[str, "Span"]
"""Identity of a document and a stretch of its source."""


class Searching:
    """Search in one project."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._codebook = Codebook(project)
        self._wording = Wording(project)
        self._stamp = ("", -1)
        self._places: list[IndexedPlace] = []

    def documents(
        self, query: Query, *, most: int | None = 1000
    ) -> Iterator[FoundDocument]:
        """Documents that a query is about, the latest published first, as they are found.

        Words and phrases must stand in the text, anywhere in it. Conditions on
        annotations must be met by one annotation of the document together.

        Args:
            query: what is asked; an empty one finds nothing.
            most: hits of one document; None for all.

        Raises:
            InvalidError: a word is nothing that could be found.
        """
        if query.is_empty:
            return
        wanted = _matchers(query.wanted)
        unwanted = _matchers(query.unwanted)
        of_document = query.about(OF_DOCUMENTS)
        with snapshot(self._project.database):
            places = self._all_places()
            numbers = (
                search_index.candidates(self._project, [one.needle for one in wanted])
                if wanted
                else {}
            )
            chosen = self._annotated(query.about(_OF_ANNOTATIONS))
        for place in places:
            bits = None if place.segment is None else numbers.get(place.segment)
            if bits is not None and not bits >> place.number & 1:
                continue
            if not chosen(place.document.id):
                continue
            if not all(_meets(place.document, one) for one in of_document):
                continue
            found = self._look_into(place, wanted, unwanted, most)
            if found is not None:
                yield found

    def annotations(
        self, query: Query, *, all_if_empty: bool = False
    ) -> Iterator[FoundAnnotation]:
        """Annotations that a query is about, in the order they were made.

        Words must stand in the text, the note, or the name, role or cue of the speaker;
        ``-word`` in none of them. Rejected ones only where the query asks for a status.

        Args:
            query: what is asked.
            all_if_empty: whether an empty query means every annotation, or none.

        Raises:
            InvalidError: a word is nothing that could be found.
        """
        if query.is_empty and not all_if_empty:
            return
        wanted = [PlainMatcher(text).needle for text in query.wanted]
        unwanted = [PlainMatcher(text).needle for text in query.unwanted]
        of_document = query.about(OF_DOCUMENTS)
        with snapshot(self._project.database):
            known = {one.document.id: one for one in self._all_places()}
        for one in search_rows.annotations_that(
            self._project, query.about(_OF_ANNOTATIONS)
        ):
            place = known.get(one.document_id)
            if place is None or not all(
                _meets(place.document, condition) for condition in of_document
            ):
                continue
            text_id = "" if one.doubt else place.text_id
            shown = one_line(self._wording.words(one, text_id))
            said = "\n".join((shown, one.note, one.speaker, one.role, one.cue))
            bare = folding().bare(said)
            if all(needle in bare for needle in wanted) and not any(
                needle in bare for needle in unwanted
            ):
                yield FoundAnnotation(one, place.document, shown)

    def mark_all(
        self,
        places: Iterable[Place],
        kind: Kind,
        tag_ids: Sequence[str] = (),
        text_ids: Mapping[str, str] | None = None,
        new_tags: Sequence[str] = (),
    ) -> tuple[int, int]:
        """Mark many places, as one step.

        A place that carries an annotation of this kind already gets the tags only.

        Args:
            places: which; one that comes twice is one, and documents that are gone
                are passed over.
            kind: what the annotations are.
            tag_ids: what they carry.
            text_ids: of the texts in which they were seen, by document, if those may
                have been updated since.
            new_tags: paths of tags that they carry as well; those that are missing are
                made.

        Returns:
            How many annotations were made, and how many were tagged.

        Raises:
            ConflictError: somebody has updated a document since; nothing was marked.
            InvalidError: a place outside the text, or no name for a tag.
            StorageError: it could not be written.
        """
        by_document: dict[str, dict[Span, None]] = {}
        for document_id, span in places:
            by_document.setdefault(document_id, {})[span] = None
        made = tagged = 0
        count = sum(map(len, by_document.values()))
        with self._project.journal.action(f"mark {counted(count, 'place')}") as action:
            tag_ids = (*tag_ids, *self._codebook.at(action, new_tags))
            for document_id, spans in by_document.items():
                document = documents.with_id(self._project, document_id)
                if document is None:
                    continue
                seen = (text_ids or {}).get(document_id)
                text_id = text_to_mark(self._project, document, seen)
                documents.whole(self._project, document_id, text_id)
                here = rows.of_document(
                    self._project, document_id, AnnotationFilter(kinds=(kind,))
                )
                known = {one.spans: one for one in here}
                for span in spans:
                    check_spans([span], document)
                    found = known.get((span,))
                    if found is None:
                        exact = documents.exact(
                            self._project, text_id, span.start, span.end
                        )
                        type_ = type_of(kind, exact)
                        annotation_id = rows.insert(
                            self._project, action, document_id, kind, type=type_
                        )
                        rows.set_spans(
                            self._project, action, annotation_id, text_id, [span]
                        )
                        rows.set_tags(action, annotation_id, (), tag_ids)
                        made += 1
                    elif not set(tag_ids) <= set(found.tags):
                        after = (*found.tags, *tag_ids)
                        rows.set_tags(action, found.id, found.tags, after)
                        rows.update(action, found.id, {"updated_at": now()})
                        tagged += 1
        return made, tagged

    def tag_all(
        self,
        annotation_ids: Iterable[str],
        tag_ids: Sequence[str],
        new_tags: Sequence[str] = (),
    ) -> int:
        """Put tags on many annotations, as one step.

        Args:
            annotation_ids: which; those that are gone are passed over.
            tag_ids: what they carry from now on.
            new_tags: see ``mark_all``.

        Returns:
            How many lacked some.

        Raises:
            InvalidError: no name for a tag.
            StorageError: it could not be written.
        """
        tagged = 0
        with self._project.journal.action("tag several annotations") as action:
            tag_ids = (*tag_ids, *self._codebook.at(action, new_tags))
            for annotation_id in annotation_ids:
                one = rows.with_id(self._project, annotation_id)
                if one is not None and not set(tag_ids) <= set(one.tags):
                    rows.set_tags(action, one.id, one.tags, (*one.tags, *tag_ids))
                    rows.update(action, one.id, {"updated_at": now()})
                    tagged += 1
        return tagged

    def coverage(self) -> Coverage:
        """How far the index is. What it lacks is found too, only later."""
        return search_index.coverage(self._project)

    def build(
        self,
        told: Callable[[Coverage], object] = lambda _: None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        """Bring the index up to date, a segment at a time; can be stopped and resumed.

        Args:
            told: is told how far it is after each segment.
            is_cancelled: asked once a text; whether to stop.
        """
        while not is_cancelled() and search_index.build_segment(
            self._project, is_cancelled
        ):
            told(self.coverage())

    def forget(self) -> None:
        """Drop the index; ``build`` makes it again, and nothing is missed meanwhile."""
        search_index.forget(self._project)

    def verify(self) -> list[str]:
        """Prove that the index agrees with the texts; one line for each problem."""
        return search_index.verify_index(self._project)

    def _all_places(self) -> list[IndexedPlace]:
        stamp = search_rows.stamp(self._project)
        if stamp != self._stamp:
            self._places = search_rows.places(self._project)
            self._stamp = stamp
        return self._places

    def _annotated(self, conditions: Sequence[Condition]) -> Callable[[str], bool]:
        """Whether a document's annotations meet the conditions."""
        positive = [one for one in conditions if not one.is_without]
        negative = [one for one in conditions if one.is_without]
        chosen = search_rows.annotated(self._project, positive) if positive else None
        barred: set[str] = set()
        for one in negative:
            with_it = [type(one)(one.field, one.value)]
            barred |= search_rows.annotated(self._project, with_it)
        return lambda document_id: (
            (chosen is None or document_id in chosen) and document_id not in barred
        )

    def _look_into(
        self,
        place: IndexedPlace,
        wanted: Sequence[PlainMatcher],
        unwanted: Sequence[PlainMatcher],
        most: int | None,
    ) -> FoundDocument | None:
        if not wanted and not unwanted:
            return FoundDocument(place.document, (), place.text_id)
        text, joins = search_rows.text(self._project, place.text_id)

        def spans(matcher: PlainMatcher) -> Iterator[Span]:
            return matcher.spans(text, joins, 0, len(text))

        if any(next(spans(one), None) is not None for one in unwanted):
            return None
        if not all(next(spans(one), None) is not None for one in wanted):
            return None
        limit = None if most is None else most + 1
        found = list(islice(merge(*map(spans, wanted)), limit))
        has_more = most is not None and len(found) > most
        hits = tuple(hit(text, joins, span) for span in found[:most])
        return FoundDocument(place.document, hits, place.text_id, has_more)


def _matchers(texts: Iterable[str]) -> list[PlainMatcher]:
    """One for each word, however often and in whichever spellings it is asked for."""
    found = {one.needle: one for one in map(PlainMatcher, texts)}
    return list(found.values())


def _meets(document: Document, condition: Condition) -> bool:
    if condition.field is Field.DATE:
        is_met = is_in_range(document.published, condition.value)
    elif condition.field is Field.DOCUMENT:
        is_met = document.id == condition.value
    else:
        bare = folding().bare
        held = {
            Field.TITLE: document.title,
            Field.PUBLICATION: document.publication,
        }[condition.field]
        is_met = bare(condition.value) in bare(held)
    return is_met != condition.is_without
