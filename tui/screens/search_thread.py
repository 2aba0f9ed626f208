"""A thread with a session of its own, for searches: a connection belongs to one thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Future, ThreadPoolExecutor
    from typing import TypeVar

    from annotations.session import Session

    Found = TypeVar("Found")


class SearchThread:
    """Runs one search after the other; a new one ends the one before.

    The session is kept between searches, and with it what makes the next one quick.
    """

    def __init__(self, like: Session) -> None:
        self._like = like
        self._executor: ThreadPoolExecutor | None = None
        self._session: Session | None = None
        self._number = 0

    def start(
        self,
        search: Callable[[Session], Iterator[Found]],
        take: Callable[[Iterator[Found], Callable[[], bool]], None],
    ) -> Callable[[], None]:
        """Begin a search in the thread.

        Args:
            search: what to look for; its results are fetched in the thread only.
            take: runs in the thread: takes some results; is told how to ask whether
                nobody wants them any more. May leave some for later.

        Returns:
            What to call to have ``take`` go on with the results that it left.
        """
        self._number += 1
        number = self._number
        kept: list[Iterator[Found]] = []

        def is_over() -> bool:
            return number != self._number

        def run() -> None:
            if is_over():
                return
            if not kept:
                kept.append(search(self._opened()))
            take(kept[0], is_over)

        def go_on() -> None:
            self._submit(run)

        go_on()
        return go_on

    def close(self) -> None:
        """End the search and give the session back."""
        self._number += 1
        if self._executor is not None:
            self._executor.submit(self._close_session)
            self._executor.shutdown(wait=False)
            self._executor = None

    def _submit(self, action: Callable[[], None]) -> Future[None]:
        if self._executor is None:
            from concurrent.futures import ThreadPoolExecutor

            self._executor = ThreadPoolExecutor(1, thread_name_prefix="search")
        return self._executor.submit(action)

    def _opened(self) -> Session:
        if self._session is None:
            self._session = self._like.another()
        return self._session

    def _close_session(self) -> None:
        if self._session is not None:
            self._session.close()
            self._session = None
