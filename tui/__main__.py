"""The program ``pizhu``: runs a command, and turns what goes wrong into one line."""

from __future__ import annotations

import errno
import os
import signal
import sys
from typing import TYPE_CHECKING, NoReturn, TextIO

if TYPE_CHECKING:
    from types import FrameType

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
"""What a system says if there is no room for what is written."""


class Stopped(KeyboardInterrupt):
    """A signal asked the program to end: it cleans up as for Ctrl-C.

    Args:
        number: of the signal.
    """

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


def main() -> None:
    """Run the command line.

    Exit status 0 done, 1 a check found something, 2 could not, 128 and the number of a
    signal that stopped it.
    """
    try:
        _let_signals_stop()
        _open_closed_streams()
        status = _run()
    except KeyboardInterrupt as stopped:
        status = _status_of(stopped)
    sys.exit(status)


def _let_signals_stop() -> None:
    for number in (signal.SIGTERM, signal.SIGHUP):
        # Who starts a command with nohup wants it to go on.
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)


def _stop(number: int, _: FrameType | None) -> NoReturn:
    raise Stopped(number)


def _open_closed_streams() -> None:
    """Put something in the place of what was closed before the start.

    The next file to be opened would stand there, and get what is meant for it. Words on
    stderr lead nowhere; data on stdout must not be lost in silence, so it cannot be
    written.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            # Each is the lowest number that is free: the one that is missing.
            if name == "stdout":
                descriptor, writing = os.pipe()
                os.close(writing)
            else:
                descriptor = os.open(os.devnull, os.O_RDWR)
            os.set_inheritable(descriptor, True)
            setattr(sys, name, os.fdopen(descriptor, mode, encoding="utf-8"))


def _status_of(stopped: BaseException | None) -> int:
    return 128 + getattr(stopped, "number", signal.SIGINT)


def _run() -> int:
    """Run a command; return the exit status.

    Raises:
        KeyboardInterrupt: a signal stopped it.
    """
    # Not above: loading takes long enough to be interrupted.
    import click

    from annotations.errors import PizhuError
    from tui.cli.root import cli

    try:
        status = cli.main(standalone_mode=False, prog_name="pizhu")
    except click.exceptions.Abort as aborted:
        return _status_of(aborted.__cause__)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        complain_lines(error.format_message())
    except click.UsageError as error:
        asked = error.ctx.command_path if error.ctx else "pizhu"
        complain(f"{_as_clause(error.format_message())} see {asked} --help")
    except PizhuError as error:
        complain(str(error))
    except UnicodeEncodeError as error:
        # An argument that is not UTF-8 is a name of a file, perhaps, but no text.
        complain(f"{error.object}: is no text; type it in UTF-8")
    except Exception as error:  # noqa: BLE001 - no traceback reaches a user
        if isinstance(error.__context__, KeyboardInterrupt):
            # The terminal that it would be said on is gone, perhaps.
            return _status_of(error.__context__)
        _complain_of_fault(error)
    else:
        return status if isinstance(status, int) else 0
    return 2


def _complain_of_fault(error: Exception) -> None:
    if isinstance(error, OSError) and error.errno in _FULL:
        where = error.filename or "the output"
        complain(f"{where}: cannot be written ({error.strerror}); free some space")
    elif isinstance(error, OSError) and error.errno == errno.EBADF:
        complain("the output is closed; send it to a file or a terminal")
        _forget(sys.stdout)
    else:
        from tui.fault_log import told

        complain(told(error))


def _as_clause(sentence: str) -> str:
    """What click says, to go on behind ``pizhu:`` and before something else."""
    clause = sentence[:1].lower() + sentence[1:].rstrip(".")
    return clause if clause.endswith("?") else f"{clause};"


def complain(message: str) -> None:
    """Say one line on stderr that cannot control the terminal."""
    from tui.layout.displayable import one_line

    _say(f"pizhu: {one_line(message)}")


def complain_lines(message: str) -> None:
    """Say several lines on stderr that cannot control the terminal."""
    from tui.layout.displayable import displayable

    for line in message.splitlines():
        _say(displayable(line))


def _say(line: str) -> None:
    try:
        print(line, file=sys.stderr, flush=True)  # noqa: T201
    except OSError:
        _forget(sys.stderr)  # nobody can be told


def _forget(stream: TextIO) -> None:
    """Let what is left to be written lead nowhere: it must not change the exit status."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


if __name__ == "__main__":
    main()
