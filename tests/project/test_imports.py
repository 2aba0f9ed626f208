"""What may be imported when; the static rules are import-linter's (make lint)."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from annotations.session import Session


def modules_after(code: str) -> set[str]:
    """Packages that are loaded once some code has run, and modules of our own."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}; import sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    names = done.stdout.split()
    own = {name for name in names if name.startswith(("annotations.", "tui."))}
    return own | {name.split(".")[0] for name in names}


@pytest.mark.parametrize(
    "code",
    [
        "import annotations.session",
        "import annotations.documents.loading",
        "import annotations.exchange.csv_export",
        "import tui.cli.root, tui.cli.export, tui.cli.list, tui.cli.add, tui.cli.search",
    ],
)
def test_the_shell_commands_start_without_the_interface(code: str) -> None:
    assert not {"textual", "jieba", "pypinyin"} & modules_after(code)


def test_the_library_needs_no_terminal() -> None:
    code = "import annotations.session, annotations.exchange.csv_export"
    assert not {"textual", "rich", "tui"} & modules_after(code)


def test_the_first_screen_waits_for_nothing_that_it_does_not_show() -> None:
    code = "import tui.app, tui.cli.open, tui.settings"
    late = {"jieba", "pypinyin", "sqlite_utils", "regex", "tomllib", "hashlib"}
    late |= {
        "annotations.documents.folders",
        "annotations.records",
        "annotations.search",
        "tui.palette",
        "tui.screens.drafting",
        "tui.screens.marking_all",
        "tui.screens.search_thread",
        "tui.widgets.find_bar",
        "tui.widgets.search_pane",
    }
    assert not late & modules_after(code)


@pytest.mark.parametrize("command", [("export",), ("list",), ("--version",)])
def test_a_command_on_a_project_loads_little(
    command: tuple[str, ...], project_path: Path, open_session: Callable[[], Session]
) -> None:
    open_session().close()
    arguments = ["--db", str(project_path), *command]
    code = (
        "from tui.cli.root import cli; "
        f"cli.main({arguments}, standalone_mode=False, prog_name='pizhu')"
    )
    late = {"textual", "rich", "jieba", "pypinyin", "sqlite_utils", "multiprocessing"}
    loaded = modules_after(code)
    assert "click" in loaded
    assert not late & loaded
