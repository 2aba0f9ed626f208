"""CONTRIBUTING's map shows the tree there is."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
MAP = (ROOT / "CONTRIBUTING.md").read_text("utf-8").split("```")[3]


def test_every_module_and_package_of_the_map_exists() -> None:
    there = {
        path.name for top in ("annotations", "tui") for path in (ROOT / top).rglob("*")
    }
    modules = re.findall(r"\b(\w+\.py)\b", MAP)
    packages = re.findall(r"^ +(\w+)/", MAP, re.MULTILINE)
    assert len(modules) > 40
    assert [name for name in (*modules, *packages) if name not in there] == []
