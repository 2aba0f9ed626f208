"""All annotations as a table: searched, sorted, opened, tagged, exported."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Label

from annotations.errors import PizhuError
from annotations.model import AnnotationFilter
from annotations.search.query import Query, parse
from annotations.wording import counted
from tui.layout.clip import clip
from tui.screens.annotation_rows import AnnotationRows, TableView
from tui.screens.background import in_background
from tui.screens.dialog import FIELD_KEYS, TO_FIELD, Dialog
from tui.screens.exporting import default_path, exported, of_overwriting
from tui.screens.places import Place
from tui.screens.search_thread import SearchThread, tell_in_batches
from tui.screens.tag_picker import TagChoice, TagPicker
from tui.screens.taking_back import step_back, undo
from tui.widgets.field import Field
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import TypeVar

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

    from annotations.model import Tag
    from annotations.records import Step
    from annotations.search.hits import FoundAnnotation
    from annotations.session import Session

    Result = TypeVar("Result")

_LONGEST = 500
"""Characters of a query or a path."""
_PATIENCE = 0.2
"""Seconds without a key after which what is typed is searched."""
_MOST = 50_000
"""Rows; a query narrows down more."""


class AnnotationTable(Dialog[Place]):
    """``/`` searches and filters, as in all documents; enter opens a row."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *FIELD_KEYS,
        TO_FIELD,
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
    | / | goes to the query; enter or escape goes back to the rows |
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

    def __init__(
        self, session: Session, tags: Sequence[Tag], view: TableView | None = None
    ) -> None:
        """Show all annotations, or those that were shown when it was left.

        Args:
            session: the project.
            tags: all of the codebook.
            view: ``view`` of the table that was left.
        """
        super().__init__()
        self.view = view or TableView()
        """What is shown first; once it is left, how it was left."""
        self._session = session
        self._tags = tags
        self._rows = AnnotationRows(
            self._paths, self.view.order, is_reversed=self.view.is_reversed
        )
        self._thread = SearchThread(self, session)
        self._asked = Query()
        self._timer: Timer | None = None
        self._asks_path = self._may_overwrite = False
        self._kept_query = ""
        self._kept_row = self.view.row
        """Identity of the annotation to highlight when the rows are there again."""
        self._kept_number = self.view.number
        """The row to highlight then if it is not among them."""
        self._done = ""
        """What was done before the rows were read again."""

    def compose(self) -> ComposeResult:
        """The query, the table, what was found."""
        with Vertical(classes="box") as box:
            box.border_title = "Annotations"
            box.border_subtitle = (
                "/: search  enter: open  space a: mark  s S: sort  t: tag"
                "  ^e: export  esc"
            )
            yield Field(
                max_length=_LONGEST,
                placeholder='words "a phrase" -without kind: status: speaker: tag: analyst:',
            )
            yield VirtualList()
            yield Label("", id="says", classes="label", markup=False)

    def on_mount(self) -> None:
        """Show what was shown before, or all of them."""
        with self.prevent(Input.Changed):
            self.field.value = self.view.query
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
        self._may_overwrite = False
        if not self._asks_path:
            if self._timer is not None:
                self._timer.stop()
            self._timer = self.set_timer(_PATIENCE, self._ask)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self._asks_path:
            path = event.value.strip()
            warning = "" if self._may_overwrite else of_overwriting(path)
            if warning:
                self._may_overwrite = True
                self._say(warning)
                return
            self._stop_asking_path()
            if path:
                self._write(path, self._rows.marked_or(None))
        self.table.focus()

    @on(VirtualList.Chosen)
    def _row_chosen(self, event: VirtualList.Chosen) -> None:
        event.stop()
        one = self._rows.annotations[event.index]
        self._leave(Place(one.document_id, one.start, one.id))

    def _leave(self, place: Place | None) -> None:
        query = self._kept_query if self._asks_path else self.field.value
        self.view = self._rows.view(query, self.table.highlighted)
        if self._kept_row:  # the rows are not there again yet
            self.view = self.view._replace(row=self._kept_row, number=self._kept_number)
        self.dismiss(place)

    def _ask(self) -> None:
        try:
            query = self._asked = parse(self.field.value)
        except PizhuError as error:
            self._say(str(error))
            return
        self._rows = self._rows.emptied(self._paths)
        self.table.set_source(self._rows)
        self._thread.start(
            lambda session: session.searching.annotations(query, all_if_empty=True),
            partial(self._take, query),
            lambda error: self._say(str(error)),
        )

    def _take(
        self,
        query: Query,
        found: Iterator[FoundAnnotation],
        is_over: Callable[[], bool],
    ) -> None:
        """Fetch rows, in the search's thread."""

        def tell(batch: Sequence[FoundAnnotation]) -> None:
            self.post_message(self.RowsFound(query, batch))

        rest = tell_in_batches(found, is_over, tell, most=_MOST)
        if rest is not None:
            problem = f"only the first {_MOST}: narrow it down" if rest.has_more else ""
            self.post_message(
                self.RowsFound(
                    query, rest.found, is_done=True, problem=rest.problem or problem
                )
            )

    @on(RowsFound)
    def _rows_found(self, event: RowsFound) -> None:
        event.stop()
        if event.query is not self._asked:
            return
        before = len(self._rows)
        self._rows.add(event.found)
        if event.is_done:
            self._put_in_order(self._rows.sort)
            self._say(event.problem or self._done)
            self._done = ""
        else:
            self.table.grown(before)
            self._say("…")

    def action_to_field(self) -> None:
        """Go to the query."""
        self.field.focus()

    def action_sort(self, step: int) -> None:
        """Sort by another column."""
        self._put_in_order(partial(self._rows.sort_by_next, step))
        self._say()

    def action_reverse(self) -> None:
        """Turn the order around."""
        self._put_in_order(self._rows.reverse)
        self._say()

    def _put_in_order(self, sort: Callable[[], None]) -> None:
        """Sort the rows; the highlighted one stays highlighted."""
        kept, number = self._kept_row or self._highlighted, self._kept_number
        self._kept_row, self._kept_number = "", 0
        sort()
        self.table.set_source(self._rows, self._rows.index_of(kept, number))

    def action_mark(self) -> None:
        """Mark the highlighted row, or take the mark off."""
        at = self.table.highlighted
        if at < len(self._rows):
            self._rows.mark(at)
            self.table.refresh_rows([at])
            self.table.action_walk(1)
            self._say()

    def action_mark_all(self) -> None:
        """Mark all rows, or none if all are."""
        self._rows.mark_all()
        self.table.refresh()
        self._say()

    def action_tag(self) -> None:
        """Put tags on the marked rows, else on the highlighted one."""
        chosen = self._rows.marked_or(self.table.highlighted)
        if not chosen:
            return

        def tag(choice: TagChoice | None) -> None:
            if choice is not None:
                self._put_tags(chosen, choice)

        self.app.push_screen(TagPicker(self._tags, ()), tag)

    def _put_tags(self, chosen: Sequence[str], tags: TagChoice) -> None:
        self._in_background(
            lambda session: session.searching.tag_all(
                chosen, tags.tag_ids, tags.created
            ),
            lambda count: f"{count} tagged; u takes it back",
        )

    def action_export(self) -> None:
        """Ask for a file's name."""
        if len(self._rows):
            self._asks_path = True
            self._kept_query = self.field.value
            self.field.value = default_path()
            self.field.focus()
            count = counted(len(self._rows.marked_or(None)), "annotation")
            self._say(f"Write {count} to which CSV file? enter, or esc")

    def _write(self, path: str, chosen: Sequence[str]) -> None:
        matching = AnnotationFilter(annotation_ids=tuple(chosen))
        self._in_background(
            lambda session: exported(session, path, matching), lambda said: said
        )

    def _in_background(
        self, action: Callable[[Session], Result], done: Callable[[Result], str]
    ) -> None:
        in_background(
            self,
            self._session,
            action,
            lambda result: self._again(done(result)),
            lambda error: self._say(str(error)),
            group="table",
        )

    def _again(self, message: str) -> None:
        """Read the rows again, after something was done."""
        self._done = message
        self._kept_row, self._kept_number = self._highlighted, self.table.highlighted
        self._tags = self._session.codebook.tags()
        self._ask()

    def action_undo(self) -> None:
        """Take back the last action."""

        def done(step: Step | None) -> None:
            self._again(f"Undone: {step.label}" if step else "Nothing to be undone")

        step_back(
            self,
            self._session,
            undo,
            done,
            lambda error: self._say(str(error)),
            self._say,
        )

    def action_cancel(self) -> None:
        """Give up the file's name, go back from the query to the rows, or leave."""
        if self._asks_path:
            self._stop_asking_path()
            self.table.focus()
        elif self.field.has_focus:
            self.table.focus()
        else:
            self._leave(None)

    def _stop_asking_path(self) -> None:
        with self.prevent(Input.Changed):
            self.field.value = self._kept_query
        self._asks_path = self._may_overwrite = False
        self._say()

    @property
    def _highlighted(self) -> str:
        """Identity of the highlighted row; empty if there is none."""
        return "".join(self._rows.identities(self.table.highlighted))

    @property
    def _paths(self) -> dict[str, str]:
        return {tag.id: tag.path for tag in self._tags}

    def _say(self, message: str = "") -> None:
        count = self._rows.summary
        said = f"{message} · {count}" if message else count
        self.query_one("#says", Label).update(clip(said, 100))
