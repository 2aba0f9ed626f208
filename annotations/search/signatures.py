"""What the index knows of texts: bits for the characters and pairs that stand in them.

A set of texts has one bit a text in each of its columns: a column for each UTF-16 unit of
the bare (folded) logical text, and for pairs of neighbours as many columns as there are
``_BUCKETS``, shared by pairs that fall together. So a string that stands in a text has all
its bits there; a text that has all bits may still lack the string, and is looked at.
Any string from one character up is served, whatever words a segmenter would see.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from typing import TYPE_CHECKING

from annotations.model import Span
from annotations.search.folding import folding
from annotations.text.logical import logical_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotations.model import Joins

_BUCKETS = 131_009
"""A prime. An article of 1,700 characters sets one in a hundred of these bits."""
_UNITS = 0x10000
_COLUMNS = 64
"""Columns kept in one block: what one look-up has to unpack."""

Block = tuple[int, bytes]
"""Number and packed columns."""


def bare_text(text: str, joins: Joins) -> str:
    """A source text as it is indexed: folded, print-line breaks undone."""
    if joins:
        text = logical_text(text, joins, Span(0, len(text)))
    return folding().bare(text)


def columns_of(bare: str) -> list[int]:
    """The columns that a text with this bare string in it must be in."""
    units = _units(bare)
    pairs = {pair % _BUCKETS for pairs in _pairs(bare) for pair in pairs}
    return sorted({*pairs, *(_BUCKETS + unit for unit in set(units))})


def blocks(bare_texts: Iterable[str]) -> Iterator[Block]:
    """The columns of these texts, packed, without the empty blocks."""
    rows: list[bytearray] = []
    buckets = _BUCKETS
    for number, bare in enumerate(bare_texts):
        bit = 1 << number % 8
        if bit == 1:
            rows.append(bytearray(_BUCKETS + _UNITS))
        row = rows[-1]
        for pairs in _pairs(bare):
            for pair in pairs:
                row[pair % buckets] |= bit
        for unit in set(_units(bare)):
            row[_BUCKETS + unit] |= bit
    width = _BUCKETS + _UNITS
    # Eight texts a byte, one row after the other; a column is every ``width``-th byte.
    whole = b"".join(rows)
    rows.clear()
    for first in range(0, width, _COLUMNS):
        last = min(first + _COLUMNS, width)
        block = b"".join([whole[column::width] for column in range(first, last)])
        if any(block):
            yield first // _COLUMNS, zlib.compress(block, 1)


def block_of(column: int) -> int:
    """The number of the block that holds a column."""
    return column // _COLUMNS


def unpacked(data: bytes) -> bytes:
    """The columns of a block.

    Raises:
        ValueError: it is damaged.
    """
    try:
        return zlib.decompress(data)
    except zlib.error as error:
        raise ValueError(f"damaged block: {error}") from None


def column_bits(block: bytes, column: int, texts: int) -> int:
    """A column of an unpacked block as a number; bit ``n`` is text ``n`` of ``texts``."""
    size = (texts + 7) // 8
    at = column % _COLUMNS * size
    return int.from_bytes(block[at : at + size], "little")


def _units(bare: str) -> array[int]:
    return _numbers("H", bare.encode("utf-16-le", "surrogatepass"))


def _pairs(bare: str) -> tuple[array[int], array[int]]:
    """Pairs of neighbouring units as ``second << 16 | first``: from even, odd places."""
    data = bare.encode("utf-16-le", "surrogatepass")
    even, odd = len(data) // 4 * 4, max(len(data) - 2, 0) // 4 * 4
    return _numbers("I", data[:even]), _numbers("I", data[2 : 2 + odd])


def _numbers(code: str, data: bytes) -> array[int]:
    numbers = array(code, data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
