"""Passage: a paragraph made ready for the rules.

Rules look at one form of punctuation whatever the print has, and never into quotation
marks by mistake; every form keeps the paragraph's length, so one offset fits them all.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from annotations.model import Span
from annotations.suggest.flow import DATELINE, joined_paragraphs
from annotations.suggest.patterns import led
from annotations.suggest.writing import is_traditional, simplified
from annotations.text.punctuation import QUOTES
from annotations.text.quotations import pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotations.text.paragraphs import Paragraph, TextView
    from annotations.text.quotations import Quotation

_WIDE = dict(
    zip(",:;?!()\u3000\t︰﹐﹑﹔﹕﹖﹗", "，：；？！（）  ：，、；：？！", strict=True)
)
_QUOTE = re.compile(f"[{''.join((*QUOTES, *QUOTES.values()))}]")
_PLAIN = re.compile("“[^”]*”")
# These and others below begin with one class of characters, so that Python's search skips
# to them.
_NARROW_MARK = re.compile("[,:;?!()\u3000\t︰﹐﹑﹔﹕﹖﹗](?!(?<=\\d[,:])\\d)")
"""Marks and spaces as typed in Latin text, but for those within a number, and small ones."""
_STOP = re.compile(r"\.(?<=[\u4e00-\u9fff”’）》%％].)(?![A-Za-z0-9])")
_OPENS_AFTER = frozenset("，。：；！？、（“‘ \n")
_ENDS = re.compile("[。！？…][。！？…]*[”’）】]*")
_NOTE_MARKS = re.compile(r"\s*(?:[［\[][\d①-⑳ａ-ｚa-z，、\-–—*]{1,10}[］\]]\s*)*")
"""Numbers of notes, which stand behind a sentence and open none: 。［①ｆ］."""
_INSIDE = "\ue000"
"""Stands for a character that the rules must not read."""
_IN_BRACKET = re.compile("[\\[［【〔][^\\]］】〕]*\\Z")
"""What stands before a mark that closes a bracket by mistake: ［目的／意义」."""
_PARENTHESIS = re.compile(r"（[^（）]{1,60}）")
_MARK = re.compile("[，。：；！？…]")
_MARKED_TITLE = re.compile("《[^《》，。：；！？…]*[，。：；！？…][^《》]*》")
"""A title with a clause mark in it, which ends no clause of the text."""
FINAL = frozenset("。！？…")
"""Marks that end a sentence of a passage, where all marks are full width."""
_SENTENCE_END = FINAL | {"—"}
_FILED = re.compile(led("电|讯|消息|报道"))
"""One of these has every dateline."""
_GOES_ON = frozenset("，。；：、！？）…的等")


class Quoted(NamedTuple):
    """An outermost pair of quotation marks: code points, marks included."""

    start: int
    end: int
    is_opened: bool = True
    is_closed: bool = True

    def inner(self, plain: str) -> str:
        """What stands between the marks."""
        return plain[self.start + self.is_opened : self.end - self.is_closed]


_BOLD = "**"
"""What Markdown puts around words in bold type."""
_START, _END = itemgetter(0), itemgetter(1)


@dataclass(slots=True)
class Passage:
    """A paragraph, with those that go on in its middle of a sentence.

    Every offset is code points into the logical text of all of them.
    """

    parts: tuple[tuple[int, Paragraph], ...]
    """Its paragraphs, each with the offset at which its text begins."""
    plain: str
    """The text with full-width punctuation and simplified characters; “ ” around
    outermost quotations."""
    quotations: tuple[Quoted, ...]
    number: int = 0
    masked: str = field(init=False)
    """``plain`` with what stands in quotation marks and parentheses blotted out, and
    the marks in titles."""
    sentences: tuple[tuple[int, int], ...] = field(init=False)
    """Sentences of the narration; a quoted sentence that stands alone is its own."""

    shift: int | None = field(init=False)
    """What is added to an offset to give the source's, if that is all it takes."""

    def __post_init__(self) -> None:
        pieces = self.parts[0][1].pieces if len(self.parts) == 1 else ()
        self.shift = pieces[0].source if len(pieces) == 1 else None
        self.masked = _masked(self.plain, self.quotations)
        self.sentences = tuple(_sentences(self.plain, self.masked, self.quotations))

    def span(self, start: int, end: int) -> Span:
        """The source span of ``text[start:end]``."""
        if self.shift is not None:
            return Span(self.shift + start, self.shift + end)
        return Span(self.to_source(start), self.to_source(end - 1) + 1)

    def to_source(self, offset: int) -> int:
        """The source offset of the character at an offset."""
        if self.shift is not None:
            return self.shift + offset
        number = bisect_right(self.parts, offset, key=_START) - 1
        begins, paragraph = self.parts[number]
        return paragraph.to_source(offset - begins)

    @property
    def written(self) -> str:
        """The text as the document has it, one character for one of ``plain``."""
        return "".join(paragraph.text for _, paragraph in self.parts)

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """The sentence that holds an offset."""
        number = bisect_right(self.sentences, offset, key=_START) - 1
        if number >= 0 and offset < self.sentences[number][1]:
            return self.sentences[number]
        return 0, len(self.plain)

    def sentences_before(self, offset: int) -> Sequence[tuple[int, int]]:
        """The last two sentences that end at or before an offset, if there are two."""
        number = bisect_right(self.sentences, offset, key=_END)
        return self.sentences[max(number - 2, 0) : number]

    def quotation_before(self, offset: int) -> Quoted | None:
        """The last outermost quotation that ends at or before an offset."""
        number = bisect_right(self.quotations, offset, key=_END)
        return self.quotations[number - 1] if number else None


def passages(view: TextView, *, is_old: bool | None = None) -> Iterator[Passage]:
    """All passages of a document that have something on them.

    Args:
        view: the document.
        is_old: whether it is written in traditional characters, if that is known.
    """
    is_old = is_traditional(view.source) if is_old is None else is_old
    shown = (one for one in joined_paragraphs(view) if one[0].text.strip())
    for number, together in enumerate(shown):
        yield _passage(together, number, is_traditional=is_old)


def _passage(
    paragraphs: list[Paragraph], number: int, *, is_traditional: bool
) -> Passage:
    parts: list[tuple[int, Paragraph]] = []
    begins = 0
    for one in paragraphs:
        parts.append((begins, one))
        begins += len(one.text)
    text = "".join(one.text for one in paragraphs)
    plain = simplified(text) if is_traditional else text
    plain = _NARROW_MARK.sub(lambda found: _WIDE[found.group()], plain)
    if "." in plain:
        plain = _STOP.sub("。", plain)
    if _BOLD in plain:
        plain = plain.replace(_BOLD, " " * len(_BOLD))
    if '"' in plain or "＂" in plain:
        plain = _curled(plain)
    plain, quotations = _outermost(plain)
    return Passage(tuple(parts), plain, quotations, number)


def _curled(plain: str) -> str:
    """Straight marks made to open and close in turns, or by their neighbours."""
    places = [at for at, mark in enumerate(plain) if mark in '"＂']
    letters = list(plain)
    in_turns = len(places) % 2 == 0
    for number, at in enumerate(places):
        before = plain[at - 1] if at else "\n"
        after = plain[at + 1 : at + 2]
        opens = (
            number % 2 == 0
            if in_turns
            else before in _OPENS_AFTER and after not in "，。；：！？"
        )
        letters[at] = "“" if opens else "”"
    return "".join(letters)


def _outermost(plain: str) -> tuple[str, tuple[Quoted, ...]]:
    marks = _QUOTE.findall(plain)
    if not marks:
        return plain, ()
    if marks == ["“", "”"] * (len(marks) // 2):
        return plain, tuple(Quoted(*found.span()) for found in _PLAIN.finditer(plain))
    found = pairs(plain)
    outer: list[Quoted] = []
    letters: list[str] | None = None
    until = 0
    for number, one in enumerate(found):
        if one.start < until:
            continue
        is_stray = not one.is_closed and _opens_again(plain, found, number)
        if is_stray and plain[: one.start].strip():
            continue
        if not one.is_opened and _IN_BRACKET.search(plain, one.start, one.end - 1):
            continue
        quoted = Quoted(one.start, one.end, one.is_opened, one.is_closed)
        outer.append(quoted)
        until = one.end
        mark = plain[one.start]
        if one.is_opened and mark != "“" and mark in QUOTES:
            letters = letters or list(plain)
            letters[one.start] = "“"
            if one.is_closed:
                letters[one.end - 1] = "”"
    return ("".join(letters) if letters else plain), tuple(outer)


def _opens_again(plain: str, found: Sequence[Quotation], number: int) -> bool:
    """Whether the mark that opens a quotation opens another one inside it."""
    one = found[number]
    for after in range(number + 1, len(found)):
        if found[after].start >= one.end:
            return False
        if plain[found[after].start] == plain[one.start]:
            return True
    return False


def _masked(plain: str, quotations: tuple[Quoted, ...]) -> str:
    if quotations:
        parts: list[str] = []
        at = 0
        for one in quotations:
            first, last = one.start + one.is_opened, one.end - one.is_closed
            parts += (plain[at:first], _INSIDE * (last - first))
            at = last
        plain = "".join((*parts, plain[at:]))
    if "（" in plain:
        plain = _PARENTHESIS.sub(_blotted, plain)
    if "《" in plain:
        plain = _MARKED_TITLE.sub(_without_marks, plain)
    return plain


def _without_marks(found: re.Match[str]) -> str:
    return _MARK.sub(_INSIDE, found.group())


def _blotted(found: re.Match[str]) -> str:
    return f"（{_INSIDE * (len(found.group()) - 2)}）"


def _sentences(
    plain: str, masked: str, quotations: tuple[Quoted, ...]
) -> Iterator[tuple[int, int]]:
    cuts = [found.end() for found in _ENDS.finditer(masked)]
    after_quotations = [
        one.end
        for one in quotations
        if one.is_closed
        and plain[one.end - 2] in _SENTENCE_END
        and plain[one.end : one.end + 1] not in _GOES_ON
    ]
    if after_quotations:
        cuts = sorted({*cuts, *after_quotations})
    if not cuts or cuts[-1] < len(plain):
        cuts.append(len(plain))
    dateline = DATELINE.match(plain) if _FILED.search(plain) else None
    start = dateline.end() if dateline else 0
    for cut in cuts:
        notes = _NOTE_MARKS.match(plain, start, cut)
        first = notes.end() if notes else start
        if first < cut:
            yield first, cut
        start = cut
