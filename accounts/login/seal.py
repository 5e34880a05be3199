"""Seal what must be read again, with keys derived from the key of the server."""

from __future__ import annotations

import base64
import hmac

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from flask import current_app


def seal(text: str) -> str:
    """Give text that only this server can open."""
    return _fernet().encrypt(text.encode()).decode()


def unseal(sealed: str) -> str | None:
    """Open what was sealed here; None when it is not ours, or the key of the server changed."""
    try:
        return _fernet().decrypt(sealed.encode()).decode()
    except (InvalidToken, ValueError):
        return None


def fingerprint(text: str) -> str:
    """Give a hash (hex) that cannot be guessed at without the key of the server."""
    return hmac.new(_key(b"recovery codes"), text.encode(), "sha256").hexdigest()


def _fernet() -> Fernet:
    return Fernet(base64.urlsafe_b64encode(_key(b"second factor")))


def _key(purpose: bytes) -> bytes:
    secret = str(current_app.config["SECRET_KEY"]).encode()
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=b"wijkwijs " + purpose).derive(secret)
