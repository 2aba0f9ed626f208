"""Proof that a project file is whole: what ``pizhu check`` looks at."""

from __future__ import annotations

import json
import sqlite3
from itertools import islice
from typing import TYPE_CHECKING

from annotations.records import Problem
from annotations.store.journal import KEYS, row_with
from annotations.store.search_index import verify_index
from annotations.store.soundness import faults
from annotations.store.tags import circles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotations.store.project import Project

_MOST = 20
"""Problems of one kind that are told one by one."""
_SHOWN = 120
"""Characters that are told of what may be long, such as an error that quotes a text."""
_RESTORE = "restore a backup; what was done since can be brought in by pizhu merge"

_SEARCH_AGAIN = "nothing is lost; pizhu check --reindex builds it again from the texts"

_OTHER = "not as the journal left it"
_UNREADABLE = (KeyError, ValueError, OverflowError, sqlite3.Error)
"""What comes of a table that is none of ours, no JSON, no key of the table."""

_WRONG_ANCHORS = """
    SELECT spans.annotation_id, spans.text_id, spans.start, spans."end", spans.exact
    FROM spans ORDER BY spans.text_id
"""

_HOMELESS = """
    SELECT annotations.id, title FROM annotations
    JOIN documents ON documents.id = annotations.document_id
    LEFT JOIN doubts ON doubts.annotation_id = annotations.id
    WHERE NOT EXISTS (
        SELECT 1 FROM spans WHERE spans.annotation_id = annotations.id
        AND spans.part = 'content'
        AND spans.text_id = coalesce(doubts.text_id, documents.text_id))
"""

_NEEDLESS = """
    SELECT annotation_id FROM doubts
    JOIN annotations ON annotations.id = annotation_id
    JOIN documents ON documents.id = annotations.document_id
    WHERE doubts.text_id = documents.text_id
"""

_MISCOUNTED = """
    SELECT 'tag ' || name FROM tags WHERE
        coalesce((SELECT uses FROM tag_uses WHERE tag_id = tags.id), 0)
        <> (SELECT count(*) FROM annotation_tags WHERE tag_id = tags.id)
    UNION ALL SELECT 'speaker ' || name FROM speakers WHERE
        coalesce((SELECT uses FROM speaker_uses WHERE speaker_id = speakers.id), 0)
        <> (SELECT count(*) FROM annotations WHERE speaker_id = speakers.id)
"""

_LATEST = """
    SELECT table_name, row_key, changes."after",
        max(printf('%015d%015d', actions.rowid, changes.number))
    FROM changes JOIN actions ON actions.id = changes.action_id
    WHERE actions.merged_by IS NULL
    GROUP BY table_name, row_key
    ORDER BY table_name, row_key
"""


def problems(project: Project) -> Iterator[Problem]:
    """Look at everything that must hold; nothing comes of a project that is whole."""
    for part, look in _PARTS.items():
        try:
            yield from look(project)
        except sqlite3.DatabaseError as error:
            yield Problem("file", f"{part} cannot be read: {_shown(error)}", _RESTORE)


def _file(project: Project) -> Iterator[Problem]:
    found = project.database.conn.execute("PRAGMA integrity_check(20)").fetchall()
    for (line,) in found:
        if line != "ok":
            yield Problem("file", f"SQLite finds it damaged: {line}", _RESTORE)


def _references(project: Project) -> Iterator[Problem]:
    for table, row, parent, _ in project.database.conn.execute(
        "PRAGMA foreign_key_check"
    ).fetchmany(_MOST):
        where = f"row {row} of {table}" if row is not None else f"a row of {table}"
        yield Problem(
            "reference", f"{where} refers to a row of {parent} that is gone", _RESTORE
        )


def _anchors(project: Project) -> Iterator[Problem]:
    """``text[start:end] == exact`` for every span in every text."""
    text_id, text, told = "", "", 0
    execute = project.database.conn.execute
    for annotation_id, in_text, start, end, exact in execute(_WRONG_ANCHORS):
        if in_text != text_id:
            found = execute("SELECT text FROM texts WHERE id = ?", (in_text,))
            text_id, text = in_text, (found.fetchone() or ("",))[0]
        if text[start:end] != exact and told < _MOST:
            told += 1
            yield Problem(
                "anchor",
                f"annotation {annotation_id}: its text does not stand at"
                f" {start}..{end}",
                f"see pizhu history --annotation {annotation_id}; undo what moved it",
            )
    for text_id, length, actual in execute("SELECT id, length, text FROM texts"):
        if length != len(actual):
            yield Problem(
                "text", f"text {text_id} is {len(actual)} long, not {length}", _RESTORE
            )


def _places(project: Project) -> Iterator[Problem]:
    execute = project.database.conn.execute
    for annotation_id, title in execute(_HOMELESS).fetchmany(_MOST):
        yield Problem(
            "anchor",
            f"annotation {annotation_id} has no place in “{title}”",
            f"see pizhu history --annotation {annotation_id}; undo what moved it",
        )
    for (annotation_id,) in execute(_NEEDLESS).fetchmany(_MOST):
        yield Problem(
            "anchor",
            f"annotation {annotation_id} is in doubt though its text is the one read",
            f"see pizhu history --annotation {annotation_id}",
        )


def _tree(project: Project) -> Iterator[Problem]:
    for circle in islice(circles(project.database.conn), _MOST):
        yield Problem(
            "tag",
            f"tag {circle[0]} stands under itself, and is not shown",
            "see pizhu history; undo what moved it",
        )


def _counts(project: Project) -> Iterator[Problem]:
    found = project.database.conn.execute(_MISCOUNTED).fetchmany(_MOST)
    for (name,) in found:
        yield Problem("count", f"{name}: its uses are not counted right", _RESTORE)


def _forms(project: Project) -> Iterator[Problem]:
    """What no analyst writes is as pizhu makes it, now and wherever undo may lead."""
    for where, name, value in islice(faults(project.database.conn), _MOST):
        yield Problem(
            "annotation",
            f"{_shown(where)} has a wrong {name}: {_shown(repr(value))}",
            "something other than pizhu wrote to the file; " + _RESTORE,
        )


def _journal(project: Project) -> Iterator[Problem]:
    """The state is what the journal says: the last change of each row is the row."""
    execute = project.database.conn.execute
    told = 0
    counts = dict.fromkeys(KEYS, 0)
    for table, key_text, after_text, _ in execute(_LATEST):
        try:
            row = row_with(project.database.conn, table, json.loads(key_text))
            after = json.loads(after_text) if after_text else None
        except _UNREADABLE:
            what = "it or its journal cannot be read"
        else:
            counts[table] += row is not None
            what = "" if row == after else _OTHER
        if what and told < _MOST:
            told += 1
            yield _strayed(table, f"{_shown(key_text)}: {what}")
    for table, journaled in counts.items():
        (actual,) = execute(f"SELECT count(*) FROM {table}").fetchone()
        if actual > journaled:
            yield _strayed(table, f"{actual - journaled} rows: {_OTHER}")


def _shown(what: object) -> str:
    return " ".join(str(what).split())[:_SHOWN]


def _strayed(table: str, what: str) -> Problem:
    return Problem(
        "journal",
        f"{table} {what}",
        "something other than pizhu wrote to the file; " + _RESTORE,
    )


def _index(project: Project) -> Iterator[Problem]:
    for line in verify_index(project):
        yield Problem("index", line, _SEARCH_AGAIN)


_PARTS = {
    "the file": _file,
    "what refers to what": _references,
    "the marked texts": _anchors,
    "the places of annotations": _places,
    "the forms of annotations": _forms,
    "the codebook": _tree,
    "the uses of tags": _counts,
    "the journal": _journal,
    "the search index": _index,
}
"""What is looked at, by what it is called if it cannot be read."""
