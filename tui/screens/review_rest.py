"""Review: deciding on all that is left of the queue in one step, after asking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.background import in_background
from tui.screens.choice import Choice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotations.model import Annotation, Status
    from tui.screens.document import DocumentScreen
    from tui.screens.review_run import ReviewRun

_NAMED = 3
"""Items that are named in the question."""


def ask_for_rest(
    screen: DocumentScreen,
    run: ReviewRun,
    status: Status,
    verb: str,
    decided: Callable[[Sequence[str], int], None],
) -> None:
    """Ask whether all that is left is meant, then do it in a thread.

    Args:
        screen: over which it is asked.
        run: what is left, of what.
        status: what is decided.
        verb: the same in a word that a sentence begins with.
        decided: called with the identities and how many were changed.

    Raises:
        NotFoundError: one of those that the question names is gone.
    """
    left = run.queue.undecided
    if not left:
        screen.tell("Nothing is left here")
        return
    first = [screen.session.annotations.get(one) for one in left[:_NAMED]]
    question = _question(verb, len(left), run.filter, first)
    answers = [("n", "no, go on one by one"), ("y", f"yes, {verb.lower()} {len(left)}")]

    def answered(answer: str | None) -> None:
        if answer != "y":
            return
        screen.tell(f"{verb}ing {len(left)} …")
        in_background(
            screen,
            screen.session,
            lambda session: session.reviewing.decide_all(left, status),
            lambda count: decided(left, count),
            screen.tell_error,
            group="bulk",
        )

    screen.app.push_screen(Choice(question, answers, f"{verb} all"), answered)


def _question(
    verb: str, count: int, filter_: str, first: Sequence[Annotation]
) -> list[str]:
    return [
        f"{verb} all {count} that are left of “{filter_}”?",
        *(f"  {one.kind} {one.type}: {' … '.join(one.exact)}" for one in first),
        "  …" if count > len(first) else "",
        "It is one step; u takes it back.",
    ]
