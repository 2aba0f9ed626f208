"""The key table of the README, made from the command table.

``python -m tui.key_table`` writes it between its marks; a test compares the two.
"""

from __future__ import annotations

from pathlib import Path

from tui.keymap import entries

BEGIN, END = "<!-- keys -->", "<!-- /keys -->"


def markdown() -> str:
    """All commands by group, as a Markdown table."""
    lines = ["| | keys | does |", "| :- | :- | :- |"]
    group = ""
    for entry in entries({}):
        name = entry.group if entry.group != group else ""
        group = entry.group
        keys = (" … " if entry.is_range else " ").join(f"`{key}`" for key in entry.keys)
        lines.append(f"| {name} | {keys} | {entry.help} |")
    return "\n".join(lines)


def with_table(readme: str) -> str:
    """The README's text with the table as it is now."""
    before, rest = readme.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n{markdown()}\n{END}{after}"


if __name__ == "__main__":
    path = Path("README.md")
    path.write_text(with_table(path.read_text("utf-8")), "utf-8")
