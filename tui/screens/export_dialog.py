"""Where to and what to export."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Grid, Vertical
from textual.suggester import SuggestFromList
from textual.widgets import Input, Label

from annotations.model import AnnotationFilter, Kind, Status
from tui.screens.dialog import FIELD_KEYS, Dialog
from tui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from annotations.model import Tag

_THIS = "this"
"""What is typed for the open document alone."""


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """A file to be written."""

    path: str
    matching: AnnotationFilter


class ExportDialog(Dialog[ExportRequest]):
    """A file name and filters; an empty filter lets everything through."""

    BINDINGS: ClassVar[list[BindingType]] = FIELD_KEYS
    DEFAULT_CSS = """
    ExportDialog Grid {
        grid-size: 2; grid-columns: 12 1fr; grid-rows: 1; height: auto; grid-gutter: 0 1;
    }
    ExportDialog #wrong { color: $error; height: auto; }
    """

    def __init__(self, path: str, tags: Sequence[Tag], document_id: str | None) -> None:
        super().__init__()
        self._path = path
        self._tags = {tag.path: tag.id for tag in tags}
        self._document_id = document_id

    def compose(self) -> ComposeResult:
        """One line a filter."""
        kinds, states = [*Kind], [*Status]
        with Vertical(classes="box") as box:
            box.border_title = "Export to CSV"
            box.border_subtitle = "enter: write  tab: next field  esc"
            with Grid():
                yield Label("File", classes="label")
                yield Field(self._path, id="path", max_length=1000)
                yield Label("Kinds", classes="label")
                yield Field(id="kinds", placeholder=f"all of {' '.join(kinds)}")
                yield Label("Status", classes="label")
                yield Field(id="statuses", placeholder=f"all of {' '.join(states)}")
                yield Label("Tag", classes="label")
                yield Field(
                    id="tag",
                    placeholder="any; with the tags under it",
                    suggester=SuggestFromList(list(self._tags)),
                )
                yield Label("Documents", classes="label")
                yield Field(id="documents", placeholder=f"all, or: {_THIS}")
            yield Label("", id="wrong", markup=False)

    @on(Input.Submitted)
    def _write(self, event: Input.Submitted) -> None:
        event.stop()
        values = {one.id: one.value.split() for one in self.query(Input)}
        problems = [
            f"no {name}: {word}"
            for name, known in (("kinds", Kind), ("statuses", Status))
            for word in values[name]
            if word not in [*known]
        ]
        tag = self.query_one("#tag", Input).value.strip()
        if tag and tag not in self._tags:
            problems.append(f"no tag {tag}")
        path = self.query_one("#path", Input).value.strip()
        if not path:
            problems.append("a file name is needed")
        documents = self.query_one("#documents", Input).value.strip()
        if documents not in {"", _THIS}:
            problems.append(f"no documents: {documents}; empty for all, or: {_THIS}")
        elif documents and not self._document_id:
            problems.append("no document is open")
        if problems:
            self.query_one("#wrong", Label).update("; ".join(problems))
            return
        self.dismiss(
            ExportRequest(
                path,
                AnnotationFilter(
                    kinds=tuple(Kind(word) for word in values["kinds"]),
                    statuses=tuple(Status(word) for word in values["statuses"]),
                    tag_ids=(self._tags[tag],) if tag else (),
                    document_ids=(str(self._document_id),) if documents else (),
                ),
            )
        )
