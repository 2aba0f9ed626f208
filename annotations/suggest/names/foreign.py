"""Foreign names: where one that has points between its parts begins and ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.cues import alternation
from annotations.suggest.names.followers import FOLLOWERS
from annotations.suggest.names.titles import TITLES
from annotations.suggest.names.words import (
    ADVERBS,
    HAN,
    INITIAL,
    STOPS,
    TRANSLITERATION,
    WORDS,
)
from annotations.suggest.patterns import late
from annotations.text.punctuation import POINTS, in_title, is_han

if TYPE_CHECKING:
    from collections.abc import Iterator

POINTED_AHEAD = re.compile(
    f"(?:{INITIAL}[.．]?)+[{POINTS}]|[{TRANSLITERATION}\\-－]{{1,12}}[{POINTS}]|{HAN}{{1,4}}[{POINTS}]|[{TRANSLITERATION}]{{2,6}}{HAN}[{TRANSLITERATION}]{{1,5}}[{POINTS}]"
)
_PLAIN_TRANSLITERATION = frozenset(TRANSLITERATION) - STOPS
_LETTERS = frozenset((*TRANSLITERATION, *"-－吐"))
_IN_PARTS = frozenset((*TRANSLITERATION, *"潘若颂略昆喀聂滕敦拜"))
"""What parts behind a point are written in; elsewhere some are family names."""
_LONGEST = 12
"""Code points of a part; long ones are two with a hyphen: 阿卜杜勒-阿齐兹."""
_YIN = re.compile("因(?=[说表认指称强介坦告透，。])")
"""The last character of a name before a reporting word: 侯赛因说."""
_OFTEN_SECOND = frozenset("历治理爱思素立修勋因")
"""Characters of other words that are often the second of a name's part: 亚历山大."""
_WORDS = frozenset("出席 出任 出访 出生 凌晨 今晨 清晨 提出 提名".split())
"""What begins behind a name though it goes on in characters of foreign names: 出席."""
_LEAST = 2
"""Code points of a name."""
_LEAST_WITH_DAY = 4
"""Code points of a name in front of 日, which is 日前 then and no part of it."""
_BODY_BEHIND = re.compile(
    ".?(?:大学|学院|医院|公司|集团|银行|基金会|研究所|实验室|博物馆)"
)
"""What makes a body of a name in front of it: 某某·某某大学."""
_PRESS = frozenset("报网社刊台")
"""What ends the name of a paper or an agency, which writes two of them with a point."""
_BEFORE = frozenset("与和同跟对向给由让被请及据")
"""Prepositions, which no foreign name begins with."""
_NOTE = re.compile(
    "（(?=[^（）]{0,24}[a-zé])[A-Z][a-zé'’]*(?:(?:[ .·,，、&与和-]|and )+[A-Z][A-Za-zé'’]*\\.?)*(?:[，,] ?(?:19|20)\\d\\d[a-z]?)? ?）(?![市州省]|公司|大学)"
)
"""The original of a name, with the year of a work: （Roberts，1996）."""
_FIRST = re.compile(
    f"{INITIAL}[.．]?(?=[{POINTS}](?:[{TRANSLITERATION}]{{2}}|(?:{INITIAL}[.．]?|{HAN}{{2,4}})[{POINTS}]))"
)
"""The initial that a name begins with: J·K·罗琳."""
_INNER = re.compile(f"{INITIAL}(?:[.．] ?(?={HAN}{{2}})|[.．]?(?=[{POINTS}]{HAN}))")
"""An initial within a name: 乔治·W·布什, 约翰·F.肯尼迪."""
_BEGUN = ADVERBS.union("坦言 坦承 坦陈 坦露 坦率 高度".split())
"""Words that begin behind a name though it could end in their first character."""
_BETWEEN = re.compile(f"{HAN}{{1,4}}(?=[{POINTS}]{HAN})")
"""A part between two points, whatever it is written with: 默罕默德·芒将·塔乌里."""
_UYGHUR = re.compile("买买提|买合|吾买尔|吾斯曼|艾买提")
"""What Uyghur names begin with that is written in other characters: 某某·买买提."""
_PLACED = ("在", "到", "往", "赴", "抵")
"""What makes a place of what comes next."""
_AND = ("、", "与", "和", "及")
_TITLE_AT_END = late(f"(?:{alternation(TITLES)})$")


def pointed(text: str, point: int, left: int | None = None) -> str:
    """The foreign name around one of its points; empty unless it is the first.

    None is in a work with its chapter: 《易林·节之颐》.
    """
    if text[point - 1] in _PRESS or in_title(text, point):
        return ""
    start = _start(text, point) if left is None else _past_before(text, left, point)
    if start is None:
        return ""
    end = _end(text, point)
    end += _YIN.match(text, end) is not None
    if text[end - 1] == "日" and end - start > _LEAST_WITH_DAY:
        end -= 1
    if text[end - 1 : end + 1] in _BEGUN:
        end -= 1
    if _BODY_BEHIND.match(text, end - 1):
        return ""
    name = text[start:end].rstrip(POINTS)
    if len(name) < _LEAST:
        return ""  # a line or a passage ends behind its point
    if text.startswith(("地", "的是"), end) and name[-2:] in FOLLOWERS:
        name = name[:-2]
    cut = _TITLE_AT_END.search(name)
    return name[: cut.start()] if cut and cut.start() > point - start + 1 else name


_RARE_LAST = re.compile(
    f"(?:[{TRANSLITERATION}]+[{POINTS}])+[{TRANSLITERATION}]{{2,5}}(?![{TRANSLITERATION}])[\u4e00-\u9fff]\\Z"
)
"""A name with points whose last character is rare in such names: 某某·某某日."""


def noted(plain: str) -> Iterator[str]:
    """Names that have the original behind them: 某某斯（Roberts，1996）, 某某和某某（A & B）.

    Args:
        plain: a passage's text with full-width marks.
    """
    for note in _NOTE.finditer(plain):
        end = note.start()
        while name := _written_before(plain, end):
            yield name
            end -= len(name)
            if plain[end - 1 : end] not in _AND:
                break
            end -= 1


def _written_before(plain: str, end: int) -> str:
    """What ends at a place in characters of foreign names, one other among them."""
    rare_last = _RARE_LAST.search(plain, max(0, end - _LONGEST), end)
    if rare_last is not None:
        return rare_last.group()
    start = end
    while start and end - start < _LONGEST and plain[start - 1] in _LETTERS:
        start -= 1
    rare = start - 1
    if start < end and rare > 0 and is_han(plain[rare]) and plain[rare] not in STOPS:
        first = rare
        while first and end - first < _LONGEST and plain[first - 1] in _LETTERS:
            first -= 1
        if rare - first > 1 and not _TITLE_AT_END.search(plain, 0, start):
            start = first
    while start < end and plain[start] in _BEFORE:
        start += 1
    name = plain[start:end]
    is_place = name[:1] == "于" or plain[start - 1 : start] in _PLACED
    return name if not is_place and len(name) > 1 and name not in WORDS else ""


def _past_before(text: str, left: int, point: int) -> int:
    """Where a name begins that is known to begin at a place or behind a preposition."""
    while (text[left] in _BEFORE or text[left] == "的") and left + 1 < point:
        left += 1
    return left


def _start(text: str, point: int) -> int | None:
    """Where the name begins whose first point is at a place; None if it is no name's."""
    start = point
    while start > 0 and point - start < _LONGEST and text[start - 1] in _LETTERS:
        start -= 1
    if start == point:
        return _first_initial(text, point)
    while text[start] in "-－":
        start += 1
    if start > 0 and text[start - 1] in POINTS:
        return None
    return _past_title(text, _before_rare(text, start), point)


def _first_initial(text: str, point: int) -> int | None:
    """Where a name begins that has an initial before its first point; None if none has."""
    start = point - (2 if text[point - 1] in ".．" else 1)
    if start < 0 or not _FIRST.match(text, start):
        return None
    before = text[start - 1] if start else ""
    is_inner = before in POINTS or (before.isascii() and before.isalnum())
    return None if before and is_inner else start


def _end(text: str, point: int) -> int:
    """Where the name ends that has its first point at a place."""
    end = point
    while end < len(text) and text[end] in POINTS:
        part = end + 1
        if initial := _INNER.match(text, part):
            part = end = initial.end()
            if text[end] in POINTS:
                continue
        if inner := _BETWEEN.match(text, part):
            end = inner.end()
            continue
        known = _UYGHUR.match(text, part)
        end = known.end() if known else _past_first(text, part)
        while end < len(text) and end - part < _LONGEST and _is_letter(text, end):
            end += 1
        if end - part < 2:
            end = _to_stop(text, part)
        end = past_rare(text, part, end)
    return end


def _is_letter(text: str, at: int) -> bool:
    """Whether a part goes on: with a character of foreign names, or a hyphen and one."""
    return text[at] in _IN_PARTS or (
        text[at] in "-－—" and text[at + 1 : at + 2] in _PLAIN_TRANSLITERATION
    )


def _before_rare(text: str, start: int) -> int:
    """Where a name begins that holds one character rare in foreign names, after a title."""
    rare = start - 1
    if rare < 2 or not is_han(text[rare]) or text[rare] in _NEVER_RARE:
        return start
    first = rare
    while first > 0 and rare - first < 6 and text[first - 1] in _PLAIN_TRANSLITERATION:
        first -= 1
    is_titled = _TITLE_AT_END.search(text, max(0, first - 6), first) is not None
    return first if rare - first >= 2 and is_titled else start


_NEVER_RARE = _BEFORE | frozenset("的是在了和也及说称")


def _past_first(text: str, part: int) -> int:
    """Past what only begins a part, rare in foreign names: 保利诺, 理查兹, 汤因比."""
    if text[part + 1 : part + 2] == "因":
        return part + 2
    rest = text[part + 1 : part + 3]
    is_led = len(rest) == 2 and all(one in TRANSLITERATION for one in rest)
    return part + 1 if is_led and is_han(text[part]) else part


def _to_stop(text: str, part: int) -> int:
    """The end of a part in characters rare in foreign names: where a word stops it."""
    if part == len(text) or not is_han(text[part]) or text[part] in _NEVER_RARE:
        return part
    # A word may begin with what a part begins with: 希思, 披猜.
    for end in range(part + 1, min(part + 7, len(text))):
        if not is_han(text[end]) or text[end] in STOPS:
            return end
    return min(part + 2, len(text))


def _past_title(text: str, start: int, point: int) -> int:
    """Where a name begins whose first characters belong to a title (主席)."""
    for taken in (1, 2):
        if start + taken < point and _TITLE_AT_END.search(
            text, max(0, start - 2), start + taken
        ):
            return start + taken
    return start


_ENDS_LONG = frozenset("潘龙士登")
"""What ends a long foreign name now and then, and is rare in them: 格林斯潘."""
_LONG_PART = 3


def past_rare(text: str, part: int, end: int) -> int:
    """The end of a name's part that may hold one character rare in foreign names."""
    after = end + 1
    while (
        after < len(text) and after - part < 9 and text[after] in _PLAIN_TRANSLITERATION
    ):
        after += 1
    is_whole = text[end : end + 2] not in _WORDS and (
        end - part >= (1 if text[end : end + 1] in _OFTEN_SECOND else 2)
        and (
            after > end + 1
            or (text[end : end + 1] in _ENDS_LONG and end - part >= _LONG_PART)
        )
        and is_han(text[end])
        and text[end] not in STOPS
        and (after == len(text) or text[after] in STOPS or not is_han(text[after]))
    )
    return after if is_whole else end
