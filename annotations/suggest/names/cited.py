"""Cited people: whom a paper names by a view that they hold, or by a work of theirs.

Papers name writers of any nation and any pen name without a title. Whatever stands alone
before such a word, and is no word of the dictionary, is somebody's name there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.names.ends import NEVER_GIVEN
from annotations.suggest.names.words import BODY, COLLECTIVE, HAN, STOPS
from annotations.suggest.patterns import late
from annotations.text.dictionary import word_class

if TYPE_CHECKING:
    from collections.abc import Iterator

_HOLDS = re.compile(
    f"(?:\\A|[，。；：！？”）\\s])(?P<name>{HAN}{{2,3}}?)(?:{HAN}{{2}}地)?(?:则|也|还|又|曾|就)*"
    "(?:(?:认为|指出|主张|强调|写道)|说[，：])"
)
_WROTE = re.compile(
    f"(?:\\A|[，。；：！？”）\\s])(?P<name>{HAN}{{2,3}}?)的《[^《》]{{2,30}}》"
)
_NO_NAME = late(f"(?:{BODY}|{COLLECTIVE}|[地派者])\\Z")
_POINTING = frozenset("他她它我你其这那某有前后本该此而")
"""What begins a word that points to somebody, or leads on."""


def cited_people(source: str) -> Iterator[str]:
    """Names of two or three characters of those whom a paper cites.

    Args:
        source: the paper's text.
    """
    for pattern in (_HOLDS, _WROTE):
        for found in pattern.finditer(source):
            if _is_name(found["name"]):
                yield found["name"]


def _is_name(name: str) -> bool:
    kind = word_class(name)
    return (
        (not kind or kind.startswith("nr"))
        and name[0] not in _POINTING
        and name[0] not in STOPS
        and not NEVER_GIVEN & set(name)
        and _NO_NAME.search(name) is None
    )
