"""Which stretch a key means, and what stands there already."""

from __future__ import annotations

from annotations.model import Annotation, Kind, Span, Status
from tui.screens.marking import proposed, standing

HERE, THERE = Span(3, 9), Span(20, 24)


def one(
    name: str,
    *spans: Span,
    kind: Kind = Kind.QUOTE,
    status: Status = Status.ACCEPTED,
) -> Annotation:
    return Annotation(
        id=name,
        document_id="d",
        kind=kind,
        type="",
        spans=spans,
        exact=("",) * len(spans),
        status=status,
    )


def test_the_same_span_and_kind_stands_there() -> None:
    claim, wider = one("c", HERE, kind=Kind.CLAIM), one("w", Span(3, 10))
    assert standing([claim, wider], Kind.QUOTE, HERE) is None
    assert standing([claim, wider], Kind.CLAIM, HERE) is claim


def test_what_is_accepted_comes_before_a_suggestion() -> None:
    suggested = one("s", HERE, status=Status.SUGGESTED)
    accepted = one("a", HERE)
    assert standing([suggested, accepted], Kind.QUOTE, HERE) is accepted
    assert standing([suggested], Kind.QUOTE, HERE) is suggested


def test_of_several_stretches_a_suggestion_counts_for_each() -> None:
    parts = one("p", HERE, THERE, status=Status.SUGGESTED)
    assert standing([parts], Kind.QUOTE, THERE) is parts
    whole = one("w", HERE, status=Status.SUGGESTED)
    assert standing([parts, whole], Kind.QUOTE, HERE) is whole
    assert standing([one("a", HERE, THERE)], Kind.QUOTE, HERE) is None


def test_the_shortest_suggestion_of_a_kind_is_meant() -> None:
    short = one("s", Span(3, 6), status=Status.SUGGESTED)
    long = one("l", HERE, status=Status.SUGGESTED)
    claim = one("c", Span(3, 5), kind=Kind.CLAIM, status=Status.SUGGESTED)
    accepted = one("a", Span(3, 4))
    assert proposed([long, accepted, claim, short], Kind.QUOTE) is short
    assert proposed([accepted], Kind.QUOTE) is None
