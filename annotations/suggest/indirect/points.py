"""Points: paragraphs that count what somebody has begun to say: 首先…, 其次…."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.suggest.indirect.statement import Statement
    from annotations.suggest.passages import Passage

_POINT = re.compile(
    "\\s*(?:一方面|另一方面|首先|其次|再次|最后|第[一二三四五]|[一二三四五]是|此外|同时|另外|还有)"
)
_FIRST_POINT = re.compile("\\s*(?:第一(?![次届批个人线手])|第一个|首先|其一|一是)")
_NEXT_POINT = re.compile("\\s*(?:第二(?![次届批个人线手])|第二个|其次|其二|二是)")
_COUNTS = re.compile(
    "[两二三四五六几]个?(?:大|重|类|种|条|项|点|层|方面|层面|阶段|原因|问题|特点|趋势|变化|挑战|建议|途径|维度|步骤|环节)"
)
"""What says that points are going to be counted."""
_MOST = 5
"""Passages that count points of one statement."""


def is_point(text: str) -> bool:
    """Whether a passage's text begins by counting a point."""
    return _POINT.match(text) is not None


def points_after(passages: Sequence[Passage], passage: Passage) -> Sequence[Passage]:
    """The passages right behind one that count points in a row."""
    following = passages[passage.number + 1 : passage.number + 1 + _MOST]
    return tuple(takewhile(lambda one: is_point(one.plain), following))


def leads_to_points(passage: Passage, statement: Statement, following: Passage) -> bool:
    """Whether a statement that ends its passage goes on in the points that follow.

    It does where it says that points are counted, or counts the first itself.
    """
    if _FIRST_POINT.match(following.plain):
        return (
            _COUNTS.search(passage.masked, statement.start, statement.end) is not None
        )
    begins = _FIRST_POINT.match(passage.masked, statement.start)
    return begins is not None and _NEXT_POINT.match(following.plain) is not None
