"""Lines that are no prose: headings, items of lists, credits, numbers of pages."""

from __future__ import annotations

import re

HEADING = re.compile(
    r"""\s*(?:
      \#{1,6}\s | [■□●○◆◇▲△★☆※▶►•] | —— | [\[【] |
      第[一二三四五六七八九十百\d]+[章节条部分] |
      [一二三四五六七八九十]+[、．.] | [(（][一二三四五六七八九十\d]+[)）] |
      \d{1,2}(?:\.\d{1,2})*[、．.)）]\D | [①-⑳] | [-*+]\s
    )""",
    re.VERBOSE,
)
"""How a heading or an item of a list begins."""

STRONG_HEADING = re.compile(r"\s*(?:#{1,6}\s|[■□●○◆◇▲△★☆※▶►•①-⑳]|【)")
"""Marks that begin a heading or item even in the middle of a column."""

BYLINE = re.compile(
    r"\s*(?:[(（]?\s*(?:本报|新华社|特约)?(?:记者|通讯员|实习生|摄影|编辑|作者|来源|责任编辑)"
    r"|文\s*[/／]|图\s*[/／]|[(（]?(?:据)?新华社)"
)
"""How a line that names its makers begins."""

PAGE_NUMBER = re.compile(
    r"[\s·•.…—–\-~～|\[(（【]*(?:第\s*)?\d{1,4}\s*页?"
    r"(?:\s*[/／]\s*\d{1,4}\s*页?|\s*[，,/／]?\s*共\s*\d{1,4}\s*页)?[\s·•.…—–\-~～|\])）】]*"
)
"""A line with a page's number, which may stand in the middle of a sentence: · 12 ·."""

CREDIT = re.compile(
    r".{0,80}?(?:(?:^|[\s。（(/／])(?:[^\s，。：]{2,12}\s*)?(?:(?<!拍)摄影?|供图|制图)|资料图片|新华社发|图源[^。]{0,12})[）)]?"
)
"""A line under a picture: what it shows and who took it."""
