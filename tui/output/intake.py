"""Reading what is typed: on a thread, no faster than it is taken."""

from __future__ import annotations

import codecs
import os
import select
import socket
import threading
from time import monotonic
from typing import TYPE_CHECKING

from tui.output.pastes import Pastes, is_plainly_pasted

if TYPE_CHECKING:
    from collections.abc import Callable

_AT_ONCE = 4096
"""Bytes that are read at once."""
_KEYS = 64
"""Characters that may be keys in one go; with more of them one looks what follows."""
_FOLLOWS = 0.03
"""Seconds within which it follows."""
_SILENCE = 0.5
"""Seconds after which a paste that the terminal does not mark has ended."""


class Intake:
    """Reads a terminal and hands on what it sends, cleared of what pastes can do.

    What can be read from ``descriptor`` are keys, answers and marked pastes in UTF-8.
    Whoever does not read it makes this stop reading as well: the system keeps the rest.
    """

    def __init__(self, terminal: int, hung_up: Callable[[], object]) -> None:
        """Begin to read.

        Args:
            terminal: descriptor of a terminal in raw mode.
            hung_up: called, on the thread, if nobody is at its other end any more.
        """
        self._terminal = terminal
        self._hung_up = hung_up
        self._ours, self._theirs = socket.socketpair()
        self._pastes = Pastes()
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._thread = threading.Thread(
            target=self._run, name="pizhu-input", daemon=True
        )
        self._thread.start()

    @property
    def descriptor(self) -> int:
        """Where to read."""
        return self._theirs.fileno()

    def close(self) -> None:
        """Stop reading; what has not been taken is dropped."""
        self._theirs.close()
        self._thread.join()
        self._ours.close()

    def _run(self) -> None:
        try:
            if select.select([self._terminal], [], [], 0)[0]:
                # Typed before the terminal was raw; until then it made \n of Enter.
                self._hand_on(self._burst().replace("\n", "\r"))
            while self._waits(_SILENCE if self._pastes.is_unmarked else None):
                self._hand_on(self._burst())
        except EOFError:
            self._hung_up()
        except OSError:
            return  # closed while something was to be handed on

    def _waits(self, seconds: float | None) -> bool:
        """Wait until something can be read; end a paste after a silence."""
        while True:
            ours = self._ours.fileno()
            ready = select.select([self._terminal, ours], [], [], seconds)[0]
            if ours in ready:
                return False  # closed at the other end
            if ready:
                return True
            self._send(self._pastes.end())
            seconds = None

    def _burst(self) -> str:
        """Read; if it may be the beginning of a long paste, as much as shows that."""
        text = self._read()
        while (
            not self._pastes.is_pasting
            and _KEYS < len(text) < _AT_ONCE
            and not is_plainly_pasted(text)
            and select.select([self._terminal], [], [], _FOLLOWS)[0]
        ):
            text += self._read()
        return text

    def _read(self) -> str:
        try:
            data = os.read(self._terminal, _AT_ONCE)
        except OSError:
            data = b""
        if not data:
            raise EOFError
        return self._decode(data)

    def _hand_on(self, text: str) -> None:
        self._send(self._pastes.feed(text, monotonic()))

    def _send(self, text: str) -> None:
        self._ours.sendall(text.encode())
