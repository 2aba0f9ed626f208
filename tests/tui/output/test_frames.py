"""What the filter sends shows the same as what it was given, and is short."""

from __future__ import annotations

import re

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.output.frames import Frames

COLUMNS, ROWS = 24, 5
Frame = list[tuple[int, int, list[tuple[str, str]]]]


class Shown:
    """A stream in a terminal, and what can be seen of it."""

    def __init__(self) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self.screen.reset_mode(pyte.modes.DECAWM)
        self.stream = pyte.Stream(self.screen)
        self.sent = ""

    def feed(self, data: str) -> None:
        self.sent += data
        # pyte 0.8 does not know synchronised output and the like.
        self.stream.feed(re.sub(r"\x1b\[\?2026[hl]|\x1b\][^\x07]*\x07", "", data))

    @property
    def picture(self) -> list[list[tuple[object, ...]]]:
        """The looks of all cells; half a wide character is a blank, as in terminals."""
        rows = []
        for y in range(ROWS):
            cells = [self.screen.buffer[y][x] for x in range(COLUMNS)]
            for x, cell in enumerate(cells):
                following = cells[x + 1].data if x + 1 < COLUMNS else " "
                before = cells[x - 1].data if x else " "
                if (cell_len(cell.data) == 2 and following) or (
                    not cell.data and cell_len(before) != 2
                ):
                    cells[x] = cell._replace(data=" ")
            rows.append([_look(cell) for cell in cells])
        return rows

    @property
    def place(self) -> tuple[int, int]:
        return self.screen.cursor.y, min(self.screen.cursor.x, COLUMNS - 1)


def _look(cell: pyte.screens.Char) -> tuple[object, ...]:
    signs = (cell.underscore, cell.reverse, cell.strikethrough)
    if cell.data != " ":
        return tuple(cell)
    return " ", cell.bg, signs, cell.fg if any(signs) else ""


def stream(frame: Frame) -> str:
    """A frame as Textual writes it."""
    parts = []
    for y, x, segments in frame:
        parts.append(f"\x1b[{y + 1};{x + 1}H")
        room = COLUMNS - x
        for style, text in segments:
            kept = ""
            for character in text:
                if cell_len(kept + character) > room:
                    break
                kept += character
            room -= cell_len(kept)
            parts.append(f"\x1b[{style}m{kept}\x1b[0m" if style and kept else kept)
    parts.append("\x1b[1;1H")
    return "".join(parts)


STYLES = st.one_of(
    st.sampled_from(
        ["", "1", "2", "1;2", "3", "4", "7", "1;4;7", "9", "31", "97", "100"]
    ),
    st.sampled_from(["31;44", "38;5;17", "38;2;1;2;3;48;2;4;5;6", "1;48;2;4;5;6"]),
)
TEXTS = st.one_of(
    st.text("ab “中文，—…│ 😀①", max_size=12),
    st.lists(st.sampled_from(["e\u0301", "中", "x"]), max_size=6).map("".join),
    st.integers(1, COLUMNS).map(lambda count: " " * count),
)
SPANS = st.tuples(
    st.integers(0, ROWS - 1),
    st.integers(0, COLUMNS - 1),
    st.lists(st.tuples(STYLES, TEXTS), min_size=1, max_size=4),
)
# Rows that differ in a character here and there, as one picture and the next do.
ALIKE = st.tuples(
    st.integers(0, 1),
    st.just(0),
    st.lists(
        st.tuples(st.just("4"), st.text("中文“é", min_size=6, max_size=12)), max_size=1
    ),
)
FRAMES = st.lists(SPANS | ALIKE, max_size=5).map(stream)
PICTURES = st.lists(ALIKE, max_size=2).map(stream)
ASIDES = st.sampled_from(["\x1b[?2026h", "\x1b[?2026l", "\x1b]22;text\x07", "\x07"])
# Unknown to the filter, and they change cells, cursor and style.
STRANGE = st.sampled_from(
    [
        "\x1b[2J",
        "\x1b[2;3Hxyz\x1b[1K",
        "\x1b[31mred",
        "\x1b[3;3H\x1b[2P",
        "a\tb\r\x1b[0m",
    ]
)


@settings(max_examples=300, deadline=None)
@given(
    pieces=st.lists(
        st.one_of(FRAMES, FRAMES, PICTURES, ASIDES, STRANGE), min_size=1, max_size=12
    ),
    erases_in_colour=st.booleans(),
)
def test_the_terminal_shows_the_same(pieces: list[str], erases_in_colour: bool) -> None:
    frames = Frames(COLUMNS, ROWS, erases_in_colour=erases_in_colour)
    plain, filtered = Shown(), Shown()
    for piece in pieces:
        plain.feed(piece)
        filtered.feed(frames.filter(piece))
        assert filtered.picture == plain.picture
        assert filtered.place == plain.place


@settings(max_examples=200, deadline=None)
@given(
    pieces=st.lists(
        st.tuples(st.one_of(FRAMES, FRAMES, ASIDES, STRANGE), st.booleans())
    )
)
def test_what_was_kept_back_shows_in_the_end(pieces: list[tuple[str, bool]]) -> None:
    frames = Frames(COLUMNS, ROWS)
    plain, filtered = Shown(), Shown()
    for piece, is_busy in pieces:
        plain.feed(piece)
        if not (is_busy and frames.keep(piece)):
            filtered.feed(frames.filter(piece))
            assert filtered.picture == plain.picture
    filtered.feed(frames.changes())
    assert filtered.picture == plain.picture
    assert filtered.place == plain.place


def test_only_the_last_picture_is_sent_of_those_kept(frames: Frames) -> None:
    for letter in "abcdefgh":
        assert frames.keep(f"\x1b[?2026h\x1b[2;5H{letter * 8}\x1b[1;1H\x1b[?2026l")
    assert not frames.keep("\x07")
    sent = frames.changes()
    assert "h" * 8 in sent
    assert len(sent) < 40
    assert frames.changes() == ""


BUSY = st.tuples(st.booleans(), st.booleans(), st.booleans())


@settings(max_examples=100, deadline=None)
@given(pictures=st.lists(st.tuples(FRAMES, BUSY), max_size=6))
def test_a_picture_that_is_begun_is_ended(
    pictures: list[tuple[str, tuple[bool, bool, bool]]],
) -> None:
    frames = Frames(COLUMNS, ROWS)
    sent = ""
    for picture, busy in pictures:
        # Textual writes these one after the other; the terminal is busy at any time.
        for data, is_busy in zip(
            ("\x1b[?2026h", picture, "\x1b[?2026l"), busy, strict=True
        ):
            if not (is_busy and frames.keep(data)):
                sent += frames.filter(data)
    sent += frames.changes()
    markers = "".join(re.findall(r"\x1b\[\?2026([hl])", sent))
    assert markers == "hl" * (len(markers) // 2)


@settings(max_examples=100, deadline=None)
@given(span=SPANS)
def test_the_same_again_is_not_sent(
    span: tuple[int, int, list[tuple[str, str]]],
) -> None:
    frames = Frames(COLUMNS, ROWS)
    frames.filter(stream([span]))
    assert frames.filter(stream([span])) == ""


@pytest.fixture
def frames() -> Frames:
    known = Frames(80, 24, erases_in_colour=True)
    ground = "48;2;18;18;18"
    for y in range(24):
        row = f"\x1b[{y + 1};1H\x1b[38;2;9;9;9;{ground}m{'等了六年总算' * 6}\x1b[0m"
        known.filter(f"{row}\x1b[{ground}m{' ' * 8}\x1b[0m\x1b[1;1H")
    return known


def test_another_wide_character_leaves_the_cursor_behind_its_second_cell(
    frames: Frames,
) -> None:
    style = "38;2;9;9;9;48;2;18;18;18"
    sent = frames.filter(f"\x1b[3;1H\x1b[{style}m等到六年总算等了六七\x1b[0m\x1b[1;1H")
    assert sent == "\x1b[3;3H到\x1b[14C七\x1b[H"


def test_a_cursor_move_sends_two_cells(frames: Frames) -> None:
    style, reverse = "38;2;9;9;9;48;2;18;18;18", "1;7;38;2;9;9;9;48;2;18;18;18"
    row = f"\x1b[3;1H\x1b[{style}m等了\x1b[0m\x1b[{reverse}m六\x1b[0m"
    sent = frames.filter(f"{row}\x1b[{style}m年总算\x1b[0m\x1b[1;1H")
    assert sent == "\x1b[3;5H\x1b[1;7m六\x1b[H"


def test_blanks_are_erased_where_that_takes_the_colour(frames: Frames) -> None:
    data = f"\x1b[4;1H\x1b[48;2;18;18;18m{' ' * 80}\x1b[0m"
    assert frames.filter(data) == "\x1b[4H\x1b[72X"
    frames.cursor.erases_parts = False
    assert frames.filter(data.replace("4;1H", "6;1H")).count(" ") == 72
    frames.cursor.erases_parts, frames.cursor.erases_in_colour = True, False
    assert frames.filter(data.replace("4;1H", "5;1H")).count(" ") == 72


def test_where_the_width_is_in_doubt_the_row_is_sent_on() -> None:
    frames = Frames(20, 2)
    frames.filter("\x1b[1;1Hab👩\u200d👧cdef\x1b[1;1H")
    # In front of it, as little as elsewhere; behind it, from there on.
    assert frames.filter("\x1b[1;1HaX👩\u200d👧cdef\x1b[1;1H") == "\x1b[CX\r"
    sent = frames.filter("\x1b[1;1HaX👩\u200d👧cdeY\x1b[1;1H")
    assert sent == "\x1b[2C👩\u200d👧cdeY\x1b[H"


def test_wide_ambiguous_characters_take_the_space_after_them() -> None:
    frames = Frames(20, 2)
    frames.filter("\x1b[1;1H“ ab” —\x1b[1;1H")
    frames.draw_ambiguous(wide=True)
    # All is sent again; where no second cell is left, something narrow stands in.
    assert frames.filter("\x1b[1;1H“ ab” —\x1b[1;1H") == "\x1b[H\x1b[0m“ab”-\r"
    assert frames.filter("\x1b[1;1H“ aX” —\x1b[1;1H") == "\x1b[3CX\r"
    assert frames.filter("\x1b[2;1H┌─α β…\x1b[1;1H") == "\x1b[2H+-α?.\x1b[H"


def test_half_a_sequence_is_passed_on_with_its_other_half() -> None:
    frames = Frames(20, 2)
    frames.filter("\x1b[1;1Habc\x1b[1;1H")
    assert frames.filter("\x1b[3") == "\x1b[3"
    assert frames.filter("1mred") == "1mred"


def test_what_cannot_be_seen_is_not_sent() -> None:
    frames = Frames(20, 2)
    sent = frames.filter("\x1b[1;1Ha\u202eb\u200b\U000e0041c\x1b[1;1H")
    assert sent == "\x1b[H\x1b[0mabc\r"
