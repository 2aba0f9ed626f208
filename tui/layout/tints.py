"""Colours: what the codebook's names mean on a screen, and how they are mixed."""

from __future__ import annotations

from annotations.model import Kind

TINTS: dict[str, str] = {
    "red": "#e06c75",
    "green": "#7fb77e",
    "yellow": "#d9b44a",
    "blue": "#61a5e8",
    "magenta": "#c678dd",
    "cyan": "#4fb3bf",
    "orange": "#e08a4f",
    "violet": "#9a8cf0",
}
"""Colour names of ``annotations.model.COLOURS`` as RGB."""

FOUND = "orange"
"""What a search found stands on this, in the colour of the ground."""

KIND_COLOURS: dict[Kind, str] = {
    Kind.QUOTE: "yellow",
    Kind.CLAIM: "cyan",
    Kind.NOTE: "green",
}
"""What an annotation without tags is tinted with."""


def mix(ground: str, colour: str, share: float) -> str:
    """Blend two ``#rrggbb`` colours; ``share`` of the second, 0 to 1."""
    pairs = (
        (int(ground[i : i + 2], 16), int(colour[i : i + 2], 16)) for i in (1, 3, 5)
    )
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)
