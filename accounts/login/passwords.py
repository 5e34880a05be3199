"""Passwords: argon2id, one price for a right, a wrong and a missing one."""

from __future__ import annotations

import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


def hash_password(password: str) -> str:
    """Give what is kept of a password."""
    return _hasher.hash(_normal(password))


def matches(kept: str, password: str) -> bool:
    """Tell whether a password fits; who has none costs the same time and never fits."""
    try:
        return _hasher.verify(kept or _nobodys_hash(), _normal(password)) and bool(kept)
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(kept: str) -> bool:
    """Tell whether a kept hash was made with other parameters than today's."""
    return _hasher.check_needs_rehash(kept)


@cache
def _nobodys_hash() -> str:
    return _hasher.hash("nobody has this password")


def _normal(password: str) -> str:
    return unicodedata.normalize("NFC", password)
