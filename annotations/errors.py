"""What can go wrong, each in one line a reader can act on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotations.model import Annotation


class PizhuError(Exception):
    """Something a user can understand; the shell shows its message, never a traceback.

    Args:
        message: what happened and where, in one line.
        hint: what to do about it, in one line; may be empty.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}; {self.hint}" if self.hint else self.message


class SourceRefusedError(PizhuError):
    """A file that cannot become a document: binary, empty, unreadable, undecodable."""


class ProjectRefusedError(PizhuError):
    """A project file that must not be touched: foreign, damaged, newer, read-only."""


class StorageError(PizhuError):
    """The action could not be written (a full disk, say); nothing changed."""


class NotFoundError(PizhuError):
    """No such document, annotation or tag in this project."""


class InvalidError(PizhuError):
    """A value that the project does not allow, such as a second tag on one key."""


class ClashError(PizhuError):
    """The rows would contradict each other: a name taken, something needed gone."""


class ConflictError(PizhuError):
    """Somebody else changed it since it was read; nothing was overwritten.

    Args:
        message: what happened.
        hint: what to do.
        current: the annotation as it is now; None if it is gone.
    """

    def __init__(
        self, message: str, hint: str = "", current: Annotation | None = None
    ) -> None:
        super().__init__(message, hint)
        self.current = current


class CannotUndoError(PizhuError):
    """The step cannot be undone, because something later depends on it."""


class LargeStepError(PizhuError):
    """The step has more rows than were to be taken back at once; nothing was done."""
