"""The program ``pizhu``: runs a command, and turns what goes wrong into one line."""

from __future__ import annotations

import io
import os
import sys
import traceback
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def main() -> None:
    """Run the command line. Exit status 0 done, 1 a check found something, 2 could not."""
    import click

    from annotations.errors import PizhuError
    from tui.cli.root import cli

    try:
        status = cli.main(standalone_mode=False, prog_name="pizhu")
    except click.exceptions.Abort:
        sys.exit(130)
    except click.exceptions.Exit as leaving:
        sys.exit(leaving.exit_code)
    except click.ClickException as error:
        shown = io.StringIO()
        error.show(file=shown)
        complain_lines(shown.getvalue())
        sys.exit(2)
    except PizhuError as error:
        complain(str(error))
        sys.exit(2)
    except BrokenPipeError:
        # Whoever read the output has had enough; Python must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)
    except UnicodeEncodeError as error:
        # An argument that is not UTF-8 is a name of a file, perhaps, but no text.
        complain(f"{error.object}: is no text; type it in UTF-8")
        sys.exit(2)
    except Exception as error:  # noqa: BLE001 - no traceback reaches a user
        what = getattr(error, "summary", repr(error))
        complain(f"a fault in pizhu: {what}; see {log(error)}")
        sys.exit(2)
    sys.exit(status if isinstance(status, int) else 0)


def complain(message: str) -> None:
    """Say one line on stderr that cannot control the terminal."""
    from tui.layout.displayable import one_line

    print(f"pizhu: {one_line(message)}", file=sys.stderr)  # noqa: T201


def complain_lines(message: str) -> None:
    """Say several lines on stderr that cannot control the terminal."""
    from tui.layout.displayable import displayable

    for line in message.splitlines():
        print(displayable(line), file=sys.stderr)  # noqa: T201


def log(error: BaseException) -> Path:
    """Write a traceback to a file of the owner's; return its path."""
    import platformdirs

    folder = platformdirs.user_state_path("pizhu")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / "pizhu.log"
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "a", encoding="utf-8") as file:
        file.write("".join(traceback.format_exception(error)))
    return path


if __name__ == "__main__":
    main()
