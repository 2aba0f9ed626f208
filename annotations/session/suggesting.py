"""Storing what the rules find, and what the project tells the rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from annotations.errors import ConflictError, InvalidError, NotFoundError
from annotations.identity import derived_id
from annotations.model import TYPES, Kind, Status
from annotations.store import annotations as rows
from annotations.store import documents, suggestions
from annotations.suggest.lexicon import Lexicon
from annotations.suggest.rules import RULES, THRESHOLDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.model import Document, SourceText, Span
    from annotations.records import RuleRecord
    from annotations.store.journal import Action
    from annotations.store.project import Project
    from annotations.store.suggestions import Made
    from annotations.suggest.suggestion import Suggestion

WordKind = Literal["cue", "name", "stop"]
"""``cue``: a reporting word; ``name``: a person or body; ``stop``: never a quote."""

_SAME = 0.5
"""Share of their characters from which two stretches are one find."""


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """What one project tells the rules; goes to processes that find suggestions."""

    lexicon: Lexicon
    thresholds: dict[str, float]
    rules_off: frozenset[str]


@dataclass(frozen=True, slots=True)
class Suggested:
    """What became of a document's suggestions."""

    new: int
    known: int
    """Found again: waiting, decided on or deleted before."""


class Suggestions:
    """Rules and what they find, in one project."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def settings(self) -> RuleSettings:
        """What the rules are told here."""
        cues, names, stops = (
            suggestions.words(self._project, kind) for kind in ("cue", "name", "stop")
        )
        return RuleSettings(
            Lexicon(cues, names, stops),
            self.thresholds(),
            frozenset(suggestions.rules_off(self._project)),
        )

    def find(self, source: SourceText) -> list[Suggestion]:
        """What the rules find in a text; stores nothing."""
        return found_in(source, self.settings())

    def store(
        self,
        document_id: str,
        found: Sequence[Suggestion],
        text: str | None = None,
    ) -> Suggested:
        """Keep what is new as ``suggested``; one step, which undo takes back.

        What stands there already, was decided on or was deleted is left as it is.

        Args:
            document_id: of the document that ``found`` was found in.
            found: by start.
            text: in which it was found, if that may have been updated since.

        Raises:
            NotFoundError: the document is gone.
            ConflictError: somebody has updated the document since; nothing was stored.
            StorageError: it could not be written.
        """
        document = documents.with_id(self._project, document_id)
        if document is None:
            raise NotFoundError(f"no document {document_id}")
        with self._project.journal.action(
            f"suggest for {document.title}", document_id
        ) as action:
            source = documents.text(self._project, document_id)
            if source is None:
                raise NotFoundError(f"no document {document_id}")
            if text is not None and text != source.text:
                raise ConflictError(
                    f"somebody has updated {document.title} meanwhile", "suggest again"
                )
            text_id = documents.text_id_of(self._project, document_id)
            known = _Known(suggestions.made_in(self._project, document_id), text_id)
            new = 0
            for one in found:
                words = _words(source.text, one.spans)
                annotation_id = _identity(document, one)
                # The annotation may have been moved far from where it was found.
                is_there = action.fetch("annotations", [annotation_id]) is not None
                if not is_there and not known.holds(one, words):
                    self._insert(action, annotation_id, document, text_id, one, words)
                    new += 1
        return Suggested(new, len(found) - new)

    def names_near(self, source: SourceText, offset: int) -> list[str]:
        """People and bodies named around a source offset, the nearest first."""
        from annotations.suggest.names.nearby import names_near

        return names_near(source.text, source.joins, offset, self.settings().lexicon)

    def make_ready(self) -> None:
        """Load what ``names_near`` needs, in any thread: most of a second, once."""
        from annotations.suggest.names.nearby import make_ready

        make_ready()

    def records(self) -> list[RuleRecord]:
        """How every rule did, each version by itself."""
        return suggestions.records(self._project, RULES)

    def set_rule(self, name: str, *, is_on: bool) -> None:
        """Switch a rule on or off; what it has found stays.

        Raises:
            InvalidError: there is no such rule.
        """
        if name not in RULES:
            raise InvalidError(f"no rule {name}", f"one of: {', '.join(RULES)}")
        label = f"switch {'on' if is_on else 'off'} rule {name}"
        with self._project.journal.action(label) as action:
            suggestions.set_rule(action, name, is_on=is_on)

    def thresholds(self) -> dict[str, float]:
        """Least score by type, here."""
        return {**THRESHOLDS, **suggestions.thresholds(self._project)}

    def set_threshold(self, type_: str, score: float) -> None:
        """Move the least score at which a type is suggested.

        Raises:
            InvalidError: no such type, or not between 0 and 1.
        """
        if type_ not in {*TYPES[Kind.QUOTE], *TYPES[Kind.CLAIM]}:
            raise InvalidError(f"no type {type_}", f"one of: {', '.join(THRESHOLDS)}")
        if not 0 <= score <= 1:
            raise InvalidError(f"{score} is no score", "from 0 to 1")
        with self._project.journal.action(f"set threshold of {type_}") as action:
            suggestions.set_threshold(action, type_, score)

    def words(self, kind: WordKind) -> tuple[str, ...]:
        """The project's own words of one kind."""
        return suggestions.words(self._project, kind)

    def add_words(self, kind: WordKind, words: Sequence[str]) -> int:
        """Add words to the lexicon; return how many are new.

        Raises:
            InvalidError: no such kind, or an empty word.
        """
        wanted = _checked(kind, words)
        added = 0
        with self._project.journal.action(f"add {kind}: {', '.join(wanted)}") as action:
            for word in wanted:
                if action.fetch("lexicon", [kind, word]) is None:
                    action.insert("lexicon", {"kind": kind, "word": word})
                    added += 1
        return added

    def remove_words(self, kind: WordKind, words: Sequence[str]) -> None:
        """Take words out of the lexicon.

        Raises:
            InvalidError: no such kind, or an empty word.
            NotFoundError: a word is not in it; then none is taken out.
        """
        wanted = _checked(kind, words)
        with self._project.journal.action(
            f"remove {kind}: {', '.join(wanted)}"
        ) as action:
            for word in wanted:
                if action.fetch("lexicon", [kind, word]) is None:
                    raise NotFoundError(
                        f"{word}: no such {kind} in the lexicon",
                        "pizhu lexicon list shows them",
                    )
                action.delete("lexicon", [kind, word])

    def _insert(
        self,
        action: Action,
        annotation_id: str,
        document: Document,
        text_id: str,
        one: Suggestion,
        words: str,
    ) -> None:
        rows.insert(
            self._project,
            action,
            document.id,
            one.kind,
            id=annotation_id,
            type=one.type,
            speaker=one.speaker,
            role=one.role,
            cue=one.cue,
            status=Status.SUGGESTED,
            origin=one.origin,
            score=one.score,
        )
        parts = {
            "content": one.spans,
            "speaker": (one.speaker_span,) if one.speaker_span else (),
            "cue": (one.cue_span,) if one.cue_span else (),
        }
        for part, spans in parts.items():
            there = [span for span in spans if len(span)]
            rows.set_spans(self._project, action, annotation_id, text_id, there, part)
        suggestions.keep(action, annotation_id, document.id, text_id, one, words)


def _identity(document: Document, one: Suggestion) -> str:
    """The same for the same find in the same bytes, on whatever host it is made.

    So analysts who let the rules look on copies of a project have one suggestion after
    a merge, not one each.
    """
    places = (f"{span.start}-{span.end}" for span in one.spans)
    return derived_id("suggestion", document.sha256, one.kind, *places)


def found_in(source: SourceText, settings: RuleSettings) -> list[Suggestion]:
    """What the rules find in a text, told what a project tells them. Pure."""
    from annotations.suggest.engine import suggest
    from annotations.text.views import LogicalView

    found = suggest(
        LogicalView(source.text, source.joins),
        settings.lexicon,
        thresholds=settings.thresholds,
    )
    return [one for one in found if one.rule not in settings.rules_off]


class _Known:
    """What need not be asked about again."""

    def __init__(self, made: Sequence[Made], text_id: str) -> None:
        self._here: dict[str, list[tuple[Span, ...]]] = {}
        self._said: set[tuple[str, str]] = set()
        for one in made:
            if one.text_id == text_id:
                self._here.setdefault(one.kind, []).append(one.spans)
            if one.words:
                self._said.add((one.kind, one.words))

    def holds(self, one: Suggestion, words: str) -> bool:
        """Whether it stands there, or waits or was deleted, here or in an older text."""
        return (str(one.kind), words) in self._said or any(
            _is_same(spans, one.spans) for spans in self._here.get(str(one.kind), ())
        )


def _is_same(some: Sequence[Span], others: Sequence[Span]) -> bool:
    shared = sum(
        max(min(one.end, other.end) - max(one.start, other.start), 0)
        for one in some
        for other in others
    )
    return shared > _SAME * max(
        sum(len(one) for one in some), sum(len(one) for one in others)
    )


def _words(text: str, spans: Sequence[Span]) -> str:
    return "".join(
        suggestions.without_layout(text[one.start : one.end]) for one in spans
    )


def _checked(kind: WordKind, words: Sequence[str]) -> list[str]:
    if kind not in get_args(WordKind):
        raise InvalidError(f"no kind of word {kind}", "cue, name or stop")
    wanted = list(dict.fromkeys("".join(word.split()) for word in words))
    if not all(wanted):
        raise InvalidError("a word needs characters")
    return wanted
