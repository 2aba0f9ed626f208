"""The speaker registry as rows, and who is quoted where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.store import annotations as annotation_rows

if TYPE_CHECKING:
    from annotations.model import Annotation
    from annotations.records import Speaker
    from annotations.store.project import Project

_SELECT = """
    SELECT speakers.id, name, speakers.role, organisation,
        count(annotations.id), count(DISTINCT document_id)
    FROM speakers LEFT JOIN annotations
        ON speaker_id = speakers.id AND status <> 'rejected'
    {where} GROUP BY speakers.id ORDER BY 5 DESC, name
"""

_QUOTED = """
    SELECT annotations.id FROM annotations
    JOIN documents ON documents.id = annotations.document_id
    LEFT JOIN doubts ON doubts.annotation_id = annotations.id
    JOIN spans ON spans.annotation_id = annotations.id
        AND spans.text_id = coalesce(doubts.text_id, documents.text_id)
        AND part = 'content' AND number = 0
    WHERE speaker_id = ?1 AND status <> 'rejected'
        AND annotations.document_id >= ?2
        AND (annotations.document_id, start, annotations.id) > (?2, ?3, ?4)
    ORDER BY annotations.document_id, start, annotations.id LIMIT ?5
"""
"""The index by speaker has them by document: those of one are sorted at a time."""


def every(project: Project) -> list[Speaker]:
    """All speakers, the most quoted first."""
    return _read(project, "", ())


def with_id(project: Project, speaker_id: str) -> Speaker | None:
    """The speaker of this identity."""
    found = _read(project, "WHERE speakers.id = ?", (speaker_id,))
    return found[0] if found else None


def called(project: Project, name: str) -> Speaker | None:
    """The speaker of this name or alias."""
    found = _read(
        project,
        "WHERE speakers.id IN (SELECT id FROM speakers WHERE name = ?1"
        " UNION SELECT speaker_id FROM speaker_aliases WHERE alias = ?1)",
        (name,),
    )
    # A name wins over another speaker's alias.
    return min(found, key=lambda one: one.name != name, default=None)


def annotations_of(project: Project, speaker_id: str) -> list[Annotation]:
    """Every annotation that names a speaker, rejected ones too."""
    condition = "annotations.speaker_id = ?"
    return list(annotation_rows.where(project, condition, (speaker_id,)))


def quoted(
    project: Project, speaker_id: str, after: Annotation | None, most: int | None
) -> list[Annotation]:
    """Annotations that quote a speaker, by document and place; none that is rejected.

    Args:
        project: whose.
        speaker_id: who speaks.
        after: the last one that is known; else from the first one on.
        most: how many; else all that are left.
    """
    place = (after.document_id, after.start, after.id) if after else ("", 0, "")
    rows = project.database.conn.execute(
        _QUOTED, (speaker_id, *place, -1 if most is None else most)
    )
    order = [row[0] for row in rows]
    found = {one.id: one for one in annotation_rows.those(project, order)}
    # Somebody may have taken one away between the two statements.
    return [found[one] for one in order if one in found]


def _read(project: Project, where: str, values: tuple[str, ...]) -> list[Speaker]:
    from annotations.records import Speaker

    execute = project.database.conn.execute
    aliases: dict[str, list[str]] = {}
    for speaker_id, alias in execute(
        "SELECT speaker_id, alias FROM speaker_aliases ORDER BY alias"
    ):
        aliases.setdefault(speaker_id, []).append(alias)
    return [
        Speaker(
            id=speaker_id,
            name=name,
            role=role,
            organisation=organisation,
            aliases=tuple(aliases.get(speaker_id, ())),
            quotes=quotes,
            documents=documents,
        )
        for speaker_id, name, role, organisation, quotes, documents in execute(
            _SELECT.format(where=where), values
        )
    ]
