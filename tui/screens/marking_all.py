"""Marking all places where words stand, in one step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from annotations.wording import counted
from tui.screens.background import in_background
from tui.screens.occurrences import Occurrences
from tui.screens.search_thread import SearchThread
from tui.screens.tag_picker import TagChoice, TagPicker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from annotations.model import Document
    from annotations.search.hits import FoundDocument, Hit
    from annotations.search.query import Query
    from annotations.session import Session
    from tui.screens.document import DocumentScreen
    from tui.screens.occurrences import Chosen

_MOST = 10_000
"""Places that are listed at once."""


class MarkingAll:
    """Collects places, lists them over a screen and marks those that are chosen."""

    def __init__(self, screen: DocumentScreen) -> None:
        self._screen = screen
        # Not the search's own thread: that one may have results left to be fetched.
        self._thread = SearchThread(screen, screen.session)

    def list_places(self, query: Query) -> None:
        """List all places of a query."""
        self._screen.tell("Looking for all places …")
        self._thread.start(
            lambda session: session.searching.documents(query, most=_MOST),
            self._take,
            self._screen.tell_error,
        )

    def close(self) -> None:
        """End the thread."""
        self._thread.close()

    def _take(
        self, found: Iterator[FoundDocument], is_over: Callable[[], bool]
    ) -> None:
        """Collect places, in the search's thread."""
        places: list[tuple[Document, Hit]] = []
        text_ids: dict[str, str] = {}
        for one in found:
            places += ((one.document, hit) for hit in one.hits)
            text_ids[one.document.id] = one.text_id
            if is_over() or len(places) > _MOST:
                break
        if not is_over():
            self._screen.call_later(self._ask, places, text_ids)

    def _ask(
        self,
        places: Sequence[tuple[Document, Hit]],
        text_ids: Mapping[str, str],
    ) -> None:
        self._screen.status.hush()
        if not places:
            self._screen.tell("No place was found", "warning")
            return
        self._screen.app.push_screen(
            Occurrences(places[:_MOST], has_more=len(places) > _MOST),
            partial(self._chosen, text_ids),
        )

    def _chosen(self, text_ids: Mapping[str, str], chosen: Chosen | None) -> None:
        if chosen is None:
            return
        if not chosen.with_tags:
            self._mark(chosen, text_ids, TagChoice(()))
            return

        def tag(choice: TagChoice | None) -> None:
            if choice is not None:
                self._mark(chosen, text_ids, choice)

        self._screen.app.push_screen(TagPicker(self._screen.codebook, ()), tag)

    def _mark(
        self, chosen: Chosen, text_ids: Mapping[str, str], tags: TagChoice
    ) -> None:
        def mark(session: Session) -> tuple[int, int]:
            return session.searching.mark_all(
                chosen.places, chosen.kind, tags.tag_ids, text_ids, tags.created
            )

        in_background(
            self._screen,
            self._screen.session,
            mark,
            self._marked,
            self._screen.tell_error,
            group="mark-all",
        )

    def _marked(self, counts: tuple[int, int]) -> None:
        made, tagged = counts
        self._screen.reader.clear_selection()
        self._screen.reload()
        also = f", {tagged} tagged that were there" if tagged else ""
        self._screen.tell(f"{counted(made, 'place')} marked{also}; u takes it back")
