"""What a user may set in ``config.toml``; read once at the start, never written."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotations.errors import InvalidError

if TYPE_CHECKING:
    from collections.abc import Callable


def _theme_problems(name: str, theme: str) -> list[str]:
    from textual.theme import BUILTIN_THEMES

    known = ", ".join(sorted(BUILTIN_THEMES))
    return [] if theme in BUILTIN_THEMES else [f"{name} is one of {known}"]


def _keys_problems(name: str, keys: dict[str, Any]) -> list[str]:
    if not all(isinstance(value, str) for value in keys.values()):
        return [f'[{name}] wants text, as "reading.quote" = "Q,f6"']
    from tui.keymap import checked

    return checked(keys)[1]


def _within(allowed: range) -> Callable[[str, int], list[str]]:
    def problems(name: str, value: int) -> list[str]:
        said = f"{name} is {allowed.start} to {allowed.stop - 1}"
        return [] if value in allowed else [said]

    return problems


def _checked(problems: Callable[[str, Any], list[str]]) -> dict[str, object]:
    """Metadata of a field for which not every value of its type will do.

    Args:
        problems: takes the field's name and a value; says what is wrong with it.
    """
    return {"problems": problems}


@dataclass(frozen=True)
class Settings:
    """Everything that can be set, with what holds if it is not."""

    theme: str = field(default="textual-dark", metadata=_checked(_theme_problems))
    """A theme of Textual's; ``ansi-dark`` keeps the terminal's own colours."""
    text_width: int = field(default=88, metadata=_checked(_within(range(20, 201))))
    """The widest a row of text becomes, in cells."""
    mouse: bool = True
    """Whether the terminal is asked to report the mouse."""
    ambiguous_width: int = field(default=0, metadata=_checked(_within(range(3))))
    """Cells that the terminal takes for characters such as “ and —: 1 or 2; 0 asks it."""
    keys: dict[str, str] = field(
        default_factory=dict, metadata=_checked(_keys_problems)
    )
    """``[keys]``: command to key or keys, as ``"reading.quote" = "Q,f6"``."""


_DEFAULTS = Settings()


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


_TYPES = {
    str: "text in quotation marks",
    int: "a whole number",
    bool: "true or false",
    dict: "a table",
}
"""Types of values, as they are called in a message."""


def _problems(table: dict[str, Any]) -> list[str]:
    known = {one.name: one for one in fields(Settings)}
    found: list[str] = []
    for name, value in table.items():
        if name not in known:
            found.append(f"nothing is called {name}; known: {', '.join(known)}")
            continue
        wanted = type(getattr(_DEFAULTS, name))
        if type(value) is not wanted:
            found.append(f"{name} wants {_TYPES[wanted]}")
        elif "problems" in known[name].metadata:
            found += known[name].metadata["problems"](name, value)
    return found
