"""Whether the words of a quote that was accepted stand elsewhere too."""

from __future__ import annotations

from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from annotations.search.query import Query, Term
from tui.screens.search_thread import SearchThread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.screen import Screen
    from textual.timer import Timer

    from annotations.errors import PizhuError
    from annotations.search.hits import FoundDocument
    from annotations.session import Session

_REST = 0.7
"""Seconds without a decision after which the words are looked for."""
_TELLING = 6
"""Characters from which the same words elsewhere are worth a look."""


class SameWords:
    """Looks for words once the keys rest, so that deciding quickly costs no search.

    Args:
        screen: the one that waits.
        session: whose project is searched, in a thread.
        found: called on the screen's thread if the words stand in a second place.
        failed: called there with what it said if they could not be looked for.
    """

    def __init__(
        self,
        screen: Screen[None],
        session: Session,
        found: Callable[[], None],
        failed: Callable[[PizhuError], None],
    ) -> None:
        self._screen = screen
        self._session = session
        self._found = found
        self._failed = failed
        self._thread: SearchThread | None = None
        self._resting: Timer | None = None
        self._wanted: Query | None = None

    def look_for(self, words: str) -> None:
        """Look for words soon, unless others are asked for or it is stopped before."""
        self.stop()
        if len(words) >= _TELLING:
            self._resting = self._screen.set_timer(_REST, partial(self._start, words))

    def stop(self) -> None:
        """Look for nothing any more, and tell nothing."""
        self._wanted = None
        if self._resting is not None:
            self._resting.stop()
            self._resting = None

    def close(self) -> None:
        """Stop, and end the thread."""
        self.stop()
        if self._thread is not None:
            self._thread.close()

    def _start(self, words: str) -> None:
        if self._thread is None:
            self._thread = SearchThread(self._screen, self._session)
        query = self._wanted = Query((Term(words),))

        def count(found: Iterator[FoundDocument], is_over: Callable[[], bool]) -> None:
            hits = sum(len(each.hits) for each in islice(found, 2))
            if hits > 1 and not is_over():
                self._screen.call_later(self._tell, query, self._found)

        self._thread.start(
            lambda session: session.searching.documents(query, most=2),
            count,
            lambda error: self._tell(query, partial(self._failed, error)),
        )

    def _tell(self, query: Query, how: Callable[[], object]) -> None:
        if query is self._wanted:
            how()
