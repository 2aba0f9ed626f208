"""The main screen: reading and annotating; each key becomes a call of the session."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual import on, work

from annotations.errors import ConflictError, InvalidError
from annotations.model import TYPES, Kind, Span, Status
from annotations.session.annotating import type_of
from tui.keymap import bindings
from tui.layout.clip import clip, clip_start
from tui.layout.displayable import one_line
from tui.screens import marking
from tui.screens.document import NO_DOCUMENT
from tui.screens.searching import SearchingScreen
from tui.widgets.tag_sidebar import TagSidebar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.binding import BindingType

    from annotations.model import Annotation
    from tui.screens.annotation_rows import TableView
    from tui.screens.open_document import OpenDocument
    from tui.screens.places import Place
    from tui.screens.tag_picker import TagChoice

Choice = TypeVar("Choice")
_NTH = {2: "Second", 3: "Third", 4: "Fourth"}
_NAMES_AFTER = 1.5
"""Seconds after which names are made ready, as nobody has asked for one yet."""
_SHOWN = 36
"""Cells of what an annotation says, before something that is to be read as well."""


class ReadingScreen(SearchingScreen):
    """Reads and annotates one document of a project after another."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings("reading"))
    """The keys of ``reading`` in ``tui.keymap.COMMANDS``."""
    PLACES: ClassVar[frozenset[str]] = frozenset({"reading"})
    """Whose commands are heard here, beside the reader's."""
    _table_view: TableView | None = None
    """How the table of annotations was left, if it was shown."""

    def action_quote(self) -> None:
        """Mark a quote."""
        self.attempt(partial(self._mark, Kind.QUOTE))

    def action_claim(self) -> None:
        """Mark a claim."""
        self.attempt(partial(self._mark, Kind.CLAIM))

    def action_note(self) -> None:
        """Write a note; it is stored when the form is saved."""
        from tui.screens.drafting import write_note

        self.attempt(lambda: write_note(self, self._target(Kind.NOTE)))

    def _mark(self, kind: Kind) -> None:
        document, span = self._readable, self._target(kind)
        reader = self.reader
        there = marking.standing(reader.annotations_at(span.start), kind, span)
        if there is None and self._is_whole_sentence(kind):
            there = marking.proposed(reader.annotations_at(reader.cursor), kind)
        if there is not None:
            self._take_standing(there, document.words_of(there))
            return
        type_ = type_of(kind, document.text[span.start : span.end])
        made = self.make(document.id, document.text_id, kind, span, type=type_)
        self.tell(f"Saved: {kind} {document.words_of(made)}")

    def _is_whole_sentence(self, kind: Kind) -> bool:
        """Whether a mark would cover a sentence for want of anything more exact."""
        reader = self.reader
        is_quoted = kind is Kind.QUOTE and reader.units.quotation_at(reader.cursor)
        return reader.selection is None and not is_quoted

    def action_add_part(self) -> None:
        """Add the selection or quotation to a quote, as another part."""
        self.attempt(self._add_part)

    def _add_part(self) -> None:
        document, reader = self._readable, self.reader
        span = marking.part(reader.selection, reader.cursor, reader.units)
        span = marking.trimmed(document.text, span)
        one = self._whole_of(span)
        if one is None:
            raise InvalidError("no quote stands before this", "q marks one")
        spans, words = marking.with_part(one, span), document.words_of(one)
        if self.put_at(one, spans):
            which = _NTH.get(len(spans), "Another")
            self.tell(f"{which} part of: {clip(words, _SHOWN)}; u takes it back")

    def _whole_of(self, span: Span) -> Annotation | None:
        """The annotation that a part is added to."""
        document = self._readable
        before = document.annotations.backwards(span.start)
        return marking.whole_of(span, document.touched, before)

    def _take_standing(self, one: Annotation, words: str) -> None:
        """Accept the suggestion that stands where a mark is wanted; else say what does."""
        if one.status is Status.SUGGESTED:
            self._change_and_tell(
                one,
                f"Accepted: {one.kind} {clip(words, _SHOWN)}; u takes it back",
                status=Status.ACCEPTED,
            )
        else:
            self.reader.clear_selection()
            self.reader.choose(one.id)
            self.tell(f"There already: {one.kind} {clip(words, _SHOWN)}; e edits it")

    def make(
        self, document_id: str, text_id: str, kind: Kind, span: Span, **fields: Any
    ) -> Annotation:
        """Make an annotation in a text that is or was shown of a document; show it.

        Raises:
            PizhuError: it was refused, because the document reads another text by now,
                say; that one is shown then.
        """
        try:
            made = self.session.annotations.create(
                document_id, kind, [span], text_id=text_id, **fields
            )
        except ConflictError:
            self.reload_document()
            raise
        self.put(made)
        return made

    def action_edit(self) -> None:
        """Edit everything about the current annotation."""
        from tui.screens.drafting import edit

        self._on_current(partial(edit, self))

    def change(
        self,
        one: Annotation,
        settled: Callable[[], object] = lambda: None,
        **fields: Any,
    ) -> bool:
        """Change an annotation; where somebody was faster, show both and ask.

        Args:
            one: as it was seen.
            settled: called when it was asked, and answered.
            **fields: see ``Annotations.change``.

        Returns:
            Whether it is done.

        Raises:
            PizhuError: it was refused.
        """
        try:
            self.put(self.session.annotations.change(one, **fields))
        except ConflictError as conflict:
            self.reload_document()
            if conflict.current is None:
                raise
            self._ask_which(one, conflict.current, fields, settled)
            return False
        # What was told before counts no more, whatever whoever called tells now.
        self.status.hush()
        return True

    def put_at(self, one: Annotation, spans: Sequence[Span]) -> bool:
        """Give an annotation another place in the open document; see ``change``."""
        return self.change(one, spans=spans, text_id=self._readable.text_id)

    def _change_and_tell(self, one: Annotation, message: str, **fields: Any) -> None:
        if self.change(one, **fields):
            self.tell(message)

    def _ask_which(
        self,
        seen: Annotation,
        theirs: Annotation,
        mine: dict[str, Any],
        settled: Callable[[], object] = lambda: None,
    ) -> None:
        from tui.screens.conflict import MINE, conflict_dialog

        def take_mine() -> None:
            if self.change(theirs, settled, **mine):
                self.tell("Saved: yours, over theirs")
                settled()

        def settle(answer: str | None) -> None:
            if answer == MINE:
                self.attempt(take_mine)
            elif answer is not None:
                self.tell("Left as they have it")
                settled()

        paths = {tag.id: tag.path for tag in self.codebook}
        shown = {**mine}
        shown.pop("text_id", None)
        if made := shown.pop("new_tags", ()):
            shown["tags"] = (*shown.get("tags", ()), *made)
        self.app.push_screen(conflict_dialog(seen, shown, theirs, paths), settle)

    def action_pick_tag(self) -> None:
        """Choose tags for the current annotation."""
        self._on_current(self._pick_tags)

    def _pick_tags(self, one: Annotation) -> None:
        from tui.screens.tag_picker import TagPicker

        def tag(choice: TagChoice | None) -> None:
            if choice is not None:
                self.attempt(partial(self._set_tags, one, choice))

        self.app.push_screen(TagPicker(self.codebook, one.tags), tag)

    def _set_tags(self, one: Annotation, choice: TagChoice) -> None:
        if self.change(one, tags=choice.tag_ids, new_tags=choice.created):
            carried = self.session.annotations.get(one.id).tags
            paths = (tag.path for tag in self.codebook if tag.id in carried)
            self.tell(f"Tags: {'; '.join(paths)}" if carried else "No tags any more")

    def action_toggle_tag(self, key: str) -> None:
        """Put the tag with a key on the current annotation, or take it off."""
        tag = next((one for one in self.codebook if one.key == key), None)
        if tag is None:
            self.tell(f"No tag has the key {key}; t makes one on a free key", "warning")
        else:
            self._toggle_tag(tag.id)

    @on(TagSidebar.TagChosen)
    def _tag_chosen(self, event: TagSidebar.TagChosen) -> None:
        self._toggle_tag(event.tag_id)

    def _toggle_tag(self, tag_id: str) -> None:
        def toggle(one: Annotation) -> None:
            has_it = tag_id in one.tags
            after = [tag for tag in one.tags if tag != tag_id]
            if not has_it:
                after.append(tag_id)
            # Somebody may take the tag out of the codebook meanwhile.
            path = next((tag.path for tag in self.codebook if tag.id == tag_id), "")
            if self.change(one, tags=tuple(after)):
                self.tell(f"{'No longer' if has_it else 'Tagged'} {path}")

        self._on_current(toggle)

    async def action_end_forward(self) -> None:
        """Move the end on by a word."""
        await self._move_edge("end_forward")

    async def action_end_back(self) -> None:
        """Move the end back by a word."""
        await self._move_edge("end_back")

    async def action_start_back(self) -> None:
        """Move the start back by a word."""
        await self._move_edge("start_back")

    async def action_start_forward(self) -> None:
        """Move the start on by a word."""
        await self._move_edge("start_forward")

    async def _move_edge(self, edge: str) -> None:
        if self.reader.selection is None and self.at_hand is None:
            self._say_none()
            return
        self._go_to_row()
        await self.reader.words()
        units, selection = self.reader.units, self.reader.selection
        if selection is not None:
            moved = marking.moved(selection, edge, units)
            self.reader.select(moved)
            self._tell_of_edge(edge, selection, moved)
        else:
            self._on_current(partial(self._move_edge_of, edge))

    def _move_edge_of(self, edge: str, one: Annotation) -> None:
        spans = marking.with_edge_moved(one, edge, self.reader.units)
        before, after = Span(one.start, one.end), Span(spans[0].start, spans[-1].end)
        if after == before or self.put_at(one, spans):
            self._tell_of_edge(edge, before, after)

    def _tell_of_edge(self, edge: str, before: Span, after: Span) -> None:
        """Say what is first or last now; where nothing has moved, that it cannot."""
        document, is_end = self._readable, edge.startswith("end")
        if after == before:
            way = "later" if edge.endswith("forward") else "earlier"
            self.tell(f"It cannot {'end' if is_end else 'start'} any {way}", "warning")
        elif is_end:
            near = Span(max(after.start, after.end - _SHOWN), after.end)
            self.tell(f"Ends now: {clip_start(document.words(near), _SHOWN)}")
        else:
            near = Span(after.start, min(after.end, after.start + _SHOWN))
            self.tell(f"Starts now: {clip(document.words(near), _SHOWN)}")

    def action_accept(self) -> None:
        """Accept the current annotation."""
        self._set_status(Status.ACCEPTED)

    def action_reject(self) -> None:
        """Reject the current annotation."""
        self._set_status(Status.REJECTED)

    def _set_status(self, status: Status) -> None:
        said = f"{status.capitalize()}; u takes it back"
        self._on_current(lambda one: self._change_and_tell(one, said, status=status))

    def action_delete(self) -> None:
        """Delete the current annotation."""
        self._on_current(self._delete)

    def _delete(self, one: Annotation) -> None:
        self.session.annotations.delete(one)
        if self.document is not None:
            self.document.remove(one.id)
        if one.tags:
            self._reload_tags()  # how often they are used is shown beside them
        self._show_annotations()
        self.tell("Deleted; u brings it back")

    def action_copy(self) -> None:
        """Copy the selection, the current annotation or the sentence."""
        if self.document is None:
            self._say_no_document()
            return
        self._go_to_row()
        one, span = self.at_hand, self.reader.selection
        text = ""
        if span is None and one is not None:
            text = self.session.annotations.words(one)
        elif found := span or self.reader.units.sentence_at(self.reader.cursor):
            text = self.document.words(found)
        if text:
            self.app.copy_to_clipboard(text)
            self.tell(f"Copied {len(text)} characters: {one_line(text)}")

    def action_undo(self) -> None:
        """Take back the last action."""
        from tui.screens.stepping import take_step
        from tui.screens.taking_back import undo

        take_step(self, undo, "Undone")

    def action_redo(self) -> None:
        """Bring back what was undone."""
        from tui.screens.stepping import take_step
        from tui.screens.taking_back import redo

        take_step(self, redo, "Redone")

    def action_edit_document(self) -> None:
        """Correct title, publication, date and author of the document."""
        if self.document is None:
            self._say_no_document()
            return
        from tui.screens.correcting import correct

        self.attempt(partial(correct, self))

    def action_speakers(self) -> None:
        """Show who is quoted."""
        from tui.screens.speakers import Speakers

        self.app.push_screen(Speakers(self.session), self._dialog_left)

    def action_codebook(self) -> None:
        """Show the codebook, to put it in order."""
        from tui.screens.codebook import Codebook

        self.app.push_screen(Codebook(self.session), self._dialog_left)

    def action_table(self) -> None:
        """Show all annotations as a table."""
        from tui.screens.annotation_table import AnnotationTable

        def left(place: Place | None) -> None:
            self._table_view = table.view
            self._dialog_left(place)

        table = AnnotationTable(self.session, self.codebook, self._table_view)
        self.app.push_screen(table, left)

    def _dialog_left(self, place: Place | None) -> None:
        if place is not None and place.document_id != self.document_id:
            self.open_document(place.document_id, place.offset)
        if self._list.is_behind:
            self.reload()
        if place is not None:
            self.attempt(lambda: self._go_to(place))

    def _go_to(self, place: Place) -> None:
        """Go to an annotation that was chosen elsewhere; say so if it is not here."""
        one = self.session.annotations.get(place.annotation_id)
        if one.doubt is None:
            self.reader.go_to(one.start, one.id)
        else:
            self.tell(
                "It has no place in the newer text yet: F5, / is:doubt", "warning"
            )

    def action_next_kind(self) -> None:
        """Make the current annotation the next kind: quote, claim, note."""
        self._on_current(self._take_next_kind)

    def _take_next_kind(self, one: Annotation) -> None:
        kind = _after(one.kind, list(Kind))
        self._change_and_tell(one, f"Now a {kind}", kind=kind)

    def action_next_type(self) -> None:
        """Give the current annotation the next type of its kind."""
        self._on_current(self._take_next_type)

    def _take_next_type(self, one: Annotation) -> None:
        if not TYPES[one.kind]:
            self.tell(f"A {one.kind} has no types")
            return
        type_ = _after(one.type, TYPES[one.kind])
        self._change_and_tell(one, f"Now {type_}", type=type_)

    def on_mount(self) -> None:
        """Make ready what the first ``p`` would wait for."""
        self.set_timer(_NAMES_AFTER, self._load_names)

    @work(thread=True, group="names")
    def _load_names(self) -> None:
        self.session.suggestions.make_ready()

    def action_pick_speaker(self) -> None:
        """Say who speaks: type part of a name, or its initials."""
        self._on_current(self._pick_speaker)

    def _pick_speaker(self, one: Annotation) -> None:
        from tui.screens.speaker_picker import SpeakerPicker

        def pick(name: str | None) -> None:
            if name is not None:
                said = f"Speaker: {name}" if name else "No speaker"
                self.attempt(lambda: self._change_and_tell(one, said, speaker=name))

        source = self._readable.source
        if one.doubt is not None:
            source = self.session.annotations.source(one)
        near = self.session.suggestions.names_near(source, one.start)
        names = list(dict.fromkeys([*near, *self.session.speakers.names()]))
        self.app.push_screen(SpeakerPicker(names, one.speaker), pick)

    def action_review(self) -> None:
        """Go through everything that waits for a decision."""
        from tui.screens.review import ReviewScreen

        self.keep_place()
        self.app.push_screen(
            ReviewScreen(self.session, self._settings, came_from=self.document_id),
            lambda _: self.reload(),
        )

    def action_suggest(self) -> None:
        """Let the rules look through this document."""
        if self.document is None:
            self._say_no_document()
            return
        from tui.screens.suggesting import suggest

        suggest(self)

    def action_export(self) -> None:
        """Ask what to write and where."""
        from tui.screens.exporting import ask

        ask(self)

    def _target(self, kind: Kind) -> Span:
        document, reader = self._readable, self.reader
        if self.focused is not reader and self.panes.has_focus_within:
            raise InvalidError("q, c and m mark in the text", "esc goes there")
        span = marking.target(kind, reader.selection, reader.cursor, reader.units)
        return marking.trimmed(document.text, span)

    @property
    def _readable(self) -> OpenDocument:
        if self.document is None:
            raise InvalidError(NO_DOCUMENT)
        return self.document

    def begin(self) -> None:
        """Open where the analyst left, and what was being written when the line was cut."""
        super().begin()
        drafts = self.session.drafts.all()
        if drafts:
            from tui.screens.drafting import take_up

            self.call_after_refresh(self.attempt, partial(take_up, self, drafts[0]))

    def action_history(self) -> None:
        """Show who did what."""
        from tui.screens.stepping import show_history

        show_history(self)

    def _on_current(self, action: Callable[[Annotation], object]) -> None:
        """Do something to the current annotation; say why if it is refused or not there."""
        self._go_to_row()
        one = self.at_hand
        if one is None:
            self._say_none()
        else:
            self.attempt(lambda: action(one))

    @property
    def at_hand(self) -> Annotation | None:
        """The annotation that keys act on: at the side, the one that is highlighted."""
        return self.tags.at_hand or self.reader.current

    def _go_to_row(self) -> None:
        """Go to the annotation highlighted at the side, to show what is done to it."""
        one = self.tags.at_hand
        if one is not None:
            self.reader.clear_selection()
            self.reader.go_to(one.start, one.id)

    def _say_none(self) -> None:
        if self.document is None:
            self._say_no_document()
        else:
            self.tell("No annotation here: q, c or m makes one", "warning")


def _after(one: Choice, choices: Sequence[Choice]) -> Choice:
    """The choice after one of them, in a circle; the first one after anything else."""
    at = choices.index(one) + 1 if one in choices else 0
    return choices[at % len(choices)]
