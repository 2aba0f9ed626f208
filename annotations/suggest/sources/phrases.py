"""Phrases: unnamed people, bodies and written sources that a clause begins with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.cues import alternation, sifted
from annotations.suggest.names.nations import nations, region
from annotations.suggest.names.nounphrases import (
    AFTER_NAME,
    DEMONSTRATIVES,
    NOT_SUBJECT,
    VERBAL,
    is_phrase,
)
from annotations.suggest.names.words import (
    BODIES,
    BODY,
    BODY_GUARDS,
    COLLECTIVE,
    COLLECTIVES,
    GROUP_GUARDS,
    HAN,
    OWN_VOICE,
    SURNAME,
    THEIRS,
)
from annotations.suggest.patterns import late
from annotations.suggest.sources.articles import author
from annotations.suggest.sources.clauses import trimmed
from annotations.suggest.sources.issuers import press_of
from annotations.suggest.sources.latin import cited_in_latin, in_latin
from annotations.suggest.sources.quoted import called_in_marks
from annotations.suggest.sources.source import Source, place
from annotations.suggest.sources.views import of_view
from annotations.suggest.sources.written import (
    acting_paper,
    own_name,
    written,
    written_end,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.suggest.names.people import People
    from annotations.suggest.passages import Passage
    from annotations.suggest.sources.offices import Offices
    from annotations.suggest.sources.spoken import Spoken

_BARE_HEAD = re.compile(
    f"(?:[他她我](?:爸妈|妈妈?|爸爸?|{alternation(THEIRS)})|"
    "有人|后生|老伴|丈夫|妻子|母亲|父亲|爷爷|奶奶|儿子|女儿|外甥|侄子|孙子|孙女|徒弟|徒儿|师傅|婆婆|公公|儿媳妇|媳妇|女婿|嫂子|哥哥|弟弟|姐姐|妹妹|"
    "邻居|同事|同伴|战友|工友|老友|老板|老板娘|店主|房东|厂长|校长|村长|队长|班长|连长|司机|老师|班主任|护士长?|消防员|乘务员|列车长|服务员|店员|售货员|收银员|快递员|快递小哥|外卖员|外卖小哥|驾驶员|船员|讲解员|厨师|保洁员|护林员|辅导员|战士|老太太|老汉|老爷子|年轻人|小伙子|姑娘|孩子|乡亲们|村民们|大伙儿?|众人)"
    f"(?![们的家人、和与是，节站台队团]|[^，。：]{{0,3}}的|{SURNAME}(?:老师|师傅|医生|大夫|教授|女士|先生|小姐|阿姨|大[姐爷妈])|$)"
)
"""A person with neither name nor title, as the subject of a clause."""
_THERE_IS = late(
    f"(?:[^，。；：的]{{0,8}}有一?|(?:记得|想起)?(?P<one>一))[个位名对](?!别)(?P<who>(?:(?:{HAN}{{2,6}}的)?\\d{{1,2}}多?岁的?)?{HAN}{{0,8}}?(?:{COLLECTIVE}|后生|汉子|{HAN}(?:[人者师员家长手匠生兵民士主]|工(?![程作]))(?={AFTER_NAME}|[^\u4e00-\u9fff])))(?=[^的们、，。人者师员家长手匠工生兵民士主作任席管编]|的?$)"
)
"""Somebody who comes up for the first time: 后排有个后生, 一位老匠人."""
_OWNED_ONE = re.compile(
    "[^，。；：]{2,14}的(?P<who>老伴|妻子|丈夫|母亲|父亲|奶奶|爷爷|儿子|女儿|徒弟)(?![们的、和与])"
)
_RELATIVE = late(
    f"(?:身边|手下|家|一案)?(?:的|的?[一两几][位名个])(?P<head>{HAN}{{0,6}}?{COLLECTIVE})(?={AFTER_NAME})"
)
_PEOPLE = late(
    f"(?!对方|双方|大家)(?>{COLLECTIVE})(?:{alternation((*THEIRS, '爸爸', '妈妈', '家属'))})?(?![的和与、之家会])"
)
"""A kind of people that a clause begins with."""
_OF_FIRM = re.compile(
    "(?:公司|集团|方面|品牌|平台|中国|官方)?(?:相关|有关)?(?:负责人|发言人|工作人员|客服|相关人士)(?!的)"
)
"""Who speaks for a firm that is called like a person: 某某特相关负责人."""
_GROUP_END = re.compile(f"{sifted(COLLECTIVES, GROUP_GUARDS)}们?(?={AFTER_NAME})")
_GUARDS = BODY_GUARDS | {
    "部": "(?!门|分(?!析))(?<!局部)",
    "报": "(?![了完过告道导表价酬名销废警案考])(?<!大字报)",
    "科": "(?<![百学本文理工专前后]科)(?![技学研普幻创])",
    "处": "(?![分罚理境方])(?<![可何各四到好坏长短益用深远近高低相之此别出害妙暗同随一他难]处)",
    "会议": "(?<![持席加开]会议)",
    "署": "(?<![部签联]署)",
    "委": "(?!会|员)",
}
_BODY_END = re.compile(
    sifted(BODIES, _GUARDS, behind_first="(?<![一内大外各干].)(?<!(?<!安)全.)")
    + f"(?={AFTER_NAME})"
)
_NOTE_END = re.compile("（\ue000+）\\Z")
"""What somebody is called for short, behind their name: （以下称“…”）."""
_MANNER_END = re.compile(
    "(?:[一-鿿]([一-鿿])\\1|[一-鿿]{2})(?<![当各本外两基土工农林草场产属])地\\Z|边[^，边]{1,3}边\\Z|在[^，。；：]{1,6}中\\Z"
)
"""How somebody says something, behind who they are: 税务干部自豪地."""
_HOW_TO_WHOM = re.compile("[一-鿿]{2,4}(?<![当各本外内两])地[向对跟把给]")
"""How and to whom something is told by somebody named before."""
_ONE_REPORTER = re.compile(
    "(?:随后|接着|又|还|当场|现场)?(?:有(?=[一几多]))?(?P<who>(?:另外?|又|这|那|该|其中)?[一几多数]?[位名][^，。；：向对]{0,10}?记者(?![会站团节们协]))"
)
_WRITING = re.compile(
    f"(?:{HAN}{{2,10}}的)?(?P<who>(?!作者|笔者|文章|本文|编者|记者|后来|曾经)(?:(?!的){HAN}){{2,8}}?)(?:[则曾也又还却亦]|早年|后来|先后)*在(?:其|所著的?)?《[^《》]{{2,40}}》[^，。；：《》]{{0,5}}\\Z"
)
"""Who writes in a work that the clause names: 某某某在《…》一文中."""
_ACTS = re.compile(
    "(?:则|又|也|还|当场|随即)*(?:[在向就从于]|对(?![公私外方])|依[据照]|按照|根据|结合|综合|基于|通过|讲述|讲解|演示|展示|[拿取]出|出示|出具了|提交|递[上交]|拿来|[翻摊]开|指着|批评|质疑|支持|反对|肯定|否定|赞成|比较|利用|运用|采用|使用|考察|梳理|检验|借助|选取|跟踪|研究了|分析了)"
)
_ENDS_SOURCE = late(f"(?:{BODY}|{COLLECTIVE})\\Z")
_HAN_ONLY = re.compile(f"[A-Za-z]{{0,12}}{HAN}{{2,20}}")
_LISTED = late(
    "(?P<who>[*A-Za-z0-9一-鿿]{2,16})（[^（）]{0,20}?(?<!\\d)(?:\\d{5,6}(?!\\d)|\\d{4,5}\\.HK)[^（）]{0,20}）"
    "(?:[昨今前当近同][日天晚]|日前|此前|(?:\\d{1,2}月)?\\d{1,2}[月日]|[早晚]间|再次|[也还又则曾已晚]|在[^，。；：]{2,14}(?:[上中]|平台|网站|官网)|通过[^，。；：]{2,14}|发布|发出|披露|的|最新|公告|声明|回复函?)*\\Z"
)
"""A listed firm with its code, and when or where it tells something: 某某水电（600001.SH）昨晚发布公告."""
_MINE = re.compile("我(?![们国省市县区州校院军方])")
"""What a name has nothing of but at its beginning: 上周我跟女儿."""


class Phrases:
    """Reads a clause without a name for its subject."""

    def __init__(
        self,
        passages: Sequence[Passage],
        people: People,
        spoken: Spoken,
        offices: Offices,
        *,
        is_paper: bool,
    ) -> None:
        self._passages = passages
        self._is_paper = is_paper
        self._offices = offices
        self._people = people
        self._spoken = spoken

    def source(
        self, passage: Passage, start: int, end: int, *, is_near: bool
    ) -> Source | None:
        """An unnamed source, a body or a written one that a clause begins with."""
        start, end = trimmed(passage.masked, start, end)
        clause = passage.masked[start:end]
        told = _MANNER_END.sub("", _NOTE_END.sub("", clause))
        bare = told.rstrip("还也亦则就都曾便又却并均再续普遍一致纷同时明确 ")
        asking = _ONE_REPORTER.match(clause) if "记者" in clause else None
        if asking is not None:
            return self._reporter(passage, start + asking.start("who"), asking["who"])
        if is_near and (OWN_VOICE.search(bare) or clause.startswith(("记者", "笔者"))):
            return self._own_voice(passage, start, bare)
        if not clause or _opens_no_subject(clause):
            return None
        known = _known(passage, start, clause, told)
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
        paper = written_end(clause, bare)
        if paper:
            source = _writer(passage, start, clause) or written(
                passage, start, clause, paper
            )
            if source is not None or is_near:
                return source
        return self._head(passage, start, clause, bare, is_near=is_near)

    def somebody(self, passage: Passage, start: int, end: int) -> Source | None:
        """Somebody whom a clause begins with and nobody has named: 一位店员带着他们."""
        clause = passage.masked[start:end]
        common = _common_noun(clause)
        if common is not None and common[0] == 0:
            return self._bare_head(passage, start, clause[: common[1]])
        people = _PEOPLE.match(clause)
        return people and self._bare_head(passage, start, people.group())

    def _own_voice(self, passage: Passage, start: int, bare: str) -> Source:
        """Who a text means that speaks of its writer, or of an article it tells of."""
        cited = author(self._people, passage, start, bare)
        if cited is None and not self._is_paper:
            cited = press_of(self._passages, passage, start, bare, self._spoken)
        return cited or Source("", start, start + len(bare), "", 0.0, "self")

    def _head(
        self, passage: Passage, start: int, clause: str, bare: str, *, is_near: bool
    ) -> Source | None:
        """A phrase whose last word says what unnamed people or body speak."""
        # Nearer to the reporting word more is asked of a paper; see ``written_end``.
        first = in_latin(bare, start) if is_near else acting_paper(clause, start)
        return (
            first
            or self._of_kind(passage, start, clause, bare, is_near=is_near)
            or cited_in_latin(clause, start, is_near=is_near)
        )

    def _of_kind(
        self, passage: Passage, start: int, clause: str, bare: str, *, is_near: bool
    ) -> Source | None:
        """A phrase that ends in a kind of people or of bodies."""
        whole, kind = _kind_end(clause, bare)
        if not whole:
            return None
        name = clause[:whole]
        shown = DEMONSTRATIVES.match(name)
        cut = shown.end() if shown else 0
        is_new = cut > 0 and name[cut - 1] == "有"
        cut += _relative_clause(name[cut:], is_shown=name.startswith(_THIS_ONE))
        name = name[cut:].rpartition("授权")[2] if kind == "body" else name[cut:]
        is_known = (cut > 0 or name in _BARE_OFFICES) and not is_new
        holder = self._people.with_role(name) if name in _HIGHEST else ""
        if holder:
            return Source(holder, start, start + whole, "", 0.8, "person")
        same = self._offices.meant(passage, start, name) if is_known else None
        if same is not None:
            return same._replace(start=start, end=start + whole)
        if (
            clause[0] == "该"
            and _OF_THAT.match(name)
            and not self._offices.has_spoken(name)
        ):
            name = clause[:whole]
        certainty = 0.85 if is_near else 0.7
        if not is_phrase(name) and is_near and whole == len(bare):
            told = _TOLD_OF_ALL.search(name)
            name, certainty = (told["who"] if told else ""), 0.7
        if not 2 <= len(name) <= 30 or not is_phrase(name) or _MINE.search(name):
            return None
        name = own_name(_KIND_OF.sub("", name))
        at = passage.masked.rindex(name, start, start + whole)
        return Source(name, at, start + whole, "", certainty, kind)

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


def _writer(passage: Passage, start: int, clause: str) -> Source | None:
    """Who writes in the work that a clause names, though nothing else tells of them."""
    found = _WRITING.match(clause)
    if found is None or not is_phrase(found["who"]):
        return None
    return Source(found["who"], *place(found, start), "", 0.6, "group", passage.number)


def _kind_end(clause: str, bare: str) -> tuple[int, str]:
    """Where the phrase ends that a clause begins with, and of what kind; or 0."""
    ends = [(found.end(), "group") for found in _GROUP_END.finditer(clause)]
    ends += [(found.end(), "body") for found in _BODY_END.finditer(clause)]
    if not ends:
        return 0, ""
    if _ONE_OF.fullmatch(bare):
        return len(bare), "group"
    first, last = min(ends), max(ends)
    if last[0] != len(bare):
        last = max(one for one in ends if one[0] - first[0] <= _NEXT_WORD)
    between = clause[first[0] : last[0]]
    is_object = "的" not in between and (
        "向" in between or VERBAL.search(between) is not None
    )
    return first if is_object or _HOLDS.search(between) else last


_NEXT_WORD = 6
"""Code points from the end of one kind to the next that it is still a part of."""
_DECREES = re.compile("要求|提出|规定|明确|宣布|强调|通报|承诺|提醒")
"""What provinces and counties do in words."""
_KIND_OF = late(
    f"^{HAN}{{0,6}}?(?:智库|(?:咨询|研究|民调|评级|行业)机构|投资银行|媒体)(?={HAN}{{2,}}{BODY}$)"
)
"""What a body is, before its name: 某国智库某某研究所."""
_THIS_ONE = ("这位", "那位", "这名")
_TOLD_OF_ALL = late(f"(?:的(?:[那当]天|时候)?|）)(?P<who>{HAN}{{0,4}}?{COLLECTIVE})\\Z")
"""What people are, behind a clause on what they do: 忙着解读政策的税务干部."""
_TOLD_OF = re.compile("[^，。；：]{2,20}的(?=[^的]{2,5}$)")
"""What tells of somebody who is pointed to: 这位会说几句汉语的老人."""
_HOLDS = re.compile("\\d日|[召举][开行办]|当[天日]")
"""What a body does with another that the clause goes on to: 某某局2日召开发布会."""
_ONE_OF = re.compile(f"{HAN}{{2,16}}[一另][位名](?!叫|为){HAN}{{2,8}}")
"""One person of a body, whatever they are called: 某某局一位缉毒警."""
_BARE_OFFICES = frozenset(
    "发言人 新闻发言人 负责人 有关负责人 相关负责人 法官 裁判官 审判长 导演 编剧 主帅 主教练 院长 校长 主任 局长 所长 书记 队长 馆长 会长 总裁 董事长 总经理 主席 部长 县长 市长 镇长 船长 机长 店长 站长 团长".split()
)
"""Offices of which a text mostly has one holder."""
_HIGHEST = frozenset("总书记 总统 总理 首相 女王 国王 教皇 天皇".split())
"""Offices whose only holder in a text is meant wherever it is said without a name."""
_OF_THAT = re.compile(
    "[案会县市连营团旅排省区州镇乡村校院局厅部委处科司所馆站台社厂店队矿行馆园国]|公司|企业|学校|医院|机构|单位|中心|集团|餐厅|酒店|银行|平台|团队|项目|工厂|商场|超市|景区|小区|部门|品牌|协会|组织"
)
"""What 该 points to when it is no person: 该县一位干部."""


def _known(passage: Passage, start: int, clause: str, told: str) -> Source | None:
    """Nations, listed firms, and whoever is called by what stands in quotation marks."""
    firm = _LISTED.match(passage.plain, start, start + len(clause))
    if firm is not None:
        return Source(firm["who"], *firm.span("who"), "", 0.85, "body")
    nation = nations(clause)
    if not nation and _DECREES.match(passage.masked, start + len(clause)):
        nation = region(clause)
    if nation:
        return Source(clause[:nation], start, start + nation, "", 0.8, "body")
    return of_view(passage, start, told) or called_in_marks(passage, start, clause)


def _opens_no_subject(clause: str) -> bool:
    """Whether a clause begins with a tag, a preposition, or how somebody is told."""
    return (
        clause[0] == "【"
        or NOT_SUBJECT.match(clause) is not None
        or ("地" in clause[2:6] and _HOW_TO_WHOM.match(clause) is not None)
    )


def _acting(clause: str) -> str:
    """Who does something with a paper or in it: 物流公司拿出合同, 网友在文章后面; or nothing."""
    act = _ACTS.search(clause, 2)
    if act is None or not _HAN_ONLY.fullmatch(clause, 0, act.start()):
        return ""
    who = clause[: act.start()]
    return who if _ENDS_SOURCE.search(who, max(0, len(who) - 6)) else ""


def relative(text: str) -> int:
    """Length of what makes who speaks of somebody named: 的一名同事, 发言人; or 0."""
    found = _RELATIVE.match(text) or _OF_FIRM.match(text)
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


def _relative_clause(name: str, *, is_shown: bool) -> int:
    """Length of what tells in which way unnamed people are there: 围观的居民们; or 0."""
    found = _ATTENDING.match(name) or _CLAN.match(name)
    found = found or (_TOLD_OF.match(name) if is_shown else None)
    return found.end() if found else 0


_CLAN = re.compile(
    "[^，。；：]{2,24}的(?=[一-鿿]氏(?:兄弟|姐妹|姊妹|父子|母女|夫妇|家族)\\Z)"
)
"""What tells of those whose family has a name: 会做糕点的某氏兄弟."""
_ATTENDING = re.compile(
    "(?:正?在(?:场|座|一旁|现场|附近)|在[^，。；：的]{1,8}(?:工作|居住|生活|经商|务工|打工|就读|任教|经营)|围观|路过|经过|随行|同行|陪同|前来|赶来|闻讯|正在|参与|参加|出席|与会|负责|办理|审理|承办|主办|处理|接诊|排队|等候|等待|候车|就诊|就医|居住|住在|(?:总部)?位于|总部设[在于]|来自|受访|受邀|应邀|获救|被困"
    "|经营|从事|购买|使用|熟悉|了解|关心|接受[^，。；：]{0,16}?采访)[^，。；：一某]{0,12}?的(?:所有)?(?=[^的]{2,10}$)"
)
