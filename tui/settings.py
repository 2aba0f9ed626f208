"""What a user may set in ``config.toml``; read once at the start, never written."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from annotations.errors import InvalidError


@dataclass(frozen=True)
class Settings:
    """Everything that can be set, with what holds if it is not."""

    theme: str = "textual-dark"
    """A theme of Textual's; ``ansi-dark`` keeps the terminal's own colours."""
    text_width: int = 88
    """The widest a row of text becomes, in cells; 20 to 200."""
    mouse: bool = True
    """Whether the terminal is asked to report the mouse."""
    ambiguous_width: int = 0
    """Cells that the terminal takes for characters such as “ and —: 1 or 2; 0 asks it."""
    keys: dict[str, str] = field(default_factory=dict)
    """``[keys]``: command to key or keys, as ``"reading.quote" = "Q,f6"``."""


def config_path() -> Path:
    """``PIZHU_CONFIG``, else ``config.toml`` in the user's configuration folder."""
    own = os.environ.get("PIZHU_CONFIG")
    if own:
        return Path(own)
    import platformdirs

    return platformdirs.user_config_path("pizhu") / "config.toml"


def read_settings() -> Settings:
    """Read the configuration file; without one everything is as it comes.

    Raises:
        InvalidError: the file cannot be read, or says something unknown; the message
            names the file and everything that is wrong with it.
    """
    path = config_path()
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidError(f"{path}: {error}") from None
    import tomllib

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidError(f"{path}: {error}") from None
    problems = list(_problems(table))
    if problems:
        raise InvalidError(f"{path}: {'; '.join(problems)}")
    return Settings(**table)


def _problems(table: dict[str, Any]) -> list[str]:
    found: list[str] = []
    wanted = {"theme": str, "text_width": int, "mouse": bool, "keys": dict}
    wanted["ambiguous_width"] = int
    for name, value in table.items():
        if name not in wanted:
            found.append(f"nothing is called {name}")
        elif type(value) is not wanted[name]:
            found.append(f"{name} wants {wanted[name].__name__}")
    width = table.get("text_width", 88)
    if isinstance(width, int) and not 20 <= width <= 200:
        found.append("text_width is 20 to 200")
    if table.get("ambiguous_width", 0) not in {0, 1, 2}:
        found.append("ambiguous_width is 0, 1 or 2")
    keys = table.get("keys", {})
    if isinstance(keys, dict):
        if not all(isinstance(value, str) for value in keys.values()):
            found.append("[keys] wants strings")
        else:
            from tui.keymap import checked

            found += checked(keys)[1]
    return found
