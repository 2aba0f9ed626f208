"""Nations: countries, capitals and powers that speak under their own names."""

from __future__ import annotations

import re

from annotations.suggest.cues import alternation, sifted
from annotations.suggest.names.words import PROVINCES, TRANSLITERATION

_NATIONS = (
    "中国 美国 英国 法国 德国 俄罗斯 日本 韩国 朝鲜 印度 巴基斯坦 阿富汗 伊朗 伊拉克 以色列 巴勒斯坦 叙利亚 黎巴嫩 约旦 沙特 沙特阿拉伯 也门 阿曼 卡塔尔 科威特 巴林 阿联酋 土耳其 埃及 利比亚 突尼斯 阿尔及利亚 "
    "摩洛哥 苏丹 南苏丹 埃塞俄比亚 厄立特里亚 索马里 肯尼亚 乌干达 坦桑尼亚 卢旺达 布隆迪 刚果（金） 刚果（布） 尼日利亚 尼日尔 马里 乍得 加纳 塞内加尔 喀麦隆 安哥拉 赞比亚 津巴布韦 莫桑比克 马达加斯加 博茨瓦纳 纳米比亚 南非 "
    "莱索托 毛里求斯 塞舌尔 越南 老挝 柬埔寨 泰国 缅甸 马来西亚 新加坡 印度尼西亚 印尼 菲律宾 文莱 东帝汶 蒙古 蒙古国 尼泊尔 不丹 孟加拉国 斯里兰卡 马尔代夫 哈萨克斯坦 乌兹别克斯坦 吉尔吉斯斯坦 塔吉克斯坦 土库曼斯坦 阿塞拜疆 亚美尼亚 "
    "格鲁吉亚 乌克兰 白俄罗斯 摩尔多瓦 波兰 捷克 斯洛伐克 匈牙利 罗马尼亚 保加利亚 塞尔维亚 克罗地亚 斯洛文尼亚 波黑 黑山 北马其顿 阿尔巴尼亚 希腊 塞浦路斯 意大利 梵蒂冈 西班牙 葡萄牙 瑞士 奥地利 荷兰 比利时 卢森堡 丹麦 瑞典 挪威 芬兰 冰岛 爱尔兰 "
    "爱沙尼亚 拉脱维亚 立陶宛 马耳他 加拿大 墨西哥 古巴 海地 多米尼加 牙买加 巴拿马 哥斯达黎加 洪都拉斯 危地马拉 萨尔瓦多 尼加拉瓜 哥伦比亚 委内瑞拉 厄瓜多尔 秘鲁 玻利维亚 智利 阿根廷 乌拉圭 巴拉圭 巴西 澳大利亚 新西兰 斐济 巴布亚新几内亚 所罗门群岛 "
    "汤加 萨摩亚 欧盟 北约 东盟 非盟 阿盟 欧佩克 七国集团 哈马斯 真主党 塔利班 胡塞武装 法塔赫 华盛顿 莫斯科 基辅 布鲁塞尔 德黑兰 平壤 安卡拉 耶路撒冷 首尔 东京 柏林 巴黎 伦敦 渥太华 堪培拉 新德里 伊斯兰堡 五角大楼 白宫 克里姆林宫 唐宁街 爱丽舍宫"
).split()
_ONE = alternation(_NATIONS)
_AT = re.compile(sifted(_NATIONS))
_FIRST = frozenset(nation[0] for nation in _NATIONS)
_AGENCIES = frozenset("新闻社 通讯社 通信社 国家通讯社 官方通讯社 联合通讯社".split())
"""Agencies that only their nation tells apart."""
_SPEAKING = re.compile(
    f"{_ONE}(?:、{_ONE})*(?:(?:和|与|及|以及){_ONE})?(?:等(?:多|[一-十]+)?国(?:家)?)?(?:人|民众|当局)?"
    "(?=$|[也则还都曾又却均就仍很将再日此近今昨对随并于分多周正]|一(?![人名位家个项份支批])|当(?!地(?:人|民|居|百|媒))|在(?!野|任|职|场)|\\d(?!\\d?世纪))"
)
_REGION = re.compile(
    f"(?:{alternation(PROVINCES)}(?:[省市]|(?:壮族|回族|维吾尔)?自治区)?|(?![全各本该我城股楼超都夜门每上此现新老大小])[一-鿿]{{2,3}}[市县])"
    "(?=$|[也则还都曾又却均就仍再日当此今昨对并于已]|近[日期年来]|结合|根据|按照|立足|针对)"
)
"""A province, a city or a county as the subject of a clause."""


def nation_spans(text: str) -> list[tuple[int, int]]:
    """Where a passage's text names nations; no person is called by a piece of one."""
    spans = (found.span() for found in _AT.finditer(text))
    # 大巴黎 is as little a person as 巴黎.
    return [
        (start - (start > 0 and text[start - 1] == "大"), end) for start, end in spans
    ]


def nation_at(text: str, at: int) -> int:
    """Length of the nation's name that begins at a place of a text; or 0."""
    found = _AT.match(text, at) if text[at] in _FIRST else None
    return found.end() - at if found else 0


_OWN_NAME = re.compile(
    f"[A-Z]|[{TRANSLITERATION}]{{2,}}[^，。；：]{{0,8}}(?:公司|集团|银行|研究中心|研究所|学会|大学|智库|基金会|电视台|通讯社|实验室|杂志社)$"
)
"""A body that has a name of its own behind its nation: 某国皮尤研究中心, 某国KBS电视台."""


def agency(name: str) -> str:
    """A foreign news agency without its nation, as texts call it: 日本共同社 is 共同社."""
    found = _AT.match(name)
    rest = name[found.end() :] if found else ""
    is_own = (
        len(rest) > 2 and rest.endswith("社") and rest not in _AGENCIES
    ) or _OWN_NAME.match(rest) is not None
    return rest if is_own and found and found.group() != "中国" else name


def nations(clause: str) -> int:
    """Length of the nations that a clause begins with as whoever acts in it; or 0."""
    found = _SPEAKING.match(clause) if clause[:1] in _FIRST else None
    return found.end() if found else 0


def region(clause: str) -> int:
    """Length of the province, city or county that acts in a clause it begins; or 0."""
    found = _REGION.match(clause)
    return found.end() if found else 0
