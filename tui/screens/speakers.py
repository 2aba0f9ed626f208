"""Who is quoted: the registry, where each speaks, and putting it in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input, Label

from annotations.wording import counted
from tui.screens.places import Place
from tui.screens.registry import Registry
from tui.screens.speaker_form import SpeakerChange, SpeakerForm
from tui.screens.speaker_rows import QuoteRows, SpeakerRows
from tui.widgets.field import Field
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from annotations.model import Annotation
    from annotations.records import Speaker
    from annotations.session import Session

_LONGEST = 100
"""Characters of a filter or a name."""
_AT_ONCE = 100
"""Quotes that are read at a time; more come when the list is walked to its end."""
_FILTER = "part of a name or an alias"


class Speakers(Registry["Speaker"]):
    """``/`` filters; enter on a quote opens it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s,f7", "split", "split", show=False)
    ]
    """
    | Key | Does |
    | :- | :- |
    | / | goes to the filter; enter or escape goes back to the speakers |
    | space | marks a speaker or a quote |
    | m | makes the marked speakers one: the highlighted one |
    | e | edits name, role, organisation, aliases |
    | s | gives the marked quotes to the name typed in the line above |
    | u, ctrl+r | undo, redo |
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._people = SpeakerRows([], self._marked)
        self._quotes = QuoteRows(session, [], set())
        self._has_all_quotes = True
        self._splits = False

    def compose(self) -> ComposeResult:
        """A filter, the speakers, the quotes of the highlighted one."""
        with Vertical(classes="box") as box:
            box.border_title = "Speakers"
            box.border_subtitle = (
                "/: filter  space: mark  m: merge here  e: edit  s: split  u: undo  esc"
            )
            yield Field(placeholder=_FILTER, max_length=_LONGEST)
            yield VirtualList(id="people")
            yield Label("", id="says", classes="label", markup=False)
            yield VirtualList(id="quotes")

    def on_mount(self) -> None:
        """Show all of them."""
        self._say("Counting who is quoted …")
        self.query_one("#people").focus()
        self.call_after_refresh(self._reload)

    @property
    def people(self) -> VirtualList:
        """The list of speakers."""
        return self.query_one("#people", VirtualList)

    @property
    def quotes(self) -> VirtualList:
        """The list of the highlighted speaker's quotes."""
        return self.query_one("#quotes", VirtualList)

    @property
    def speaker(self) -> Speaker | None:
        """The highlighted speaker."""
        at = self.people.highlighted
        return self._people.speakers[at] if at < len(self._people) else None

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        event.stop()
        if not self._splits:
            self._show_all()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        if self._splits:
            self._split(event.value)
        else:
            self.people.focus()

    @on(VirtualList.Highlighted, "#people")
    def _highlighted(self, event: VirtualList.Highlighted) -> None:
        event.stop()
        self._show_quotes()

    @on(VirtualList.Highlighted, "#quotes")
    def _quote_highlighted(self, event: VirtualList.Highlighted) -> None:
        event.stop()
        one, count = self.speaker, len(self._quotes)
        if one is not None and event.index == count - 1 and not self._has_all_quotes:
            self._quotes.quotes += self._read_quotes(one, self._quotes.quotes[-1])
            self.quotes.grown(count)

    @on(VirtualList.Chosen, "#people")
    def _speaker_chosen(self, event: VirtualList.Chosen) -> None:
        event.stop()
        self.quotes.focus()

    @on(VirtualList.Chosen, "#quotes")
    def _quote_chosen(self, event: VirtualList.Chosen) -> None:
        event.stop()
        one = self._quotes.quotes[event.index]
        self.dismiss(Place(one.document_id, one.start, one.id))

    def action_mark(self) -> None:
        """Mark the highlighted row, or take the mark off."""
        rows = self.quotes if self.quotes.has_focus else self.people
        marked = self._quotes.marked if rows is self.quotes else self._marked
        source = self._quotes.quotes if rows is self.quotes else self._people.speakers
        if rows.highlighted < len(source):
            marked ^= {source[rows.highlighted].id}
            rows.refresh_rows([rows.highlighted])
            rows.action_walk(1)

    def action_merge(self) -> None:
        """Make the marked speakers one, the highlighted one."""
        into = self.speaker
        others = [one for one in self._all if one.id in self._marked]
        if into is not None:
            self._try(
                lambda session: session.speakers.merge(into, others),
                f"Merged into {into.name}; u undoes",
            )

    def action_edit(self) -> None:
        """Edit the highlighted speaker."""
        one = self.speaker
        if one is None:
            return

        def save(change: SpeakerChange | None) -> None:
            if change is not None:
                self._try(
                    lambda session: session.speakers.change(
                        one,
                        name=change.name,
                        role=change.role,
                        organisation=change.organisation,
                        aliases=change.aliases,
                    ),
                    "Saved; u undoes",
                )

        self.app.push_screen(SpeakerForm(one), save)

    def action_split(self) -> None:
        """Ask for the name to which the marked quotes go."""
        if not self._quotes.marked:
            self._say("Mark quotes with space first: tab goes to them")
            return
        self._splits = True
        field = self.query_one(Input)
        with self.prevent(Input.Changed):
            field.value = ""
        count = len(self._quotes.marked)
        these = (
            "is the marked quote" if count == 1 else f"are the {count} marked quotes"
        )
        field.placeholder = f"whose {these}? the name in full"
        field.focus()
        self._say("enter: they go to that name, new or not; esc: they stay")

    def _filter_again(self) -> None:
        self._splits = False
        self.query_one(Input).placeholder = _FILTER

    def _split(self, name: str) -> None:
        one = self.speaker
        chosen = [one for one in self._quotes.quotes if one.id in self._quotes.marked]
        self._filter_again()
        with self.prevent(Input.Changed):
            self.query_one(Input).value = ""
        self.people.focus()
        if one is not None:
            self._try(
                lambda session: session.speakers.split(one, name, chosen),
                f"Split off {name}; u undoes",
            )

    def action_cancel(self) -> None:
        """Give up splitting, go back from the filter to the speakers, or leave."""
        field = self.query_one(Input)
        if self._splits:
            self._filter_again()
            field.value = ""
            self.people.focus()
        elif field.has_focus:
            self.people.focus()
        else:
            super().action_cancel()

    def _read(self, session: Session) -> list[Speaker]:
        return session.speakers.every()

    def _show_all(self) -> None:
        before = self.speaker
        typed = self.query_one(Input).value.strip().lower()
        shown = [
            one
            for one in self._all
            if any(typed in name.lower() for name in (one.name, *one.aliases))
        ]
        self._people = SpeakerRows(shown, self._marked)
        at = next(
            (n for n, one in enumerate(shown) if before and one.id == before.id), 0
        )
        self.people.set_source(self._people, at)
        self._show_quotes()

    def _show_quotes(self) -> None:
        one = self.speaker
        found = self._read_quotes(one) if one else []
        self._quotes = QuoteRows(self._session, found, set())
        self.quotes.set_source(self._quotes)
        if one is not None:
            self._say(f"{one.name} is quoted {counted(one.quotes, 'time')}")
        elif self._all:
            self._say("Nobody matches: type another part of a name, or nothing")
        else:
            self._say("Nobody yet")

    def _read_quotes(
        self, one: Speaker, after: Annotation | None = None
    ) -> list[Annotation]:
        found = self._session.speakers.quoted(one, after, _AT_ONCE)
        self._has_all_quotes = len(found) < _AT_ONCE
        return found
