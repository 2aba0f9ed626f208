"""Phrases: unnamed people, bodies and written sources that a clause begins with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.articles import author
from annotations.suggest.cues import alternation
from annotations.suggest.names import (
    BODIES,
    BODY,
    COLLECTIVE,
    HAN,
    LATIN_NAME,
    OWN_VOICE,
    PAPER,
    PAPERS,
)
from annotations.suggest.nations import nations
from annotations.suggest.source import Source

if TYPE_CHECKING:
    from annotations.suggest.offices import Offices
    from annotations.suggest.passages import Passage
    from annotations.suggest.people import People
    from annotations.suggest.spoken import Spoken

_BARE_HEAD = re.compile(
    "(?:[他她](?:媳妇|妻子|老伴|老婆|丈夫|母亲|父亲|妈妈?|爸爸?|爷爷|奶奶|儿子|女儿)|有人|后生|老伴|丈夫|妻子|母亲|父亲|爷爷|奶奶|儿子|女儿|外甥|侄子|孙子|孙女|徒弟|徒儿|师傅|婆婆|公公|儿媳妇|媳妇|女婿|嫂子|哥哥|弟弟|姐姐|妹妹|"
    "邻居|同事|同伴|战友|工友|老友|老板|老板娘|店主|房东|厂长|校长|村长|队长|班长|连长|司机|老师|班主任|老太太|老汉|老爷子|年轻人|小伙子|姑娘|孩子|乡亲们|村民们|大伙儿?|众人)"
    "(?![们的家人们、和与是，]|[^，。：]{0,3}的|$)"
)
"""A person with neither name nor title, as the subject of a clause."""
AFTER_NAME = (
    "(?:$|[等回答就介解谈说均也还则都就曾便又却并再最首随进同普一纷明当公特着反近日今昨前在对向从以表接受告此主已正要刚仍多共分别另日联先代通经早摆皱瞪咧扬伸耸拿指笑摇点叹望坐站挥拍端翻递举抬搓掏擦抱捧握拉依根按结综针基给"
    "（笑]|马上|既[^，]|批评|质疑|支持|肯定|否定|赞成|呼吁|考察|比较|利用|运用|采用|使用|梳理|撰文|检验|借助|选取|跟踪|经?审理|经?(?:调查|核实|查证|核查|评估|论证|研判|讨论|勘查|检测|鉴定|复核|会商)|立[即刻马]|迅速|赶[紧忙来到]|[连急]忙|有关|相关|有自己|有不同|\\d{1,4}[日月年]|[\u4e00-\u9fff]{2}$)"
)
_THERE_IS = re.compile(
    f"(?:[^，。；：的]{{0,8}}有一?|(?:记得|想起)?(?P<one>一))[个位名对](?P<who>{HAN}{{0,8}}?(?:{COLLECTIVE}|后生|汉子|{HAN}[人者师员家长手匠工生兵民士主](?={AFTER_NAME}|[^\u4e00-\u9fff])))(?=[^的们、，。人者师员家长手匠工生兵民士主作任席管编]|的?$)"
)
"""Somebody who comes up for the first time: 后排有个后生, 一位老匠人."""
_OWNED_ONE = re.compile(
    "[^，。；：]{2,14}的(?P<who>老伴|妻子|丈夫|母亲|父亲|奶奶|爷爷|儿子|女儿|徒弟)(?![们的、和与])"
)
_NP_BODY = "[\u4e00-\u9fffA-Za-z0-9·《》“”、—\\-]"
_PHRASE = re.compile(f"{_NP_BODY}+|[^，。；：]+")
_RELATIVE = re.compile(f"的(?P<head>{HAN}{{0,6}}?{COLLECTIVE})(?={AFTER_NAME})")
_LATIN = re.compile(
    f"(?P<who>{LATIN_NAME}(?:(?:和|与|及|、| ?& ?| and ){LATIN_NAME}){{0,2}})(?:等人?)?(?=$|[\u4e00-\u9fff])"
)
_TITLE = re.compile("《[^《》]{2,40}》$")
_GROUP_END = re.compile(f"{COLLECTIVE}(?={AFTER_NAME})")
_NOT_OF_BODIES = "(?<![一全内局大外各干]"
_BODY_END = re.compile(
    alternation(
        BODIES,
        {
            body: f"{_NOT_OF_BODIES}{body}{'(?!门)' if body == '部' else ''})"
            for body in BODIES
        },
    )
    + f"(?={AFTER_NAME})"
)
_PAPER_END = re.compile(
    f"{alternation((*PAPERS, '》'))}(?={AFTER_NAME}|[中里](?:还|也|曾|就|明确|首次|再次|多次)?$)"
)
_ISSUED = re.compile(
    f"^(?P<body>{_NP_BODY}{{2,28}}?)(?:日前|近日|今天|昨日|最新|联合|此前|当天|今年|去年|昨天|上月|本月|上周|本周|上年|年初|年底|最近|随后|首次|共同|\\d+月\\d*日?|\\d+日){{0,2}}(?:发布|公布|推出|出具|编写|提供|披露|撰写|发表|出版|印发|进行|开展|所做|做|委托)"
    f"的?[^，。；：]*?(?:{PAPER}|》)"
)
_OF_BODY = re.compile(
    f"^(?P<body>{_NP_BODY}{{0,28}}?(?:{BODY}))(?:的|最新|一项|一份|相关|有关|官网|最新的){{0,3}}(?P<paper>{PAPER})"
)
_GENERIC_BODY = re.compile(
    "(?:该|其|这家|一家)?(?:智库|机构|部门|团队|公司|企业|单位|方面|中心|集团|大会|会议|课题组)"
)
DEMONSTRATIVES = re.compile(
    "^(?:[*＊※]*\\d{4}年的|[^，的]{0,4}(?:发布|公布)的(?=数据|统计)|[^，]{1,8}的(?=一[位名])|[^，]{1,6}(?=有人)|[他她][^，]{1,4}的(?=.*)|[^，]{0,3}(?<![所现国拥没私公具含享])有(?![人关限的色])|[这那][里儿边]的|其|该|这位|那位|这名|这家|那家|上述|这份|该份|这一|这项|该项|这|一些(?=业内))(?=..)"
)
_VERBAL = re.compile(
    "[了着过吗呢吧把让由]|被(?![告害])|还是|才是|也是|正在|已经|可以|应该|必须|能够|不是|不能|[^不]仅|(?<![首成古])都|就是|(?<![与参协委员大事工学商联董国议教妇晚展])会[^议员场长计]|走进|来到|[^于]是|强调|表示|指出|认为|\ue000{8}"
)

NOT_SUBJECT = re.compile(
    "^(?:据|按|按照|根据|依据|关于|对于|通过|经|由|为|把|被(?![告害])|让|使|给|结合|随着|经过|出于|基于|鉴于|本着|翻[看开]|查[看阅]|打开|面对|用(?![户人工])|走进|来到|看到|听到|在|从(?!业)|当(?!地|局|事)|除了|只要)"
)
_ONE_REPORTER = re.compile(
    "(?:随后|接着|又|还|当场|现场)?(?:有(?=[一几多]))?(?P<who>(?:另外?|又|这|那|该|其中)?[一几多数]?[位名][^，。；：]{0,10}?记者(?![会站团节们协]))"
)
_ACTS = re.compile(
    "(?:则|又|也|还|当场|随即)*(?:[在向对就从于]|依[据照]|按照|根据|结合|综合|基于|通过|[拿取]出|出示|出具了|提交|递[上交]|拿来|[翻摊]开|指着|批评|质疑|支持|反对|肯定|否定|赞成|比较|利用|运用|采用|使用|考察|梳理|检验|借助|选取|跟踪|研究了|分析了)"
)
_ENDS_SOURCE = re.compile(f"(?:{BODY}|{COLLECTIVE})\\Z")
_HAN_ONLY = re.compile(f"{HAN}{{2,20}}")
_CALLED = re.compile(
    "(?:网友|用户|网民|博主|楼主|读者|听众|粉丝|球迷|影迷|账号|公众号)“(\ue000{2,16})”[^“”，]{0,8}$"
)
"""Who is called by what stands in quotation marks: 网友“某某某”."""
_CITING = re.compile("(?:援引|引述|引用|转引|转述)")


_VIEW = re.compile(
    "(?:也|还|而|另)?(?P<who>有(?:一?[种类派些])?(?:观点|说法|声音|意见|看法|论调|舆论|评论|分析|人士))(?:也|还|则|就|曾|甚至|更)?"
)
"""A view that nobody in particular holds: 有观点指出."""
_COUNTED = frozenset("有不许很众多一几数大绝部越")
_MANY = re.compile(
    f"(?:也|还)?有?(?P<who>(?:不少|许多|很多|众多|多[位名个家]|一些|几[位名个家]|数[位名]|大多数?|绝大多数|部分|越来越多的?)(?!人数|数)(?!的){HAN}{{1,8}}?)(?:[也还则都均就却常曾]|普遍|一致|纷纷|均已|往往|通常|一直)*"
)
"""Several of a kind that needs no other mark than its number: 不少船户."""


class Phrases:
    """Reads a clause without a name for its subject."""

    def __init__(self, people: People, spoken: Spoken, offices: Offices) -> None:
        self._offices = offices
        self._people = people
        self._spoken = spoken

    def source(
        self, passage: Passage, start: int, end: int, *, is_near: bool
    ) -> Source | None:
        """An unnamed source, a body or a written one that a clause begins with."""
        text = passage.masked
        while start < end and text[start] in " 　　、\n":
            start += 1
        cited = _CITING.search(text, start + 2, end)
        end = cited.start() if cited else end
        clause = text[start:end]
        bare = clause.rstrip("还也则就都曾便又却并均再普遍一致纷同时明确 ")
        asking = _ONE_REPORTER.match(clause) if "记者" in clause else None
        if asking is not None:
            return self._reporter(passage, start + asking.start("who"), asking["who"])
        if is_near and (OWN_VOICE.search(bare) or clause.startswith(("记者", "笔者"))):
            itself = Source("", start, end, "", 0.0, "self")
            return author(self._people, passage, start, bare) or itself
        if not clause or NOT_SUBJECT.match(clause):
            return None
        known = _known(passage, start, clause)
        if known is not None and not (is_near or known.name.endswith("人")):
            known = None
        if known is not None:
            return known
        common = _common_noun(clause)
        if common is not None:
            return self._bare_head(passage, start + common[0], clause[slice(*common)])
        who = _acting(clause)
        if who and (found := self._head(passage, start, who, who, is_near=is_near)):
            return found
        paper = _PAPER_END.search(clause)
        if paper is not None and not _ends_in_people(bare, paper.end()):
            return _of_paper(passage, clause, start, paper)
        return self._head(passage, start, clause, bare, is_near=is_near)

    def _head(
        self, passage: Passage, start: int, clause: str, bare: str, *, is_near: bool
    ) -> Source | None:
        """A phrase whose last word says what unnamed people or body speak."""
        ends = [(found.end(), "group") for found in _GROUP_END.finditer(clause)]
        ends += [(found.end(), "body") for found in _BODY_END.finditer(clause)]
        if ends:
            first = min(ends)[0]
            near = [one for one in ends if one[0] - first <= 6]
            whole, kind = max(ends) if max(ends)[0] == len(bare) else max(near)
            name = clause[:whole]
            shown = DEMONSTRATIVES.match(name)
            cut = shown.end() if shown else 0
            is_known = cut > 0 and name[cut - 1] != "有"
            cut += _relative_clause(name[cut:])
            name = name[cut:]
            is_known = is_known or name in _BARE_OFFICES
            same = self._offices.meant(passage, start, name) if is_known else None
            if same is not None:
                return same._replace(start=start, end=start + whole)
            if (
                clause[0] == "该"
                and _OF_THAT.match(name)
                and not self._offices.has_spoken(name)
            ):
                name, cut = clause[:whole], 0
            if 2 <= len(name) <= 30 and is_phrase(name):
                certainty = 0.85 if is_near else 0.7
                return Source(name, start + cut, start + whole, "", certainty, kind)
        cited = _LATIN.match(clause)
        if cited is not None and (is_near or cited.end() > cited.end("who")):
            end = start + cited.end("who")
            return Source(cited["who"], start, end, "", 0.8, "person")
        return None

    def _bare_head(self, passage: Passage, start: int, noun: str) -> Source:
        """Whoever is called by a kin term or a trade alone: 老伴, 徒弟, 有人."""
        name = self._people.with_role(noun)
        end = start + len(noun)
        if name:
            return Source(name, start, end, "", 0.8, "person", passage.number)
        return Source(noun, start, end, "", 0.75, "group", passage.number)

    def _reporter(self, passage: Passage, start: int, who: str) -> Source:
        """One of several reporters, who asks; 这位记者 is the one before."""
        end = start + len(who)
        latest = self._spoken.latest(passage, start, reach=2)
        if who[0] in "这那該该" and latest is not None and latest.name.endswith("记者"):
            return latest._replace(start=start, end=end, certainty=0.7)
        return Source(who, start, end, "", 0.75, "group", passage.number)


_BARE_OFFICES = frozenset(("发言人", "新闻发言人", "负责人"))
_OF_THAT = re.compile(
    "[县市省区州镇乡村校院局厅部委处科司所馆站台社厂店队矿行馆园国]|公司|企业|学校|医院|机构|单位|中心|集团|餐厅|酒店|银行|平台|团队|项目|工厂|商场|超市|景区|小区|部门|品牌|协会|组织"
)
"""What 该 points to when it is no person: 该县一位干部."""


def _ends_in_people(bare: str, paper: int) -> bool:
    """Whether people stand behind a written source that is in their name: 研究团队."""
    if paper >= len(bare):
        return False
    return _ENDS_SOURCE.search(bare, max(paper, len(bare) - 6)) is not None


def _known(passage: Passage, start: int, clause: str) -> Source | None:
    """Nations, several of a kind, and whoever is called by what stands in quotation marks."""
    nation = nations(clause)
    if nation:
        return Source(clause[:nation], start, start + nation, "", 0.8, "body")
    many = _MANY.fullmatch(clause) if clause[0] in _COUNTED else None
    many = many or (_VIEW.fullmatch(clause) if "有" in clause[:2] else None)
    if many is not None and not _VERBAL.search(many["who"]):
        first, last = start + many.start("who"), start + many.end("who")
        return Source(many["who"], first, last, "", 0.75, "group", passage.number)
    called = _CALLED.search(clause) if "”" in clause else None
    if called is None:
        return None
    first, last = start + called.start(1), start + called.end(1)
    return Source(passage.plain[first:last], first, last, "", 0.8, "person")


def _acting(clause: str) -> str:
    """Who does something with a paper or in it: 物流公司拿出合同, 网友在文章后面; or nothing."""
    act = _ACTS.search(clause, 2)
    if act is None or not _HAN_ONLY.fullmatch(clause, 0, act.start()):
        return ""
    who = clause[: act.start()]
    return who if _ENDS_SOURCE.search(who, max(0, len(who) - 6)) else ""


def relative(text: str) -> int:
    """Length of what makes somebody named the owner of who speaks: 的一名同事; or 0."""
    found = _RELATIVE.match(text)
    return found.end() if found else 0


def _common_noun(clause: str) -> tuple[int, int] | None:
    """Where a clause names its subject by what they are, code points into it."""
    bare = _BARE_HEAD.match(clause)
    if bare is not None:
        return bare.span()
    found = _THERE_IS.match(clause)
    if found is not None:
        begins = found.start("one") if found["one"] else found.start("who")
        return begins, found.end("who")
    owned = _OWNED_ONE.match(clause)
    return owned.span("who") if owned is not None else None


def _relative_clause(name: str) -> int:
    """Length of what tells in which way unnamed people are there: 围观的居民们; or 0."""
    found = _ATTENDING.match(name)
    return found.end() if found else 0


_ATTENDING = re.compile(
    "(?:正?在(?:场|座|一旁|现场|附近)|围观|路过|经过|随行|同行|陪同|前来|赶来|闻讯|正在|参与|参加|出席|与会|负责|办理|审理|承办|主办|处理|接诊|排队|等候|等待|候车|就诊|就医|居住|住在|来自|受访|受邀|应邀|获救|被困"
    "|经营|购买|使用|熟悉|了解|关心|接受采访)[^，。；：一某]{0,12}?的(?=[^的]{2,8}$)"
)
_PRESS = ("报》", "周刊》", "杂志》", "新闻》", "通讯》", "月刊》", "画报》")


_SHORT_FOR = re.compile("（(?:以下|下)?简称(?:为|：)?(?P<name>《[^《》）]{2,20}》)）")
"""What a text goes on to call a paper by: （以下简称《办法》）."""


def _of_paper(
    passage: Passage, clause: str, start: int, paper: re.Match[str]
) -> Source | None:
    issued = _ISSUED.match(clause) or _OF_BODY.match(clause)
    if issued is not None and not _GENERIC_BODY.fullmatch(issued["body"]):
        body = DEMONSTRATIVES.sub("", issued["body"])
        if len(body) >= 2:
            at = start + issued.end("body") - len(body)
            return Source(body, at, at + len(body), "", 0.85, "body")
    name = clause[: paper.end()]
    shown = DEMONSTRATIVES.match(name)
    cut = shown.end() if shown else 0
    name = name[cut:]
    title = _TITLE.search(name)
    if title is not None and title.group().endswith(_PRESS):
        at = start + paper.end() - len(title.group()) + 1
        press = title.group()[1:-1]
        return Source(press, at, at + len(press), "", 0.85, "body")
    if title is not None:
        short = _SHORT_FOR.match(passage.plain, start + paper.end())
        if short is not None:
            return Source(short["name"], *short.span("name"), "", 0.8, "paper")
        at = start + paper.end() - len(title.group())
        return Source(title.group(), at, start + paper.end(), "", 0.8, "paper")
    if not 2 <= len(name) <= 24 or not is_phrase(name):
        return None
    return Source(name, start + cut, start + paper.end(), "", 0.7, "paper")


def is_phrase(name: str) -> bool:
    """Whether a run of characters is one phrase and no clause with a verb."""
    return not _VERBAL.search(name) and _PHRASE.fullmatch(name) is not None
