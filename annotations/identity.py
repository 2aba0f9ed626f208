"""Identities and times: UUIDv7 and UUIDv8 (RFC 9562) and ISO 8601 in UTC."""

from __future__ import annotations

import os
import re
import threading
import time
from datetime import UTC, datetime

_ID = r"[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
_TIME = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z"

_lock = threading.Lock()
_latest = 0


def new_id() -> str:
    """Return a UUIDv7 as 36 characters.

    Identities made by one process sort in the order they were made, even within one
    millisecond: the 12 bits after the version count on (RFC 9562, section 6.2,
    method 3: sub-millisecond fraction as the leading random bits).
    """
    global _latest  # noqa: PLW0603 - the clock of this process
    with _lock:
        ticks = time.time_ns() * 4096 // 1_000_000
        _latest = ticks = max(ticks, _latest + 1)
    milliseconds, fraction = divmod(ticks, 4096)
    tail = int.from_bytes(os.urandom(8), "big") & ((1 << 62) - 1)
    value = (milliseconds & ((1 << 48) - 1)) << 80
    value |= 0x7 << 76 | fraction << 64 | 0b10 << 62 | tail
    return _spelled(value)


def _spelled(value: int) -> str:
    digits = f"{value:032x}"
    return "-".join(
        (digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:])
    )


def derived_id(*parts: str) -> str:
    """Return a UUIDv8 that is the same wherever it is made from the same parts.

    For what a program finds: two hosts that find it alike have made one thing.
    """
    import hashlib

    digest = hashlib.sha256("\x00".join(parts).encode("utf-8", "surrogatepass"))
    value = int.from_bytes(digest.digest()[:16], "big")
    value = value & ~(0xF << 76) | 0x8 << 76
    value = value & ~(0b11 << 62) | 0b10 << 62
    return _spelled(value)


def now() -> str:
    """Return the time in UTC to the millisecond, as ``2026-11-21T02:00:00.123Z``."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def is_id(value: object) -> bool:
    """Whether something is spelled as ``new_id`` and ``derived_id`` spell."""
    return isinstance(value, str) and re.fullmatch(_ID, value) is not None


def is_time(value: object) -> bool:
    """Whether something is spelled as ``now`` spells."""
    return isinstance(value, str) and re.fullmatch(_TIME, value) is not None
