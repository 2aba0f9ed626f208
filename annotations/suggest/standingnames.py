"""Standing names: names of three characters that a sentence sets apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.names import AMBIGUOUS, HAN, STOPS, SURNAME, TITLE, no_name

if TYPE_CHECKING:
    from collections.abc import Iterator

_COPULA = re.compile(
    f"[。！？\\s](?P<name>{SURNAME}{HAN}{{2}})是(?!否)[^，。；：“]{{0,24}}{TITLE}(?=[，。；])"
)
"""Who somebody is, as a sentence by itself: 某某某是…的教练."""
_OWNED = re.compile(
    f"的(?P<name>{SURNAME}{HAN}{{2}})(?=[{''.join(sorted(STOPS - set('的是、；： 　“”）')))}])"
)
"""在省城开饭店的某某某一次就捐了…: only where three characters stand apart."""
_OWNER = re.compile("(?:\\A|[，。；：！？”…])[^，。；：“”]{2,12}\\Z")


def standing_names(text: str) -> Iterator[str]:
    """Names of three characters that stand apart in a sentence."""
    found = list(_COPULA.finditer(f"。{text}")) if "是" in text else []
    found += (
        one
        for one in _OWNED.finditer(text)
        if _OWNER.search(text, max(0, one.start() - 13), one.start())
    )
    for one in found:
        name = one["name"]
        if name[0] not in AMBIGUOUS and name[2] not in STOPS and not no_name(name):
            yield name
