"""Units of claims: what may be a claim by itself, and where its words begin."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from annotations.suggest.passages import FINAL

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from annotations.suggest.direct.speech import Speech
    from annotations.suggest.indirect.statement import Statement
    from annotations.suggest.passages import Passage
    from annotations.suggest.sources.source import Source

_OF_ALL = "(?:\\d[\\d.]*[%％]|[一两二三四五六七八九\\d]成(?!员)(?:以上|多)?|[二三四五六七八九十]分之[一二三四五六七八九]|半数(?:以上)?)"
"""The share of all that some are."""
_OPENING = re.compile(
    # connectives and when it is told
    "(?:然而|但是|但|不过|此外|同时|另外|因此|因而|所以|其中|例如|比如|可见|其实|事实上|实际上|一方面|另一方面|首先|其次|再次|再者|最后|而且|并且|而|且|尤其(?:是)?|特别(?:是)?|对此|如今|总之|于是|随后|由此可见|由此|"
    "近年来|近日|日前|当前|当下|据悉|据了解|据介绍|据统计|与此同时|换言之|也就是说|反之|反观|目前|还有|看来|可|结果|第[一二三四五六七八九十]|尽管如此|与此相反|相反|相比之下|[一二三四五六七八九]是|(?:应该|可以)说)"
    "(?:，|(?<=但|而|且|可)(?=[^，])|(?<=其中)(?=[^，])|(?<=特别是)|(?<=尤其是))"
    # frames: in whose light, by which count, what it shows
    "|(?:从|就)[^，。；“]{1,14}?(?:来看|来说|而言|来讲|看|讲|说)，|(?:总的|目前|总体|整体|具体|横向|纵向)(?:来)?[看说讲]，"
    "|(?:在|从)[^，。；“]{1,12}?(?:方面|层面|领域|环节|端|形态上|逻辑上|创新上|意义上|角度(?:看|来看)?)，|对(?:于)?[^，。；“]{1,14}?(?:来说|而言|来讲)，"
    "|(?:据|经)[^，。；“]{0,14}?(?:统计|核算|测算|估算|初步核算|初查|查|推算|审理查明)，|初步(?:核算|统计|测算|估算)，|由此(?:推算|测算|估算)，"
    "|(?:这|也)?(?:就)?(?:意味着|反映出|说明|表明)，|(?:有|相关|有关|多项|一项)?[^，。；“]{0,8}(?:研究|资料|数据|统计|调查|事实|实践|历史规律|经验)(?:都|也|均)?(?:显示|表明|证明|发现)，"
    "|(?:同时|我们)?(?:但|还|也|仍|更)?(?:应当|应该|应|要|必须|须|可以|需要|需)?(?:清醒地)?(?:看到|认识到|注意到|承认|指出)(?:的是)?，|(?:需要|必须|值得|应当)(?:注意|指出|强调|警惕|一提)的是，"
    # who found it out
    "|[^，。；“]{0,8}记者[^，。；“]{0,10}(?:了解到|发现|获悉|注意到|看到|观察到)，"
    # who says so, though no statement was found, and what is gone by
    "|(?:根据|按照|依据|依照)[^，。；“]{2,40}，"
    f"|(?![^，]{{0,12}}{_OF_ALL})"
    "[^，。；“”]{2,36}?(?:披露|显示|要求|规定|指出|认为|称|表示|透露|介绍|报道|强调|(?<!来)说)，"
)
_DATELINE = re.compile(
    "(?:\\d日(?:综合)?[电讯]|本[报刊台]讯)(?:（[^（）。]{0,40}）)?[ 　，]*"
)
"""Where and when a report was filed, and by whom."""
_LONGEST_DATELINE = 130
"""Code points of a dateline and a headline that ran into it."""
_OPENINGS = 3
"""How many openings may stand one after the other."""
_ABOUT = "(?:超过?|近|约|逾|高达)?"
_SOME = f"{_ABOUT}{_OF_ALL}"
_SHARE_OF = f"{_SOME}(?:的|受访)"
_SHARES_OF = re.compile(_SHARE_OF)
"""A share of people, before what they are called."""
_AT_MARKS = (
    # Begins with one class of characters, so that Python's search skips to them.
    "[。！？；…，](?:(?<!，)[。！？；…]*[”’）]*|"
    "(?<=，)(?=(?:而且|但(?!是))[^，。；]{4,24}\\d|预计|有望|力争|计划|其中最|"
    f"{_SHARE_OF}"
)
"""Also before a figure that 而且 or 但 adds to the first, and before what is expected.

而 and 但是 keep two sides of one comparison together, as readers do: six of seven times.
"""
_CUTS = re.compile(f"{_AT_MARKS}))")
_OPENS_WITHIN = 44
"""Code points within which a comma ends an opening."""
_ADVERBIAL_ENDS = frozenset("上中下时后前间际")
"""What a clause ends with that only says when or where."""
_LABEL = re.compile(
    "[\\[［〔【（](?:摘[ 　]*要|内容提要|提[ 　]*要|引[ 　]*言|结[ 　]*语|导读|编者按)[\\]］〕】）][：]?[ 　]*"
    "|(?:摘[ 　]*要|内容提要|提要|引言|结语|导读|编者按)：[ 　]*"
)
"""What part of a paper or a page begins: [摘要], 结语：."""
_LABELS = frozenset("[［〔【（摘内提引结导编")
"""What it begins with."""
_ENDS_OPENING = frozenset(
    "而是但过外时此以中如见实上面先次者后且其别今之来日前下悉解绍计说观有可果一二三四五六七八九十反看言讲域节端度算查明着出示现到认露求定为称道调"
)
"""What an opening has before its comma, unless it begins with one of the next."""
_MAY_OPEN = frozenset("根按依然因并")
"""What begins an opening that may have anything before the next comma."""
_BARE_OPENINGS = frozenset("但而且可其特尤")
"""What an opening without a comma begins with."""
_CUTS_AT_YEARS = re.compile(
    _AT_MARKS
    + "|(?:今年(?!以来)|去年|20\\d\\d年)(?![增升降减涨跌达突超为更仅约近逾\\d]|力争|预计)[^。；]{0,30}[\\d千万亿%％]))"
)
"""Also where a clause begins with another year and has its own figures and subject."""
_SHARE = re.compile(
    f"{_ABOUT}(?:{_OF_ALL}的?[^，。；]{{1,10}}?[和与及、])?{_OF_ALL}的?\\Z"
)
"""The share of people who think something, right before what they are called."""
_BEGINS_WITH_SHARE = re.compile(_SOME)
"""What they are called with their share: 35.1%的家长."""
_LEAST_HEAD = 14
"""Code points of narration before a speaker that may be a claim."""


class Unit(NamedTuple):
    """A sentence or part of one, code points into its passage's text."""

    start: int
    end: int
    cue: str | None = None
    """What somebody is reported to say it with; empty in a speech."""


def units(
    passage: Passage, statements: Sequence[Statement], speeches: Sequence[Speech]
) -> Iterator[Unit]:
    """Sentences and parts of sentences between semicolons, without who said them."""
    if not statements and not speeches:
        return _parts(passage, passage.sentences, None)
    return _around_speech(passage, statements, speeches)


def _around_speech(
    passage: Passage, statements: Sequence[Statement], speeches: Sequence[Speech]
) -> Iterator[Unit]:
    starts = {one.start for one in speeches}
    begun = sorted(starts)
    yield from _spoken(passage, starts)
    ends = {one.end: one for one in speeches if one.last_number == passage.number}
    for start, end in passage.sentences:
        ones = [
            one
            for one in statements
            if one.clause_start <= start < one.end or start < one.clause_start < end
        ]
        inside = begun[bisect_right(begun, start) : bisect_left(begun, end)]
        if start in starts or (
            not ones and start in ends and _tells(passage, ends[start], start, end)
        ):
            continue
        if ones:
            if start not in ends:
                stops = _before_cue(passage, ones[0], start)
                if stops - start > _LEAST_HEAD:
                    yield from _parts(passage, ((start, stops),), None)
            yield from _stated(passage, ones, (start, end), starts)
        elif not inside:
            yield from _parts(passage, ((start, end),), None)
        else:
            yield from _shares(passage, speeches, start, end)
            first_one = next(one for one in speeches if one.start == inside[0])
            stops = _before_speaker(passage, first_one, start)
            if stops - start > _LEAST_HEAD:
                yield Unit(start, stops)


def _shares(
    passage: Passage, speeches: Sequence[Speech], start: int, end: int
) -> Iterator[Unit]:
    """Speeches of a sentence with the share of those who say so: 35.1%的家长说“…”."""
    for one in speeches:
        if start < one.start < end and one.last_number == passage.number:
            share = _share_before(passage, one.attribution.source, start)
            if share is not None:
                yield Unit(share, one.end)


def _share_before(passage: Passage, source: Source | None, start: int) -> int | None:
    """Where the share begins that a source is of: 35.1%的 before 受访家长, if it is."""
    if source is None or source.passage_number != passage.number:
        return None
    if _BEGINS_WITH_SHARE.match(passage.masked, source.start):
        return source.start
    share = _SHARE.search(passage.masked, start, source.start)
    return share.start() if share else None


def _spoken(passage: Passage, speeches: Collection[int]) -> Iterator[Unit]:
    """What speeches say that begin at these places."""
    for quoted in passage.quotations:
        if quoted.start in speeches:
            first, last = quoted.start + quoted.is_opened, quoted.end - quoted.is_closed
            for start, end in _cut(passage.plain, first, last):
                yield Unit(start, end, "")


def _stated(
    passage: Passage,
    statements: Sequence[Statement],
    sentence: tuple[int, int],
    speeches: Collection[int],
) -> Iterator[Unit]:
    """What each statement of a sentence reports, without the speeches in it.

    Args:
        passage: where the sentence is.
        statements: those of which it holds a part, in order.
        sentence: its start and end, code points.
        speeches: where speeches begin.
    """
    start, end = sentence
    last = end
    for one in statements:
        first = one.start if start <= one.start < end else start
        last = min(one.end, end) if one.last_number == passage.number else end
        share = _share_before(passage, one.source, start) if first > start else None
        if share is not None:
            yield Unit(share, last)
            continue
        yield from _parts(passage, _between(speeches, first, last), one.cue)
    if end - last > _LEAST_HEAD:
        yield from _parts(passage, _between(speeches, last, end), None)


def _between(
    speeches: Collection[int], first: int, last: int
) -> Iterator[tuple[int, int]]:
    """What of a stretch stands before the speeches that begin in it."""
    inside = sorted(at for at in speeches if first < at < last)
    for cut in pairwise((first, *inside, last)):
        if cut[0] not in speeches:
            yield cut


def _parts(
    passage: Passage, stretches: Iterable[tuple[int, int]], cue: str | None
) -> Iterator[Unit]:
    """Stretches of a passage, each cut at its own marks."""
    for start, end in stretches:
        for begins, stops in _cut(passage.masked, start, end):
            yield Unit(begins, stops, cue)


def _tells(passage: Passage, speech: Speech, start: int, end: int) -> bool:
    """Whether the sentence after a speech only tells whose it was."""
    source = speech.attribution.source
    return (
        source is None
        or source.passage_number != passage.number
        or start <= source.start < end
        or passage.plain[speech.end - 2] not in FINAL
    )


def _before_cue(passage: Passage, statement: Statement, start: int) -> int:
    """Where narration ends that goes before a source and its cue in one sentence."""
    at = statement.cue_span[0]
    source = statement.source
    if source.passage_number == passage.number and start <= source.start < at:
        at = source.start
    if not start < at < statement.start:
        return start
    stops = max(passage.masked.rfind(mark, start, at) for mark in "，；") + 1
    return start if passage.masked[stops - 2] in _ADVERBIAL_ENDS else stops or start


def _before_speaker(passage: Passage, speech: Speech, start: int) -> int:
    """Where narration ends that goes before a speaker in one sentence."""
    source = speech.attribution.source
    if (
        source is None
        or source.passage_number != passage.number
        or not start < source.start < speech.start
    ):
        return start
    return passage.masked.rfind("，", start, source.start) + 1 or start


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    cuts = _CUTS_AT_YEARS if text.find("年", start, end) >= 0 else _CUTS
    for mark in cuts.finditer(text, start, end):
        if _leads_to_share(text, at, mark):
            continue
        yield at, mark.end()
        at = mark.end()
    if at < end:
        yield at, end


def _leads_to_share(text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether a comma leads to a share of people and no share goes before it: 在船户中，四成的人…."""
    return (
        text[mark.start()] == "，"
        and _SHARES_OF.match(text, mark.end()) is not None
        and _SHARES_OF.search(text, start, mark.start()) is None
    )


def after_openings(text: str, start: int, end: int) -> int:
    """Where a unit begins to claim: after space, dateline and connective."""
    while start < end and text[start].isspace():
        start += 1
    label = (
        _LABEL.match(text, start, end) if text[start : start + 1] in _LABELS else None
    )
    start = label.end() if label else start
    start = _after_dateline(text, start, min(end, start + _LONGEST_DATELINE))
    for _ in range(_OPENINGS):
        lead = _OPENING.match(text, start, end) if _may_open(text, start, end) else None
        if lead is None:
            break
        start = lead.end()
    return start


def _may_open(text: str, start: int, end: int) -> bool:
    """Whether what begins at a place may be an opening, by its ends."""
    if start >= end:
        return False
    comma = text.find("，", start, min(end, start + _OPENS_WITHIN))
    first = text[start]
    return first in _BARE_OPENINGS or (
        comma > start and (text[comma - 1] in _ENDS_OPENING or first in _MAY_OPEN)
    )


def _after_dateline(text: str, start: int, end: int) -> int:
    if text.find("讯", start, end) < 0 and text.find("电", start, end) < 0:
        return start
    filed = _DATELINE.search(text, start, end)
    return filed.end() if filed else start
