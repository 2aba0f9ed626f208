"""The right pane: the codebook above, the annotations of this document below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.message import Message

from annotations.model import Kind, Status
from tui.layout.by_place import ByPlace
from tui.layout.clip import clip, fit
from tui.layout.tints import KIND_COLOURS, TINTS
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult

    from annotations.model import Annotation, Tag
    from tui.widgets.virtual_list import Run

_LETTERS = {Kind.QUOTE: "q", Kind.CLAIM: "c", Kind.NOTE: "n"}
_STATUS = {
    Status.ACCEPTED: " ",
    Status.SUGGESTED: "?",
    Status.REJECTED: "x",
    Status.FLAGGED: "!",
}


class TagRows:
    """Rows of the codebook."""

    def __init__(
        self, tags: Sequence[Tag], carried: frozenset[str] = frozenset()
    ) -> None:
        self.tags = tags
        self.carried = carried

    def __len__(self) -> int:
        return len(self.tags)

    def row(self, index: int, cells: int) -> list[Run]:
        """Indent, colour, name, key and number of uses."""
        tag = self.tags[index]
        key = f"[{tag.key}]" if tag.key else ""
        tail = f" {key:>3} {tag.uses or '':>3}"
        head = "  " * tag.depth
        sign = "+" if tag.id in self.carried else " "
        room = max(cells - len(head) - 4 - len(tail), 4)
        colour = TINTS.get(tag.colour, "")
        return [
            (f"{sign}{head}## ", colour),
            (fit(tag.name, room), colour),
            (tail, "dim"),
        ]


class AnnotationRows:
    """Rows of a document's annotations."""

    def __init__(
        self,
        annotations: Sequence[Annotation],
        text_of: Callable[[Annotation], str],
        colours: Mapping[str, str],
    ) -> None:
        self.annotations = annotations
        self._text_of = text_of
        self._colours = colours

    def __len__(self) -> int:
        return len(self.annotations)

    def row(self, index: int, cells: int) -> list[Run]:
        """Kind, status, speaker, and as much of the text as there is room for."""
        one = self.annotations[index]
        name = next(
            (self._colours[tag] for tag in one.tags if tag in self._colours), ""
        )
        colour = TINTS[name or KIND_COLOURS[one.kind]]
        speaker = f"{clip(one.speaker, 12)}: " if one.speaker else ""
        said = one.note if one.kind is Kind.NOTE and one.note else self._text_of(one)
        return [
            (f"{_LETTERS[one.kind]}{_STATUS[one.status]}", colour),
            (speaker, "bold"),
            (clip(said, max(cells - 2, 1)), ""),
        ]


class TagSidebar(Vertical):
    """The codebook and the annotations of the open document."""

    DEFAULT_CSS = """
    TagSidebar { width: 34; background: $surface; }
    TagSidebar > #codebook { height: auto; max-height: 45%; min-height: 3; }
    TagSidebar > #annotations { height: 1fr; border-top: solid $panel; }
    """

    class TagChosen(Message):
        """A tag is to be put on the current annotation, or taken off."""

        def __init__(self, tag_id: str) -> None:
            super().__init__()
            self.tag_id = tag_id

    class AnnotationChosen(Message):
        """An annotation is to be gone to."""

        def __init__(self, annotation_id: str) -> None:
            super().__init__()
            self.annotation_id = annotation_id

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._tags: Sequence[Tag] = ()
        self._annotations = ByPlace()
        self._current: Annotation | None = None
        self._carried: frozenset[str] = frozenset()
        self._rows = TagRows(())

    def compose(self) -> ComposeResult:
        """Two lists."""
        yield VirtualList(id="codebook")
        yield VirtualList(id="annotations")

    @property
    def at_hand(self) -> Annotation | None:
        """The annotation whose row is highlighted, while the focus is in this pane."""
        return self._highlighted if self.has_focus_within else None

    def set_tags(self, tags: Sequence[Tag]) -> None:
        """Show a codebook."""
        self._tags = tags
        codebook = self.query_one("#codebook", VirtualList)
        codebook.styles.height = max(len(tags), 1)
        self._rows = TagRows(tags, self._carried)
        codebook.set_source(self._rows, codebook.highlighted)

    def set_annotations(
        self,
        annotations: ByPlace,
        text_of: Callable[[Annotation], str],
        colours: Mapping[str, str],
    ) -> None:
        """Show a document's annotations; ``text_of`` is asked for rows in sight only."""
        before = self._highlighted
        self._annotations = annotations
        number = annotations.number_of(before.id) if before else None
        self._list.set_source(
            AnnotationRows(annotations, text_of, colours),
            self._list.highlighted if number is None else number,
        )
        self._mark_carried()

    def highlight(self, annotation_id: str) -> None:
        """Highlight an annotation's row, wherever it has moved to."""
        number = self._annotations.number_of(annotation_id)
        if number is not None:
            self._list.highlight(number)

    def mark_current(self, annotation: Annotation | None) -> None:
        """Mark the annotation under the reader's cursor, and the tags it carries.

        While the focus is in this pane, the tags are those of the highlighted row.
        """
        self._current = annotation
        number = self._annotations.number_of(annotation.id) if annotation else None
        self._list.mark(number)
        self._mark_carried()

    def on_descendant_focus(self) -> None:
        """Show which annotation keys act on, also while the codebook has the focus."""
        self._list.steer(self.has_focus_within)
        self._mark_carried()

    def on_descendant_blur(self) -> None:
        """See ``on_descendant_focus``."""
        self.on_descendant_focus()

    @property
    def _list(self) -> VirtualList:
        return self.query_one("#annotations", VirtualList)

    @property
    def _highlighted(self) -> Annotation | None:
        number = self._list.highlighted
        is_there = number < len(self._annotations)
        return self._annotations[number] if is_there else None

    def _mark_carried(self) -> None:
        one = self.at_hand or self._current
        carried = frozenset(one.tags) if one else frozenset()
        changed = carried ^ self._carried
        if changed:
            self._carried = self._rows.carried = carried
            self.query_one("#codebook", VirtualList).refresh_rows(
                number for number, tag in enumerate(self._tags) if tag.id in changed
            )

    @on(VirtualList.Highlighted, "#annotations")
    def _walked(self, event: VirtualList.Highlighted) -> None:
        event.stop()
        self._mark_carried()

    @on(VirtualList.Chosen, "#codebook")
    def _choose_tag(self, event: VirtualList.Chosen) -> None:
        event.stop()
        self.post_message(self.TagChosen(self._tags[event.index].id))

    @on(VirtualList.Chosen, "#annotations")
    def _choose_annotation(self, event: VirtualList.Chosen) -> None:
        event.stop()
        self.post_message(self.AnnotationChosen(self._annotations[event.index].id))
