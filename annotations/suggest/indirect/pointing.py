"""Pointing out: whose word 指 is where no mark stands behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotations.suggest.cues import Cue
    from annotations.suggest.sources.source import Source

_HOW = re.compile("(?:[又亦也还则均都曾更再]|再次|其后|今[日早晨]|昨[日晚])*")
"""What may stand between a source and 指."""
_BY = re.compile("(?:遭|被(?![告害访捕采]))[^，。；：]{0,10}\\Z")
"""What makes of 指 what is said of somebody: 遭网民指."""
_GOES_ON_TO = re.compile("，(?:[又并更亦还也仅只续再另]|同时|进一步|其后)*\\Z")
"""What goes on with whoever has done something: 披露一份文件，指…."""
_LONGEST_LEAD = 8
"""Code points of it."""
_IS_TOLD = re.compile("被(?:加?控|起诉|检控|罚|裁定)|收到|接[获到]|出现|传出")
"""What makes of it what somebody is charged with, or reads."""


def points_out(text: str, cue: Cue, source: Source) -> bool:
    """Whether 指 without a mark has its source right before it, or begins a clause: 控方指被告….

    Args:
        text: of the passage.
        cue: the reporting word, whichever it is.
        source: who may have said it.
    """
    end = source.end
    if cue.word != "指" or text[cue.end : cue.end + 1] in ("，", "："):
        return True
    if _GOES_ON_TO.search(text, max(end, cue.start - _LONGEST_LEAD), cue.start):
        is_told = _IS_TOLD.search(text, end, cue.start) is not None
        return source.kind != "paper" and not is_told
    is_suffered = _BY.search(text, max(0, cue.start - 12), cue.start) is not None
    return not is_suffered and _HOW.fullmatch(text, end, cue.start) is not None
