"""Names and times of records: the clock and the random source in, strings that sort by time out.

Ids are UUIDv7 (RFC 9562), so two machines can make records without asking each other and a list of ids is in the order
of their making.
"""

from __future__ import annotations

import os
import threading
import time
from datetime import UTC, datetime
from uuid import UUID

_COUNTER_BITS = 12
_last_stamp = 0
_lock = threading.Lock()


def new_id() -> str:
    """A new UUIDv7, larger than every id that this process made before, also when the clock goes back."""
    tail = int.from_bytes(os.urandom(8), "big") >> 2
    stamp = _next_stamp()
    milliseconds, counter = stamp >> _COUNTER_BITS, stamp & ((1 << _COUNTER_BITS) - 1)
    return str(UUID(int=(milliseconds << 80) | (0x7 << 76) | (counter << 64) | (0b10 << 62) | tail))


def _next_stamp() -> int:
    """Milliseconds and, below them, a counter that starts at random: strictly ascending within one process."""
    global _last_stamp
    start = int.from_bytes(os.urandom(2), "big") >> 5
    fresh = (time.time_ns() // 1_000_000 << _COUNTER_BITS) | start
    with _lock:
        _last_stamp = max(_last_stamp + 1, fresh)
        return _last_stamp


def now() -> str:
    """The present time as ISO 8601 with milliseconds, UTC: "2026-09-20T10:11:12.345Z"."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
