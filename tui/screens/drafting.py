"""Writing in the form over the page; what is typed is a draft until it is stored."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from annotations.errors import PizhuError
from annotations.model import Annotation, Draft, Kind
from tui.screens import marking
from tui.screens.annotation_form import AnnotationForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotations.model import Span
    from annotations.session import Session
    from tui.screens.reading import ReadingScreen

    Changes = dict[str, Any]


def edit(screen: ReadingScreen, one: Annotation, draft: Draft | None = None) -> None:
    """Edit everything about an annotation, or go on with it."""

    def save(changes: Changes | None) -> None:
        if changes:
            screen.attempt(
                lambda: screen.change(one, **_fields(screen.session, changes))
            )

    _open(screen, one, save, draft)


def write_note(screen: ReadingScreen, span: Span, draft: Draft | None = None) -> None:
    """Write a note on a stretch of the open document, or go on with it."""
    document = screen.document
    if document is None:
        return
    one = Annotation(
        id="",
        document_id=document.id,
        kind=Kind.NOTE,
        type="",
        spans=(span,),
        exact=(document.text[span.start : span.end],),
    )

    def save(changes: Changes | None) -> None:
        if changes is not None:
            screen.attempt(partial(_make, screen, span, changes))

    _open(screen, one, save, draft)


def take_up(screen: ReadingScreen, draft: Draft) -> None:
    """Go on with what was being written when the line was cut."""
    try:
        if draft.document_id != screen.document_id:
            screen.open_document(draft.document_id)
        identity = draft.annotation_id
        one = screen.session.annotations.get(identity) if identity else None
    except PizhuError:
        # What it was about is gone; so is the use of it.
        screen.session.drafts.discard(draft.name)
        return
    screen.reader.go_to(draft.spans[0].start, draft.annotation_id or None)
    if one is not None:
        edit(screen, one, draft)
    else:
        write_note(screen, draft.spans[0], draft)


def _make(screen: ReadingScreen, span: Span, changes: Changes) -> None:
    fields = _fields(screen.session, changes)
    kind = fields.pop("kind", Kind.NOTE)
    made = screen.session.annotations.create(screen.document_id, kind, [span], **fields)
    screen.put(made)
    screen.tell(f"Saved: {kind}")


def _fields(session: Session, changes: Changes) -> Changes:
    """A form's changes as fields of the session: tags by identity."""
    fields = dict(changes)
    paths = fields.get("tags")
    if isinstance(paths, list):
        fields["tags"] = marking.tags_of(session, paths)
    return fields


def _open(
    screen: ReadingScreen,
    one: Annotation,
    save: Callable[[Changes | None], None],
    draft: Draft | None,
) -> None:
    """Open the form; what is typed is kept until it is saved or thrown away."""
    drafts = screen.session.drafts
    kept = Draft(one.document_id, one.id, one.spans, {})
    if draft is None:
        draft = next((each for each in drafts.all() if each.name == kept.name), None)

    def keep(fields: Changes) -> None:
        screen.attempt(partial(drafts.keep, kept._replace(fields=fields)))

    def close(changes: Changes | None) -> None:
        save(changes)
        screen.attempt(partial(drafts.discard, kept.name))

    screen.app.push_screen(
        AnnotationForm(
            one,
            screen.codebook,
            screen.session.speakers.names(),
            screen.document.words_of(one) if screen.document else "",
            focus="note" if one.kind is Kind.NOTE else "speaker",
            draft=draft,
            keep=keep,
        ),
        close,
    )
