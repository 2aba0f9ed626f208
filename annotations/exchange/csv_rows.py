"""The rows of an export: one text's annotations as lines of CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotations.exchange.csv_cells import (
    cells_of,
    is_tame,
    quoted,
    safe,
)
from annotations.exchange.csv_context import Context
from annotations.model import Span
from annotations.text.logical import LogicalText, logical_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotations.model import Tag
    from annotations.store.export_rows import MarkedText, Row

    _Spans = Sequence[tuple[int, int]]


class CommonCells:
    """Cells that many rows have in common: tags, names, rules."""

    def __init__(
        self,
        tags: Sequence[Tag],
        name_of: Callable[[str], str],
        cell: Callable[[str], str],
    ) -> None:
        paths = {tag.id: tag.path for tag in tags}
        order = {tag.id: number for number, tag in enumerate(tags)}

        def joined(tags: str | tuple[str, ...]) -> bytes:
            found = (
                [tags] if isinstance(tags, str) else sorted(tags, key=order.__getitem__)
            )
            return cell("; ".join(paths[tag] for tag in found)).encode()

        def origin_of(both: str) -> bytes:
            status, _, origin = both.partition(",")
            return f"{status},{cell(origin)}".encode()

        self.tags = _Once(joined)
        self.name = _Once(lambda identity: cell(name_of(identity)).encode())
        self.origin = _Once(origin_of)
        self.score = _Once(lambda score: b"%g" % score)


class _Once(dict[Any, bytes]):
    """What a function gives for each of a part's values, asked for once.

    Half the cost of an LRU cache; a part of a project is too small to need eviction.
    """

    def __init__(self, make: Callable[[Any], bytes]) -> None:
        super().__init__({None: b""})
        self._make = make

    def __missing__(self, value: object) -> bytes:
        made = self[value] = self._make(value)
        return made


class Page:
    """One text, ready to describe its annotations."""

    def __init__(self, marked: MarkedText, common: CommonCells, *, plain: bool) -> None:
        document = marked.document
        self._common = common
        self._cell = cell = quoted if plain else safe
        self._document = ",".join(
            cell(one)
            for one in (
                document.path,
                document.title,
                document.publication,
                document.published,
            )
        ).encode()
        self._last = f"{cell(document.sha256)}\r\n".encode()
        self._source = marked.source
        # Everything but the span itself is told as it flows.
        self._flowing = LogicalText(marked.source) if marked.source.joins else None
        self._text = self._flowing.text if self._flowing else marked.source.text
        self._around = Context(self._text, len(marked.rows)).around
        self._is_tame = is_tame(marked.source.text)
        # Cells of a tame text want no more than those of an empty one.
        wild = "" if self._is_tame else marked.source.text
        self._cut = cells_of(wild, plain=plain)

    def lines(self, rows: list[Row]) -> list[bytes]:
        """Each row's cells of ``COLUMNS``, with what stands between and after them."""
        # Names of this function are found sooner than attributes, a dozen a row.
        document, ending, common = self._document, self._last, self._common
        name, origins, tags_of = common.name, common.origin, common.tags
        score_of, cell, cut = common.score, self._cell, self._cut
        text, source, flowing = self._text, self._source.text, self._flowing
        around, tame = self._around, self._is_tame
        lines: list[bytes] = []
        for row in rows:
            (
                start, end, identity, type_, speaker, role, cue, note, origin, score,
                analyst, times, tags, spans,
            ) = row  # fmt: skip
            end = -end
            left, begin, stop, right = start, start, end, end
            if flowing:
                left, begin = flowing.end_of(start), flowing.start_of(start)
                stop, right = flowing.end_of(end), flowing.start_of(end)
            content = text[begin:stop]
            sentence, before, after = around(left, begin, stop, right)
            # A call for each would be as dear as the row.
            if not tame or "\n" in sentence:
                content, sentence = cut(content), cut(sentence)
                before, after = cut(before), cut(after)
            exact = content
            if spans:
                content, exact = self._pieces(spans)
            elif flowing and (stands := source[start:end]) != text[begin:stop]:
                exact = cut(stands)
            told = content.encode()
            lines.append(
                b",".join((
                    identity, document, type_, told, name[speaker],
                    cell(role).encode() if role else b"",
                    cell(cue).encode() if cue else b"", tags_of[tags],
                    cell(note).encode() if note else b"", origins[origin],
                    score_of[score], name[analyst], times, b"%d,%d" % (start, end),
                    before.encode(), after.encode(), sentence.encode(),
                    told if exact is content else exact.encode(), b"", ending,
                ))
            )  # fmt: skip
        return lines

    def _pieces(self, spans: _Spans) -> tuple[str, str]:
        """The cells of several spans, as they flow and as they stand in the source."""
        source = self._source
        whole = (logical_text(source.text, source.joins, Span(*one)) for one in spans)
        exact = "\n".join(source.text[slice(*one)] for one in spans)
        return self._cut("……".join(whole)), self._cut(exact)
