"""What every page stands in: three panes, a line that tells, key hints, the dictionary."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.screen import Screen

from annotations.errors import PizhuError
from annotations.text.words import Segmenter
from tui.keymap import hints
from tui.widgets.key_hints import KeyHints
from tui.widgets.panes import Panes
from tui.widgets.reader_view import ReaderView
from tui.widgets.status_line import Severity, StatusLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from annotations.model import Span
    from annotations.session import Session
    from tui.settings import Settings
    from tui.widgets.file_list import FileList
    from tui.widgets.tag_sidebar import TagSidebar

_LOADING = "Loading the dictionary …"


class WorkspaceScreen(Screen[None]):
    """Lays out and tells; which document is shown is a subclass's."""

    AUTO_FOCUS = "#reader"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "next_pane(1)", "next pane", show=False),
        Binding("shift+tab", "next_pane(-1)", "pane before", show=False),
        Binding("escape", "back_to_text", "back to the text", show=False),
    ]
    """The keys of the panes; those of ``tui.keymap`` are bound by the subclass."""

    DEFAULT_CSS = """
    WorkspaceScreen { layout: vertical; layers: default over; }
    """

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self.session = session
        """The project."""
        self._settings = settings
        self._segmenter = Segmenter(session.own_words())
        self._told_at: tuple[int, Span | None] = (-1, None)

    def compose(self) -> ComposeResult:
        """Three panes and two lines below them."""
        yield Panes(text_width=self._settings.text_width)
        yield StatusLine(id="status")
        yield KeyHints(id="hints")

    def on_resize(self) -> None:
        """All panes stand where there is room for them."""
        self.panes.fit(self.size.width)

    def lay_out(self) -> None:
        """Lay the page out anew: characters have other widths than before."""
        self.reader.lay_out()

    # Parts

    @property
    def panes(self) -> Panes:
        """All three."""
        return self.query_one(Panes)

    @property
    def files(self) -> FileList:
        """The left pane."""
        return self.panes.files

    @property
    def reader(self) -> ReaderView:
        """The middle pane."""
        return self.panes.reader

    @property
    def tags(self) -> TagSidebar:
        """The right pane."""
        return self.panes.tags

    @property
    def status(self) -> StatusLine:
        """The line that says where one is."""
        return self.query_one("#status", StatusLine)

    # Panes

    def on_descendant_focus(self) -> None:
        """Tell of the keys of the pane that has them now."""
        self._show_hints()

    def action_toggle_files(self) -> None:
        """Show or hide the file list."""
        self.panes.toggle(self.files)

    def action_toggle_tags(self) -> None:
        """Show or hide tags and annotations."""
        self.panes.toggle(self.tags)

    def action_next_pane(self, step: int) -> None:
        """Go to the next pane; on a narrow screen it unfolds."""
        self.panes.go_round(step)

    def action_back_to_text(self) -> None:
        """To the reader; side panes fold away where there is no room for them."""
        self.panes.back_to_text()

    # Words

    @on(ReaderView.WordsAwaited)
    def _words_awaited(self, event: ReaderView.WordsAwaited) -> None:
        event.stop()
        # Words that came at once leave no wait to tell of, and the key has told already.
        if not self.reader.units.words_ready:
            self.tell(_LOADING)

    @on(ReaderView.NoUnit)
    def _no_unit(self, event: ReaderView.NoUnit) -> None:
        self.tell(event.words)

    @on(ReaderView.WordsLoaded)
    def _words_loaded(self, event: ReaderView.WordsLoaded) -> None:
        event.stop()
        # What the key that waited has told comes before this.
        if self.status.message == _LOADING:
            self.status.hush()

    # What is told

    def tell(self, message: str, severity: Severity = "information") -> None:
        """Say something until the analyst moves on."""
        self._told_at = (self.reader.cursor, self.reader.selection)
        self.status.tell(message, severity)

    def tell_error(self, error: PizhuError) -> None:
        """Say why something was refused."""
        self.tell(str(error), "error")

    def attempt(self, action: Callable[[], object]) -> None:
        """Do something that may be refused; say why in one line if it is."""
        try:
            action()
        except PizhuError as error:
            self.tell_error(error)

    def _hush_if_moved(self) -> None:
        """What was told counts no more when one is elsewhere."""
        if self._told_at != (self.reader.cursor, self.reader.selection):
            self.status.hush()

    def _show_hints(self) -> None:
        self.query_one("#hints", KeyHints).set_hints(
            hints(self._situation, self._settings.keys)
        )

    @property
    def _situation(self) -> str:
        """Which keys are told of."""
        reader = self.reader
        for pane in (self.files, self.tags):
            if pane.has_focus_within and self.focused is not None:
                return self.focused.id or ""
        return "select" if reader.selection else "mark" if reader.current else "read"
