"""Texts of which only the beginning is read until one asks for more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.model import Joins, SourceText
from annotations.store import documents
from annotations.text.flowing import FlowingText

if TYPE_CHECKING:
    from annotations.store.project import Project

_ENOUGH = 1 << 16
"""Code points that fill dozens of screens, and are read in a millisecond."""


def flowing(project: Project, document_id: str) -> FlowingText | None:
    """A document's text, begun: it takes no longer for a longer one."""
    conn = project.database.conn
    found = conn.execute(
        "SELECT text_id, texts.rowid, length, joins"
        " FROM documents JOIN texts ON texts.id = text_id WHERE documents.id = ?",
        (document_id,),
    ).fetchone()
    if found is None:
        return None
    text_id, row, length, joins = found

    def whole() -> SourceText:
        # Not of the document: it may have a newer text by then.
        return documents.whole(project, document_id, text_id)

    if length <= _ENOUGH:
        return FlowingText(whole())
    with conn.blobopen("texts", "text", row, readonly=True) as blob:
        octets = blob.read(4 * _ENOUGH)
    # Only the last character, cut in two, can be none.
    beginning = octets.decode(errors="ignore")
    return FlowingText(
        SourceText(document_id, beginning, Joins.from_bytes(joins)), whole
    )
