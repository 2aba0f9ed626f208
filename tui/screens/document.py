"""One document of the project after another; what to do in it is a subclass's."""

from __future__ import annotations

from asyncio import sleep
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING

from textual import on

from annotations.errors import NotFoundError, PizhuError
from annotations.model import Joins, ReadStatus, SourceText
from annotations.text.flowing import FlowingText
from annotations.text.units import Units
from tui.layout.by_place import ByPlace
from tui.screens.document_list import DocumentList
from tui.screens.open_document import OpenDocument
from tui.screens.workspace import WorkspaceScreen
from tui.widgets.file_list import FileList
from tui.widgets.reader_view import ReaderView
from tui.widgets.status_line import Where
from tui.widgets.tag_sidebar import TagSidebar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual import events

    from annotations.model import Annotation, Tag
    from annotations.records import Step
    from annotations.session import Session
    from tui.settings import Settings

    Changes = Mapping[str, Annotation | None]

NO_DOCUMENT = "No document is open: ^q, then pizhu add PATH"
_INPUT_METHOD = "An input method seems to be on: switch it off, or ? for keys that work"
_AT_ONCE = 1000
"""Annotations that are read before the text is shown; more come right after it."""
_LOOK_EVERY = 1.0
"""Seconds between looks for others' work."""


class DocumentScreen(WorkspaceScreen):
    """Shows the documents of a project."""

    def __init__(
        self, session: Session, settings: Settings, document_id: str | None
    ) -> None:
        super().__init__(session, settings)
        self._wanted = document_id
        self._has_begun = False
        self.document: OpenDocument | None = None
        """The one that is read, if there is one."""
        self.codebook: Sequence[Tag] = ()
        """All tags."""
        self._is_physical = False
        self._kept_place = -1
        self._list = DocumentList(self)

    def on_mount(self) -> None:
        """Look for others' work from now on."""
        self._reload_tags()
        self.set_interval(_LOOK_EVERY, self._look_around)

    def on_screen_resume(self) -> None:
        """Begin when all panes have their sizes, and before they are drawn."""
        if not self._has_begun:
            self._has_begun = True
            # Textual's own handler comes next; it lays out and, in a batch, draws later.
            batch = ExitStack()
            batch.enter_context(self.app.batch_update())
            self.call_next(self._begin, batch)

    def _begin(self, batch: ExitStack) -> None:
        with batch:
            self.begin()

    def begin(self) -> None:
        """Open where the analyst left."""
        if not self._list.is_long:
            self._list.read()
        wanted = self._wanted or self.session.reading.last_document()
        if wanted is not None:
            self.open_document(wanted)
        else:
            # Identities have the order in which documents were added.
            self._open_first()
        self.reader.focus()
        if self._list.is_long:
            self.call_after_refresh(self._list.read)

    # Documents

    def open_document(self, document_id: str, offset: int | None = None) -> None:
        """Read a document, from where the analyst left or from a source offset."""
        self.keep_place()
        try:
            summary = self.session.documents.summary(document_id)
            text_id = self.session.documents.text_id(document_id)
            text = self.session.documents.flowing(document_id)
        except PizhuError as error:
            self.tell_error(error)
            return
        annotations = self.session.annotations
        is_short = not annotations.are_more_than(document_id, _AT_ONCE)
        self.document = OpenDocument(
            summary,
            text,
            text_id,
            annotations.of_document(document_id) if is_short else (),
        )
        self._kept_place = summary.place if offset is None else offset
        self._show_document(self.document, self._kept_place)
        self._show_annotations()
        self.files.mark_open(document_id)
        # What is not on the first picture is read after it, and waited for by no key.
        self.call_after_refresh(text.whole)
        if not is_short:
            self.call_after_refresh(self.reload)

    def _show_document(self, document: OpenDocument, place: int) -> None:
        """Have a document drawn from a source offset on."""
        self.reader.show_document(
            document.view(is_physical=self._is_physical),
            Units(document.flowing, self._segmenter),
            document.annotations,
            self._colours,
            place,
        )
        document.draw()
        if not self.reader.can_focus:
            self.reader.can_focus = True
            self.reader.focus()
            self.status.hush()

    def keep_place(self) -> None:
        """Remember where the analyst is, if that has changed and nobody else writes."""
        document, place = self.document, self.reader.cursor
        if document is None or place == self._kept_place:
            return
        if not self.session.can_write():
            return
        self._kept_place = place
        self.attempt(partial(self.session.reading.keep, document.id, place))

    @on(FileList.DocumentChosen)
    def _document_chosen(self, event: FileList.DocumentChosen) -> None:
        self.open_document(event.document_id)
        self.action_back_to_text()

    def action_next_document(self) -> None:
        """Open the next document of the list."""
        self._open_neighbour(1)

    def action_previous_document(self) -> None:
        """Open the document before."""
        self._open_neighbour(-1)

    def _open_neighbour(self, step: int) -> None:
        if self.document is None:
            self._say_no_document()
            return
        if not self.files.shows(self.document_id):
            return
        other = self.files.beside(self.document_id, step)
        if other is not None:
            self.open_document(other)
        else:
            self.tell("That was the last document" if step > 0 else "First one")

    def action_toggle_read(self) -> None:
        """Mark the document as read, or as being read."""
        document = self.document
        if document is None:
            self._say_no_document()
            return
        is_read = document.summary.status is ReadStatus.READ
        status = ReadStatus.READING if is_read else ReadStatus.READ
        self.attempt(partial(self._mark_as, document.id, status))

    def _mark_as(self, document_id: str, status: ReadStatus) -> None:
        self.session.reading.mark(document_id, status)
        self._refresh_summary()
        self.tell(f"Marked as {status}")

    def action_toggle_lines(self) -> None:
        """Switch between flowing text and the lines as printed."""
        if self.document is None:
            self._say_no_document()
            return
        self._is_physical = not self._is_physical
        self.reader.set_view(self.document.view(is_physical=self._is_physical))

    def action_outline(self) -> None:
        """Choose a heading to go to."""
        if self.document is None:
            self._say_no_document()
            return
        from annotations.documents.outline import headings
        from tui.screens.outline import Outline

        here = self.reader.cursor
        found = headings(self.document.flowing, here)
        if found:
            self.app.push_screen(Outline(found, here), self._go_to_heading)
        else:
            self.tell("No headings in this document")

    def _go_to_heading(self, offset: int | None) -> None:
        if offset is not None:
            self.reader.go_to(offset)

    @on(TagSidebar.AnnotationChosen)
    def _annotation_chosen(self, event: TagSidebar.AnnotationChosen) -> None:
        one = self.document.find(event.annotation_id) if self.document else None
        if one is not None:
            self.reader.go_to(one.start, one.id)
            self.action_back_to_text()

    # Inside

    @property
    def document_id(self) -> str:
        """Identity of the open document; empty if there is none."""
        return self.document.id if self.document else ""

    @property
    def _colours(self) -> dict[str, str]:
        return {tag.id: tag.colour for tag in self.codebook}

    def put(self, one: Annotation) -> None:
        """Show an annotation that is stored now, if it is in the open document."""
        document = self.document
        is_here = document is not None and one.document_id == document.id
        if document is not None and is_here:
            document.put(one)
            self.reader.clear_selection()
        self._reload_tags()
        self._show_annotations()
        if is_here:
            self.reader.choose(one.id)
            self.tags.highlight(one.id)

    def _show_annotations(self) -> None:
        document, colours = self.document, self._colours
        if document is not None:
            self._paint_annotations(document)
            self.tags.set_annotations(document.annotations, document.words_of, colours)
        self._refresh_summary()
        self._show_where()

    def _paint_annotations(self, document: OpenDocument) -> None:
        """Have those drawn that have changed since they were."""
        changes = document.draw()
        if changes is None:
            self.reader.set_annotations(document.annotations, self._colours)
        else:
            self.reader.change_annotations(changes, self._colours)

    def reload(self) -> None:
        """Read again what somebody may have changed, anywhere in the project."""
        self._list.read()
        if self.document is None:
            self._open_first()
        else:
            self.reload_document()

    def reload_document(self, step: Step | None = None) -> None:
        """Read again what has to do with the open document.

        Args:
            step: what was taken back; only what it touched is read. Else all is.
        """
        self._reload_tags()
        if self.document is not None and not self._reopen_if_updated():
            one = self.reader.current
            self._read_annotations(self._touched_by(step))
            self._show_annotations()
            if one is not None:
                self.reader.choose(one.id)

    def _reopen_if_updated(self) -> bool:
        """Show the newer text of the open document, if it has one; say whether it has."""
        document, one = self.document, self.reader.current
        here = None if document is None else self._place_if_updated(document)
        if document is None or here is None:
            return False
        # Where one was is a place in the older text: it is not kept, the new one is.
        self._kept_place = self.reader.cursor
        self.open_document(document.id, here)
        self._kept_place = -1
        if one is not None and self.document and self.document.find(one.id):
            self.reader.choose(one.id)
        self._tell_of_update()
        return True

    def _tell_of_update(self) -> None:
        self.tell("Updated: this is the newer text of the document")

    def _place_if_updated(self, document: OpenDocument) -> int | None:
        """Where one is in a document's newer text (source offset); None without one."""
        documents = self.session.documents
        try:
            if documents.text_id(document.id) == document.text_id:
                return None
            return documents.place_now(document.id, document.text, self.reader.cursor)
        except NotFoundError:
            return None  # who counts what is in it will find that it is gone

    def _touched_by(self, step: Step | None) -> Changes | None:
        """What a step touched, as it is now; None if all is to be read again."""
        if step is None or step.document_id is None:
            return None
        return self.session.annotations.touched_by(step.id)

    def _read_annotations(self, touched: Changes | None = None) -> None:
        if self.document is None:
            return
        if touched is None:
            self.document.take(self.session.annotations.of_document(self.document_id))
        else:
            self.document.change(touched)

    def _reload_tags(self) -> None:
        self.codebook = self.session.codebook.tags()
        self.tags.set_tags(self.codebook)

    def refresh_name(self) -> None:
        """Show what the open document is said to be now; its text is not read again."""
        self._refresh_summary()
        self._show_where()

    def _refresh_summary(self) -> None:
        if self.document is not None:
            try:
                self.document.summary = self._list.count_again(self.document_id)
            except PizhuError:
                self._close_document()

    def _close_document(self) -> None:
        """The document was taken out of the project, by an undo or by somebody."""
        self.document = None
        if self._open_first():
            self.tell("The document was removed: this is the first one")

    def _open_first(self) -> bool:
        """Open the first document, or show that there is none; say which."""
        first = self.session.documents.following(None)
        if first is not None:
            self.open_document(first)
        else:
            self._show_nothing()
        return first is not None

    def _show_nothing(self) -> None:
        """No document is there: nothing to be read, to move in or to mark."""
        nothing = FlowingText(SourceText("", "", Joins()))
        self.reader.show_document(
            nothing, Units(nothing, self._segmenter), (), self._colours, 0
        )
        self.tags.set_annotations(ByPlace(()), lambda _: "", self._colours)
        # Its keys come to the screen then, which has an answer.
        self.reader.can_focus = False
        if self.focused is self.reader:
            self.set_focus(None)
        self._show_where()
        self._say_no_document()

    def _say_no_document(self) -> None:
        self.tell(NO_DOCUMENT, "warning")

    def on_key(self, event: events.Key) -> None:
        """Say why a key does nothing, if there is nothing for it to do."""
        is_typed = not (event.character or "").isascii()
        if (
            self.document is not None and not is_typed
        ) or event.key in self.active_bindings:
            return
        if self.document is None:
            self._say_no_document()
        else:
            self.tell(_INPUT_METHOD, "warning")

    def action_back_to_text(self) -> None:
        """To the reader, or, if nothing is read, away from the panes."""
        super().action_back_to_text()
        if self.document is None:
            self.set_focus(None)

    def _look_around(self) -> None:
        """Take up others' work, and keep the place while nothing else happens."""
        pages = [
            one for one in self.app.screen_stack if isinstance(one, DocumentScreen)
        ]
        if pages[-1] is not self:
            return
        if self.session.changed_elsewhere():
            self._take_up_changes()
        self.keep_place()

    def _take_up_changes(self) -> None:
        """Show what others did; where that is in few documents, nothing else is read."""
        changed = self._list.changed_since()
        if changed is None:
            self.reload()
            return
        for document_id in changed - {self.document_id}:
            self.attempt(partial(self._list.count_again, document_id))
        self.reload_document()

    @on(ReaderView.Moved)
    async def _moved(self, event: ReaderView.Moved) -> None:
        event.stop()
        self._hush_if_moved()
        self._show_where()
        # What this changes beside the text is drawn with it: one picture, not two.
        await sleep(0)

    def _show_where(self) -> None:
        reader = self.reader
        one, selection = reader.current, reader.selection
        self.tags.mark_current(one)
        where = Where(annotation=f"{reader.count} marks" if reader.count else "")
        document = self.document
        if document is not None:
            number = reader.number
            length = len(document.words(selection)) if selection else 0
            where = Where(
                title=document.name,
                mode="SELECT" if selection else "lines" if self._is_physical else "",
                annotation=where.annotation
                if number is None
                else f"{number + 1}/{reader.count}",
                selection=f"{length} 字" if selection else "",
                percent=f"{document.progress(reader.end):.0%}",
            )
        self.status.show(where)
        self._show_hints()
