"""Review: deciding on all that is left of the queue in one step, after asking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.background import in_background
from tui.screens.choice import Choice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotations.model import Annotation, Status
    from annotations.records import DecidedTogether
    from tui.screens.document import DocumentScreen
    from tui.screens.review_run import ReviewRun

_NAMED = 3
"""Items that are named in the question."""


def ask_for_rest(
    screen: DocumentScreen,
    run: ReviewRun,
    status: Status,
    verb: str,
    decided: Callable[[Sequence[str], DecidedTogether], None],
) -> None:
    """Ask whether all that is left is meant, then do it in a thread.

    Args:
        screen: over which it is asked.
        run: what is left, of what.
        status: what is decided.
        verb: the same in a word that a sentence begins with.
        decided: called with the identities and what came of it.

    Raises:
        NotFoundError: one of those that the question names is gone.
    """
    left, seen = run.queue.undecided, run.seen
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
            lambda session: session.reviewing.decide_all(left, status, seen),
            lambda done: decided(left, done),
            screen.tell_error,
            group="bulk",
        )

    screen.app.push_screen(Choice(question, answers, f"{verb} all"), answered)


def told_of_rest(status: Status, done: DecidedTogether) -> str:
    """What is said when it is done."""
    count = len(done.passed_over)
    if not count:
        return f"{done.count} {status}; u takes it back"
    were = "was" if count == 1 else "were"
    return f"{done.count} {status}; {count} {were} changed by somebody else meanwhile"


def _question(
    verb: str, count: int, filter_: str, first: Sequence[Annotation]
) -> list[str]:
    return [
        f"{verb} all {count} that are left of “{filter_}”?",
        *(f"  {one.kind} {one.type}: {' … '.join(one.exact)}" for one in first),
        "  …" if count > len(first) else "",
        "It is one step; u takes it back.",
    ]
