"""The gold sets: texts written for this project and what should be found in them.

``samples`` are the sample texts of the program; ``dev`` may be looked at while rules are
written; ``held-out`` is measured and not looked at. Every ``blind-…`` set was blind once: its
commit tells what its first run gave, before any rule was made with it in view.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.documents.loading import load
from annotations.suggest.engine import suggest
from annotations.text.views import LogicalView
from tests.quality.scoring import Marked

if TYPE_CHECKING:
    from collections.abc import Iterator

_HERE = Path(__file__).parent
_SAMPLES = _HERE.parents[1] / "annotations" / "samples"
SETS = ("samples", "dev", "held-out", "blind-2", "blind-3", "blind-4")


@dataclass(frozen=True, slots=True)
class Case:
    """One text with what should be found in it and what was."""

    name: str
    text: str
    gold: tuple[Marked, ...]
    found: tuple[Marked, ...]


def cases(name: str) -> Iterator[Case]:
    """The texts of one set, run through the suggester."""
    texts = _SAMPLES if name == "samples" else _HERE / "texts" / name
    for gold_path in sorted((_HERE / "gold" / name).glob("*.jsonl")):
        yield _case(texts / f"{gold_path.stem}.txt", gold_path)


def case_of(text_path: Path, gold_path: Path) -> Case:
    """A text and gold from anywhere; gold may give offsets or text and ``nth``."""
    return _case(text_path, gold_path)


def _case(text_path: Path, gold_path: Path) -> Case:
    source = load(text_path)
    rows = [json.loads(line) for line in gold_path.read_text("utf-8").splitlines()]
    found = suggest(LogicalView(source.text, source.joins))
    return Case(
        text_path.stem,
        source.text,
        tuple(_gold(row, source.text) for row in rows),
        tuple(
            Marked(one.kind, one.type, span.start, span.end, one.speaker)
            for one in found
            for span in one.spans
        ),
    )


def _gold(row: dict[str, str | int], text: str) -> Marked:
    wanted = str(row["text"])
    start = int(row.get("start", -1))
    for _ in range(int(row.get("nth", 0)) if start < 0 else 0):
        start = text.find(wanted, start + 1)
    if start < 0:
        raise ValueError(f"gold text is not in its document: {wanted[:40]}")
    return Marked(
        str(row["kind"]),
        str(row["type"]),
        start,
        start + len(wanted),
        str(row.get("speaker", "")),
    )
