"""The codebook: what the tags are, and putting them in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input, Label

from annotations.wording import counted
from tui.screens.choice import Choice
from tui.screens.codebook_rows import CodebookRows
from tui.screens.registry import LONGEST, Registry
from tui.screens.tag_form import TagForm, TagLines
from tui.screens.tag_matching import matching
from tui.widgets.field import Field
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from annotations.model import Tag
    from annotations.session import Session


class Codebook(Registry):
    """Lists all tags as a tree; ``/`` filters by part of a name or pinyin initials."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,f7", "new", "new", show=False),
        Binding("d,delete,f8", "remove", "remove", show=False),
    ]
    """Besides those of every registry.

    | Key | Does |
    | :- | :- |
    | e, enter | edits path, key, colour and definition |
    | n | makes a new tag |
    | d | takes the tag out, and off every annotation |
    """

    DEFAULT_CSS = """
    Codebook > .box { width: 110; height: 90%; }
    Codebook VirtualList { height: 1fr; }
    Codebook Label { width: 100%; }
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._all: Sequence[Tag] = ()
        self._rows = CodebookRows((), set())

    def compose(self) -> ComposeResult:
        """A filter, the tags, what came of the last key."""
        with Vertical(classes="box") as box:
            box.border_title = "Codebook"
            box.border_subtitle = (
                "space: mark  m: merge here  e: edit  n: new  d: remove  u: undo  esc"
            )
            yield Field(
                placeholder="/: part of a name, or initials", max_length=LONGEST
            )
            yield VirtualList(id="tags")
            yield Label("", id="says", classes="label", markup=False)

    async def on_mount(self) -> None:
        """Show all of them."""
        self.list.focus()
        await self._reload()

    @property
    def list(self) -> VirtualList:
        """The tags."""
        return self.query_one("#tags", VirtualList)

    @property
    def tag(self) -> Tag | None:
        """The highlighted one."""
        at = self.list.highlighted
        return self._rows.tags[at] if at < len(self._rows) else None

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        event.stop()
        self._show()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.list.focus()

    @on(VirtualList.Chosen)
    def _chosen(self, event: VirtualList.Chosen) -> None:
        event.stop()
        self.action_edit()

    @on(VirtualList.Highlighted)
    def _highlighted(self, event: VirtualList.Highlighted) -> None:
        event.stop()
        self._tell_of(self.tag)

    def action_mark(self) -> None:
        """Mark the highlighted tag, or take the mark off."""
        if self.tag is not None:
            self._rows.marked ^= {self.tag.id}
            self.list.refresh_rows([self.list.highlighted])
            self.list.action_walk(1)

    def action_merge(self) -> None:
        """Make the marked tags one, the highlighted one."""
        into = self.tag
        others = [one for one in self._all if one.id in self._rows.marked]
        if into is not None:
            self._merge(into, others)

    def action_edit(self) -> None:
        """Edit the highlighted tag."""
        tag = self.tag
        if tag is None:
            return

        def save(said: TagLines) -> None:
            there = self._session.codebook.by_path(said.path)
            if there is not None and there.id != tag.id:
                self.call_later(self._offer_to_merge, tag, there)
                return
            self._session.codebook.move(
                tag,
                said.path,
                key=said.key,
                colour=said.colour,
                definition=said.definition,
            )
            self.call_next(self._reload, "Saved; u undoes")

        said = TagLines(tag.path, tag.key, tag.colour, tag.definition)
        self.app.push_screen(TagForm("Tag", said, save))

    def action_new(self) -> None:
        """Make a tag, beside the highlighted one unless another path is typed."""
        above = self.tag.path.rpartition("/")[0] if self.tag is not None else ""

        def save(said: TagLines) -> None:
            made = self._session.codebook.add(
                said.path,
                key=said.key,
                colour=said.colour,
                definition=said.definition,
            )
            self.call_next(self._reload, f"{made.path} is made; u undoes")

        said = TagLines(f"{above}/" if above else "")
        self.app.push_screen(TagForm("New tag", said, save))

    def action_remove(self) -> None:
        """Take the highlighted tag out; ask first if it is on something."""
        tag = self.tag
        if tag is None:
            return

        def remove(answer: str | None) -> None:
            if answer == "r":
                self._try(
                    lambda session: session.codebook.remove(tag),
                    f"{tag.path} is removed; u undoes",
                )

        if not tag.uses:
            remove("r")
            return
        question = f"{tag.path} is on {counted(tag.uses, 'annotation')}."
        answers = (("k", "keep it"), ("r", "remove it, and take it off them"))
        self.app.push_screen(Choice([question], answers, "Remove a tag"), remove)

    def _offer_to_merge(self, tag: Tag, there: Tag) -> None:
        """Ask whether a tag is to become the one whose path was typed for it."""

        def merge(answer: str | None) -> None:
            if answer == "m":
                self._merge(there, [tag])

        question = [
            f"There is a tag {there.path} already.",
            f"{tag.path}: {counted(tag.uses, 'annotation')};"
            f" {there.path}: {counted(there.uses, 'annotation')}",
        ]
        answers = (
            ("k", "keep both as they are"),
            ("m", f"make them one: {there.path}"),
        )
        self.app.push_screen(Choice(question, answers, "Two tags"), merge)

    def _merge(self, into: Tag, others: Sequence[Tag]) -> None:
        self._try(
            lambda session: session.codebook.merge(into, others),
            f"Merged into {into.path}; u undoes",
        )

    def action_cancel(self) -> None:
        """Go back from the filter to the tags, or leave."""
        if self.query_one(Input).has_focus:
            self.list.focus()
        else:
            super().action_cancel()

    async def _reload(self, said: str = "") -> None:
        self._all = self._session.codebook.tags()
        self._rows.marked.clear()
        self._show()
        if said:
            self._say(said)

    def _show(self) -> None:
        before = self.tag
        typed = self.query_one(Input).value
        fitting = {one.id for one in matching(self._all, typed)}
        shown = [one for one in self._all if one.id in fitting]
        self._rows = CodebookRows(shown, self._rows.marked)
        at = next(
            (n for n, one in enumerate(shown) if before and one.id == before.id), 0
        )
        self.list.set_source(self._rows, at)
        self._tell_of(self.tag)

    def _tell_of(self, tag: Tag | None) -> None:
        if tag is not None:
            self._say(f"{tag.path} is on {counted(tag.uses, 'annotation')}")
        elif self._all:
            self._say("No tag matches: type another part of a name, or nothing")
        else:
            self._say("No tags yet: n makes one")
