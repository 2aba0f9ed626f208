"""Written sources: papers and reports that say something, and who stands behind them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.cues import alternation
from annotations.suggest.names.nations import agency
from annotations.suggest.names.nounphrases import (
    AFTER_NAME,
    DEMONSTRATIVES,
    NP_BODY,
    is_phrase,
)
from annotations.suggest.names.words import BODY, COLLECTIVE, HAN, PAPER, PAPERS
from annotations.suggest.patterns import late
from annotations.suggest.sources.source import Source, place
from annotations.text.dictionary import word_class

if TYPE_CHECKING:
    from annotations.suggest.cues import Cue
    from annotations.suggest.passages import Passage

_PAPER_END = re.compile(
    f"{alternation((*PAPERS, '》'))}(?!者|人士|派|站|区|室|小组|团队)(?={AFTER_NAME}|[中里](?:还|也|曾|就|明确|首次|再次|多次)?$)"
)
_ISSUED = re.compile(
    f"^(?P<body>{NP_BODY}{{2,28}}?)(?:（\ue000+）)?(?:当地时间)?(?:刚刚?|新近?|日前|近日|今天|昨日|最新|联合|此前|当天|今年|去年|昨天|上月|本月|上周|本周|上年|年初|年底|最近|随后|首次|共同|同日|当日|近期|及时|不久前|正式|专门|紧急|再次|每[年月周日季]度?|定期|逐年|历年|陆续|先后|在?(?:官方)?(?:网站|官网|微博|公众号)上|还|又|\\d+月(?:\\d+ ?日)?|\\d+ ?日){{0,2}}(?:(?:针?对|就|向)[^，。；：]{{2,24}}?)?(?:发布(?![会厅台])|公布|推出|出具|编写|提供|披露|撰写|发表|刊登|刊载|登载|出版(?![社商物业集])|印发|下发|发出|出台|更新|进行|开展|所做|做|委托)"
    f"的?[^，。；：]*?(?:{PAPER}|》)"
)
_TELLS_WHEN = re.compile(
    "(?<=..)(?:新近|\\d{1,2}月[初中底]|[于在]?(?:当地时间)?(?:\\d{4}年)?(?:\\d{1,2}月)?\\d{1,2} ?日|[于在]?\\d{4}年|[当今近昨同][日天年晚]|日前|对外|[上本][周月]|此前|最近|近期|随后|[晚早]间|截至|已于|曾于|[在于]$|向(?=[^，。；：]{2,24}(?:提交|递交|发出|发布|致函|通报))|在(?=[^，。；：]{2,12}[上中后里]|[^，。；：]{0,6}(?:声明|报告|公告|通报|文章|公开信)$))"
)
"""When and where a body issues a paper, behind its name."""
_OF_BODY = late(
    f"^(?P<body>{NP_BODY}{{0,28}}?(?:{BODY}|景区|商圈|口岸|园区|(?<=[一-鿿A-Za-z]{{2}})(?<![的只家多])(?:证券|期货|基金)))(?:的[一-鿿]{{1,8}}?(?=数据|报告|统计)|的|最新|科普|评论|署名|专栏|内部|年度|季度|中期|一项|一份|一篇|一则|分析|专题|检测|监测|仓位|测算|公开|调查|相关|有关|官方|(?:官网|网站)[一-鿿]{{0,8}}?|微博|微信|公众号|最新的|有|[去今前当同]年|\\d{{4}}年|\\d{{1,2}}月|[本上]月|(?!依托|利用|借助|运用|通过|基于|结合)[一-鿿]{{0,2}}大(?=数据)){{0,3}}(?P<paper>{PAPER})(?!公司|中心|集团|总队|[局网院所室站处司科])"
)
_SIDE = re.compile(
    "(?P<body>(?!官)[一-鿿]方)(?=(?:公布|发布)?的?(?:最新)?(?:数据|统计))"
)
"""A nation's side whose figures are told: 埃方数据."""
_DATED = late(
    f"^(?P<body>{NP_BODY}{{0,28}}?(?:{BODY}))(?=(?:当地时间)?(?:\\d{{4}}年)?(?:\\d{{1,2}}月)?\\d{{1,2}} ?日|[当同][日天]|本月|上月)"
)
"""A body before the day of what it says: 某某大学25日消息."""
_GENERIC_BODY = re.compile(
    "(?:该|其|这家|一家)?(?:智库|机构|部门|团队|公司|企业|单位|方面|中心|集团|大会|会议|课题组)"
)
_TITLE = re.compile("《[^《》]{2,40}》$")
_TITLED_BY = late(
    f"(?P<body>{NP_BODY}{{0,20}}?(?:{BODY}))(?:新版|最新)?《[^《》]{{4,40}}》\\Z"
)
"""Whose paper it is, right before its title: 教育部《某某纲要》."""
_IN_THE_PRESS = re.compile(
    "《(?P<press>[^《》]{1,14}(?:报|周刊|杂志|新闻|通讯|月刊))》(?:网站?)?(?:的?(?:一[篇则])?(?:最新|相关)?(?:社论|评论|文章|报道|消息|网站|统计|调查|数据))?\\Z"
)
"""A paper's title, with what of it says something: 《某某报》评论."""


_PAPER_OF = re.compile(
    f"{NP_BODY}{{0,6}}?《(?P<press>[^《》]{{1,14}}(?:报|周刊|杂志|新闻|通讯|月刊|评论|邮报|人))》(?:网站?)?"
)
"""A paper of a nation, on its site: 某国《某某报》网."""
_JOURNAL = re.compile(
    f"{NP_BODY}{{0,6}}?(?P<press>《[^《》]{{1,14}}》)(?:杂志|期刊|周刊|月刊|学报)(?:网站?)?(?:近日|日前|最新)?(?:报道|文章|评论)?"
)
"""A journal by its title and what it is: 某国《某某》杂志近日报道."""
_TOLD_IN = late(
    f"(?P<body>(?![近日昨今当随此])[一-鿿A-Za-z0-9]{{2,14}}?)(?:[昨今当同近][日天]|日前|此前|随后|稍[早后]|(?:\\d{{1,2}}月)?\\d{{1,2}}日|也|还|则|亦)*在(?:其|公司|集团)?[^，。；：在的]{{0,10}}?(?:{PAPER})\\Z"
)
"""Whoever says something in a paper: 某某社近日在公告中."""
_DATA_OF = re.compile(
    "(?:来自)?(?!不完全|初步|粗略)(?P<body>[一-鿿]{2,6}?(?<!大)|[一-鿿]{2,4}(?=的)|[A-Za-z]{2,12}(?:[一-鿿]{2})??)的*(?:最新|新近)?的?"
    "(?:不完全|初步|粗略|数据|统计|研究|监测|调研|估值|持仓|仓位|测算|公开|交易|财务|经济|宏观|[一二三四]季度)*(?:数据|统计)"
)
"""Whose data are told, of whatever kind they are: 某某的统计数据."""
_WORK_OF = re.compile("(?P<press>《[^《》]{2,14}》)的?(?:研究|调查|统计|数据|报道)")
"""A magazine of any title, whose study is told of: 《某某》的研究."""
_DAY = "[昨今前当近同][日天晚]|日前|[上本]?(?:周|星期)[一二三四五六日末天]|[上本]周"
"""When a body says something, next to its name."""
_OF_FIRM = re.compile(
    f"(?P<body>[A-Za-z]{{2,12}}|(?!公司|企业|上市|法院|政府|官方|减持|增持|回购|停牌|退市|中标|招标|拍卖|征收|[今去前]年)[一-鿿]{{2,6}}?(?<!的))的?(?:{_DAY}|[早晚]间)*(?:最新)?(?P<paper>公告|财报|年报|半年报|季报|招股书|招股说明书|(?:数据|统计|监测)(?<=[A-Za-z]..))"
)
"""A firm by its name and what it hands out: 某某达公告, Wind数据."""
_SITE = re.compile(
    "(?<=[部委局馆院署府行会团厅社报所队办校])(?:官方|门户)?(?:网站|官网|微博|微信公众号|公众号)$|的(?:官方|门户)?(?:网站|官网|微博|公众号)$"
)
"""Where a body tells something: 某部网站."""
_PARTY = re.compile("(?:(?<=[一-鿿]{4})(?<![关等])|(?<=[局院委厅署馆社会校]))方面$")
"""What makes a party of a firm's name: 某某集团方面."""
_IN_TIME = re.compile(
    "^(?:(?:[今去前]年|同年|当年)(?:\\d{1,2}月)?(?:[初底末]|中(?!央))?(?:\\d{1,2}日)?|[上本]周[一二三四五六日末]?|[上本]月|[昨今][日天])(?=[^的].)"
)
"""When a body has said something, in front of it: 今年1月某某部."""
_WHEN_BEHIND = re.compile(f"(?<=..)(?:{_DAY}|此前|[上本]月)\\Z")
"""When a body has said something, behind its name: 某某基金周三."""
_SHORT_FOR = re.compile("（(?:以下|下)?简称(?:为|：)?(?P<name>《[^《》）]{2,20}》)）")
"""What a text goes on to call a paper by: （以下简称《办法》）."""
_PEOPLE_END = late(f"(?:{BODY}|{COLLECTIVE})\\Z")


_LAST_PAPER = re.compile(f"{PAPER}\\Z")
_JUST_ISSUED = re.compile(
    "(?:印发|下发|发布|公布|出台|制定|推出|通过|签署)了?[^，。；：《]{0,12}(?P<title>《[^《》]{2,40}》)"
)
"""A paper that a body hands out: 印发了《某某办法》."""
_ACTING = re.compile(
    f"(?:新版|最新版?|该|这[份本]|上述|本次|此次)?(?P<who>[白蓝绿]皮书|(?:判决|裁定|裁决|起诉|决定)书|公报|声明)(?={HAN}{{2}})(?![的中里上内出发称])"
)
_PLANNING = re.compile(
    "(?P<who>“\ue000{2,8}”规划(?:建议|纲要)|《[^《》]{1,16}》)(?:还|也|又)*对[^，。；：]{2,40}[作做]出"
)
"""A plan that says what is to be done about something: 《某某建议》对…作出部署，提出…."""
_IN_IT = re.compile("[ 　]*(?:其中|同时|还|也|就|特别|另外|此外|，)*")
"""What leads on from a paper to what it sets out."""
_SET_OUT = frozenset("要求 提出 规定 明确 指出 强调 提到".split())


def written_end(clause: str, bare: str) -> int:
    """Where a written source ends that a clause has for its subject; 0 if it has none.

    Args:
        clause: its text up to the reporting word.
        bare: the same without the adverbs at its end.
    """
    ends = [
        one.end()
        for one in _PAPER_END.finditer(clause)
        if clause.count("《", 0, one.end()) == clause.count("》", 0, one.end())
    ]
    if not ends:
        return 0
    end = ends[0]
    # People may stand behind a paper that is in their name: 研究团队.
    in_people = _PEOPLE_END.search(bare, max(end, len(bare) - 6))
    if end == len(bare) or not in_people:
        return end
    return len(bare) if ends[-1] == len(bare) else 0


def written(passage: Passage, start: int, clause: str, end: int) -> Source | None:
    """A written source, or the body that issued it.

    Args:
        passage: where it stands.
        start: where the clause begins, code points into the passage.
        clause: its text.
        end: where the written source ends in the clause.
    """
    if clause.startswith(("对", "针对")):
        # What a study is about is not who made it: 对1335名青年进行的调查.
        what = _LAST_PAPER.search(clause, 0, end)
        if what is not None:
            at = start + what.start()
            return Source(what.group(), at, start + end, "", 0.7, "paper")
    issued = (
        _SIDE.match(clause)
        or _ISSUED.match(clause)
        or _OF_BODY.match(clause)
        or _DATED.match(clause)
    )
    if issued is not None and not _GENERIC_BODY.fullmatch(issued["body"]):
        body = own_name(_before_when(DEMONSTRATIVES.sub("", issued["body"])))
        is_whole = len(body) >= 2 and body.count("《") == body.count("》")
        if is_whole and not body.endswith(("上", "期间")):
            at = passage.masked.index(body, start)
            return Source(body, at, at + len(body), "", 0.85, "body")
    shown = DEMONSTRATIVES.match(clause[:end])
    cut = shown.end() if shown else 0
    name = clause[cut:end]
    issuer = _press_or_firm(start + cut, name)
    if issuer is not None:
        return issuer
    body = name if "《" in name else _before_when(_IN_TIME.sub("", name))
    if body != name and is_phrase(body):
        own = agency(body)
        end = start + cut + len(body)
        return Source(own, end - len(own), end, "", 0.8, "body")
    titled = _titled(passage, start + cut, name)
    if titled is not None:
        return titled
    if not 2 <= len(name) <= 24 or not is_phrase(name):
        return None
    return Source(name, start + cut, start + end, "", 0.7, "paper")


def _press_or_firm(start: int, name: str) -> Source | None:
    """The paper, journal or firm that speaks by what it has published.

    Args:
        start: where its name begins, code points into the passage.
        name: its text.
    """
    told = _TOLD_IN.match(name) or _DATA_OF.fullmatch(name)
    if told is not None and is_phrase(told["body"]) and not _is_word(told["body"]):
        first, last = told.span("body")
        return Source(told["body"], start + first, start + last, "", 0.8, "body")
    press = (
        _JOURNAL.fullmatch(name)
        or _IN_THE_PRESS.search(name)
        or _WORK_OF.fullmatch(name)
    )
    firm = None if press else _OF_FIRM.fullmatch(name)
    if firm is not None and word_class(firm["body"]):
        return None  # a kind of notice
    found = press or firm
    if found is None:
        return None
    first, last = found.span("press" if press else "body")
    return Source(name[first:last], start + first, start + last, "", 0.85, "body")


def _is_word(name: str) -> bool:
    """Whether a name is a word of the dictionary, and not that of a body."""
    found = word_class(name)
    return bool(found) and not found.startswith(("nt", "nz"))


def _titled(passage: Passage, start: int, name: str) -> Source | None:
    """What ends in a title in its marks: the paper, or the body whose it is.

    Args:
        passage: where it stands.
        start: where it begins, code points into the passage.
        name: its text.
    """
    by = _TITLED_BY.match(name)
    if by is not None and is_phrase(by["body"]):
        return Source(by["body"], start, start + by.end("body"), "", 0.8, "paper")
    title = _TITLE.search(name)
    if title is None:
        return None
    end = start + len(name)
    short = _SHORT_FOR.match(passage.plain, end)
    if short is not None:
        return Source(short["name"], *short.span("name"), "", 0.8, "paper")
    return Source(title.group(), end - len(title.group()), end, "", 0.8, "paper")


def acting_paper(clause: str, start: int) -> Source | None:
    """A paper that does something before it says anything: 新版白皮书沿用…表述，称….

    Args:
        clause: its text.
        start: where it begins, code points into its passage.
    """
    found = _ACTING.match(clause) or _PLANNING.match(clause)
    return found and Source(found["who"], *place(found, start), "", 0.7, "paper")


def own_name(body: str) -> str:
    """A body by its own name: without its nation, what it is in print, its site."""
    body = agency(_WHEN_BEHIND.sub("", _IN_TIME.sub("", body)).removeprefix("来自"))
    journal = _JOURNAL.fullmatch(body)
    if journal is not None:
        return journal["press"]
    paper = _PAPER_OF.fullmatch(body)
    return paper["press"] if paper else _PARTY.sub("", _SITE.sub("", body))


def goes_on_from(passage: Passage, cue: Cue, start: int) -> Source | None:
    """The paper of the sentence before that one without a subject goes on with: 其中提出，….

    Args:
        passage: where the sentences stand.
        cue: the reporting word.
        start: where its sentence begins.
    """
    text = passage.masked
    if cue.base not in _SET_OUT or not _IN_IT.fullmatch(text, start, cue.start):
        return None
    before = passage.sentences_before(start)
    found = list(_JUST_ISSUED.finditer(text, *before[-1])) if before else []
    if len(found) != 1:
        return None
    place = found[0].span("title")
    return Source(found[0]["title"], *place, "", 0.75, "paper", passage.number)


def _before_when(name: str) -> str:
    """A name up to when or where its body issues something."""
    told = _TELLS_WHEN.search(name)
    return name[: told.start()] if told else name
