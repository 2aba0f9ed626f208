"""How good the suggestions are: ``make quality``.

``python -m tests.quality [--show] [SET...] [TEXT=GOLD...]``: figures of every set, or of
these; ``--show`` lists what was missed and what was wrong.
"""

from __future__ import annotations

import argparse
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from tests.quality.scoring import Result, Tally, by_characters, compared
from tests.quality.sets import SETS, Case, case_of, cases

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.quality.scoring import Marked

_CLASSES = (
    ("quote", "direct", 0.999),
    ("quote", "direct", 0.5),
    ("quote", "indirect", 0.999),
    ("quote", "indirect", 0.5),
    ("claim", "statistic", 0.5),
    ("claim", "causal", 0.5),
    ("claim", "predictive", 0.5),
    ("claim", "normative", 0.5),
    ("claim", "factual", 0.5),
    ("claim", "", 0.5),
)


def report(name: str, ones: Iterable[Case], *, shows: bool) -> None:
    """Print the figures of one set."""
    ones = list(ones)
    print(
        f"{name}: {len(ones)} texts, {sum(len(one.text) for one in ones):,} characters"
    )
    for kind, type_, least in _CLASSES:
        total = Tally()
        for one in ones:
            result = compared(
                _of(one.gold, kind, type_), _of(one.found, kind, type_), one.text, least
            )
            total.add(result.tally)
            if shows and least == 0.5 and (kind == "quote" or not type_):
                _show(one, result)
        how = "exact" if least > 0.9 else "overlap"
        line = _line(f"{type_ or 'any'} {kind}", how, total)
        if kind == "quote" and total.hits:
            line += f"  speaker {total.speakers / total.hits:.3f}"
        print(line)
    total = Tally()
    for one in ones:
        total.add(
            by_characters(_of(one.gold, "claim", ""), _of(one.found, "claim", ""))
        )
    print(_line("any claim", "chars", total))


def _of(ones: Iterable[Marked], kind: str, type_: str) -> list[Marked]:
    return [one for one in ones if one.kind == kind and type_ in ("", one.type)]


def _line(what: str, how: str, tally: Tally) -> str:
    return (
        f"  {what:17} {how:8} P {tally.precision:.3f}  R {tally.recall:.3f}  "
        f"F1 {tally.f1:.3f}  ({tally.hits} of {tally.gold}, {tally.found} found)"
    )


def _show(case: Case, result: Result) -> None:
    for label, ones in (("missed", result.missed), ("wrong", result.wrong)):
        for one in ones:
            text = case.text[one.start : one.end].replace("\n", "")
            print(
                f"    {label:7} {case.name[:12]} {one.type[:5]} {one.speaker} | {text[:64]}"
            )
    for gold, found in result.misattributed:
        text = case.text[gold.start : gold.end].replace("\n", "")
        print(
            f"    speaker {case.name[:12]} {gold.speaker} not {found.speaker} | {text[:40]}"
        )


def main() -> None:
    """Print the figures that the arguments ask for."""
    parser = argparse.ArgumentParser(description="How good the suggestions are.")
    parser.add_argument("what", nargs="*", metavar="SET or TEXT=GOLD")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    pairs = [one.split("=", 1) for one in options.what if "=" in one]
    names = [one for one in options.what if "=" not in one]
    for name in names or (SETS if not pairs else ()):
        report(name, cases(name), shows=options.show)
    for text, gold in pairs:
        report(
            Path(text).stem,
            chain([case_of(Path(text), Path(gold))]),
            shows=options.show,
        )


if __name__ == "__main__":
    main()
