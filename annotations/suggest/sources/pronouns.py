"""Pronouns: whom 他, 她 or 老人家 stands for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.cues import FORMAL, MOVED, alternation
from annotations.suggest.names.nounphrases import AFTER_NAME
from annotations.suggest.names.words import COLLECTIVE, HAN, THEIRS
from annotations.suggest.patterns import late
from annotations.suggest.sources.source import Source, mentioned
from annotations.suggest.sources.subjects import first_subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.suggest.names.people import Mention, People
    from annotations.suggest.passages import Passage
    from annotations.suggest.sources.spoken import Spoken

PRONOUN = re.compile(
    f"[他她](?<![其吉排利维].)(?!们|人|乡|国|日|山|的|身|旁边|面前|家|妻|妈|爸|{alternation(THEIRS)})"
)
PLURAL = re.compile("[他她](?<!其.)们(?!的)|它(?=(?:还|也|则|又|同时|进一步)*\\Z)")
"""Several people, or a body right before what it states."""
OLD_ONE = re.compile(
    "(?:^|(?<=[，。；：！？”、]))(?:这位|这个|这名|那位)?(?P<who>老人家|老人|老汉|老者|老爷子|老太太|老奶奶|老师傅|小伙子|小伙|汉子|姑娘|小姑娘|女孩|男孩)(?!们|的|[^，。]{0,4}是)"
)
"""A word for a person that was spoken of before."""
_FORMALLY = re.compile(
    f"(?:还|也|又|特别|同时|进一步|最后|一再|再次)*{alternation(FORMAL)}"
)
"""What one goes on to say in a report, and seldom in a story."""
_ASSERTS = re.compile(
    f"(?:还|也|又|并)*{alternation((*FORMAL, '断言', '断定', '主张'))}"
)
"""What a body states that has just stated something."""
_ONE_OF_THEM = re.compile("[位名个][^，。；：]{0,10}\\Z")
_PRONOUNS = frozenset("他她")
_NEAR = 3
"""Passages, the pronoun's own among them, in which whom it means may be named."""
_SURE = 0.85
"""How sure it must be whom a pronoun means to tell later ones by it: named in its own passage."""
_CHAIN = 12
"""Passages that may pass a pronoun on to the next."""
_SCENE = 2
"""Passages back in which a pronoun's person may have been named."""


_MANY = re.compile(
    "(?:[一-鿿](?:[农民友工生客主者员师长手户商])|孩子|老人|乡亲|同学|家长|队员|医护|专家|姑娘|小伙)们"
)
"""Several people whom the sentence before is about."""


_ASKED_ABOUT = re.compile(
    f"\\A[ 　]*(?:为什么|为何)?((?:不少|许多|很多|一些|多[位名]|几[位名]){HAN}{{1,6}}?)(?=为什么|为何|怎么|如何|是否|能否)"
)
"""Several people whom a question right before is about."""
_GROWING = late(
    f"(?:\\A|，|正?吸引)((?:越来越多|不少|许多|很多|众多|一批)的?{HAN}{{1,6}}?{COLLECTIVE})(?!的)"
)
"""Several people of whom the sentence before says what they do or are drawn to."""
_OPENS = late(
    f"[ 　]*(?:还有|就?连)?(?P<who>(?!还有|就?连)(?:(?![的一]|边){HAN}){{0,8}}?{COLLECTIVE})(?![的之和与、])(?={AFTER_NAME})"
)
"""Several people whom the sentence before begins with: 与会专家充分肯定…."""
_FELT = late(
    f"(?:让|令|使)(?P<who>{HAN}{{0,4}}?{COLLECTIVE})(?!的|之)[^，。；]{{1,24}}，\\Z"
)
"""Several people whom the clause before is about: 让海外乡亲安心，他们纷纷表示."""


_ANYBODY = re.compile(
    "人家|有人|对方|大家|大伙儿?|众人|别人|.+们|(?:多[名位]|不少|很多|许多|一些|有些|部分|几[名位]|\\d).+|.+(?:观点|说法|看法|意见|声音|调查|报告|数据)"
)
"""Whom 他 or 她 does not stand for: anybody, or several."""
_BYLINE = re.compile(
    "(?:记者|通讯员|实习生|编辑|责编|撰文|文/)[ 　：:]*(?:[一-鿿](?:[ 　]?[一-鿿]){1,3}[ 　、]+)*\\Z"
)
"""What stands before those who have written a report: 本报记者 某某某."""
_SOMEBODY = re.compile(
    f"(?:\\A|[，。；：！？”\\s])(?P<who>(?:另?一[位名个]|有[位名]|某[位名]?)(?:{HAN}{{0,12}}的)?{HAN}{{0,12}}?{COLLECTIVE})(?={AFTER_NAME})[^，。；：“”]{{2,24}}，\\Z"
)
"""One person whom the clause before a pronoun is about."""
_LENDS = re.compile(
    "的(?:帮助|支持|指导|鼓励|指点|推荐|介绍|影响|安慰|启发|劝说|邀请|建议|要求|作品|图纸|书|信|文章|电话)[^，。；：]{0,4}，"
)
"""What somebody's help or work is to whoever is meant next: 有了某某的帮助，她…."""
_MOVED = re.compile(f"[让令](?P<who>[^，。；：]{{2,40}}?)(?:{MOVED})。")
"""Whom something has moved, at the end of a sentence."""


def _behind_pronoun(text: str, at: int) -> int:
    """Where a clause goes on behind 他们 or 它 at a place."""
    return at + 1 + (text[at : at + 1] != "它")


class Pronouns:
    """Finds whom a pronoun means by who was named and who has spoken before it."""

    def __init__(
        self, passages: Sequence[Passage], people: People, spoken: Spoken
    ) -> None:
        self._passages = passages
        self._people = people
        self._spoken = spoken
        self._genders: dict[str, str] = {}
        """Whom 他 or 她 has stood for."""

    def meant(self, passage: Passage, pronoun: re.Match[str]) -> Source | None:
        """Whom a pronoun stands for: the last person it can stand for.

        Without a name if there are only such as it cannot stand for.
        """
        person = (
            self._speaking_on(passage, pronoun)
            or self._somebody(passage, pronoun.start())
            or self._moved(passage, pronoun.start())
            or self.antecedent(passage, pronoun.start())
            or self._carried_on(passage)
        )
        word = pronoun.group()
        is_sure = person is not None and person.certainty >= _SURE
        if person is not None and self._genders.get(person.name, word) != word:
            others = (
                one
                for number, _, one in self._spoken.backwards()
                if passage.number - number <= _SCENE
                and one.kind in ("person", "pronoun")
                and self._genders.get(one.name, word) == word
            )
            other = next(others, None) or self._other_mention(passage, pronoun)
            person = other or person._replace(name="", role="")
            is_sure = is_sure and person.passage_number == passage.number
        if person is None:
            return None
        if person.name and is_sure and word in _PRONOUNS:
            self._genders.setdefault(person.name, word)
        start, end = pronoun.span()
        return person._replace(
            start=start, end=end, kind="pronoun", passage_number=passage.number
        )

    def _somebody(self, passage: Passage, at: int) -> Source | None:
        """One person of no name whom the sentence is about so far: 一位船工摇摇头，他说."""
        start, _ = passage.sentence_at(at)
        found = _SOMEBODY.search(passage.masked, max(0, start - 1), at)
        if found is None or self._people.between(passage, found.start("who"), at):
            return None
        place = found.span("who")
        return Source(found["who"], *place, "", 0.75, "group", passage.number)

    def _speaking_on(self, passage: Passage, pronoun: re.Match[str]) -> Source | None:
        """Who spoke last, if a paragraph begins with 他指出: whom they spoke of is not meant."""
        text = passage.masked
        at = pronoun.start()
        if _FORMALLY.match(text, pronoun.end()) is None or text[:at].strip(" 　"):
            return None
        latest = self._spoken.latest(passage, at, reach=1)
        if latest is None or latest.kind not in ("person", "pronoun"):
            return None
        return latest._replace(certainty=0.85)

    def _moved(self, passage: Passage, at: int) -> Source | None:
        """Whom the sentence before tells to be moved by something: 让某某印象深刻."""
        start, _ = passage.sentence_at(at)
        if passage.masked[start:at].strip(" 　"):
            return None
        before = passage.sentences_before(start)
        moved = _MOVED.search(passage.masked, *before[-1]) if before else None
        people = self._people.between(passage, *moved.span("who")) if moved else []
        if len(people) != 1:
            return None
        return mentioned(people[0], 0.85, passage.number)

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

    def introduced(self, passage: Passage, noun: re.Match[str]) -> Source | None:
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

    def meant_group(self, passage: Passage, at: int) -> Source | None:
        """Whom 他们 stands for at a place: the group that spoke last."""
        latest = self._spoken.latest(passage, at, reach=1)
        if latest is not None and (
            latest.kind == "group" or self._states_on(passage, at, latest)
        ):
            return latest._replace(certainty=0.6, start=at, end=at + 2)
        before = passage.sentences_before(at)
        said = passage.masked[slice(*before[-1])] if before else ""
        many = _MANY.findall(said) or _ASKED_ABOUT.findall(said)
        many = many or _GROWING.findall(said)
        if not many and (opens := _OPENS.match(said)):
            many = [opens["who"]]
        if len(many) == 1:
            return Source(many[0], at, at + 2, "", 0.6, "group", passage.number)
        first, _ = passage.sentence_at(at)
        felt = _FELT.search(passage.masked, first, at)
        if felt is None:
            return None
        return Source(felt["who"], *felt.span("who"), "", 0.6, "group", passage.number)

    def _states_on(self, passage: Passage, at: int, latest: Source) -> bool:
        """Whether a body that spoke right before goes on as 他们 at a place: 他们断言，."""
        before = passage.sentences_before(at)
        return (
            latest.kind == "body"
            and latest.passage_number == passage.number
            and bool(before)
            and not passage.masked[before[-1][1] : at].strip()
            and _ASSERTS.match(passage.masked, _behind_pronoun(passage.masked, at))
            is not None
        )

    def antecedent(self, passage: Passage, at: int) -> Source | None:
        """The person spoken of last before a place, in this passage or the two before."""
        number = passage.number
        for back in range(min(_NEAR, number + 1)):
            one = self._passages[number - back]
            limit = at if back == 0 else len(one.plain)
            found = self._last_person(one, limit)
            if found is not None:
                return found._replace(certainty=0.85 - 0.1 * back)
        return None

    def _is_byline(self, passage: Passage, one: Mention) -> bool:
        """Whether somebody is only named for having written the report."""
        text = passage.masked
        return _BYLINE.search(text, max(0, one.start - 20), one.start) is not None and (
            sum(other.masked.count(one.name) for other in self._passages) == 1
        )

    def _carried_on(self, passage: Passage) -> Source | None:
        """The person named further above, if all passages since then speak of 他 or 她."""
        number = passage.number
        for back in range(1, min(_CHAIN, number + 1)):
            one = self._passages[number - back]
            found = self._last_person(one, len(one.plain)) if back >= _NEAR else None
            if found is not None:
                is_person = found.kind in ("person", "pronoun")
                return found._replace(certainty=0.65) if is_person else None
            if PRONOUN.search(one.masked) is None:
                break
        return None

    def _last_person(self, passage: Passage, limit: int) -> Source | None:
        spoken = next(
            (
                (place, source)
                for number, place, source in self._spoken.backwards()
                if number == passage.number
                and place < limit
                and source.kind in ("person", "pronoun")
            ),
            None,
        )
        mentions = [
            one
            for one in self._people.mentions(passage)
            if one.end <= limit and not self._is_byline(passage, one)
        ]
        if not mentions:
            if spoken:
                return spoken[1]
            return next(
                (
                    source
                    for number, place, source in self._spoken.backwards()
                    if number == passage.number
                    and place < limit
                    and source.kind == "group"
                    and _ANYBODY.fullmatch(source.name) is None
                ),
                None,
            )
        start, _ = passage.sentence_at(mentions[-1].start)
        start = max(
            start, passage.masked.rfind("；", start, mentions[-1].role_start) + 1
        )
        in_sentence = [one for one in mentions if one.start >= start]
        acting = first_subject(passage.masked, start, in_sentence)
        earlier = mentions[: -len(in_sentence)]
        if acting is not None and _LENDS.match(passage.masked, acting.end):
            acting = None if spoken or earlier else acting
        if acting is None and spoken:
            return spoken[1]
        if acting is None and earlier:
            before, _ = passage.sentence_at(earlier[-1].start)
            ones = [one for one in earlier if one.start >= before]
            acting = first_subject(passage.masked, before, ones)
        person = acting or in_sentence[0]
        if spoken and spoken[0] > mentions[-1].start:
            return spoken[1]
        if (
            spoken
            and spoken[0] >= start
            and spoken[1].name in {one.name for one in in_sentence}
        ):
            return spoken[1]
        return mentioned(person, 0.85, passage.number)
