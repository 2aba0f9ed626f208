"""The shape of a project file, one migration a change.

The tables are meant to be read in any SQLite browser: names in full, times as ISO 8601
text, identities as UUIDv7 text, one row a thing. What an analyst decides is journaled
(see ``journal``); texts and reading places are not, because the first never change and
the second are no decisions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.store.database import Migrations

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x707A6875
"""``pzhu``: what ``file(1)`` and a second program see in the header."""

migrations = Migrations("pizhu")

_FIRST = (
    """
    CREATE TABLE project (
        name TEXT PRIMARY KEY,      -- of the property
        value TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE analysts (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        created_at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE documents (
        id TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        publication TEXT NOT NULL DEFAULT '',
        published TEXT NOT NULL DEFAULT '',
        author TEXT NOT NULL DEFAULT '',
        path TEXT NOT NULL DEFAULT '',
        text_id TEXT NOT NULL REFERENCES texts (id),   -- the version being read
        added_at TEXT NOT NULL,
        added_by TEXT NOT NULL REFERENCES analysts (id)
    ) STRICT
    """,
    """
    CREATE TABLE texts (             -- immutable; a newer version is a row of its own
        id TEXT PRIMARY KEY,
        sha256 TEXT NOT NULL,        -- of the file's bytes
        encoding TEXT NOT NULL,
        length INTEGER NOT NULL,     -- code points
        text TEXT NOT NULL,          -- decoded, line ends as \\n
        joins BLOB NOT NULL,         -- print-line breaks, see annotations.model.Joins
        UNIQUE (sha256, encoding)
    ) STRICT
    """,
    "CREATE INDEX documents_by_text ON documents (text_id)",
    "CREATE INDEX documents_by_path ON documents (path)",
    """
    CREATE TABLE speakers (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        role TEXT NOT NULL DEFAULT '',
        organisation TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    """
    CREATE TABLE speaker_aliases (
        alias TEXT PRIMARY KEY,
        speaker_id TEXT NOT NULL REFERENCES speakers (id)
    ) STRICT
    """,
    "CREATE INDEX speaker_aliases_by_speaker ON speaker_aliases (speaker_id)",
    """
    CREATE TABLE annotations (
        id TEXT PRIMARY KEY,
        document_id TEXT NOT NULL REFERENCES documents (id),
        kind TEXT NOT NULL CHECK (kind IN ('quote', 'claim', 'note')),
        type TEXT NOT NULL DEFAULT '',
        speaker_id TEXT REFERENCES speakers (id),
        role TEXT NOT NULL DEFAULT '',
        cue TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        status TEXT NOT NULL
            CHECK (status IN ('suggested', 'accepted', 'rejected', 'flagged')),
        origin TEXT NOT NULL,        -- manual, rule:<name>@<version>, reprint, import
        score REAL,
        analyst_id TEXT NOT NULL REFERENCES analysts (id),
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX annotations_by_document ON annotations (document_id)",
    "CREATE INDEX annotations_by_speaker ON annotations (speaker_id)",
    """
    CREATE TABLE spans (             -- where annotations stand, one row a stretch
        annotation_id TEXT NOT NULL REFERENCES annotations (id),
        text_id TEXT NOT NULL REFERENCES texts (id),
        part TEXT NOT NULL CHECK (part IN ('content', 'speaker', 'cue')),
        number INTEGER NOT NULL,     -- from 0, in reading order within its part
        start INTEGER NOT NULL,      -- code points into the text, end excluded
        "end" INTEGER NOT NULL,
        exact TEXT NOT NULL,         -- the source text between them
        PRIMARY KEY (annotation_id, text_id, part, number),
        CHECK (0 <= start AND start < "end"),
        CHECK (length(exact) = "end" - start OR instr(exact, char(0)) > 0)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX spans_by_place ON spans (text_id, start)",
    """
    CREATE TABLE tags (
        id TEXT PRIMARY KEY,
        parent_id TEXT REFERENCES tags (id),
        name TEXT NOT NULL CHECK (name <> '' AND instr(name, '/') = 0),
        colour TEXT NOT NULL DEFAULT '',
        key TEXT NOT NULL DEFAULT '' CHECK (key = '' OR key BETWEEN '1' AND '9'),
        definition TEXT NOT NULL DEFAULT '',
        position INTEGER NOT NULL    -- among its siblings
    ) STRICT
    """,
    "CREATE UNIQUE INDEX tags_by_name ON tags (coalesce(parent_id, ''), name)",
    "CREATE UNIQUE INDEX tags_by_key ON tags (key) WHERE key <> ''",
    """
    CREATE TABLE annotation_tags (
        annotation_id TEXT NOT NULL REFERENCES annotations (id),
        tag_id TEXT NOT NULL REFERENCES tags (id),
        PRIMARY KEY (annotation_id, tag_id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX annotation_tags_by_tag ON annotation_tags (tag_id)",
    """
    CREATE TABLE reading (           -- where each analyst is; not journaled
        document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
        analyst_id TEXT NOT NULL REFERENCES analysts (id),
        place INTEGER NOT NULL DEFAULT 0,
        status TEXT NOT NULL DEFAULT 'unread'
            CHECK (status IN ('unread', 'reading', 'read')),
        updated_at TEXT NOT NULL,
        PRIMARY KEY (document_id, analyst_id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE actions (           -- the journal: one row a transaction
        id TEXT PRIMARY KEY,
        analyst_id TEXT NOT NULL REFERENCES analysts (id),
        at TEXT NOT NULL,
        label TEXT NOT NULL,         -- what it did, in words
        document_id TEXT,            -- where, if in one document
        annotation_id TEXT,          -- which, if one annotation
        undoes TEXT REFERENCES actions (id),     -- this one took that one back
        undone_by TEXT REFERENCES actions (id)   -- null while in effect
    ) STRICT
    """,
    "CREATE INDEX actions_by_analyst ON actions (analyst_id, id)",
    """
    CREATE TABLE changes (           -- what each action did, row by row
        action_id TEXT NOT NULL REFERENCES actions (id),
        number INTEGER NOT NULL,
        table_name TEXT NOT NULL,
        row_key TEXT NOT NULL,       -- JSON array of primary key values
        before TEXT,                 -- JSON object; null when the row is new
        after TEXT,                  -- JSON object; null when the row is gone
        PRIMARY KEY (action_id, number)
    ) STRICT, WITHOUT ROWID
    """,
)


@migrations()
def m001_first_schema(db: Database) -> None:
    """Documents, annotations, tags, speakers, analysts and the journal."""
    for statement in _FIRST:
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")


_SECOND = (
    "ALTER TABLE actions ADD COLUMN merged_by TEXT REFERENCES actions (id)",
    """
    CREATE INDEX actions_in_effect ON actions (analyst_id)
        WHERE undoes IS NULL AND undone_by IS NULL AND merged_by IS NULL
    """,
    "CREATE INDEX changes_by_row ON changes (table_name, row_key)",
    """
    CREATE TABLE doubts (            -- annotations that found no sure place in a newer text
        annotation_id TEXT PRIMARY KEY REFERENCES annotations (id),
        text_id TEXT NOT NULL REFERENCES texts (id),   -- the text they still stand in
        outcome TEXT NOT NULL CHECK (outcome IN ('moved', 'ambiguous', 'lost')),
        proposals TEXT NOT NULL      -- JSON [[score, [[start, end], ...]], ...], best first
    ) STRICT
    """,
    """
    CREATE TABLE conflicts (         -- both sides of what a merge could not join
        id TEXT PRIMARY KEY,         -- made from what it holds: the same one comes once
        kind TEXT NOT NULL,          -- of what: annotation, document, tag, speaker
        entity_id TEXT NOT NULL,
        rule TEXT NOT NULL,          -- how it was settled, in words
        kept TEXT NOT NULL,          -- JSON of the side that stands
        dropped TEXT NOT NULL,       -- JSON of the other
        at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE identities (        -- one thing that was made twice, on two hosts
        id TEXT PRIMARY KEY,         -- its identity in the other project
        kept_id TEXT NOT NULL        -- its identity here
    ) STRICT
    """,
    """
    CREATE TABLE drafts (            -- half-typed forms; not journaled
        analyst_id TEXT NOT NULL REFERENCES analysts (id),
        name TEXT NOT NULL,          -- of what is being written
        fields TEXT NOT NULL,        -- JSON object
        updated_at TEXT NOT NULL,
        PRIMARY KEY (analyst_id, name)
    ) STRICT, WITHOUT ROWID
    """,
)


@migrations()
def m002_versions_and_teams(db: Database) -> None:
    """Newer versions of documents, merged projects, drafts."""
    for statement in _SECOND:
        db.execute(statement)
    db.execute("PRAGMA user_version = 2")


_SEARCH = (
    """
    CREATE TABLE search_segments (   -- texts that were indexed together
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        fold TEXT NOT NULL,          -- fingerprint of the fold table
        texts INTEGER NOT NULL       -- how many
    ) STRICT
    """,
    """
    CREATE TABLE search_texts (
        text_id TEXT PRIMARY KEY REFERENCES texts (id),
        segment INTEGER NOT NULL REFERENCES search_segments (id),
        number INTEGER NOT NULL      -- from 0, within the segment
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE UNIQUE INDEX search_texts_by_number ON search_texts (segment, number)",
    """
    CREATE TABLE search_blocks (     -- what stands in which texts of a segment
        segment INTEGER NOT NULL,
        block INTEGER NOT NULL,
        data BLOB NOT NULL,          -- bits, see annotations.search.signatures
        PRIMARY KEY (segment, block)
    ) STRICT
    """,
)


@migrations()
def m003_search_index(db: Database) -> None:
    """The search index: derived from the texts, built in the background."""
    for statement in _SEARCH:
        db.execute(statement)
    db.execute("PRAGMA user_version = 3")


_SUGGESTIONS = (
    """
    CREATE TABLE suggestions (       -- what rules proposed; outlives the annotation
        annotation_id TEXT PRIMARY KEY,
        document_id TEXT NOT NULL,
        text_id TEXT NOT NULL REFERENCES texts (id),
        rule TEXT NOT NULL,
        version INTEGER NOT NULL,
        kind TEXT NOT NULL,
        type TEXT NOT NULL,
        speaker TEXT NOT NULL,       -- its name, as proposed
        spans TEXT NOT NULL,         -- JSON [[start, end], ...]
        words TEXT NOT NULL          -- what they hold, without white space
    ) STRICT
    """,
    "CREATE INDEX suggestions_by_document ON suggestions (document_id)",
    "CREATE INDEX suggestions_by_rule ON suggestions (rule, version)",
    """
    CREATE TABLE lexicon (           -- what the rules do not know by themselves
        kind TEXT NOT NULL CHECK (kind IN ('cue', 'name', 'stop')),
        word TEXT NOT NULL CHECK (word <> ''),
        PRIMARY KEY (kind, word)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE rule_settings (     -- where this project differs from the rules
        name TEXT PRIMARY KEY,       -- of a rule, or of a type
        is_on INTEGER NOT NULL DEFAULT 1 CHECK (is_on IN (0, 1)),
        threshold REAL CHECK (threshold BETWEEN 0 AND 1)   -- of a type
    ) STRICT
    """,
)


@migrations()
def m004_suggestions(db: Database) -> None:
    """What rules proposed, the project's lexicon, rules switched off, thresholds."""
    for statement in _SUGGESTIONS:
        db.execute(statement)
    db.execute("PRAGMA user_version = 4")


_REVIEW = (
    """
    CREATE TABLE review_filters (    -- saved under a name, for everybody
        name TEXT PRIMARY KEY CHECK (name <> ''),
        filter TEXT NOT NULL         -- in the query language
    ) STRICT
    """,
    """
    CREATE TABLE review_places (     -- where each analyst is in the queue; not journaled
        analyst_id TEXT PRIMARY KEY REFERENCES analysts (id),
        filter TEXT NOT NULL,
        sorted_by TEXT NOT NULL,
        annotation_id TEXT NOT NULL,
        done INTEGER NOT NULL,       -- decisions since the queue was begun
        seconds REAL NOT NULL,       -- spent on them
        updated_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX annotations_by_status ON annotations (status)",
)


@migrations()
def m005_review(db: Database) -> None:
    """Saved filters, and where each analyst is in the queue."""
    for statement in _REVIEW:
        db.execute(statement)
    db.execute("PRAGMA user_version = 5")


_SCALE = (
    # All that counting a document's annotations asks for, without a look at their rows.
    "CREATE INDEX annotations_by_kind ON annotations (document_id, kind, status)",
    "DROP INDEX annotations_by_document",
    """
    CREATE TABLE tag_uses (          -- how many annotations carry a tag; not journaled
        tag_id TEXT PRIMARY KEY,
        uses INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    "INSERT INTO tag_uses SELECT tag_id, count(*) FROM annotation_tags GROUP BY tag_id",
    """
    CREATE TRIGGER tag_used AFTER INSERT ON annotation_tags BEGIN
        INSERT INTO tag_uses VALUES (new.tag_id, 1)
            ON CONFLICT (tag_id) DO UPDATE SET uses = uses + 1;
    END
    """,
    """
    CREATE TRIGGER tag_not_used AFTER DELETE ON annotation_tags BEGIN
        UPDATE tag_uses SET uses = uses - 1 WHERE tag_id = old.tag_id;
    END
    """,
)


@migrations()
def m006_large_projects(db: Database) -> None:
    """An index and counts that keep a large project as quick as a small one."""
    for statement in _SCALE:
        db.execute(statement)
    db.execute("PRAGMA user_version = 6")


_SPEAKERS = (
    """
    CREATE TABLE speaker_uses (      -- how many annotations name a speaker; not journaled
        speaker_id TEXT PRIMARY KEY,
        uses INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    INSERT INTO speaker_uses SELECT speaker_id, count(*) FROM annotations
        WHERE speaker_id IS NOT NULL GROUP BY speaker_id
    """,
    """
    CREATE TRIGGER speaker_used AFTER INSERT ON annotations
    WHEN new.speaker_id IS NOT NULL BEGIN
        INSERT INTO speaker_uses VALUES (new.speaker_id, 1)
            ON CONFLICT (speaker_id) DO UPDATE SET uses = uses + 1;
    END
    """,
    """
    CREATE TRIGGER speaker_not_used AFTER DELETE ON annotations BEGIN
        UPDATE speaker_uses SET uses = uses - 1 WHERE speaker_id = old.speaker_id;
    END
    """,
    """
    CREATE TRIGGER speaker_exchanged AFTER UPDATE OF speaker_id ON annotations
    WHEN new.speaker_id IS NOT old.speaker_id BEGIN
        UPDATE speaker_uses SET uses = uses - 1 WHERE speaker_id = old.speaker_id;
        INSERT INTO speaker_uses SELECT new.speaker_id, 1
            WHERE new.speaker_id IS NOT NULL
            ON CONFLICT (speaker_id) DO UPDATE SET uses = uses + 1;
    END
    """,
    # What a speaker said is read document by document, as far as it is shown.
    "DROP INDEX annotations_by_speaker",
    "CREATE INDEX annotations_by_speaker ON annotations (speaker_id, document_id)",
)


@migrations()
def m007_speakers(db: Database) -> None:
    """Counts and an index that keep many quotes of a speaker as quick as few."""
    for statement in _SPEAKERS:
        db.execute(statement)
    db.execute("PRAGMA user_version = 7")


_MERGES = (
    # A merge decides nothing itself, nor does a step back or forward of one.
    "ALTER TABLE actions ADD COLUMN is_merge INTEGER NOT NULL DEFAULT 0",
    """
    UPDATE actions SET is_merge = 1 WHERE id IN (SELECT merged_by FROM actions)
        OR (label LIKE 'merge %' AND label NOT LIKE 'merge speaker %')
    """,
    *(
        """
        UPDATE actions SET is_merge = 1
            WHERE undoes IN (SELECT id FROM actions WHERE is_merge)
        """
        for _step in ("back", "forward")
    ),
)


@migrations()
def m008_merges(db: Database) -> None:
    """Which steps are merges: what they wrote was decided by others."""
    for statement in _MERGES:
        db.execute(statement)
    db.execute("PRAGMA user_version = 8")


VERSION = 8
"""``user_version`` of a file that has every migration above."""
