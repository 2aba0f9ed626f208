"""Writing to a terminal that may be slow, or not read at all, without waiting for it."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_AT_ONCE = 4096
"""Bytes that are handed over in one piece."""


class Outlet:
    """Writes bytes to a file descriptor in a thread of its own, in order.

    Args:
        descriptor: where to.
        drained: called in that thread when everything has been written and ``is_busy``
            no longer holds; it may send more.
    """

    def __init__(self, descriptor: int, drained: Callable[[], None]) -> None:
        self._descriptor = descriptor
        self._drained = drained
        self._pending = bytearray()
        self._is_writing = False
        self._is_ending = False
        self._changed = threading.Condition()
        self._thread = threading.Thread(
            target=self._run, name="pizhu-output", daemon=True
        )
        self._thread.start()

    @property
    def is_busy(self) -> bool:
        """Whether something is still to be written; ``drained`` is called after it."""
        with self._changed:
            return self._is_writing or bool(self._pending)

    def send(self, data: bytes) -> None:
        """Write data after what is to be written already."""
        with self._changed:
            self._pending += data
            self._changed.notify()

    def close(self, seconds: float) -> None:
        """Write what is left, but wait no longer than this: the line may be dead."""
        with self._changed:
            self._is_ending = True
            self._changed.notify()
        self._thread.join(seconds)

    def _run(self) -> None:
        while (data := self._next()) is not None:
            try:
                while data:
                    data = data[os.write(self._descriptor, data[:_AT_ONCE]) :]
            except OSError:
                # Nobody is there any more. The signal that says so ends the program.
                with self._changed:
                    self._is_writing, self._is_ending = False, True
                return
            with self._changed:
                self._is_writing = False
                is_drained = not self._pending
            if is_drained:
                self._drained()

    def _next(self) -> bytes | None:
        """Take what there is to write, or wait for it; None at the end."""
        with self._changed:
            while not self._pending and not self._is_ending:
                self._changed.wait()
            if not self._pending:
                return None
            data = bytes(self._pending)
            self._pending.clear()
            self._is_writing = True
            return data
