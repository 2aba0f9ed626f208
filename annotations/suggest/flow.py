"""Flow: which paragraphs belong together, and what of them says something.

Unwrapping joins only what is certain, and white space alone. For a rule that looks for a
subject more is certain enough: a sentence that stops at a paragraph's end goes on in the
next one, past what a layout puts in between.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from annotations.text.headings import CREDIT, HEADING, PAGE_NUMBER
from annotations.text.paragraphs import Piece
from annotations.text.punctuation import is_han, is_latin

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotations.text.paragraphs import Paragraph, TextView

_ENDS = frozenset("。！？…—")


def joined_paragraphs(view: TextView) -> Iterator[list[Paragraph]]:
    """Paragraphs in order, with those that go on in the middle of a sentence.

    What they hold that says nothing is left out: numbers of cited works, needless space.
    """
    at = _bare(view.paragraph_at(0))
    is_first = True
    while at is not None:
        together = [at]
        following = _bare(view.after(at))
        while following is not None and _may_go_on(together[-1]):
            further = _past_layout(view, following)
            if further is not None and _goes_on_behind(
                together, further, is_first=is_first
            ):
                following = further
            elif not _breaks_off(together, following):
                break
            together.append(following)
            following = _bare(view.after(following))
        yield from _at_indents(together)
        is_first = is_first and not at.text.strip()
        at = following


def _may_go_on(paragraph: Paragraph) -> bool:
    """Whether a paragraph ends in nothing that ends a sentence; most do, and are done with."""
    last = paragraph.text.rstrip()[-1:]
    return (
        is_han(last)
        or last in _IN_SENTENCE
        or last.isdigit()
        or _in_bracket(paragraph.text)
    )


def _in_bracket(text: str) -> bool:
    """Whether a text ends in Latin letters and in the middle of a bracket."""
    last = text.rstrip()[-1:]
    return is_latin(last) and text.rfind("（") > text.rfind("）")


_IN_SENTENCE = frozenset("，、,”’》）")


def _past_layout(view: TextView, at: Paragraph) -> Paragraph | None:
    """The paragraph behind what a layout puts in the middle of a sentence.

    None if there is neither a page's number nor notes nor the credit of a picture.
    """
    is_layout = False
    following: Paragraph | None = at
    for _ in range(_LAYOUT_LINES):
        if following is None:
            break
        is_sure = _BETWEEN.match(following.text) is not None
        if not is_sure and (
            len(following.text) > _LONGEST_AT_PAGE
            or _PROSE_MARK.search(following.text) is not None
        ):
            break
        is_layout = is_layout or is_sure
        following = view.after(following)
    return _bare(following) if is_layout else None


_BETWEEN = re.compile(
    f"(?:{PAGE_NUMBER.pattern}|{CREDIT.pattern}\\s*)\\Z"
    "|\\s*(?:[①-⑳㉑-㉟]|[\\[［〔]\\d{1,3}[\\]］〕]|注[:：])"
)
"""A page's number, a note at its foot, what a picture shows and who took it."""


def _goes_on_behind(
    together: Sequence[Paragraph], further: Paragraph, *, is_first: bool
) -> bool:
    """Whether prose goes on behind what a layout puts in its middle.

    The space around that sets nothing off. A number behind a headline is that of the
    first section.
    """
    text = together[-1].text
    may_head = is_first and not _SENTENCE_MARK.search(text)
    if may_head and len(text) <= _LONGEST_HEAD:
        return False
    return _breaks_off(together, further._replace(space_before=False))


_LONGEST_HEAD = 40
"""Code points of a headline."""
_SENTENCE_MARK = re.compile("[。！？]")
_LAYOUT_LINES = 8
"""Paragraphs that a layout puts in: notes, a page's number, what the page is headed."""
_LONGEST_AT_PAGE = 30
"""Code points of such a line."""
_PROSE_MARK = re.compile("[，。！？；]")


def _bare(paragraph: Paragraph | None) -> Paragraph | None:
    """A paragraph without the numbers of cited works, and without space that says nothing.

    Numbers stand between whoever speaks, the reporting word and its mark: 某某[3]认为[4-5]，….
    Programs put space around figures and Latin, and typists behind marks: 近 20 家.
    What is found keeps its place: the pieces say where each character comes from.
    """
    if paragraph is None:
        return None
    whole = paragraph.text
    cuts: list[tuple[int, int]] = []
    if _BRACKET.search(whole):
        cuts += (mark.span() for mark in _REFERENCE.finditer(whole))
    if _HAS_SPACE.search(whole):
        cuts += (space.span() for space in _THIN.finditer(whole))
    if not cuts:
        return paragraph
    cuts.sort()
    begins = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(whole)]
    return _kept(paragraph, [*zip(begins, ends, strict=True)])


def _kept(paragraph: Paragraph, stretches: Sequence[tuple[int, int]]) -> Paragraph:
    """A paragraph of only these stretches of its text, in order; code points into it."""
    kept: list[Piece] = []
    length = 0
    for start, end in stretches:
        for piece in paragraph.pieces:
            first = max(start, piece.logical)
            last = min(end, piece.logical + piece.length)
            if first < last:
                kept.append(
                    Piece(length, piece.source + first - piece.logical, last - first)
                )
                length += last - first
    text = "".join(paragraph.text[start:end] for start, end in stretches)
    return paragraph._replace(text=text, pieces=tuple(kept))


_SENTENCE_END = "[。！？…”」）：摄]"
_INDENT = re.compile(
    # These two begin with one class of characters, so that Python's search skips to them.
    "[\u00a0\u2003\u3000 ]"
    f"(?:(?<={_SENTENCE_END}\u00a0)(?:[\u2003\u3000]{{2,4}}|  )|(?<={_SENTENCE_END}[\u2003\u3000])[\u2003\u3000]{{1,3}}"
    f"|(?<={_SENTENCE_END} ) |(?<=\\S\u2003)\u2003{{1,3}})(?=\\S)"
)
"""Where a paragraph began whose line break is lost: an indent behind a sentence."""


def _at_indents(together: list[Paragraph]) -> Iterator[list[Paragraph]]:
    """Paragraphs that belong together, parted where one begins in a line's middle."""
    parted: list[Paragraph] = []
    for one in together:
        begins = [0, *(indent.start() for indent in _INDENT.finditer(one.text))]
        if len(begins) == 1:
            parted.append(one)
            continue
        for start, end in pairwise((*begins, len(one.text))):
            if start and parted:
                yield parted
                parted = []
            parted.append(_kept(one, [(start, end)]))
    yield parted


_SPACE = "[ \\u00a0\\u2002-\\u200a\\u202f]"
_UNSEEN = "[\\u00ad\\u200b\\u200c\\u2060\\ufeff]"
"""What shows nothing at all, as it comes with text from web pages."""
_HAS_SPACE = re.compile(f"{_SPACE}|{_UNSEEN}")
_THIN = re.compile(
    f"[{_SPACE[1:-1]}{_UNSEEN[1:-1]}](?:(?<=[\u4e00-\u9fff，。；：！？、”’）》,;:]{_SPACE}){_SPACE}*(?=[0-9A-Za-z])"
    f"|(?<=[0-9A-Za-z%％]{_SPACE}){_SPACE}*(?=[\u4e00-\u9fff“‘（《])"
    f"|(?<=[\u4e00-\u9fff][，；：、,;:]{_SPACE}){_SPACE}*(?=[\u4e00-\u9fff“‘（《])"
    f"|(?<=[\u4e00-\u9fff][。！？]{_SPACE})(?=[\u4e00-\u9fff“‘（《])"
    f"|(?<=[“‘（《]{_SPACE}){_SPACE}*(?=\\S)|(?<=\\S{_SPACE}){_SPACE}*(?=[”’）》，。；：！？、])"
    f"|(?<=[\u4e00-\u9fff]{_SPACE}){_SPACE}*(?=[“‘《])|(?<={_UNSEEN}){_UNSEEN}*)"
)
"""Space between Han and Latin, behind a mark, or inside quotation marks."""
_BRACKET = re.compile(
    "[\\[［〔”’》](?:(?<=[\\[［〔])[（(]?[\\d①-⑳㉑-㉟]|(?<![\\[［〔])[①-⑳㉑-㉟]|(?<=[”’])（[\\d０-９]{1,2}）)"
)
_REFERENCE = re.compile(
    "(?<=[^\\s\\[\\]])[\\[［〔][（(]?(?:\\d{1,3}|[①-⑳㉑-㉟])(?:[-–—,，、]\\d{1,3})* ?[）)]?[\\]］〕](?:\\d{1,4}(?=[，。；])|[（(][PpＰ]\\.?\\s?\\d[\\d–—~、，,-]{0,12}[)）])?"
    "|(?<=[”’》])[①-⑳㉑-㉟]|(?<=[”’])（[\\d０-９]{1,2}）"
)
"""A cited work's number, with its page: [3], [3]24, [3](P24); none that opens a list of works."""


def _breaks_off(together: Sequence[Paragraph], after: Paragraph) -> bool:
    """Whether prose stops in the middle of a sentence and the next paragraph is prose.

    The unwrapping left such a break alone because it was not certain; for a rule that
    looks for a subject it is certain enough.
    """
    text, following = together[-1].text, after.text
    last, first = text.rstrip()[-1:], following[:1]
    return bool(
        last
        and first
        and (
            ((is_han(last) or last in "，、,") and (is_han(first) or is_latin(first)))
            or (last.isdigit() and first in _IN_NUMBERS and not after.space_before)
            or (last in "，、" and (first.isdigit() or first in _OPENS))
            or first in _NEVER_OPENS
            or (is_latin(first) and _in_bracket(text))
            or (
                last in _CLOSED
                and first in _NEVER_BEGINS
                and text.rstrip()[-2:-1] not in _ENDS
            )
            or (is_han(first) and _ENDS_IN_TERM.search(text) is not None)
        )
        and _is_prose(together, after)
        and not _FILED_BY.search(text)
        and not DATELINE.match(following)
        and not HEADING.match(following)
        and not HEADING.match(text)
    )


_OPENS = frozenset("“‘《（「『")
"""What may open the rest of a sentence, as a number may."""
_NEVER_OPENS = frozenset("，。；！？、）")
"""Marks that no paragraph begins with."""
_CLOSED = frozenset("”’》）")
_NEVER_BEGINS = frozenset("的地得之等和与及或而")
"""What goes on with a sentence after a quotation or a title."""
_ENDS_IN_TERM = re.compile(
    "[。！？][^。！？“”]{0,60}(?:“[^“”。！？]{1,8}”[^。！？“”]{0,20}){0,3}(?<![：，])“[^“”，。！？；：]{1,8}”\\s*\\Z"
)
"""A sentence that has come no further than a term in marks: …。据某某估计，“七五”到“九五”."""
_IN_NUMBERS = frozenset("-－–—~～.．%％")
"""What goes on with a number that a print line broke."""


def _is_prose(together: Sequence[Paragraph], after: Paragraph) -> bool:
    """Whether two paragraphs are sentences, or long lines of one under each other."""
    if _PROSE.search(together[-1].text) and _PROSE.search(after.text):
        return True
    if after.space_before or not any(_COMMA.search(one.text) for one in together):
        return False
    return after.text[:1] in _IN_NUMBERS or (
        sum(len(one.text) for one in together) >= _LONG
        and _ANY_MARK.search(after.text) is not None
    )


_LONG = 20
"""Code points that a heading with a comma in it seldom has."""
_COMMA = re.compile("[，,]")
_ANY_MARK = re.compile("[，。；！？,;!?]")
_FILED_BY = re.compile("(?:社|记者|通讯员)[^。，]{0,12}(?:发|摄|电|讯)$")
DATELINE = re.compile(
    "\\s*(?:【[^】]{2,14}(?:报道|讯|消息|电)】|[^，。；：“]{2,24}?\\d{1,2}月\\d{1,2}日(?:综合)?[电讯]|(?:本报|本刊|本台)[^，。；：“]{0,12}?(?:讯|电|消息)|[^，。；：“的]{2,10}[网社报]\\d{1,2}月\\d{1,2}日(?:报道|消息)(?=[ 　]*据)|[^，。；：“的]{2,8}(?:讯|电)(?=\\s*（[^（）]{0,20}?(?:记者|通讯员)))\\s*(?:（[^（）]{0,40}）)?\\s*"
)
"""What opens a wire story: 某某社某地某月某日电（记者某某）."""
_PROSE = re.compile("[。！？].|，.*。|，.*”")
