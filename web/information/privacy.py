"""The privacy register: loaded once, checked, shown on `/privacy`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from content.reading import parse_yaml, read_text

REGISTER = Path(__file__).parent / "privacy.yaml"


@dataclass(frozen=True)
class PrivacyRule:
    """What one table holds of people, and the promises about it."""

    table: str
    what: str
    purpose: str
    term: str
    export: str
    erasure: str


@cache
def privacy_rules() -> tuple[PrivacyRule, ...]:
    """Read the register."""
    return tuple(PrivacyRule(**entry) for entry in parse_yaml(read_text(REGISTER), name=REGISTER.name))
