"""What a text says of itself: title, publication, date, author. Guessed with care.

An empty field costs an analyst nothing; a wrong one is believed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from annotations.text.paragraphs import ParagraphKind
from annotations.text.punctuation import BYLINE, CLAUSE
from annotations.text.units import sentences
from annotations.text.views import LogicalView

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotations.model import Joins
    from annotations.text.paragraphs import Paragraph

_LOOK_AT = 12
"""Paragraphs at the top that may hold a title."""
_LONGEST = 80
"""Characters of a title."""
_SURROUNDINGS = 3000
"""Characters at either end of a text in which datelines and bylines stand."""

_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)\s*(?:年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日"
    r"|[-./](\d{1,2})[-./](\d{1,2})(?!\d))"
)
_AGENCY = re.compile(
    r"[（(]据?([\u4e00-\u9fff]{1,8}?[社网])[^，。\n]{0,12}?\d{1,2}月\d{1,2}日(?:综合)?电|"
    r"(新华社|中新社|中新网|人民网|新华网|央视网)[^，。\n]{0,12}?\d{1,2}月\d{1,2}日电"
)
_PAPER = re.compile(
    r"《([^《》\n]{2,10}(?:日报|晚报|早报|时报|商报|周报|晨报|都市报|青年报))》|"
    r"^\s*([^\s《》，。“”]{2,8}(?:日报|晚报|早报|时报|商报|周报|晨报|都市报|青年报))\s*$",
    re.MULTILINE,
)
_AUTHOR = re.compile(
    r"(?:^|[（(\s])(?:(?:本报|特约|见习|新华社)(?:记者|通讯员)[ \u3000：:]*"
    r"|(?:记者|通讯员|作者)[ \u3000：:]+)"
    r"([\u4e00-\u9fff·]{2,8}(?:[ \u3000、]+[\u4e00-\u9fff·]{2,4}){0,3})[ \u3000]*(?:$|[）)])|"
    r"^\s*[■●]?\s*文\s*[/／]\s*([\u4e00-\u9fff·]{2,8})\s*$",
    re.MULTILINE,
)
_MARKS = re.compile(r"^[#\s■□●◆▲★※>*]+")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What could be told; only the title is never empty."""

    title: str
    publication: str
    published: str
    author: str


def guess(text: str, joins: Joins, path: Path) -> Metadata:
    """Guess what a document is from its text, and from its name if all else fails."""
    ends = f"{text[:_SURROUNDINGS]}\n{text[-_SURROUNDINGS:]}"
    return Metadata(
        title=_title(text, joins) or path.stem or str(path),
        publication=_publication(ends),
        published=_published(text),
        author=_author(ends),
    )


def _title(text: str, joins: Joins) -> str:
    first_prose = ""
    for paragraph in _first(text, joins):
        line = " ".join(_MARKS.sub("", paragraph.text).split())
        if not line:
            continue
        if paragraph.text.startswith("#") or _is_title(line):
            return line[:_LONGEST]
        first_prose = first_prose or line
    vertical = " ".join(_vertical(text, joins))
    if vertical:
        return vertical[:_LONGEST]
    found = sentences(first_prose)
    return first_prose[: found[0][1]][:40].strip() if found else ""


def _first(text: str, joins: Joins) -> Iterator[Paragraph]:
    view = LogicalView(text, joins)
    paragraph: Paragraph | None = view.paragraph_at(0)
    for _ in range(_LOOK_AT):
        if paragraph is None:
            return
        yield paragraph
        paragraph = view.after(paragraph)


def _vertical(text: str, joins: Joins) -> Iterator[str]:
    """Headlines that were set one character a line, wherever they ended up."""
    if not len(joins):
        return
    view = LogicalView(text, joins)
    at = 0
    for match in re.finditer(r"(?:^\S\n){4,}", text, re.MULTILINE):
        if match.start() < at:
            continue
        paragraph = view.paragraph_at(match.start())
        if paragraph.kind is ParagraphKind.HEADING:
            yield paragraph.text
        at = paragraph.end


def _is_title(line: str) -> bool:
    """Short, without clause marks at its end, and neither date, byline nor label."""
    if not 4 <= len(line) <= 40 or line[-1] in CLAUSE - set("？！?!"):
        return False
    if BYLINE.match(line) or _DATE.match(line) or _AGENCY.search(line):
        return False
    if line.startswith(("——", "“", "（", "(", "[", "【")) or line.endswith(
        ("电）", "摄")
    ):
        return False
    return sum(one in "，。；,;" for one in line) <= 2 and "。" not in line


def _publication(ends: str) -> str:
    paper = _PAPER.search(ends)
    if paper is not None and paper.group(2):
        return paper.group(2)
    agency = _AGENCY.search(ends)
    return (agency.group(1) or agency.group(2)) if agency else ""


def _published(text: str) -> str:
    """The date of a notice or dateline; only one that is written out with its year."""
    for line in (*text[:600].split("\n"), *text[-600:].split("\n")):
        found = _DATE.fullmatch(line.strip().strip("（）()"))
        if found is None:
            continue
        year, *rest = (int(one) for one in found.groups() if one)
        try:
            return date(year, *rest).isoformat()
        except ValueError:
            continue
    return ""


def _author(ends: str) -> str:
    found = _AUTHOR.search(ends)
    if found is None:
        return ""
    name = (found.group(1) or found.group(2)).replace("、", " ")
    return " ".join(name.removesuffix("摄").split())
