"""The rules by name, each with its version, and how sure one must be to be shown.

A version goes up whenever a rule can find something else than before, so that what
analysts decided on its suggestions is counted for the rule that made them.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

RULES: Mapping[str, int] = MappingProxyType(
    {
        "direct.colon": 19,
        "direct.sentence": 19,
        "direct.cue": 19,
        "direct.split": 19,
        "direct.fragment": 19,
        "direct.heading": 10,
        "indirect.cue": 19,
        "indirect.in-the-eyes-of": 19,
        "indirect.according-to": 19,
        "indirect.announced": 19,
        "indirect.turn": 17,
        "claim.statistic": 19,
        "claim.causal": 19,
        "claim.predictive": 19,
        "claim.normative": 19,
        "claim.factual": 19,
    }
)
"""Name of every rule and its version."""

THRESHOLDS: Mapping[str, float] = MappingProxyType(
    {
        "direct": 0.5,
        "indirect": 0.5,
        "statistic": 0.5,
        "causal": 0.6,
        "predictive": 0.5,
        "normative": 0.5,
        "factual": 0.6,
    }
)
"""Least score by type at which a suggestion is made, unless the caller says another."""

SPEAKER_THRESHOLD = 0.5
"""Least certainty at which a speaker is named: nothing is better than a wrong name."""
