"""Sources: who is the subject of a reporting word, and whom a pronoun stands for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.names.words import COLLECTIVE, LEADS, OF_MINE, PAPER
from annotations.suggest.passages import FINAL
from annotations.suggest.patterns import late, led
from annotations.suggest.sources.bare import bare_subject
from annotations.suggest.sources.offices import Offices
from annotations.suggest.sources.phrases import Phrases, relative
from annotations.suggest.sources.pronouns import OLD_ONE, PLURAL, PRONOUN, Pronouns
from annotations.suggest.sources.quoted import KINDS
from annotations.suggest.sources.source import Source, mentioned
from annotations.suggest.sources.spoken import Spoken
from annotations.suggest.sources.subjects import first_subject, is_object, joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.suggest.names.people import Mention, People
    from annotations.suggest.passages import Passage

_MARKS = led("，|；|：|。|！|？|——")
_CLAUSE_MARKS = re.compile(_MARKS)
_HEADING_MARKS = re.compile(f"{_MARKS}| (?<=[一-鿿] )(?=[一-鿿])")
"""The same in a heading, where a space does for a mark."""
_ENDS_TEXT = FINAL | frozenset("”；：）")
"""What a paragraph ends in that is no heading."""
_LEADS = (
    "故(?![事意宫乡居障土都])|然后|难怪|怪不得|总之|诚然|显然|果然|昨天|今天|当年|那时|这时|此时|而是(?=[有他她])|"
    f"{'|'.join(LEADS)}|"
    "甚至|还|也(?!许)|曾(?=有[人专学])|到(?=党的)|并|可(?=[当这那他她村群是])|更(?![多大高])|又|不久[后前]?|[这此]一?[次回]|如(?![果何今])|例如|比如|再如|又如|譬如|[正恰诚]如|正[像象]|事实上|其实|实际上|可是|只有|就连|就算是?|哪怕是?|即便是|连|"
    "因为|由于|虽然|尽管|如果|据悉|据了解|原来|一方面|另一方面|有时|至今|此前|此后|期间|截至目前|"
    "(?:\\d+|[一二两三四五六七八九十半几数]+)多?个?(?:小时|分钟|天|周|月|年)(?:多|半)?(?:之|以)?后|"
    "(?:19|20)\\d\\d年(?:[初底末春夏秋冬]|[上下]半年)?(?!\\d|代|度)|(?:(?:\\d{4}年)?\\d{1,2}月(?:\\d{1,2}日)?|\\d{1,2}日)(?:上午|下午|晚间|晚)?|"
    "接受[^，。；：]{1,30}?(?:时(?!间)|访中|会上|后)|(?:在|当(?![地局事])|谈到|谈及|说起|提到|提起|面对|采访|受访)[^，。；：]{1,30}?(?:时(?!间)|中|后|上|里|下)"
)
_LEAD = re.compile(f"(?:{_LEADS})+")
_LEAD_OF_TIME = re.compile(f"(?:{_LEADS}|[^，。；：]{{1,18}}?(?:之际|之时|之后))+")
_OF_THE_PRESS = re.compile(
    "(?:^|[本该][报刊台网社]|新华社|中新社|中新网|央视|总台|人民网|新华网|社)(?:见习|实习|特约|驻.{2,8})?(?:记者|通讯员)$"
)
"""Whoever writes the text: their name is in it, but it is not theirs to be quoted."""
_BYLINE = re.compile("(?:记者|通讯员)[ 　]\\Z")
_TO_A_REPORTER = re.compile(
    "(?:[一-鿿]{1,4}[地着])?[对向跟给和](?![此于])[^，。；：有]{0,6}(?:记者|笔者)们?"
)
"""Whom it is told, in a clause of its own: 某某赶到渡口，对记者说."""
_PREDICATE = re.compile(
    "(?:现在|如今|目前|原来|本来|曾经?|已经?|现|原|也|又|还|就){0,2}是(?!否)[^，。；：]*一[名位个]"
)
"""What somebody is, and not who it is: 现在是…的一名法官."""
_I_DO = re.compile(f"[我俺](?![们的]|{OF_MINE})[^，。；：]{{1,16}}(?<![的听据])")
"""What whoever tells the text does, up to somebody else: 我拨通了 某某的电话."""
_THIS = re.compile("这[位名](?!记者)")
"""What points to somebody who was named: 这位年近九旬的企业家."""
_THEIRS = late(f"这[位名][^，。；：的]*{COLLECTIVE}的")
"""Whose friend or colleague is meant, who has not been named: 这位书记的朋友."""
_BLOTTED = "\ue000"
"""Stands for what is in quotation marks: “…”规划."""
_CALLED = re.compile(f"[^“”]*(?:{KINDS})“(?P<name>[^“”]{{2,16}})”")
"""A body by what it is and by its name: 咨询机构“某某洞察”."""
_CLAUSES_BACK = 4
_BY_WHOM = re.compile(
    "被(?![告访采害捕])(?P<who>[^，。；：“”的被 ]{0,9}(?:人|们|[专学]家|学者|研究者|评论者|[网亲好]友|媒体|舆论|人士|[各对]方|[学业外]界|[村市居]民))\\Z"
)
"""Who holds something of somebody else: 她被很多人认为."""
_NEAR = 14
"""Code points in front of a reporting word in which that is looked for."""
_FAR = 200
"""Code points in front of a reporting word that are searched for its subject."""


_THIS_PAPER = late(
    f"(?:这|该)[一两]?[份篇项封则个][^，。；：“”]{{4,40}}的(?P<who>{PAPER})(?:还|也|又|明确|特别)*"
)
"""A paper told of by whoever has read it out: 这份由某某宣读的公报."""


def _this_paper(text: str, start: int, end: int) -> Source | None:
    """The paper that the clause ``start..end`` is about, whoever has read it out."""
    found = _THIS_PAPER.fullmatch(text, start, end)
    return found and Source(found["who"], *found.span("who"), "", 0.75, "paper")


_OF_THEIRS = re.compile("[^，。；：着了过对向]{0,16}的")


def _is_theirs(text: str, pronoun: int, person: Mention, end: int) -> bool:
    """Whether a pronoun that ends at a place only says whose coach or friend somebody is.

    As in 她远在甘肃的教练某某, up to ``end``.
    """
    last = pronoun if text.startswith("的", pronoun) else pronoun + 1
    of_theirs = _OF_THEIRS.match(text, last, person.start)
    is_last = not text[person.end : end].strip("也还则又")
    return of_theirs is not None and is_last and person.role_start < person.start


def _past_lead(text: str, start: int, end: int) -> int:
    """Where a clause begins to name somebody, behind connectives and times."""
    has_time = text.find("之", start, end) >= 0
    lead = (_LEAD_OF_TIME if has_time else _LEAD).match(text, start, end)
    first = lead.end() if lead else start
    return start if has_time and first == end else first


class Sources:
    """Finds the sources of a document's passages."""

    def __init__(
        self, passages: Sequence[Passage], people: People, *, is_paper: bool
    ) -> None:
        self._people = people
        self.spoken = Spoken()
        self.pronouns = Pronouns(passages, people, self.spoken)
        offices = Offices(passages, self.spoken)
        self._phrases = Phrases(
            passages, people, self.spoken, offices, is_paper=is_paper
        )

    def subject(self, passage: Passage, start: int, end: int) -> Source | None:
        """The source that ``start..end``, up to a reporting word, names nearest."""
        start = max(start, end - _FAR)
        by = _BY_WHOM.search(passage.masked, max(start, end - _NEAR), end)
        start = by.start("who") if by else start
        clauses: list[tuple[int, int]] = []
        at = start
        is_heading = passage.plain[-1] not in _ENDS_TEXT
        marks = _HEADING_MARKS if is_heading else _CLAUSE_MARKS
        for mark in marks.finditer(passage.masked, start, end):
            clauses.append((at, mark.start()))
            at = mark.end()
        if not clauses or _TO_A_REPORTER.fullmatch(passage.masked, at, end) is None:
            clauses.append((at, end))
        for back, (first, last) in enumerate(reversed(clauses[-_CLAUSES_BACK:])):
            found = _this_paper(passage.masked, first, last) or self._in_clause(
                passage, first, last, is_near=back == 0
            )
            if found is not None:
                name = found.name
                if _BLOTTED in name:
                    name = passage.plain[found.start : found.end]
                    called = _CALLED.fullmatch(name)
                    name = called["name"] if called else name
                return Source(
                    name,
                    found.start,
                    found.end,
                    found.role,
                    found.certainty - 0.08 * back,
                    found.kind,
                    passage.number,
                )
        at, end = clauses[-1]
        lead = _LEAD.match(passage.masked, at, end)
        first = lead.end() if lead else at
        leads = all(_LEAD.fullmatch(passage.masked, *one) for one in clauses[:-1])
        return bare_subject(passage, first, end, is_first=leads)

    def acting(self, passage: Passage, start: int, end: int) -> Source | None:
        """Whoever of no name the last clause of ``start..end`` begins with: 医生皱起眉."""
        last = passage.masked.rfind("，", start, end) + 1 or start
        return self._phrases.somebody(
            passage, _past_lead(passage.masked, last, end), end
        )

    def _in_clause(
        self, passage: Passage, start: int, end: int, *, is_near: bool
    ) -> Source | None:
        text = passage.masked
        first = _past_lead(text, start, end)
        mentions = self._people.between(passage, start, end)
        person = first_subject(text, start, mentions)
        pronoun = PRONOUN.search(text, first, end)
        if person is None and (pronoun or PLURAL.search(text, first, end)):
            someone = self._phrases.somebody(passage, first, end)
            if someone is not None:
                return someone
        acting = pronoun.start() if pronoun else end
        acting = min(acting, person.role_start) if person else acting
        if _I_DO.fullmatch(text, first, acting):
            return Source("", first, first + 1, "", 0.0, "self")
        if (
            pronoun is not None
            and (
                person is None
                or (
                    pronoun.start() < person.start
                    and not _is_theirs(text, pronoun.end(), person, end)
                )
            )
            and not is_object(text, start, pronoun.start())
            and not (
                pronoun.end() == end
                and pronoun.start() > first
                and text[end : end + 1] == "："
            )
        ):
            return self.pronouns.meant(passage, pronoun)
        if person is not None:
            return self._named(text, person, mentions, end)
        if PLURAL.search(text, first, end) is not None:
            return self.pronouns.meant_group(passage, first)
        old = OLD_ONE.search(text, first, end)
        if old is not None:
            meant = self.pronouns.introduced(passage, old) or self.pronouns.meant(
                passage, old
            )
            if meant is not None:
                return meant
        if _PREDICATE.match(text, start, end):
            return None
        found = self._phrases.source(passage, first, end, is_near=is_near)
        return self._pointed_to(passage, first, found) or found

    def _pointed_to(
        self, passage: Passage, start: int, found: Source | None
    ) -> Source | None:
        """Who is named right before, if a clause only says what they are: 这位企业家."""
        text = passage.masked
        if (
            found is None
            or found.kind != "group"
            or _THIS.match(text, start) is None
            or _THEIRS.match(text, start) is not None
            or found.name not in text[start : found.end]
        ):
            return None
        noun = re.escape(found.name[-2:])
        if re.search(f"[一另][位名个][^，。；：]{{0,14}}{noun}", text[:start]):
            return None
        person = self.pronouns.antecedent(passage, start)
        if person is None or passage.number - person.passage_number > 1:
            return None
        return person._replace(
            start=found.start,
            end=found.end,
            certainty=0.7,
            passage_number=passage.number,
        )

    def _named(
        self, text: str, person: Mention, mentions: Sequence[Mention], end: int
    ) -> Source:
        begins = max(0, person.role_start - 5)
        if _OF_THE_PRESS.search(person.role) or _BYLINE.search(
            text, begins, person.role_start
        ):
            return Source("", person.start, person.end, "", 0.0, "self")
        more = relative(text[person.end : end])
        if more:
            last = person.end + more
            return Source(
                text[person.start : last], person.start, last, "", 0.6, "group"
            )
        last = joined(text, person, mentions, end)
        if last > person.end and "（" not in text[person.end : last]:
            name = text[person.start : last]
            return Source(name, person.start, last, "", 0.85, "group")
        return mentioned(person, 0.95)
