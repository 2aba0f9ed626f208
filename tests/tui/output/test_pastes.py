"""A paste is one paste, wherever it is cut and whatever is in it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.output.pastes import END, LONGEST, START, Pastes, is_plainly_pasted

HOSTILE = "桥\x1b[A通\x1b\x03qcd\x1b[201\x1b[200~\x9b31m\t车\r\nx\x1b"
CLEAN = "桥␛[A通␛␃qcd␛[201␛[200~�31m\t车\r\nx␛"


def fed(*pieces: str, every: float = 0.0) -> str:
    pastes = Pastes()
    return "".join(
        pastes.feed(piece, 100 + number * every) for number, piece in enumerate(pieces)
    )


@given(st.lists(st.integers(0, 60)), st.floats(0, 10))
def test_a_paste_may_be_cut_anywhere(cuts: list[int], every: float) -> None:
    whole = f"j\x1b[6~{START}{HOSTILE}{END}\x1b[A\rk"
    at = sorted({0, *(one for one in cuts if one < len(whole)), len(whole)})
    pieces = [whole[one:other] for one, other in pairwise(at)]
    # What is silent for longer has lost its end; see below.
    every = min(every, 1.9)
    done = fed(*pieces, every=every)
    # An escape that stood alone for long has been taken for the key by then.
    done = done.replace(f"\x1b{START}", START)
    assert done == f"j\x1b[6~{START}{CLEAN}{END}\x1b[A\rk"


def test_an_escape_does_not_wait() -> None:
    pastes = Pastes()
    assert pastes.feed("\x1b", 100.0) == "\x1b"
    assert pastes.feed("[200~", 100.01) == "[200~"
    assert pastes.feed(f"q{END}\x1b", 100.02) == f"q{END}\x1b"
    assert pastes.feed("[2", 100.03) == ""
    # By now it has been taken for a key: the paste needs a whole mark.
    assert pastes.feed("00~", 101.0) == START
    assert pastes.feed(f"{END}\x1b[", 101.1) == END
    assert pastes.feed("2~", 101.2) == "\x1b[2~"


def test_keys_go_through_as_they_are() -> None:
    keys = "jq\x1b[6~\x1bOP\x1b[<35;12;5M\x03\x1b\x1b[2~\r" * 3
    assert fed(keys) == keys
    assert fed(*keys, every=0.001) == keys


def test_a_paste_that_never_ends_locks_nobody_out() -> None:
    pastes = Pastes()
    assert pastes.feed(f"{START}qcd", 100.0) == f"{START}qcd"
    # A slow line: there is more of it, however long it has stood still.
    assert pastes.feed("d" * 50, 103.0) == "d" * 50
    assert pastes.feed("d", 104.9) == "d"
    assert pastes.feed("j", 107.0) == f"{END}j"
    assert pastes.feed("k", 107.1) == "k"


@pytest.mark.parametrize(
    ("last", "done"),
    [(END, f"qcd{END}"), (f"d{END}", f"qcdd{END}"), ("\x1b", "qcd")],
)
def test_an_end_that_comes_late_is_the_end(last: str, done: str) -> None:
    assert fed(f"{START}qcd", last, every=10.0) == START + done


def test_a_paste_takes_no_more_memory_than_a_field() -> None:
    done = fed(START, *["长" * 10_000] * 30, END)
    assert done == START + "长" * LONGEST + END


@pytest.mark.parametrize(
    "typed",
    [
        "j" * 50_000,
        "jkqc" * 90,
        "\x1b[A\x1b[B" * 5000,
        "\x1b[<35;12;5M\x1b[<35;13;6M" * 1000,
        "\x1bOA\x1bOB\x1b\x1b[6~" * 500,
    ],
)
def test_what_can_be_typed_ahead_is_typed(typed: str) -> None:
    assert not is_plainly_pasted(typed)
    assert fed(typed) == typed


def test_a_paste_that_is_not_marked_is_one() -> None:
    text = "中方认为，桥通车了qcd。\x1b[A\x1b[201~\r" * 40
    pastes = Pastes()
    done = pastes.feed(text, 100.0)
    assert done.startswith(f"{START}中方")
    assert "\x1b" not in done[1:]
    assert pastes.feed("qcd", 100.1) == "qcd"
    assert pastes.is_unmarked
    assert pastes.end() == END
    assert pastes.feed("\x1b[A", 101.0) == "\x1b[A"
