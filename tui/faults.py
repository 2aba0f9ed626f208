"""What is left of an exception that ended the interface: one line, and a log file."""

from __future__ import annotations

import io

from rich.console import Console


class InterfaceError(Exception):
    """The interface met something unexpected and has ended.

    Its text is everything known, with a traceback, and meant for the log.
    """

    @property
    def summary(self) -> str:
        """The last line: what it was."""
        lines = str(self).strip().splitlines()
        return lines[-1].strip() if lines else "no details"


class FaultConsole(Console):
    """Takes what Textual would print after it has given the terminal back."""

    def __init__(self) -> None:
        self._text = io.StringIO()
        super().__init__(file=self._text, width=120, color_system=None)

    def raise_fault(self) -> None:
        """End with what was printed, if something was.

        Raises:
            InterfaceError: the interface did not end as it should.
        """
        if text := self._text.getvalue():
            raise InterfaceError(text)
