"""The rows of an export: one text's annotations as lines of CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotations.exchange.csv_cells import (
    MAY_RUN,
    cells_of,
    quoted,
    safe,
    safe_if_quiet,
)
from annotations.exchange.csv_sentences import Sentences
from annotations.model import Span
from annotations.text.logical import LogicalText, logical_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotations.model import Tag
    from annotations.store.export_rows import MarkedText, Row

    _Spans = Sequence[tuple[int, int]]

_CONTEXT = 30
"""Characters of flowing text before and after; a paragraph's end is a space there."""
_REACH = _CONTEXT * 3
"""Characters that are looked at for these, as the white space of a break is many."""


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

        def joined(identities: str) -> str:
            found = sorted(identities.split(), key=order.__getitem__)
            return cell("; ".join(paths[tag] for tag in found))

        self.tags = _Once(joined)
        self.name = _Once(lambda identity: cell(name_of(identity)))
        self.rule = _Once(cell)
        self.score = _Once(lambda score: f"{score:g}")


class _Once(dict[Any, str]):
    """What a function gives for each of a part's values, asked for once.

    Half the cost of an LRU cache; a part of a project is too small to need eviction.
    """

    def __init__(self, make: Callable[[Any], str]) -> None:
        super().__init__({None: ""})
        self._make = make

    def __missing__(self, value: object) -> str:
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
        )
        self._last = f"{cell(document.sha256)}\r\n"
        self._source = marked.source
        # Everything but the span itself is told as it flows.
        self._flowing = LogicalText(marked.source) if marked.source.joins else None
        self._text = self._flowing.text if self._flowing else marked.source.text
        self._around = Sentences(self._text).around
        self._cut = cells_of(marked.source.text, plain=plain)

    def lines(self, rows: list[Row]) -> list[str]:
        """Each row's cells of ``COLUMNS``, with what stands between and after them."""
        # Names of this function are found sooner than attributes, a dozen a row.
        document, ending, common = self._document, self._last, self._common
        name, rule, tags_of = common.name, common.rule, common.tags
        score_of, cell, cut = common.score, self._cell, self._cut
        text, source, flowing = self._text, self._source.text, self._flowing
        is_quiet = cut is safe_if_quiet
        around, before_of, after_of = self._around, self._before, self._after
        lines: list[str] = []
        for row in rows:
            (
                start, end, identity, kind, type_, speaker, role, cue, note, status,
                origin, score, analyst, created_at, updated_at, tags, _, spans,
            ) = row  # fmt: skip
            end = -end
            left, begin, stop, right = start, start, end, end
            if flowing:
                left, begin = flowing.end_of(start), flowing.start_of(start)
                stop, right = flowing.end_of(end), flowing.start_of(end)
            first, last = around(begin, stop)
            content, sentence = text[begin:stop], text[first:last]
            # Nearly always a cell is what is cut out, as a look at its line breaks and
            # its first character tells; a call for each would be as dear as the row.
            if not is_quiet or "\n" in sentence or content[:1] in MAY_RUN:
                content = cut(content)
            if not is_quiet or "\n" in sentence or sentence[:1] in MAY_RUN:
                sentence = cut(sentence)
            exact = content
            if spans:
                content, exact = self._pieces(spans)
            elif flowing and (stands := source[start:end]) != text[begin:stop]:
                exact = cut(stands)
            before = text[left - _CONTEXT if left > _CONTEXT else 0 : left]
            if not is_quiet or "\n" in before or before[:1] in MAY_RUN:
                before = before_of(left)
            after = text[right : right + _CONTEXT]
            if (
                not is_quiet
                or "\n" in after
                or after[-1:].isspace()
                or after[:1] in MAY_RUN
            ):
                after = after_of(right)
            lines.append(
                ",".join((
                    identity, document, kind, type_, content, name[speaker],
                    cell(role) if role else "", cell(cue) if cue else "", tags_of[tags],
                    cell(note) if note else "", status, rule[origin], score_of[score],
                    name[analyst], created_at, updated_at, str(start), str(end), before,
                    after, sentence, exact, "", ending,
                ))
            )  # fmt: skip
        return lines

    def _pieces(self, spans: _Spans) -> tuple[str, str]:
        """The cells of several spans, as they flow and as they stand in the source."""
        source = self._source
        whole = (logical_text(source.text, source.joins, Span(*one)) for one in spans)
        exact = "\n".join(source.text[slice(*one)] for one in spans)
        return self._cut("……".join(whole)), self._cut(exact)

    def _before(self, at: int) -> str:
        """The cell of the text before a place."""
        text = self._text[max(at - _REACH, 0) : at]
        return self._cut(_on_one_line(text)[-_CONTEXT:].lstrip())

    def _after(self, at: int) -> str:
        """The cell of the text after a place."""
        text = self._text[at : at + _REACH]
        return self._cut(_on_one_line(text)[:_CONTEXT].rstrip())


def _on_one_line(text: str) -> str:
    """Text with one space for white space that a line break stands in."""
    before, broken, after = text.partition("\n")
    while broken:
        text = f"{before.rstrip()} {after.lstrip()}"
        before, broken, after = text.partition("\n")
    return text
