"""Half-filled forms as rows: each analyst's own, and no part of the history."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from annotations.identity import now
from annotations.model import Draft, Span
from annotations.store.connection import writing

if TYPE_CHECKING:
    from annotations.store.project import Project


def keep(project: Project, draft: Draft) -> None:
    """Keep a draft in place of the one of the same name."""
    fields = {
        "document_id": draft.document_id,
        "annotation_id": draft.annotation_id,
        "spans": [[one.start, one.end] for one in draft.spans],
        "fields": draft.fields,
    }
    with writing(project.database):
        project.database.conn.execute(
            "INSERT OR REPLACE INTO drafts VALUES (?, ?, ?, ?)",
            (
                project.analyst_id,
                draft.name,
                json.dumps(fields, ensure_ascii=False),
                now(),
            ),
        )


def discard(project: Project, name: str) -> None:
    """Forget a draft; a missing one is no error, and nothing is written then."""
    known = project.database.conn.execute(
        "SELECT 1 FROM drafts WHERE analyst_id = ? AND name = ?",
        (project.analyst_id, name),
    )
    if known.fetchone() is None:
        return
    with writing(project.database):
        project.database.conn.execute(
            "DELETE FROM drafts WHERE analyst_id = ? AND name = ?",
            (project.analyst_id, name),
        )


def of_analyst(project: Project) -> list[Draft]:
    """This analyst's drafts, the latest first."""
    rows = project.database.conn.execute(
        "SELECT fields, updated_at FROM drafts WHERE analyst_id = ?"
        " ORDER BY updated_at DESC",
        (project.analyst_id,),
    )
    return [_draft(json.loads(text), at) for text, at in rows]


def _draft(known: dict[str, object], at: str) -> Draft:
    return Draft(
        document_id=str(known["document_id"]),
        annotation_id=str(known["annotation_id"]),
        spans=tuple(Span(*span) for span in known["spans"]),  # type: ignore[attr-defined]
        fields=dict(known["fields"]),  # type: ignore[call-overload]
        updated_at=at,
    )
