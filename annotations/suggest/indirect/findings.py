"""Findings: what an office that has looked into a matter states: 经某某调查组认定，….

Notices on accidents and court cases name the office once and go on with 调查查明.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.indirect.statement import stated

if TYPE_CHECKING:
    from annotations.suggest.indirect.statement import Statement
    from annotations.suggest.passages import Passage
    from annotations.suggest.sources.source import Source
    from annotations.suggest.sources.sources import Sources

_FOUND_BY = re.compile(
    "(?:后?经|由)(?P<who>[^，。；：“”]{3,30}?)(?P<cue>审理查明|查明|认定|核查|调查|鉴定|核实|检测|评估|测算|勘查|审查|审计|检验)(?:后)?(?:认定|认为|确认|发现)?，"
)
"""What an office has found: 经某某调查组认定，…."""
_FOUND = re.compile(
    "(?:后?经|同时)?(?P<who>调查组?)(?:，|(?P<cue>查明|认定|发现|确认|认为)，?)"
)
"""What it goes on to find: 经调查，…; 调查认定…."""
_SAME_CASE = 4
"""Passages back in which the office may have been named."""
_OFFICE = re.compile("(?:[组局院委厅部署办队所站]|政府|机关|部门|中心)\\Z")
"""What the name of an office ends in that looks into things."""


class Findings:
    """Finds what offices have found out."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources

    def of(self, passage: Passage, start: int, end: int) -> Statement | None:
        """What an office has found out: 经某某调查组认定，…; and then 调查查明，…."""
        frame = _FOUND_BY.match(passage.masked, start, end)
        if frame is not None:
            source = self._sources.subject(passage, *frame.span("who"))
            if source is None or source.kind != "body":
                return None
        else:
            frame = _FOUND.match(passage.masked, start, end)
            source = frame and self._investigator(passage, start)
        if frame is None or source is None:
            return None
        cue = frame["cue"] or frame["who"]
        span = frame.span("cue" if frame["cue"] else "who")
        return stated(
            passage, frame.end(), end, source, cue, span,
            "indirect.according-to", 0.75, start,
        )  # fmt: skip

    def _investigator(self, passage: Passage, start: int) -> Source | None:
        """The office that has found something before a place, and goes on to."""
        for one in self._sources.spoken.before(passage, start, _SAME_CASE):
            if one.kind == "body" and _OFFICE.search(one.name):
                return one
        return None
