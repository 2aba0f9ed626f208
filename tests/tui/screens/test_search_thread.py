"""Results told in batches: none is lost, and those that are not wanted are left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.errors import InvalidError
from tui.screens.search_thread import tell_in_batches

if TYPE_CHECKING:
    from collections.abc import Iterator


def test_the_first_result_is_told_at_once_and_none_is_lost() -> None:
    told: list[list[int]] = []
    rest = tell_in_batches(
        iter(range(5)), lambda: False, lambda batch: told.append(list(batch)), most=9
    )
    assert rest is not None
    assert told[0] == [0]
    assert [one for batch in (*told, rest.found) for one in batch] == [0, 1, 2, 3, 4]
    assert (rest.problem, rest.has_more) == ("", False)


def test_what_is_not_wanted_is_left_for_later() -> None:
    found = iter([3, 4, 5, 6])
    told: list[int] = []
    rest = tell_in_batches(
        found, lambda: False, told.extend, most=7, count=lambda one: one
    )
    assert rest is not None
    assert rest.has_more
    assert [*told, *rest.found] == [3, 4]
    assert next(found) == 5


def test_what_went_wrong_is_said_with_what_was_found_before() -> None:
    def failing() -> Iterator[int]:
        yield from (1, 2)
        raise InvalidError("broken", "mend it")

    told: list[int] = []
    rest = tell_in_batches(failing(), lambda: False, told.extend, most=9)
    assert rest is not None
    assert [*told, *rest.found] == [1, 2]
    assert "broken" in rest.problem


def test_nobody_is_told_what_nobody_wants() -> None:
    told: list[int] = []
    assert tell_in_batches(iter([1, 2]), lambda: True, told.extend, most=9) is None
    assert told == []
