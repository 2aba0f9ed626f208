"""Types of claims: what words make a unit causal, predictive, normative or factual.

The first type that fits is taken. A score says how much somebody who follows a debate
would want the claim kept.
"""

from __future__ import annotations

import re

from annotations.suggest.patterns import led

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
_MUSING = re.compile(
    led(
        "所谓|如果说|何尝|岂|不妨|试想|难道|莫非|诚然|固然|当然|俗话|古人|好比|不过是|无非|何必|且看|君不见|终究|归根结底|一阵风|正如"
    )
)
_FIRST_PERSON = re.compile("我(?![们国市省县区厂院校队军])|俺|咱|你|您")
_NEWS = re.compile(
    # Begins with one class of characters, so that Python's search skips to them.
    "[今去日近《“A-Z\\d](?:(?<=[今去])年|(?<=日)前|(?<=近)日|(?<=《)[^》]+》|(?<=“)|(?<=[A-Z])[A-Z]|"
    "(?<=\\d)(?:\\d?月\\d{1,2}日|\\d{3}年))"
)
"""A day, a year, a work or body by name, or words in quotation marks."""
_TYPES = (
    ("causal", _CAUSAL, 0.7),
    ("predictive", _PREDICTIVE, 0.75),
    ("predictive", _PLAN, 0.65),
    ("normative", _NORMATIVE, 0.7),
)
"""Type, what shows it, and the score of a unit that only shows it."""
_FACTUAL_SCORE = 0.52


def typed(unit: str, *, is_said: bool) -> tuple[str, float] | None:
    """Type and score (0 to 0.95) of a unit by its words; None if it claims nothing.

    Args:
        unit: a sentence or part of one, from its first word to its mark.
        is_said: whether somebody is reported to say it.
    """
    for type_, pattern, score in _TYPES:
        if pattern.search(unit) or (
            pattern is _NORMATIVE and _NORMATIVE_FIRST.match(unit)
        ):
            return type_, _score(unit, score, is_said=is_said)
    signs = len(_FACTUAL.findall(unit))
    if not signs:
        return None
    score = _FACTUAL_SCORE + 0.1 * bool(_FIRM.search(unit)) + 0.04 * min(signs - 1, 3)
    return "factual", _score(unit, score, is_said=is_said)


def is_procedure(unit: str) -> bool:
    """Whether a unit tells how something is made, cooked or filled in."""
    return _PROCEDURE.search(unit) is not None


def _score(unit: str, score: float, *, is_said: bool) -> float:
    doubt = 0.35 * bool(_SCENE.search(unit)) + 0.3 * is_procedure(unit)
    doubt += 0.2 * bool(_MUSING.search(unit)) + 0.2 * bool(_FIRST_PERSON.search(unit))
    worth = 0.1 * is_said + 0.05 * bool(_NEWS.search(unit)) - 0.1 * (len(unit) < 16)
    return round(max(0.0, min(score + worth - doubt, 0.95)), 2)
