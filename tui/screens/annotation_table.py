"""All annotations as a table: searched, sorted, opened, tagged, exported."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Label

from annotations.errors import PizhuError
from annotations.model import AnnotationFilter
from annotations.search.query import Query, parse
from tui.layout.clip import clip, fit
from tui.screens import marking
from tui.screens.dialog import Dialog
from tui.screens.places import Place
from tui.screens.search_thread import SearchThread
from tui.screens.tag_picker import TagChoice, TagPicker
from tui.widgets.field import Field
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

    from annotations.model import Tag
    from annotations.search.hits import FoundAnnotation
    from annotations.session import Session
    from tui.widgets.virtual_list import Run

_LONGEST = 500
"""Characters of a query or a path."""
_PATIENCE = 0.2
"""Seconds without a key after which what is typed is searched."""
_BATCH = 0.1
"""Seconds between two batches of rows."""
_MOST = 50_000
"""Rows; a query narrows down more."""

_ORDERS: dict[str, Callable[[FoundAnnotation], tuple[object, ...]]] = {
    "time made": lambda one: (one.annotation.created_at, one.annotation.id),
    "document": lambda one: (one.document.title, one.annotation.start),
    "date": lambda one: (one.document.published, one.document.title),
    "kind": lambda one: (one.annotation.kind, one.annotation.type),
    "status": lambda one: (one.annotation.status,),
    "speaker": lambda one: (not one.annotation.speaker, one.annotation.speaker),
    "tags": lambda one: (not one.annotation.tags, one.annotation.tags),
    "text": lambda one: (one.text,),
    "analyst": lambda one: (one.annotation.analyst,),
}


class _Rows:
    def __init__(self, paths: dict[str, str]) -> None:
        self.found: list[FoundAnnotation] = []
        self.marked: set[str] = set()
        self._paths = paths

    def __len__(self) -> int:
        return len(self.found)

    def row(self, index: int, cells: int) -> list[Run]:
        """Mark, kind, status, speaker, text, tags, note, document."""
        found = self.found[index]
        one = found.annotation
        sign = "* " if one.id in self.marked else "  "
        wide = cells >= 100
        speaker = fit(one.speaker, 12 if wide else 8)
        tags = " ".join(self._paths.get(tag, "") for tag in one.tags)
        last = fit(found.document.title, 20) if wide else ""
        room = (
            cells - 4 - (22 if wide else 4) - (13 if wide else 9) - (21 if wide else 0)
        )
        share = room // 4 if tags or one.note else 0
        status = fit(one.status, 10) if wide else one.status[0]
        said = "; ".join(part for part in (tags, one.note) if part)
        return [
            (sign, "bold"),
            (f"{one.kind:6}" if wide else f"{one.kind[0]} ", "bold"),
            (f"{status} ", "dim"),
            (f"{speaker} ", ""),
            (fit(found.text, max(room - share, 4)), ""),
            (f" {fit(said, share)}" if share else "", "dim"),
            (f" {last}" if wide else "", "dim"),
        ]


class AnnotationTable(Dialog[Place]):
    """Type to search and filter, as in all documents; enter opens a row."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", "next", show=False, priority=True),
        Binding("shift+tab", "app.focus_previous", "back", show=False, priority=True),
        Binding("space,f9", "mark", "mark", show=False),
        Binding("a,ctrl+a", "mark_all", "mark all", show=False),
        Binding("s,f5", "sort(1)", "sort", show=False),
        Binding("S,f6", "reverse", "reverse", show=False),
        Binding("t,ctrl+t", "tag", "tag", show=False),
        Binding("ctrl+e", "export", "export", show=False),
        Binding("u,ctrl+underscore", "undo", "undo", show=False),
    ]
    """
    | Key | Does |
    | :- | :- |
    | space, a | marks a row, all rows |
    | s, S | sorts by the next column, turns the order around |
    | t | puts tags on the marked rows, else on the highlighted one |
    | ctrl+e | writes the marked rows, else all of them, to a CSV file |
    | u | undo |
    """

    DEFAULT_CSS = """
    AnnotationTable > .box { width: 100%; max-width: 100%; height: 96%; }
    AnnotationTable VirtualList { height: 1fr; }
    AnnotationTable Label { width: 100%; }
    """

    class RowsFound(Message):
        """A thread has found some annotations, or has come to an end."""

        def __init__(
            self,
            query: Query,
            found: Sequence[FoundAnnotation],
            *,
            is_done: bool = False,
            problem: str = "",
        ) -> None:
            super().__init__()
            self.query = query
            self.found = found
            self.is_done = is_done
            self.problem = problem

    def __init__(self, session: Session, tags: Sequence[Tag]) -> None:
        super().__init__()
        self._session = session
        self._tags = tags
        self._rows = self._new_rows()
        self._thread = SearchThread(session)
        self._asked = Query()
        self._order = "time made"
        self._is_reversed = False
        self._timer: Timer | None = None
        self._asks_path = False
        self._kept_query = ""
        self._kept_row = ""
        """Identity of the annotation to highlight when the rows are there again."""
        self._done = ""
        """What was done before the rows were read again."""

    def compose(self) -> ComposeResult:
        """The query, the table, what was found."""
        with Vertical(classes="box") as box:
            box.border_title = "Annotations"
            box.border_subtitle = (
                "enter: open  space a: mark  s S: sort  t: tag  ^e: export  esc"
            )
            yield Field(
                max_length=_LONGEST,
                placeholder='words "a phrase" -without kind: status: speaker: tag: analyst:',
            )
            yield VirtualList()
            yield Label("", id="says", classes="label", markup=False)

    def on_mount(self) -> None:
        """Show all of them."""
        self.table.focus()
        self._ask()

    def on_unmount(self) -> None:
        """End the thread."""
        self._thread.close()

    @property
    def table(self) -> VirtualList:
        """The rows."""
        return self.query_one(VirtualList)

    @property
    def field(self) -> Input:
        """Where the query, or a file's name, is typed."""
        return self.query_one(Input)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if not self._asks_path:
            if self._timer is not None:
                self._timer.stop()
            self._timer = self.set_timer(_PATIENCE, self._ask)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self._asks_path:
            path = event.value
            self._stop_asking_path()
            if path.strip():
                self._write(path.strip(), self._chosen(or_all=True))
        self.table.focus()

    @on(VirtualList.Chosen)
    def _row_chosen(self, event: VirtualList.Chosen) -> None:
        event.stop()
        one = self._rows.found[event.index].annotation
        self.dismiss(Place(one.document_id, one.start, one.id))

    def _ask(self) -> None:
        try:
            query = self._asked = parse(self.field.value)
        except PizhuError as error:
            self._say(str(error))
            return
        self._rows = self._new_rows()
        self.table.set_source(self._rows)
        self._thread.start(
            lambda session: session.searching.annotations(query, all_if_empty=True),
            partial(self._take, query),
        )

    def _take(
        self,
        query: Query,
        found: Iterator[FoundAnnotation],
        is_over: Callable[[], bool],
    ) -> None:
        """Fetch rows, in the search's thread."""
        batch: list[FoundAnnotation] = []
        count, told_at, problem = 0, 0.0, ""
        try:
            for one in found:
                if is_over():
                    return
                batch.append(one)
                count += 1
                if count >= _MOST:
                    problem = f"only the first {_MOST}: narrow it down"
                    break
                if monotonic() - told_at > _BATCH:
                    self.post_message(self.RowsFound(query, batch))
                    batch, told_at = [], monotonic()
        except PizhuError as error:
            problem = str(error)
        self.post_message(self.RowsFound(query, batch, is_done=True, problem=problem))

    @on(RowsFound)
    def _rows_found(self, event: RowsFound) -> None:
        event.stop()
        if event.query is not self._asked:
            return
        before = len(self._rows)
        self._rows.found += event.found
        if event.is_done:
            self._sort()
            self._say(event.problem or self._done)
            self._done = ""
        else:
            self.table.grown(before)
            self._say("…")

    def action_sort(self, step: int) -> None:
        """Sort by another column."""
        names = [*_ORDERS]
        self._order = names[(names.index(self._order) + step) % len(names)]
        self._sort()
        self._say()

    def action_reverse(self) -> None:
        """Turn the order around."""
        self._is_reversed = not self._is_reversed
        self._sort()
        self._say()

    def _sort(self) -> None:
        kept = self._kept_row or "".join(self._highlighted())
        self._kept_row = ""
        self._rows.found.sort(key=_ORDERS[self._order], reverse=self._is_reversed)
        index = next(
            (n for n, one in enumerate(self._rows.found) if one.annotation.id == kept),
            0,
        )
        self.table.set_source(self._rows, index)

    def action_mark(self) -> None:
        """Mark the highlighted row, or take the mark off."""
        at = self.table.highlighted
        if at < len(self._rows):
            self._rows.marked ^= {self._rows.found[at].annotation.id}
            self.table.refresh_rows([at])
            self.table.action_walk(1)
            self._say()

    def action_mark_all(self) -> None:
        """Mark all rows, or none if all are."""
        everything = {one.annotation.id for one in self._rows.found}
        is_all = self._rows.marked == everything
        self._rows.marked = set() if is_all else everything
        self.table.refresh()
        self._say()

    def action_tag(self) -> None:
        """Put tags on the marked rows, else on the highlighted one."""
        chosen = self._chosen(or_all=False)
        if not chosen:
            return

        def tag(choice: TagChoice | None) -> None:
            if choice is None:
                return
            try:
                made = marking.tags_of(self._session, list(choice.created))
            except PizhuError as error:
                self._say(str(error))
            else:
                self._put_tags(chosen, (*choice.tag_ids, *made))

        self.app.push_screen(TagPicker(self._tags, ()), tag)

    @work(thread=True, exclusive=True, group="table")
    def _put_tags(self, chosen: Sequence[str], tag_ids: tuple[str, ...]) -> None:
        self._in_thread(
            lambda session: session.searching.tag_all(chosen, tag_ids),
            lambda count: f"{count} tagged; u takes it back",
        )

    def action_export(self) -> None:
        """Ask for a file's name."""
        if len(self._rows):
            self._asks_path = True
            self._kept_query = self.field.value
            self.field.value = str(Path.cwd() / "annotations.csv")
            self.field.focus()
            count = len(self._chosen(or_all=True))
            self._say(f"Write {count} annotations to which CSV file? enter, or esc")

    @work(thread=True, exclusive=True, group="table")
    def _write(self, path: str, chosen: Sequence[str]) -> None:
        from annotations.exchange.csv_export import write_file

        matching = AnnotationFilter(annotation_ids=tuple(chosen))
        self._in_thread(
            lambda session: write_file(session, Path(path), matching),
            lambda count: f"Wrote {count} annotations to {path}",
        )

    def _in_thread(
        self, action: Callable[[Session], int], done: Callable[[int], str]
    ) -> None:
        try:
            with self._session.another() as session:
                count = action(session)
        except PizhuError as error:
            self.app.call_from_thread(self._say, str(error))
        else:
            self.app.call_from_thread(self._again, done(count))

    def _again(self, message: str) -> None:
        """Read the rows again, after something was done."""
        self._done = message
        self._kept_row = "".join(self._highlighted())
        self._tags = self._session.codebook.tags()
        self._ask()

    def action_undo(self) -> None:
        """Take back the last action."""
        try:
            step = self._session.history.undo()
        except PizhuError as error:
            self._say(str(error))
        else:
            self._again(f"Undone: {step.label}" if step else "Nothing to be undone")

    def action_cancel(self) -> None:
        """Give up the file's name, or leave."""
        if self._asks_path:
            self._stop_asking_path()
            self.table.focus()
        else:
            super().action_cancel()

    def _stop_asking_path(self) -> None:
        with self.prevent(Input.Changed):
            self.field.value = self._kept_query
        self._asks_path = False
        self._say()

    def _chosen(self, *, or_all: bool) -> list[str]:
        """Identities of the marked rows, else of all or of the highlighted one."""
        shown = [one.annotation.id for one in self._rows.found]
        if self._rows.marked:
            return [one for one in shown if one in self._rows.marked]
        return shown if or_all else self._highlighted()

    def _highlighted(self) -> list[str]:
        at = self.table.highlighted
        return [one.annotation.id for one in self._rows.found[at : at + 1]]

    def _new_rows(self) -> _Rows:
        return _Rows({tag.id: tag.path for tag in self._tags})

    def _say(self, message: str = "") -> None:
        marked = f", {len(self._rows.marked)} marked" if self._rows.marked else ""
        turned = ", turned around" if self._is_reversed else ""
        count = f"{len(self._rows)} annotations{marked}, by {self._order}{turned}"
        said = f"{message} · {count}" if message else count
        self.query_one("#says", Label).update(clip(said, 100))
