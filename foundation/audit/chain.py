"""How a link of the chain is hashed. Pure."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

FIELDS = (
    "chain", "sequence", "at", "act", "actor_id", "acted_for_id",
    "subject_type", "subject_id", "reason", "details", "source", "previous",
)  # fmt: skip


def link_hash(values: Mapping[str, Any]) -> str:
    """Hash the fields of an entry, in a fixed order and notation (SHA-256, hex)."""
    return hashlib.sha256(canonical({field: values[field] for field in FIELDS}).encode()).hexdigest()


def canonical(value: Any) -> str:
    """Write a structure as JSON in exactly one way: sorted keys, no spaces, UTC instants."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=_plain)


def _plain(value: Any) -> str:
    if isinstance(value, datetime):
        return value.isoformat(timespec="microseconds")
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no place in a canonical text")
