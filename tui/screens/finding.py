"""Finding in the open document: as one types, and from match to match."""

from __future__ import annotations

from array import array
from itertools import islice
from typing import TYPE_CHECKING

from textual import work
from textual.worker import get_current_worker

from annotations.errors import InvalidError
from tui.screens.document import DocumentScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from annotations.model import Span
    from annotations.search.matching import Finder
    from tui.widgets.find_bar import FindBar

_AT_ONCE = 4
"""Pieces of a text (a millisecond each) searched before a thread goes on."""
_COUNTED = 1_000_000
"""Matches that are counted; more are ``many``."""


class FindingScreen(DocumentScreen):
    """Shows documents and finds in the one that is open."""

    find_bar: FindBar | None = None
    """The line in which a search is typed; made for the first one."""
    _query = ""
    _words: tuple[str, ...] = ()
    """What else than the query is looked for: words of a search in all documents."""
    _finder: Finder | None = None
    _starts: Sequence[int] | None = None
    """Where all matches begin, once they are counted."""
    _origin = 0
    """Source offset where the cursor was when the search began."""
    _turned = ""
    """What is told when the search has begun anew at the other end of the text."""
    _is_walking = False
    """Whether a thread looks for the next match."""

    def open_document(self, document_id: str, offset: int | None = None) -> None:
        """Read a document; what was searched is shown in it too."""
        is_showing = self.reader.shows_found
        self.reader.set_found(None)
        self._finder = self._starts = None
        super().open_document(document_id, offset)
        if is_showing and self._query and self._is_ready:
            self._look_for(self._query)

    def _show_nothing(self) -> None:
        self._drop()
        super()._show_nothing()

    def find_words(self, words: tuple[str, ...]) -> None:
        """Show where any of these words stands; ``n`` and ``N`` walk there."""
        if words:
            self._words, self._query = words, " ".join(words)
            self._when_ready()

    async def action_find(self) -> None:
        """Open the line to type in; keys wait until it is there."""
        if self.document is None:
            self._say_no_document()
            return
        self._origin = self.reader.cursor
        if self.find_bar is None:
            from tui.widgets.find_bar import FindBar

            bar = FindBar(id="find")
            await self.mount(bar)
            self.find_bar = bar
        self.find_bar.open(self._query)
        if not self._is_ready:
            self._load_folding()

    def action_find_next(self) -> None:
        """To the next match."""
        self._step(1)

    def action_find_previous(self) -> None:
        """To the match before."""
        self._step(-1)

    def _on_find_bar_typed(self, event: FindBar.Typed) -> None:
        event.stop()
        self._query, self._words = event.query, ()
        if self._is_ready:
            self._search()

    def _on_find_bar_walked(self, event: FindBar.Walked) -> None:
        event.stop()
        self._step(event.step)

    def _on_find_bar_entered(self, event: FindBar.Entered) -> None:
        event.stop()
        self._close_bar()
        if self._finder is None and self._query:
            self._step(1)
        else:
            self._say_number()

    def _on_find_bar_cancelled(self, event: FindBar.Cancelled) -> None:
        event.stop()
        self._close_bar()
        self._drop()
        self.reader.go_to(self._origin)

    @property
    def _is_ready(self) -> bool:
        """Whether the fold table is there."""
        from annotations.search.folding import is_ready

        return is_ready()

    @property
    def _is_typing(self) -> bool:
        return self.find_bar is not None and self.find_bar.is_open

    def _close_bar(self) -> None:
        if self.find_bar is not None:
            self.find_bar.close()
        self.reader.focus()

    @work(thread=True, group="folding")
    def _load_folding(self) -> None:
        from annotations.search.folding import folding

        folding()
        self.app.call_from_thread(self._when_ready)

    def _when_ready(self) -> None:
        """Search what was typed while the fold table was being made."""
        if not self._is_ready:
            self._load_folding()
        elif self._is_typing:
            self._search()
        elif self._query:
            self._look_for(self._query)

    def _search(self) -> None:
        """Show what is typed now; the cursor goes to the first match after the origin."""
        if not self._query:
            self._drop()
            self._say("")
            self.reader.go_to(self._origin)
        elif self._look_for(self._query) and self._finder is not None:
            self._walk(self._finder.forward(self._origin), self._origin, 1)

    def _drop(self) -> None:
        self._finder = self._starts = None
        self.workers.cancel_group(self, "find-count")
        self.workers.cancel_group(self, "find-walk")
        self._is_walking = False
        self.reader.set_found(None)

    def _look_for(self, query: str) -> bool:
        """Show all matches of a query and begin to count them; say what is wrong with it."""
        self._drop()
        if self.document is None:
            return False
        from annotations.search.matching import (
            AnyMatcher,
            Finder,
            PlainMatcher,
            matcher,
        )

        try:
            wanted = (
                AnyMatcher([PlainMatcher(word) for word in self._words])
                if self._words
                else matcher(query)
            )
            finder = Finder(self.document.text, self.document.source.joins, wanted)
        except InvalidError as error:
            self._say(str(error))
            return False
        self._finder = finder

        def between(start: int, end: int) -> list[Span]:
            try:
                return finder.between(start, end)
            except InvalidError:
                return []

        self.reader.set_found(between)
        self._count(finder)
        return True

    @work(thread=True, exclusive=True, group="find-count")
    def _count(self, finder: Finder) -> None:
        worker = get_current_worker()
        starts = array("I")
        try:
            for spans in finder.everything():
                if worker.is_cancelled or len(starts) > _COUNTED:
                    break
                starts.extend(span.start for span in spans)
        except InvalidError:
            return
        if not worker.is_cancelled:
            self.app.call_from_thread(self._counted, finder, starts)

    def _counted(self, finder: Finder, starts: Sequence[int]) -> None:
        if finder is self._finder:
            self._starts = starts
            self._say_number()

    def _step(self, direction: int) -> None:
        """Go to the next match, or the one before."""
        if self.document is None:
            self._say_no_document()
        elif not self._query:
            self.tell("Nothing to look for yet: / finds", "warning")
        elif self._finder is None or not self.reader.shows_found:
            if not self._is_ready:
                self._load_folding()
            elif self._look_for(self._query):
                self._step(direction)
        elif not self._is_walking:
            at = self.reader.cursor
            self._walk(
                self._finder.forward(at + 1)
                if direction > 0
                else self._finder.backward(at),
                at + 1 if direction > 0 else at - 1,
                direction,
            )

    def _walk(self, places: Iterator[Span | None], first: int, direction: int) -> None:
        """Go to the match: at once if it is near, else when a thread has found it.

        Args:
            places: matches, and None wherever a piece of the text holds none.
            first: source offset where a match is looked for first.
            direction: 1 towards the end, -1 towards the start.
        """

        def arrive(place: Span | None) -> None:
            is_past = place is not None and (place.start - first) * direction < 0
            end = "top" if direction > 0 else "end"
            self._turned = f", from the {end} again" if is_past else ""
            self._arrive(place)

        seen = 0
        try:
            for place in islice(places, _AT_ONCE):
                seen += 1
                if place is not None:
                    arrive(place)
                    return
        except InvalidError as error:
            self._say(str(error))
            return
        if seen < _AT_ONCE:
            arrive(None)
        else:
            self._is_walking = True
            self._say("searching …")
            self._walk_on(places, arrive)

    @work(thread=True, exclusive=True, group="find-walk")
    def _walk_on(
        self, places: Iterator[Span | None], arrive: Callable[[Span | None], None]
    ) -> None:
        worker = get_current_worker()
        found: Span | None = None
        try:
            for found in places:
                if found is not None or worker.is_cancelled:
                    break
        except InvalidError as error:
            self.app.call_from_thread(self._say, str(error))
        if not worker.is_cancelled:
            self.app.call_from_thread(arrive, found)

    def _arrive(self, place: Span | None) -> None:
        self._is_walking = False
        if place is None:
            if self._is_typing:
                self.reader.go_to(self._origin)
            self._say(f"not found: {self._query}")
        else:
            self.reader.go_to(place.start)
            self._say_number()

    def _say_number(self) -> None:
        if self._starts is None:
            return
        from annotations.search.matching import number_at

        count = f"{len(self._starts)}" if len(self._starts) <= _COUNTED else "many"
        number = number_at(self._starts, self.reader.cursor)
        if not len(self._starts):
            self._say(f"not found: {self._query}")
        elif number is None:
            self._say(f"{count} matches")
        else:
            self._say(f"{number + 1} of {count}{self._turned}")

    def _say(self, message: str) -> None:
        if self.find_bar is not None and self.find_bar.is_open:
            self.find_bar.say(message)
        else:
            self.tell(message)
