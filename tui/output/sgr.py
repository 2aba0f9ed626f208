"""Styles of cells as the terminal knows them: what SGR sequences set and unset."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_OFF = {
    "1": "22",
    "2": "22",
    "3": "23",
    "4": "24",
    "5": "25",
    "7": "27",
    "9": "29",
}
"""How to take off what is put on by a number; anything else needs a reset."""
_PUT_ON = frozenset({*_OFF, "6", "8", "21", "51", "52", "53"})
_TAKEN_OFF = {
    "22": frozenset("12"),
    "23": frozenset("3"),
    "24": frozenset({"4", "21"}),
    "25": frozenset("56"),
    "27": frozenset("7"),
    "28": frozenset("8"),
    "29": frozenset("9"),
    "54": frozenset({"51", "52"}),
    "55": frozenset({"53"}),
}
_COLOURS = frozenset(map(str, (*range(30, 40), *range(90, 98))))
_GROUNDS = frozenset(map(str, (*range(40, 50), *range(100, 108))))
_SHOWS_ON_BLANKS = frozenset({"4", "7", "9", "21", "51", "52", "53"})
"""Attributes that can be seen where there is no character."""


class UnknownStyleError(ValueError):
    """An SGR sequence that is not understood."""


class Sgr(NamedTuple):
    """One style of a cell."""

    attributes: frozenset[str] = frozenset()
    """Numbers of what is put on, such as ``1`` for bold."""
    colour: str = ""
    """Parameters that set the colour of the text; empty for the terminal's own."""
    ground: str = ""
    """The same for the background."""

    @property
    def on_blanks(self) -> Sgr:
        """What of it can be seen where there is no character."""
        seen = self.attributes & _SHOWS_ON_BLANKS
        return Sgr(seen, self.colour if seen else "", self.ground)

    @property
    def is_erasing(self) -> bool:
        """Whether erased cells look like blanks of this style."""
        return not self.attributes & _SHOWS_ON_BLANKS


PLAIN = Sgr()


def applied(before: Sgr, parameters: str) -> Sgr:
    """The style after an SGR sequence with these parameters.

    Raises:
        UnknownStyleError: one of the parameters means nothing known.
    """
    style = before
    numbers = iter(parameters.split(";"))
    for number in numbers:
        if not number.strip("0"):
            style = PLAIN
        elif number in _PUT_ON:
            style = style._replace(attributes=style.attributes | {number})
        elif number in _TAKEN_OFF:
            style = style._replace(attributes=style.attributes - _TAKEN_OFF[number])
        elif number in _COLOURS:
            style = style._replace(colour=_parts(number, numbers))
        elif number in _GROUNDS:
            style = style._replace(ground=_parts(number, numbers))
        else:
            raise UnknownStyleError(parameters)
    return style


def _parts(number: str, numbers: Iterator[str]) -> str:
    """All parameters of a colour that begins with ``number``; none for the default."""
    if number in {"39", "49"}:
        return ""
    if number not in {"38", "48"}:
        return number
    kind = next(numbers, "")
    count = {"5": 1, "2": 3}.get(kind, 0)
    values = [value for _, value in zip(range(count), numbers, strict=False)]
    if not count or len(values) < count:
        raise UnknownStyleError(f"{number};{kind}")
    return ";".join((number, kind, *values))


def transition(before: Sgr | None, after: Sgr) -> str:
    """The shortest sequence from one style to another; None is an unknown style."""
    anew = [*sorted(after.attributes), after.colour, after.ground]
    whole = ";".join(["0", *filter(None, anew)])
    if before is None:
        return f"\x1b[{whole}m"
    gone = before.attributes - after.attributes
    if gone - _OFF.keys():
        return f"\x1b[{whole}m"
    steps = sorted({_OFF[one] for one in gone})
    # What is put off as a group (bold and dim) has to be put on again.
    lost = frozenset[str]().union(*(_TAKEN_OFF[one] for one in steps))
    steps += sorted(after.attributes - (before.attributes - lost))
    if before.colour != after.colour:
        steps.append(after.colour or "39")
    if before.ground != after.ground:
        steps.append(after.ground or "49")
    changes = ";".join(steps)
    if not changes:
        return ""
    return f"\x1b[{min(changes, whole, key=len)}m"


class Styles:
    """Styles by small numbers, 0 for the plain one: by these cells are compared."""

    def __init__(self) -> None:
        self._styles: list[Sgr] = [PLAIN]
        self._numbers: dict[Sgr, int] = {PLAIN: 0}
        self.blanks = [0]
        """For every style the number of what of it can be seen on blanks."""
        self._applied: dict[tuple[int, str], int] = {}
        self._transitions: dict[tuple[int | None, int], str] = {}

    def __getitem__(self, number: int) -> Sgr:
        return self._styles[number]

    def applied(self, before: int, parameters: str) -> int:
        """The style after an SGR sequence with these parameters.

        Raises:
            UnknownStyleError: one of the parameters means nothing known.
        """
        key = before, parameters
        if key not in self._applied:
            self._applied[key] = self._number(applied(self._styles[before], parameters))
        return self._applied[key]

    def transition(self, before: int | None, after: int) -> str:
        """The shortest sequence from one style to another; None is an unknown style."""
        key = before, after
        sequence = self._transitions.get(key)
        if sequence is None:
            style = None if before is None else self._styles[before]
            sequence = self._transitions[key] = transition(style, self._styles[after])
        return sequence

    def _number(self, style: Sgr) -> int:
        number = self._numbers.get(style)
        if number is None:
            number = self._numbers[style] = len(self._styles)
            self._styles.append(style)
            self.blanks.append(number)
            self.blanks[number] = self._number(style.on_blanks)
        return number
