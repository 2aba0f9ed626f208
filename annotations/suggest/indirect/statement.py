"""Statement: what a text reports in its own words, and of whom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from annotations.suggest.cues import MOVED
from annotations.suggest.sources.citations import CITED_PAGE

if TYPE_CHECKING:
    from annotations.suggest.passages import Passage
    from annotations.suggest.sources.source import Source

_MARKS = re.compile(
    # Begins with one class of characters, so that Python's search skips to them.
    "[“，。！？；：…、X他她](?:(?<=“)\ue000*”?|(?<![“X他她])|(?<=^[X他她])说)"
)
_SAYS_AGAIN = re.compile(
    "(?:并?称|说|表示|写道)[，：]?(?=“)|(?<=，)(?:并|还)?(?:称(?![为作呼号赞])|认为|表示)(?=[^，。；：]{4})"
)
"""What only repeats that somebody speaks: 发来回复，称“…”; 回应，称已成立调查组."""
_NOTE = re.compile("（\ue000+）[，：]")
"""The cited work between a reporting word and what is reported."""
_PAGE = re.compile(f"{CITED_PAGE}(?=[，；]|$)")
"""The page that a view is cited from, behind which the text goes on: （某著105页），其评价…."""
_NOTED = re.compile(
    "（[^（）]{2,40}(?:19|20)\\d\\d[a-z]?(?:[，,：:][^（）]{1,12})?）(?=，)"
)
"""The work of whoever holds a view, behind which the text goes on: （某某，2012），近年来…."""
_HOW_IT_IS_SAID = re.compile("得(?:[^，。；：“”]{1,8}(?P<mark>：))?")
"""How it is said, and only before a colon what: 说得一针见血：…."""
_WARNS = frozenset("提醒 告诫 警告 呼吁 劝告 告知 提示 忠告".split())
_WARNED = re.compile(
    "(?:广大|各位|所有)?[一-鿿]{0,4}(?:们|者|人|民|家长|群众|网友|用户|朋友|游客|业主|企业|同学)，"
)
"""Who is warned, which is no part of the warning: 提醒广大市民，."""
_LEADS = re.compile("(?:要|应|须|必须|将|会|能)“")
_NOBODYS = frozenset("数据 统计数据 资料 公开资料 公开数据 信息 公开信息".split())
"""Figures and files of which nobody is named: 数据显示."""
_LED = 8
"""Code points of words in marks that 要 makes a statement of: 要“…”."""
_MIXED = 8
"""Code points of what is said partly in marks, of which few need stand outside."""
_ONLY_QUOTED = re.compile("“\ue000*”(?:（[^（）]*）)?[，。；]?$")


class Statement(NamedTuple):
    """A reported statement in one passage, code points into its text."""

    start: int
    end: int
    source: Source
    cue: str
    cue_span: tuple[int, int]
    rule: str
    score: float
    last_number: int
    """Number of the passage that ``end`` counts in; its own unless announced."""
    clause_start: int
    """Where the sentence begins that names the source."""


def stated(
    passage: Passage, after: int, end: int, source: Source, cue: str,
    cue_span: tuple[int, int], rule: str, score: float, sentence: int,
) -> Statement | None:  # fmt: skip
    """A statement whose content begins after the comma or colon, if there is one."""
    text = passage.masked
    how = _HOW_IT_IS_SAID.match(text, after, end)
    if how is not None and not how["mark"]:
        return None
    start = how.end() if how else after
    while start < end and text[start] in "，：； 　":
        start += 1
    again = _SAYS_AGAIN.match(text, start, end) or _NOTE.match(text, start, end)
    if again is None and cue in _WARNS:
        again = _WARNED.match(text, start, end)
    start = again.end() if again else start
    end = _content_end(text, sentence, start, end)
    page = _PAGE.search(passage.plain, start, end)
    end = page.start() if page else end
    noted = _NOTED.search(passage.plain, start, end)
    if noted is not None and source.name and source.name in noted.group():
        end = noted.end()
    if source.passage_number == passage.number and sentence < source.start < start:
        end = _survey_end(text, source.start, start, end)
    source, end = _told_of(passage, source, start, end)
    own = _own_words(passage.plain, start, end)
    end = own.start() if own else end
    content = text[start:end].rstrip()
    bare = _MARKS.sub("", content)
    if content.startswith("“") and (len(bare) < 6 or _ONLY_QUOTED.match(content)):
        return None
    least = 2 if len(content) >= _MIXED and "“" in content else 4
    if own and _ONLY_LEADS.fullmatch(content):
        return None
    if len(bare) < least and not (len(content) >= _LED and _LEADS.match(content)):
        return None
    if source.kind == "paper" and source.name in _NOBODYS:
        source = source._replace(name="")
    return Statement(
        start, start + len(content), source, cue, cue_span, rule, score, passage.number, sentence
    )  # fmt: skip


def _told_of(
    passage: Passage, source: Source, start: int, end: int
) -> tuple[Source, int]:
    """Who states something, and where it ends, if it names them, as nobody does themselves.

    Where they are the subject of a clause, or have been named before the statement, the text
    tells of them again from there; else they are not whom a pronoun or an office means, and
    the source returned has no name.

    Args:
        passage: where the statement is.
        source: who would state it.
        start: where it begins, code points.
        end: where it would end.
    """
    text = passage.masked
    if source.kind not in ("person", "pronoun") or not source.name:
        return source, end
    named = text.find(source.name, start, end)
    if named < 0:
        return source, end
    is_here = source.passage_number == passage.number
    begins_clause = text[named - 1] in "，；" and not text.startswith(
        "的", named + len(source.name)
    )
    if named == start or not (
        begins_clause or (is_here and source.name in text[source.start : source.end])
    ):
        return source._replace(name="", certainty=0.0), end
    comma = max(text.rfind(mark, start, named) for mark in "，；")
    return source, comma if comma >= 0 else end


def is_quoted(text: str, one: Statement) -> bool:
    """Whether nothing is left of a statement but one quotation, which stands for itself."""
    return _ONLY_QUOTED.match(text[one.start : one.end]) is not None


def _own_words(plain: str, start: int, end: int) -> re.Match[str] | None:
    colon = plain.find("：“", start, end)
    return _OWN_WORDS.match(plain, colon, end) if colon >= 0 else None


_ONLY_LEADS = re.compile(
    "(?:[过出]了?)?(?:这[样么]?|以下|下面|如下)(?:的|一?[句段番席])?[^，]{0,4}[话言语]|不讳|风凉话|[^，]{0,6}(?:诗|词)[云曰]"
)
"""What only leads to words: 说过这样一句话：“…”."""
_LEFT = re.compile(
    "，(?=(?:而)?(?:这[就正也]?是“\ue000+”[，。；]|在笔者看来|笔者[认以]为|那么，|(?:并且?|还|又|同时|随后|进而)?(?:称|表示|说|写道|强调|指出|补充道?|直言|坦言)：“|[他她并还也]{1,2}(?:(?:表示|称|说|坦言|直言)“\ue000{10}|(?:强调|指出)“\ue000{14})|(?:但|不过)(?:并)?(?:没有|未)(?:详细|进一步|具体|明确)?(?:阐明|说明|透露|提及|公布|解释)"
    "|(?:但|不过|同时)[他她](?:也|还|又|同时)*(?:注意到|发现|认为|觉得|表示|强调|指出|坦言|提到|提醒)"
    "|但[从由]其[^，。；]{2,24}(?:看出|读出|可见|可以|能够)|(?:由此)?可见，"
    "|(?:随后|先后|接连|遂|并)(?:先后|接连)?(?:发表|撰写|写下|出版)了?[^，。；]{0,8}《"
    "|(?:由此|从而|就此|也|一举)*(?:拉开|揭开|开启)了[^，。；]{0,24}(?:序幕|帷幕|大幕)"
    "|(?:还|也|另|更)有[^，。；：“”]{2,12}?(?:表示|提出|称|说|认为|指出|坦言|直言)(?:“|，)"
    "|(?<=”，)(?:科学|深刻|精辟)?(?:为[^，。；“]{2,30}(?:提供|指明|确立|规划|擘画)|指明|阐明|回答|揭示)了?[^，。；“]{0,16}(?:遵循|方向|指引|指南|依据|路径|道路|蓝图|内涵|重要性|意义)(?=[。；])"
    f"|[让令](?![我他她人自大])[^，。：；]{{2,40}}(?:{MOVED})"
    "))"
)
"""What leaves a statement inside its sentence: the author asks or answers, speech begins."""
_SPOKEN_OF = re.compile(
    "，(?=(?:这|此)(?:一|番|句|种|个|些)?(?:话(?!题)|言|话题|说法|表态|言论|论调|说辞|发言|回答|回应|担忧|忧虑|看法|观点|判断|论断|呼吁|预测)[^，。]{0,8}?(?:说得|说的|说给|引[发起]|大概|显然|让|令|使|随着|传[开到]|一出|立[即刻]|很快|迅速|在[^，。]{1,14}[中里上间]|颇|道出|听|不胫|也就是|并非|不无|得到|招来|赢得)"
    "|这在[^，。上]{2,16}[中间里]引[发起]|此[言话]|这话|这(?:正|也|就)?是(?:[他她]|其))"
)
"""Where the text begins to speak of what was said: ，这话说得…."""
_WEIGHED = re.compile(
    "，(?=其(?:评价|见解|看法|观点|说法|论断|论述|解释)(?:虽|不|是|较|具|很|颇|令|有|可谓|确|值得)"
    "|可谓(?:一语|一针|切中|精[辟当]|中肯|的论|独具))"
)
"""Where the text begins to weigh a view: ，其见解颇为精辟."""
_CONCEDED = re.compile("虽然?|尽管|固然")
_BUT = re.compile("，(?=但|然而|可是|却|不过)")
_OWN_WORDS = re.compile(
    "：(?=“[^”]{0,12}(?:我|咱|俺)[^”]{4,}[。！？…]”?\\s*$)"
    "|(?<![出道称说示调为问答])：(?=“(?=[^”]{14})[^”]+，[^”]+[。！？…]”\\s*$)"
)
"""Where somebody begins to speak for themselves in the middle of what is reported."""
_CAME_OTHERWISE = re.compile(
    "，(?=但(?:是，?)?(?:未能|并未|却|至今|始终|一直|迟迟|最终|后来|实际上|事实上|结果))"
)
_ANNOUNCED = re.compile("宣布[，：]?\\Z")
_WHAT_IT_MEANS = re.compile(
    "，(?=(?:这|此)(?:项|一|次|举|也|是|将|标志|意味|被)[^，。]{2,})"
)
"""What the text makes of an announcement: ，这一项…."""
_ONCE = re.compile("曾|此前|早前|一度|原本|当初|当时")
_THOUGHT = re.compile("(?:意识到|认识到|感到|觉得|相信|以为|怀疑|担心)\\Z")
_ACTED = re.compile(
    "，(?=(?:立马|立即|立刻|随即|马上|赶紧|赶忙|连忙|急忙|当即|于是|便|就|遂|转而)[^，]{2,})"
)


_OF_SHARE = re.compile("[%％]的?\\Z")
_NEXT_ANSWER = re.compile(
    "，(?=(?:这|此外|另有|另外|仅|近|超|约|而|但)|(?:有|达到?)?\\d[\\d.]*[%％])"
)


def is_share(text: str, source: int) -> bool:
    """Whether those whose name begins at a place are a share of people: 35.1%的家长."""
    return _OF_SHARE.search(text, max(0, source - 2), source) is not None


def _survey_end(text: str, source: int, start: int, end: int) -> int:
    """Where the answer of a share of people ends: before the next, or what it means.

    Args:
        text: a passage's masked text.
        source: where it names those people.
        start: where the answer begins.
        end: where it would end.
    """
    if not is_share(text, source):
        return end
    answer = _NEXT_ANSWER.search(text, start, end)
    return answer.start() if answer else end


def _content_end(text: str, sentence: int, start: int, end: int) -> int:
    """Where a statement ends inside its sentence, if the text leaves it there."""
    left = _LEFT.search(text, start, end)
    if left is None and (
        text.find("，这", start, end) >= 0 or text.find("，此", start, end) >= 0
    ):
        left = _SPOKEN_OF.search(text, start, end)
    left = left or _WEIGHED.search(text, start, end)
    if left is None and _CONCEDED.search(text, sentence, start):
        left = _BUT.search(text, start, end)
    if left is None and _ONCE.search(text, sentence, start):
        left = _CAME_OTHERWISE.search(text, start, end)
    if left is None and _ANNOUNCED.search(text, sentence, start):
        left = _WHAT_IT_MEANS.search(text, start, end)
    if left is None and _THOUGHT.search(text, sentence, start):
        left = _ACTED.search(text, start, end)
    return left.start() if left else end
