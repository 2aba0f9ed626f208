"""Value types for reports, history and review; opening the reader needs none of them.

Apart from ``model``, because all of this is made before the first screen otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from annotations.model import Annotation, Span


@dataclass(frozen=True, slots=True)
class Proposal:
    """A place where an annotation in doubt may belong."""

    score: float
    """0 to 1."""
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class InDoubt:
    """An annotation that stands in an older text of its document."""

    annotation: Annotation
    """Its spans are offsets into that older text."""
    text_id: str
    """Identity of the older text."""
    proposals: tuple[Proposal, ...]
    """Where it may belong in the text being read, best first."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """An entry of the registry of who is quoted."""

    id: str
    name: str
    role: str
    organisation: str
    aliases: tuple[str, ...] = ()
    """Other names that mean the same speaker, in order."""
    quotes: int = 0
    """Annotations that name this speaker; rejected ones are not counted."""
    documents: int = 0
    """In how many documents those are."""


@dataclass(frozen=True, slots=True)
class Step:
    """One action of the history."""

    id: str
    label: str
    analyst: str
    at: str
    document_id: str | None
    annotation_id: str | None
    undoes: str | None
    """The action that this one took back, if it is an undo or redo."""
    undone: bool
    """Whether a later action has taken this one back."""
    merged: bool = False
    """Whether it was done in another project and came with a merge."""

    @property
    def deed(self) -> str:
        """What it is about, whether it was done, undone or done again."""
        return self.label.removeprefix("undo: ").removeprefix("redo: ")


@dataclass(frozen=True, slots=True)
class StepFilter:
    """Which actions of the history are wanted; what is empty lets everything through."""

    analyst: str = ""
    document_id: str = ""
    annotation_id: str = ""
    since: str = ""
    """ISO 8601, as stored; the beginning of one will do: ``2026-11``."""
    until: str = ""
    """Excluded."""
    label: str = ""
    """Part of the words for what was done."""
    before: str = ""
    """Identity of a step: only what was done before it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it must be in a project file."""

    about: str
    """``file``, ``reference``, ``anchor``, ``text``, ``annotation``, ``count``,
    ``journal`` or ``index``."""
    what: str
    repair: str
    """What to do about it."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that was changed in two projects before they were merged."""

    kind: str
    """``annotation``, ``document``, ``tag``, ``speaker`` or ``row``."""
    entity_id: str
    rule: str
    """How it was settled, in words."""
    kept: dict[str, Any]
    """Rows by table, as they stand."""
    dropped: dict[str, Any]
    """Rows by table, as the other side had them; empty where it had removed them."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge brought."""

    actions: int
    """Steps of the other project's history that were new here."""
    changed: tuple[tuple[str, int], ...]
    """How many things of each kind are new or others now."""
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class RuleRecord:
    """How a rule's suggestions were decided on, for one version of it."""

    rule: str
    version: int
    suggested: int
    """How many it made."""
    waiting: int
    accepted: int
    """As they were."""
    corrected: int
    """Accepted after a change of edges, kind, type or speaker."""
    rejected: int
    """Rejected or deleted."""
    flagged: int
    is_on: bool

    @property
    def precision(self) -> float | None:
        """Share of the decided that was accepted, as it was or corrected."""
        decided = self.accepted + self.corrected + self.rejected
        return (self.accepted + self.corrected) / decided if decided else None


@dataclass(frozen=True, slots=True)
class DecidedTogether:
    """What came of a decision on many annotations at once."""

    step_id: str
    """Identity of the step that it is."""
    count: int
    """How many were changed."""
    passed_over: tuple[str, ...]
    """Identities of those that somebody else had changed meanwhile."""
    seen: str
    """Identity of the newest step before it; empty if there was none."""


@dataclass(frozen=True, slots=True)
class ReviewPlace:
    """Where an analyst is in the queue."""

    filter: str
    """In the query language."""
    order: str
    annotation_id: str
    done: int
    """Decisions since the queue was begun."""
    seconds: float
    """Spent on them."""
