"""Everything about one annotation in one form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Grid, Vertical
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.widgets import Input, Label, Static, TextArea

from annotations.errors import InvalidError, PizhuError
from annotations.model import TYPES, Kind, Status
from tui.layout.clip import clip
from tui.layout.displayable import displayable
from tui.screens.dialog import FIELD_KEYS, Dialog
from tui.screens.tag_matching import paths_in
from tui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

    from annotations.model import Annotation, Draft, Tag

_LONGEST_FIELD = 500
_PAUSE = 0.5
"""Seconds without a key after which what was typed is kept."""
_LONGEST_NOTE = 10_000
"""Characters; a paste beyond is cut, so that no clipboard can freeze the form.

One that came in otherwise may be longer, and stays so unless it grows.
"""


class _Cycle(Static, can_focus=True):
    """One of a few words, changed by the arrow keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", "before", show=False),
        Binding("right,space", "turn(1)", "next", show=False),
    ]
    DEFAULT_CSS = """
    _Cycle { height: 1; padding: 0 1; background: $boost; }
    _Cycle:focus { background: $primary-muted; text-style: bold; }
    """

    def __init__(self, values: Sequence[str], value: str, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.values = list(values)
        self.value = value if value in values else self.values[0]

    def on_mount(self) -> None:
        """Show the value."""
        self.set_values(self.values)

    def set_values(self, values: Sequence[str]) -> None:
        """Offer others; the value stays if it is among them."""
        self.values = list(values)
        if self.value not in self.values:
            self.value = self.values[0]
        self.update(Content(f"< {self.value or '-'} >"))

    def set_value(self, value: str) -> None:
        """Take a value, if it is one of those on offer."""
        if value in self.values:
            self.value = value
            self.update(Content(f"< {self.value or '-'} >"))

    def action_turn(self, step: int) -> None:
        """Take the next value, or the one before."""
        at = self.values.index(self.value) + step
        self.value = self.values[at % len(self.values)]
        self.update(Content(f"< {self.value or '-'} >"))
        form = self.screen
        if isinstance(form, AnnotationForm) and self.id == "kind":
            form.offer_types()


class _Note(TextArea):
    """The note; what is pasted is bounded and clean."""

    def on_paste(self, event: events.Paste) -> None:
        """Bound and clean it; the field's own handler comes after and puts it in."""
        event.stop()
        room = max(_LONGEST_NOTE - len(self.text) + len(self.selected_text), 0)
        form = self.screen
        if len(event.text) > room and isinstance(form, AnnotationForm):
            form.say(f"Cut: a note holds {_LONGEST_NOTE} characters.")
        event.text = displayable_lines(event.text[:room])


def displayable_lines(text: str) -> str:
    """Text without anything that controls a terminal; line breaks stay."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(displayable(line) for line in lines)


class AnnotationForm(Dialog[bool]):
    """Edits an annotation; hands over only the fields that were changed.

    ``tags`` are handed over as paths. If saving is refused, the form stays with what was
    typed and says why. Escape asks once when something was changed. Gives back True if
    it was saved.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *FIELD_KEYS,
        Binding("ctrl+s", "save", "save", show=False),
    ]
    DEFAULT_CSS = """
    AnnotationForm Grid {
        grid-size: 4; grid-columns: 9 1fr 9 1fr; grid-rows: 1; height: auto; grid-gutter: 0 1;
    }
    AnnotationForm .wide { column-span: 3; }
    AnnotationForm #text { height: auto; max-height: 4; color: $text-muted; }
    AnnotationForm TextArea {
        height: 6; border: none; padding: 0 1; background: $boost;
    }
    AnnotationForm TextArea:focus { border: none; background: $primary-muted; }
    AnnotationForm #asked { color: $warning; height: auto; }
    """

    def __init__(
        self,
        annotation: Annotation,
        tags: Sequence[Tag],
        speakers: Sequence[str],
        text: str,
        *,
        save: Callable[[dict[str, Any]], bool],
        focus: str = "speaker",
        draft: Draft | None = None,
        keep: Callable[[dict[str, Any]], None] | None = None,
    ) -> None:
        """Fill the form.

        Args:
            annotation: what is edited.
            tags: all of the codebook.
            speakers: names to be offered.
            text: what the annotation says.
            save: stores what was changed; says whether that is done, or is refused with
                a ``PizhuError``.
            focus: the field to begin in.
            draft: what was typed before and not saved.
            keep: keeps what is typed so far.
        """
        super().__init__()
        self._save = save
        self._draft = draft
        self._keep = keep
        self._kept: dict[str, Any] = {}
        self._waiting: Timer | None = None
        self._annotation = annotation
        self._paths = {tag.id: tag.path for tag in tags}
        self._by_shown = {displayable(path): path for path in self._paths.values()}
        self._before: dict[str, Any] = {}
        """What the fields said when they were shown first."""
        self._speakers = speakers
        self._text = text
        self._first = focus
        self._asked = False

    def compose(self) -> ComposeResult:
        """The text, the short fields in two columns, the note."""
        one = self._annotation
        tags = _in_a_line(self._paths[tag] for tag in one.tags if tag in self._paths)
        with Vertical(classes="box") as box:
            box.border_title = f"{one.kind}"
            box.border_subtitle = "^s save  tab next field  esc leave"
            yield Static(Content(clip(self._text, 200)), id="text")
            with Grid():
                yield Label("Speaker", classes="label")
                yield _field(
                    "speaker",
                    one.speaker,
                    SuggestFromList([displayable(name) for name in self._speakers]),
                )
                yield Label("Cue", classes="label")
                yield _field("cue", one.cue)
                yield Label("Role", classes="label")
                yield _field("role", one.role, classes="wide")
                yield Label("Kind", classes="label")
                yield _Cycle([*Kind], one.kind, id="kind")
                yield Label("Type", classes="label")
                yield _Cycle(("", *TYPES[one.kind]), one.type, id="type")
                yield Label("Status", classes="label")
                yield _Cycle([*Status], one.status, id="status")
                yield Label("Tags", classes="label")
                yield _field("tags", tags, SuggestFromList(list(self._paths.values())))
            yield Label("Note", classes="label")
            yield _Note(displayable_lines(one.note), id="note", soft_wrap=True)
            yield Label("", id="asked", markup=False)

    def on_mount(self) -> None:
        """Begin where the analyst meant to, or where the line was cut."""
        self.query_one(f"#{self._first}").focus()
        self._before = self._typed()
        if self._draft is not None and self._draft.fields:
            self._take_up(self._draft)

    def _take_up(self, draft: Draft) -> None:
        """Fill in what was typed and not saved."""
        fields = {**self._changes(), **draft.fields}
        if "kind" in fields:
            self.query_one("#kind", _Cycle).set_value(str(fields["kind"]))
            self.offer_types()
        for name in ("type", "status"):
            if name in fields:
                self.query_one(f"#{name}", _Cycle).set_value(str(fields[name]))
        for name in ("speaker", "role", "cue"):
            if name in fields:
                self.query_one(f"#{name}", Input).value = str(fields[name])
        if "tags" in fields:
            self.query_one("#tags", Input).value = _in_a_line(fields["tags"])
        if "note" in fields:
            note = self.query_one("#note", TextArea)
            note.text = displayable_lines(str(fields["note"]))
            note.move_cursor(note.document.end)
        self._kept = self._changes()
        when = draft.updated_at[:16].replace("T", " ")
        self.say(f"Taken up from {when} UTC: not saved yet.")

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _fields_changed(self) -> None:
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(_PAUSE, self.keep_draft)

    def keep_draft(self) -> None:
        """Keep what is typed so far, so that nothing can lose it."""
        changes = self._changes()
        if self._keep is not None and changes != self._kept:
            self._kept = changes
            self._keep(changes)

    def offer_types(self) -> None:
        """Offer the types of the kind that is chosen now."""
        kind = Kind(self.query_one("#kind", _Cycle).value)
        self.query_one("#type", _Cycle).set_values(("", *TYPES[kind]))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_save()

    def action_save(self) -> None:
        """Have what was changed stored, and leave; stay if it is not."""
        changes = self._changes()
        try:
            self._refuse_too_long(changes.get("note", ""))
            is_done = self._save(changes)
        except PizhuError as error:
            self._asked = False
            self.say(f"! {error}")
            is_done = False
        if is_done:
            self.dismiss(True)
        else:
            self.keep_draft()

    def action_cancel(self) -> None:
        """Leave; ask once if that loses something."""
        if self._changes() and not self._asked:
            self._asked = True
            self.say("Changed: ^s saves, esc again discards.")
            return
        self.dismiss(None)

    def say(self, message: str) -> None:
        """Say something below the fields."""
        self.query_one("#asked", Label).update(message)

    def _refuse_too_long(self, note: str) -> None:
        most = max(_LONGEST_NOTE, len(self._before["note"]))
        if len(note) > most:
            raise InvalidError(
                f"the note has {len(note)} characters", f"shorten it to {most}"
            )

    def _changes(self) -> dict[str, Any]:
        """What the fields say now, of those that do not say what they did at first."""
        now = self._typed().items()
        return {name: value for name, value in now if value != self._before[name]}

    def _typed(self) -> dict[str, Any]:
        """What all fields say."""
        typed: dict[str, Any] = {
            name: self.query_one(f"#{name}", Input).value.strip()
            for name in ("speaker", "role", "cue")
        }
        typed["note"] = self.query_one("#note", TextArea).text
        typed["kind"] = Kind(self.query_one("#kind", _Cycle).value)
        typed["type"] = self.query_one("#type", _Cycle).value
        typed["status"] = Status(self.query_one("#status", _Cycle).value)
        paths = paths_in(self.query_one("#tags", Input).value, self._by_shown)
        typed["tags"] = [self._by_shown.get(path, path) for path in paths]
        return typed


def _in_a_line(paths: Iterable[str]) -> str:
    """Paths of tags as they are shown in their field."""
    return displayable("; ".join(paths))


def _field(
    name: str, value: str, suggester: SuggestFromList | None = None, classes: str = ""
) -> Input:
    return Field(
        displayable(value),
        id=name,
        classes=classes,
        suggester=suggester,
        max_length=_LONGEST_FIELD,
        # A key typed after tab would take the place of all that stands there.
        select_on_focus=False,
    )
