"""Review: one item after another, in its context, a key a decision."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import work

from annotations.errors import NotFoundError, PizhuError
from annotations.model import Kind, Span, Status
from annotations.records import ReviewPlace, StepFilter
from annotations.session.reviewing import EVERYTHING, ORDERS, Order
from tui.keymap import bindings
from tui.screens.open_document import words_of
from tui.screens.reading import ReadingScreen
from tui.screens.review_documents import ReviewDocuments
from tui.screens.review_doubt import ReviewDoubt
from tui.screens.review_lines import Tally, end_lines, item_lines
from tui.screens.review_queue import ReviewQueue
from tui.screens.same_words import SameWords
from tui.widgets.review_panel import ReviewPanel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.binding import BindingType

    from annotations.model import Annotation
    from annotations.session import Session
    from tui.screens.review_filter import FilterChoice
    from tui.settings import Settings
    from tui.widgets.review_panel import Line

_LONGEST_PAUSE = 60.0
"""Seconds between two decisions that count as work; more was a break."""


class ReviewScreen(ReadingScreen):
    """Goes through a queue; everything that can be done while reading can be done here.

    The panel below the text has the focus: keys decide. ``tab`` goes into the text,
    where they move, and back; ``escape`` leaves.
    """

    BINDINGS: ClassVar[list[BindingType]] = list(bindings("review"))
    AUTO_FOCUS = "#item"

    def __init__(
        self, session: Session, settings: Settings, filter_: str | None = None
    ) -> None:
        super().__init__(session, settings, None)
        place = session.reviewing.place()
        is_new = place is None or (filter_ is not None and filter_ != place.filter)
        if place is None or is_new:
            place = ReviewPlace(filter_ or EVERYTHING, "place", "", 0, 0.0)
        self._filter = place.filter
        self._order: Order = place.order if place.order in ORDERS else "place"
        self._wanted_id = place.annotation_id
        self._done_before = place.done
        self._seconds = place.seconds
        self._queue = ReviewQueue()
        self._item: Annotation | None = None
        self._doubt: ReviewDoubt | None = None
        self._decided_at = monotonic()
        self._ready = ReviewDocuments(session)
        self._is_loading = True
        self._kept: ReviewPlace | None = None
        self._same = SameWords(self, session, self._tell_of_same)
        self._painted: Sequence[Annotation] = ()

    def on_mount(self) -> None:
        """Make room for the item."""
        self.panes.fold()
        self.mount(ReviewPanel(id="item"), before="#status")
        self.reader.spotlight = True

    def begin(self) -> None:
        """Fetch the queue; go to where the analyst left it."""
        self.call_after_refresh(self._fetch)

    def on_resize(self) -> None:
        """The side panes stay folded here."""

    @property
    def panel(self) -> ReviewPanel:
        """The lines below the text."""
        return self.query_one("#item", ReviewPanel)

    def on_unmount(self) -> None:
        """End the thread that looks for the same words."""
        self._same.close()

    # The queue

    def _fetch(self) -> None:
        self._is_loading = True
        self.panel.set_lines([("Looking for what waits …", True)])
        self.panel.focus()
        self._fetch_queue(self._filter, self._order)

    @work(thread=True, exclusive=True, group="queue")
    def _fetch_queue(self, filter_: str, order: Order) -> None:
        try:
            with self.session.another() as session:
                found = session.reviewing.queue(filter_, order)
        except PizhuError as error:
            self.app.call_from_thread(self._fetched, [], str(error))
        else:
            self.app.call_from_thread(self._fetched, found)

    def _fetched(self, ids: Sequence[str], problem: str = "") -> None:
        self._is_loading = False
        self._queue = ReviewQueue(ids, self._wanted_id)
        self._decided_at = monotonic()
        if problem:
            self.tell(problem, "error")
        self._show_item()

    def _show_item(self) -> None:
        """Show the item at hand, or the next one that is still there and undecided."""
        while (identity := self._queue.current) is not None:
            try:
                one = self.session.annotations.get(identity)
            except NotFoundError:
                self._queue.skip()
                continue
            if not self._was_decided_elsewhere(one):
                self._show(one)
                return
            self.tell(f"Skipped: {one.status} elsewhere", "warning")
            self._queue.skip()
        self._item = None
        self._say_end()

    def _was_decided_elsewhere(self, one: Annotation) -> bool:
        waits = one.status in {Status.SUGGESTED, Status.FLAGGED} or one.doubt
        return self._is_waiting_only and not waits and not self._queue.decision(one.id)

    @property
    def _is_waiting_only(self) -> bool:
        """Whether the filter lets through only what waits, so that decided means done."""
        return any(
            words in self._filter
            for words in ("is:waiting", "status:suggested", "status:flagged")
        )

    def _show(self, one: Annotation) -> None:
        self._hold(one)
        self._wanted_id = one.id
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
        self._item, self._doubt = one, ReviewDoubt(doubt) if doubt else None

    def _keep(self, one: Annotation) -> None:
        """Take an annotation as it is now for the one that was known, if one was."""
        document = self.document
        if document is None or one.document_id != document.id:
            self._ready.forget(one.document_id)
        elif document.find(one.id) is not None:
            document.put(one)
            self._ready.put(document)

    def _prepare_next(self) -> None:
        """Have the next item's document ready before the key is pressed."""
        if self._queue.following is not None:
            try:
                following = self.session.annotations.get(self._queue.following)
                self._ready.get(following.document_id)
            except PizhuError:
                return

    # Documents, without what only reading needs

    def open_document(self, document_id: str, offset: int | None = None) -> None:
        """Show a document at a source offset."""
        try:
            self.document = self._ready.get(document_id)
        except PizhuError as error:
            self.tell_error(error)
            return
        self._show_document(self.document, offset or 0)
        self._painted = self.document.annotations

    def keep_place(self) -> None:
        """Remember the place in the queue; where one reads is another place."""
        if self._is_loading:
            return
        self._kept = self._place
        self.attempt(partial(self.session.reviewing.keep_place, self._kept))

    @property
    def _place(self) -> ReviewPlace:
        return ReviewPlace(
            self._filter,
            self._order,
            self._wanted_id,
            self._done_before + self._queue.decided,
            self._seconds,
        )

    def _look_around(self) -> None:
        """Take up others' work: what is under review may have been decided elsewhere."""
        if self.app.screen is not self:
            return
        if self._place != self._kept:
            self.keep_place()
        if not self.session.changed_elsewhere():
            return
        self._ready.forget()
        self._reload_tags()
        one = self._item
        if one is None:
            return
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
        if document is not None and is_here and document.find(one.id) is None:
            self._ready.forget(document.id)
            self._read_annotations()
        self._keep(one)
        self._show_annotations()
        if self._item is not None and one.id == self._item.id:
            self._hold(one)
            self.reader.clear_selection()
            self.reader.choose(one.id)
            self._show_lines()

    def _show_annotations(self) -> None:
        if self.document is not None:
            self.reader.set_annotations(self.document.annotations, self._colours)
            self._painted = self.document.annotations

    def _paint(self) -> None:
        """Have the annotations drawn, if they are not those that are."""
        if self.document is not None and self._painted is not self.document.annotations:
            self._show_annotations()

    def reload(self) -> None:
        """Read again what somebody may have changed; no list is shown here."""
        self.reload_document()

    def reload_document(self) -> None:
        """Read again what has to do with the open document, and show the item."""
        self._ready.forget()
        self._reload_tags()
        self._read_annotations()
        self._show_annotations()
        if not self._is_loading:
            self._show_item()

    # Decisions

    def action_accept(self) -> None:
        """Accept the item, at the place that is shown if it was in doubt."""
        if self._doubt is not None and self._item is not None:
            spans = self._doubt.chosen(self.reader.selection)
            if not spans:
                self.tell("Select where it belongs (tab), or x rejects it", "warning")
                return
            self.attempt(partial(self._settle, self._item, spans))
            return
        self._decide(Status.ACCEPTED)

    def action_reject(self) -> None:
        """Reject the item."""
        self._decide(Status.REJECTED)

    def action_flag(self) -> None:
        """Flag the item."""
        self._decide(Status.FLAGGED)

    def _settle(self, one: Annotation, spans: Sequence[Span]) -> None:
        """Take the place that is shown for what was moved, ambiguous or lost."""
        if not self.change(one, spans=spans):
            return
        self._item, self._doubt = self.session.annotations.get(one.id), None
        if self._item.status in {Status.SUGGESTED, Status.FLAGGED}:
            self._show(self._item)
            self.tell("In its place; now decide")
        else:
            self._next(self._item.status)

    def _decide(self, status: Status) -> None:
        one = self._item
        if one is None:
            return

        def decide() -> None:
            # What stands there next is drawn, and this with it, once.
            changed = self.session.reviewing.decide(one, status)
            self._keep(changed)
            words = ""
            if status is Status.ACCEPTED and one.kind is Kind.QUOTE and self.document:
                words = self.document.words(changed.spans[0])
            self._next(status)
            self._same.look_for(words)
            self._paint()

        try:
            decide()
        except PizhuError as error:
            current = getattr(error, "current", None)
            if current is not None:
                self._ask_which(one, current, {"status": status})
            else:
                self.tell_error(error)

    def _tell_of_same(self) -> None:
        self.tell("The same words stand elsewhere too: * lists the places")

    def _next(self, status: Status) -> None:
        self._same.stop()
        now = monotonic()
        self._seconds += min(now - self._decided_at, _LONGEST_PAUSE)
        self._decided_at = now
        self._queue.decide(status)
        self._show_item()

    def action_later(self) -> None:
        """Leave the item for later; at the end, begin with what was left."""
        if self._item is not None:
            self._queue.leave_for_later()
            self._show_item()
        elif self._queue.later:
            self._start_anew()

    def action_back(self) -> None:
        """Go back to the item before; its decision is shown and can be changed."""
        while self._queue.back():
            identity = self._queue.current or ""
            try:
                self._show(self.session.annotations.get(identity))
            except NotFoundError:
                continue
            return
        self.tell("That was the first one")

    def action_undo(self) -> None:
        """Take back the last action, and go to what it was about."""

        def undo() -> None:
            step = self.session.history.undo()
            if step is None:
                self.tell("Nothing to be undone")
                return
            self._queue.forget(step.annotation_id or "")
            self._queue.go_to(step.annotation_id or "")
            self.reload()
            self.tell(f"Undone: {step.deed}")

        self.attempt(undo)

    def action_redo(self) -> None:
        """Bring back what was undone."""

        def redo() -> None:
            step = self.session.history.redo()
            self.reload()
            self.tell(f"Redone: {step.deed}" if step else "Nothing to be redone")

        self.attempt(redo)

    def action_accept_all(self) -> None:
        """Accept everything that the filter shows, after asking."""
        self.attempt(partial(self._ask_all, Status.ACCEPTED, "Accept"))

    def action_reject_all(self) -> None:
        """Reject everything that the filter shows, after asking."""
        self.attempt(partial(self._ask_all, Status.REJECTED, "Reject"))

    def _ask_all(self, status: Status, verb: str) -> None:
        from tui.screens.choice import Choice

        left = self._queue.undecided
        if not left:
            self.tell("Nothing is left here")
            return
        first = [self.session.annotations.get(one) for one in left[:3]]
        question = [
            f"{verb} all {len(left)} that are left of “{self._filter}”?",
            *(f"  {one.kind} {one.type}: {' … '.join(one.exact)}" for one in first),
            "  …" if len(left) > len(first) else "",
            "It is one step; u takes it back.",
        ]
        answers = [
            ("n", "no, go on one by one"),
            ("y", f"yes, {verb.lower()} {len(left)}"),
        ]

        def answered(answer: str | None) -> None:
            if answer == "y":
                self.tell(f"{verb}ing {len(left)} …")
                self._decide_all(left, status)

        self.app.push_screen(Choice(question, answers, f"{verb} all"), answered)

    @work(thread=True, exclusive=True, group="bulk")
    def _decide_all(self, ids: Sequence[str], status: Status) -> None:
        try:
            with self.session.another() as session:
                count = session.reviewing.decide_all(ids, status)
        except PizhuError as error:
            self.app.call_from_thread(self.tell_error, error)
        else:
            self.app.call_from_thread(self._decided_all, ids, status, count)

    def _decided_all(self, ids: Sequence[str], status: Status, count: int) -> None:
        self._queue.decide_all(ids, status)
        self._ready.forget()
        self._show_item()
        self.tell(f"{count} {status}; u takes it back")

    # Edges and places

    def action_grow(self) -> None:
        """Move both edges out to the next larger unit."""
        self._by_unit(self.reader.units.grow)

    def action_shrink(self) -> None:
        """Move both edges in to the next smaller unit."""
        self._by_unit(lambda span: self.reader.units.shrink(span, span.start))

    def _by_unit(self, other: Callable[[Span], Span]) -> None:
        one = self._item
        if one is None or self._doubt is not None:
            return
        if not self.reader.units.words_ready:
            self._need_words(partial(self._by_unit, other))
            return
        span = other(Span(one.start, one.end))
        if len(span) and span != Span(one.start, one.end):
            self.attempt(lambda: self.change(one, spans=[span]))

    def action_next_proposal(self) -> None:
        """Show the next place where the item may belong."""
        if self._doubt is None or not self._doubt.show_next():
            self.tell("No place is proposed", "warning")
            return
        self.reader.select(self._doubt.spans[0])
        self._show_lines()

    # Filter, order, leaving

    def action_filter(self) -> None:
        """Choose what is shown."""
        from tui.screens.review_filter import ReviewFilter

        def chosen(choice: FilterChoice | None) -> None:
            if choice is None:
                return
            if choice.name:
                self.attempt(
                    partial(
                        self.session.reviewing.save_filter, choice.name, choice.filter
                    )
                )
            self._filter = choice.filter or EVERYTHING
            self._start_anew()

        self.app.push_screen(ReviewFilter(self._filter, self.session.reviewing), chosen)

    def action_change_order(self) -> None:
        """Sort by the next of the orders."""
        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self._start_anew()

    def _start_anew(self) -> None:
        self._done_before += self._queue.decided
        self._wanted_id = ""
        self._fetch()

    def action_back_to_text(self) -> None:
        """Back to deciding; from there, leave."""
        if self.panel.has_focus:
            self.action_leave()
        else:
            self.panel.focus()

    def action_next_pane(self, step: int) -> None:
        """From deciding into the text, and back."""
        target = self.reader if self.panel.has_focus else self.panel
        target.focus()

    def action_leave(self) -> None:
        """Leave review; the place is kept."""
        self.keep_place()
        self.dismiss()

    def action_review(self) -> None:
        """It is review already."""
        self.action_leave()

    def action_mark_all(self) -> None:
        """List the other places of the item's words, or of the one decided last."""
        if self.reader.selection is None and self.document is not None:
            self.attempt(self._mark_same)
        else:
            super().action_mark_all()

    def _mark_same(self) -> None:
        one = self._item
        last = self._queue.before or ""
        if self._queue.decision(last) is Status.ACCEPTED:
            one = self.session.annotations.get(last)
        if one is None:
            super().action_mark_all()
            return
        source = self.session.documents.text(one.document_id)
        self.list_places(words_of(source, one.spans[:1]))

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
            one, self._queue.number, corrected, paths, self.session.analyst
        )
        if self._doubt is not None:
            # Which place is right is what counts now; the rest can wait.
            return [lines[0], *self._doubt.lines()]
        return [*lines, (self._tally.line(), False)]

    @property
    def _tally(self) -> Tally:
        return Tally(
            self._filter,
            self._order,
            self._queue.left,
            self._queue.counts,
            self._done_before + self._queue.decided,
            self._seconds,
            self._queue.later,
            self._queue.elsewhere,
        )

    def _say_end(self) -> None:
        """The summary, when the queue is through."""
        self.keep_place()
        self.panel.set_lines(end_lines(len(self._queue), self._tally))
