"""What rules proposed, the project's lexicon and its settings of rules, as rows."""

from __future__ import annotations

import json
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from annotations.model import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotations.records import RuleRecord
    from annotations.store.journal import Action
    from annotations.store.project import Project
    from annotations.suggest.suggestion import Suggestion

_IS_OTHER_SPEAKER = """
    (coalesce((SELECT name FROM speakers WHERE id = annotations.speaker_id), '')
        <> suggestions.speaker
    AND NOT EXISTS (SELECT 1 FROM speaker_aliases WHERE alias = suggestions.speaker
        AND speaker_aliases.speaker_id = annotations.speaker_id))
"""
"""By the registry: who was renamed or merged since has the name as an alias."""
_RECORDS = f"""
    WITH decided AS (
        SELECT suggestions.rule, suggestions.version, annotations.status,
            annotations.kind <> suggestions.kind
            OR annotations.type <> suggestions.type
            OR {_IS_OTHER_SPEAKER}
            OR suggestions.spans <> (
                SELECT json_group_array(json_array(start, "end")) FROM (
                    SELECT start, "end" FROM spans
                    WHERE spans.annotation_id = annotations.id
                    AND spans.text_id = suggestions.text_id AND part = 'content'
                    ORDER BY number)) AS is_corrected
        FROM suggestions
        LEFT JOIN annotations ON annotations.id = suggestions.annotation_id
    )
    SELECT rule, version, count(*), count(*) FILTER (WHERE status = 'suggested'),
        count(*) FILTER (WHERE status = 'accepted' AND NOT is_corrected),
        count(*) FILTER (WHERE status = 'accepted' AND is_corrected),
        count(*) FILTER (WHERE status = 'rejected' OR status IS NULL),
        count(*) FILTER (WHERE status = 'flagged')
    FROM decided GROUP BY rule, version ORDER BY rule, version
"""


class Made(NamedTuple):
    """An annotation of a document, or a suggestion whose annotation was deleted."""

    kind: str
    text_id: str
    spans: tuple[Span, ...]
    words: str
    """Without layout; empty if it is matched by its span and not by its words."""


def keep(
    action: Action,
    annotation_id: str,
    document_id: str,
    text_id: str,
    one: Suggestion,
    words: str,
) -> None:
    """Keep what was proposed, beside the annotation that was made of it."""
    spans = [[span.start, span.end] for span in one.spans]
    action.insert(
        "suggestions",
        {
            "annotation_id": annotation_id,
            "document_id": document_id,
            "text_id": text_id,
            "rule": one.rule,
            "version": one.version,
            "kind": one.kind,
            "type": one.type,
            "speaker": one.speaker,
            "spans": json.dumps(spans, separators=(",", ":")),
            "words": words,
        },
    )


def made_in(project: Project, document_id: str) -> list[Made]:
    """What stands in a document, waits for a place there, or was proposed and is gone."""
    execute = project.database.conn.execute
    found: dict[str, list[tuple[str, str, Span]]] = {}
    for annotation_id, kind, text_id, start, end in execute(
        'SELECT annotation_id, kind, text_id, start, "end" FROM annotations'
        " JOIN spans ON spans.annotation_id = annotations.id AND part = 'content'"
        " WHERE document_id = ? ORDER BY annotation_id, text_id, number",
        (document_id,),
    ):
        key = f"{annotation_id} {text_id}"
        found.setdefault(key, []).append((kind, text_id, Span(start, end)))
    made = [
        Made(ones[0][0], ones[0][1], tuple(span for _, _, span in ones), "")
        for ones in found.values()
    ]
    for kind, text_id, spans, words in execute(
        "SELECT suggestions.kind, text_id, spans, words FROM suggestions"
        " WHERE document_id = ? AND (SELECT 1 FROM annotations"
        "   WHERE annotations.id = annotation_id) IS NULL",
        (document_id,),
    ):
        places = tuple(Span(*one) for one in json.loads(spans))
        made.append(Made(kind, text_id, places, words))
    return made + _in_doubt(project, document_id)


def _in_doubt(project: Project, document_id: str) -> list[Made]:
    """What found no sure place in the text that the document reads now."""
    rows = project.database.conn.execute(
        'SELECT annotation_id, kind, doubts.text_id, start, "end", exact'
        " FROM doubts JOIN annotations ON annotations.id = annotation_id"
        " JOIN spans USING (annotation_id, text_id)"
        " WHERE document_id = ? AND part = 'content' ORDER BY annotation_id, number",
        (document_id,),
    )
    made = []
    for (_, kind, text_id), ones in groupby(rows, key=itemgetter(0, 1, 2)):
        spans, words = [], ""
        for *_, start, end, exact in ones:
            spans.append(Span(start, end))
            words += without_layout(exact)
        made.append(Made(kind, text_id, tuple(spans), words))
    return made


def without_layout(text: str) -> str:
    """What a stretch says, wherever it is broken into lines."""
    return "".join(text.split())


def forget_of(project: Project, action: Action, document_id: str) -> None:
    """Remove what was proposed for a document that goes."""
    rows = project.database.conn.execute(
        "SELECT annotation_id FROM suggestions WHERE document_id = ?", (document_id,)
    ).fetchall()
    for (annotation_id,) in rows:
        action.delete("suggestions", [annotation_id])


def proposed(project: Project, annotation_id: str) -> dict[str, object] | None:
    """What a rule proposed for an annotation: kind, type, speaker; None if none did.

    The speaker is told by the name that the registry has for who was meant, if the
    annotation is that speaker's.
    """
    found = project.database.conn.execute(
        "SELECT rule, version, suggestions.kind, suggestions.type,"
        f" CASE WHEN {_IS_OTHER_SPEAKER} THEN speaker ELSE coalesce("
        "   (SELECT name FROM speakers WHERE id = annotations.speaker_id), '') END,"
        " spans, text_id"
        " FROM suggestions JOIN annotations ON annotations.id = annotation_id"
        " WHERE annotation_id = ?",
        (annotation_id,),
    ).fetchone()
    if found is None:
        return None
    names = ("rule", "version", "kind", "type", "speaker", "spans", "text_id")
    return dict(zip(names, found, strict=True))


def spans_of(known: dict[str, object]) -> list[list[int]]:
    """The spans of what ``proposed`` gave, as [start, end]."""
    found: list[list[int]] = json.loads(str(known["spans"]))
    return found


def records(project: Project, versions: Mapping[str, int]) -> list[RuleRecord]:
    """How every rule did, each version by itself; rules that found nothing as well."""
    from annotations.records import RuleRecord

    off = rules_off(project)
    rows = project.database.conn.execute(_RECORDS).fetchall()
    found = [
        RuleRecord(
            rule, version, made, waiting, accepted, corrected, rejected, flagged,
            is_on=rule not in off,
        )
        for rule, version, made, waiting, accepted, corrected, rejected, flagged in rows
    ]  # fmt: skip
    known = {(one.rule, one.version) for one in found}
    found += (
        RuleRecord(rule, version, 0, 0, 0, 0, 0, 0, is_on=rule not in off)
        for rule, version in versions.items()
        if (rule, version) not in known
    )
    return sorted(found, key=lambda one: (one.rule, one.version))


def rules_off(project: Project) -> set[str]:
    """Names of the rules that are switched off."""
    rows = project.database.conn.execute(
        "SELECT name FROM rule_settings WHERE is_on = 0"
    )
    return {row[0] for row in rows}


def thresholds(project: Project) -> dict[str, float]:
    """Least scores by type, where the project has its own."""
    return dict(
        project.database.conn.execute(
            "SELECT name, threshold FROM rule_settings WHERE threshold IS NOT NULL"
        )
    )


def set_rule(action: Action, name: str, *, is_on: bool) -> None:
    """Switch a rule on or off."""
    _put(action, name, {"is_on": int(is_on)})


def set_threshold(action: Action, type_: str, score: float) -> None:
    """Set the least score of a type."""
    _put(action, type_, {"threshold": score})


def _put(action: Action, name: str, changes: dict[str, object]) -> None:
    if action.fetch("rule_settings", [name]) is None:
        action.insert("rule_settings", {"name": name, **changes})
    else:
        action.update("rule_settings", [name], changes)


def words(project: Project, kind: str) -> tuple[str, ...]:
    """The lexicon's words of one kind: cue, name or stop."""
    rows = project.database.conn.execute(
        "SELECT word FROM lexicon WHERE kind = ? ORDER BY word", (kind,)
    )
    return tuple(row[0] for row in rows)
