"""A place that a dialog sends the reader to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """An annotation to go to."""

    document_id: str
    offset: int
    """Into the source, code points."""
    annotation_id: str
