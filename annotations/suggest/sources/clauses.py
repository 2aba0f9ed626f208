"""Clauses: what of one may name its subject, without what only leads on or tells whom."""

from __future__ import annotations

import re

from annotations.suggest.names.nations import nation_spans
from annotations.suggest.names.words import BESIDE

_NOTE = re.compile(
    f"我{BESIDE}|至于[ 　]?|(?:根据|据)(?=[^，。；：]{{2,24}}接受[^，。；：]{{2,16}}(?:采访|专访|访问)时?\\Z)|(?:旁边|一旁|身旁|身边|对面|隔壁)的?(?=[一另有几][位名个])|"
    "（\ue000+）|(?:一[项篇份])?发[表布](?:在|于)《[^《》]{2,40}》(?:杂志|期刊|周刊)?上?的(?:一[项篇份])?(?:最新|新)?(?=研究|论文|文章|报告)|[①-⑳㉑-㉟⑴-⒇]|第?[一二三四五六七八九十]{1,3}、|的|是(?!否)|似乎|好像|实际上|事实上|之前|(?:[今去前]年)?年[初中底末](?=[^的])|自\\d{1,2}月[初中底]?|[◎●■□◆▲△★☆◇○※]+|(?:一位|有)?网名为?(?=[A-Za-z]{2})|有?被访的?|在[^，。；：]{2,16}?的(?=[一两几多][位名])|近期|近来|记者(?:随机|实地)?(?:此行|采访|走访|接触|遇到|联系|见到)到?的|[^，。；：的]{0,8}记者[^，。；：的]{0,8}从|(?:这|该)?[份篇项个]?(?:题|名)为“\ue000+”的|(?:最新|新近|刚刚?|[当近昨今]日|日前|[今去前]年(?:[初底末]|\\d{1,2}月(?:\\d{1,2}日)?)?|[上本]月|近期|此间|(?:当地时间)?(?:\\d{1,2}月)?\\d{1,2}日[早晚]?)?(?:召开|发布|公布|披露|举行)的(?!数据|统计)|来自(?=[^，。；：的]{2,24}(?:报告|数据|研究|监测|统计))"
)
"""What stands before a clause and is none of it: a series' name, a number."""
_CITING = re.compile("(?:援引|引述|引用|转引|转述)")
"""What one does with what somebody else has said."""
_REPLYING = re.compile("(?:书面|昨日|今日)?回[复覆][^，。；：]{1,14}\\Z")
"""Whose questions a body answers, behind its name: 路政署回复本报查询."""
_ON_ITS_PAGE = re.compile(
    "(?:近日|日前|此前|今[日天]|昨[日天]|\\d{1,2}日)?(?:在|通过)(?:其|投资者)?[^，。；：在]{0,10}(?:平台|社交媒体|官网|微博|公众号|网站|论坛)上?(?:发文|发帖)?\\Z"
)
"""Where a body tells it, behind its name: 某公司近日在投资者互动平台."""
_TO_REPORTERS = re.compile(
    "(?:[向对]|回应|回复|答复)[^，。；：向对]{0,16}(?:记者|笔者|媒体|顾客|外界|公众|社会)\\Z|对《[^》]{2,10}》\\Z|在?接受[^，。；：]{0,20}(?:采访|专访|访问)(?:时|中|后)?\\Z|(?:(?<=[员人家方司们])会|[均都也又还则曾])[对向跟][^，。；：对向跟]{1,8}\\Z"
)
"""Whom somebody tells it, who is not the subject: 多位业主向本报记者表示."""
_HAS_ISSUED = re.compile(
    "(?:已|均|均已|纷纷|近日|日前|[昨今前当近][日天]|[上本]?周[一二三四五六日末]?|也|还|则)+(?:发布|发出|作出|公布)(?:了?公告|声明)?\\Z"
    "|(?:近日|日前|此前|随后|[今昨当][日天]|[上下]午|[今昨当]?晚|[清凌]晨|傍晚|再)*发(?:[布出表]|[放送])?(?:新闻稿|通稿)\\Z"
)
"""What a body has done with what it says: 多家平台已发布 提醒."""
_AND_SAYS = re.compile(
    "(?:祝愿|希望|认为|强调|坚信|重申|承诺|主张|赞赏|支持|指出)并(?:且)?\\Z"
)
"""What somebody states with the reporting word that follows: 中方祝愿并相信."""
_HEADLINE = re.compile(
    "\\d(?:[%％倍]|[万亿]|立方米|平方米|公顷|公里)|[称遭超致]|死亡|受伤|增长|下降|下滑|回升|跌至|萎缩|高位|揭示|部署|新建|出坞|打死|喷发|爆炸|坠毁|发生|[一-鿿\\d] (?=[一-鿿\\d])"
)
"""What a headline tells, and the name of no body."""
_OFFICE = re.compile(
    "(?:财政|商务|公安|教育|水利|外交|国防|农业农村|交通运输|生态环境|自然资源|人力资源社会保障|工业和信息化|住房城乡建设|文化和旅游|应急管理|民政|科技)部"
    "|(?:市场监管|海关|税务|体育|金融监管)总[局署]|中国科学院|国家"
)
"""What the central bodies begin with that are named without their nation."""
_LONGEST_NAME = 14
"""Code points from which a clause may begin with a headline."""


def _past_headline(text: str, start: int, end: int) -> int:
    """Where a body begins that a headline without a mark runs into: 增长10%国家能源局."""
    told = _HEADLINE.search(text, start, end) if end - start > _LONGEST_NAME else None
    if told is None:
        return start
    clause = text[told.end() : end]
    nations = nation_spans(clause)
    named = [*nations, *(office.span() for office in _OFFICE.finditer(clause))]
    if not named:
        return start
    by_end = {last: first for first, last in named}
    begin = max(first for first, _ in named)
    return told.end() + by_end.get(begin, begin)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A clause without what only leads to its subject, and without who is told.

    Args:
        text: of the passage.
        start: where the clause begins, code points.
        end: where it ends.

    Returns:
        Where what may be its subject begins and ends.
    """
    while start < end and text[start] in " 　　、\n—":
        start += 1
    start = _past_headline(text, start, end)
    asks = text.rfind("记者从", start, end)
    start = asks + 3 if asks >= 0 else start
    note = _NOTE.match(text, start, end)
    start = note.end() if note else start
    for passed in (
        _CITING,
        _REPLYING,
        _ON_ITS_PAGE,
        _TO_REPORTERS,
        _HAS_ISSUED,
        _AND_SAYS,
    ):
        by = passed.search(text, start + 2, end)
        end = by.start() if by else end
    return start, end
