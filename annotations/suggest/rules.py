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
        "direct.colon": 16,
        "direct.sentence": 16,
        "direct.cue": 16,
        "direct.split": 16,
        "direct.fragment": 16,
        "direct.heading": 7,
        "indirect.cue": 16,
        "indirect.in-the-eyes-of": 16,
        "indirect.according-to": 16,
        "indirect.announced": 16,
        "indirect.turn": 14,
        "claim.statistic": 16,
        "claim.causal": 16,
        "claim.predictive": 16,
        "claim.normative": 16,
        "claim.factual": 16,
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
