"""Every command, once: bindings, footer, help, palette and the README come from here.

Keys are Textual's names. A command's first key is what people learn; the others are
aliases, among them the full-width marks that an input method types and keys that it
leaves alone.
"""

from __future__ import annotations

from itertools import groupby
from string import digits
from typing import TYPE_CHECKING, Literal, NamedTuple

from textual.binding import Binding
from textual.keys import KEY_ALIASES, Keys, _character_to_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Place = Literal["app", "reading", "reader", "review"]
"""Where a command is heard: everywhere, on the reading screen, in the reading pane, in
review (where the keys of the reading screen are heard as well, unless it has its own)."""


class Command(NamedTuple):
    """One thing that a key does."""

    id: str
    """Stable name for ``config.toml``, as ``reader.next-word``."""
    keys: tuple[str, ...]
    """Textual's names; single characters stand for themselves."""
    title: str
    """Two words for the footer."""
    help: str
    """One sentence for the help screen."""
    group: str
    action: str = ""
    """Textual's action; else made from the name."""

    @property
    def place(self) -> Place:
        """Where it is heard."""
        return self.id.split(".")[0]  # type: ignore[return-value]

    @property
    def changes(self) -> bool:
        """Whether it may change the project, so that it waits until nobody else writes."""
        return self.group in _CHANGING or self.id in _ALSO_CHANGING

    @property
    def action_name(self) -> str:
        """Textual's action."""
        return self.action or self.id.split(".")[1].replace("-", "_")

    @property
    def bare_action(self) -> str:
        """Its name, without what it is given."""
        return self.action_name.partition("(")[0]


class Entry(NamedTuple):
    """A row of a key table: one command, or those that differ in what they are given."""

    group: str
    keys: tuple[str, ...]
    """As they are written for people."""
    is_range: bool
    """Whether the keys are only the first and the last."""
    help: str


_CHANGING = frozenset({"Annotate", "Review"})
_ALSO_CHANGING = frozenset({"reading.undo", "reading.redo", "reading.toggle-read"})
# fmt: off
_TABLE: tuple[tuple[str, str, str, str, str], ...] = (
    ("reader.move-left", "h left", "left", "One character left.", "Move"),
    ("reader.move-down", "j down", "down", "One row down.", "Move"),
    ("reader.move-up", "k up", "up", "One row up.", "Move"),
    ("reader.move-right", "l right", "right", "One character right.", "Move"),
    ("reader.next-word", "w ctrl+right", "word", "To the next word.", "Move"),
    ("reader.previous-word", "b ctrl+left", "word back", "To the word before.", "Move"),
    ("reader.next-sentence", ") ） ctrl+down", "sentence", "To the next sentence.", "Move"),
    ("reader.previous-sentence", "( （ ctrl+up", "sentence back", "To the start of the sentence, or the one before.", "Move"),
    ("reader.next-paragraph", "} ｝ 」 』", "paragraph", "To the next paragraph.", "Move"),
    ("reader.previous-paragraph", "{ ｛ 「 『", "paragraph back", "To the start of the paragraph, or the one before.", "Move"),
    ("reader.row-start", "home", "row start", "To the start of the row.", "Move"),
    ("reader.row-end", "end", "row end", "To the end of the row.", "Move"),
    ("reader.page-down", "pagedown space", "page", "One screen on.", "Move"),
    ("reader.page-up", "pageup", "page back", "One screen back.", "Move"),
    ("reader.half-page-down", "ctrl+d", "half page", "Half a screen on.", "Move"),
    ("reader.half-page-up", "ctrl+u", "half page back", "Half a screen back.", "Move"),
    ("reader.document-start", "g ctrl+home", "start", "To the start of the document.", "Move"),
    ("reader.document-end", "G ctrl+end", "end", "To the end of the document.", "Move"),
    ("reader.next-annotation", "] 】 ］", "next mark", "To the next annotation.", "Move"),
    ("reader.previous-annotation", "[ 【 ［", "mark before", "To the annotation before.", "Move"),
    ("reading.find", "/ 、 ／", "find", "Find in this document as you type; re: begins a regular expression.", "Search"),
    ("reading.find-next", "n ctrl+g", "next match", "To the next match.", "Search"),
    ("reading.find-previous", "N ctrl+y", "match before", "To the match before.", "Search"),
    ("reading.search", "ctrl+f", "search", "Search all documents; enter opens the place.", "Search"),
    ("reading.next-result", "; ；", "next result", "To the next place that the search in all documents found.", "Search"),
    ("reading.previous-result", ": ：", "result before", "To the place before.", "Search"),
    ("reader.start-selection", "v ctrl+@", "select", "Begin a selection; any motion extends it; again: drop it.", "Select"),
    ("reader.select-sentence", "s f9", "sentence", "Select the sentence; again: and the next one.", "Select"),
    ("reader.select-quotation", "i f10", "quotation", "Select the quotation around the cursor; again: the one around that.", "Select"),
    ("reader.grow", "+ ＋ =", "grow", "Select the next larger unit: word, clause, quotation, sentence, paragraph.", "Select"),
    ("reader.shrink", "- － —", "shrink", "Take growing back, step by step; else select the next smaller unit.", "Select"),
    ("reader.extend-left", "shift+left", "extend left", "Select one character back.", "Select"),
    ("reader.extend-right", "shift+right", "extend right", "Select one character on.", "Select"),
    ("reader.extend-up", "shift+up", "extend up", "Select one row back.", "Select"),
    ("reader.extend-down", "shift+down", "extend down", "Select one row on.", "Select"),
    ("reader.drop-selection", "escape", "drop", "Drop the selection; again: the matches.", "Select"),
    ("reading.quote", "q f6", "quote", "Mark the selection as a quote, else the quotation or sentence under the cursor.", "Annotate"),
    ("reading.claim", "c f7", "claim", "Mark the selection as a claim, else the sentence under the cursor.", "Annotate"),
    ("reading.note", "m f8", "note", "Write a note on the selection, else on the sentence under the cursor.", "Annotate"),
    ("reading.add-part", "& ＆ alt+q", "add part", "Add the selection, else the quotation under the cursor, to the quote before it as another part.", "Annotate"),
    ("reading.pick-tag", "t ctrl+t", "tag", "Choose tags by part of a name or pinyin initials, or make a new one.", "Annotate"),
    *(
        (f"reading.tag-{key}", key, f"tag {key}", "Put the tag with that key on the annotation, or take it off.", "Annotate")
        for key in "123456789"
    ),
    ("reading.mark-all", "* ＊", "all places", "List all places of the selection, or of what was searched, to mark and tag them in one step.", "Annotate"),
    ("reading.edit", "e enter", "edit", "Edit speaker, role, cue, type, tags and note.", "Annotate"),
    ("reading.end-forward", ". 。 ．", "end on", "Move the annotation's end on by a word.", "Annotate"),
    ("reading.end-back", ", ，", "end back", "Move the annotation's end back by a word.", "Annotate"),
    ("reading.start-back", "< 《 ＜", "start back", "Move the annotation's start back by a word.", "Annotate"),
    ("reading.start-forward", "> 》 ＞", "start on", "Move the annotation's start on by a word.", "Annotate"),
    ("reading.pick-speaker", "p alt+p", "speaker", "Say who speaks: names of this paragraph and of the registry, by part or initials.", "Annotate"),
    ("reading.next-kind", "K alt+k", "kind", "Quote, claim or note: the next one.", "Annotate"),
    ("reading.next-type", "T alt+t", "type", "The next type of the kind.", "Annotate"),
    ("reading.suggest", "S ctrl+w", "suggest", "Suggest quotes and claims for this document; a accepts, x rejects.", "Annotate"),
    ("reading.accept", "a ctrl+a", "accept", "Accept the annotation.", "Annotate"),
    ("reading.reject", "x ctrl+x", "reject", "Reject the annotation; it is kept, but not shown.", "Annotate"),
    ("reading.delete", "d delete", "delete", "Delete the annotation.", "Annotate"),
    ("reading.copy", "y ctrl+c", "copy", "Copy the selection, the annotation or the sentence (OSC 52).", "Annotate"),
    ("reading.toggle-lines", "z f4", "lines", "Flowing text, or the lines as they were printed.", "Document"),
    ("reading.outline", "o ctrl+o", "outline", "Headings of the document.", "Document"),
    ("reading.next-document", "r ctrl+n", "next", "To the next document of the list.", "Document"),
    ("reading.previous-document", "R ctrl+b", "before", "To the document before in the list.", "Document"),
    ("reading.toggle-read", "M ctrl+k", "read", "Mark the document as read, or as unread.", "Document"),
    ("reading.edit-document", "E alt+e", "edit document", "Correct title, publication, date and author of the document.", "Document"),
    ("reading.speakers", "@ ＠", "speakers", "Who is quoted, where and how often; merge, split, edit.", "Document"),
    ("reading.codebook", "# ＃", "codebook", "The tags: edit, move, merge, remove; what is on each.", "Document"),
    ("reading.table", "| ｜", "table", "All annotations as a table: search, sort, tag, open, export.", "Document"),
    ("reading.toggle-files", "f2", "files", "To the file list, which is shown if it was not; there: hide it.", "Document"),
    ("reading.toggle-tags", "f3", "tags", "To the tags and annotations, which are shown if they were not; there: hide them.", "Document"),
    ("reading.review", "f5", "review", "Go through all that waits for a decision.", "Document"),
    ("reading.undo", "u ctrl+underscore", "undo", "Take back the last action, whenever it was.", "Anywhere"),
    ("reading.redo", "ctrl+r", "redo", "Bring back what was undone.", "Anywhere"),
    ("reading.history", "U f12", "history", "Who did what; any step can be taken back.", "Anywhere"),
    ("reading.export", "ctrl+e", "export", "Write annotations to a CSV file.", "Anywhere"),
    ("review.later", "space", "later", "Leave it for later; a accepts, x rejects.", "Review"),
    ("review.back", "backspace ctrl+h", "back", "Back to the one before, with what was decided.", "Review"),
    ("review.flag", "f alt+f", "flag", "Flag it for somebody to look at.", "Review"),
    ("review.accept-all", "A alt+a", "accept all", "Accept all that the filter shows; asks first.", "Review"),
    ("review.reject-all", "X alt+x", "reject all", "Reject all that the filter shows; asks first.", "Review"),
    ("review.filter", "/ 、 ／", "filter", "Choose what is shown: words, kind: type: rule: score: status: tag: speaker: analyst: title: is:; saved ones.", "Review"),
    ("review.change-order", "O alt+o", "order", "By place, by score, or where analysts disagree first.", "Review"),
    ("review.grow", "+ ＋ =", "grow", "Move both edges out to the next larger unit.", "Review"),
    ("review.shrink", "- － —", "shrink", "Take growing back, step by step; else move both edges in to the next smaller unit.", "Review"),
    ("review.next-proposal", "P alt+n", "next place", "The next place for what was moved; a takes it.", "Review"),
    ("review.leave", "f5", "leave", "Back to reading; the place in the queue is kept.", "Review"),
    ("app.help", "? ？ f1", "help", "This page.", "Anywhere"),
    ("app.command-palette", "ctrl+p", "palette", "Find a command by its name.", "Anywhere"),
    ("app.suspend-process", "ctrl+z", "suspend", "Back to the shell; fg returns.", "Anywhere"),
    ("app.redraw", "ctrl+l", "redraw", "Draw the screen anew, if something else wrote on it.", "Anywhere"),
    ("app.quit", "ctrl+q", "quit", "Leave; everything is saved already.", "Anywhere"),
)
"""Name, keys with spaces between them, title, help, group."""
# fmt: on


def _command(name: str, keys: str, title: str, help_: str, group: str) -> Command:
    action = f"toggle_tag({name[-1]!r})" if name.startswith("reading.tag-") else ""
    return Command(name, tuple(keys.split()), title, help_, group, action)


COMMANDS: tuple[Command, ...] = tuple(_command(*row) for row in _TABLE)

_LABELS = {
    "left": "←", "right": "→", "up": "↑", "down": "↓", "escape": "esc",
    "pagedown": "pgdn", "pageup": "pgup", "delete": "del", "ctrl+@": "^space",
    "ctrl+underscore": "^_",
}  # fmt: skip


def key_name(key: str) -> str:
    """Textual's name of a key; single characters stand for themselves."""
    return _character_to_key(key) if len(key) == 1 else key


def label(key: str) -> str:
    """How a key is written for people."""
    shown = _LABELS.get(key)
    if shown is not None:
        return shown
    if key.startswith("ctrl+"):
        return "^" + _LABELS.get(key[5:], key[5:])
    if key.startswith("shift+"):
        return "shift-" + _LABELS.get(key[6:], key[6:])
    return key.upper() if key[0] == "f" and key[1:].isdigit() else key


def bindings(place: Place) -> list[Binding]:
    """Textual's bindings of one place; the footer is our own, so none is shown."""
    return [
        Binding(
            ",".join(key_name(key) for key in command.keys),
            command.action_name,
            command.title,
            show=False,
            id=command.id,
            tooltip=command.help,
        )
        for command in COMMANDS
        if command.place == place
    ]


_HINTS: dict[str, tuple[str, ...]] = {
    "read": (
        "reading.quote", "reading.claim", "reading.note", "reader.start-selection",
        "reader.select-sentence", "reader.select-quotation", "reader.next-annotation",
        "reading.find", "reading.search", "app.help", "reading.toggle-files", "reading.toggle-tags", "reading.undo",
        "reading.next-document", "reading.toggle-lines", "reading.export", "app.quit",
    ),
    "select": (
        "reading.quote", "reading.claim", "reading.note", "reader.grow",
        "reader.shrink", "reader.drop-selection", "reading.copy",
        "reader.select-sentence", "reader.select-quotation", "app.help",
    ),
    "mark": (
        "reading.pick-tag", "reading.edit", "reading.end-forward", "reading.end-back",
        "reading.start-back", "reading.start-forward", "reading.delete",
        "reader.next-annotation", "reading.quote", "reading.undo", "app.help",
    ),
    "files": (),
    "documents": ("reading.toggle-files", "app.help", "app.quit"),
    "annotations": (
        "reading.accept", "reading.reject", "reading.edit", "reading.pick-tag",
        "reading.pick-speaker", "reading.delete", "reading.end-forward",
        "reading.end-back", "reading.copy", "reading.undo", "app.help",
    ),
    "codebook": (
        "reading.accept", "reading.reject", "reading.pick-speaker", "reading.delete",
        "reading.undo", "app.help",
    ),
    "review": (
        "reading.accept", "reading.reject", "review.later", "review.back", "review.flag",
        "reading.end-forward", "reading.end-back", "reading.pick-speaker",
        "reading.next-type", "review.filter", "reading.undo", "app.help",
        "reading.pick-tag", "reading.edit", "review.leave",
    ),
}  # fmt: skip
"""What the footer offers: reading, with a selection, on an annotation, in a list at the
side, in review."""
_LIST_HINTS: dict[str, tuple[tuple[str, str], ...]] = {
    "documents": (
        ("enter", "open"), ("letters", "filter"), ("^u", "all"), ("^s", "order"), ("esc", "text"),
    ),
    "annotations": (("enter", "go there"), ("esc", "text")),
    "codebook": (("enter", "put on, take off"), ("esc", "text")),
}  # fmt: skip
"""Keys of the lists at the side, which are no commands of the whole page."""


def hints(situation: str, keymap: Mapping[str, str]) -> list[tuple[str, str]]:
    """(key, title) for the footer, the most wanted first.

    Args:
        situation: ``read``, ``select``, ``mark``, ``review``, or the list at the side
            that has the keys: ``documents``, ``annotations`` or ``codebook``.
        keymap: the user's keys.
    """
    known = {command.id: command for command in COMMANDS}
    wanted = (known[name] for name in _HINTS[situation])
    commands = [(label(keys_of(one, keymap)[0]), one.title) for one in wanted]
    return [*_LIST_HINTS.get(situation, ()), *commands]


def keys_of(command: Command, keymap: Mapping[str, str]) -> tuple[str, ...]:
    """A command's keys after the user's changes."""
    own = keymap.get(command.id)
    return command.keys if own is None else tuple(own.split(","))


def entries(keymap: Mapping[str, str]) -> list[Entry]:
    """All commands in their order, as a key table tells of them.

    Args:
        keymap: the user's keys.
    """
    return [
        _entry(list(alike), keymap)
        for _, alike in groupby(COMMANDS, lambda one: (one.group, one.bare_action))
    ]


def _entry(alike: list[Command], keymap: Mapping[str, str]) -> Entry:
    keys = [label(key) for one in alike for key in keys_of(one, keymap)]
    is_range = len(alike) > 1 and "".join(keys) in digits
    shown = (keys[0], keys[-1]) if is_range else tuple(keys)
    return Entry(alike[0].group, shown, is_range, alike[0].help)


def checked(user: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Check the keys of a configuration file.

    Args:
        user: command id to keys, comma between them.

    Returns:
        What Textual's ``set_keymap`` takes, and every problem in words.
    """
    known = {command.id: command for command in COMMANDS}
    keymap: dict[str, str] = {}
    problems: list[str] = []
    for name, keys in user.items():
        if name not in known:
            problems.append(f"no command is called {name}")
            continue
        names = [key_name(key.strip()) for key in keys.split(",") if key.strip()]
        problems += (
            f"{name}: no key is called {key}" for key in names if not _is_key(key)
        )
        if not names:
            problems.append(f"{name}: no key is given")
        keymap[name] = ",".join(names)
    problems += _clashes(keymap)
    return keymap, problems


def _clashes(keymap: Mapping[str, str]) -> Iterable[str]:
    """Commands that can be heard together; review has its own for some keys."""
    reading = [one for one in COMMANDS if one.place != "review"]
    review = [one for one in COMMANDS if one.place in {"app", "review"}]
    yield from _clashes_among(reading, keymap)
    yield from _clashes_among(review, keymap)


def _clashes_among(
    commands: Iterable[Command], keymap: Mapping[str, str]
) -> Iterable[str]:
    owners: dict[str, str] = {}
    for command in commands:
        for key in keys_of(command, keymap):
            name = key_name(key)
            other = owners.setdefault(name, command.id)
            if other != command.id and {other, command.id} & set(keymap):
                yield f"{label(key)} is on both {other} and {command.id}"


def _is_key(name: str) -> bool:
    known = {str(key.value) for key in Keys} | set(KEY_ALIASES)
    base = name.rsplit("+", maxsplit=1)[-1]
    modifiers = name.split("+")[:-1]
    if not set(modifiers) <= {"ctrl", "shift", "alt", "super"}:
        return False
    return name in known or base in known or len(base) == 1 or _is_character(base)


def _is_character(name: str) -> bool:
    import unicodedata

    try:
        unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return False
    return True
