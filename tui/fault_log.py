"""The log of faults: what a user is told of one, and where the rest can be read."""

from __future__ import annotations

import os
import traceback
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def told(error: BaseException) -> str:
    """Log an error that nobody expected; return the line that says so."""
    what = getattr(error, "summary", repr(error))
    try:
        where = f"see {_log(error)}"
    except OSError as refusal:
        where = f"its log cannot be written ({refusal.strerror})"
    return f"a fault in pizhu: {what}; {where}"


def _log(error: BaseException) -> Path:
    """Write a traceback to a file of the owner's; return its path."""
    import platformdirs

    folder = platformdirs.user_state_path("pizhu")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / "pizhu.log"
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "a", encoding="utf-8") as file:
        file.write("".join(traceback.format_exception(error)))
    return path
