"""Later titles: names that a title stands behind, as in 某某教授 or 某所某某研究员."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.suggest.cues import alternation
from annotations.suggest.names import BODY, HAN, SURNAME, TITLE, no_name

if TYPE_CHECKING:
    from collections.abc import Iterator

_TITLES = (
    "教授 副教授 特聘教授 客座教授 名誉教授 研究员 副研究员 助理研究员 特约研究员 研究馆员 副研究馆员 馆员 院士 博士 博士后 讲师 "
    "医生 医师 主任医师 副主任医师 主治医师 大夫 护士长 律师 法官 检察官 警官 工程师 高级工程师 总工程师 会计师 建筑师 设计师 "
    "老师 先生 女士 小姐 同志 师傅 將軍 将军 教授級 醫生 醫師 律師 老師 研究員 博導 导师 法师 道长 神父 牧师 议员 議員 大使 "
    "主任 副主任 总经理 董事长 校长 院长 所长 馆长 局长 处长 书记 主席 会长 秘书长 教练"
).split()
LATER_TITLE = re.compile(alternation(_TITLES))
"""What may stand behind a name and tell what its owner is."""
_GOES_ON = "(?=[，、：。；（说表指认介强称坦回解告也还在对和与等就则一进笑])"
_TITLED = re.compile(LATER_TITLE.pattern + _GOES_ON)
_NAME = re.compile(f"{SURNAME}{HAN}{{1,2}}\\Z")
_BEGINS = re.compile(
    f"(?:\\A|[，。；：！？、”》）\\s和与]|{BODY}|{TITLE}|记者|[所院系部处科室馆站局校社])\\Z"
)
_TAIL = re.compile(f"{BODY}|{TITLE}|.?[大小高中副正总原前]")


def named_before_titles(text: str) -> Iterator[tuple[str, int]]:
    """Names right before a title, each with the offset at which it begins.

    What stands before the name has to end there: a mark, a body or another title.
    """
    for titled in _TITLED.finditer(text):
        end = titled.start()
        for length in (3, 2, 4):
            start = end - length
            if start < 0 or not _NAME.match(text, start, end):
                continue
            name = text[start:end]
            if (
                _BEGINS.search(text, max(0, start - 6), start)
                and not _TAIL.fullmatch(name[1:])
                and not no_name(name, before_title=True)
            ):
                yield name, start
                break
