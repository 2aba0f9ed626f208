"""People: who is named in a document, under which names, with which titles.

Names are collected over the whole document first, because a news text gives the full
name with its title once and is short about it afterwards.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from annotations.suggest.cues import sifted
from annotations.suggest.names.alone import BEGINNING_ALONE
from annotations.suggest.names.common import is_common
from annotations.suggest.names.finding import NameFinder
from annotations.suggest.names.foreign import noted
from annotations.suggest.names.framed import IN_FRAMES
from annotations.suggest.names.nations import nation_spans
from annotations.suggest.names.nicknames import (
    NICKNAMED,
    acts_alone,
    aliases,
    kin_names,
    nicknames,
    short_form,
)
from annotations.suggest.names.reading import is_married, places
from annotations.suggest.names.roles import role_before
from annotations.suggest.names.titles import AFTER_NAMES, POLITE
from annotations.suggest.names.words import (
    AMBIGUOUS,
    HAN,
    INITIAL,
    JAPANESE,
    SURNAME,
    TITLE,
    TRANSLITERATION,
    WORDS,
)
from annotations.suggest.patterns import holders
from annotations.text.dictionary import word_class
from annotations.text.punctuation import POINTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from annotations.suggest.lexicon import Lexicon
    from annotations.suggest.passages import Passage

_FORMS = (
    "某某 某甲 某乙 某 先生 女士 小姐 老师 师傅 大爷 大妈 大娘 大叔 大哥 大姐 奶奶 爷爷 阿姨 阿婆 婆婆 老汉 老太 老伯 伯 嫂 婶 姐 哥 教授 主任 "
    "书记 院长 校长 局长 所长 队长 经理 医生 律师 法官 警官 博士 导演 部长 厂长 站长 镇长 县长 市长"
).split()
_FORM = re.compile(sifted((*_FORMS, *AFTER_NAMES), {"主任": "(?<!班主任)"}))
_PUPILS = ("同学", "校友")
_PUPIL = re.compile("[生学员友]\\Z")
"""What is called 同学: no 院长 of the same family."""
_WITH_FORM = re.compile(
    f"(?:(?<!{HAN})|(?<=[市县区镇村州省队游警理监授士医如像的对向跟和给叫被让是有由民客者员主友生年位人表长师家手匠工兵贩户官计犯东机商]))(?P<surname>{SURNAME}|云)\\Z"
)
_YOUNG = re.compile(
    f"[老小阿](?:(?<!{HAN}.)|(?<=[队游的对向跟和给叫在据由让听问请生民客者员主友年位人表长师家手匠工计].))(?P<after>{SURNAME})(?!{HAN}?[的时家])"
    f"(?=[^\u4e00-\u9fff]|[说道问答喊笑来在把对向也还就是正一，告拿表回忆介感坦指认接抱端摇点看想连有又不很嘴脸眼手头心双跟喝吃抽站坐叹急忙发戴])"
)
_KEPT_FORMS = frozenset(("某某 某甲 某乙 某 先生 女士 小姐").split())
_ELDERS = frozenset(
    "大爷 大妈 大娘 大叔 奶奶 爷爷 阿姨 阿婆 婆婆 老汉 老太 老伯".split()
)
"""Whoever is called so before anybody's full name may be a parent of theirs."""
_KIN = frozenset(
    "儿子 女儿 长子 次子 妻子 丈夫 兄弟 哥哥 弟弟 姐姐 妹妹 父亲 母亲 孙子 侄子".split()
)
"""Who has the same family name as somebody else whom the text is about."""
_COMES_FROM = "(?:来自|家住|住在)[^，。；：]{1,14}的?"
"""Where somebody is from who comes up for the first time: 来自某地的某女士."""
_OFTEN = 3
"""Times that a name stands for once that it seems to be longer by a character."""
_GOES_ON = frozenset("才被亦都又就则却还在对向和与说提见")
"""What stands behind a name and ends none: 伊森被."""
_FULL_NAMES = (2, 3, 4)
"""Code points of full names that go on without the given name."""
_FAR = 200
"""Passages above in which the full name of an elder is looked for."""
_OF_BODY = re.compile(
    "委员会|中心|办公室|研究院|研究所|联合会|基金会|总公司|有限公司|集团|证券(?!犯|账)|期货(?!账)|银行(?![卡账存])|基金(?!会)|[一-鿿](?<![是在任为的于把向到去办创])[一-鿿]{0,9}(?:有限|股份)(?:责任)?公司"
)
"""What makes a piece of a body's name of what begins like somebody's: 仲裁委员会."""
_FOREIGN = re.compile(f"[{TRANSLITERATION}]{{3,}}")
_OF_PLACE = re.compile(
    f"[{TRANSLITERATION}]{{0,2}}?(?:(?:村|镇|市|州|省|县)(?![长民委里中府])|地区|地带|大道|广场|机场|体育场|岛|湖|港|河(?:畔|岸|谷|口|流|沿|上|边|以)|山(?:脉|区|顶|脚|上|以))|{HAN}{{0,3}}(?:学校|大学|学院|医院|中学|小学)"
)
"""What makes a place or a school of what is called like a foreigner: 某某诺村."""
_CREDITED = re.compile(" *摄(?![像影制])")
"""What stands behind whoever has taken a picture."""
_AMONG_PLACES = re.compile(
    f"(?:、{HAN}{{2,4}}?){{0,3}}等[^，。；：、从在对就以把被由向为]{{0,4}}?(?:自然村|行政村|村|乡|镇|街道|社区|县|市(?![场民值政])|区(?![别域分])|省|州|地(?![方位产质理址带]))"
)
"""What makes a place of what stands in a row of places: 某坪、某庄等村."""
_POINT = re.compile(f"[{POINTS}](?:{INITIAL}[.．] ?)?")
_FULL = re.compile(f"{HAN}{HAN}?[^某氏]")
"""A full name that 某先生 may stand for: 某某 is as short itself."""
_COMPANY = re.compile(
    f"(?P<who>{HAN}{{2,12}}?)(?:与|、|和(?!国)|[便就又则]?[把请让派])(?=.{{2}})"
)
"""Somebody named before the title of somebody else."""
_COMPANIONS = frozenset("与、和把请让派")
_NOT_ALONE = ("先生", "女士", "谈话", "内阁", "政权", "政府")
"""What a Japanese family name stands with without being what its owner is called."""
_ALL_OVER = 5
"""Times that a text names somebody whom it is about, 某先生 for short."""
_NOT_RANKED = frozenset("康时费麦米白雪路车童苗牛龙马池官麻花和鲁夏店吃区边项符")
"""Family names that make a word with 老 or 小: 小麦, 小雪."""
_INTRODUCED = re.compile(
    f"(?P<role>{HAN}{{1,10}})，(?:姓{HAN}，)?(?:名叫|大名|名字叫)(?P<name>{SURNAME}{HAN}{{1,2}})(?=[，。；])"
)


class Mention(NamedTuple):
    """A person named in one passage; code points into its text."""

    start: int
    end: int
    name: str
    """The shortest full name the document has for them."""
    role: str
    role_start: int
    """Where title and organisation begin, ``start`` if there are none."""


class People:
    """All people of a document.

    Args:
        passages: the document's passages in order.
        lexicon: names and cues of the user's.
        cited: whom a paper names for what they have written.
    """

    def __init__(
        self,
        passages: Sequence[Passage],
        lexicon: Lexicon,
        cited: Iterable[str] = (),
    ) -> None:
        self._passages = passages
        whole = "\n".join(one.plain for one in passages)
        self._names = NameFinder(whole, lexicon)
        self._stop = frozenset(lexicon.stop_terms)
        self.roles: dict[str, str] = {}
        self._pointed: set[str] = set()
        self._parts: dict[str, str] = {}
        self._mentions: dict[int, list[Mention]] = {}
        self._addresses: dict[int, list[tuple[int, int]]] = {}
        self._framed = holders(IN_FRAMES, [one.masked for one in passages])
        self._nicknamed = holders(NICKNAMED, [one.plain for one in passages])
        self._may_be_alone = holders(
            (BEGINNING_ALONE,), [one.masked for one in passages]
        )
        for name in lexicon.names:
            self.roles.setdefault(name, "")
        for name in cited:
            if not is_common(name, whole, holds_office=False):
                self._add(name, "")
        for passage in passages:
            self._collect(passage)
        for name in [*filter(self._is_overlong, self.roles)]:
            del self.roles[name]
        self._known = self._surfaces()
        self._by_family = self._families()

    def mentions(self, passage: Passage) -> list[Mention]:
        """People named in a passage outside its quotations, from left to right."""
        found = self._mentions.get(passage.number)
        if found is None:
            found = sorted(self._find(passage), key=lambda one: (one.start, -one.end))
            self._mentions[passage.number] = found = _apart(passage.masked, found)
        return found

    def between(self, passage: Passage, start: int, end: int) -> list[Mention]:
        """Mentions that lie inside ``start..end`` of a passage."""
        found = self.mentions(passage)
        if not found:
            return []
        first = bisect_left(found, start, key=lambda one: one.start)
        return [one for one in found[first:] if one.end <= end and one.start < end]

    def called(self, name: str) -> str:
        """What the document calls somebody mostly who is named in some way."""
        return self._parts.get(name, name)

    def with_role(self, noun: str) -> str:
        """The name of the only person whom the document gives a title or kin term."""
        names = [name for name, role in self.roles.items() if role.endswith(noun)]
        return names[0] if len(names) == 1 else ""

    def _collect(self, passage: Passage) -> None:
        """Take in the names that one passage introduces."""
        text = passage.masked
        self._collect_titled(passage)
        for name in self._names.beginning_clauses(text):
            self._add(name, "")
        if passage.number in self._framed:
            for name in self._names.in_frames(text):
                self._add(name, "")
        for name in noted(passage.plain) if "（" in passage.plain else ():
            self._add(name, "")
        for found in _INTRODUCED.finditer(text) if "名" in text else ():
            self._add(found["name"], found["role"])
        if passage.number in self._nicknamed:
            self._collect_called(passage)

    def _collect_called(self, passage: Passage) -> None:
        """Take in what people are called without their full names."""
        text = passage.masked
        for name, alias in aliases(passage.plain):
            if self._names.count(alias) > 1 and name[0] not in AMBIGUOUS:
                self._add(name, "")
                self._parts[alias] = name
        for name in kin_names(text):
            if self._names.count(name) > 1 and self._names.stands(acts_alone(name)):
                self._add(name, "")
        for name in nicknames(text):
            uses = self._names.count(short_form(name) or name)
            if uses > 1 and name[0] not in AMBIGUOUS and name[:2] not in WORDS:
                self._add(name, "")

    def _collect_titled(self, passage: Passage) -> None:
        text = passage.masked
        for name, at in self._names.after_titles(text):
            self._add(name, role_before(text, at)[0])
        for at, end in self._forms(passage):
            name = self._names.before_title(text, at, end)
            if name and text[at] != "某":
                self._add(name, text[at:end])

    def _forms(self, passage: Passage) -> list[tuple[int, int]]:
        """Where forms of address and titles stand in a passage."""
        found = self._addresses.get(passage.number)
        if found is None:
            found = [one.span() for one in _FORM.finditer(passage.masked)]
            self._addresses[passage.number] = found
        return found

    def _add(self, name: str, role: str) -> None:
        name = self._names.to_its_end(name).removesuffix("本人")
        if not name or name in self._stop or (not role and self._names.is_place(name)):
            return
        is_pointed = _POINT.search(name) is not None
        if is_pointed and any(one.endswith(name) for one in self._pointed):
            return
        if is_pointed:
            self._pointed.add(name)
        if role or name not in self.roles:
            self.roles[name] = self.roles.get(name) or role

    def _is_overlong(self, name: str) -> bool:
        """Whether a name has the beginning of what comes next: 刘寅见 of 刘寅见证."""
        base, last = name[:-1], name[-1]
        if base not in self.roles:
            return False
        if self._names.count(base) <= _OFTEN * self._names.count(name):
            return False
        behind = self._names.behind(name)
        return last in _GOES_ON or any(word_class(last + one[:1]) for one in behind)

    def _own_part(self, role: str) -> str:
        """A role without the person named before it: 某某与著名摄影师."""
        if _COMPANIONS.isdisjoint(role):
            return role
        company = _COMPANY.match(role)
        if company is None:
            return role
        who = company["who"]
        is_named = any(who[-length:] in self.roles for length in range(2, len(who) + 1))
        return role[company.end() :] if is_named else role

    def _surfaces(self) -> dict[str, list[str]]:
        """Everything somebody is called, by its first character."""
        for name, role in self.roles.items():
            self.roles[name] = self._own_part(role)
        families = Counter(name[0] for name in self.roles)
        for name in list(self.roles):
            for called in self._after_rank(name, families):
                self._parts[called] = name
            clan = f"{name[0]}氏"
            if families[name[0]] == 1 and self._names.count(clan) > 1:
                self._parts[clan] = name
            short = short_form(name)
            if short:
                self._parts[short] = name
            self._shorten(name)
            self._by_family_name(name)
            if is_married(name) and name[:2] in self.roles:
                self._parts[name[:2]] = name
        by_first: dict[str, list[str]] = {}
        for surface in sorted({*self.roles, *self._parts}, key=len, reverse=True):
            by_first.setdefault(surface[0], []).append(surface)
        return by_first

    def _families(self) -> dict[str, list[str]]:
        """Full names by the family names that go on for them."""
        found: dict[str, list[str]] = {}
        for name in self.roles:
            if len(name) in _FULL_NAMES and name not in self._parts:
                found.setdefault(name[0], []).append(name)
        return found

    def _of_family(self, passage: Passage, at: int, family: str) -> str:
        """Whoever of a family was named last before a place; or nothing."""
        ones = self._by_family.get(family, ())
        if len(ones) < 2:
            return "".join(ones)
        near = range(passage.number, max(-1, passage.number - _FAR), -1)
        for number in near:
            text = self._passages[number].masked
            end = at if number == passage.number else len(text)
            latest = max((text.rfind(one, 0, end), one) for one in ones)
            if latest[0] >= 0:
                return latest[1]
        return ""

    def _shorten(self, name: str) -> None:
        """Take a foreign name and its part for one: the part, if the text uses it as much.

        Mostly the last part; the first one of those who put the family name in front.
        """
        parts = _POINT.split(name)
        first, part = parts[0], parts[-1]
        if part == name or len(part) < 2:
            return
        alone = self._names.count(first) - sum(
            self._names.count(first + point) for point in POINTS
        )
        role = self.roles[name]
        if role in _KIN and self._names.count(f"{part}的{role}{name}") > 0:
            if alone > 0:
                self._parts[first] = name
            return
        whole = self._names.count(name)
        pointed = sum(self._names.count(point + part) for point in POINTS)
        if self._names.count(part) >= 2 * max(pointed, whole) and not any(
            one.endswith(part) for one in self.roles if one not in (name, part)
        ):
            self._be_short(name, part)
        else:
            self._parts[part] = name
        is_known = first in self.roles
        is_short = len(first) <= 2 and not is_known
        if alone <= 0 or (is_short and not self._names.stands(acts_alone(first))):
            return
        if any(one.startswith(first) for one in self.roles if one not in (name, first)):
            return
        if name not in self._parts and alone >= whole:
            self._be_short(name, first)
        elif not is_known:
            self._parts[first] = self._parts.get(name, name)

    def _be_short(self, name: str, part: str) -> None:
        self._parts[name] = part
        self.roles[part] = self.roles[name]

    def _by_family_name(self, name: str) -> None:
        """Take a Japanese name and its family name for one: the latter, if it is more frequent."""
        short = name[:2]
        if len(name) < 4 or short not in JAPANESE:
            return
        if sum(one.startswith(short) for one in self.roles if one != short) != 1:
            return
        politely = sum(self._names.count(short + form) for form in _NOT_ALONE)
        if self._names.count(short) - politely > 2 * self._names.count(name):
            self._parts[name] = short
            self.roles[short] = self.roles[name]
        else:
            self._parts[short] = name

    def _named(self, text: str) -> Iterator[tuple[int, str]]:
        """Where something stands that somebody is called, in no order."""
        taken: list[tuple[int, int]] | None = None
        for at, surface in self._surfaces_in(text):
            end = at + len(surface)
            taken = nation_spans(text) if taken is None else taken
            if not _is_piece(text, surface, end) and not any(
                first <= at < last and (first < at or end <= last)
                for first, last in taken
            ):
                yield at, surface

    def _surfaces_in(self, text: str) -> Iterator[tuple[int, str]]:
        """The longest of what somebody is called at each place, in no order."""
        for first in self._known.keys() & set(text):
            for at in places(text, first):
                for surface in self._known[first]:
                    if text.startswith(surface, at):
                        yield at, surface
                        break

    def _after_rank(self, name: str, families: Mapping[str, int]) -> Iterator[str]:
        """老 and 小 with somebody's family name, if the document calls them so."""
        surname = name[0]
        if not 2 <= len(name) <= 3 or surname in AMBIGUOUS or surname in _NOT_RANKED:
            return
        if families[surname] > 1:
            return
        for rank in "老小":
            if self._names.count(rank + surname) > 1:
                yield rank + surname

    def _find(self, passage: Passage) -> Iterator[Mention]:
        text = passage.masked
        for at, surface in self._named(text):
            name = self._parts.get(surface, surface)
            whole, _ = role_before(text, at)
            role = self._own_part(whole)
            begins = at - len(role)
            role = role or self.roles.get(name, "")
            yield Mention(at, at + len(surface), name, role, begins)
        for start, end, called in self._called_by(passage):
            if called not in self._stop:
                role, begins = role_before(text, start)
                role = role or self.roles.get(called, "")
                yield Mention(start, end, called, role, begins)

    def _called_by(self, passage: Passage) -> Iterator[tuple[int, int, str]]:
        """王教授 and 老王 where they stand, each with the name behind it."""
        text = passage.masked
        for at, end in self._forms(passage):
            named = _WITH_FORM.search(text, max(0, at - 3), at)
            if named is not None:
                start = named.start()
                is_example = start > 0 and text[start - 1] in "如像"
                if is_example and text[at:end] not in _KEPT_FORMS:
                    continue
                called = self._called(named["surname"], text[at:end], text[start:end])
                if text[at:end] in _ELDERS and not self._is_named_by(passage, called):
                    called = text[start:end]
                yield start, end, called
        if passage.number in self._may_be_alone:
            for start, end, family in self._names.speaking_alone(text):
                if name := self._of_family(passage, start, family):
                    yield start, end, name
        for found in _YOUNG.finditer(text):
            start, end = found.span()
            if found["after"] in _NOT_RANKED:
                continue
            yield start, end, self._called(found["after"], "", found.group())

    def _is_named_by(self, passage: Passage, name: str) -> bool:
        """Whether somebody's full name stands in a passage or not far above it."""
        near = self._passages[max(0, passage.number - _FAR) : passage.number + 1]
        return any(name in one.plain for one in near)

    def _politely(self, surname: str, form: str) -> str:
        """The full name behind 王先生, if the text also has it with 先生, or all over.

        Japanese family names are many, so that one is enough.
        """
        ones = [
            name
            for name in self.roles
            if name.startswith(surname)
            and name != surname
            and (surname in JAPANESE or _FULL.fullmatch(name))
        ]
        if len(ones) != 1 or form not in ("先生", "女士"):
            return ""
        if self._names.stands(re.compile(f"{_COMES_FROM}{surname}{form}")):
            return ""
        (name,) = ones
        is_same = surname in JAPANESE or self._names.count(name + form) > 0
        return name if is_same or self._names.count(name) >= _ALL_OVER else ""

    def _called(self, surname: str, form: str, shown: str) -> str:
        """The full name behind 王教授 or 老王, if only one can be meant."""
        if form in _KEPT_FORMS:
            return self._politely(surname, form) or shown
        ones = [
            name
            for name in self.roles
            if name.startswith(surname) and 2 <= len(name) <= 4
        ]
        if form in _PUPILS:
            ones = [name for name in ones if _PUPIL.search(self.roles[name] or form)]
        if len(ones) > 1 and len(form) > 1:
            ones = [name for name in ones if form in self.roles[name]] or ones
        return ones[0] if len(ones) == 1 else shown


def _is_piece(text: str, name: str, end: int) -> bool:
    """Whether a name that ends at a place is a piece of somebody else's, a body's, a place's or a credit."""
    return (
        text.startswith(tuple(POINTS), end)
        or _CREDITED.match(text, end) is not None
        or _OF_BODY.match(text, end) is not None
        or _AMONG_PLACES.match(text, end) is not None
        or (
            _FOREIGN.fullmatch(name) is not None
            and _OF_PLACE.match(text, end) is not None
        )
    )


def _apart(text: str, found: list[Mention]) -> list[Mention]:
    """Mentions without those inside another, or inside another's title: 李某的学生."""
    kept: list[Mention] = []
    for mention in found:
        one = mention
        if kept and one.start < kept[-1].end:
            continue
        while kept and one.role_start <= kept[-1].start:
            # A name with such a form ends no title: 游客某女士头戴警官某某的帽子.
            if kept[-1].name.endswith(POLITE) and text[kept[-1].end] != "的":
                break
            between = text[kept[-1].end : one.start]
            if _NO_TITLE.search(between) and not _OFFICES_OF.fullmatch(between):
                break
            if kept[-1].role and (deed := _deed(between)):
                begins = kept[-1].end + deed
                one = one._replace(role=text[begins : one.start], role_start=begins)
                break
            kept.pop()
        kept.append(one)
    return kept


def _deed(between: str) -> int:
    """Length of what somebody with a title does to the next one: 握着 in 握着护士长; or 0.

    Not of what makes one the other's: 任命的部长.
    """
    if "的" in between:
        return 0
    found = _DOES.match(between)
    if found is not None:
        return found.end()
    return 2 if word_class(between[:2]) == "v" else 0


_DOES = re.compile(
    "(?:则|也|又|还|曾|便|就|正|多次|一再|再次|随即|连忙|赶紧|紧紧)*(?:[一-鿿]{1,2}[着了过住起出到给下]|拍拍|是)|(?:则|也|又|还|曾|便|就|正|多次|一再|再次|随即|连忙|赶紧|紧紧)+[一-鿿]{2}"
)
"""What somebody does to whom comes next: 握着, 换下, 多次劝导."""
_NO_TITLE = re.compile("[、（和与及同跟会见访问对说告请让邀约陪随向给把为将]")
"""What parts two people named one after the other, so that none is in the other's title."""
_OFFICES_OF = re.compile(f"(?:{HAN}{{0,6}}{TITLE}、){{1,2}}{HAN}{{0,8}}{TITLE}")
"""Offices that somebody holds in a firm called like a person: 某某副总裁、高级分析师."""
