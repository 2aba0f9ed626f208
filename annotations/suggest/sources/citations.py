"""Cited literature: who is said by a paper to have found or held something."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from annotations.suggest.names.words import HAN, LATIN_NAME, SURNAME

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotations.suggest.passages import Passage

_HEADS = ("摘", "关键词", "内容提要", "参考文献", "注释")
_PAPER_MARKS = re.compile(
    "^\\s*[\\[【（]?(?:摘\\s*要|关键词|内容提要|参考文献|注释(?=\\s*[：:】\\n]))",
    re.MULTILINE,
)
_NUMBER = re.compile(
    "[一-鿿”》）A-Za-z，。；](?:[\\[［〔][（(]?(?:\\d{1,3}|[①-⑳㉑-㉟])(?:[-–—,，、]\\d{1,3})* ?[）)]?[\\]］〕]|[（(]注[:：])|[”》。][①-⑳㉑-㉟]"
)
_NUMBER_SIGN = re.compile("[\\[［〔①]|注[:：]")
_YEAR = re.compile(
    "[A-Za-z一-鿿][（(](?:19|20)\\d\\d ?[a-z]?[）)][^。]{0,12}?(?:发现|认为|指出|提出|表明|证[实明]|主张|估计|测算|说)"
)
"""An author and a year, and what the work does."""
_HAS_YEAR = re.compile("[（(](?:19|20)\\d\\d")
CITED_PAGE = "[（(][^（）()]{0,60}?[0-9０-９] ?页[）)]"
"""The page of a cited work, a pattern: （郭著55页）."""
_PAGE = re.compile(CITED_PAGE)
_LEAST_CITED = 3
"""Numbers or years of cited works that make a text a paper."""


def is_paper(text: str) -> bool:
    """Whether a text is a paper, which cites literature and speaks for itself."""
    has_head = any(head in text for head in _HEADS)
    if has_head and _PAPER_MARKS.search(text):
        return True
    numbers = _NUMBER.finditer(text) if _NUMBER_SIGN.search(text) else ()
    years = _YEAR.finditer(text) if _HAS_YEAR.search(text) else ()
    pages = _PAGE.finditer(text) if "页" in text else ()
    return _are_enough(numbers) or _are_enough(years) or _are_enough(pages)


_SCHOLAR = "(?:教授|研究员|院长|主任|所长|博士|院士|馆长|馆员|社长|主编|处长|局长|书记|秘书长|会长|理事长|总裁|经理|总监|老师|先生)"
_SPEAKER = re.compile(
    f"(?:{_SCHOLAR}(?P<behind>{SURNAME}{HAN}{{1,2}}?)?|(?P<before>{SURNAME}{HAN}{{1,2}}?){_SCHOLAR})"
    "[^，。；：（]{0,12}?，?(?:认为|指出|提出|强调|表示|建议|介绍|倡导|分享|阐述|谈到|主张|[做作]了)"
)
"""Somebody with a title who states something."""
_LEAST_SPEAKERS = 8
_OFTEN = 600
"""Code points of a report on talks in which one more speaker is named."""


def reports_talks(text: str) -> bool:
    """Whether a paper reports on a meeting, speaker by speaker, and holds little itself."""
    if sum(text.count(one) for one in _TITLES_OFTEN) < _LEAST_SPEAKERS:
        return False
    names = {one["behind"] or one["before"] for one in _SPEAKER.finditer(text)}
    names.discard(None)
    return len(names) >= max(_LEAST_SPEAKERS, len(text) / _OFTEN)


_TITLES_OFTEN = ("教授", "研究员", "主任", "长")
"""Titles of which a report on talks has many."""


def _are_enough(cited: Iterable[re.Match[str]]) -> bool:
    return sum(1 for _ in islice(cited, _LEAST_CITED)) == _LEAST_CITED


class Citation(NamedTuple):
    """One cited work and what it states; code points into a passage's text."""

    author: tuple[int, int]
    """The authors' names as they stand."""
    cue: tuple[int, int]
    content: int
    """Where begins what is reported."""


_NAME = f"(?:{LATIN_NAME}|{SURNAME}{HAN}{{1,2}}?)"
_AND = "(?: ?(?:(?:[，,] ?)?(?:和|与|及|&|and)|、|，|,) ?)"
_CITED = re.compile(
    f"(?P<who>{_NAME}(?:{_AND}{_NAME}){{0,3}})(?:等人?)?"
    rf"（(?:19|20)\d\d ?[a-z]?）(?:(?:和|与|及|、){_NAME}（(?:19|20)\d\d ?[a-z]?）){{0,2}}"
    r"[^。；：！？（）]{0,30}?(?:（[^）]{1,8}）)?"
    "(?P<cue>研究发现|研究表明|计算出|总结出|发现|表明|认为|指出|提出|证实|证明|强调|主张|估计|测算|显示)(?P<mark>[，：]?)(?![了的者着])"
)


def citation(passage: Passage, start: int, end: int) -> Citation | None:
    """The work that a sentence cites by author and year, if it says what it states."""
    if "（" not in passage.masked[start:end]:
        return None
    found = _CITED.search(passage.plain, start, min(end, start + 90))
    if found is None:
        return None
    cue = found.span("cue")
    if found["cue"].startswith("研究"):
        cue = cue[0] + 2, cue[1]
    return Citation(found.span("who"), cue, found.end())
