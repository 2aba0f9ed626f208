"""Clipped text has the width it was given, whatever is in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.layout.cells import cell_width
from tui.layout.clip import clip, fit
from tui.layout.displayable import displayable

LINES = st.text(
    st.sampled_from("桥ab，“”…\u0301\x1b\u202e 👨\u200d👩é\t\n"), max_size=60
)


@pytest.mark.parametrize(
    ("text", "cells", "shown"),
    [
        ("新桥", 4, "新桥"),
        ("新桥通", 5, "新桥…"),
        ("新桥通", 4, "新…"),
        ("abc", 2, "a…"),
        ("新桥", 1, "…"),
        ("新桥", 0, ""),
        ("新桥", -3, ""),
        ("", 3, ""),
        ("新\x1b桥", 9, "新␛桥"),
    ],
)
def test_half_a_character_is_never_shown(text: str, cells: int, shown: str) -> None:
    assert clip(text, cells) == shown


def test_fit_fills_up() -> None:
    assert fit("新桥", 6) == "新桥  "
    assert fit("新桥通车", 6) == "新桥… "


@given(LINES, st.integers(0, 40))
def test_clip_is_never_too_wide_and_never_unsafe(text: str, cells: int) -> None:
    shown = clip(text, cells)
    assert cell_width(shown) <= cells
    assert displayable(shown) == shown


@given(LINES, st.integers(0, 40))
def test_fit_is_exactly_as_wide(text: str, cells: int) -> None:
    assert cell_width(fit(text, cells)) == cells
