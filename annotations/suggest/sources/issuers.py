"""Issuers: which body printed the article or gave out the figures that say something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.names.nations import agency
from annotations.suggest.names.words import HAN
from annotations.suggest.patterns import late
from annotations.suggest.sources.source import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.suggest.passages import Passage
    from annotations.suggest.sources.sources import Sources
    from annotations.suggest.sources.spoken import Spoken

_ARTICLE = re.compile(
    "(?:该篇?|这篇)?(?P<what>文章|文中|论文|报道|社论|评论)(?:作者)?(?:最后|最终|总结)?"
)
_PRINTS = re.compile(
    f"(?P<press>《[^《》]{{2,14}}》|{HAN}{{2,8}}?(?:日报|晚报|时报|周刊|网|社(?![^，。；]{{0,16}}电)|通讯社|电视台))[^，。；]{{0,20}}?(?:发表|刊发|刊登|刊载|刊文|发文|撰文)"
    "|(?:发表|刊发|刊登|刊载|撰写|发布)了?[^。；]{0,40}?(?:文章|社论|论文)|署名文章|撰文|刊文|(?P<paper>《[^《》]{2,14}(?:报|新闻|周刊)》)[^，。；]{0,6}?(?:认为|指出|称|评论|写道)"
)
"""That an article is printed, and where: 某某日报发表文章."""
_LISTED = late(
    "(?P<work>《[^《》]{2,60}》)(?:（[^（）]{2,24}）)?(?:这是[^。]{2,80}。)?\\Z"
)
"""A work that a list of works tells of: 《…》（2018年2月24日）文中指出."""
_REPORTS = re.compile(
    "(?:据|援引)[^，。；：《》]{0,8}《(?P<paper>[^《》]{2,14})》[^，。；：]{0,16}报道|据(?P<press>[^，。；：《》\\d]{2,16}?)(?:网站)?(?:当地时间)?(?:\\d{1,2}月)?(?:\\d{1,2}日)?报道"
    "|《(?P<own>[^《》]{2,14})》(?:“[^”]{0,80}”|[^。；：，“”]){0,40}?报道[说称]?，"
)
"""Whose report news passes on: 据《某某报》网站某日报道."""
_PRESS = re.compile("(?:[报社网刊台]|周刊|杂志|新闻|媒体?)\\Z")
"""What the name of a paper, an agency or a station ends in."""
_RETOLD = re.compile(
    "\\s*(?:报道|文章|社论|该[报刊网])(?:还|又|最后)?(?:称|说|指出|认为|写道)"
)
"""What begins a paragraph that tells more of a foreign paper's article: 报道称，…."""
_CITES = re.compile("(?:根|依)?据")
"""What stands before whose paper a sentence goes by."""
_SENTENCES_BACK = 5
"""Sentences in which it may stand whose paper says something."""
_LONGEST = 16
"""Code points of the name of a body that has an article printed."""
_LEAST_RETOLD = 2
"""Paragraphs of that kind that make a text a digest."""
_FIGURES = frozenset("数据 统计数据 统计 结果 监测 公报 报告 公告 通报".split())
_ISSUES = re.compile(
    "发布|公布|通报|披露|出炉|公开|(?:开展|组织|进行|启动)[^，。]{0,12}(?:调研|调查|普查|抽查|检测|监测)"
)
_STATES = re.compile("(?:发表|发布|发出|作出)(?:书面|联合|一份)?(?:声明|公告|公报)")
"""What somebody does whose statement is quoted on: 发言人4日发表声明说, …. 声明说, …."""
_ISSUING = {
    **dict.fromkeys(_FIGURES, _ISSUES),
    **dict.fromkeys(("声明", "联合声明", "书面声明"), _STATES),
}


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
    listed = article["what"] == "文中" and _LISTED.search(passage.plain, 0, at)
    if listed:
        return Source(listed["work"], at, at + 2, "", 0.75, "paper", passage.number)
    is_report = article["what"] == "报道"
    pattern = _REPORTS if is_report else _PRINTS
    printed = list(pattern.finditer(passage.plain, 0, at))
    latest = spoken.latest(passage, at, reach=2)
    if (
        latest is not None
        and latest.kind == "body"
        and len(latest.name) <= _LONGEST
        and (latest.passage_number == passage.number or not printed)
        and (_PRESS.search(latest.name) or not (is_report or printed))
    ):
        return latest._replace(start=at, end=at + len(called))
    before = reversed(passages[: passage.number])
    while not printed and (one := next(before, None)) is not None:
        printed = list(pattern.finditer(one.plain))
    if not printed:
        return None
    start, end = article.span("what")
    span = at + start, at + end
    press = _named(printed)
    if press:
        name = agency(press.strip("《》"))
        return Source(name, *span, "", 0.75, "body", passage.number)
    what = article["what"].replace("文中", "文章")
    return Source(what, *span, "", 0.7, "paper", passage.number)


def _named(printed: Sequence[re.Match[str]]) -> str:
    """Which paper the last of these names, or one before it in the same sentence."""
    last = printed[-1]
    sentence = last.string.rfind("。", 0, last.start())
    for one in reversed(printed):
        names = [name for name in one.groups() if name]
        if names and one.start() > sentence:
            return str(names[0])
    return ""


def _issued(
    passage: Passage,
    before: Sequence[tuple[int, int]],
    paper: str,
    issuing: re.Pattern[str],
) -> tuple[int, int] | None:
    """Where a paper is issued in the sentence before, or is told of by name further up.

    Args:
        passage: where the sentences are.
        before: the sentences before the one that says what the paper says.
        paper: what it is called in that one.
        issuing: what is done with it.

    Returns:
        The part of a sentence up to that; None if nothing is told of it.
    """
    for back, (start, end) in enumerate(reversed(before[-_SENTENCES_BACK:])):
        issues = issuing.search(passage.masked, start, end)
        if issues is None:
            continue
        if back == 0 or passage.masked.find(paper, issues.end(), end) >= 0:
            cites = _CITES.match(passage.masked, start)
            return (cites.end() if cites else start), issues.start()
    return None


def issuer(
    passages: Sequence[Passage],
    passage: Passage,
    source: Source,
    start: int,
    sources: Sources,
) -> Source:
    """The body that has just issued the figures or the article that says something.

    Args:
        passages: the document's.
        passage: where something is said.
        source: the figures or the article, or anybody else.
        start: where the sentence begins that says it, code points into the passage.
        sources: who is named where.

    Returns:
        The body, standing where the source stands; else the source itself.
    """
    if source.kind != "paper":
        return source
    press = press_of(passages, passage, source.start, source.name, sources.spoken)
    if press is not None:
        return press
    issuing = _ISSUING.get(source.name)
    if issuing is None:
        return source
    before = passage.sentences_before(start)
    where = passage
    if not before and passage.number:
        where = passages[passage.number - 1]
        before = where.sentences
    issued = _issued(where, before, source.name, issuing)
    if issued is None:
        return source
    body = sources.subject(where, *issued)
    kinds = ("body",) if issuing is _ISSUES else ("body", "group", "person")
    if body is None or body.kind not in kinds:
        return source
    return body._replace(
        start=source.start, end=source.end, passage_number=passage.number
    )
