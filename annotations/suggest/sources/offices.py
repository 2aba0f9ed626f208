"""Offices: whom 该负责人, 这位发言人 and 上述人士 stand for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from annotations.suggest.names.nounphrases import (
    AFTER_NAME,
    DEMONSTRATIVES,
    NOT_SUBJECT,
    is_phrase,
)
from annotations.suggest.names.words import HAN
from annotations.suggest.sources.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotations.suggest.passages import Passage
    from annotations.suggest.sources.spoken import Spoken

_REACH = 3
"""Passages back in which whoever is meant has spoken."""
_INTRODUCED = 2
"""Passages back in which they were only named."""
_IN_CHARGE = re.compile("(?:长|主任|书记|经理|总裁|主席|总监)$")
"""Offices whose holder is a 负责人."""
_BODIES = frozenset("机构 组织 部门 单位 智库".split())
"""What every body may be called that has spoken: 该机构."""
_EXPERTS = frozenset("专家 学者 研究者 研究员".split())
"""What everybody may be called whose views are asked for: 这位专家."""
_TWO = ("两位", "两名")
_JOINED = re.compile("[和与及、]")
"""What joins two who have spoken together: 这两位批评者."""
_LEAST = 4
"""Code points of an office that is still told by less of its name."""


class Offices:
    """Finds who holds an office that a text points back to."""

    def __init__(self, passages: Sequence[Passage], spoken: Spoken) -> None:
        self._passages = passages
        self._spoken = spoken

    def meant(self, passage: Passage, at: int, office: str) -> Source | None:
        """Whom an office at a place stands for: who spoke in it, or was named by it."""
        for source in self._spoken.before(passage, at, _REACH):
            if _holds(source, office):
                return source
        return self._introduced(passage, at, office)

    def has_spoken(self, name: str) -> bool:
        """Whether somebody has spoken under a name."""
        return any(one.name == name for _, _, one in self._spoken.backwards())

    def _introduced(self, passage: Passage, at: int, office: str) -> Source | None:
        """Whoever was named by their office and has told no words yet."""
        for one, limit in ((passage, at), *self._before(passage)):
            if one.masked.find(office, 0, limit) < 0:
                continue
            found = list(_named_by(office).finditer(one.masked, 0, limit))
            if not found:
                continue
            who = found[-1]["who"]
            is_other = DEMONSTRATIVES.match(who) or NOT_SUBJECT.match(who)
            if is_other or not is_phrase(who):
                return None
            return Source(who, *found[-1].span("who"), "", 0.8, "group", one.number)
        return None

    def _before(self, passage: Passage) -> Iterator[tuple[Passage, int]]:
        """The passages before one in which an office may be named, with their lengths."""
        for back in range(1, _INTRODUCED + 1):
            if passage.number >= back:
                one = self._passages[passage.number - back]
                yield one, len(one.plain)


def _holds(source: Source, office: str) -> bool:
    if source.name.endswith(office) or source.role.endswith(office):
        return True
    if office.startswith(_TWO):
        return source.kind == "group" and _JOINED.search(source.name) is not None
    if office in _BODIES:
        return source.kind == "body"
    if office in _EXPERTS:
        return source.kind == "person"
    if office == "负责人":
        return _IN_CHARGE.search(source.role) is not None
    return source.kind == "group" and _is_short_for(office, source.name)


def _is_short_for(short: str, name: str) -> bool:
    """Whether a name holds all characters of a shorter one in order: 机关食堂负责人."""
    if len(short) < _LEAST or not name.endswith(short[-2:]):
        return False
    rest = iter(name)
    return all(character in rest for character in short)


@lru_cache(maxsize=64)
def _named_by(office: str) -> re.Pattern[str]:
    """Finds whoever is named by an office."""
    return re.compile(
        f"(?:^|[，。；：！？“”\\s电])(?P<who>{HAN}{{2,16}}{re.escape(office)})(?={AFTER_NAME})"
    )
