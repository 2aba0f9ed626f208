"""Claims: assertions that a fact-checker could check, or an analyst would follow.

A score says how much somebody who follows a debate would want the claim kept; it is no
probability of being true.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from annotations.suggest.figures import figures, weight
from annotations.suggest.patterns import led

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotations.suggest.direct import Speech
    from annotations.suggest.indirect import Statement
    from annotations.suggest.passages import Passage


class Claim(NamedTuple):
    """A claim in one passage, code points into its text."""

    start: int
    end: int
    type: str
    score: float


_CAUSAL = re.compile(
    led(
        "导致|造成|引发|使得|致使|促使|促进|促成|推动|带动|拉动|带来|催生|得益于|源于|缘于|源自|归因|取决于|由于|因为|因而|从而|因此|有助于|有利于|不利于|"
        "(?:提升|提高|降低|减少|增强|增加|缩短|改变|压缩|削弱|扩大|缓解|加剧|满足|优化|改善|丰富|释放|激发|扰乱|保障|维护|节省|省下|挤占|拖累|稳定|释放)了|"
        "大幅(?:提升|提高|降低|减少|缩短|增强)|极大|重塑|颠覆|解决了|影响(?:着|了|到|[^力响片视院])|(?<![为允])让(?=[^，。]{2,})|使(?=[^用命者馆])|赋能|"
        "限制了|阻碍|开辟|打破|危害|损失|提供[^，。]{0,12}(?:机会|支撑|保障|可能|条件|动力)|赋予|产生[^，。]{0,14}(?:影响|效应|作用|距离感)|会产生|"
        "(?:作出|做出)[^，。]{0,6}贡献|导向|归功于|原因(?:是|在)|根子|关键在于|主要在于|主要原因|只要[^。]{0,60}就|越[^，。]{1,10}，?[^，。]{0,12}越|推向|就会|离不开|保证了"
    )
)
_PREDICTIVE = re.compile(
    led(
        "未来|今后|预计|预料|有望|势必|必将|即将|将会|将于|明年|后年|下半年|下一步|展望|到20[2-9]\\d年|到二〇[二三四五六七八九]|指日可待|可能(?!性)|或将|终将|拟于|届时|年底前|择期|"
        "将(?=(?:在|有|是|对|为|以|继续|进一步|全面|逐步|持续|再|迎来|成为|推出|出台|覆盖|开展|启动|建设|建成|形成|达到|举办|举行|提交|重新|缓解|带来|面临|由|从|不|更|极大|大幅|直接|会|向|重塑|打破|"
        "催生|推动|呈现|拓展|重构|实现|增加|减少|改善|超过|达|突破|占|拥有|陆续|首次|正式|严格|斩断|加大|加快|加强|投入|完成|开工|开通|投产|搬|关闭|恢复|派|前往|访问|公布|发布|宣布|审议|讨论|就))"
    )
)
_PLAN = re.compile(
    led("计划(?=在|于|到|用|将|新|建|投|开|启|明|今|年|未来)|目标是|力争|打算")
)
_NORMATIVE = re.compile(
    led(
        "应当|应该|理应|(?<![不响适供反回对因])应(?=[^用对急邀聘答届有声付运收景验变召])|必须|亟[需待]|务必|切忌|不得|不能(?=只|不|止|仅|一|把|让|再|简单|以|因)|不应|不可(?!替代|逆|或|能|避|思)|"
        "需要(?!的|[^，。]{0,4}人工)|(?<![必急所刚供])需(?=[^要求])|急需|要(?<=[，。：；“就还更也既都仅定时先]要)(?![求么素点是不闻闹])|"
        "只有[^，。]{0,40}，?[^，。]{0,14}才|要(?=突出|坚持|把|在[^，。]{2,20}[上中]|防止|避免|注意|做到|做好|加强|进一步|深入|切实|严格|抓|用好|推动|建立)|警惕|不要|防止|切不可|当务之急|值得(?:警惕|注意|重视)|建议|呼吁|与其[^。]{0,60}不如|少一[点些]"
    )
)
_NORMATIVE_FIRST = re.compile(
    "(?:就|还|更|也|既|首先|其次|一定)?要(?![求么素点是不闻闹])"
)
_FACTUAL = re.compile(
    led(
        "已(?!故|婚|知|往)|正在|正(?=[^是确常式当规宗好如因直])|仍|尚|首[次个家批条部份例座]|第一|最(?!近|初|后|终|终)|成为|实现|达成|没有|无法|难以|不能|可以|可(?=[^是能爱以见怕惜])|能(?![力源量否人])|持续|不断|逐步|逐渐|显著|"
        "明显|增强|提升|下降|增长|推出|发布|宣布|成立|举行|召开|开通|完工|开工|存在|缺乏|缺少|依赖|面临|属于|采用|涉嫌|违法|侵犯|抓获|入选|荣获|获得|研发|取得|参与|打造|设立|建立|开展|公开|转向|转变|取代|代替|替代|"
        "不足|过度|普遍|大多|多数|主要|重要|核心|标志着|证明|表明|意味着|进入|走进|渗透|广泛|涌现|出现|同比|占|高于|低于|不是[^，。]{0,40}，?[^，。]{0,40}(?:而)?是|并非|而是|往往|容易|需求|短板|优势|瓶颈|门槛|问题|"
        "非法|规定|纳入|实施|推行|覆盖|停产|关闭|恢复|取消|签署|批准|通过了|宣判|立案|查封|破获|发现|生效|迁出|搬离|负责|来自|源自|属|具有|拥有|是[^，。]{2,}"
    )
)
_FIRM = re.compile(
    led(
        "首[次个家批条部份例座]|第一|尚[未无不]|无法|难以|宣布|成立|入选|获得|荣获|破获|抓获|判决|查封|标志着|正式|通车|投产|建成|完工|生效"
    )
)
"""What makes a fact news."""
_SCENE = re.compile(
    led(
        "阳光|夕阳|微风|络绎不绝|驻足|走进|来到|映入眼帘|记者(?!会)|只见|一边|笑|泪|眼睛|窗外|清晨|傍晚|仿佛|宛如|如同|像一|好像|似的|聊起|说起|谈起|回忆|童年|掌声|端着|坐在|站在|抬起|拿起|捧|听说|想起|愿(?!意|望|者)|"
        "伏笔|缘分|故事始于|生动写照|心里|心头|灯|香气|令人|叹|感动|致敬|欣喜|热闹|醒目|题为|主持|致辞|围绕[^，。]{0,40}(?:展开|讨论|研讨)|责任编辑|话题"
    )
)
_PROCEDURE = re.compile(
    led(
        "浸泡|搅拌|加热|切成|切割|放入|蘸|油炸|蒸|碾磨|过筛|倒入|沥|泡好|压平|复炸|摄氏度|工序|点击|登录|填写|进行(?:人工)?筛选"
    )
)
_SETTING = re.compile(
    led(
        "雾|泊着|坐着|站着|摆着|挂着|停着|蹲|抽烟|手里|脸上|头发|皱纹|窗|院子|门口|桌|墙|抬头|走了|跑|夕阳|清晨|傍晚|熬了|翻来覆去|看了[^，。]{0,3}遍"
    )
)
"""What a scene is made of, whose numbers matter to nobody."""
_MEASURED = re.compile("增|减|升|降|累计|平均|同比|达|占|投资|总|超过|突破|比")
_SAMPLING = re.compile(
    led(
        "发放[^。]{0,10}问卷|发放[\\d一二三四五六七八九十百千]+份|有效问卷|有效配对|回收率|样本中|历时[\\d一二三四五六七八九十]+周|被试|观测值|Cronbach|信度|面板数据[，进]|进行(?:问卷|实地|深度)?(?:调查|访谈|检验|准?实验|编码)|本文(?:基于|利用|采用|运用|选取|以)|该文(?:基于|利用|采用|运用|选取|以)|"
        "本研究(?:基于|利用|采用|运用|选取|以)|该研究(?:基于|利用|采用|运用|选取|以)|数据来(?:自|源)|控制变量|被解释变量|量表采用|抽取|抽样方法|剔除"
    )
)
"""How a study was made, which is no finding."""
_BY_LAW = re.compile(
    "《[^》]{2,30}》(?:第[^，。：]{1,8}[条款])?[^，。：]{0,6}(?:规定|明确|要求)："
)
_MUSING = re.compile(
    led(
        "所谓|如果说|何尝|岂|不妨|试想|难道|莫非|诚然|固然|当然|俗话|古人|好比|不过是|无非|何必|且看|君不见|终究|归根结底|一阵风|正如"
    )
)
_QUESTION = re.compile(
    "[？?]|记者追?问，|是否真|会不会|能不能|怎么样$|如何[^，。]{0,12}$"
)
_CONNECTIVE = re.compile(
    "(?:然而|但是|但|不过|此外|同时|另外|因此|因而|所以|其中|例如|比如|经查|经初查|可以看到|也要看到|可见|其实|事实上|实际上|一方面|另一方面|首先|其次|再次|最后|而且|而|且|尤其|对此|如今|"
    "总之|于是|随后|由此可见|由此|近年来|近日|日前|据悉|据了解|与此同时|换言之|也就是说|反之|反观|目前|还有|看来|可|结果)(?:，|(?<=但|而|且|可)(?=[^，])|(?<=其中)(?=[^，]))"
)
_DATELINE = re.compile(
    "[^。！？；：”]{0,90}?(?:\\d{1,2}月\\d{1,2}日|\\d{1,2}日)(?:电|讯)(?:（[^（）。]{0,40}）)?[ ，]*"
    "|[^，。！？；：”]{0,40}?本报讯(?:（[^（）。]{0,40}）)?[ ，]*"
)
"""Where and when a report was filed, and by whom, with a headline that ran into it."""
_FIRST_PERSON = re.compile("我(?![们国市省县区厂院校队军])|俺|咱|你|您")
_NEWS = re.compile(
    "\\d{1,2}月\\d{1,2}日|\\d{4}年|今年|去年|日前|近日|《[^》]+》|[A-Z]{2,}|“"
)
_CUTS = re.compile("[。！？；…]+[”’）]*")
_CUTS_AT_YEARS = re.compile(
    "[。！？；…]+[”’）]*|，(?=(?:今年(?!以来)|去年|20\\d\\d年)[^，。；]{0,30}\\d[^，。；]{4,})"
)
"""Also where a clause begins with another year and has its own figures."""
_COMMA = re.compile("，")
_FURNITURE = re.compile(
    "^(?:#|——|■|\\[\\d|（|\\(|【|\\[?(?:关键词|参考文献)|责任编辑|来源|新华社记者|本报记者|文/|记者|Abstract|通讯员|问：|户名|账号|\\d+、户名)|(?:摄|发|供图|电）)$"
)
_PROSE = re.compile("[。！？；”]")
_LEAST = 9
_LONG = 76
_LEAST_HEAD = 14
"""Code points of narration before a speaker that may be a claim."""


def claims(
    passage: Passage, statements: Sequence[Statement], speeches: Sequence[Speech]
) -> Iterator[Claim]:
    """Claims of one passage, in the narration, in what is reported and in quotes."""
    if not _PROSE.search(passage.plain) or _FURNITURE.search(passage.plain.strip()):
        return
    for start, end, is_said in _units(passage, statements, speeches):
        yield from _judged(passage.plain, start, end, is_said=is_said)


def _units(
    passage: Passage, statements: Sequence[Statement], speeches: Sequence[Speech]
) -> Iterator[tuple[int, int, bool]]:
    """Sentences and parts of sentences between semicolons, without who said them."""
    starts = {one.start for one in speeches}
    for quoted in passage.quotations:
        if quoted.start in starts:
            first, last = quoted.start + quoted.is_opened, quoted.end - quoted.is_closed
            for start, end in _cut(passage.plain, first, last):
                yield start, end, True
    ends = {one.end for one in speeches if one.last_number == passage.number}
    for start, end in passage.sentences:
        one = next(
            (one for one in statements if one.clause_start <= start < one.end), None
        )
        inside = [one.start for one in speeches if start < one.start < end]
        if start in starts or (start in ends and one is None):
            continue
        if one is not None:
            first = one.start if start <= one.start < end else start
            cuts = (*(at for at in inside if at > first), end)
            yield from _parts(passage, first, cuts, is_said=True)
        elif not inside:
            yield from _parts(passage, start, (end,), is_said=False)
        else:
            first_one = next(one for one in speeches if one.start == inside[0])
            stops = _before_speaker(passage, first_one, start)
            if stops - start > _LEAST_HEAD:
                yield start, stops, False


def _parts(
    passage: Passage, start: int, cuts: Sequence[int], *, is_said: bool
) -> Iterator[tuple[int, int, bool]]:
    """What lies between cuts, each cut at its own marks."""
    for stop in cuts:
        for begins, stops in _cut(passage.masked, start, stop):
            yield begins, stops, is_said
        start = stop


def _before_speaker(passage: Passage, speech: Speech, start: int) -> int:
    """Where narration ends that goes before a speaker in one sentence."""
    source = speech.attribution.source
    if (
        source is None
        or source.passage_number != passage.number
        or not start < source.start < speech.start
    ):
        return start
    return passage.masked.rfind("，", start, source.start) + 1 or start


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    cuts = _CUTS_AT_YEARS if text.find("年", start, end) >= 0 else _CUTS
    for mark in cuts.finditer(text, start, end):
        yield at, mark.end()
        at = mark.end()
    if at < end:
        yield at, end


def _after_openings(text: str, start: int, end: int) -> int:
    """Where a unit begins to claim: after space, dateline and connective."""
    while start < end and text[start].isspace():
        start += 1
    for opening in (_DATELINE, _CONNECTIVE):
        lead = opening.match(text, start, end)
        if lead is not None:
            start = lead.end()
    return start


def _judged(text: str, start: int, end: int, *, is_said: bool) -> Iterator[Claim]:
    start = _after_openings(text, start, end)
    while end > start and (text[end - 1].isspace() or text[end - 1] in "；，"):
        end -= 1
    unit = text[start:end]
    bare = unit.rstrip("。！？；，”’… ")
    if len(bare) < _LEAST or _QUESTION.search(unit):
        return
    if _BY_LAW.search(unit) or _SAMPLING.search(unit):
        return
    numbers = [(one, weight(unit, one)) for one in figures(unit)]
    best = max((one[1] for one in numbers), default=0.0)
    if best >= 0.5:
        first, last = _clauses_with(
            unit, [one for one, worth in numbers if worth >= 0.4]
        )
        shown = unit[first:last]
        is_scene = _SETTING.search(shown) and not (
            best > 0.9 and _MEASURED.search(shown)
        )
        if not is_scene and not (_PROCEDURE.search(unit[first:last]) and best < 0.8):
            yield Claim(
                start + first, start + last, "statistic", round(min(best, 0.98), 2)
            )
            for begins, stops in ((0, first), (last, len(unit))):
                rest = unit[begins:stops].strip("，")
                if len(rest) > 16:
                    at = start + unit.index(rest, begins)
                    yield from _other(text, at, at + len(rest), is_said=is_said)
            return
    yield from _other(text, start, end, is_said=is_said)


def _other(text: str, start: int, end: int, *, is_said: bool) -> Iterator[Claim]:
    unit = text[start:end]
    doubt = 0.0
    doubt += 0.35 * bool(_SCENE.search(unit)) + 0.3 * bool(_PROCEDURE.search(unit))
    doubt += 0.2 * bool(_MUSING.search(unit)) + 0.2 * bool(_FIRST_PERSON.search(unit))
    worth = 0.1 * is_said + 0.05 * bool(_NEWS.search(unit)) - 0.1 * (len(unit) < 16)
    for type_, pattern, base in (
        ("causal", _CAUSAL, 0.7),
        ("predictive", _PREDICTIVE, 0.75),
        ("predictive", _PLAN, 0.65),
        ("normative", _NORMATIVE, 0.7),
        ("factual", _FACTUAL, 0.52),
    ):
        if not pattern.search(unit) and not (
            pattern is _NORMATIVE and _NORMATIVE_FIRST.match(unit)
        ):
            continue
        score = base + worth - doubt
        if type_ == "factual":
            score += 0.1 * bool(_FIRM.search(unit))
            score += 0.04 * min(len(pattern.findall(unit)) - 1, 3)
        yield Claim(start, end, type_, round(max(0.0, min(score, 0.95)), 2))
        return


def _in_parentheses(unit: str, at: int) -> bool:
    return unit.count("（", 0, at) > unit.count("）", 0, at)


def _clauses_with(unit: str, numbers: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The clauses of a unit that hold its figures; all of it if it is short."""
    commas = (mark.end() for mark in _COMMA.finditer(unit))
    cuts = [0, *(at for at in commas if not _in_parentheses(unit, at)), len(unit)]
    first = max(cut for cut in cuts if cut <= numbers[0][0])
    last = min(cut for cut in cuts if cut >= numbers[-1][1])
    if len(unit) <= _LONG:
        stands = last == len(unit) and 14 < last - first < len(unit) - 20
        if not stands or _NO_SUBJECT.match(unit, first):
            return 0, len(unit)
    if _NO_SUBJECT.match(unit, first) and first:
        first = max(cut for cut in cuts if cut < first)
    if (last - first) > 0.7 * len(unit):
        return 0, len(unit)
    while unit[last - 1] == "，":
        last -= 1
    return first, last


_NO_SUBJECT = re.compile(
    "为|靠|把|将|与|和|实现|达|抓获|下架|冻结|累计|年|是|比|占|高|低|同比|使|让|增|下降|仅|近|超|约|每|其中|共|最|不到|还|也|已|就|从|较|有|花费|其|涉及|总"
)
