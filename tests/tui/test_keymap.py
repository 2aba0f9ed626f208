"""The command table: complete, without clashes, and open to the user."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.app import App
from textual.theme import BUILTIN_THEMES

from annotations.errors import InvalidError
from tui.app import PizhuApp
from tui.keymap import (
    COMMANDS,
    bindings,
    checked,
    entries,
    hints,
    key_name,
    keys_of,
    label,
)
from tui.settings import Settings, read_settings

if TYPE_CHECKING:
    from annotations.model import Document
    from annotations.session import Session


def test_every_command_is_described() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    for command in COMMANDS:
        assert command.title
        assert command.help.endswith(".")
        assert command.group


@pytest.mark.parametrize(
    "together",
    [("app", "reading", "reader"), ("app", "review")],
    ids=["reading", "review"],
)
def test_no_key_is_given_twice(together: tuple[str, ...]) -> None:
    taken: dict[str, str] = {}
    for command in (one for one in COMMANDS if one.place in together):
        for key in command.keys:
            assert taken.setdefault(key_name(key), command.id) == command.id


def test_every_letter_has_a_key_that_works_while_an_input_method_is_on() -> None:
    for command in COMMANDS:
        if any(len(key) == 1 and key.isalpha() for key in command.keys):
            others = [key for key in command.keys if len(key) > 1]
            assert others, command.id


@pytest.mark.parametrize("mark", list("，。《》？（）【】｛｝＋－「」"))
def test_full_width_marks_are_heard(mark: str) -> None:
    assert any(mark in command.keys for command in COMMANDS)


async def test_full_width_keys_reach_their_actions() -> None:
    heard: list[str] = []

    class Listener(App[None]):
        BINDINGS = [
            one for one in bindings("reading") if one.id == "reading.end-forward"
        ]

        def action_end_forward(self) -> None:
            heard.append("end-forward")

    async with Listener().run_test() as pilot:
        await pilot.press(key_name("。"), ".")
    assert heard == ["end-forward"] * 2


def test_users_may_change_keys() -> None:
    keymap, problems = checked({"reading.quote": "Q,f24"})
    assert (keymap, problems) == ({"reading.quote": "Q,f24"}, [])
    command = next(one for one in COMMANDS if one.id == "reading.quote")
    assert keys_of(command, keymap) == ("Q", "f24")
    assert hints("read", keymap)[0] == ("Q", "quote")


def test_the_keys_of_tags_are_one_entry_and_every_other_command_has_its_own() -> None:
    told = entries({})
    tags = [one for one in COMMANDS if one.id.startswith("reading.tag-")]
    assert len(told) == len(COMMANDS) - len(tags) + 1
    (one,) = (entry for entry in told if entry.help == tags[0].help)
    assert (one.keys, one.is_range, one.group) == (("1", "9"), True, "Annotate")
    others = [entry for entry in told if entry is not one]
    assert [(entry.help, entry.keys, entry.is_range) for entry in others] == [
        (command.help, tuple(map(label, command.keys)), False)
        for command in COMMANDS
        if command not in tags
    ]


def test_keys_of_tags_that_a_user_has_changed_are_all_told() -> None:
    keymap, problems = checked({"reading.tag-3": "Z", "reading.tag-9": "9,alt+9"})
    assert problems == []
    (one,) = (entry for entry in entries(keymap) if "Z" in entry.keys)
    assert one.keys == ("1", "2", "Z", "4", "5", "6", "7", "8", "9", "alt+9")
    assert not one.is_range


def test_all_mistakes_are_told_at_once() -> None:
    _, problems = checked(
        {"reading.quote": "c", "reading.nothing": "x", "reader.grow": "flurb"}
    )
    assert problems == [
        "no command is called reading.nothing",
        "reader.grow: no key is called flurb",
        "c is on both reading.quote and reading.claim",
    ]


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("ctrl+e", "^e"),
        ("f6", "F6"),
        ("left", "←"),
        ("shift+left", "shift-←"),
        ("q", "q"),
    ],
)
def test_labels(key: str, shown: str) -> None:
    assert label(key) == shown


def test_settings_come_from_a_file(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    assert read_settings() == Settings()
    path = tmp_path / "config.toml"
    monkeypatch.setenv("PIZHU_CONFIG", str(path))
    path.write_text('theme = "nord"\ntext_width = 60\n[keys]\n"reading.quote" = "Q"\n')
    assert read_settings() == Settings(
        theme="nord", text_width=60, keys={"reading.quote": "Q"}
    )
    path.write_text(
        'text_width = 5\nambiguous_width = 3\ncolour = 1\n[keys]\n"x" = "a"\n'
    )
    with pytest.raises(InvalidError) as caught:
        read_settings()
    for part in (
        str(path),
        "text_width is 20 to 200",
        "ambiguous_width is",
        "colour",
        "called x",
    ):
        assert part in str(caught.value)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('theme = "nope"', "theme is one of ansi-dark, ansi-light, atom-one-dark"),
        ("theme = 1", "theme wants text in quotation marks"),
        ("ambiguous_width = []", "ambiguous_width wants a whole number"),
        ("ambiguous_width = true", "ambiguous_width wants a whole number"),
        ("text_width = 201", "text_width is 20 to 200"),
        ('mouse = "no"', "mouse wants true or false"),
        ("keys = 1", "keys wants a table"),
        ('[keys]\n"reading.quote" = 1', "[keys] wants text"),
    ],
)
def test_a_wrong_value_is_one_line_that_says_what_is_allowed(  # type: ignore[no-untyped-def]
    line: str, said: str, tmp_path, monkeypatch
) -> None:
    path = tmp_path / "config.toml"
    monkeypatch.setenv("PIZHU_CONFIG", str(path))
    path.write_text(line)
    with pytest.raises(InvalidError) as caught:
        read_settings()
    assert str(caught.value).startswith(f"{path}: {said}")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("theme", sorted(BUILTIN_THEMES))
def test_every_theme_that_is_allowed_can_be_had(
    theme: str, session: Session, document: Document
) -> None:
    assert PizhuApp(session, Settings(theme=theme)).current_theme.name == theme
