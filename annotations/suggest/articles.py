"""Articles: who wrote the work that a review speaks of as 文章 and its 作者."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from annotations.suggest.names import HAN, SURNAME
from annotations.suggest.patterns import led
from annotations.suggest.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotations.suggest.passages import Passage
    from annotations.suggest.people import People
    from annotations.suggest.spoken import Spoken

_WRITES = re.compile(
    f"(?:\\A|[。；！？\\n 、])(?P<name>{SURNAME}{HAN}{{1,2}}?)(?:则|曾|也|又|还|却|亦|先后)*(?:在|于)[^，。；《》]{{0,6}}《"
)
"""Who writes in a work: 某某某则在《…》一文中."""
_WRITTEN_BY = re.compile(
    f"(?:发表|刊登|刊载|刊发|登载|转载|推出|收录)了?(?P<name>{SURNAME}{HAN}{{1,2}})的[^，。；《》]{{0,10}}《"
)
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
_WORK = frozenset("作者 文章 该文 此文 论文 文中 评论".split())
"""What a review calls the work it speaks of and who wrote it."""


_ARTICLE = re.compile(
    "(?:该篇?|这篇)?(?P<what>文章|论文|报道|社论|评论)(?:作者)?(?:最后|最终|总结)?"
)
_PRINTS = re.compile(
    f"(?P<press>《[^《》]{{2,14}}》|{HAN}{{2,8}}?(?:日报|晚报|时报|周刊|网|社(?![^，。；]{{0,16}}电)|通讯社|电视台))[^，。；]{{0,20}}?(?:发表|刊发|刊登|刊载|刊文|发文|撰文)"
    "|(?:发表|刊发|刊登|刊载|撰写|发布)了?[^。；]{0,40}?(?:文章|社论|论文)|署名文章|撰文|刊文|(?P<paper>《[^《》]{2,14}(?:报|新闻|周刊)》)[^，。；]{0,6}?(?:认为|指出|称|评论|写道)"
)
"""That an article is printed, and where: 某某日报发表文章."""
_REPORTS = re.compile(
    "(?:据|援引)[^，。；：《》]{0,8}《(?P<paper>[^《》]{2,14})》[^，。；：]{0,16}报道|据(?P<press>[^，。；：《》\\d]{2,16}?)(?:网站)?(?:当地时间)?(?:\\d{1,2}月)?(?:\\d{1,2}日)?报道"
)
"""Whose report news passes on: 据《某某报》网站某日报道."""
_PRESS = re.compile("(?:[报社网刊台]|周刊|杂志|新闻|媒体?)\\Z")
"""What the name of a paper, an agency or a station ends in."""


_RETOLD = re.compile(
    "\\s*(?:报道|文章|社论|该[报刊网])(?:还|又|最后)?(?:称|说|指出|认为|写道)"
)
"""What begins a paragraph that tells more of a foreign paper's article: 报道称，…."""
_LEAST_RETOLD = 2
"""Paragraphs of that kind that make a text a digest."""


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
        for pattern in (_WRITTEN_BY, _MADE):
            for found in pattern.finditer(text):
                yield Writer(*found.span("name"), is_sure=True)
    if "署名" in text or "作者" in text:
        for found in _SIGNED.finditer(text):
            yield Writer(*found.span("name"), is_sure=True)


def author(people: People, passage: Passage, at: int, called: str) -> Source | None:
    """Who wrote the work that a passage has spoken of last before 文章 or 作者 at a place.

    Args:
        people: everybody the document names.
        passage: where the work is called so.
        at: code points into the passage.
        called: what it is called there.
    """
    if called not in _WORK:
        return None
    text = passage.masked[:at]
    named = {one.start: one for one in people.between(passage, 0, at)}
    ones = [named[one.start] for one in writers(text) if one.start in named]
    ones += (one for one in named.values() if text.endswith("作者", 0, one.start))
    if not ones:
        return None
    first = last = max(ones)
    for one in sorted(named.values(), reverse=True):
        if text[one.end : first.start] in ("、", "和"):
            first = one
    name = last.name if first is last else text[first.start : last.end]
    return Source(name, at, at + len(called), "", 0.8, "person")


def is_digest(passages: Sequence[Passage]) -> bool:
    """Whether a text passes on what foreign papers write, paragraph by paragraph."""
    found = sum(_RETOLD.match(one.plain) is not None for one in passages)
    return found >= _LEAST_RETOLD


def press_of(
    passages: Sequence[Passage], passage: Passage, at: int, called: str, spoken: Spoken
) -> Source | None:
    """Which article news speaks of as 文章, by the paper that prints it if it says so.

    Args:
        passages: the document's.
        passage: where it is spoken of.
        at: code points into the passage.
        called: what it is called there.
        spoken: who has spoken so far.

    Returns:
        The paper, or else the article; None if the text may mean itself.
    """
    article = _ARTICLE.fullmatch(called)
    if article is None:
        return None
    is_report = article["what"] == "报道"
    latest = spoken.latest(passage, at, reach=2)
    if (
        latest is not None
        and latest.kind == "body"
        and (not is_report or _PRESS.search(latest.name))
    ):
        return latest._replace(start=at, end=at + len(called))
    pattern = _REPORTS if is_report else _PRINTS
    printed = list(pattern.finditer(passage.plain, 0, at))
    before = reversed(passages[: passage.number])
    while not printed and (one := next(before, None)) is not None:
        printed = list(pattern.finditer(one.plain))
    if not printed:
        return None
    start, end = article.span("what")
    span = at + start, at + end
    press = printed[-1]["press"] or printed[-1]["paper"]
    if press:
        return Source(press.strip("《》"), *span, "", 0.75, "body", passage.number)
    return Source(article["what"], *span, "", 0.7, "paper", passage.number)
