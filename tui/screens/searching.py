"""Searching all documents from the reader, and walking through what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from annotations.errors import PizhuError
from annotations.wording import counted
from tui.screens.finding import FindingScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from annotations.search.hits import FoundDocument
    from annotations.search.query import Query
    from tui.screens.marking_all import MarkingAll
    from tui.screens.search_thread import SearchThread
    from tui.widgets.search_pane import SearchPane

_ENOUGH = 2000
"""Hits fetched at once; more when one walks to their end."""
_INDEX_AFTER = 3.0
"""Seconds after the first screen at which texts without an index are indexed."""


class SearchingScreen(FindingScreen):
    """Shows documents, finds in one and searches all of them."""

    class ResultsFound(Message):
        """A thread has found something, or has come to an end."""

        def __init__(
            self,
            query: Query,
            found: Sequence[FoundDocument],
            *,
            is_done: bool = False,
            is_paused: bool = False,
            problem: str = "",
        ) -> None:
            super().__init__()
            self.query = query
            self.found = found
            self.is_done = is_done
            self.is_paused = is_paused
            self.problem = problem

    search_pane: SearchPane | None = None
    """Where all documents are searched; made for the first search."""
    _asked: Query | None = None
    """What was searched last, if it was a query."""
    _go_on: Callable[[], None] | None = None
    """Fetches more results, if there are some."""
    _more: Callable[[], None] | None = None
    _thread: SearchThread | None = None
    _marking_all: MarkingAll | None = None

    def on_mount(self) -> None:
        """Index what is not yet, when the first screen has been looked at."""
        self.set_timer(_INDEX_AFTER, self._index)

    def on_unmount(self) -> None:
        """End the threads."""
        if self._thread is not None:
            self._thread.close()
        if self._marking_all is not None:
            self._marking_all.close()

    async def action_search(self) -> None:
        """Search all documents: for the selection if there is one."""
        selection = self.reader.selection
        query = None
        if selection is not None and self.document is not None:
            self.reader.clear_selection()
            shown = self.document.words(selection)
            text = " ".join(shown.replace('"', " ").split())
            query = f'"{text}"'
        if self.search_pane is None:
            from tui.widgets.search_pane import SearchPane

            pane = SearchPane(id="search")
            await self.mount(pane)
            self.search_pane = pane
        self.search_pane.open(query)

    def action_next_result(self) -> None:
        """To the next place that the search found."""
        self._step_result(1)

    def action_previous_result(self) -> None:
        """To the place before."""
        self._step_result(-1)

    @property
    def _words_asked(self) -> tuple[str, ...]:
        """What the last search wants to stand in a text."""
        return () if self._asked is None else self._asked.wanted

    def _step_result(self, direction: int) -> None:
        pane = self.search_pane
        if pane is None or not len(pane.results):
            self.tell("No results yet: ^f searches all documents", "warning")
        elif not pane.step(direction):
            self.tell("No further result")

    def _on_search_pane_asked(self, event: SearchPane.Asked) -> None:
        event.stop()
        pane = self.search_pane
        if pane is None:
            return
        from annotations.search.query import parse
        from tui.screens.search_thread import SearchThread

        pane.begin()
        self._go_on = None
        try:
            query = self._asked = parse(event.query)
        except PizhuError as error:
            pane.say(str(error))
            return
        if query.is_empty:
            pane.say("")
            return
        pane.say("searching …")
        if self._thread is None:
            self._thread = SearchThread(self, self.session)
        self._more = self._thread.start(
            lambda session: session.searching.documents(query),
            lambda found, is_over: self._take(query, found, is_over),
            lambda error: self._results_found(
                self.ResultsFound(query, (), problem=str(error))
            ),
        )

    def _take(
        self,
        query: Query,
        found: Iterator[FoundDocument],
        is_over: Callable[[], bool],
    ) -> None:
        """Fetch results, in the search's thread."""
        from tui.screens.search_thread import tell_in_batches

        def tell(batch: Sequence[FoundDocument]) -> None:
            self.post_message(self.ResultsFound(query, batch))

        rest = tell_in_batches(
            found, is_over, tell, most=_ENOUGH, count=lambda one: len(one.hits) or 1
        )
        if rest is not None:
            self.post_message(
                self.ResultsFound(
                    query,
                    rest.found,
                    is_done=not rest.problem and not rest.has_more,
                    is_paused=rest.has_more,
                    problem=rest.problem,
                )
            )

    @on(ResultsFound)
    def _results_found(self, event: ResultsFound) -> None:
        event.stop()
        pane = self.search_pane
        if pane is None or event.query is not self._asked:
            return
        pane.add(event.found)
        results = pane.results
        count = f"{results.hits} in {counted(len(results.found), 'document')}"
        self._go_on = self._more if event.is_paused else None
        if event.problem:
            pane.say(event.problem)
            # Where there is room to read all of it.
            self.tell(event.problem, "error")
        elif event.is_paused:
            pane.say(f"first {count}, more at the end")
        elif event.is_done:
            pane.say(count if results.found else "nothing found")
        else:
            pane.say(f"{count} …")

    def _on_search_pane_more_wanted(self, event: SearchPane.MoreWanted) -> None:
        event.stop()
        if self._go_on is not None:
            go_on, self._go_on = self._go_on, None
            go_on()

    def _on_search_pane_place_chosen(self, event: SearchPane.PlaceChosen) -> None:
        event.stop()
        if event.document_id != self.document_id:
            self.open_document(event.document_id, event.offset)
        elif event.offset is not None:
            self.reader.go_to(event.offset)
        self.find_words(self._words_asked)
        self.action_back_to_text()

    def _on_search_pane_closed(self, event: SearchPane.Closed) -> None:
        event.stop()
        if self.search_pane is not None:
            self.search_pane.close()
        self.action_back_to_text()

    # All places at once

    def action_mark_all(self) -> None:
        """List all places of the selection, else of what was found or searched."""
        selection = self.reader.selection
        if selection is not None and self.document is not None:
            self.list_places(self.document.words(selection))
        elif (
            self.reader.shows_found
            and self._query
            and not self._query.startswith("re:")
        ):
            self.list_places(*(self._words or (self._query,)))
        elif not self._list_asked():
            self.tell("Select something first, or search for it", "warning")

    def _on_search_pane_mark_all_wanted(self, event: SearchPane.MarkAllWanted) -> None:
        event.stop()
        if not self._list_asked() and self.search_pane is not None:
            self.search_pane.say("words are needed to mark their places")

    def list_places(self, *strings: str) -> None:
        """List all places where these strings stand, to be marked."""
        from annotations.search.query import Query, Term

        self._list_places(Query(tuple(map(Term, strings))))

    def _list_asked(self) -> bool:
        """List all places of the last search; say whether it was for words."""
        if self._asked is None or not self._asked.wanted:
            return False
        self._list_places(self._asked)
        return True

    def _list_places(self, query: Query) -> None:
        if self._marking_all is None:
            from tui.screens.marking_all import MarkingAll

            self._marking_all = MarkingAll(self)
        self._marking_all.list_places(query)

    @work(thread=True, group="index")
    def _index(self) -> None:
        """Index new texts; a search finds them meanwhile, only later."""
        worker = get_current_worker()
        try:
            with self.session.another() as session:
                session.searching.build(is_cancelled=lambda: worker.is_cancelled)
        except PizhuError:
            return  # what is not indexed is searched as it is
