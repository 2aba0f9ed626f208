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
        "direct.colon": 18,
        "direct.sentence": 18,
        "direct.cue": 18,
        "direct.split": 18,
        "direct.fragment": 18,
        "direct.heading": 9,
        "indirect.cue": 18,
        "indirect.in-the-eyes-of": 18,
        "indirect.according-to": 18,
        "indirect.announced": 18,
        "indirect.turn": 16,
        "claim.statistic": 18,
        "claim.causal": 18,
        "claim.predictive": 18,
        "claim.normative": 18,
        "claim.factual": 18,
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
