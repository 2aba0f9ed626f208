"""Reporting words: which there are, what they need around them, what only looks so."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import starmap
from typing import TYPE_CHECKING, NamedTuple

from annotations.text.punctuation import in_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

STATING = (
    "说 表示 指出 认为 强调 坦言 直言 透露 宣称 声称 坚称 称 重申 坦承 承认 否认 主张 提出 提醒 建议 呼吁 倡议 相信 坚信 深信 确信 信纳 觉得 感到 希望 期待 期盼 预计 预测 "
    "预言 预料 断言 断定 公认 声言 明言 扬言 直陈 痛陈 力主 力陈 放言 自曝 警告 告诫 注意到 观察到 留意到 意识到 认识到 感受到 体会到 感悟到 了解到 看到 指控 辩称 表明 显示 揭示 证实 认定 坚持认为 担心 担忧 怀疑 预估 估计 估算 测算 称赞 推测 推断 猜测 揣测 庆幸 "
    "设想 指责 敦促 谴责 驳斥 批评说 透露说 补充说 寄语 笑言 戏言 慨叹 直呼 惊叹"
).split()
"""What may state something with a clause right after it."""

NEEDS_MARK = (
    "介绍 解释 补充 直言不讳 反馈 戏称 回应 分析 评价 总结 回忆 感慨 感叹 感言 点评 评论 赞叹 批评 质疑 反映 通报 披露 提到 提及 谈到 谈及 讲到 讲 讲述 交代 供述 反驳 抱怨 写道 写到 报道 宣布 宣告 要求 规定 明确 查明 发现 "
    "发觉 诉称 谎称 强调指出 阐述 阐释 阐明 确认 预期 推定 提示 告知 忠告 劝告 揭露 供称 核实 查实 追述 概述 点明 指明 疾呼 坦露 吐露 论断 认同 谈起 说起 论述 评述 转述 复述 表态 回应称 申明 说明 叮嘱 嘱咐 勉励 承诺 许诺 保证 致辞 致词 发言 陈述 答复 回复 告诉 告诉记者 坦陈 自述 追忆 忆述 设问 清楚 记载 投诉 指 直指 谓 归纳 概括 预判 研判 剖析 解读 论证 称道 "
    "感觉 举例 想 记得 忧心 忧虑 深知 明白 琢磨 盘算 寻思 犯嘀咕 坦承 公布 裁定 呼喊 倡导 提议 建言 支招 吐槽 调侃 打趣 自嘲 道 问 答 回答 "
    "判断 得出结论 公告 发布消息 发布通报 发出警示 发出警告 发出预警 发出呼吁 发出提醒 发出感慨 提出警告 试图证明 争辩 统计 痛批 直批 狠批 炮轰 喊话"
).split()
"""What states something only before a comma, a colon or a quotation mark."""

TELLING = (
    "说出 道出 道破 宽慰 劝慰 数落 开导 求助 求救 诉苦 发文 发帖 发微博 附和 应和 插嘴 开腔 开口 发话 搭腔 接茬 苦笑 冷笑 微笑 笑着补充 哽咽 道 讲 问 问道 追问 反问 询问 答 答道 回答 喊 喊道 嚷 嚷道 笑道 叹道 叹 吟道 念道 骂 骂道 吼 吼道 嘀咕 嘟囔 念叨 劝 劝道 劝说 夸 夸赞 夸道 打趣 调侃 自嘲 吐槽 吩咐 叮嘱 嘱咐 安慰 鼓励 "
    "应道 接话 插话 搭话 回答道 批示 题词 写道 写到 写下 来信说 致信 留言 高呼 惊呼 欢呼 高喊 大喊 哭诉 诉说 倾诉 感叹 感慨 赞叹 叹息 解释 回忆 介绍 补充 分析 阐述 坦言 总结 强调 概括 评价 "
    "形容 表态 自我介绍 宣读 朗诵 发问 提问 直夸 连说 连声说 央求 恳求 请求 打比方 打了个比方 打了个比喻 讲起 说起 谈起 坚定 招呼 吆喝 念 唱 讲解 反驳 反问道 辩解 争辩 "
    "开玩笑 威胁 点赞 盛赞 大赞 通知"
).split()
"""What tells who speaks only in touch with a quotation."""

_PART_OF_WORD = "(?!理(?!由)|明(?![天年日])|[法服])"
"""What makes a word of 说 where a reporting word ends in it: 分析说理, 补充说明."""
_SUFFIX = f"(?:说道|地说|道(?![理德])|说{_PART_OF_WORD}|称|指出|表示)?"
_NOT_BEFORE_SHUO = "必小传演解据听述虽再来劝游假难细评戏邪瞎浪异用"
_NOT_AFTER_SHUO = "戏纷理三说明法服客教话辞不唱起到成的是谎媒完毕罢漏"
_SHUO = f"(?<!(?:(?<=必)言|(?<=[”》])之|[{_NOT_BEFORE_SHUO}]|(?<![讲谈])话|(?<!亚)胡|(?<![同大中小])学))说(?![{_NOT_AFTER_SHUO}]|“[^”]”|[这此]话|事[区室厅点员平办]|家常|知心|心里话|[真实空大闲]话|这[样么]?一?句|过(?![：，]|这样|一句)|出(?![现台口国])|(?<=诉说)[^，：“])(?:道|过)?"
_CHENG = "(?<![之可故著名简職职堪俗誉自统通尊敬昵对相匀总别谓简代古旧史])称(?![为作号呼职赞道霸雄得病王奇之帝许心])(?:(?<![人号]称)|(?=[，：。]))"
_DAO = "(?<=[说问答写回忆释充绍慨言评述讲])道(?![路理德具歉教士别])"
_WEN = "(?<!(?<![同大中小])学)(?<![访询顾提疑慰质责审拷请试反追盘发自答])问(?![题候世卷询责])"
_DA = "(?<![回问解报对应抢作])答(?![应案复谢疑题辩卷])"
_JIANG = "(?<![演主听开宣])讲(?![话解述究座台课坛义故师坛学堂演]|道[理德])"
_XIWANG = "(?<![的充满了新抱有带来着寄])希望(?![小的工])"
_LISTENERS = ("他们", "她们", "他", "她", "记者")
_LISTENER = f"(?:{'|'.join(_LISTENERS)})(?=[^，。：；！？“”的了]{{2}})"
"""Who is told what follows at once: 告诉他今天不能办理."""
TELLING_WHOM = frozenset(
    f"{told}{whom}" for told in ("告诉", "告知") for whom in _LISTENERS
)
"""Reporting words with whom it is told."""
_NOT_WHAT = "(?<!(?<![出究务卫法生诊交])所)"
"""Not after 所 as in 所表示的, but after 派出所."""
_HEARSAY = "[^，。；：]{0,14}(?:传闻|传言|谣言|说法|报道|消息|指控|猜测)[，。；]"
"""What somebody denies or confirms as a thing, before they say something."""
_OWN_PATTERN = {
    "说": _SHUO,
    "说出": "说出(?![现台口国])",
    "讲解": "讲解(?![员词器])",
    "称": _CHENG,
    "道": _DAO,
    "问": f"{_WEN}(?:[^，。：；！？“”的了]{{1,6}}(?=，[^，。！“”]{{2,40}}？))?",
    "答": _DA,
    "讲": _JIANG,
    "希望": _XIWANG,
    "告诉": f"告诉(?:[^，。：；！？“”的了已经要会是不没可能将]{{1,12}}(?=[，：])|{_LISTENER})?",
    "表示": f"(?<![的在被]){_NOT_WHAT}表示(?!的|方法|出)",
    "透露": "透露(?!(?:自己的?|真实|具体)*(?:姓名|身份|名字|姓氏|真名))",
    "公布": "公布(?!(?:自己的?|真实|具体)*(?:姓名|身份|名字|姓氏|真名))",
    "公告": "(?<=[司社行团厂店院校会局所金券投日天晚间])公告(?=，)",
    "确认": "(?<!首次)确认",
    "认定": "(?<![荐审评资核])认定",
    "倡议": "(?<!(?:发展|安全|文明|治理|合作))倡议(?![书者方的人国])",
    "测算": "测算(?![^，。；：\\d]{1,8}、)",
    "估算": "估算(?![^，。；：\\d]{1,8}、)",
    "琢磨": "(?<!磋)琢磨",
    "否认": f"否认(?!{_HEARSAY})",
    "驳斥": f"驳斥(?!{_HEARSAY})",
    "证实": f"证实(?!{_HEARSAY})",
    "告知": f"告知(?:了?[^，。；：！？“”的了]{{0,10}}(?:们|员|人|方|者|局|部门|媒体|学生|家长|家属|居民|群众)(?=[，：])|{_LISTENER})?",
    "主张": "(?<!(?:.[业房车货船店租户]|政策|政治|理论|学术|艺术|诉讼))主张",
    "声称": "(?<![连齐])声称(?![赞道])",
    "规定": "(?<![的按照合关等])规定(?![的了])",
    "要求": "(?<![的按照合足应关])要求(?![的了])",
    "发现": "发现(?![了的过])",
    "看到": "看到(?=，)",
    "感受到": "感受到(?=，)",
    "体会到": "体会到(?=[，：]|$)",
    "感悟到": "感悟到(?=[，：]|$)",
    "统计": "(?<![的据行了经])统计(?=，)",
    "想": "(?<![左右理思梦幻设联猜预妄感构畅着料回休遐臆冥苦])想(?=[，：])(?!，劲)",
    "感觉": "(?<![的了种有])感觉(?=，)",
    "记得": "(?<![还不])记得(?=，)",
    "明白": "(?<![不的])明白(?=[，：])",
    "报道": "(?<![讯电据的篇])报道(?![的称了组])",
    "分析": "(?<![的了行])分析(?![师人了的])",
    "评论": "(?<![的了行段条则篇句])评论(?![员区家])",
    "评价": "(?<![的了])评价(?![的了体])",
    "判断": "(?<![的了])判断(?![的了力出])",
    "介绍": "(?<![的了据])介绍(?![了信的所])",
    "建议": "(?<![的了条])建议(?![的书了])",
    "呼吁": "(?<![的了])呼吁(?![的了])",
    "预测": "(?<![的了])预测(?![的了模])",
    "总结": "(?<![的了作终验])总结(?![的了会出])",
    "解释": "(?<![的了法])解释(?![的了权])",
    "回应": "(?<!(?:.[的了]|[做作]出))回应(?![的了])",
    "批评": "(?<![的了义])批评(?![的了家])",
    "威胁": "(?<![的大种受到些成])威胁(?:(?=[说道称])|(?![、一-龥]))",
    "反馈": "(?<![的了到条])(?<!的..)反馈(?=[，：])",
    "强调": "(?<!(?:过度|过分|片面|一味))强调(?![起到])",
    "通知": "(?<![的了份张发接到关书短])通知(?=：|$)",
    "点赞": "点赞(?=[说道：]|$)",
    "提到": "提到(?:过(?=[，：]))?",
    "谈到": "谈到(?:过(?=[，：]))?",
    "提出": f"{_NOT_WHAT}提出(?![的了])",
    "明确": "(?<!(?:.[的了不为有没]|分工|责任|目标|方向|思路|任务|职责|权责|定位|主题|重点|标准|产权))明确(?![的了性]|提出|强调|规定)",
    "声明": "(?<![的了表特此])声明(?!公)",
    "记载": "(?<![的有所据])记载(?=[，：])",
    "清楚": "(?<![不的弄搞说讲看听写理查问交])清楚(?=[，：])",
    "投诉": "(?<![的被了次件起要备算])投诉(?=[，：])",
    "指": "(?<![手所特意泛专剑中食拇戒直暗能右左前后遥是即系仅乃])指(?:(?=[，：])|(?![出示定导引挥责控数标向称明认点纹甲日望南针教正派使的着了到在战名法代事令对尖头间缝腹环])(?=[一-鿿“《]))",
    "直指": "直指(?=[，：])",
    "谓": "(?<![所可无称何之名有人曰])谓(?=[，：])",
    "忠告": "忠告(?!诉)",
    "劝告": "劝告(?!诉)",
    "警告": "(?<!报)警告(?!诉|知|处分|信号|标[志牌])",
    "唱": "(?<![演歌合独])唱(?![歌片戏腔响])",
    "念": "(?<![概观理信怀留思纪悬])念(?!头)",
    "叹": "(?<![感惊赞])叹(?![了为])",
    "写道": "写道",
    "写到": "(?<![描续])写到(?=[，：])",
    "力主": "(?<![精能])力主(?![张要])",
    "显示": "显示(?![屏器出了])",
    "保证": "(?<![的了为])保证(?![了的书])",
    "承诺": "(?<![的了])承诺(?![的了书])",
    "相信": "(?<![不的])相信(?![的了])",
    "感到": "感到(?=，|$)",
    "担心": "担心(?![的了])",
    "期待": "期待(?!已久|值|感|的)",
    "询问": "询问(?![声了的])",
    "怀疑": "(?<!的)怀疑(?!的)",
    "估计": "估计(?!的)",
    "提醒": "提醒(?![了的])",
}


_UNGUARDED: Mapping[str, str] = {}


class Cue(NamedTuple):
    """A reporting word at its place in a text, code points."""

    start: int
    end: int
    word: str
    base: str
    """The word without 说 or 道 after it."""

    @property
    def needs_mark(self) -> bool:
        """Whether it states something only before a comma or colon."""
        return self.base in _NEEDS_MARK and self.word == self.base


_NEEDS_MARK = frozenset(NEEDS_MARK) - frozenset(STATING)

THOUGHT = frozenset(
    (
        "相信 坚信 深信 觉得 感到 希望 期待 期盼 担心 担忧 忧心 忧虑 感觉 想 记得 深知 明白 清楚 琢磨 盘算 寻思 怀疑 意识到 认识到 感受到 体会到 感悟到 了解到 看到 估计 判断 设想"
    ).split()
)
"""What tells a thought and no utterance; commoner in narration."""

FORMAL = frozenset(
    "表示 指出 强调 认为 称 回应 透露 宣布 坦言 直言 重申 声称 提出 要求 介绍 通报".split()
)
"""What nothing but a source goes before, as the subject of a clause."""

NOMINAL = frozenset(
    "规定 主张 希望 期待 倡议 判断 研判 论证 裁定 承诺 测算 估算 评价 批评 设想 感慨 保证".split()
)
"""What is a thing as often as it states something: 采纳…建议，…."""

CALLING_FOR = "加[快强大]|完善|健全|促进|优化|提[升高]|保障|建[设立]|构建|支持|鼓励|实施|落实|强化|深化|扩大|发展|培育|引导|规范|积极|稳步|大力|持续|全面|统筹|着力"
"""What a plan begins with that calls for something, a pattern."""

MOVED = "印象深刻|备受鼓舞|深受(?:感动|启发|鼓舞|触动|教育)|倍感[^，。]{2}|感触[颇很]?深|难忘"
"""What somebody is made to feel by what is said, a pattern."""

DOCUMENTARY = frozenset(("显示 表明 揭示 证实 顯示").split())
"""What papers, surveys and figures do."""


def alternation(words: Iterable[str], guards: Mapping[str, str] = _UNGUARDED) -> str:
    """A pattern for any of the words, the longest first.

    Every branch begins with a character, so that Python's search skips at once to
    where one of them stands.

    Args:
        words: what to look for.
        guards: what some of them need around them, as a pattern to stand after them.
    """
    by_first: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        rest = re.escape(word[1:]) + guards.get(word, "")
        by_first.setdefault(word[0], []).append(rest)
    branches = (
        f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in by_first.items()
    )
    return f"(?:{'|'.join(branches)})"


def sifted(
    words: Iterable[str],
    guards: Mapping[str, str] = _UNGUARDED,
    *,
    behind_first: str = "",
) -> str:
    """The same for hundreds of words that are looked for everywhere: slower to make.

    It begins with one class of characters, so that Python's search skips at once to
    where a word may stand. What comes second says better than what comes first whether
    one does: of the many words only those that have it are tried.

    Args:
        words: what to look for.
        guards: what some of them need around them, as a pattern to stand after them.
        behind_first: what all of them need, to stand after their first character.
    """
    firsts: dict[str, None] = {}
    alone: dict[str, list[str]] = {}
    by_second: dict[str, dict[str, list[str]]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        firsts[word[0]] = None
        rest = re.escape(word[2:]) + guards.get(word, "")
        if len(word) == 1:
            alone.setdefault(rest, []).append(word)
        else:
            begins = by_second.setdefault(word[1], {})
            begins.setdefault(rest, []).append(word[0])
    longer = "|".join(starmap(_second, by_second.items()))
    led = (f"(?={_any_of(by_second)})(?:{longer})",) if longer else ()
    last = (f"(?<={_any_of(ones)}){rest}" for rest, ones in alone.items())
    return f"(?:{_any_of(firsts)}{behind_first}(?:{'|'.join((*led, *last))}))"


def _second(second: str, begins: Mapping[str, Iterable[str]]) -> str:
    """Words by their second character; of each rest, with what words it begins."""
    second = re.escape(second)
    rests = (f"(?<={_any_of(firsts)}{second}){rest}" for rest, firsts in begins.items())
    return f"{second}(?:{'|'.join(rests)})"


def _any_of(characters: Iterable[str]) -> str:
    return f"[{re.escape(''.join(characters))}]"


def _guard(word: str, pattern: str) -> str:
    """What a word's own pattern asks for around it, to stand after the word."""
    before, after = pattern.split(word, 1)
    return (f"{before[:-1]}{word})" if before else "") + after


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    guards = {word: _PART_OF_WORD for word in words if word.endswith("说")}
    guards |= {word: _guard(word, pattern) for word, pattern in _OWN_PATTERN.items()}
    return re.compile(sifted(words, guards) + _SUFFIX)


@lru_cache(maxsize=16)
def statement_pattern(extra: tuple[str, ...] = ()) -> re.Pattern[str]:
    """Finds what may introduce an indirect statement."""
    return _pattern((*STATING, *NEEDS_MARK, *extra))


@lru_cache(maxsize=16)
def telling_pattern(extra: tuple[str, ...] = ()) -> re.Pattern[str]:
    """Finds what may tell who speaks beside a quotation."""
    return _pattern((*STATING, *NEEDS_MARK, *TELLING, *extra))


_ENDING = re.compile("(?:说道|地说|道|说|称|指出|表示|(?<=到)过)$")


def cues(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[Cue]:
    """Cues in ``text[start:end]`` from left to right."""
    for found in pattern.finditer(text, start, end):
        if in_title(text, found.start(), start):
            continue  # which says nothing: 《说某某》
        word = found.group()
        yield Cue(found.start(), found.end(), word, base_of(word))


_TOLD = re.compile("告诉|告知|问(?!道)")
"""What may have behind it who is told or asked."""


def base_of(word: str) -> str:
    """A reporting word without 说 or 道 after it, and without who is told or asked."""
    told = _TOLD.match(word)
    if told is not None:
        return told.group()
    return word if len(word) < 3 else _ENDING.sub("", word) or word
