"""Review: what each key decides, mends or leaves."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from annotations.errors import NotFoundError, PizhuError
from annotations.model import Kind, Span, Status
from annotations.text.growing import Growth
from tui.keymap import bindings
from tui.screens import marking
from tui.screens.review_item import ReviewItemScreen
from tui.screens.same_words import SameWords
from tui.screens.taking_back import redo, step_back, undo

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from textual.binding import BindingType

    from annotations.model import Annotation
    from annotations.records import DecidedTogether, Step
    from annotations.session import Session
    from annotations.session.history import History
    from tui.screens.review_filter import FilterChoice
    from tui.settings import Settings


class ReviewScreen(ReviewItemScreen):
    """Goes through a queue; everything that can be done while reading can be done here.

    The panel below the text has the focus: keys decide. ``tab`` goes into the text,
    where they move, and back; ``escape`` leaves.
    """

    BINDINGS: ClassVar[list[BindingType]] = list(bindings("review"))
    PLACES: ClassVar[frozenset[str]] = frozenset({"reading", "review"})

    def __init__(
        self,
        session: Session,
        settings: Settings,
        filter_: str | None = None,
        came_from: str = "",
    ) -> None:
        super().__init__(session, settings, filter_, came_from)
        self._same = SameWords(self, session, self._tell_of_same, self.tell_error)
        self._growth, self._grown_id = Growth(0), ""

    def on_unmount(self) -> None:
        """End the thread that looks for the same words."""
        self._same.close()

    # Decisions

    def action_accept(self) -> None:
        """Accept the item, at the place that is shown if it was in doubt."""
        if self._comes_back():
            return
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
        if not self.put_at(one, spans):
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
            if status is Status.ACCEPTED and one.kind is Kind.QUOTE:
                words = self._first_words(changed)
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

    def _delete(self, one: Annotation) -> None:
        super()._delete(one)
        self._next(Status.REJECTED)
        self.tell("Deleted; u brings it back")

    def _next(self, status: Status) -> None:
        self._leave_item()
        self._run.decide(status)
        self._show_item()

    def _leave_item(self) -> None:
        """What was told of it, or would be, is not about the one that comes."""
        self._same.stop()
        self.status.hush()

    def action_later(self) -> None:
        """Leave the item for later; at the end, begin with what was left."""
        if self._item is not None:
            self._leave_item()
            self._run.queue.leave_for_later()
            self._show_item()
        elif self._run.queue.later and not self._is_loading:
            self._run.begin_anew()
            self._fetch()

    def action_back(self) -> None:
        """Go back to the item before; its decision is shown and can be changed."""
        self._leave_item()
        while self._run.queue.back():
            identity = self._run.queue.current or ""
            try:
                self._show(self.session.annotations.get(identity))
            except NotFoundError:
                continue
            return
        self.tell("That was the first one")

    def action_undo(self) -> None:
        """Take back the last action, and go to what it was about."""

        def show(step: Step | None) -> None:
            if step is None:
                self.tell("Nothing to be undone")
                return
            queue, one = self._run.queue, step.annotation_id
            if one is not None:
                queue.stands(one, self._decided(one))
                queue.go_to(one)
                self.reload_document(step)
            else:
                self._show_many(step, is_known=queue.take_back_all(step.id))
            self.tell(f"Undone: {step.deed}")

        self._step_back(undo, show)

    def action_redo(self) -> None:
        """Bring back what was undone."""

        def show(step: Step | None) -> None:
            if step is None:
                self.tell("Nothing to be redone")
                return
            queue, one = self._run.queue, step.annotation_id
            if one is not None:
                is_decided = queue.stands(one, self._decided(one))
                if is_decided and queue.current == one:
                    queue.go_on()
                self.reload_document(step)
            else:
                self._show_many(step, is_known=queue.bring_back_all(step.undoes or ""))
            self.tell(f"Redone: {step.deed}")

        self._step_back(redo, show)

    def _decided(self, annotation_id: str) -> Status | None:
        """What is decided on an annotation; None while it waits for a place.

        What was deleted was rejected.
        """
        try:
            one = self.session.annotations.get(annotation_id)
        except NotFoundError:
            return Status.REJECTED
        return None if one.doubt and one.status is Status.ACCEPTED else one.status

    def _show_many(self, step: Step, *, is_known: bool) -> None:
        """Show what a step over many has left; it may have brought any into the queue.

        Args:
            step: which.
            is_known: whether the queue knows on what it decided.
        """
        self.reload_document(step)
        if not is_known:
            self._run.look_again()
            self._fetch()

    def _step_back(
        self,
        way: Callable[[History, int | None], Step | None],
        show: Callable[[Step | None], None],
    ) -> None:
        def done(step: Step | None) -> None:
            self.attempt(partial(show, step))

        step_back(self, self.session, way, done, self.tell_error, self.tell)

    def action_accept_all(self) -> None:
        """Accept everything that the filter shows, after asking."""
        self.attempt(partial(self._decide_rest, Status.ACCEPTED, "Accept"))

    def action_reject_all(self) -> None:
        """Reject everything that the filter shows, after asking."""
        self.attempt(partial(self._decide_rest, Status.REJECTED, "Reject"))

    def _decide_rest(self, status: Status, verb: str) -> None:
        from tui.screens.review_rest import ask_for_rest, told_of_rest

        def decided(identities: Sequence[str], done: DecidedTogether) -> None:
            self._run.decide_all(identities, status, done)
            self.reload()
            self.tell(told_of_rest(status, done))

        ask_for_rest(self, self._run, status, verb, decided)

    # Edges and places

    async def action_grow(self) -> None:
        """Move both edges out to the next larger unit."""
        await self._by_unit(self.reader.action_grow, self._grow)

    async def action_shrink(self) -> None:
        """Take the last growing back, else move both edges in to the next smaller unit."""
        await self._by_unit(self.reader.action_shrink, self._shrink)

    async def _by_unit(
        self,
        on_selection: Callable[[], Awaitable[None]],
        on_item: Callable[[Annotation], None],
    ) -> None:
        await self.reader.words()
        if self._doubt is not None and self.reader.selection is not None:
            await on_selection()
        else:
            self._on_current(on_item)

    def _grow(self, one: Annotation) -> None:
        places = tuple(marking.places_of(one))
        whole = Span(places[0].start, places[-1].end)
        larger = self.reader.units.grow(whole)
        if larger == whole:
            self.tell("Nothing larger: this is the paragraph")
        elif self.put_at(one, [larger]):
            self._growth_of(one).note(places, (larger,))

    def _shrink(self, one: Annotation) -> None:
        places = tuple(marking.places_of(one))
        growth = self._growth_of(one)
        whole = Span(places[0].start, places[-1].end)
        smaller = growth.before(places) or (
            self.reader.units.shrink(whole, growth.place),
        )
        if smaller == (whole,):
            self.tell("Nothing smaller: , and > move one edge by a word")
        else:
            self.put_at(one, smaller)

    def _growth_of(self, one: Annotation) -> Growth:
        """What an item was grown from since it was shown, around what was proposed."""
        if self._grown_id != one.id:
            place = self.session.reviewing.begun_at(one)
            self._grown_id, self._growth = one.id, Growth(place)
        return self._growth

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
            self._run.begin_anew(choice.filter)
            self._fetch()

        self.app.push_screen(
            ReviewFilter(self._run.filter, self.session.reviewing, self._came_from),
            chosen,
        )

    def action_change_order(self) -> None:
        """Sort by the next of the orders."""
        self._run.change_order()
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
        last = self._run.queue.before or ""
        if self._run.queue.decision(last) is Status.ACCEPTED:
            one = self.session.annotations.get(last)
        if one is None:
            super().action_mark_all()
            return
        self.list_places(self._first_words(one))

    def _first_words(self, one: Annotation) -> str:
        """What the first of an annotation's stretches says."""
        first = one._replace(spans=one.spans[:1], exact=one.exact[:1])
        return self.session.annotations.words(first)
