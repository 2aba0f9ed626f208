"""The program ``pizhu``: runs a command, and turns what goes wrong into one line."""

from __future__ import annotations

import errno
import io
import sys

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
"""What a system says if there is no room for what is written."""


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
    except KeyboardInterrupt:
        sys.exit(130)
    except UnicodeEncodeError as error:
        # An argument that is not UTF-8 is a name of a file, perhaps, but no text.
        complain(f"{error.object}: is no text; type it in UTF-8")
        sys.exit(2)
    except Exception as error:  # noqa: BLE001 - no traceback reaches a user
        if isinstance(error, OSError) and error.errno in _FULL:
            where = error.filename or "the output"
            complain(f"{where}: cannot be written ({error.strerror}); free some space")
        else:
            from tui.fault_log import told

            complain(told(error))
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


if __name__ == "__main__":
    main()
