"""Stating: whether a reporting word states something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.cues import NOMINAL, TELLING_WHOM, THOUGHT

if TYPE_CHECKING:
    from annotations.suggest.cues import Cue

_ATTITUDE = re.compile(
    "(?:衷心|热烈|由衷|深切|强烈|高度|十分|非常|完全|诚挚|坚决|充分|极大|深表|一致)*的?(?:赞同|欢迎|感谢|祝贺|支持|反对|遗憾|满意|理解|担忧|关注|慰问|敬意|哀悼|谴责|不满|歉意|愤慨|肯定|认可|同意|怀疑|(?:可以|能够?)理解|关切|抗议|问候|认同|赞赏|钦佩|惊讶|忧虑|惋惜|异议|疑问)"
)
_NEGATED = re.compile(
    "(?:(?<![渡田岸川])边|一边|一面|或许会|也许会|可能会|不禁要|难免会|[会能可有是]否|没有?(?:直接|正面|马上|立[刻即]|公开|明确|具体|详细|正式)?|未|不|最|就会|便会|都会|才会|得(?:很|更|十分|非常)|由于|因为|[人者]因|不愿|拒绝|不肯|无需|无须|不必|毋庸|难以|无法|不得|不能|不想|不便|尚未|并未|从未|(?<![出究务卫法生诊交])所|如果|(?<![一-鿿][^不例比譬假正诸恰犹])如|谁|怎么|什么|可(?:先|随时|自行|据此|借此))$"
)
_NO_SAYING = re.compile(
    "(?:可以|应该|不妨|也就是|就是|等于|总|换句话|坦白|老实|客观|公平|平心而论|俗话|(?<![一-鿿])常|(?:人们|大家|我们)常|有|(?<![数依证根])据|听|(?<![讲谈])话|[总大整]体上|虽|再|应当|只能|[要意就]是|或者|来|好|按理|照理|说|先|且|不用|别)$"
)
_WORDS = ("说", "称", "讲")
_AS_ONE_SAYS = re.compile(
    "(?:实事求是|客观|公平|公正|严格|准确|确切|精确|简单|简略|简要|扼要|大致|一般|具体|通俗|笼统|概括|广义|狭义|夸张|形象|不客气|毫不夸张|更进一步)[地点]?\\Z"
    "|(?:从|在|就)[^，。；：]{0,12}(?:意义|程度|本质|总体|整体|根本|角度|层面|方面|[正负反侧]面|现状|实质)上?来?\\Z"
)
"""What an author says in what manner: 实事求是地说，."""
_LEAST = 6
_TOUCHING = frozenset("提到 谈到 提及 谈及 讲到 质疑 批评 提出 反映 指控 指责".split())
_TOPIC = re.compile("(?:对于|针对|面对|关于|就(?!是))[^，；：]*\\Z")
"""What only says what is going to be answered: 对于某某提到的“…”，…."""
_QUALITY = re.compile(
    "的[^，。；的]{0,3}(?:性|意义|价值|魅力|力量|艰辛|不易|温暖|差距|责任)[。！]?$"
)
"""What is felt and no statement: 意识到…的重要性."""
_OF_WHOM = re.compile("[^，。；：“”]{1,24}的(?:他|她)们?(?=[，。在一也就又还])")
"""What tells which person is meant: 觉得…的他."""
_STRESSED = re.compile(
    "[^，。；：]*的[^，。；：的要应须不是有能会]{0,10}(?:重要性|必要性|性|意义|作用|价值|精神|境界|意识|地位|角色|责任|影响|差异|区别|力量|理念|原则|立场|关系|功能|能力|态度|特点|优势|紧迫感|重任|使命|艺术|美|艰辛|不易)[，。！；]?"
)
"""What is stressed as a thing: 强调…的重要性."""
_AS_IT_COMES_UP = re.compile("[^，。：]*时(?:说|表示|指出|称|强调|坦言|介绍)")
"""What is spoken of when something else is said: 谈到…的目的时说."""
_ASKING_FOR = frozenset("呼吁 要求 敦促 谴责 建议 提议".split())
_WHAT_ASKS = re.compile(
    "[^，。；]{4,}的[^，。；的]{0,8}(?:声明|决议|决议案|草案|提案|文件|公开信|请愿书|议案)。?"
)
"""The paper in which something is asked for: 呼吁停火的声明."""
_IS_ONE = re.compile("，(?:也|都|正|均|就|无疑)?是(?!否)")
"""What is said of a thing that only looks like a reporting word: 激烈的批评，也是…."""
_ANSWERED = re.compile("(?:就|对|对于|针对|围绕)[^，；：]{2,}\\Z")
_ANSWERS = re.compile(
    "[^。；]*(?:予以|作出|做出|进行|表达|提出|给予)了?(?:[^，。；]{0,4})(?:回应|回答|答复|谴责|评论|说明|驳斥|批评|反驳|解释|介绍|解读|抗议)[，。；]?"
)
"""What makes a matter that is answered of what stands before it: 就…予以回应."""
_HAS_ANSWERED = re.compile(
    "[^，。；：的]{2,16}?(?:就|对|对于|针对|围绕)[^。；]{4,}(?:予以|作出|做出|作了|进行|回答了)[^，。；]{0,6}(?:回应|回答|答复|谴责|评论|说明|驳斥|批评|解释|介绍|解读|提问)。"
)
_NOT_BEFORE = frozenset("的所被“、")
_SUFFERED = re.compile(
    "(?:被(?![告访采调害])|得不?到|受到|引[起发]|遭遇)[^，。；：的]{0,10}\\Z|(?:屡遭|备受|饱受|遭到|遭受)[^，。；：的]{0,6}\\Z"
)
"""What makes of a reporting word what is done to somebody: 被业主认同."""
_BY_WHOM = re.compile(
    "(?:通过|经(?=人|朋友|老乡|熟人|亲戚|同事|同学))[^，。；：了]{1,8}\\Z"
)
"""By whom somebody has found something: 通过老乡介绍."""
_AS_NOUN = re.compile(
    "(?:规模|总量|总数|人数|数量|总额)$|寄予(?:了|着)?[^，。；：]{0,4}$|[与及]$|意思$|资格$|[^有]无$|身份$|更高$|[一两三四五六七八九十几数\\d][篇份则个次条项封段]$|(?:得到|受到|引[起发])[^，。；：的]{1,3}$|(?:不|拒绝|虚心|坦然)接受$|的(?:麻辣|精彩|犀利|中肯|简单|直接|基本|完整|深入|庄严|重要|殷殷|殷切|郑重|具体|深刻|科学|谆谆|热切|总体|统一|系列|明确|首次|正式|率先|公开|严厉|强烈|积极|有力|正面|充分|猛烈|尖锐|一致|广泛|高度|热烈)$|(?:提供|给出|征求|听取|[当并]?作)(?:科学|专业|政策|合理|具体|详细|[定有][性量力]|、){1,3}$|(?:所有|一切|任何|上述|相关|有明确|[这那]些|[这那]一|接到?(?:报警|报案|举报)|接警|不少|许多|诸多|种种)$"
)
"""What makes a thing of the reporting word behind it: 需求与期盼, 的明确提出, 所有指控."""
_HOUSE = re.compile("[出究务卫法生诊交]所$")
"""A body that ends in 所, which elsewhere makes an attribute of a verb: 派出所."""
_NOT_AFTER = frozenset("的了着、”》")
_AND_SO_ON = re.compile("等(?=[，。、；]|的|方面|环节|方式|工作|措施|手段|服务)")
"""What closes a row of things behind one of them: 资质认定等，."""
_ON_AND_ON = frozenset("已止断绝迭")
_EXCESS = frozenset("度去于多程分剩")
_TOLD_ONLY = frozenset("说 讲 称 看到 问 答 道 提到 谈到".split())
_SPEECHES = frozenset("致辞 致词 发言 陈述 阐述".split())
"""What tells that somebody speaks, but not what."""
THINGS_TOO = frozenset("倡议 建议 主张 呼吁 要求 规定 判断 设想 估计 推断".split())
"""What is a thing right behind its name in quotation marks: “…”倡议."""
_PAPERS_TOO = ("规划", "意见")
"""What makes one paper with 建议: 规划建议."""
NOUNS_TOO = frozenset(("要求 规定 明确 报道").split())
_MET = re.compile(
    "(?:(?:(?<=[，。；：！？\\s])|\\A)应(?![急用届])[^，]{1,10}\\Z|罔顾|无视|违反|触犯|符合|按照?|遵照|遵循|满足|达到|落实|对照|[依根]据|适应)"
)
"""What is done with a rule, which is then no statement: 符合《…》要求，."""
_HOPES = frozenset("期盼 期待 预期 承诺 诉求 希望 要求 关切 主张 呼吁".split())
_DONE_WITH = re.compile(
    "(?:^|[，；])(?:[^，；]{0,12}?[由于将再已、]|[^，；]{0,3})(?:履行|兑现|回应|满足|超过|超出|立足|不负|提高|降低|调低|调高|高于|低于|契合|顺应)[^，；]*\\Z"
)
"""What is done with a hope, which is then no statement: 回应群众期盼，."""
_DEEDS = _HOPES | frozenset(
    "分析 研判 论述 阐释 评价 认同 建议 规定 通报 介绍 解读 统计 监测 反映 点评 说明 要求 保证 倡议 剖析".split()
)
_PART_OF = re.compile(
    "(?:^|[，；、])(?![^，；、]*(?:中心|公司|集团|研究所|研究院|实验室|主任|经理|负责人|[局院所校馆会部司处科社]长|书记|总裁|研究员|教授|工程师))(?:[^，；、]{0,6}?|[^，；、]{2,20}(?:要|应当?|须)[^，；、]{0,5}?)(?:开展|缺乏|纳入|取消|寄予|满怀|实行|实施|进行|体现|创新|明确(?=[^，]{2})|注重|强化|征求|听取|聚焦|聚力|加强|接受|落实|突出|深化|细化|推动|推进|做好|完善|健全|建立|制定|出台|提升|提高|增强|凝聚|形成|围绕|结合|坚持|严格|紧扣|对照|对标|贯彻)[^，；、后时]{0,20}(?<![后时并还也又了])\\Z"
)
"""What is done of which a reporting word is a part, and no statement: 开展调研分析，."""
OFTEN_UNMARKED = frozenset("提到 谈到 讲到 提及 谈及".split())


_THINGS = re.compile(
    "[^，。；：]{0,30}(?:机制|理论|方法|概念|理念|模式|方案|观点|计划|目标|思路|构想|设想|假说|猜想|模型|框架|体系|倡议|建议|要求|意见|问题|疑问|疑义|质疑|异议|措施|举措|主张|口号|原则|标准|路径|战略|任务|对策|命题|定义|批评|警告|抗议|申请|申诉|上诉|请求|诉求|赔偿|条件|挑战|需求|看法|见解|办法|政策|议案|提案|算法|技术|路线)(?=[，。；：]|$)"
)
"""A thing that is put forward, which is no statement: 提出…的方案."""
_THEORY = re.compile("[一-鿿]{2,6}论(?:（[^）]*）)?(?:等|[，。、；])")
"""A theory by its name: 提出进化论（1859年）."""
_ORDER = re.compile(
    "(?=[^。]{8})(?:首先|在[^，。]{1,12}[前内]|[^，。；：]{2,24}，要(?!求)|确认|判令|撤销|解除|返还|赔偿|支付|各|每|全|所有|将|把|有关|相关|双方|[^，。；：了过的]{2,14}?(?:必须|应当?|不得|不要|立即|马上|尽快|抓紧|严格|认真|切实|做好|加强|确保|落实|完成|停止|撤出|提交|整改|把|在[^，。]{1,12}[前内]|于[^，。]{1,12}[前内]))"
)
"""What is demanded of many, or to be done: 要求各地把…."""
_CALLED_ON = re.compile(
    "[^，。；：“”]{1,16}(?:要(?!求)|必须|应当?|不要|不能|继续|努力)"
)
"""What somebody is called on to do: 勉励同学们要…."""
_BY_STUDY = re.compile(
    "(?:通过|经过|根据|基于|利用|采用|运用|对|就|用)[^。]{2,40}(?:研究|调查|分析|实验|试验|比较|观察|访谈|考察|检验|测算|统计|影响|收益率)，$"
    "|(?:比较|分析|研究|考察|调查|测算|检验|利用|观察|跟踪|访谈|梳理|统计|回顾|评估|度量|模拟|关注|选取)了?[^。，]{2,40}，(?:研究)?$"
)
"""What a study finds, after how it was made: 通过对…的研究，发现…."""
_ASKING = re.compile(
    "[^，。“”]{0,16}(?:能否|是否|能不能|可不可以|可否|有没有|会不会|是不是|要不要|怎么|为什么|为何|何时|多少|哪里|[吗呢？])"
)
"""What is asked: 问…能否…."""
_AND_ACTS = re.compile("[^，。；：]{2,12}，(?:便|就|于是|随即|立即|马上)")
"""What somebody hears of and acts on: 了解到新政策，便…."""
_ACT_DONE = re.compile(
    "来的|(?:[以之][来后前]|后|前)，|(?![在当等待从自到经])[^，。；：]{1,10}[^随然今最此](?:后|之际)，"
)
"""What tells that something was said, not what: 提出来的; 指出疑点后，."""
_NO_ACTS = frozenset("认为 相信 坚信 觉得 称 预计 预测 坦言 透露 建议 断言".split())
"""What is no act that something is done after: 认为修渠以后，…."""
_NEWS = re.compile(
    "(?=[^。]{6})(?:将|自|从|对|于|在|不再|已|全面|正式|启动|取消|终止|暂停|恢复|成立|[^，。；：了过的]{2,40}?(?:将|已|自|从|于|正式|获|为(?!了)|是)|[^，。；：]{4,40}?(?:无效|有效|生效|独立|破产|辞职|停火)(?=[，。；]))"
)
"""What a body announces: 宣布将…, 宣布某某自…."""


_IDIOMS = tuple(
    "不讳 无隐 无忌 直书 已久 许久 多时 这些话 这番话 这句话 这段话 此话 瞎话".split()
)
"""What makes a phrase of a reporting word: 直言不讳, 期盼已久, 说这些话."""
_DOES = ("通过", "予以", "加以", "给予", "进行", "进行了", "作了", "做了")
"""What makes a deed of a reporting word: 予以报道."""
_DRAFT = re.compile(
    "(?:草案|稿|意见|方案|规划|纲要|计划|》)[中里]?(?:还|也|又|同时|进一步|首次|特别|专门)*\\Z"
)
"""A paper that provides for something, before how it does: 草案还 明确…."""


_CLAUSE = re.compile(
    "(?!自己的|怎[么样]|如何|[^，。；：]*的(?:故事|经历|事情|消息|秘密|办法|方法|道理|地址|名字)[，。])[^，。；：]{0,14}?(?:可以|不|没|要|会|将|已|是|有|能|需|应|无法|正|被|在)[^，。；：]{3,}"
)
"""What somebody is told, not what of: 告诉他…需要…."""


_JUDGED = re.compile("[^，。；：]*[是会将应能已有为无没]")
"""What is judged to be so, and no thing that is judged: 判断行车位置."""


_DOUBTED = re.compile(
    "(?=[^。]{10})[^，。；：“”的]{2,16}?(?:是(?!次)|早已|已|未(?!来)|没有|不(?![满公当])|为何|会(?!议)|能(?![力源])|将|仍|应(?!用)|只|涉嫌|根本|故意|刻意|有否)"
)
"""What is doubted to be so, and no thing that is doubted: 质疑警方早已知悉…."""
_RULED = re.compile("(?![^。]{0,24}的?(?:结果|标准|程序|书))[^，。；：的]{6,}")
"""What a court rules, and no ruling that is told of: 裁定某某罪名不成立."""
_CONFIRMED = re.compile(
    "(?=[^。]{8})[^，。；：的]{0,16}?(?:\\d|已|将|是(?!否)|有|没有|遇难|死亡|受伤|发生|为)"
)
"""What is confirmed to be so: 确认19人遇难."""
_UNMARKED = {
    "指": re.compile(""),  # of whoever stands right before it; see ``pointing``
    "要求": _ORDER,
    "问": _ASKING,
    "判断": _JUDGED,
    "质疑": _DOUBTED,
    "裁定": _RULED,
    "确认": _CONFIRMED,
    **dict.fromkeys(("宣布", "宣告", "表态"), _NEWS),
    **dict.fromkeys(("勉励", "叮嘱", "嘱咐", "号召"), _CALLED_ON),
}
"""What has to follow a reporting word that mostly has a mark behind it."""


def _may_lack_mark(cue: Cue, left: str, rest: str) -> bool:
    """Whether a cue that mostly has a mark after it states something without."""
    pattern = _UNMARKED.get(cue.base)
    if pattern is not None:
        return pattern.match(rest) is not None
    if cue.base == "明确":
        return _DRAFT.search(left) is not None and not rest.startswith("要求")
    if cue.word in TELLING_WHOM:
        return _CLAUSE.match(rest) is not None
    if cue.base == "发现":
        return _BY_STUDY.search(left) is not None
    return cue.base in OFTEN_UNMARKED


def may_state(text: str, cue: Cue, start: int, end: int) -> bool:
    """Whether a cue of the sentence ``start..end`` states what comes after it."""
    after = text[cue.end : cue.end + 1]
    before = text[max(start, cue.start - 9) : cue.start]
    if (
        _is_attribute(cue, before)
        or _not_stating(text, cue, after)
        or _is_nobodys(text, start, cue)
        or text.startswith(_IDIOMS, cue.end)
        or before.endswith(_DOES)
        or _SUFFERED.search(text, max(start, cue.start - 12), cue.start)
        or (cue.base == "介绍" and _BY_WHOM.search(text, start, cue.start))
    ):
        return False
    is_word = cue.base in _WORDS
    is_only = cue.base != "称" and before.endswith("只")
    if _NEGATED.search(before) or (
        is_word and (is_only or _NO_SAYING.search(before) is not None)
    ):
        return False
    if cue.base in _TOUCHING and (
        _TOPIC.match(text, start, cue.start)
        or before.endswith(("在", "当", "它", "其"))
    ):
        return False
    has_mark = after in ("，", "：") or (is_word and after == " ")
    rest = text[cue.end : end]
    if (
        (cue.needs_mark or cue.word in TELLING_WHOM)
        and not has_mark
        and not _may_lack_mark(cue, text[start : cue.start], rest)
    ):
        return False
    if cue.base == "表示" and _ATTITUDE.match(rest):
        return False
    if has_mark:
        return cue.base not in NOMINAL or _IS_ONE.match(rest) is None
    left = text[start : cue.start]
    is_answer = _ANSWERED.search(left) and (_TOPIC.match(left) or _ANSWERS.match(rest))
    if is_answer or _tells_when(cue, left, rest):
        return False
    return _goes_on(cue, after, rest)


_STANDPOINT = re.compile("站在[^，。；]{1,16}的?(?:立场|角度)上?(?:看|来看)?，\\Z")
"""From where the author looks, right before a reporting word: 站在某某的立场上，说…."""


_ONLY_IF = re.compile("(?:\\A|[，。；：\\n])只[有要][^，。；：]{0,14}\\Z")
"""What makes a condition of a thought: 只有馆员意识到…，才能…."""


_IF = re.compile(
    "(?:\\A|[，。；：\\n])(?:[但而可]|否则)?(?:如果|若(?:是|果)?(?![干昂泽望尔奥阿])|倘若?|假如|假若|一旦|要是|即使|即便|哪怕|除非|万一)(?!说)[^，。；：]{0,14}(?<!也)\\Z"
)
"""What makes a condition of any statement: 若学校认为有需要，…."""


_CITED = re.compile("(?:\\A|[，。；：\\s])[另又但而]?(?:根据|据)")
"""What leads to whose announcement is cited: 据某某社晚间公告."""
_SEES = frozenset("看到 发现 了解到 注意到 观察到 得知".split())
"""What the text itself does with whatever 可以 stands before."""
_RECKONS = frozenset("预测 预期 预计 估计".split())
_RECKONED_ON = tuple("盈利 业绩 利润 销量 产量 价格 增长 评级 收入".split())
"""What makes one noun with a reckoning: 盈利预测."""


def _is_cited(text: str, start: int, cue: Cue) -> bool:
    """Whether a cue is what a sentence cites, a reckoning it tells of, or what all can see."""
    if cue.base == "公告":
        return _CITED.search(text[start : cue.start]) is not None
    if cue.base in _SEES:
        return text.endswith(("可以", "不难"), start, cue.start)
    return cue.base in _RECKONS and text.endswith(_RECKONED_ON, start, cue.start)


def _is_nobodys(text: str, start: int, cue: Cue) -> bool:
    """Whether the clause of a cue is the author's own, or tells what a rule is for."""
    if _is_cited(text, start, cue):
        return True
    is_hope = cue.base in _HOPES and text.startswith("，", cue.end)
    if is_hope and _DONE_WITH.search(text[start : cue.start]):
        return True
    is_deed = cue.base in _DEEDS and text.startswith("，", cue.end)
    if is_deed and _PART_OF.search(text[start : cue.start]):
        return True
    is_thought = cue.base in THOUGHT
    before = max(0, start - 1)
    if (is_thought and _ONLY_IF.search(text, before, cue.start)) or _IF.search(
        text, before, cue.start
    ):
        return True
    if cue.base not in _WORDS and cue.base not in NOUNS_TOO:
        return False
    if _STANDPOINT.search(text, start, cue.start):
        return True
    clause = max(start, text.rfind("，", start, cue.start) + 1)
    pattern = _AS_ONE_SAYS if cue.base in _WORDS else _MET
    return pattern.search(text, clause, cue.start) is not None


def _is_attribute(cue: Cue, before: str) -> bool:
    """Whether the characters before a cue make it part of a noun phrase."""
    if before[-1:] in _NOT_BEFORE and not _HOUSE.search(before):
        return True
    if cue.base in _WRITINGS and _OF_THEIRS.search(before):
        return True
    is_thing = before[-1:] == "”" and cue.base in THINGS_TOO
    is_thing = is_thing or (cue.base == "建议" and before.endswith(_PAPERS_TOO))
    return is_thing or _AS_NOUN.search(before) is not None


_WRITINGS = frozenset("论述 阐述 论证 论断 评述 概述 陈述".split())
_OF_THEIRS = re.compile("的[^，。；：的]{2,6}\\Z")
"""Whose writings on something are meant: 某某的心理学论述，…."""
_PUT_FORWARD = ("提出", "揭示")
_THEN_SAID = re.compile(
    "[^，。；：]{2,8}，(?:并|还|也)?(?:认为|指出|主张|强调|称|说|表示)"
)
"""What is put forward, before what it says: 提出新解，认为…."""
_FOUND_TO_BE = frozenset("判断 证实 确认 鉴定 诊断".split())
"""What names with 为 what something is, and reports nothing: 判断为某病."""


_MANNER = re.compile("情况[，。]|地(?:追?问|说|答|回|道|讲|喊|叫|看|望|笑|打量|摇|点)")
"""What makes a thing of a forecast, and how something is said of a thought: 气候预测情况, 怀疑地问."""
_FAULTS = re.compile("[^，。；：]{2,20}的(?:问题|错误|不足|缺点|毛病|漏洞)[。，]")
"""What one points at and does not state: 指出船工操作中的问题."""
_TALK = frozenset("说 讲 提".split())
_ABOUT = re.compile("[^，。；：]{1,10}的(?:事情?|故事|话题|往事|经过|闲话)[，。]")
"""What one only talks about: 说船上的事，."""


_SINCE_THEN = re.compile("[^，。；：]{2,40}(?:以来|之后|以后)，")
"""What makes a time of a proposal: 自某某提出…以来."""
_FROM = re.compile("(?:自从?|\\d{4} ?年)[^，。；：]{0,30}\\Z")


def _tells_when(cue: Cue, left: str, rest: str) -> bool:
    """Whether a proposal only tells since when something is so."""
    return (
        cue.base == "提出"
        and _FROM.search(left) is not None
        and _SINCE_THEN.match(rest) is not None
    )


def _goes_on(cue: Cue, after: str, rest: str) -> bool:
    """Whether a cue without a mark goes on with a clause and not with a thing."""
    if after in ("。", "；", "！", "？", "") or len(rest) < _LEAST:
        return False
    is_done = cue.base not in _NO_ACTS and _ACT_DONE.match(rest)
    if is_done or (cue.base == "了解到" and _AND_ACTS.match(rest)):
        return False
    if _is_of_thing(cue, after, rest) or _MANNER.match(rest):
        return False
    if cue.base in THOUGHT and (_QUALITY.search(rest) or _OF_WHOM.match(rest)):
        return False
    if cue.base in OFTEN_UNMARKED and _AS_IT_COMES_UP.match(rest):
        return False
    if cue.base in _ASKING_FOR and _WHAT_ASKS.fullmatch(rest):
        return False
    return not (
        cue.base in ("提出", "说", "称", "讲", "透露")
        and "，" not in rest
        and len(rest) < 12
    )


def _is_of_thing(cue: Cue, after: str, rest: str) -> bool:
    """Whether a thing is put forward, or found to be something, and nothing is reported."""
    if cue.base in _FOUND_TO_BE:
        return after == "为"
    if cue.base == "提出" and _THEN_SAID.match(rest):
        return True
    if cue.base == "指出" and _FAULTS.match(rest):
        return True
    if cue.base == "强调":
        return _STRESSED.fullmatch(rest) is not None
    if cue.base in _TALK and _ABOUT.match(rest):
        return True
    is_put = cue.base in _PUT_FORWARD and not rest.startswith("要")
    return is_put and (_THINGS.match(rest) or _THEORY.match(rest)) is not None


def is_told_further_on(text: str, end: int, cue: Cue) -> bool:
    """Whether who is named in a clause before may be who is told: 他接到电话，告知他….

    Args:
        text: of the passage.
        end: where the name ends.
        cue: the reporting word, with whom it is told.
    """
    return (
        cue.word in TELLING_WHOM
        and text[cue.end : cue.end + 1] not in ("，", "：")
        and text.find("，", end, cue.start) >= 0
    )


def tells_of_answer(text: str, start: int, end: int) -> bool:
    """Whether a sentence only tells that somebody answered: 某某就…作了回应."""
    return _HAS_ANSWERED.match(text, start, end) is not None


def _not_stating(text: str, cue: Cue, after: str) -> bool:
    """Whether the character after a cue makes it part of something else: 说不清."""
    if after in _NOT_AFTER or cue.word in _SPEECHES or _AND_SO_ON.match(text, cue.end):
        return True
    if after == "过":
        return text[cue.end + 1 : cue.end + 2] not in _EXCESS
    if after == "不" and text[cue.end + 1 : cue.end + 2] in _ON_AND_ON:
        return True
    return after in ("和", "不", "一") and (after == "和" or cue.base in _TOLD_ONLY)
