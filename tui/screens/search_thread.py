"""A thread with a session of its own, for searches: a connection belongs to one thread."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from annotations.errors import PizhuError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future, ThreadPoolExecutor

    from textual.dom import DOMNode

    from annotations.session import Session

Found = TypeVar("Found")

_BATCH = 0.1
"""Seconds between two batches of results."""


class Rest(NamedTuple, Generic[Found]):
    """What is left to be told in the end."""

    found: Sequence[Found]
    problem: str = ""
    """Why there are no more, if something went wrong."""
    has_more: bool = False
    """Whether there may be more than were wanted."""


def tell_in_batches(
    found: Iterator[Found],
    is_over: Callable[[], bool],
    tell: Callable[[Sequence[Found]], object],
    *,
    most: int,
    count: Callable[[Found], int] = lambda _: 1,
) -> Rest[Found] | None:
    """Tell results as they come, the first one at once.

    Args:
        found: the results; those that are not wanted are left in it.
        is_over: whether nobody wants them any more.
        tell: takes a batch.
        most: how many are wanted.
        count: how many a result counts for.

    Returns:
        What is left of them; None if nobody wants it.
    """
    batch: list[Found] = []
    seen, told_at = 0, 0.0
    try:
        for one in found:
            if is_over():
                return None
            batch.append(one)
            seen += count(one)
            if seen >= most:
                return Rest(batch, has_more=True)
            if monotonic() - told_at > _BATCH:
                tell(batch)
                batch, told_at = [], monotonic()
    except PizhuError as error:
        return Rest(batch, problem=str(error))
    return Rest(batch)


class SearchThread:
    """Runs one search after the other; a new one ends the one before.

    The session is kept between searches, and with it what makes the next one quick.

    Args:
        screen: the one that waits.
        like: the session to have another like it for.
    """

    def __init__(self, screen: DOMNode, like: Session) -> None:
        self._screen = screen
        self._like = like
        self._executor: ThreadPoolExecutor | None = None
        self._session: Session | None = None
        self._number = 0

    def start(
        self,
        search: Callable[[Session], Iterator[Found]],
        take: Callable[[Iterator[Found], Callable[[], bool]], None],
        failed: Callable[[PizhuError], object],
    ) -> Callable[[], None]:
        """Begin a search in the thread.

        Args:
            search: what to look for; its results are fetched in the thread only.
            take: runs in the thread: takes some results; is told how to ask whether
                nobody wants them any more. May leave some for later.
            failed: called on the screen's thread with what ended the search, unless
                nobody wants it any more. What is no refusal is a fault there.

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

        def tell(error: PizhuError) -> None:
            if not is_over():
                failed(error)

        def go_on() -> None:
            self._submit(run, tell)

        go_on()
        return go_on

    def close(self) -> None:
        """End the search and give the session back."""
        self._number += 1
        if self._executor is not None:
            self._executor.submit(self._close_session)
            self._executor.shutdown(wait=False)
            self._executor = None

    def _submit(
        self, action: Callable[[], None], failed: Callable[[PizhuError], object]
    ) -> None:
        def ended(future: Future[None]) -> None:
            error = future.exception()
            if error is not None:
                self._screen.call_later(_tell, error, failed)

        if self._executor is None:
            from concurrent.futures import ThreadPoolExecutor

            self._executor = ThreadPoolExecutor(1, thread_name_prefix="search")
        self._executor.submit(self._run, action).add_done_callback(ended)

    def _run(self, action: Callable[[], None]) -> None:
        try:
            action()
        except BaseException as error:
            # It says what a user can act on, if the error is the file's.
            self._close_session(error)
            raise

    def _opened(self) -> Session:
        if self._session is None:
            self._session = self._like.another()
        return self._session

    def _close_session(self, error: BaseException | None = None) -> None:
        session, self._session = self._session, None
        if session is not None:
            session.close(error)


def _tell(error: BaseException, failed: Callable[[PizhuError], object]) -> None:
    """Tell what ended a search; what nobody expected ends the interface."""
    if not isinstance(error, PizhuError):
        raise error
    failed(error)
