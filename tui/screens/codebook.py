"""The codebook as a tree, and putting it in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input, Label

from annotations.errors import ConflictError
from annotations.search.query import phrase
from annotations.wording import counted
from tui.layout.clip import clip
from tui.screens.choice import Choice
from tui.screens.codebook_rows import CodebookRows
from tui.screens.registry import Registry
from tui.screens.tag_form import TagForm
from tui.screens.tag_matching import matching
from tui.widgets.field import Field
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from annotations.model import Tag
    from annotations.session import Session
    from annotations.session.codebook import Codebook as Tags
    from annotations.session.codebook import TagSaid
    from tui.screens.places import Place

_LONGEST = 120
"""Characters of a filter."""
_KEEP, _MERGE, _REMOVE = "k", "m", "r"


class Codebook(Registry["Tag"]):
    """``/`` filters; enter shows the annotations that carry a tag."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,f7", "new", "new", show=False),
        Binding("d,delete,f8", "remove", "remove", show=False),
    ]
    """
    | Key | Does |
    | :- | :- |
    | / | goes to the filter; enter or escape goes back to the tags |
    | space | marks a tag |
    | m | makes the marked tags one: the highlighted one |
    | e | edits path, key, colour, definition |
    | n | makes a new tag |
    | d | removes the highlighted one; asks first if annotations carry it |
    | enter | shows the annotations that carry it |
    | u, ctrl+r | undo, redo |
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._rows = CodebookRows([], self._marked, is_tree=True)
        self._wanted = ""
        """Identity of the tag to highlight when they are read again."""

    def compose(self) -> ComposeResult:
        """A filter and the tags."""
        with Vertical(classes="box") as box:
            box.border_title = "Codebook"
            box.border_subtitle = (
                "/: filter  space: mark  m: merge here  e: edit  n: new  d: remove  esc"
            )
            yield Field(placeholder="name or pinyin initials", max_length=_LONGEST)
            yield VirtualList()
            yield Label("", id="says", classes="label", markup=False)

    def on_mount(self) -> None:
        """Show all of them."""
        self.tags.focus()
        self.call_after_refresh(self._reload)

    @property
    def tags(self) -> VirtualList:
        """The list."""
        return self.query_one(VirtualList)

    @property
    def tag(self) -> Tag | None:
        """The highlighted tag."""
        at = self.tags.highlighted
        return self._rows.tags[at] if at < len(self._rows) else None

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        event.stop()
        self._show_all()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.tags.focus()

    @on(VirtualList.Highlighted)
    def _highlighted(self, event: VirtualList.Highlighted) -> None:
        event.stop()
        self._tell_of_tag()

    @on(VirtualList.Chosen)
    def _chosen(self, event: VirtualList.Chosen) -> None:
        event.stop()
        from tui.screens.annotation_rows import TableView
        from tui.screens.annotation_table import AnnotationTable

        def left(place: Place | None) -> None:
            if place is not None:
                self.dismiss(place)
            else:
                self.call_next(self._reload)

        path = self._rows.tags[event.index].path
        view = TableView(query=f"tag:{phrase(path)}")
        self.app.push_screen(AnnotationTable(self._session, self._all, view), left)

    def action_mark(self) -> None:
        """Mark the highlighted tag, or take the mark off."""
        one = self.tag
        if one is not None:
            self._marked ^= {one.id}
            self.tags.refresh_rows([self.tags.highlighted])
            self.tags.action_walk(1)

    def action_merge(self) -> None:
        """Make the marked tags one, the highlighted one."""
        into = self.tag
        others = [one for one in self._all if one.id in self._marked]
        if into is not None:
            self._merge(into, others)

    def _merge(self, into: Tag, others: Sequence[Tag]) -> None:
        self._wanted = into.id
        self._try(
            lambda session: session.codebook.merge(into, others),
            f"Merged into {into.path}; u undoes",
        )

    def action_edit(self) -> None:
        """Edit the highlighted tag."""
        one = self.tag
        if one is None:
            return

        def save(path: str | None, said: TagSaid) -> bool:
            there = self._another(one, path)
            if there is not None:
                self._offer_merging(form, one, there)
            elif path is not None:
                self._store(lambda book: book.move(one, path, **said), "Saved")
            elif said:
                self._store(lambda book: book.change(one, **said), "Saved")
            return there is None

        form = TagForm(one, save)
        self.app.push_screen(form)

    def _another(self, one: Tag, path: str | None) -> Tag | None:
        """Another tag that has a path already."""
        there = None if path is None else self._session.codebook.by_path(path)
        return None if there is None or there.id == one.id else there

    def _offer_merging(self, form: TagForm, one: Tag, there: Tag) -> None:
        """Ask whether two tags are one; the form stays until somebody says so."""

        def answer(letter: str | None) -> None:
            if letter == _MERGE:
                form.dismiss(None)
                self._merge(there, [one])

        question = [
            f"There is a tag {there.path} already.",
            f"{one.path} is on {counted(one.uses, 'annotation')}:"
            f" if they are merged, {there.path} is there instead.",
        ]
        answers = [
            (_KEEP, "keep both, and give another path"),
            (_MERGE, f"merge {one.path} into {there.path}"),
        ]
        self.app.push_screen(Choice(question, answers, "Two tags, or one?"), answer)

    def action_new(self) -> None:
        """Make a new tag."""

        def save(path: str | None, said: TagSaid) -> bool:
            self._store(lambda book: book.add(path or "", **said), "Made")
            return True

        self.app.push_screen(TagForm(None, save))

    def _store(self, change: Callable[[Tags], Tag], verb: str) -> None:
        """Make or change one tag; see ``FieldsForm.save``."""
        try:
            tag = change(self._session.codebook)
        except ConflictError:
            # When the form is left, the tag is there as it is now.
            self.call_next(self._reload)
            raise
        self._wanted = tag.id
        self.call_next(self._reload, f"{verb}: {tag.path}; u undoes")

    def action_remove(self) -> None:
        """Remove the highlighted tag; ask first if annotations carry it."""
        one = self.tag
        if one is None:
            return

        def answer(letter: str | None) -> None:
            if letter == _REMOVE:
                self._remove(one)

        # What has tags under it is refused, which needs no question before it.
        if one.uses and all(tag.parent_id != one.id for tag in self._all):
            answers = [
                (_KEEP, "keep it"),
                (_REMOVE, f"remove it from {counted(one.uses, 'annotation')}"),
            ]
            question = [
                f"{one.path} is on {counted(one.uses, 'annotation')}.",
                "To have another tag there instead, merge it into that one.",
            ]
            self.app.push_screen(Choice(question, answers, "Remove a tag?"), answer)
        else:
            self._remove(one)

    def _remove(self, one: Tag) -> None:
        self._try(
            lambda session: session.codebook.remove(one),
            f"Removed {one.path}; u brings it back",
        )

    def action_cancel(self) -> None:
        """Go back from the filter to the tags, or leave."""
        if self.query_one(Input).has_focus:
            self.tags.focus()
        else:
            super().action_cancel()

    def _read(self, session: Session) -> Sequence[Tag]:
        return session.codebook.tags()

    def _show_all(self) -> None:
        before, number = self.tag, self.tags.highlighted
        wanted, self._wanted = self._wanted or (before.id if before else ""), ""
        typed = self.query_one(Input).value
        shown = matching(self._all, typed)
        is_tree = not typed.strip()
        self._rows = CodebookRows(shown, self._marked, is_tree=is_tree)
        at = next((n for n, one in enumerate(shown) if one.id == wanted), None)
        self.tags.set_source(self._rows, number * is_tree if at is None else at)
        self._tell_of_tag()

    def _tell_of_tag(self) -> None:
        one = self.tag
        if one is not None:
            said = f" · {one.definition}" if one.definition else ""
            said = f"{one.path}: on {counted(one.uses, 'annotation')}{said}"
            # One row: the list does not grow and shrink as one walks.
            self._say(clip(said, self.query_one("#says").size.width))
        elif self._all:
            self._say("No tag matches: type another part of a name, or nothing")
        else:
            self._say("No tags yet: n makes one")
