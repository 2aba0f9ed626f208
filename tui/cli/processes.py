"""Work on many things over all cores, in order, and stopped cleanly by a signal."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Sized
from contextlib import contextmanager
from itertools import islice
from threading import Thread, current_thread, main_thread
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future
    from types import FrameType

Task = TypeVar("Task")
Result = TypeVar("Result")

_AT_ONCE = 4
"""Tasks a process is given ahead of the one whose turn it is."""
_STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def in_processes(
    work: Callable[[Task], Result],
    tasks: Iterable[Task],
    take: Callable[[Task, Result], None],
    processes: int | None = None,
) -> None:
    """Work on every task and hand each result over, in the order of the tasks.

    Args:
        work: a function of a module, so that a process can find it.
        tasks: values that can be pickled; asked for as they are needed.
        take: gets a task and its result, in this process; signals wait until it is done.
        processes: how many; None for one a core.

    Raises:
        KeyboardInterrupt: Ctrl-C, or what another signal raises, after what was
            finished by then has been taken.
    """
    count = processes or _cores()
    if isinstance(tasks, Sized):
        count = min(count, len(tasks))
    if count <= 1:
        for task in tasks:
            result = work(task)
            with _uninterrupted():
                take(task, result)
        return
    # Few commands come here, and every start would wait for it (25 ms).
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    coming = iter(tasks)
    waiting: deque[tuple[Task, Future[Result]]] = deque()
    # Not forked from this process: SQLite must not be carried over, and would take the
    # locks of this process for the child's. https://sqlite.org/howtocorrupt.html, 2.6
    context = get_context("forkserver")
    with ProcessPoolExecutor(
        count, mp_context=context, initializer=_follow_the_first
    ) as pool:
        try:
            while True:
                for task in islice(coming, count * _AT_ONCE - len(waiting)):
                    waiting.append((task, pool.submit(work, task)))
                if not waiting:
                    return
                task, future = waiting[0]
                result = future.result()
                with _uninterrupted():
                    waiting.popleft()
                    take(task, result)
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            for task, future in waiting:
                if _is_finished(future):
                    with _uninterrupted():
                        take(task, future.result())
            raise


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let signals wait for the end of this; a second one does not.

    What is half stored is not stored, and what is half printed cannot be printed again.
    """
    if current_thread() is not main_thread():
        yield  # no signal comes here
        return
    came: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:
        came.append(number)
        if len(came) > 1:
            before[number](number, frame)

    # What ends the process at once, or is ignored, stays as it is.
    before: dict[int, Callable[[int, FrameType | None], object]] = {
        number: handler
        for number in _STOPPING
        if callable(handler := signal.getsignal(number))
    }
    for number in before:
        signal.signal(number, note)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if came:
        signal.raise_signal(came[0])


def _is_finished(future: Future[Result]) -> bool:
    """Whether there is a result: not if its process was stopped by the same signal."""
    return future.done() and not future.cancelled() and future.exception() is None


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _follow_the_first() -> None:
    """Let the first process alone be stopped by the terminal, and end when it has ended.

    It ends the others, unless it is killed.
    """
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    Thread(target=_end_with_the_first, daemon=True).start()


def _end_with_the_first() -> None:
    from multiprocessing import parent_process

    first = parent_process()
    if first is not None:
        first.join()
        os._exit(1)
