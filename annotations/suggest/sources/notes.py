"""Notes of a paper: who is named there as the author of what the text quotes.

Inline (“…”（注：某某：《…》…）), or listed at the end under numbers that stand behind the
quotations: 〔3〕某某：《…》, ［3］某某.…［J］, which GB/T 7714 and older usage have.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.names.words import BODY, HAN, TRANSLITERATION
from annotations.suggest.patterns import late
from annotations.text.punctuation import POINTS

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = "(?:\\d{1,3}|[①-⑳㉑-㉟]{1,2}|[（(](?:\\d{1,3}|[①-⑳㉑-㉟]{1,2})[）)]?)"
_MARK = f"(?:[\\[［〔【]\\s?{_NUMBER}\\s?[\\]］〕】]|[①-⑳㉑-㉟][a-zａ-ｚ]?)"
_OF = (
    "(?:(?:[\\[［（(〔【](?:[夏商周秦汉晋隋唐宋元明清美英法德俄苏日]|[一-鿿]{2,3})[\\]］）)〕】]"
    f"|[夏商周秦汉晋隋唐宋元明清][{POINTS}])\\s?)?"
)
"""Where or when an author lived: 〔德〕, 明·."""
_AUTHOR = f"{_OF}(?P<who>(?:{HAN}{{1,8}}[{POINTS}]){{0,3}}{HAN}{{2,8}}?)(?P<more>(?:[、，,]\\s?(?:{HAN}{{1,8}}[{POINTS}])*{HAN}{{2,8}}?){{0,3}}等?)"
_MADE = "(?:(?:主编|选编|编著|编译|编选|所著|著|撰|译)[、，,]?)?"
_WORK = f"{_MADE}\\s?(?:[：:]\\s?[《“‘]|《)"
_LED = "(?P<led>(?:见于?|引自|语见|详见|以上引文见|均见|参见|参看|参阅|参照|转引自|转见)[：:]?\\s?)?"
_INLINE = re.compile(f"[（(]注[:：]\\s?{_LED}{_AUTHOR}{_WORK}")
_SIGN = re.compile("[①-⑳㉑-㉟\\[［〔【]")
_LISTED = re.compile(
    f"(?P<marks>{_MARK}(?:\\s?{_MARK})*)\\s*{_LED}{_AUTHOR}(?:{_WORK}|[.．。，]\\s?[^。\\n]{{2,60}}?[\\[［][A-Z][\\]］/])"
)
_MARKS = re.compile(_MARK)
_BEHIND = re.compile(f"[”』」’]?[，。；]?\\s*(?P<mark>{_MARK})")
_NOTE_BEHIND = re.compile("[，。；]?\\s*(?=[（(]注[:：])")
_ELSEWHERE = ("参", "转")
"""What leads to further reading, or to where somebody else has quoted it."""
_NO_AUTHOR = late(
    f"(?:{BODY}|[社会院编部局室组报刊系所者委党国省市州县]|集团|全集|选集|文集|丛书|大辞?典|纪念)\\Z"
)
_NO_NAME = re.compile(
    "(?:[同上前]|[参转]|[刊载]|拙|例如|比如|如|顺便|原|引|以|出处|这里|此处|字库|关于|对于|请|录自|摘自).*|.*[在说于的著编译曰云见语]"
)
"""What stands where an author stands and is none: 同上, 拙作."""
_ERA = re.compile("[夏商周秦汉晋隋唐宋元明清](?:代(?=..)|(?=...\\Z))")
"""When somebody lived, in front of the name: 汉代班固, 明唐志契."""
_WHOLE_NAME = 4
"""Code points of a name that is not written like a foreign one."""
_FOREIGN = re.compile(f"[{TRANSLITERATION}]+")
_DIGITS = re.compile("[\\d①-⑳㉑-㉟a-zａ-ｚ]+")


class Notes:
    """The authors whom a paper's notes name.

    Args:
        source: the paper's text as it is stored; offsets are code points into it.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._listed: dict[str, str] = {}
        self.authors: frozenset[str] = frozenset(self._read())

    def author_behind(self, end: int) -> str:
        """Whom the note right behind a quotation names as its only author.

        Args:
            end: where the quotation ends.

        Returns:
            The author; empty if there is no such note, or it leaves a doubt.
        """
        note = _NOTE_BEHIND.match(self._source, end)
        if note is not None:
            found = _INLINE.match(self._source, note.end())
            return _only_author(found) if found else ""
        mark = _BEHIND.match(self._source, end)
        return self._listed.get(_number(mark["mark"]), "") if mark else ""

    def _read(self) -> Iterator[str]:
        for found in _INLINE.finditer(self._source) if "注" in self._source else ():
            yield from _names(found)
        in_doubt: set[str] = set()
        for found in self._entries():
            yield from _names(found)
            author = _only_author(found)
            for mark in _MARKS.findall(found["marks"]):
                number = _number(mark)
                if self._listed.setdefault(number, author) != author:
                    in_doubt.add(number)  # Numbers that begin anew with every page.
        for number in in_doubt:
            self._listed[number] = ""

    def _entries(self) -> Iterator[re.Match[str]]:
        """What lists cited works, which the latter half of a paper has."""
        at = len(self._source) // 2
        while sign := _SIGN.search(self._source, at):
            at = sign.end()
            before = self._source[max(0, sign.start() - 2) : sign.start()].rstrip(" 　")
            if before[-1:] not in ("", "\n", "。", ".", "．", "】", "]", "］"):
                continue
            found = _LISTED.match(self._source, sign.start())
            if found is not None:
                at = found.end()
                yield found


def _number(mark: str) -> str:
    return "".join(_DIGITS.findall(mark))


def _names(found: re.Match[str]) -> Iterator[str]:
    """Everybody whom a note names as an author."""
    more = re.split("[、，,]\\s?", found["more"].removesuffix("等"))
    yield from filter(_is_name, map(_own, (found["who"], *more)))


def _only_author(found: re.Match[str]) -> str:
    """The author of what a note says is quoted, if there is one alone."""
    led = found["led"] or ""
    author = _own(found["who"])
    is_sure = not found["more"] and not led.startswith(_ELSEWHERE)
    return author if is_sure and _is_name(author) else ""


def _own(name: str) -> str:
    """A name without the era in front of it."""
    return _ERA.sub("", name, count=1) if _ERA.match(name) else name


def _is_name(name: str) -> bool:
    is_short = any(point in name for point in POINTS) or len(name) <= _WHOLE_NAME
    return (
        len(name) > 1
        and not _NO_NAME.fullmatch(name)
        and (is_short or _FOREIGN.fullmatch(name) is not None)
        and _NO_AUTHOR.search(name) is None
    )
