"""Marking all places of a selection or a search, in one step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from annotations.errors import PizhuError
from tui.screens import marking
from tui.screens.search_thread import SearchThread
from tui.screens.searching import SearchingScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from annotations.model import Document
    from annotations.search.hits import FoundDocument, Hit
    from annotations.search.query import Query
    from tui.screens.occurrences import Chosen
    from tui.screens.tag_picker import TagChoice
    from tui.widgets.search_pane import SearchPane

_MOST = 10_000
"""Places that are listed at once."""


class MarkingAllScreen(SearchingScreen):
    """Searches, and marks what was found."""

    class PlacesFound(Message):
        """A thread has collected all places."""

        def __init__(
            self, places: Sequence[tuple[Document, Hit]], problem: str = ""
        ) -> None:
            super().__init__()
            self.places = places
            self.problem = problem

    _collector: SearchThread | None = None
    """Not the search's own thread: that one may have results left to be fetched."""

    def on_unmount(self) -> None:
        """End the thread."""
        if self._collector is not None:
            self._collector.close()

    def action_mark_all(self) -> None:
        """List all places of the selection, else of what was found or searched."""
        selection = self.reader.selection
        if selection is not None and self.document is not None:
            self.collect_places(self.document.words(selection))
        elif (
            self.reader.shows_found
            and self._query
            and not self._query.startswith("re:")
        ):
            self.collect_places(*(self._words or (self._query,)))
        elif not self._collect_asked():
            self.tell("Select something first, or search for it", "warning")

    def _on_search_pane_mark_all_wanted(self, event: SearchPane.MarkAllWanted) -> None:
        event.stop()
        if not self._collect_asked() and self.search_pane is not None:
            self.search_pane.say("words are needed to mark their places")

    def collect_places(self, *strings: str) -> None:
        """List all places where these strings stand."""
        from annotations.search.query import Query, Term

        self._collect(Query(tuple(map(Term, strings))))

    def _collect_asked(self) -> bool:
        """List all places of the last search; say whether it was for words."""
        if self._asked is None or not self._asked.wanted:
            return False
        self._collect(self._asked)
        return True

    def _collect(self, query: Query) -> None:
        self.tell("Looking for all places …")
        if self._collector is None:
            self._collector = SearchThread(self.session)
        self._collector.start(
            lambda session: session.searching.documents(query, most=_MOST),
            self._take_places,
        )

    def _take_places(
        self, found: Iterator[FoundDocument], is_over: Callable[[], bool]
    ) -> None:
        """Collect places, in the search's thread."""
        places: list[tuple[Document, Hit]] = []
        problem = ""
        try:
            for one in found:
                places += ((one.document, hit) for hit in one.hits)
                if is_over() or len(places) > _MOST:
                    break
        except PizhuError as error:
            problem = str(error)
        if not is_over():
            self.post_message(self.PlacesFound(places, problem))

    @on(PlacesFound)
    def _places_found(self, event: PlacesFound) -> None:
        event.stop()
        self.status.hush()
        if event.problem or not event.places:
            self.tell(event.problem or "No place was found", "warning")
            return
        from tui.screens.occurrences import Occurrences

        self.app.push_screen(
            Occurrences(event.places[:_MOST], has_more=len(event.places) > _MOST),
            self._places_chosen,
        )

    def _places_chosen(self, chosen: Chosen | None) -> None:
        if chosen is None:
            return
        if not chosen.with_tags:
            self._write_marks(chosen, ())
            return

        def tag(choice: TagChoice | None) -> None:
            if choice is not None:
                self.attempt(partial(self._tag_all, chosen, choice))

        from tui.screens.tag_picker import TagPicker

        self.app.push_screen(TagPicker(self.codebook, ()), tag)

    def _tag_all(self, chosen: Chosen, choice: TagChoice) -> None:
        made = marking.tags_of(self.session, list(choice.created))
        self._write_marks(chosen, (*choice.tag_ids, *made))

    @work(thread=True, exclusive=True, group="mark-all")
    def _write_marks(self, chosen: Chosen, tag_ids: tuple[str, ...]) -> None:
        try:
            with self.session.another() as session:
                made, tagged = session.searching.mark_all(
                    chosen.places, chosen.kind, tag_ids
                )
        except PizhuError as error:
            self.app.call_from_thread(self.tell_error, error)
        else:
            self.app.call_from_thread(self._marked_all, made, tagged)

    def _marked_all(self, made: int, tagged: int) -> None:
        self.reader.clear_selection()
        self.reload()
        also = f", {tagged} tagged that were there" if tagged else ""
        self.tell(f"{made} places marked{also}; u takes it back")
