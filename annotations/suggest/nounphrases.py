"""Noun phrases: what may be one, what opens none, and what may stand behind a name."""

from __future__ import annotations

import re

from annotations.suggest.cues import alternation

AFTER_NAME = (
    "(?:$|[亦等回答就介解谈说均也还则都就曾便又却竟并再最首随进同普一纷明当公特着反近日今昨前在对向从以表接受告此主已正要刚仍多共分别另日联先代通经早摆皱瞪咧扬伸耸拿指笑摇点叹望坐站挥拍端翻递举抬搓掏擦抱捧握拉依根按结综针基给"
    "（笑]|马上|既[^，]|批评|质疑|支持|肯定|否定|赞成|呼吁|考察|比较|利用|运用|采用|使用|梳理|撰文|检验|借助|选取|跟踪|经?审理|经?(?:调查|核实|查证|核查|评估|论证|研判|讨论|勘查|检测|鉴定|复核|会商)|立[即刻马]|迅速|赶[紧忙来到]|[连急]忙|有关|相关|有自己|有不同|\\d{1,4}[日月年]|[\u4e00-\u9fff]{2}$|(?!们)[\u4e00-\u9fff]{2}了|[\u4e00-\u9fff]{2,6}后$)"
)
"""What may stand behind a name or a noun that is the subject of a clause."""
NP_BODY = "[\u4e00-\u9fffA-Za-z0-9·《》“”、—\\-]"
_PHRASE = re.compile(f"{NP_BODY}+|[^，。；：]+")
DEMONSTRATIVES = re.compile(
    "^(?:[*＊※]*\\d{4}年的|(?:还有|有|超|近|逾)?[\\d.]+[%％]的|[^，的]{0,4}(?:发布|公布)的(?=数据|统计)|[^，]{1,8}的(?=一[位名])|[^，]{1,6}(?=有人)|[他她][^，]{1,4}的(?=.*)|[^，]{0,3}(?<![所现国拥没私公具含享])有(?![人些关限的色])|[这那][里儿边]的|其|该|这位|那位|这名|这家|那家|上述|这份|该份|这一|这项|该项|这(?![些本个种类批])|一些(?=业内))(?=..)"
)
"""What points to a noun, or only leads to it."""
VERBAL = re.compile(
    "[了着过吗呢吧把让由]|被(?![告害])|还是|才是|也是|正在|已经|可以|应该|必须|能够|不是|不能|[^不]仅|(?<![首成古])都|就是|(?<![与参协委员大事工学商联董国议教妇晚展社览峰运唱乐易谈讨布介金进总分字奥年论究])会[^议员场长计]|接到|收到|召开(?!的)|举行(?!的)|引发|一直|已对|不顾|招揽|前往|走进|来到|[^于]是|强调|表示|指出|认为|\ue000{8}"
)
"""What makes a clause of a run of characters."""
_OPENERS = (
    "一边 一面 推动 协助 引导 感谢 于 针对 对 且 即使 将 除 还 督促 贯彻 继 赞赏 主持 出席 参加 召开 进一步 采纳 落实 加强 减少 开展 欢迎 阐述 遵守 违反 不顾 仍不顾 无视 "
    "听取 听从 听 接 收到 寄予 充满 满怀 心怀 响应 尊重 执行 送别 主动 大声 引发 发现 要求 呼吁 依照 依法 跟 仍 应遵守 现已 之后 以及 "
    "据 按 按照 根据 依据 关于 对于 通过 经 由 为 把 被 让 令 使 给 结合 随着 经过 出于 基于 鉴于 本着 翻看 翻开 查看 查阅 打开 面对 用 "
    "走进 来到 没有 看到 听到 在 从 当 除了 只要 综合 回应"
).split()
_GUARDS = {
    "对": "(?![方手岸外策]|[^，]*的[^，]*(?:研究|调查|分析))",
    "将": "(?![军领士官])",
    "除": "(?!夕)",
    "还": "(?!珠)",
    "继": "(?![父母女子任])",
    "召开": "(?!的)",
    "听": "(?![众证])",
    "接": "(?![受警线诊待班力送驳种任棒机])",
    "被": "(?![告害])",
    "使": "(?![馆者团用命节领])",
    "用": "(?![户人工])",
    "从": "(?!业)",
    "令": "(?!狐)",
    "于": "(?=\\d|当地|今|昨|近|日前)",
    "经": "(?![济理销纪营办])",
    "当": "(?![地局事])",
}
NOT_SUBJECT = re.compile(alternation(_OPENERS, _GUARDS))
"""Prepositions, conjunctions and verbs, which open a clause but no subject."""


def is_phrase(name: str) -> bool:
    """Whether a run of characters is one phrase and no clause with a verb."""
    return not VERBAL.search(name) and _PHRASE.fullmatch(name) is not None
