"""Lines that may be titles: short, no sentence, and none that speaks of the text."""

from __future__ import annotations

from annotations.documents import bylines
from annotations.text.punctuation import CLAUSE

_NO_TITLE = ("——", "（", "(", "[", "【", "编者按", "导语", "核心提示", "摘要")


def is_title(line: str) -> bool:
    """Short, no sentence, and neither subtitle, byline nor editor's note."""
    if not 4 <= len(line) <= 40 or line[-1] in CLAUSE - set("？！?!…"):
        return False
    if is_apart(line) or "。" in line:
        return False
    return sum(one in "，；,;" for one in line) <= 2


def is_apart(line: str) -> bool:
    """Whether a line is about the text: a subtitle, a byline, a note of the editor's."""
    return line.startswith(_NO_TITLE) or (len(line) <= 60 and bylines.is_byline(line))
