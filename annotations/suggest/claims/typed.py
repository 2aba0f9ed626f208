"""Types of claims: what words make a unit causal, predictive, normative or factual.

The first type that fits is taken, but what is called for before its effects are told is
normative. A score says how much somebody who follows a debate would want the claim kept.
"""

from __future__ import annotations

import re

from annotations.suggest.claims.words import (
    CAUSAL,
    FACTUAL,
    FIRM,
    FIRST_PERSON,
    LOOSE,
    MUSING,
    NEWS,
    NORMATIVE,
    NORMATIVE_FIRST,
    PLAN,
    PREDICTIVE,
    SCENE,
    URGING,
)
from annotations.suggest.recipes import PROCEDURE

_PURPOSE = re.compile("为了?(?![何此])[^，。；]{4,40}，")
"""What something is done for, which is no effect yet."""
_SCORES = {"causal": 0.7, "predictive": 0.75, "planned": 0.65, "normative": 0.7}
"""Score of a unit that only shows its type."""
_FACTUAL_SCORE = 0.52


def typed(unit: str, cue: str | None = None) -> tuple[str, float] | None:
    """Type and score (0 to 0.95) of a unit by its words; None if it claims nothing.

    Args:
        unit: a sentence or part of one, from its first word to its mark.
        cue: what somebody is reported to say it with; None if nobody is.
    """
    found = signed(unit, cue)
    return found and (found[0], _score(unit, found[1], is_said=cue is not None))


def signed(unit: str, cue: str | None) -> tuple[str, float] | None:
    """Type of a unit, and its score before what casts doubt on it; None as above."""
    norm = NORMATIVE_FIRST.match(unit) or NORMATIVE.search(unit)
    purpose = _PURPOSE.match(unit) if unit.startswith("为") else None
    cause = CAUSAL.search(unit, purpose.end() if purpose else 0)
    if cause and not (norm and norm.start() < cause.start()):
        return "causal", _SCORES["causal"]
    if future := PREDICTIVE.search(unit):
        if not (norm and norm.start() < future.start()):
            return "predictive", _SCORES["predictive"]
    elif PLAN.search(unit):
        return "predictive", _SCORES["planned"]
    if norm or cue in URGING:
        return "normative", _SCORES["normative"]
    signs = len(FACTUAL.findall(unit))
    if not signs and (not cue or cue in LOOSE):
        return None
    more = 0.04 * min(max(signs - 1, 0), 3)
    return "factual", _FACTUAL_SCORE + 0.1 * bool(FIRM.search(unit)) + more


def demands(unit: str) -> bool:
    """Whether a unit may say what should be done, at its beginning or further on."""
    return NORMATIVE.search(unit) is not None


def is_procedure(unit: str) -> bool:
    """Whether a unit tells how something is made, cooked or filled in."""
    return PROCEDURE.search(unit) is not None


def _score(unit: str, score: float, *, is_said: bool) -> float:
    doubt = 0.2 * bool(SCENE.search(unit)) + 0.3 * is_procedure(unit)
    doubt += 0.2 * bool(MUSING.search(unit)) + 0.2 * bool(FIRST_PERSON.search(unit))
    worth = 0.1 * is_said + 0.05 * bool(NEWS.search(unit)) - 0.1 * (len(unit) < 16)
    return round(max(0.0, min(score + worth - doubt, 0.95)), 2)
