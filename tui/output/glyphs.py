"""Which cells of the terminal a text takes: a cluster in one, or one and those after."""

from __future__ import annotations

import re
from functools import lru_cache

from tui.layout.cells import ambiguous, clusters

# What every terminal draws one cell wide (or, as for the quotation marks and lines,
# says how wide) and two cells wide; the rest is looked at cluster by cluster.
_STRETCH = re.compile(
    "(?P<narrow>[ -~\u00a7\u00b0\u00b1\u00b7\u00d7\u2014\u2015\u2018\u2019\u201c\u201d"
    "\u2025\u2026\u2030\u2190-\u2193\u2460-\u2473\u2500-\u254b\u2550-\u2573\u2580-\u258f"
    "\u25a0\u25a1\u25b2\u25b3\u25bc\u25bd\u25cb\u25cf\u2605\u2606]+)"
    "|(?P<wide>[\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\u3001-\u3029\u3030-\u303e"
    "\u3041-\u3096\u309b-\u30ff\u3105-\u312f\u3131-\u318e\u3190-\u31e3\u3200-\u32ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60\uffe0-\uffe6"
    "\u3000]+)"
    "|(?P<rest>[\\s\\S])"
)
_SECOND = "\ufdd0"
"""Stands for the second cell of a wide ambiguous character while a text is read."""
_NARROW = str.maketrans("“”‘’—―…·─━═│┃║", "\"\"''--..---|||")


class Glyphs:
    """Lays texts out in cells, as the terminal draws them."""

    def __init__(self) -> None:
        self.draws_wide = False
        """Whether the terminal takes two cells for characters of ambiguous width."""
        self.unsure: set[str] = set()
        """Clusters met so far of which nobody can say how many cells they take."""

    def of(self, text: str) -> list[str]:
        """Cells of a text: a cluster, and an empty text for each further cell of it."""
        glyphs: list[str] = []
        if self.draws_wide:
            # What stands for the second cell is no character of any text.
            text = _with_space().sub(_stand_in, text.replace(_SECOND, ""))
        for stretch in _STRETCH.finditer(text):
            kind, part = stretch.lastgroup, stretch.group()
            if kind == "narrow":
                glyphs += part
            elif kind == "wide":
                for character in part:
                    glyphs += (character, "")
            elif part == _SECOND:
                glyphs += [""] if glyphs[-1] else []
            else:
                self._join(glyphs, part)
        return glyphs

    def _join(self, glyphs: list[str], part: str) -> None:
        """Add what may be one cluster with what stands before it."""
        part = _invisible().sub("", part)
        while glyphs and not glyphs[-1]:
            glyphs.pop()
        before = glyphs.pop() if glyphs else ""
        for start, end, cells in clusters(before + part):
            cluster = (before + part)[start:end]
            if not cells:
                # Alone it has no cell of its own; a terminal adds it to what is there.
                continue
            glyphs += (cluster, *[""] * (cells - 1))
            if cluster != before:
                self.unsure.add(cluster)


@lru_cache(maxsize=1)
def _invisible() -> re.Pattern[str]:
    # Few texts need it, and a start would wait for it.
    return re.compile(
        "[\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
        "\U000e0000-\U000e007f\ud800-\udfff]"
    )


@lru_cache(maxsize=1)
def _with_space() -> re.Pattern[str]:
    return re.compile(f"{ambiguous().pattern} ?")


def _stand_in(found: re.Match[str]) -> str:
    """A wide character in two cells if it has them, else a narrow one."""
    if found.group().endswith(" "):
        return found.group()[0] + _SECOND
    narrow = found.group().translate(_NARROW)
    if "\u2500" <= narrow <= "\u257f":
        return "+"
    return narrow if narrow.isascii() else "?"
