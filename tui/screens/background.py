"""Work in a thread, with a session of its own: a connection belongs to one thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from annotations.errors import PizhuError

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.dom import DOMNode

    from annotations.session import Session

Result = TypeVar("Result")
Told = TypeVar("Told")


def in_background(
    screen: DOMNode,
    session: Session,
    work: Callable[[Session], Result],
    done: Callable[[Result], object],
    failed: Callable[[PizhuError], object],
    *,
    group: str,
) -> None:
    """Do one thing in a thread, and tell the screen how it went.

    Args:
        screen: the one that waits.
        session: the one to have another like it for.
        work: runs in the thread, with a session of its own.
        done: called on the screen's thread with what came of it.
        failed: called there with what it said if it was refused.
        group: newer work of it takes the place of older; what that does is still told.

    What is done is done, but nothing is told to a screen that was left meanwhile.
    """
    app = screen.app

    def tell(how: Callable[[Told], object], what: Told) -> None:
        if screen.is_attached:
            how(what)

    def run() -> None:
        try:
            with session.another() as own:
                result = work(own)
        except PizhuError as error:
            app.call_from_thread(tell, failed, error)
        else:
            app.call_from_thread(tell, done, result)

    screen.run_worker(run, group=group, exclusive=True, thread=True)
