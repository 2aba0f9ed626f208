"""The order in which people look for names."""

from __future__ import annotations

import re


def natural(name: str) -> list[tuple[int, int, str]]:
    """A sort key by which ``2.txt`` comes before ``10.txt``.

    Names that differ in case or in leading zeros alone keep one order everywhere.
    """
    return [
        *(
            (0, int(part), "") if part.isdecimal() else (1, 0, part.casefold())
            for part in re.split(r"(\d+)", name)
            if part
        ),
        (-1, 0, name),
    ]
