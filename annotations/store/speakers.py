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
