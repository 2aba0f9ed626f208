"""Work on many things over all cores, in order, and stopped cleanly by Ctrl-C."""

from __future__ import annotations

import os
import signal
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Task = TypeVar("Task")
Result = TypeVar("Result")

_AT_ONCE = 4
"""Tasks a process is given ahead of the one whose turn it is."""


def in_processes(
    work: Callable[[Task], Result], tasks: Sequence[Task], processes: int | None
) -> Iterator[Result]:
    """The result of every task, in their order.

    Ctrl-C raises ``KeyboardInterrupt`` after what was finished has been given out.

    Args:
        work: a function of a module, so that a process can find it.
        tasks: values that can be pickled.
        processes: how many; None for one a core.
    """
    count = min(processes or _cores(), len(tasks))
    if count <= 1:
        yield from map(work, tasks)
        return
    with ProcessPoolExecutor(count, initializer=_leave_interrupts_alone) as pool:
        waiting: list[Future[Result]] = []
        try:
            for task in tasks:
                waiting.append(pool.submit(work, task))
                if len(waiting) >= count * _AT_ONCE:
                    yield waiting.pop(0).result()
            while waiting:
                yield waiting.pop(0).result()
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            for future in waiting:
                if future.done() and not future.cancelled():
                    yield future.result()
            raise


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _leave_interrupts_alone() -> None:
    """Let the first process alone be stopped by Ctrl-C; it ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
