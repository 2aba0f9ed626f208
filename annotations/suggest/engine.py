"""From a document to its suggestions: the rules put together, in reading order."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from annotations.model import Kind, Span
from annotations.suggest.claims.claims import claims
from annotations.suggest.direct.headings import with_headings
from annotations.suggest.direct.noted import Noted
from annotations.suggest.direct.quotes import DirectQuotes
from annotations.suggest.direct.sole import with_sole_speaker
from annotations.suggest.indirect.statements import Statements
from annotations.suggest.lexicon import Lexicon
from annotations.suggest.names.cited import cited_people
from annotations.suggest.names.people import People
from annotations.suggest.passages import passages
from annotations.suggest.rules import RULES, SPEAKER_THRESHOLD, THRESHOLDS
from annotations.suggest.sources.citations import is_paper
from annotations.suggest.sources.notes import Notes
from annotations.suggest.sources.sources import Sources
from annotations.suggest.suggestion import Suggestion
from annotations.suggest.writing import is_traditional, simplified

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotations.suggest.claims.claims import Claim
    from annotations.suggest.direct.speech import Speech
    from annotations.suggest.indirect.statement import Statement
    from annotations.suggest.passages import Passage
    from annotations.suggest.sources.source import Source
    from annotations.text.paragraphs import TextView

_NOTHING = Lexicon()


def suggest(
    view: TextView,
    lexicon: Lexicon = _NOTHING,
    *,
    kinds: frozenset[Kind] = frozenset((Kind.QUOTE, Kind.CLAIM)),
    thresholds: Mapping[str, float] = THRESHOLDS,
) -> list[Suggestion]:
    """Suggest quotes and claims for one document.

    Args:
        view: the document, flowing (``LogicalView``).
        lexicon: what the user adds to the rules.
        kinds: which kinds are wanted.
        thresholds: least score by type; a type left out keeps its own.

    Returns:
        Suggestions by start, the longer one first.
    """
    least = {**THRESHOLDS, **thresholds}
    is_old = is_traditional(view.source)
    if is_old:
        lexicon = _simplified(lexicon)
    found: list[Suggestion] = []
    ones = list(passages(view, is_old=is_old))
    cites = is_paper(view.source)
    source = simplified(view.source) if is_old else view.source
    notes = Notes(source if cites else "")
    cited = (*notes.authors, *cited_people(source)) if cites else ()
    people = People(ones, lexicon, cited)
    sources = Sources(ones, people, is_paper=cites)
    statements = Statements(ones, people, sources, lexicon, is_paper=cites)
    noted = Noted(ones, people, notes)
    direct = DirectQuotes(ones, sources, statements, lexicon, noted, is_paper=cites)
    all_stated: dict[int, list[Statement]] = {}
    all_spoken: dict[int, list[Speech]] = {}
    for passage in ones:
        all_stated[passage.number] = stated = statements.of(passage)
        all_spoken[passage.number] = direct.of(passage, stated)
    all_spoken = with_headings(ones, all_spoken, all_stated, sources)
    if not cites:
        all_spoken = with_sole_speaker(ones, people, all_spoken, all_stated)
    for passage in ones:
        stated, spoken = all_stated[passage.number], all_spoken[passage.number]
        if Kind.QUOTE in kinds and (stated or spoken):
            found += (_of_statement(ones, passage, one) for one in stated)
            found += _of_speech(ones, passage, spoken)
        if Kind.CLAIM in kinds:
            found += (
                _of_claim(passage, one)
                for one in claims(passage, stated, spoken)
                if one.score >= least[one.type]
            )
    found = [one for one in found if one.score >= least.get(one.type, 0.0)]
    if is_old:
        found = _as_written(ones, found)
    found = [_spaced(one, view.source) for one in found]
    return sorted(found, key=lambda one: (one.spans[0].start, -one.spans[-1].end))


def _simplified(lexicon: Lexicon) -> Lexicon:
    return Lexicon(
        cues=tuple(map(simplified, lexicon.cues)),
        names=tuple(map(simplified, lexicon.names)),
        stop_terms=tuple(map(simplified, lexicon.stop_terms)),
    )


def _as_written(ones: Sequence[Passage], found: list[Suggestion]) -> list[Suggestion]:
    """Suggestions with every word of theirs in the document's own characters."""
    plain = "\n".join(one.plain for one in ones)
    written = "\n".join(one.written for one in ones)

    def original(words: str) -> str:
        at = plain.find(words)
        return written[at : at + len(words)] if at >= 0 else words

    return [
        replace(
            one,
            speaker=original(one.speaker),
            role=original(one.role),
            cue="…".join(map(original, one.cue.split("…"))),
        )
        for one in found
    ]


def _spaced(one: Suggestion, text: str) -> Suggestion:
    """A suggestion whose speaker has the space that the text has around Latin."""
    span = one.speaker_span
    if span is None or not _LATIN.search(one.speaker):
        return one
    written = text[span.start : span.end]
    is_same = " " in written and written.replace(" ", "") == one.speaker.replace(
        " ", ""
    )
    return replace(one, speaker=written) if is_same else one


_LATIN = re.compile("[0-9A-Za-z]")


def _of_statement(
    ones: Sequence[Passage], passage: Passage, statement: Statement
) -> Suggestion:
    last = ones[statement.last_number]
    span = Span(
        passage.to_source(statement.start),
        last.to_source(statement.end - 1) + 1,
    )
    named = ones[statement.source.passage_number]
    cue_passage = named if statement.rule == "indirect.announced" else passage
    return _quote(
        "indirect", (span,), statement.rule, statement.score, statement.source,
        statement.cue, cue_passage.span(*statement.cue_span), named,
    )  # fmt: skip


def _of_claim(passage: Passage, claim: Claim) -> Suggestion:
    rule = f"claim.{claim.type}"
    return Suggestion(
        kind=Kind.CLAIM,
        type=claim.type,
        spans=(passage.span(claim.start, claim.end),),
        rule=rule,
        version=RULES[rule],
        score=claim.score,
    )


def _of_speech(
    ones: Sequence[Passage], passage: Passage, speeches: Sequence[Speech]
) -> list[Suggestion]:
    found: list[Suggestion] = []
    groups: list[list[Speech]] = []
    for speech in speeches:
        if speech.follows and groups:
            groups[-1].append(speech)
        else:
            groups.append([speech])
    for group in groups:
        spans = tuple(
            Span(
                passage.to_source(one.start),
                ones[one.last_number].to_source(one.end - 1) + 1,
            )
            for one in group
        )
        attribution = group[0].attribution
        source = attribution.source
        named = passage if source is None else ones[source.passage_number]
        cue_span = attribution.cue_span
        found.append(
            _quote(
                "direct", spans, group[0].rule, min(one.score for one in group), source,
                attribution.cue, passage.span(*cue_span) if cue_span else None, named,
            )
        )  # fmt: skip
    return found


def _quote(
    type_: str,
    spans: tuple[Span, ...],
    rule: str,
    score: float,
    source: Source | None,
    cue: str,
    cue_span: Span | None,
    named: Passage,
) -> Suggestion:
    is_sure = source is not None and source.certainty >= SPEAKER_THRESHOLD
    return Suggestion(
        kind=Kind.QUOTE,
        type=type_,
        spans=spans,
        rule=rule,
        version=RULES[rule],
        score=round(score, 2),
        speaker=source.name if source is not None and is_sure else "",
        speaker_span=(
            named.span(source.start, source.end)
            if source is not None and is_sure and source.name
            else None
        ),
        role=source.role if source is not None and is_sure else "",
        cue=cue,
        cue_span=cue_span,
    )
