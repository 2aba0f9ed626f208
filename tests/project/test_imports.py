"""What may be imported when; the static rules are import-linter's (make lint)."""

from __future__ import annotations

import subprocess
import sys

import pytest


def modules_after(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{code}; import sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return {name.split(".")[0] for name in done.stdout.split()}


@pytest.mark.parametrize(
    "code",
    [
        "import annotations.session",
        "import annotations.documents.loading",
        "import annotations.exchange.csv_export",
        "import tui.cli.root, tui.cli.export, tui.cli.list, tui.cli.add",
    ],
)
def test_the_shell_commands_start_without_the_interface(code: str) -> None:
    assert not {"textual", "jieba", "pypinyin"} & modules_after(code)


def test_the_library_needs_no_terminal() -> None:
    code = "import annotations.session, annotations.exchange.csv_export"
    assert not {"textual", "rich", "tui"} & modules_after(code)


def test_the_interface_does_not_load_the_dictionary() -> None:
    assert "jieba" not in modules_after("import tui.app")
