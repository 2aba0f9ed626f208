"""A file that did not become a document, as a value: adding others goes on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refused:
    """A file by name, and why it was refused."""

    path: str
    reason: str
