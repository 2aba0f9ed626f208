"""Writing in the form over the page; what is typed is a draft until it is stored."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from annotations.errors import ConflictError, NotFoundError, PizhuError
from annotations.model import Annotation, Draft, Kind, Span
from tui.screens.annotation_form import AnnotationForm
from tui.screens.open_document import words_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotations.session import Session
    from tui.screens.reading import ReadingScreen

    Changes = dict[str, Any]

_TEXT_ID = "text_id"
"""Field of a note's draft: the text that its spans are offsets into."""


class _Place(NamedTuple):
    """Where a note belongs, whatever is open when its form is saved."""

    document_id: str
    text_id: str
    """Of the text in which it was seen."""
    span: Span


def edit(screen: ReadingScreen, one: Annotation, draft: Draft | None = None) -> None:
    """Edit everything about an annotation, or go on with it."""

    def save(changes: Changes, leave: Callable[[], object]) -> bool:
        if not changes:
            screen.tell("Nothing was changed")
            return True
        is_done = screen.change(one, leave, **_fields(changes))
        if is_done:
            screen.tell(f"Saved: {one.kind} {words}")
        return is_done

    words = screen.session.annotations.words(one)
    _open(screen, one, words, save, draft)


def write_note(screen: ReadingScreen, span: Span) -> None:
    """Write a note on a stretch of the open document."""
    document = screen.document
    if document is not None:
        place = _Place(document.id, document.text_id, span)
        _write_note(screen, place, document.words(span))


def take_up(screen: ReadingScreen, draft: Draft) -> None:
    """Go on with what was being written when the line was cut."""
    session = screen.session
    try:
        session.documents.get(draft.document_id)
        identity = draft.annotation_id
        one = session.annotations.get(identity) if identity else None
    except NotFoundError:
        # What it was about is gone; so is the use of it.
        session.drafts.discard(draft.name)
        screen.tell("What was being written is dropped: its place was removed")
        return
    if draft.document_id != screen.document_id:
        screen.open_document(draft.document_id)
    if draft.document_id != screen.document_id:
        return  # it cannot be read, which is told; the draft stays
    if one is not None:
        screen.reader.go_to(one.start, one.id)
        edit(screen, one, draft)
    else:
        screen.attempt(partial(_take_up_note, screen, draft))


def _take_up_note(screen: ReadingScreen, draft: Draft) -> None:
    """Go on with a note where its words are now."""
    documents, drafts = screen.session.documents, screen.session.drafts
    now = documents.text_id(draft.document_id)
    seen = str(draft.fields.get(_TEXT_ID, now))
    place = _Place(draft.document_id, seen, draft.spans[0])
    source = documents.older_text(place.document_id, place.text_id)
    words = words_of(source, [place.span])
    if seen != now:
        place = _followed(screen.session, place)
        fields = {**draft.fields, _TEXT_ID: place.text_id}
        moved = draft._replace(spans=(place.span,), fields=fields)
        # A draft is known by its place.
        drafts.keep(moved)
        if moved.name != draft.name:
            drafts.discard(draft.name)
        draft = moved
    if place.text_id == now:
        screen.reader.go_to(place.span.start)
    _write_note(screen, place, words, draft)


def _followed(session: Session, place: _Place) -> _Place:
    """A place in the text that its document reads now; the same one if that is in doubt."""
    document_id, text_id, span = place
    now = session.documents.text_id(document_id)
    found = session.documents.spans_now(document_id, text_id, [span])
    return _Place(document_id, now, found[0]) if found else place


def _write_note(
    screen: ReadingScreen, place: _Place, words: str, draft: Draft | None = None
) -> None:
    one = Annotation(
        id="",
        document_id=place.document_id,
        kind=Kind.NOTE,
        type="",
        spans=(place.span,),
        exact=(words,),
    )

    def save(changes: Changes, _: Callable[[], object]) -> bool:
        nonlocal place
        fields = _fields(changes)
        kind = fields.pop("kind", Kind.NOTE)
        try:
            screen.make(place.document_id, place.text_id, kind, place.span, **fields)
        except ConflictError as refusal:
            before, place = place, _followed(screen.session, place)
            what_to_do = (
                "^s puts it on the same words there"
                if place != before
                else "copy what you wrote: its words are not in the newer text"
            )
            raise ConflictError(refusal.message, what_to_do) from None
        screen.tell(f"Saved: {kind} {words}")
        return True

    _open(screen, one, words, save, draft, {_TEXT_ID: place.text_id})


def _fields(changes: Changes) -> Changes:
    """A form's changes as fields of the session: its tags are paths."""
    fields = dict(changes)
    if "tags" in fields:
        fields["new_tags"], fields["tags"] = tuple(fields["tags"]), ()
    return fields


def _open(
    screen: ReadingScreen,
    one: Annotation,
    words: str,
    save: Callable[[Changes, Callable[[], object]], bool],
    draft: Draft | None,
    known: Changes | None = None,
) -> None:
    """Open the form; what is typed is kept until it is saved or thrown away.

    Args:
        screen: over which.
        one: what is written on, or about.
        words: what it says in its document.
        save: stores what was typed; says whether that is done. If it is refused, or not
            done yet, the form stays; then it may be left by what ``save`` gets as well.
        draft: what had been typed before, if one goes on with it.
        known: fields that the draft has beside those of the form.
    """
    drafts = screen.session.drafts
    kept = Draft(one.document_id, one.id, one.spans, {})
    if draft is None:
        draft = next((each for each in drafts.all() if each.name == kept.name), None)

    def keep(fields: Changes) -> None:
        typed = {**fields, **(known or {})}
        screen.attempt(partial(drafts.keep, kept._replace(fields=typed)))

    def try_to_save(changes: Changes) -> bool:
        try:
            return save(changes, lambda: form.dismiss(True))
        except PizhuError as error:
            # On the page too: what it says of a success before is not so any more.
            screen.tell_error(error)
            raise

    def close(is_saved: bool | None) -> None:
        if not is_saved:
            screen.status.hush()
        screen.attempt(partial(drafts.discard, kept.name))

    form = AnnotationForm(
        one,
        screen.codebook,
        screen.session.speakers.names(),
        words,
        save=try_to_save,
        focus="note" if one.kind is Kind.NOTE else "speaker",
        draft=draft,
        keep=keep,
    )
    screen.app.push_screen(form, close)
