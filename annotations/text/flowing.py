"""A long text as it flows, of which at first only the beginning has been read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.text.views import LogicalView

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotations.model import SourceText
    from annotations.text.paragraphs import Paragraph


class FlowingText:
    """The flowing view of a document; that it is read lazily is invisible to callers.

    Whatever the beginning alone cannot answer for certain has the whole text read, once.

    Args:
        source: the whole text, or the beginning of one, with the joins of all of it.
        read: reads the whole text, if ``source`` is a beginning.
    """

    def __init__(
        self, source: SourceText, read: Callable[[], SourceText] | None = None
    ) -> None:
        self._known = source
        self._read = read
        self._view = LogicalView(source.text, source.joins)

    def whole(self) -> SourceText:
        """All of the text."""
        if self._read is not None:
            self._known, self._read = self._read(), None
            self._view = LogicalView(self._known.text, self._known.joins)
        return self._known

    def up_to(self, offset: int) -> SourceText:
        """The text to a source offset at least (code points), with all its joins."""
        return self._known if offset <= len(self._known.text) else self.whole()

    @property
    def source(self) -> str:
        """The document's untouched text."""
        return self.whole().text

    def paragraph_at(self, offset: int) -> Paragraph:
        """The paragraph that holds ``offset``, else the next one, else the last."""
        found = self._view.paragraph_at(offset)
        return found if self._is_certain(found) else self._view.paragraph_at(offset)

    def after(self, paragraph: Paragraph) -> Paragraph | None:
        """The paragraph that follows, or None at the end."""
        found = self._view.after(paragraph)
        return found if self._is_certain(found) else self._view.after(paragraph)

    def before(self, paragraph: Paragraph) -> Paragraph | None:
        """The paragraph in front, or None at the start."""
        # However much is read, it is followed by the one that is known.
        return self._view.before(paragraph)

    def _is_certain(self, found: Paragraph | None) -> bool:
        """Whether the whole text has the same paragraph; if that is unknown, read it.

        A paragraph ends where it does, and a portion of a long one too, if another
        stands behind it.
        """
        if self._read is None:
            return True
        if found is not None and self._view.after(found) is not None:
            return True
        self.whole()
        return False
