"""The nouns of pizhu: spans, annotations, tags, documents. Values, no behaviour.

All offsets are code points, 0-based, end excluded, into a document's source text.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple, Self, overload


class Kind(StrEnum):
    """What an annotation says about its text."""

    QUOTE = "quote"
    CLAIM = "claim"
    NOTE = "note"


TYPES: dict[Kind, tuple[str, ...]] = {
    Kind.QUOTE: ("direct", "indirect"),
    Kind.CLAIM: ("statistic", "causal", "predictive", "normative", "factual"),
    Kind.NOTE: (),
}
"""The types each kind may have; the empty string stands for "not said"."""


class Status(StrEnum):
    """Where an annotation stands in review. What is made by hand is accepted."""

    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    FLAGGED = "flagged"


class Doubt(StrEnum):
    """Why an annotation found no sure place in a newer text of its document."""

    MOVED = "moved"
    """One place is likely."""
    AMBIGUOUS = "ambiguous"
    """Several are."""
    LOST = "lost"
    """None is."""


class ReadStatus(StrEnum):
    """How far one analyst is with one document."""

    UNREAD = "unread"
    READING = "reading"
    READ = "read"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of source text: code points, end excluded; ``start <= end``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, offset: int) -> bool:
        """Whether the code point at ``offset`` lies inside."""
        return self.start <= offset < self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


class Joins(Sequence[Span]):
    """Spans of white space that flowing text leaves out: ascending, disjoint.

    Kept flat, because a hard-wrapped book has half a million of them: ``starts`` and
    ``ends`` are arrays of code point offsets that can be searched by bisection.
    """

    __slots__ = ("ends", "starts")

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self.starts = array("I")
        self.ends = array("I")
        for span in spans:
            self.starts.append(span.start)
            self.ends.append(span.end)

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Read what ``to_bytes`` gave: all starts, then all ends as u32, low byte first."""
        numbers = array("I", data)
        if sys.byteorder == "big":
            numbers.byteswap()
        joins = cls()
        half = len(numbers) // 2
        joins.starts, joins.ends = numbers[:half], numbers[half:]
        return joins

    def to_bytes(self) -> bytes:
        """Pack into 8 bytes a span."""
        numbers = self.starts + self.ends
        if sys.byteorder == "big":
            numbers.byteswap()
        return numbers.tobytes()

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, index: int) -> Span: ...
    @overload
    def __getitem__(self, index: slice) -> list[Span]: ...
    def __getitem__(self, index: int | slice) -> Span | list[Span]:
        if isinstance(index, slice):
            pairs = zip(self.starts[index], self.ends[index], strict=True)
            return [Span(start, end) for start, end in pairs]
        return Span(self.starts[index], self.ends[index])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Joins):
            return NotImplemented
        return self.starts == other.starts and self.ends == other.ends

    def __hash__(self) -> int:
        return hash(self.to_bytes())


class Annotation(NamedTuple):
    """A highlight with everything known about it, as it is stored."""

    id: str
    document_id: str
    kind: Kind
    type: str
    """One of ``TYPES[kind]`` or empty."""
    spans: tuple[Span, ...]
    """Content, in reading order; more than one where a layout cut a sentence."""
    exact: tuple[str, ...]
    """The source text of each span, line breaks and all."""
    speaker: str = ""
    """The registry name of who said it; empty when unknown."""
    role: str = ""
    cue: str = ""
    tags: tuple[str, ...] = ()
    """Identities of tags, in the codebook's order."""
    note: str = ""
    status: Status = Status.ACCEPTED
    origin: str = "manual"
    score: float | None = None
    analyst: str = ""
    """Name of who made it."""
    created_at: str = ""
    updated_at: str = ""
    doubt: Doubt | None = None
    """Why it stands in an older text of its document; None when it stands in the text
    being read."""

    @property
    def start(self) -> int:
        """First code point of the first span."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """One past the last code point of the last span."""
        return self.spans[-1].end


class Draft(NamedTuple):
    """A form that was being filled in when the line was cut."""

    document_id: str
    annotation_id: str
    """Empty while the annotation is not made yet."""
    spans: tuple[Span, ...]
    fields: dict[str, Any]
    """What was typed, by field; JSON values."""
    updated_at: str = ""

    @property
    def name(self) -> str:
        """What tells one draft of an analyst from the next."""
        where = "".join(f":{one.start}-{one.end}" for one in self.spans)
        return self.annotation_id or f"{self.document_id}{where}"


class Tag(NamedTuple):
    """An entry of the codebook."""

    id: str
    parent_id: str | None
    name: str
    path: str
    """Names from the root, joined by ``/``: ``产业/就业``."""
    colour: str
    """One of ``COLOURS``; what the terminal makes of it is the shell's business."""
    key: str
    """``1`` to ``9``, or empty."""
    definition: str
    uses: int = 0
    """How many annotations of the project carry it (not its children)."""

    @property
    def depth(self) -> int:
        """0 for a root tag."""
        return self.path.count("/")


COLOURS: tuple[str, ...] = (
    "red", "green", "yellow", "blue", "magenta", "cyan", "orange", "violet",
)  # fmt: skip
"""Names of the colours a tag can have."""


class Document(NamedTuple):
    """One source file, and what is said of it; its text is fetched apart."""

    id: str
    title: str
    publication: str
    published: str
    """Date as ``2026-04-25``, ``2026-04``, ``2026`` or empty."""
    author: str
    path: str
    encoding: str
    sha256: str
    """Of the source file's bytes."""
    length: int
    """Code points of the text."""
    added_at: str


class DocumentSummary(NamedTuple):
    """A line of the file list: a document and how far one analyst is with it."""

    document: Document
    quotes: int
    """Those that somebody has made or kept, as of claims and notes."""
    claims: int
    notes: int
    status: ReadStatus
    place: int
    """Where this analyst left, a source offset."""
    waiting: int = 0
    """Suggestions of all kinds that nobody has decided on."""


class SourceText(NamedTuple):
    """A document's text, and which of its line breaks are print-line breaks."""

    document_id: str
    text: str
    joins: Joins
    """White space holding a line break that flowing text leaves out, ascending."""


class DecodedSource(NamedTuple):
    """What reading one file gave, before it is a document of any project."""

    path: str
    sha256: str
    encoding: str
    text: str
    """Line ends are ``\\n``; a byte order mark is gone."""
    title: str
    publication: str
    published: str
    author: str
    joins: Joins


class AnnotationFilter(NamedTuple):
    """Which annotations are wanted; an empty tuple lets everything through."""

    kinds: tuple[Kind, ...] = ()
    statuses: tuple[Status, ...] = ()
    tag_ids: tuple[str, ...] = ()
    """Any of these tags or of the tags under them."""
    analysts: tuple[str, ...] = ()
    document_ids: tuple[str, ...] = ()
    annotation_ids: tuple[str, ...] = ()
