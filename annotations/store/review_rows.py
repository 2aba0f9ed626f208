"""Saved filters and places of the review queue, as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.identity import now
from annotations.records import ReviewPlace
from annotations.store.connection import writing

if TYPE_CHECKING:
    from annotations.store.journal import Action
    from annotations.store.project import Project


def place(project: Project) -> ReviewPlace | None:
    """Where this analyst left the queue."""
    found = project.database.conn.execute(
        "SELECT filter, sorted_by, annotation_id, done, seconds FROM review_places"
        " WHERE analyst_id = ?",
        (project.analyst_id,),
    ).fetchone()
    return ReviewPlace(*found) if found else None


def keep_place(project: Project, place: ReviewPlace) -> None:
    """Note where this analyst is."""
    with writing(project.database):
        project.database.conn.execute(
            "INSERT OR REPLACE INTO review_places VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                project.analyst_id,
                place.filter,
                place.order,
                place.annotation_id,
                place.done,
                place.seconds,
                now(),
            ),
        )


def filters(project: Project) -> dict[str, str]:
    """Saved filters by name."""
    return dict(
        project.database.conn.execute(
            "SELECT name, filter FROM review_filters ORDER BY name"
        )
    )


def save_filter(action: Action, name: str, filter_: str) -> None:
    """Save a filter under a name, in place of the one that had it."""
    if action.fetch("review_filters", [name]) is None:
        action.insert("review_filters", {"name": name, "filter": filter_})
    else:
        action.update("review_filters", [name], {"filter": filter_})
