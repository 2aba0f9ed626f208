"""Family names alone: 薛指出, as papers of Hong Kong and Taiwan go on after a full name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.text.surnames import SINGLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotations.suggest.names.ends import NameEnds

_WORDS = frozenset("应曾时成向和于原容解谈查关连强党官文代单续商都经由从对将能会还相简")
"""Family names that are words between a mark and a reporting word: 应指出."""
_ONES = "".join(sorted(frozenset(SINGLE) - _WORDS))
BEGINNING_ALONE = re.compile(
    f"[，。；！？”\\n ](?:而|但|不过|惟)?(?P<called>(?P<family>[{_ONES}])官?)(?=[\u4e00-\u9fff])"
)
"""A family name that begins a clause, and 官 behind a judge's; needs a mark in front."""
HOW = re.compile(
    "[也亦又还则却再更曾续指并仅只无]|未有?|没有?|正面|再次|其后|随后|稍后|进一步|直接|重新|主动|今[日早晚天]?|昨[日晚天]?|当[时日]|早前|此前|事后|闻言|解释|补充|"
    "(?:在|于|就|对|被)[^，。；：“”]{2,24}?(?:时|后|中|上|下|，)"
)
"""How, when and about what somebody speaks."""
_HOWS = 4


def speaking_alone(text: str, ends: NameEnds) -> Iterator[tuple[int, int, str]]:
    """Family names that begin a clause and go on to a reporting word.

    Args:
        text: a passage's.
        ends: tells where reporting words stand.

    Returns:
        Start and end in code points, with 官, and the family name.
    """
    for found in BEGINNING_ALONE.finditer(f"\n{text}"):
        at = found.end() - 1
        for _ in range(_HOWS + 1):
            if ends.cue_at(text, at):
                start, end = found.span("called")
                yield start - 1, end - 1, found["family"]
                break
            how = HOW.match(text, at)
            if how is None:
                break
            at = how.end()
