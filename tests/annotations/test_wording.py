"""How numbers of things are put into words."""

from __future__ import annotations

import pytest

from annotations.wording import counted


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 places"), (1, "1 place"), (21, "21 places")]
)
def test_one_thing_has_no_plural(count: int, said: str) -> None:
    assert counted(count, "place") == said
