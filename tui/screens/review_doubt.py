"""The places proposed for an annotation in doubt, one of them shown. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.records import InDoubt
    from tui.widgets.review_panel import Line


class ReviewDoubt:
    """What was moved, ambiguous or lost, and where it may belong."""

    def __init__(self, doubt: InDoubt) -> None:
        self._doubt = doubt
        self._at = 0

    def is_about(self, doubt: InDoubt) -> bool:
        """Whether it is the same annotation, with the same places proposed."""
        known = self._doubt
        return (known.annotation.id, known.proposals) == (
            doubt.annotation.id,
            doubt.proposals,
        )

    @property
    def spans(self) -> Sequence[Span]:
        """The proposed place that is shown; empty if none is proposed."""
        proposals = self._doubt.proposals
        return proposals[self._at].spans if proposals else ()

    def show_next(self) -> bool:
        """Go on to the next proposed place; say whether there is any."""
        proposals = self._doubt.proposals
        if proposals:
            self._at = (self._at + 1) % len(proposals)
        return bool(proposals)

    def chosen(self, selection: Span | None) -> Sequence[Span]:
        """The place to take: what somebody selected, else what is shown.

        Args:
            selection: offsets into the source. The shown place is selected by itself:
                then all its parts are meant, and not the stretch over them.
        """
        shown = self.spans
        if selection is None or (
            shown and selection == Span(shown[0].start, shown[0].end)
        ):
            return shown
        return [selection]

    def lines(self) -> list[Line]:
        """Which place is shown, and what the annotation said."""
        was = " … ".join("".join(part.split()) for part in self._doubt.annotation.exact)
        proposals = self._doubt.proposals
        if not proposals:
            place = "no place found: tab and select one, then a; or x"
        else:
            shown = proposals[self._at]
            number = f"place {self._at + 1}/{len(proposals)}, {shown.score:.2f}"
            place = f"{number}: a takes it, P shows the next, or select another one"
        return [(place, True), (f"was: {was}", False)]
