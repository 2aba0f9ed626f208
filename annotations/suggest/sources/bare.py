"""Bare subjects: whoever stands alone between the start of a clause and a reporting word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.cues import (
    FORMAL,
    NOMINAL,
    alternation,
    base_of,
    telling_pattern,
)
from annotations.suggest.names.nounphrases import NOT_SUBJECT, VERBAL
from annotations.suggest.names.words import ADVERBS, HAN, TRANSLITERATION, WORDS
from annotations.suggest.sources.clauses import trimmed
from annotations.suggest.sources.source import Source
from annotations.text.dictionary import word_class
from annotations.text.punctuation import POINTS

if TYPE_CHECKING:
    from annotations.suggest.passages import Passage

_TOLD = telling_pattern()
_MARKED = re.compile("，|：|“|。|$")
_LONGEST = 30
"""Code points of a subject with what stands between it and its reporting word."""
_MANNER = (
    f"(?:{alternation(ADVERBS)}|[^的]{{1,4}}地|[苦微冷大]?笑着?|[也亦还又则却均都便就曾再常并已]|(?<![陆继持连手延])续|"
    "曾?[作做]过?(?:如下)?|用[^，。；：]{1,5}|在(?:官网|微博|社交媒体|社交平台|(?:投资者)?互动平台)(?:上)?(?:发文|发帖)?|进一步|开始|大力|积极|这[样么]|如此|多次|一再|再次|同时|明确|公开|清楚|此前|早前|较早时?|其后|随后|晚上|今[日晨晚早午]|当晚|昨晚|深夜|稍[早后晚](?:时候)?|日前|近日|昨日|昨天|今天|当天|当日|同日|同一天|近期|当时|起初|最初|及时|特别|紧急|首次|最新|(?:[上本]?周|星期)[一二三四五六日末天]|[上本]周|"
    "[于在]?\\d{1,2}月[初中底]|[于在]?(?:\\d{1,2}月)?\\d{1,2}日[晚早]?间?|对外|[在于通][^，。；：]{1,12}?[上中里时过])"
)
"""How, when or where somebody speaks, between them and the reporting word."""
_SUBJECT = re.compile(
    f"[ 　]*(?P<who>(?:{HAN}|[A-Za-z0-9{POINTS}]){{2,10}}?){_MANNER}{{0,3}}"
)
_NO_NOUN = re.compile(
    "[的了着过吗呢吧把被让给对向在从为于是有和与同跟就都也还不没未将要会能可应须请使由但而且或及其之所这那哪谁什怎么很太更最再又才只则若如虽因据按经随着"
    "我你您他她它咱俺说讲问答想看听写做来去到出进起回走站坐拿]|以(?!色列|军|方)|[一二三四五六七八九十两几\\d]+[月日年天次点]|^[一二三四五六七八九十首其此该本各每]|"
    "^用(?![户人工])|^翻[看开]|习惯|上午|下午|中午|晚间|早间|凌晨|傍晚|清晨|夜间|周[一二三四五六日末天]|星期|今天|昨天|明天|目前|日前|近日|当天|当日|今年|去年|明年|多年|同样|同时|另外|此外|总体|整体|普遍|一致|事实|实际|消息|情况|方式|方法|办法|方面|方案|问题|意思|意见|结果|内容|原因|理由|真难|[^各当本外内两]地$|"
    "渐渐|预定|张罗|闻言|^截至|(?:陆续|相继|逐步|逐渐|即将)$|文章|报道|新闻|作者|笔者|记者|编者|[性化度率时后前中上下里内外间]$"
)
"""What is no name of somebody: words of grammar and of time, things."""
_DOES = re.compile(
    f"(?P<who>{HAN}{{2,4}}?)(?:放[下低]|压低|停下|翻出|合上|推开|打开|关上|抬头|低头|点头|摇头|转身|综合(?=有关|相关|各|现有|上述|已有))"
)
"""What somebody does with their hands or head or their papers before they speak: 老韩放下键盘."""
_NO_BODY = re.compile(
    "^(?:出于|根据|按照|依据|依照)|"
    "[的了着过吗呢吧把被让由我你您他她它]|^(?:[这那其该此每某另又也还再更最都就才只仅可要想没不未已曾将给使令因所如若虽但而且并或与和及据按是说听谈咱谁怎什为在跟看]|以(?!色列)|"
    "会(?!议|展)|应(?!急|用)|能(?!源)|正(?!式|规)|从(?!业)|对(?!方|手|岸)|向|同(?!事|学|伴|行|业|乡)|通(?!信|讯)|经(?!济|销|纪)|有(?!关|色|机)|各(?!地|方|界|国)|"
    "一般|通常|往往|历来|常常|总之|值得|需要|必须|原来|实际|事实|传统|大致|基本|直接|间接|当时|目前|至今|最终|首先|其次|再次|最后|同样|显然|当然|确实|"
    "上午|下午|晚间|凌晨|中午|傍晚|清晨|夜间|早间|昨|今|明天|周[一二三四五六日末天]|月[初底]|年[初底]|前[天年]|去年|多年|一直|不少|许多|很多)"
    "|还是|才是|也是|正在|已经|可以|应该|能够|不是|不能|走进|来到|[上中下时后前里内外间来去地年月日]$"
)
"""What is no body either, before a word that only sources use: 会议指出."""
_FOREIGN = re.compile(f"[ 　]*(?P<who>[{TRANSLITERATION}]{{2,8}})[则也还曾就却]?")
_HELD = frozenset("认为 主张 指出 断言 宣称 声称".split())
"""What needs no mark behind it to say that a view is somebody's: 某某认为历史…."""
_NOT_DEMANDING = re.compile(
    "(?:安全|技术|指标|质量|条件|资质|能力|环保|工作|管理|法律|政策|基本|具体|更高|统一|严格|实际|客观|任务|时间|数量|人数|规范|内容|形式)\\Z"
)
"""What a demand is about, right before it: 加严安全要求."""
_PLACES = frozenset("省市县州区乡镇")
"""What those end in whose word for a rule is no noun with it: 某某县规定，."""
BARE = 0.55
"""How certain it is that a noun that nothing else marks is a source."""


def bare_subject(
    passage: Passage, start: int, end: int, *, is_first: bool
) -> Source | None:
    """Whoever a clause names by a noun alone.

    Nothing is known of the noun but its place: it is all that the clause has before a
    reporting word with a mark behind it.

    Args:
        passage: where the clause stands.
        start: where it begins, past words that only lead on.
        end: where the reporting word begins.
        is_first: whether nothing stands before the clause in its sentence.
    """
    if not 2 <= end - start <= _LONGEST:
        return None
    text = passage.masked
    cue = _TOLD.match(text, end)
    if cue is None or _MARKED.match(text, cue.end()) is None:
        return _foreigner(text, start, end, cue) if cue and is_first else None
    start, end = trimmed(text, start, end)
    found = _SUBJECT.fullmatch(text, start, end)
    if found is None or found["who"] in ADVERBS or found["who"] in WORDS:
        return None
    who, place = found["who"], found.span("who")
    if NOT_SUBJECT.match(who):
        return None
    does = _DOES.match(who)
    if does is not None:
        who, place = does["who"], (place[0], place[0] + does.end("who"))
    base = base_of(cue.group())
    is_clause = does is None and VERBAL.search(who) is not None
    if is_clause or _is_thing(base, who, text[cue.end() : cue.end() + 1]):
        return None
    if _NO_NOUN.search(who) is None:
        return Source(who, *place, "", 0.65, "group", passage.number)
    is_formal = is_first and base in FORMAL
    if is_formal and _NO_BODY.search(who) is None:
        return Source(who, *place, "", BARE, "body", passage.number)
    return None


def coined(passage: Passage, start: int, end: int) -> Source | None:
    """A firm or somebody whose name nothing tells but that no word begins like it.

    Only where a frame asks for somebody: 据灿盈咨询不完全统计, 灿盈咨询发布半年报.

    Args:
        passage: where it stands.
        start: where what may be a name begins, code points into the passage.
        end: where it ends.
    """
    who = passage.masked[start:end]
    if (
        _COINED.fullmatch(who) is None
        or _NO_NOUN.search(who)
        or VERBAL.search(who)
        or NOT_SUBJECT.match(who)
        or word_class(who)
    ):
        return None
    first = word_class(who[:2])
    if first and not first.startswith(_NAMES):
        return None
    return Source(who, start, end, "", 0.7, "body", passage.number)


_COINED = re.compile(f"{HAN}{{2,8}}")
_NAMES = ("nr", "ns", "nt", "nz")
"""What the dictionary says of people, places, bodies and brands."""


def _foreigner(text: str, start: int, end: int, cue: re.Match[str]) -> Source | None:
    """Whoever has a name in characters of foreign names alone, and holds a view."""
    found = _FOREIGN.fullmatch(text, start, end)
    if found is None or base_of(cue.group()) not in _HELD or found["who"] in WORDS:
        return None
    return Source(found["who"], *found.span("who"), "", 0.65, "person")


def _is_thing(base: str, who: str, mark: str) -> bool:
    """Whether a reporting word is one noun with what stands before it: 安全要求."""
    if base == "公布":
        return True
    if base in NOMINAL and mark == "，":
        return who[-1] not in _PLACES
    return base == "要求" and _NOT_DEMANDING.search(who) is not None
