"""The bar on stderr."""

from __future__ import annotations

import pytest

from tui.cli.progress import line

UNIT = "thousand characters indexed"


@pytest.mark.parametrize("cells", [*range(60), 79, 200])
@pytest.mark.parametrize(("done", "count"), [(0, 0), (7, 20), (1000000, 1000000)])
def test_it_never_breaks_the_line(cells: int, done: int, count: int) -> None:
    shown = line(done, count, UNIT, cells)
    assert len(shown) <= cells
    assert f"{done}/{count}".startswith(shown[:2]) or shown.startswith("[")


def test_it_says_how_far_it_is() -> None:
    assert line(5, 10, "", 79) == f"[{'#' * 15}{'-' * 15}] 5/10 "
    assert line(5, 10, "", 20) == "[######------] 5/10 "
    assert line(5, 10, UNIT, 79).endswith("] 5/10 thousand characters indexed")
    assert line(5, 10, UNIT, 34) == "5/10 thousand characters indexed"
