"""What each stretch of a row looks like: overlaps resolved, colour never the only sign.

A quote is underlined, a claim bold, a note italic; where they overlap the signs add up
and the margin shows a letter and a bar for each. Colour comes on top.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from rich.style import Style

from annotations.model import Kind, Status
from annotations.text.graphemes import boundary_at_or_before, next_boundary
from annotations.text.paragraphs import ParagraphKind
from tui.layout.cells import filled
from tui.layout.highlights import LANES
from tui.layout.tints import FOUND, KIND_COLOURS, TINTS, mix

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Self

    from annotations.model import Annotation, Span
    from tui.layout.highlights import Mark
    from tui.layout.rows import Row

_LETTERS = {Kind.QUOTE: "q", Kind.CLAIM: "c", Kind.NOTE: "n"}


class Look(NamedTuple):
    """How a stretch of text is to be drawn, before any theme."""

    kinds: frozenset[Kind] = frozenset()
    colour: str = ""
    """Name of the innermost annotation's colour."""
    depth: int = 0
    """How many annotations lie over one another here."""
    is_suggested: bool = False
    is_current: bool = False
    is_selected: bool = False
    is_cursor: bool = False
    is_heading: bool = False
    is_found: bool = False
    is_dimmed: bool = False
    """Whether something else is what one is to look at."""


@dataclass(frozen=True)
class Palette:
    """Looks as terminal styles, on one theme's ground."""

    ground: str = "#121212"
    """Background, ``#rrggbb``."""
    text: str = "#e0e0e0"
    plain: Style = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "plain", Style(color=self.text, bgcolor=self.ground))

    @classmethod
    def of_theme(cls, variables: Mapping[str, str]) -> Self:
        """The palette on a theme's colours, as Textual names them."""
        return cls(
            _rgb(variables.get("background"), cls.ground),
            _rgb(variables.get("foreground"), cls.text),
        )

    @property
    def cursor(self) -> Style:
        """What the cursor adds where there is no character."""
        return Style(reverse=True)

    @lru_cache(maxsize=1024)  # noqa: B019 - a palette lives as long as its theme
    def style(self, look: Look) -> Style:
        """The style of a look."""
        ground = self.ground
        if look.colour:
            share = 0.42 if look.is_current else min(0.16 + 0.1 * look.depth, 0.36)
            share = 0.1 if look.is_dimmed else share
            ground = mix(self.ground, TINTS[look.colour], share)
        is_claim = Kind.CLAIM in look.kinds and not look.is_dimmed
        is_bold = is_claim or look.is_heading or look.is_cursor
        return Style(
            color=self.ground if look.is_found else self.text,
            bgcolor=TINTS[FOUND] if look.is_found else ground,
            bold=is_bold or look.is_found,
            underline=Kind.QUOTE in look.kinds and not look.is_dimmed,
            italic=Kind.NOTE in look.kinds,
            dim=look.is_suggested and not look.is_current and not look.is_dimmed,
            # A cursor inside a selection stands out by not being reversed.
            reverse=look.is_selected != look.is_cursor,
        )

    @lru_cache(maxsize=64)  # noqa: B019
    def margin(self, colour: str, *, is_current: bool) -> Style:
        """The style of a margin sign."""
        return Style(color=TINTS[colour], bgcolor=self.ground, bold=is_current)


def _rgb(colour: str | None, otherwise: str) -> str:
    """A theme's colour as ``#rrggbb``; a terminal's own colours have no such value."""
    if colour is not None and len(colour) == 7 and colour.startswith("#"):
        return colour
    return otherwise


def colour_of(annotation: Annotation, tag_colours: Mapping[str, str]) -> str:
    """The colour name of its first tag, else of its kind."""
    for tag_id in annotation.tags:
        if colour := tag_colours.get(tag_id):
            return colour
    return KIND_COLOURS[annotation.kind]


def looks(
    row: Row,
    marks: Sequence[Mark],
    tag_colours: Mapping[str, str],
    *,
    current: str | None = None,
    selection: Span | None = None,
    cursor: tuple[int, int] | None = None,
    found: Sequence[Span] = (),
    spotlight: bool = False,
) -> list[tuple[int, int, Look]]:
    """Cut a row into stretches of one look each.

    Args:
        row: what is drawn.
        marks: those that overlap the row, outer ones first.
        tag_colours: tag identity to colour name.
        current: identity of the annotation that stands out.
        selection: source offsets, end excluded.
        cursor: (start, end) of the cluster under the cursor, in code points of
            ``row.text``.
        found: what a search found here, source offsets.
        spotlight: whether all but the current annotation are to stand back.

    Returns:
        (start, end, look), code points of ``row.text``; together they are all of it.
    """
    length = len(row.text)
    to_logical, base = row.paragraph.to_logical, row.logical

    def clip(start: int, end: int) -> tuple[int, int]:
        # Whole clusters: half of one has no width that could be relied on.
        first = boundary_at_or_before(row.text, max(to_logical(start) - base, 0))
        last = min(max(to_logical(end) - base, 0), length)
        before = boundary_at_or_before(row.text, last)
        return first, last if before == last else next_boundary(row.text, before)

    placed = [(*clip(mark.start, mark.end), mark) for mark in marks]
    selected = clip(selection.start, selection.end) if selection else (0, 0)
    at = cursor or (0, 0)
    hits = [clip(span.start, span.end) for span in found]
    cuts = {0, length, *selected, *at}
    for start, end in chain(((first, last) for first, last, _ in placed), hits):
        cuts |= {start, end}
    edges = sorted(cut for cut in cuts if 0 <= cut <= length)
    is_heading = row.paragraph.kind is ParagraphKind.HEADING
    result: list[tuple[int, int, Look]] = []
    for start, end in pairwise(edges):
        here = [mark for first, last, mark in placed if first <= start and last >= end]
        is_current = any(mark.annotation.id == current for mark in here)
        shown = next(
            (mark for mark in here if mark.annotation.id == current),
            min(here, key=lambda mark: mark.end - mark.start, default=None),
        )
        result.append(
            (
                start,
                end,
                Look(
                    kinds=frozenset(mark.annotation.kind for mark in here),
                    colour=colour_of(shown.annotation, tag_colours) if shown else "",
                    depth=len(here),
                    is_suggested=bool(here)
                    and all(
                        mark.annotation.status is Status.SUGGESTED for mark in here
                    ),
                    is_current=is_current,
                    is_selected=selected[0] <= start and end <= selected[1],
                    is_cursor=at[0] <= start and end <= at[1],
                    is_heading=is_heading,
                    is_dimmed=spotlight and bool(here) and not is_current,
                    is_found=any(
                        first <= start and end <= last for first, last in hits
                    ),
                ),
            )
        )
    return result


def margin(
    row: Row,
    marks: Sequence[Mark],
    tag_colours: Mapping[str, str],
    current: str | None = None,
) -> list[tuple[str, str, bool]]:
    """The signs left of a row: (sign, colour name or empty, is current) a lane.

    A letter where an annotation begins (capital if it is the current one), ``?`` in
    its place if it is only suggested, a bar where it goes on.
    """
    lanes: list[tuple[str, str, bool]] = [(" ", "", False)] * LANES
    start, end = row.reach
    for mark in marks:
        is_current = mark.annotation.id == current
        if start <= mark.start < end:
            sign = _LETTERS[mark.annotation.kind]
            if mark.annotation.status is Status.SUGGESTED:
                sign = "?"
            sign = sign.upper() if is_current else sign
        else:
            sign = "|"
        if lanes[mark.lane][0] == " " or is_current:
            colour = colour_of(mark.annotation, tag_colours)
            lanes[mark.lane] = (sign, colour, is_current)
    return lanes


def segments(
    row: Row,
    marks: Sequence[Mark],
    tag_colours: Mapping[str, str],
    palette: Palette,
    *,
    current: str | None = None,
    selection: Span | None = None,
    cursor: tuple[int, int] | None = None,
    found: Sequence[Span] = (),
    spotlight: bool = False,
) -> list[Segment]:
    """What is drawn of a row: its margin, a space, its text; see ``looks``."""
    plain = palette.plain
    drawn = [
        Segment(sign, palette.margin(colour, is_current=is_current))
        if colour
        else Segment(sign, plain)
        for sign, colour, is_current in margin(row, marks, tag_colours, current)
    ]
    drawn.append(Segment(" ", plain))
    drawn += (
        Segment(filled(row.text[start:end]), palette.style(look))
        for start, end, look in looks(
            row,
            marks,
            tag_colours,
            current=current,
            selection=selection,
            cursor=cursor,
            found=found,
            spotlight=spotlight,
        )
    )
    if cursor is not None and not row.text:
        drawn.append(Segment(" ", plain + palette.cursor))
    return drawn
