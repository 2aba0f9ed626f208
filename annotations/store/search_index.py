"""The search index: what stands in which texts.

Texts are indexed in segments of up to ``_TEXTS``, each with the blocks of its bits (see
``annotations.search.signatures``). What no segment holds is searched without: the index
never decides what is found, only how soon. It belongs to texts, which never change and
are never removed, so undo and redo leave it alone; a search asks the documents which
texts they read now.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from annotations.model import Joins
from annotations.search.folding import folding
from annotations.search.hits import Coverage
from annotations.search.signatures import (
    bare_text,
    block_of,
    blocks,
    column_bits,
    columns_of,
    unpacked,
)
from annotations.store.connection import writing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from annotations.search.signatures import Block
    from annotations.store.project import Project

_TEXTS = 1024
_CODE_POINTS = 4_000_000
"""No further text is put into a segment of this size; holds the memory down."""

_LEAST = 64
"""Fewer waiting texts than this are searched as they are, unless they are long."""
_LEAST_CODE_POINTS = 200_000

Numbers = dict[int, int]
"""Texts, by segment, as the bits of a number."""


@dataclass(frozen=True, slots=True)
class _Text:
    id: str
    text: str
    joins: Joins


def coverage(project: Project) -> Coverage:
    """How far the index is."""
    found = project.database.conn.execute(
        "SELECT count(*), count(number), coalesce(sum(length), 0),"
        " coalesce(sum(length) FILTER (WHERE number IS NOT NULL), 0)"
        " FROM texts LEFT JOIN (SELECT text_id, number FROM search_texts JOIN"
        " search_segments ON search_segments.id = segment AND fold = ?)"
        " ON text_id = texts.id",
        (folding().fingerprint,),
    ).fetchone()
    return Coverage(*found)


def build_segment(
    project: Project, is_cancelled: Callable[[], bool] = lambda: False
) -> int:
    """Index some texts that are not; return how many, 0 when nothing is worth it.

    One transaction, begun when the work is done: who writes meanwhile does not wait,
    and an interruption loses this segment only.

    Args:
        project: whose texts.
        is_cancelled: asked once a text; whether to give up.
    """
    _drop_foreign(project)
    pending = _pending(project)
    if not pending:
        return 0
    absorbed, texts = _with_small_segments(project, pending)
    try:
        rows = list(_packed(texts, is_cancelled))
    except InterruptedError:
        return 0
    with writing(project.database):
        execute = project.database.conn.execute
        standing = {row[0] for row in execute("SELECT id FROM search_segments")}
        if _is_any_indexed(project, pending) or not standing.issuperset(absorbed):
            return len(pending)  # another process was faster
        for segment in absorbed:
            _drop(project, segment)
        (segment,) = execute(
            "INSERT INTO search_segments (fold, texts) VALUES (?, ?) RETURNING id",
            (folding().fingerprint, len(texts)),
        ).fetchone()
        project.database.conn.executemany(
            "INSERT INTO search_texts VALUES (?, ?, ?)",
            ((one.id, segment, number) for number, one in enumerate(texts)),
        )
        project.database.conn.executemany(
            "INSERT INTO search_blocks VALUES (?, ?, ?)",
            ((segment, number, data) for number, data in rows),
        )
    return len(pending)


def candidates(project: Project, needles: Sequence[str]) -> Numbers:
    """Indexed texts in which all of these bare strings may stand: no other one can."""
    columns = sorted({one for needle in needles for one in columns_of(needle)})
    segments = project.database.conn.execute(
        "SELECT id, texts FROM search_segments WHERE fold = ?",
        (folding().fingerprint,),
    )
    return {
        segment: _in_segment(project, segment, texts, columns)
        for segment, texts in segments.fetchall()
    }


def verify_index(project: Project) -> list[str]:
    """Prove that every segment says of its texts what is in them, no less and no more.

    Returns:
        One line for each problem; none if the index is true. Texts that wait to be
        indexed are no problem.
    """
    problems: list[str] = []
    execute = project.database.conn.execute
    for segment, count in execute(
        "SELECT id, texts FROM search_segments WHERE fold = ?", (folding().fingerprint,)
    ).fetchall():
        texts = list(_texts_of(project, segment))
        if len(texts) != count:
            problems.append(
                f"search index: segment {segment} has {len(texts)} texts, not {count}"
            )
            continue
        stored = dict(_blocks_of(project, segment))
        true = {number: unpacked(data) for number, data in _packed(texts)}
        wrong = sum(
            stored.get(number) != true.get(number)
            for number in stored.keys() | true.keys()
        )
        if wrong:
            problems.append(f"search index: {wrong} blocks of segment {segment} lie")
    (lost,) = execute(
        "SELECT count(*) FROM search_blocks WHERE segment NOT IN"
        " (SELECT id FROM search_segments)"
    ).fetchone()
    if lost:
        problems.append(f"search index: {lost} rows of no segment")
    return problems


def _pending(project: Project) -> list[_Text]:
    """The next texts without an index, up to a segment's size; none if it is too few."""
    rows = project.database.conn.execute(
        "SELECT texts.id, text, joins FROM texts LEFT JOIN search_texts"
        " ON text_id = texts.id WHERE text_id IS NULL ORDER BY texts.id LIMIT ?",
        (_TEXTS,),
    )
    texts = list(_up_to_size(rows))
    size = sum(len(one.text) for one in texts)
    return texts if len(texts) >= _LEAST or size >= _LEAST_CODE_POINTS else []


def _up_to_size(rows: Iterable[tuple[str, str, bytes]]) -> Iterator[_Text]:
    size = 0
    for text_id, text, joins in rows:
        yield _Text(text_id, text, Joins.from_bytes(joins))
        size += len(text)
        if size >= _CODE_POINTS:
            return


def _with_small_segments(
    project: Project, pending: list[_Text]
) -> tuple[list[int], list[_Text]]:
    """Take small segments into the new one, so that few stay however texts come.

    Only segments no larger than the batch so far are absorbed: a text is indexed again a
    few times (the logarithm of the number of texts), never each time.
    """
    texts = list(pending)
    absorbed: list[int] = []
    for segment, count in project.database.conn.execute(
        "SELECT id, texts FROM search_segments WHERE texts < ? ORDER BY texts",
        (_TEXTS,),
    ).fetchall():
        more = list(_texts_of(project, segment))
        size = sum(len(one.text) for one in texts)
        if count > len(texts) or len(texts) + count > _TEXTS or size > _CODE_POINTS:
            break
        absorbed.append(segment)
        texts += more
    return absorbed, texts


def _texts_of(project: Project, segment: int) -> Iterator[_Text]:
    rows = project.database.conn.execute(
        "SELECT texts.id, text, joins FROM search_texts JOIN texts ON texts.id = text_id"
        " WHERE segment = ? ORDER BY number",
        (segment,),
    )
    for text_id, text, joins in rows:
        yield _Text(text_id, text, Joins.from_bytes(joins))


def _is_any_indexed(project: Project, texts: Sequence[_Text]) -> bool:
    statement = "SELECT 1 FROM search_texts WHERE text_id = ?"
    execute = project.database.conn.execute
    return any(execute(statement, (one.id,)).fetchone() for one in texts)


def forget(project: Project) -> None:
    """Drop the whole index; it is built from the texts again when that is asked for."""
    with writing(project.database):
        for table in ("search_blocks", "search_texts", "search_segments"):
            project.database.conn.execute(f"DELETE FROM {table}")


def _drop_foreign(project: Project) -> None:
    """Forget segments that were folded otherwise: by another OpenCC or Unicode."""
    rows = project.database.conn.execute(
        "SELECT id FROM search_segments WHERE fold <> ?", (folding().fingerprint,)
    ).fetchall()
    if rows:
        with writing(project.database):
            for (segment,) in rows:
                _drop(project, segment)


def _drop(project: Project, segment: int) -> None:
    for table, column in (
        ("search_blocks", "segment"),
        ("search_texts", "segment"),
        ("search_segments", "id"),
    ):
        project.database.conn.execute(
            f"DELETE FROM {table} WHERE {column} = ?", (segment,)
        )


def _packed(
    texts: Sequence[_Text], is_cancelled: Callable[[], bool] = lambda: False
) -> Iterator[Block]:
    def bare_texts() -> Iterator[str]:
        for one in texts:
            if is_cancelled():
                raise InterruptedError
            yield bare_text(one.text, one.joins)

    return blocks(bare_texts())


def _blocks_of(project: Project, segment: int) -> Iterator[tuple[int, bytes | None]]:
    """Unpacked blocks by number; None for one that cannot be unpacked."""
    for number, data in project.database.conn.execute(
        "SELECT block, data FROM search_blocks WHERE segment = ?", (segment,)
    ):
        try:
            yield number, unpacked(data)
        except ValueError:
            yield number, None


def _in_segment(
    project: Project, segment: int, texts: int, columns: Sequence[int]
) -> int:
    """The segment's texts that are in all columns (ascending), as bits."""
    found = (1 << texts) - 1
    for block, in_block in groupby(columns, key=block_of):
        row = project.database.conn.execute(
            "SELECT data FROM search_blocks WHERE segment = ? AND block = ?",
            (segment, block),
        ).fetchone()
        if row is None:
            return 0
        try:
            data = unpacked(row[0])
        except ValueError:
            # Nothing may be missed because the index is damaged; check tells.
            continue
        for column in in_block:
            found &= column_bits(data, column, texts)
        if not found:
            return 0
    return found
