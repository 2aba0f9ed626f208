"""Writers: who is named as having written a work that a text speaks of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from annotations.suggest.names.standing import ERA_LAST
from annotations.suggest.names.words import HAN, SURNAME
from annotations.suggest.patterns import led

if TYPE_CHECKING:
    from collections.abc import Iterator

_WRITES = re.compile(
    f"(?:\\A|[。；！？\\n 、])(?P<name>{SURNAME}{HAN}{{1,2}}?)(?:则|曾|也|又|还|却|亦|先后)*(?:在|于)[^，。；《》]{{0,6}}《"
)
"""Who writes in a work: 某某某则在《…》一文中."""
_WRITTEN_BY = re.compile(
    f"(?:发表|刊登|刊载|刊发|登载|转载|推出|收录)了?(?P<name>{SURNAME}{HAN}{{1,2}})的[^，。；《》]{{0,10}}《"
)
_OF_WORK = re.compile(
    f"(?:\\A|[，。；：！？”\\n ]|(?P<era>{ERA_LAST}))(?P<name>{SURNAME}{HAN}{{1,2}})(?<![在于的与和及对著编从据读看])《[^《》]{{2,24}}》(?:一[书文诗词]|[中里上])?(?:[则也又还亦曾]?(?:说|写[道下]|有?[言云]|曰|载|称|记载|指出|认为|主张|提出)|一[书文诗词]|[中里上])"
)
"""Who wrote the work whose words are told, right before it: 许慎《说文解字》载."""
_MADE = re.compile(
    f"(?:\\A|[，。；：！？\\n 代朝末初期年由家者人师])(?P<name>{SURNAME}{HAN}{{1,2}})(?:编著|所著|撰著|编撰|所撰|撰写|主编|编写|著)的《"
)
"""Whose a work is that is named: 某某某编著的《…》."""
_SIGNED = re.compile(
    f"(?:署名(?:为|是)?|作者(?:是|为|系))(?P<name>{SURNAME}{HAN}{{1,2}})(?=[，。；）])"
)
"""Who wrote a work that is spoken of: 发表了某某某的《…》, 署名某某某."""
WRITER_SIGN = re.compile(led("《|署名|作者"))
"""One of these stands beside every writer."""


class Writer(NamedTuple):
    """Where somebody is named who wrote a work; code points into a passage's text."""

    start: int
    end: int
    is_sure: bool
    """Whether the place leaves no doubt that it is a name."""


def writers(text: str) -> Iterator[Writer]:
    """Those who wrote a work of which a passage speaks, in any order."""
    if "《" in text:
        for found in _WRITES.finditer(text):
            yield Writer(*found.span("name"), is_sure=False)
        for found in _OF_WORK.finditer(text):
            yield Writer(*found.span("name"), is_sure=found["era"] is not None)
        for pattern in (_WRITTEN_BY, _MADE):
            for found in pattern.finditer(text):
                yield Writer(*found.span("name"), is_sure=True)
    if "署名" in text or "作者" in text:
        for found in _SIGNED.finditer(text):
            yield Writer(*found.span("name"), is_sure=True)
