"""Continuing: whether the next sentence still reports the same source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.cues import CALLING_FOR, DOCUMENTARY, THOUGHT, base_of
from annotations.suggest.indirect.statement import is_share
from annotations.suggest.names.nations import nations
from annotations.suggest.recipes import PROCEDURE

if TYPE_CHECKING:
    from annotations.suggest.indirect.statement import Statement
    from annotations.suggest.names.people import People
    from annotations.suggest.passages import Passage
    from annotations.suggest.sources.source import Source

_HELD = THOUGHT | {"认为", "要求", "主张", "强调"}
"""What a nation does in the account of whoever weighs it."""
_GOING_ON = re.compile(
    "(?:其中|若|如果|因此|此外|另外|同时|也就是说|换句话说|所以|因为|例如|比如|尤其|特别是|而且|并且|但|不过|由此|这样|这|它|否则|与其|只有|只要|一方面|另一方面|首先|其次|再次|最后|其理由|理由是|原因是|更为严重|更重要|预计|第一|第二|第三|一是|二是|三是|经查|对于|要|在)"
)
_NARRATION = re.compile(
    "(?:(?:[^，。；：“]{1,14}，)?(?:本报|本社|新华社)?(?:记者|笔者)|近日|日前|据悉|据了解|如今，|各地(?![要应须])|[\\d一两二三四五六七八九十几]+个?多?[年月天]多?过去，|会上|会后|随后|散会|活动|论坛|采访|走进|会[见谈晤]后|按(?:照)?计划，|[本该此这][届次场份]?(?:峰会|会议|大会|论坛|展会|博览会|研讨会|座谈会|报告会)(?:以[“\ue000]|由|为期|共|设|吸引)|(?:会议|大会|峰会|研讨会|座谈会|报告会|发布会)由[^，。；：]{2,30}(?:主办|举办|承办|召集)|该函|[^，。；：]{1,10}对此(?:暂时?)?(?:未|没有)|来自[^，。；：]{2,40}(?:与会|参会|出席|参加)|来到|说话间|说完|说着，|说(?:这话|话)时|话音|[^，。；：“”]{2,14}(?:位于|地处|坐落于?|成立于|创立于|始建于|建成于|创建于|落成于|创刊于|诞生于|出生于|毕业于|属于?[^，。；]{1,8}气候)|目前，(?:各地|有关部门|记者|涉案|案件|[该此]案|犯罪嫌疑人)|当天|当日|第[一二三四五六]场|与会|截至(?:本报|记者)?发稿|截至[^，。；：]{0,8}收盘，|受此(?:消息)?影响|(?:事实|真相)(?:果真|真的)|真的是?(?:这样|如此)吗|(?:不过|但)?，?并非所有人|该(?:公司|企业|集团)(?:成立|创立|主营|主要从事)|(?:影片|该片|该剧|全剧|小说|该书)(?:讲述|改编|由)|"
    "为了?(?:破解|解决|缓解|应对|化解|打通|补齐)[^，。；：]{2,20}，(?:今年|去年|前年|\\d{4}年|\\d{1,2}月|近日|日前)|(?:19|20)\\d\\d年[初底末]，|\\d+月\\d+日|今年\\d+月|可以看到|新华社|本报|责任编辑|[（\\[【▲■●◆]|对此|说到(?:此|这)|(?:作者|著者|本文|本书)|为什么(?:这么|这样)说|这(?:事实上|与作者)|(?:会场|台下|现场|屋)里?响起)"
)
_BY_LAW = re.compile("(?:根据|依据|按照)?《[^》]*》[^，。：]{0,16}(?:规定|明确|要求)")
_ARGUES = re.compile(
    "应当|应该|必须|需要|不能|不得|不仅|不是|而是|须|[^不]要[^求]|可以|将会?|不要|才能|都是|就是|更|无法|没有|难以|已经"
)
"""What sentences of an argument have, and seldom those of narration before speech."""
_EXTENDS_ONLY_IF_LED = frozenset(
    (
        "评价 评论 点评 回忆 透露 提到 讲述 讲 证实 通报 感慨 发现 预计 调查 查明 同意 商定 在…眼中 在…眼里 在…心中 在…心里"
    ).split()
)
_NEVER_EXTENDS = (
    DOCUMENTARY
    | THOUGHT
    | {"报道", "据", "根据", "依据", "统计", "测算", "估算", "监测", "记载"}
)
_TELLS_FIGURES = frozenset(
    "据 根据 依据 显示 表明 统计 测算 估算 监测 通报 公布".split()
)
_TELLS_ON = frozenset("称 指出 提到 认为 披露".split())
"""How reports tell figures and much else."""
_OF_THESE = ("其中", "同时，", "此外，", "另外，")
"""What leads to more figures of the same report."""
_RECKONED = ("统计", "测算", "估算", "推算", "监测", "预测")
"""How figures come about of which the text does not say whose they are."""
_FIGURE = re.compile(
    "\\d+(?:\\.\\d+)?[%％‰万亿千百个元户人家件项吨倍辆所次台条座处栋套部亩张份只头棵株米名位天场批届种艘架枚]"
)
_ARGUED = frozenset("认为 表示 指出 强调 说".split())
"""How views are told, which may turn to what is so now."""
_THAT_MATTER = re.compile("该(?![国党省市县校])|此举|这一")
"""What tells of what was announced: 该协定于某年签订."""
_IS_WHY = re.compile(
    "这(?:也许|或许|大概|可能|恐怕|无疑|显然|其实)*[就正也便]*是[^，。；：]*(?:原因|缘故|理由|缘由)(?:所在|之一)?。"
)
"""How the text itself explains what it has told: 这也许是…的原因之一."""
_IS_CASE_OF = re.compile(
    "这(?:只|正|也|既|都|不过|仅仅?|恰恰?)*是[^，。；：]{2,40}的(?:[^，。；：的]{0,4}的)?(?:一个|一幅|一道)?(?:生动|真实|缩小)?(?:缩影|写照|侧影|注脚)(?:之一)?[。，]"
)
"""What the text itself takes a case for: 这是…的一个缩影."""
_COUNTED = re.compile("[一二三四五六]是|其[一二三四五]")
"""A point of several that were announced: 有两种风景。一是…."""
_ENDS_IN_SPEECH = re.compile("，“\ue000{8,}”。\\Z")
"""Words of somebody's own that stand by themselves at the end of a report."""
_WRITERS_OWN = ("我认为", "我以为", "我觉得", "在我看来")
"""What the writer thinks of what some people hold: 有人认为…。我认为…."""
_CONCLUDES = re.compile("(?:这|由此|可见|可以看出|也就是说|换言之|换句话说|显然|不难)")
"""What the text itself makes of figures."""
_OTHER_SOURCE = re.compile("(?:而|另)?(?:根据|依据|按照|据)[^，。；：]{2,60}，")
_ANSWERS = re.compile(
    "[^，。；：“”]{2,14}?(?:随后|此前|之后|当[天日庭]|对此|则|也|并|已)*(?:予以(?:否认|反驳|驳斥)|[不未]予(?:认可|置评|回应|采纳)|否认(?:了|其|遭|存在|曾|上述|这)|驳斥了?|并?不(?:买账|认可|认同)|[不拒]绝?接受(?:这|上述|该)|表示(?:遗憾|欢迎|反对|不满|质疑)|当庭(?:认罪|出示|宣判)|宣布(?:召回|驱逐|中止|撤回)|判处)"
)
"""What others do about what was said, or courts in the end."""
_ABOUT_IT = re.compile(
    "(?:但|而|不过|目前|如今|随后)?，?(?:这|该|此|上述|这种|这样的|类似的?)(?:[一两几]?[份项篇条封番则段起部本]|一|些)?(?:重要|重大|深刻|科学|最新|创新|科研|研究|调查|判决|处罚)?"
    "(?:判决书?|裁决书?|裁定|决定|公告|通知|通报|声明|报告|论文|文章|书|专著|著作|研究|成果|发现|结论|表态|言论|回应|说法|观点|消息|新闻|报道|视频|帖子|微博|话|番话|建议|提议|提案|倡议|呼吁|质疑|指控|讲话|发言|采访|答复|论述|论断|表述|判断|阐述|要求)(?:，(?:深刻|科学|系统|精辟|为|彰显|体现|充分))?(?!指出|认为|称|表示|显示|表明|，|说明|中)"
)
"""What tells of a statement itself: 这一成果发表在…."""
_PLAN = re.compile("(?:计划|规划|方案|意见|纲要|通知|措施|草案|稿)》?\\Z")
_MEETINGS = ("会议", "全会", "大会", "座谈会")
_CALLING = frozenset("要求 强调 提出 明确 指出 部署 倡导 称".split())
_CALLS = re.compile(
    "(?:[^，。；：]{2,24}，)?(?:[^，。；：]{0,24}?(?:要(?!求)|应当?|须|必须)|要|应|须|必须|"
    f"{CALLING_FOR}|坚[持决定]|推[动进行]|严格|开展|切实|深入|充分|加以|做[好到]|抓[好住紧]|把|到20\\d\\d年|不断|进一步|同时|努力|牢固|依法|有序|探索|更好|以[^，。]{{2,20}}为)"
)
"""What a plan or a meeting goes on to call for: a sentence without a subject."""
_HEAD_ACTS = re.compile("(?:[^，。；：]{0,12}，)?[^，。；：]{0,6}总书记")
"""What the party's head does himself: “十四五”期间，总书记深入…."""
_BRIEF = re.compile(
    "[今昨前明][天日晚]晚?(?:[上下]午|中午|凌晨|晚间)?（\\d{1,2}月\\d{1,2}日[^（）]{0,4}）"
)
"""The day of another piece of news: 今天（3月4日）."""
_ATTENDED = re.compile(
    "(?:作了?(?:交流|大会|典型|表态)?发言|(?:出席|参加|列席|主持)(?:了?(?:上述|有关|相关|此次|本次|当天的?))?(?:会议|会见|会谈|座谈会|座谈|活动|仪式|开幕式|调研|论坛))。\\Z"
)
"""Who else was there, at the end of a report on a meeting."""
_DOUBTS = ("疑问", "疑惑")
_ASKS = frozenset("问 追问 反问 发问 提问 质问 询问 设问".split())
_PAPER_SPEAKS = re.compile(
    "(?:可见|于是|因此|但是?|然而|而)?，?(?:我们|笔者|作者|著者|本文|本书|该[书文]|这(?:事实上|实际上|其实|与|也|就|一|种|个|些|里|说明|表明|意味)|为什么|何以|尽管|正是|(?:越来越多|不少|许多|一些|另一些|多数|也有|还有)的?[^，。]{0,6}(?:学者|研究者|专家|论者|人士|人)(?!们))"
)
"""What a paper goes on with when it has cited somebody."""
_EXAMPLE = re.compile("例如|比如|譬如")
"""What leads to an example of a paper's own."""
_FIRST_PERSON = re.compile(
    "(?:[^，。；：“”]{0,8}，)?(?:我|咱|俺)们?(?!国|省|市|县|区|州|乡|镇|村|校|院|军|党|方|台|港)"
)
_FIRST_CLAUSE = re.compile(
    "(?:[^，。；：]{0,4}[年月日周天时后前间初末底度]，)?[^，。；：]*"
)
"""The first clause of a sentence, with the time in front of it."""
_PRONOUN_FIRST = re.compile("(?:不过|但|而|同时|此外)?，?(?:他|她)(?!们)")
_SAYING_AFTER = re.compile("，(?:这句|这是|这话)")


_OUR_SIDE = re.compile(
    "[中双我]方(?:愿|将|欢迎|支持|期待|赞赏|高度重视|要|应)|[一-鿿]方愿"
)
"""What envoys go on with when they have told what they hope for: 中方愿同…."""
_FOUND_OUT = ("发现了", "摸出", "摸索出", "看出", "悟出", "总结出", "琢磨出")
"""What somebody has found out before a colon, of whom the text then tells on."""
_HOLDS_SINCE = re.compile("(?:自|将?于|由|共|全文|适用于|旨在|正式|现已)")
"""How long a rule or paper is, and since when it holds."""
_CAPTION = re.compile("（[^（）]{0,12}(?:供图|供稿|摄影?)）")
"""Where a picture is from, which runs into the sentence behind it."""


def may_go_on(
    passage: Passage, statement: Statement, start: int, end: int, *, is_paper: bool
) -> bool:
    """Whether the sentence ``start..end`` reads like more of what is reported."""
    text = passage.masked
    base = base_of(statement.cue)
    source = statement.source
    cites = is_paper or source.name.endswith(("研究者", "学者"))
    if (
        _CAPTION.search(passage.plain, start, end)
        or _OTHER_SOURCE.match(text, start, end)
        or _ABOUT_IT.match(text, start, end)
        or _ANSWERS.match(text, start, end)
        or (
            source.kind in ("body", "group")
            and _IS_WHY.match(text, start, end) is not None
        )
        or _IS_CASE_OF.match(text, start, end)
        or (text[end - 1] == "？" and _asks_nothing(source))
        or (
            not source.name
            and base.endswith(_RECKONED)
            and not text.startswith("其中", start)
        )
        or is_share(text, source.start)
        or (
            _calls_only(text, source)
            and (
                _HEAD_ACTS.match(text, start, end) or not _CALLS.match(text, start, end)
            )
        )
        or _BRIEF.search(passage.plain, start, end)
        or text.find("：“", start, end) >= 0
        or _ATTENDED.search(text, start, end)
        or (source.kind == "group" and text.startswith(_WRITERS_OWN, start))
        or _tells_of_itself(text, source, start)
        or statement.cue.startswith(_FOUND_OUT)
        or (base == "宣布" and _THAT_MATTER.match(text, start))
        or (base in _ASKS and text[statement.end - 1] in "？！")
        or (base.endswith(_DOUBTS) and text[end - 1] != "？")
        or (cites and _EXAMPLE.match(text, start))
        or (is_paper and _PAPER_SPEAKS.match(text, start, end))
    ):
        return False
    if source.kind in ("person", "pronoun") and source.name in passage.plain[start:end]:
        # Nobody calls themselves by their name: the text tells of them again.
        return False
    if base in _NEVER_EXTENDS or (
        source.kind == "paper" and source.name not in ("文章", "论文")
    ):
        return _reads_on(text, statement, start, end)
    if text[start] == "“" and _stands_alone(passage, start, end):
        return False
    argues = source.kind == "person" and base in _ARGUED
    is_now = argues and text.startswith("如今，", start)
    if (_NARRATION.match(text, start) and not is_now) or _BY_LAW.match(
        text, start, end
    ):
        return False
    is_led = (
        _GOING_ON.match(text, start) and not (is_paper and text[start] == "在")
    ) or _FIRST_PERSON.match(text, start, end)
    if (base in _EXTENDS_ONLY_IF_LED or is_paper) and not is_led:
        return _is_briefing(statement) and _FIGURE.search(text, start, end) is not None
    # Who has spoken for themselves is done; how a thing is made is told by the text.
    if not is_led and (
        text[statement.end - 1] == "”"
        or (
            _ENDS_IN_SPEECH.search(text, statement.start, statement.end)
            and not _CALLS.match(text, start, end)
        )
        or (base == "介绍" and PROCEDURE.search(text, start, end))
    ):
        return False
    return not (
        passage.plain.startswith("“", end)
        and _quoted_sentence(passage, end)
        and end - start < 30
        and not _ARGUES.search(text, start, end)
    )


def _asks_nothing(source: Source) -> bool:
    """Whether a question behind what somebody has said is the text's own."""
    is_body = source.kind in ("group", "body", "paper")
    return is_body and not source.name.endswith("发言人")


def _tells_of_itself(text: str, source: Source, start: int) -> bool:
    """Whether a sentence begins with whose rules they are, and since when they hold."""
    return (
        source.name != ""
        and text.startswith(source.name, start)
        and _HOLDS_SINCE.match(text, start + len(source.name)) is not None
    )


def _reads_on(text: str, statement: Statement, start: int, end: int) -> bool:
    """Whether a paper goes on: a plan calls for more, or there are more figures."""
    base = base_of(statement.cue)
    if base == "希望":
        return _OUR_SIDE.match(text, start) is not None
    if base in _TELLS_ON and text.startswith(_OF_THESE, start):
        return _more_figures(text, statement, start, end)
    if base in _CALLING:
        is_plan = _PLAN.search(statement.source.name) is not None
        return is_plan and _CALLS.match(text, start, end) is not None
    return base in _TELLS_FIGURES and _more_figures(text, statement, start, end)


def _calls_only(text: str, source: Source) -> bool:
    """Whether a text goes on itself when it has cited a meeting or the party's head."""
    return (
        source.name.endswith(_MEETINGS)
        or text.startswith(("总书记", "主席指出", "主席强调"), source.end)
        or text.startswith("总书记", source.start)
        or (source.name != "" and f"{source.name}总书记" in text)
    )


def _is_briefing(statement: Statement) -> bool:
    """Whether somebody in office reads out what has been done: 据…负责人介绍，…."""
    return (
        statement.rule == "indirect.according-to"
        and statement.cue == "介绍"
        and statement.source.kind in ("body", "group")
    )


def _more_figures(text: str, statement: Statement, start: int, end: int) -> bool:
    """Whether figures are followed by figures: a table read out over sentences."""
    if _NARRATION.match(text, start) or _CONCLUDES.match(text, start):
        return False
    first = _FIGURE.search(text, statement.start, statement.end)
    is_led = first is not None or text.startswith("其中", start)
    return is_led and _FIGURE.search(text, start, end) is not None


def is_more_of_article(passage: Passage, start: int, end: int) -> bool:
    """Whether the sentence ``start..end`` may be more of an article that is passed on."""
    text = passage.masked
    return not (
        _OTHER_SOURCE.match(text, start, end)
        or _NARRATION.match(text, start)
        or text[start] == "“"
    )


def is_weighed(statement: Statement, other: Statement) -> bool:
    """Whether somebody tells in a statement what a nation wants or holds: 某国希望….

    Whoever weighs what powers are after says so; these say nothing themselves.
    """
    name = other.source.name
    return (
        statement.source.kind in ("person", "pronoun")
        and base_of(other.cue) in _HELD
        and nations(name) == len(name) > 0
    )


def names_another(
    people: People, passage: Passage, statement: Statement, start: int, end: int
) -> bool:
    """Whether the sentence ``start..end`` turns to somebody new, or tells of the speaker."""
    if _COUNTED.match(passage.masked, start, end):
        return False
    first = _FIRST_CLAUSE.match(passage.masked, start, end)
    mentions = people.between(passage, start, first.end() if first else end)
    if any(
        one.name == statement.source.name for one in people.between(passage, start, end)
    ):
        return True
    own = {one.name for one in people.between(passage, statement.start, statement.end)}
    if any(one.name not in own for one in mentions if one.start - start < 25):
        return True
    return not own and _PRONOUN_FIRST.match(passage.masked, start, end) is not None


def _covers(passage: Passage, start: int, end: int) -> bool:
    return any(one.start == start and one.end >= end - 1 for one in passage.quotations)


def _stands_alone(passage: Passage, start: int, end: int) -> bool:
    """Whether a sentence that begins with a quotation is that, or is about it."""
    after = passage.masked.find("”", start) + 1
    return _covers(passage, start, end) or bool(
        _SAYING_AFTER.match(passage.masked, after)
    )


def _quoted_sentence(passage: Passage, at: int) -> bool:
    return any(
        one.start == at and passage.plain[one.end - 2 : one.end - 1] in "。！？…"
        for one in passage.quotations
    )
