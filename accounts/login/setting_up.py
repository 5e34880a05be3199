"""A second factor in the making: its secret travels sealed in the cookie until a code proves it."""

from __future__ import annotations

import segno
from flask import render_template, session

from accounts.login import second_factor
from accounts.login.seal import seal, unseal

KEY = "new_factor"


def secret_in_hand() -> str:
    """Give the secret that this browser is setting up; the same one until it is settled."""
    secret = unseal(session.get(KEY, ""))
    if secret is None:
        secret = second_factor.new_secret()
        session[KEY] = seal(secret)
    return secret


def secret_settled() -> None:
    """Forget the secret in the making."""
    session.pop(KEY, None)


def drawing_of(secret: str, email: str) -> dict[str, object]:
    """Give the QR code and the secret as text in groups of four."""
    code = segno.make(second_factor.address_for_app(secret, email), micro=False, error="m")
    groups = " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
    return {"qr": code.svg_inline(scale=5, dark="#000", light="#fff", border=3), "secret": groups}


def codes_page(codes: list[str], *, go_on: str) -> str:
    """Show the recovery codes: this once, they are not kept readable."""
    return render_template("login/recovery_codes.html", codes=codes, go_on=go_on)
