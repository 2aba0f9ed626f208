"""The terminal application: theme, keys, signals; everything else is a screen's."""

from __future__ import annotations

import asyncio
import gc
import signal
from collections import deque
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.actions import parse
from textual.widgets import Input

from tui.faults import FaultConsole
from tui.keymap import bindings, checked
from tui.layout.least import is_too_small
from tui.others_writing import GIVEN_UP, WAITING, may_change, others_done
from tui.output.driver import ThriftyApp
from tui.screens.dialog import Dialog
from tui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import FrameType

    from textual.actions import ActionParseResult
    from textual.binding import BindingType
    from textual.command import Provider
    from textual.dom import DOMNode
    from textual.geometry import Size
    from textual.screen import Screen

    from annotations.session import Session
    from tui.settings import Settings

    _Typed = events.Key | events.Paste
    _Handler = Callable[[int, FrameType | None], object] | int | None


_ENDING = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT, signal.SIGQUIT)
"""Signals upon which everything is kept and the terminal given back."""
_NOT_TAKEN = "Paste not taken; open a text field first"


def _commands() -> type[Provider]:
    from tui.palette import Commands

    return Commands


class PizhuApp(ThriftyApp):
    """pizhu in the terminal."""

    TITLE = "pizhu 批注"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings("app"))
    COMMANDS: ClassVar = {_commands}
    COMMAND_PALETTE_BINDING = "ctrl+p"
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        session: Session,
        settings: Settings,
        document_id: str | None = None,
        *,
        review: str | None = None,
    ) -> None:
        """Read, from a document on; or go straight into review with a filter.

        Args:
            session: the project.
            settings: the user's.
            document_id: where to begin, else where one left.
            review: a filter, empty for the queue as it was left; None to read.
        """
        super().__init__(settings.ambiguous_width)
        self._session = session
        self._review = review
        # A frame in between costs a slow line as much as the last one.
        self.animation_level = "none"
        self._settings = settings
        self._is_leaving = False
        self._handlers: dict[signal.Signals, _Handler] = {}
        self._reading = ReadingScreen(session, settings, document_id)
        self._held: list[_Typed] = []
        self._handed: deque[tuple[_Typed, DOMNode]] = deque(maxlen=64)
        self.theme = settings.theme
        self.set_keymap(checked(settings.keys)[0])

    def get_default_screen(self) -> Screen[None]:
        """The reader, without a blank screen drawn before it."""
        return self._reading

    def on_mount(self) -> None:
        """Leave in good order when the line is cut."""
        loop = asyncio.get_running_loop()

        def leave(number: int, _: object) -> None:
            loop.call_soon_threadsafe(self._leave, 128 + number)

        # The loop's own handlers lose a signal while many keys wait: the pipe by which
        # they wake it is full then.
        self._handlers = {number: signal.signal(number, leave) for number in _ENDING}
        if self._review is not None:
            from tui.screens.review import ReviewScreen

            self.push_screen(
                ReviewScreen(self._session, self._settings, self._review or None)
            )

    def on_unmount(self) -> None:
        """Leave signals to whoever had them."""
        for number, handler in self._handlers.items():
            signal.signal(number, handler)

    def on_ready(self) -> None:
        """Look for garbage from now on, but not among what the start has made."""
        self._cover(self.size)  # the size may have come before the first screen
        if not gc.isenabled():
            self.call_after_refresh(_collect_garbage)

    def on_resize(self, event: events.Resize) -> None:
        """Say so when there is no room to read in."""
        self._cover(event.size)

    def _cover(self, size: Size) -> None:
        # By what it allows, so that no start has to load a screen that is never seen.
        is_covered = hasattr(self.screen, "ALLOWED")
        if is_too_small(*size):
            if not is_covered:
                from tui.screens.too_small import TooSmall

                self.push_screen(TooSmall())
        elif is_covered:
            self.pop_screen()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let nothing be done that nobody could see."""
        allowed: frozenset[str] | None = getattr(self.screen, "ALLOWED", None)
        return allowed is None or action in allowed

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do what a key means; keys behind one that has to wait for others wait too."""
        name = parse(action)[1] if isinstance(action, str) else action[1]
        in_dialog = isinstance(self.screen, Dialog)
        if may_change(name, in_dialog=in_dialog) and not await self._others_done():
            return True
        return await super().run_action(action, default_namespace, namespaces)

    async def _others_done(self) -> bool:
        page = next(
            one for one in reversed(self.screen_stack) if isinstance(one, ReadingScreen)
        )
        told: list[str] = []

        def tell() -> None:
            told.append(WAITING)
            page.tell(WAITING, "warning")

        is_done = await others_done(self._session, tell, lambda: self._is_leaving)
        if not is_done:
            page.tell(GIVEN_UP, "error")
        elif told:
            page.status.hush()
        return is_done

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Let no cursor blink, wherever one types: an idle screen sends nothing."""
        if getattr(event.widget, "cursor_blink", False):
            event.widget.cursor_blink = False  # type: ignore[attr-defined]

    async def on_event(self, event: events.Event) -> None:
        """Keep keys for a dialog that is opening until it can take them.

        On a slow line people type ahead; what they type after the key that opens a
        dialog is meant for the dialog.
        """
        if isinstance(event, events.InputEvent):
            # Typed ahead, keys come one upon the other, and the queue hands them over
            # without a break: signals and pictures would wait for the last.
            await asyncio.sleep(0)
            if self._is_leaving:
                return
        if isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded:
            if self._held or self._is_opening:
                self._hold(event)
                return
            self._handed.append((event, self._receiver))
        await super().on_event(event)

    def on_key(self, event: events.Key) -> None:
        """Send a key on that was handed to the page before what it is meant for was there.

        A key works only when it has bubbled up to here, so the ones after a key that
        opens a dialog or a line to type in may have been handed out already.
        """
        if self._was_early(event):
            event.stop()
            event.prevent_default()
            self._hold(events.Key(event.key, event.character))

    def on_paste(self, event: events.Paste) -> None:
        """Say that nothing has taken what was pasted, unless it only came too early."""
        if self._was_early(event):
            self._hold(events.Paste(event.text))
            return
        for screen in reversed(self.screen_stack):
            if isinstance(screen, ReadingScreen):
                screen.status.tell(_NOT_TAKEN, "warning")
                return

    def on_hung_up(self) -> None:
        """Leave as when the line is cut: not everybody is sent a signal."""
        self._leave(128 + signal.SIGHUP)

    def _hold(self, event: _Typed) -> None:
        """Hand it on in its turn; what is typed after it waits behind it."""
        self._held.append(event)
        self.call_later(self._release)

    def _was_early(self, event: _Typed) -> bool:
        """Whether a dialog or a line to type in, by now there, should have had it."""
        given = next((one for key, one in self._handed if key is event), None)
        receiver = self._receiver
        return isinstance(receiver, (Dialog, Input)) and given not in (None, receiver)

    @property
    def _receiver(self) -> DOMNode:
        """Whom keys are meant for: a dialog, a line to type in on a page, or the page."""
        on_page = self.focused if isinstance(self.focused, Input) else None
        return (
            self.screen if isinstance(self.screen, Dialog) else on_page or self.screen
        )

    @property
    def _is_opening(self) -> bool:
        return isinstance(self.screen, Dialog) and self.screen.focused is None

    async def _release(self) -> None:
        if self._is_opening:
            self.call_later(self._release)
            return
        held, self._held = self._held, []
        for event in held:
            self._handed.append((event, self._receiver))
            await super().on_event(event)

    def widths_changed(self) -> None:
        """Lay out the page and draw everything."""
        self._reading.lay_out()
        super().widths_changed()

    def action_help(self) -> None:
        """Show all keys."""
        from tui.screens.help import Help

        self.push_screen(Help(self._settings.keys))

    async def action_quit(self) -> None:
        """Leave; the place is kept."""
        self._leave(0)

    def _leave(self, return_code: int) -> None:
        self._is_leaving = True
        for screen in self.screen_stack:
            if isinstance(screen, Dialog):
                screen.keep_draft()
            elif isinstance(screen, ReadingScreen):
                screen.keep_place()
        self.exit(return_code=return_code)


def _collect_garbage() -> None:
    gc.freeze()
    gc.enable()


def run(
    session: Session,
    settings: Settings,
    document_id: str | None = None,
    *,
    review: str | None = None,
) -> int:
    """Open the reader, or review, and stay until it is left; return the exit status.

    Raises:
        InterfaceError: something unexpected ended it; the terminal is as it was.
    """
    app = PizhuApp(session, settings, document_id, review=review)
    faults = FaultConsole()
    app.error_console = faults
    app.run(mouse=settings.mouse)
    faults.raise_fault()
    return app.return_code or 0
