"""Review: the item at hand in its document, and what is said of it."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from annotations.errors import NotFoundError, PizhuError
from annotations.model import Status
from annotations.records import StepFilter
from tui.screens.background import in_background
from tui.screens.reading import ReadingScreen
from tui.screens.review_documents import ReviewDocuments
from tui.screens.review_doubt import ReviewDoubt
from tui.screens.review_lines import end_lines, item_lines
from tui.screens.review_run import ReviewRun
from tui.widgets.review_panel import ReviewPanel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotations.model import Annotation, Span
    from annotations.records import ReviewPlace, Step
    from annotations.session import Session
    from tui.settings import Settings
    from tui.widgets.review_panel import Line


class ReviewItemScreen(ReadingScreen):
    """Shows one item of a queue after another; what a key decides is a subclass's.

    Args:
        session: whose queue.
        settings: how it is shown.
        filter_: what is to be shown; None for the same as before.
        came_from: identity of the document that was read before; empty for none.
    """

    AUTO_FOCUS = "#item"

    def __init__(
        self,
        session: Session,
        settings: Settings,
        filter_: str | None = None,
        came_from: str = "",
    ) -> None:
        super().__init__(session, settings, None)
        self._came_from = came_from
        self._run = ReviewRun(session.reviewing.place(), filter_)
        self._item: Annotation | None = None
        self._doubt: ReviewDoubt | None = None
        self._documents = ReviewDocuments(session)
        self._is_loading = True
        self._kept: ReviewPlace | None = None

    def on_mount(self) -> None:
        """Make room for the item."""
        self.panes.has_room_for_all = False
        self.panes.fold()
        self.mount(ReviewPanel(id="item"), before="#status")
        self.reader.spotlight = True

    def begin(self) -> None:
        """Fetch the queue; go to where the analyst left it."""
        self.call_after_refresh(self._fetch)

    @property
    def panel(self) -> ReviewPanel:
        """The lines below the text."""
        return self.query_one("#item", ReviewPanel)

    # The queue

    def _fetch(self) -> None:
        self._is_loading = True
        self._item = self._doubt = None
        self.panel.set_lines([("Looking for what waits …", True)])
        self.panel.focus()
        filter_, order = self._run.filter, self._run.order
        in_background(
            self,
            self.session,
            # In this order: what is done between the two counts as not seen.
            lambda session: (
                session.history.latest,
                session.reviewing.queue(filter_, order),
            ),
            self._fetched,
            lambda error: self._fetched(("", []), str(error)),
            group="queue",
        )

    def _fetched(self, found: tuple[str, Sequence[str]], problem: str = "") -> None:
        self._is_loading = False
        seen, ids = found
        self._run.take(ids, seen)
        if problem:
            self.tell(problem, "error")
        self._show_item()

    def _show_item(self) -> None:
        """Show the item at hand, or the next one that is still there and undecided."""
        while (identity := self._run.queue.current) is not None:
            try:
                one = self.session.annotations.get(identity)
                if not self._was_decided_elsewhere(one):
                    self._show(one)
                    return
            except NotFoundError:
                self._run.queue.skip()
                continue
            self.tell(f"Skipped: {one.status} elsewhere", "warning")
            self._run.queue.skip()
        self._item = self._doubt = None
        self._say_end()

    def _was_decided_elsewhere(self, one: Annotation) -> bool:
        waits = one.status in {Status.SUGGESTED, Status.FLAGGED} or one.doubt
        return (
            self._run.shows_waiting_only
            and not waits
            and not self._run.queue.decision(one.id)
        )

    def _show(self, one: Annotation) -> None:
        self._hold(one)
        self._run.wanted_id = one.id
        proposed = self._doubt.spans if self._doubt else ()
        place = proposed[0].start if proposed else one.start
        if one.document_id != self.document_id:
            self.open_document(one.document_id, place)
        else:
            self._keep(one)
            self._paint()
        self.reader.clear_selection()
        if self._doubt is None:
            self.reader.go_to(one.start, one.id)
        elif proposed:
            self.reader.select(proposed[0])
        # Said now, not when the reader tells of its move, it is drawn with the rest.
        self._show_where()
        self._show_lines()
        self.call_later(self._prepare_next)

    def _hold(self, one: Annotation) -> None:
        """Have an annotation at hand, with the places it may belong to."""
        doubt = self.session.reviewing.in_doubt(one)
        self._item = one
        if doubt is None:
            self._doubt = None
        elif self._doubt is None or not self._doubt.is_about(doubt):
            self._doubt = ReviewDoubt(doubt)

    def _keep(self, one: Annotation) -> None:
        """Take an annotation as it is now for the one that was known, if one was."""
        document = self.document
        if document is None or one.document_id != document.id:
            self._documents.forget(one.document_id)
        elif document.find(one.id) is not None:
            document.put(one)
            self._documents.put(document)

    def _prepare_next(self) -> None:
        """Have the next item's document ready before the key is pressed."""
        if self._run.queue.following is not None:
            try:
                following = self.session.annotations.get(self._run.queue.following)
                self._documents.get(following.document_id)
            except PizhuError:
                return

    # Documents, without what only reading needs

    def open_document(self, document_id: str, offset: int | None = None) -> None:
        """Show a document at a source offset."""
        try:
            self.document = self._documents.get(document_id)
        except PizhuError as error:
            self.tell_error(error)
            return
        self._show_document(self.document, offset or 0)

    def keep_place(self) -> None:
        """Remember the place in the queue; where one reads is another place."""
        if self._is_loading or not self.session.can_write():
            return
        self._kept = self._run.place
        self.attempt(partial(self.session.reviewing.keep_place, self._kept))

    def _look_around(self) -> None:
        """Take up others' work: what is under review may have been decided elsewhere."""
        if self.app.screen is not self:
            return
        if self._run.place != self._kept:
            self.keep_place()
        if not self.session.changed_elsewhere():
            return
        self._documents.forget()
        self._reload_tags()
        is_updated = self._reopen_if_updated()
        one = self._item
        if one is None:
            return
        if not is_updated:
            self.refresh_name()
            self._read_annotations()
            self._show_annotations()
        try:
            now = self.session.annotations.get(one.id)
        except NotFoundError:
            self.tell("Deleted elsewhere", "warning")
            self._show_item()
            return
        if now != one and self._was_decided_elsewhere(now):
            self.tell(
                f"{now.status.capitalize()} elsewhere: {self._who(now)}", "warning"
            )
            self._show_item()
        elif is_updated:
            self._show(now)
            self._tell_of_update()
        elif now != one:
            self._show(now)
            self.tell(f"Changed elsewhere: {self._who(now)}", "warning")

    def _who(self, one: Annotation) -> str:
        steps = self.session.history.steps(1, StepFilter(annotation_id=one.id))
        return steps[0].analyst if steps else ""

    def put(self, one: Annotation) -> None:
        """Show an annotation that is stored now."""
        if any(tag not in self._colours for tag in one.tags):
            self._reload_tags()
        document = self.document
        is_here = document is not None and document.id == one.document_id
        is_new = document is not None and not one.doubt and not document.find(one.id)
        if document is not None and is_here and is_new:
            self._documents.forget(document.id)
            self._read_annotations()
        self._keep(one)
        self._show_annotations()
        if self._item is not None and one.id == self._item.id:
            self._hold(one)
            if self._doubt is None:
                self.reader.clear_selection()
                self.reader.choose(one.id)
            self._show_lines()

    def refresh_name(self) -> None:
        """Show what the document is said to be now; of its item is told if it is gone."""
        document = self.document
        if document is None:
            return
        with suppress(NotFoundError):
            known = self.session.documents.get(document.id)
            document.summary = document.summary._replace(document=known)
        self._show_where()

    def _show_annotations(self) -> None:
        if self.document is not None:
            self._paint_annotations(self.document)

    def _paint(self) -> None:
        """Have the annotations drawn, if they are not those that are."""
        if self.document is not None and not self.document.is_drawn:
            self._show_annotations()

    def reload(self) -> None:
        """Read again what somebody may have changed; no list is shown here."""
        self.reload_document()

    def reload_document(self, step: Step | None = None) -> None:
        """Read again what has to do with the open document, and show the item."""
        touched = self._touched_by(step)
        if touched is None:
            self._documents.forget()
        elif step is not None and step.document_id != self.document_id:
            self._documents.forget(step.document_id)
        self._reload_tags()
        if not self._reopen_if_updated():
            self.refresh_name()
            self._read_annotations(touched)
            self._show_annotations()
        if not self._is_loading:
            self._show_item()

    # What keys act on

    @property
    def at_hand(self) -> Annotation | None:
        """The item, wherever the cursor is: what is in doubt is nowhere in the text."""
        return self._item

    def _on_current(self, action: Callable[[Annotation], object]) -> None:
        """Do something to the item, if it is what one sees."""
        if not self._comes_back():
            super()._on_current(action)

    def action_add_part(self) -> None:
        """Add a part to the item, if it is what one sees."""
        if not self._comes_back():
            super().action_add_part()

    def _whole_of(self, span: Span) -> Annotation | None:
        return self._item

    def _comes_back(self) -> bool:
        """Show the item again if a search has led elsewhere; say whether it has."""
        one = self._item
        if one is None or one.document_id == self.document_id:
            return False
        self._show(one)
        self.tell("Back at the item: press the key again", "warning")
        return True

    def _say_no_document(self) -> None:
        self._say_none()

    def _say_none(self) -> None:
        self.tell("No item is here: / chooses what is shown, F5 leaves", "warning")

    # What is said

    @property
    def _situation(self) -> str:
        return "review"

    def _show_lines(self) -> None:
        if not self._is_loading and self._item is not None:
            self.panel.set_lines(self._lines(self._item))

    def _lines(self, one: Annotation) -> list[Line]:
        paths = {tag.id: tag.path for tag in self.codebook}
        corrected = self.session.reviewing.corrections(one)
        lines = item_lines(
            one, self._run.queue.number, corrected, paths, self.session.analyst
        )
        if self._doubt is not None:
            # Which place is right is what counts now; the rest can wait.
            return [lines[0], *self._doubt.lines()]
        return [*lines, (self._run.tally.line(), False)]

    def _say_end(self) -> None:
        """The summary, when the queue is through."""
        if self.document is None and self._came_from:
            self.attempt(self._show_where_one_was)
        self.keep_place()
        self.panel.set_lines(end_lines(len(self._run.queue), self._run.tally))

    def _show_where_one_was(self) -> None:
        """Show the document one came from, rather than nothing."""
        summary = self.session.documents.summary(self._came_from)
        self.open_document(self._came_from, summary.place)
        self._show_where()
