"""Sources: who is the subject of a reporting word, and whom a pronoun stands for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from annotations.suggest.names import (
    BODY,
    COLLECTIVE,
    HAN,
    LATIN_NAME,
    NAMELESS_PAPERS,
    OWN_VOICE,
    PAPER,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.suggest.passages import Passage
    from annotations.suggest.people import Mention, People


class Source(NamedTuple):
    """Who said something, as one passage tells it; code points into its text."""

    name: str
    start: int
    end: int
    role: str
    certainty: float
    kind: str
    """``person``, ``pronoun``, ``group``, ``body``, ``paper`` or ``self``."""
    passage_number: int = 0


_CLAUSE_MARKS = re.compile("[，；：。！？]")
_OBJECT_OF = re.compile(
    "(?:对|向|给|跟|被|让|请|叫|送走|送别|告别|扶起|接过|叫住|拦住|拉住|围住|打断|埋怨|责怪|安慰|夸|骂|催|逗|追上|惊动|难住|感动|告诉|采访|采访了|看望|慰问|感谢|邀请|问|据|以|把|找到|陪|陪同|随|听|拉着|望着|看着|指着|扶着|"
    "握着|拍着|走近|见到|见了|遇到|遇见|介绍|关于|和|与|同|联系上|劝|替|为|由)$"
)
_JOINED = re.compile("(?:和|与|及|以及|、)$")
_PRONOUN = re.compile(
    "(?<![其吉排利维])(?:他|她)(?!们|人|乡|国|日|山|的|身|旁边|面前|家|媳妇|妻|老伴|老婆|丈夫|母亲|父亲|妈|爸|爷爷|奶奶|儿子|女儿)"
)
_PLURAL = re.compile("(?<![其])(?:他们|她们)(?!的)")
_OLD_ONE = re.compile(
    "(?:^|(?<=[，。；：！？”、]))(?:这位|这个|这名|那位)?(?P<who>老人家|老人|老汉|老者|老爷子|老太太|老奶奶|老师傅|小伙子|小伙|汉子|姑娘|小姑娘|女孩|男孩|对方)(?!们|的|[^，。]{0,4}是)"
)
"""A word for a person that was spoken of before."""
_BARE_HEAD = re.compile(
    "(?:[他她](?:媳妇|妻子|老伴|老婆|丈夫|母亲|父亲|妈妈?|爸爸?|爷爷|奶奶|儿子|女儿)|有人|后生|老伴|丈夫|妻子|母亲|父亲|爷爷|奶奶|儿子|女儿|外甥|侄子|孙子|孙女|徒弟|徒儿|师傅|婆婆|公公|儿媳妇|媳妇|女婿|嫂子|哥哥|弟弟|姐姐|妹妹|"
    "邻居|同事|同伴|战友|工友|老友|老板|老板娘|店主|房东|厂长|校长|村长|队长|班长|连长|司机|老师|班主任|老太太|老汉|老爷子|年轻人|小伙子|姑娘|孩子|乡亲们|村民们|大伙儿?|众人)"
    "(?![们的家人们、和与是，]|[^，。：]{0,3}的|$)"
)
"""A person with neither name nor title, as the subject of a clause."""
_THERE_IS = re.compile(
    f"(?:[^，。；：的]{{0,8}}有一?|(?:记得|想起)?(?P<one>一))[个位名](?P<who>{HAN}{{0,8}}?(?:{COLLECTIVE}|后生|汉子|{HAN}[人者师员家长手匠工生兵民士主]))(?=[^的们、，。人者师员家长手匠工生兵民士主作任席管编]|的?$)"
)
"""Somebody who comes up for the first time: 后排有个后生, 一位老匠人."""
_OWNED_ONE = re.compile(
    "[^，。；：]{2,14}的(?P<who>老伴|妻子|丈夫|母亲|父亲|奶奶|爷爷|儿子|女儿|徒弟)(?![们的、和与])"
)
_ONE_OF_THEM = re.compile("[位名个][^，。；：]{0,10}\\Z")
_LEAD = re.compile(
    "(?:对此|就此|为此|此外|另外|同时|随后|不过|但是|但|然而|而|因此|其中|目前|日前|近日|昨日|昨天|今天|当年|那时|这时|此时|当天|当日|最后|首先|其次|接着|后来|于是|所以|"
    "如今|另据|谈及此事|说到这里|会上|会后|随即|最终|当时|采访中|甚至|还|也|并|更|又|如|例如|比如|正如|事实上|其实|实际上|可是|只见|只有|连|"
    "因为|由于|虽然|尽管|如果|据悉|据了解|原来|一方面|另一方面|有时|至今|此前|此后|期间|截至目前|"
    "(?:\\d{4}年)?\\d{1,2}月(?:\\d{1,2}日)?(?:上午|下午|晚间|晚)?|[^，。；：]{1,18}?(?:之际|之时|之后)|"
    "(?:在|当|接受|谈到|谈及|说起|提到|提起|面对|采访|受访)[^，。；：]{1,30}?(?:时|中|后|上|里|下))+"
)
_AFTER_NAME = (
    "(?:$|[等回答就介解谈说均也还则都就曾便又却并再最首随进同普一纷明当公特着反近日今昨前在对向从以表接受告此主已正要刚仍多共分别另日联先代通经早"
    "（笑]|有关|相关|[\u4e00-\u9fff]{2}$)"
)
_NP_BODY = "[\u4e00-\u9fffA-Za-z0-9·《》“”、—\\-]"
_PHRASE = re.compile(f"{_NP_BODY}+|[^，。；：]+")
_RELATIVE = re.compile(f"的(?P<head>{HAN}{{0,6}}?{COLLECTIVE})(?={_AFTER_NAME})")
_LATIN = re.compile(LATIN_NAME)
_HEAD_PAPER = re.compile(f"(?:{PAPER}|》)$")
_TITLE = re.compile("《[^《》]{2,40}》$")
_GROUP_END = re.compile(f"{COLLECTIVE}(?={_AFTER_NAME})")
_BODY_END = re.compile(f"(?<![一全内局大外各干])(?:{BODY})(?={_AFTER_NAME})")
_PAPER_END = re.compile(f"(?:{PAPER}|》)(?={_AFTER_NAME})")
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
_DEMONSTRATIVES = re.compile(
    "^(?:[^，]{1,8}的(?=一[位名])|[^，]{1,6}(?=有人)|[他她][^，]{1,4}的(?=.*)|[^，]{0,4}有(?=学者|专家|网友|评论|研究者|媒体)|其|该|这位|那位|这名|这家|那家|上述|有的|有(?!人|关|限)|这份|该份|这一|这项|该项|这|有的|一些(?=业内))(?=..)"
)
_NOT_SUBJECT = re.compile(
    "^(?:据|按|按照|根据|依据|关于|对于|通过|经|由|为|把|被|让|使|给|结合|随着|经过|走进|来到|看到|听到|在|从(?!业)|当(?!地|局|事)|除了|只要)"
)
_CITING = re.compile("(?:援引|引述|引用|转引|转述)")
_PRONOUNS = frozenset("他她")
_SCENE = 2
"""Passages back in which a pronoun's person may have been named."""
_CLAUSES_BACK = 4
_FAR = 200
"""Code points in front of a reporting word that are searched for its subject."""


class Sources:
    """Finds sources in passages and remembers whom the text speaks of."""

    def __init__(self, passages: Sequence[Passage], people: People) -> None:
        self._passages = passages
        self._people = people
        self._genders: dict[str, str] = {}
        """Whom 他 or 她 has stood for."""
        self._said: list[tuple[int, int, Source]] = []

    def remember(self, passage: Passage, at: int, source: Source) -> None:
        """Note who speaks from a place on; later pronouns are likely theirs."""
        self._said.append((passage.number, at, source))

    def latest(self, passage: Passage, at: int, reach: int = 0) -> Source | None:
        """Who spoke last before a place, at most ``reach`` passages back."""
        best: tuple[int, int, Source] | None = None
        for number, place, source in self._said[-12:]:
            is_before = (number, place) < (passage.number, at)
            if (
                is_before
                and passage.number - number <= reach
                and (best is None or (number, place) >= best[:2])
            ):
                best = (number, place, source)
        return None if best is None else best[2]

    def has_spoken(self, passage: Passage, start: int, end: int) -> bool:
        """Whether somebody was found to speak between two places of a passage."""
        return any(
            number == passage.number and start <= place < end
            for number, place, _ in self._said[-12:]
        )

    def subject(self, passage: Passage, start: int, end: int) -> Source | None:
        """The source that ``start..end``, up to a reporting word, names nearest."""
        start = max(start, end - _FAR)
        clauses: list[tuple[int, int]] = []
        at = start
        for mark in _CLAUSE_MARKS.finditer(passage.masked, start, end):
            clauses.append((at, mark.start()))
            at = mark.end()
        clauses.append((at, end))
        for back, (first, last) in enumerate(reversed(clauses[-_CLAUSES_BACK:])):
            found = self._in_clause(passage, first, last, is_near=back == 0)
            if found is not None:
                return Source(
                    found.name,
                    found.start,
                    found.end,
                    found.role,
                    found.certainty - 0.08 * back,
                    found.kind,
                    passage.number,
                )
        return None

    def _in_clause(
        self, passage: Passage, start: int, end: int, *, is_near: bool
    ) -> Source | None:
        text = passage.masked
        lead = _LEAD.match(text, start, end)
        first = lead.end() if lead else start
        mentions = self._people.between(passage, start, end)
        person = _first_subject(text, start, mentions)
        pronoun = _PRONOUN.search(text, first, end)
        if (
            pronoun is not None
            and (person is None or pronoun.start() < person.start)
            and not _is_object(text, start, pronoun.start())
            and not (
                pronoun.end() == end
                and pronoun.start() > first
                and text[end : end + 1] == "："
            )
        ):
            return self._meant(passage, pronoun)
        if person is not None:
            return self._named(text, person, end)
        if _PLURAL.search(text, first, end) is not None:
            return self._meant_group(passage, first)
        old = _OLD_ONE.search(text, first, end)
        if old is not None:
            meant = self._introduced(passage, old) or self._meant(passage, old)
            if meant is not None:
                return meant
        return self._phrase(passage, first, end, is_near=is_near)

    def _named(self, text: str, person: Mention, end: int) -> Source:
        after = text[person.end : end]
        relative = _RELATIVE.match(after)
        if relative is not None:
            return Source(
                text[person.start : person.end + relative.end()],
                person.start, person.end + relative.end(), "", 0.6, "group",
            )  # fmt: skip
        return Source(
            person.name, person.start, person.end, person.role, 0.95, "person"
        )

    def _meant(self, passage: Passage, pronoun: re.Match[str]) -> Source | None:
        """Whom a pronoun stands for: the last person it can stand for."""
        person = self.antecedent(passage, pronoun.start())
        word = pronoun.group()
        if person is not None and self._genders.get(person.name, word) != word:
            others = (
                one
                for number, _, one in reversed(self._said[-12:])
                if passage.number - number <= _SCENE
                and one.kind in ("person", "pronoun")
                and self._genders.get(one.name, word) == word
            )
            person = (
                next(others, None) or self._other_mention(passage, pronoun) or person
            )
        if person is None:
            return None
        if word in _PRONOUNS:
            self._genders.setdefault(person.name, word)
        return person._replace(start=pronoun.start(), end=pronoun.end(), kind="pronoun")

    def _other_mention(self, passage: Passage, pronoun: re.Match[str]) -> Source | None:
        """The last person named whom the pronoun does not exclude."""
        word = pronoun.group()
        for back in range(min(_SCENE, passage.number) + 1):
            one = self._passages[passage.number - back]
            limit = pronoun.start() if back == 0 else len(one.plain)
            for mention in reversed(self._people.between(one, 0, limit)):
                if self._genders.get(mention.name, word) == word:
                    start, end = pronoun.span()
                    return Source(
                        mention.name,
                        start,
                        end,
                        mention.role,
                        0.7,
                        "person",
                        passage.number,
                    )
        return None

    def _bare_head(self, passage: Passage, start: int, noun: str) -> Source:
        """Whoever is called by a kin term or a trade alone: 老伴, 徒弟, 有人."""
        name = self._people.with_role(noun)
        end = start + len(noun)
        if name:
            return Source(name, start, end, "", 0.8, "person", passage.number)
        return Source(noun, start, end, "", 0.75, "group", passage.number)

    def _introduced(self, passage: Passage, noun: re.Match[str]) -> Source | None:
        """Whom 老太太 means if 一位…老太太 has come up since anybody was named."""
        who = noun["who"]
        text = passage.masked
        at = text.rfind(who, 0, noun.start("who"))
        if at < 0 and who.endswith(("奶奶", "爷爷")):
            at = text.rfind("的" + who[-2:], 0, noun.start("who"))
            is_new = at >= 0
        else:
            is_new = _ONE_OF_THEM.search(text, max(0, at - 14), max(at, 0)) is not None
        if at < 0 or not is_new:
            return None
        mentions = self._people.between(passage, at, noun.start())
        if mentions:
            return None
        start, end = noun.span("who")
        return Source(who, start, end, "", 0.75, "group", passage.number)

    def _meant_group(self, passage: Passage, at: int) -> Source | None:
        latest = self.latest(passage, at, reach=1)
        if latest is not None and latest.kind == "group":
            return latest._replace(certainty=0.6, start=at, end=at + 2)
        return None

    def _same(self, passage: Passage, at: int, head: str) -> Source | None:
        """Whom 该负责人 means: who spoke last, if that is what they are called."""
        latest = self.latest(passage, at, reach=2)
        if latest is None:
            return None
        is_same = latest.name.endswith(head) or latest.role.endswith(head)
        return latest if is_same else None

    def antecedent(self, passage: Passage, at: int) -> Source | None:
        """The person spoken of last before a place, in this passage or the two before."""
        number = passage.number
        for back in range(3):
            if number - back < 0:
                break
            one = self._passages[number - back]
            limit = at if back == 0 else len(one.plain)
            found = self._last_person(one, limit)
            if found is not None:
                return found._replace(
                    certainty=0.85 - 0.1 * back, passage_number=number
                )
        return None

    def _last_person(self, passage: Passage, limit: int) -> Source | None:
        spoken = next(
            (
                (place, source)
                for number, place, source in reversed(self._said[-12:])
                if number == passage.number
                and place < limit
                and source.kind in ("person", "pronoun")
            ),
            None,
        )
        mentions = [one for one in self._people.mentions(passage) if one.end <= limit]
        if not mentions:
            if spoken:
                return spoken[1]
            return next(
                (
                    source
                    for number, place, source in reversed(self._said[-12:])
                    if number == passage.number
                    and place < limit
                    and source.kind == "group"
                ),
                None,
            )
        start, _ = passage.sentence_at(mentions[-1].start)
        in_sentence = [one for one in mentions if one.start >= start]
        person = _first_subject(passage.masked, start, in_sentence) or in_sentence[0]
        if spoken and spoken[0] > mentions[-1].start:
            return spoken[1]
        if (
            spoken
            and spoken[0] >= start
            and spoken[1].name in {one.name for one in in_sentence}
        ):
            return spoken[1]
        return Source(
            person.name, person.start, person.end, person.role, 0.85, "person"
        )

    def _phrase(
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
        if is_near and (OWN_VOICE.search(bare) or clause.startswith(("记者", "笔者"))):
            return Source("", start, end, "", 0.0, "self")
        if not clause or _NOT_SUBJECT.match(clause):
            return None
        common = _common_noun(clause)
        if common is not None:
            return self._bare_head(passage, start + common[0], clause[slice(*common)])
        paper = _PAPER_END.search(clause)
        if paper is not None:
            return _of_paper(clause, start, paper)
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
            shown = _DEMONSTRATIVES.match(name)
            cut = shown.end() if shown else 0
            name = name[cut:]
            same = self._same(passage, start, name) if cut else None
            if same is not None:
                return same._replace(start=start, end=start + whole)
            if 2 <= len(name) <= 30 and _is_phrase(name):
                certainty = 0.85 if is_near else 0.7
                return Source(name, start + cut, start + whole, "", certainty, kind)
        if is_near and _LATIN.fullmatch(bare.strip()):
            return Source(bare.strip(), start, start + len(bare), "", 0.8, "person")
        return None


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


def _is_object(text: str, start: int, at: int) -> bool:
    """Whether what begins at a place is the object of the word before it."""
    return _OBJECT_OF.search(text, max(start, at - 4), at) is not None


def _of_paper(clause: str, start: int, paper: re.Match[str]) -> Source | None:
    issued = _ISSUED.match(clause) or _OF_BODY.match(clause)
    if issued is not None and not _GENERIC_BODY.fullmatch(issued["body"]):
        body = _DEMONSTRATIVES.sub("", issued["body"])
        if len(body) >= 2:
            at = start + issued.end("body") - len(body)
            return Source(body, at, at + len(body), "", 0.85, "body")
    name = clause[: paper.end()]
    shown = _DEMONSTRATIVES.match(name)
    cut = shown.end() if shown else 0
    name = name[cut:]
    head = _HEAD_PAPER.search(name)
    is_nameless = head is not None and head.group() in NAMELESS_PAPERS
    title = _TITLE.search(name)
    if title is not None:
        at = start + paper.end() - len(title.group())
        return Source(title.group(), at, start + paper.end(), "", 0.8, "paper")
    if not 2 <= len(name) <= 24 or not _is_phrase(name):
        return None
    return Source(
        "" if is_nameless else name, start + cut, start + paper.end(), "", 0.7, "paper"
    )


def _is_phrase(name: str) -> bool:
    """Whether a run of characters is one phrase and no clause with a verb."""
    return not _VERBAL.search(name) and _PHRASE.fullmatch(name) is not None


_VERBAL = re.compile(
    "[了着过吗呢吧把被让由]|还是|才是|也是|正在|已经|可以|应该|必须|能够|不是|不能|[^不]仅|(?<![首成古])都|就是|(?<![与参协委员大])会[^议员场长计]|走进|来到|\ue000{8}"
)


_STANDS_FOR = re.compile("(?:（[^）]*）)?(?:等人?)?为(?:代表|首)")


def _first_subject(
    text: str, start: int, mentions: Sequence[Mention]
) -> Mention | None:
    """The first person of a clause who is no object and no owner of something."""
    owner: Mention | None = None
    for one in mentions:
        before = text[start : one.role_start]
        if _JOINED.search(before) and mentions[0] is not one:
            continue
        if _OBJECT_OF.search(before) and not (
            before.endswith("以") and _STANDS_FOR.match(text, one.end)
        ):
            continue
        if text[one.end : one.end + 1] == "的" and one is not mentions[-1]:
            owner = owner or one
            continue
        return one
    return owner
