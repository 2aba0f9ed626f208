"""The rows of an export: one text's annotations as lines of CSV."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from annotations.exchange.csv_cells import cells_of, quoted, safe
from annotations.exchange.csv_sentences import Sentences
from annotations.model import Span
from annotations.text.views import logical_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotations.model import Tag
    from annotations.store.export_rows import MarkedText, Row

_CONTEXT = 30
"""Characters of flowing text before and after; a paragraph's end is a space there."""
# Print-line breaks take room in the source that they do not take in the text.
_REACH = _CONTEXT * 3


class CommonCells:
    """Cells that many rows have in common: tags, names, rules."""

    def __init__(
        self,
        tags: Sequence[Tag],
        name_of: Callable[[str], str],
        cell: Callable[[str], str],
    ) -> None:
        self._paths = {tag.id: tag.path for tag in tags}
        self._order = {tag.id: number for number, tag in enumerate(tags)}
        self._cell = cell
        self.tags = lru_cache(maxsize=4096)(self._tags)
        self.name = lru_cache(maxsize=4096)(lambda identity: cell(name_of(identity)))
        self.rule = lru_cache(maxsize=4096)(cell)
        self.score = lru_cache(maxsize=4096)(_score)

    def _tags(self, identities: str) -> str:
        tags = sorted(identities.split(), key=self._order.__getitem__)
        return self._cell("; ".join(self._paths[tag] for tag in tags))


def _score(score: float | None) -> str:
    return "" if score is None else f"{score:g}"


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
        self._sha256 = cell(document.sha256)
        self._source = marked.source
        self._text = marked.source.text
        self._has_joins = bool(len(marked.source.joins))
        self._around = Sentences(marked.source).around
        self._cut = cells_of(self._text, plain=plain)

    def lines(self, rows: list[Row]) -> list[str]:
        """Each row's cells of ``COLUMNS``, with what stands between and after them."""
        # Names of this function are found sooner than attributes, a dozen a row.
        document, sha256, common = self._document, self._sha256, self._common
        name, rule, tags_of = common.name, common.rule, common.tags
        score_of = common.score
        text, has_joins, flowing = self._text, self._has_joins, self._flowing
        cell, cut, around = self._cell, self._cut, self._around
        before, after = self._before, self._after
        lines: list[str] = []
        for row in rows:
            (
                start, end, identity, kind, type_, speaker, role, cue, note, status,
                origin, score, analyst, created_at, updated_at, tags, _, spans,
            ) = row  # fmt: skip
            end = -end
            first, last = around(start, end)
            if spans:
                content = cut("……".join(flowing(*one) for one in spans))
                exact = cell("\n".join(text[slice(*one)] for one in spans))
            elif has_joins:
                content, exact = cut(flowing(start, end)), cell(text[start:end])
            else:
                content = exact = cut(text[start:end])
            sentence = flowing(first, last) if has_joins else text[first:last]
            lines.append(
                f"{identity},{document},{kind},{type_},{content},"
                f"{name(speaker) if speaker else ''},"
                f"{cell(role) if role else ''},{cell(cue) if cue else ''},"
                f"{tags_of(tags) if tags else ''},{cell(note) if note else ''},{status},"
                f"{rule(origin)},{score_of(score)},{name(analyst)},"
                f"{created_at},{updated_at},{start},{end},"
                f"{before(start)},{after(end)},{cut(sentence)},{exact},,{sha256}\r\n"
            )
        return lines

    def _flowing(self, start: int, end: int) -> str:
        if self._has_joins:
            source = self._source
            return logical_text(source.text, source.joins, Span(start, end))
        return self._text[start:end]

    def _before(self, at: int) -> str:
        """The cell of the text before a place."""
        if not self._has_joins:
            near = self._text[at - _CONTEXT if at > _CONTEXT else 0 : at]
            # White space at its edge may belong to a break further off.
            if "\n" not in near and near == near.lstrip():
                return self._cut(near)
        text = self._flowing(max(at - _REACH, 0), at)
        return self._cut(_on_one_line(text)[-_CONTEXT:].lstrip())

    def _after(self, at: int) -> str:
        """The cell of the text after a place."""
        if not self._has_joins:
            near = self._text[at : at + _CONTEXT]
            if "\n" not in near and near == near.rstrip():
                return self._cut(near)
        text = self._flowing(at, min(at + _REACH, len(self._text)))
        return self._cut(_on_one_line(text)[:_CONTEXT].rstrip())


def _on_one_line(text: str) -> str:
    """Text with one space for white space that a line break stands in."""
    before, broken, after = text.partition("\n")
    while broken:
        text = f"{before.rstrip()} {after.lstrip()}"
        before, broken, after = text.partition("\n")
    return text
