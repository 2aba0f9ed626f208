"""Which of the characters that a terminal sends are typed, and which pasted; pure."""

from __future__ import annotations

import re
from itertools import pairwise

from tui.layout.displayable import displayable

START, END = "\x1b[200~", "\x1b[201~"
"""What terminals put around a paste if they are asked to; most are."""
LONGEST = 20_000
"""Code points of a paste; no field takes more, whatever the paste's length."""
_MOST_TYPED = 400
"""Keys that somebody may have typed ahead while a line stood still; a key that is held
down counts once."""
_ESCAPE_STANDS = 0.05
"""Seconds after which an escape may be taken for the key: half of Textual's patience."""
_LOST = 2.0
"""Seconds of silence in a paste after which a few characters are typed ones: its end
was lost."""
_A_FEW = 16
"""Characters that one key sends at most."""
_SEQUENCES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O?[^\x1b])?")
"""Keys that are no characters, movements of the mouse, answers."""
_CONTROLS = {
    code: displayable(chr(code))
    for code in (*range(0x20), *range(0x7F, 0xA0))
    if chr(code) not in "\t\n\r"
}


def is_plainly_pasted(text: str) -> bool:
    """Whether nobody can have typed this in one go, on however slow a line."""
    typed = _SEQUENCES.sub("", text)
    return sum(one != other for one, other in pairwise(typed)) > _MOST_TYPED


class Pastes:
    """Hands on what a terminal sends, with exactly one start and end around a paste.

    Nothing in between can be taken for a key: controls become marks, and a paste that
    the terminal does not mark, but nobody can have typed, is marked here.
    """

    def __init__(self) -> None:
        self.is_pasting = False
        """Whether what comes next belongs to a paste."""
        self.is_unmarked = False
        """Whether only silence ends that paste."""
        self._tail = ""
        """The end of what has come, if it may be the beginning of a mark."""
        self._told = 0
        """Characters of the tail that are handed on already."""
        self._told_at = 0.0
        self._room = 0
        self._heard = 0.0

    def feed(self, text: str, now: float) -> str:
        """Take what has come; return what can be handed on.

        Args:
            text: as it came, cut anywhere.
            now: seconds of a clock that never goes back.
        """
        silence, self._heard = now - self._heard, now
        is_late = now - self._told_at > _ESCAPE_STANDS
        text, told, is_few = self._tail + text, self._told, len(text) <= _A_FEW
        self._tail, self._told = "", 0
        done = ""
        if self.is_pasting and silence > _LOST and is_few and not _may_end(text):
            done = self.end()
        if not self.is_pasting and START not in text and is_plainly_pasted(text):
            done += self._begin()
            self.is_unmarked = True
        while text:
            if self.is_pasting:
                part, text = self._pasted(text)
            else:
                part, text = self._typed(text, told, is_late=is_late)
            told = 0
            done += part
        if len(self._tail) == 1:
            self._told_at = now
        return done

    def end(self) -> str:
        """End a paste whose end nobody marks."""
        self.is_pasting = self.is_unmarked = False
        self._tail = ""
        return END

    def _begin(self) -> str:
        self.is_pasting, self._room = True, LONGEST
        return START

    def _typed(self, text: str, told: int, *, is_late: bool) -> tuple[str, str]:
        """Hand on keys up to a paste; keep what may begin one but is no key by itself."""
        at = text.find(START)
        if at < 0:
            tail = _beginning(text, START)
            at = len(text) - len(tail)
            # An escape that stands alone is a key: it cannot wait.
            self._tail = tail
            self._told = 1 if len(tail) == 1 else max(told - at, 0)
            return text[told : at + self._told], ""
        begin = self._begin()
        if at == 0 and not is_late:
            begin = begin[told:]
        return text[told:at] + begin, text[at + len(START) :]

    def _pasted(self, text: str) -> tuple[str, str]:
        """Hand on what is pasted, as far as there is room, up to the paste's end."""
        at = -1 if self.is_unmarked else text.find(END)
        if at < 0:
            self._tail = "" if self.is_unmarked else _beginning(text, END)
            return self._clean(text[: len(text) - len(self._tail)]), ""
        return self._clean(text[:at]) + self.end(), text[at + len(END) :]

    def _clean(self, text: str) -> str:
        text = text[: self._room]
        self._room -= len(text)
        return text.translate(_CONTROLS)


def _may_end(text: str) -> bool:
    return END in text or END.startswith(text)


def _beginning(text: str, mark: str) -> str:
    """The end of a text that may be the beginning of a mark; empty if none is."""
    longest = min(len(mark) - 1, len(text))
    ends = (text[len(text) - count :] for count in range(longest, 0, -1))
    return next((one for one in ends if mark.startswith(one)), "")
