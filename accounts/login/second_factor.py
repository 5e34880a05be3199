"""The second factor: an authenticator app, and codes for when the phone is gone."""

from __future__ import annotations

import secrets
from hmac import compare_digest
from uuid import UUID

import pyotp
import sqlalchemy as sa

from accounts.login import acts
from accounts.login.errors import WrongCode
from accounts.login.models import RecoveryCode, SecondFactor
from accounts.login.seal import fingerprint, seal, unseal
from foundation.audit.actions import record
from foundation.clock import now
from foundation.database import db
from foundation.transaction import afterwards

SECONDS = 30
RECOVERY_CODES, GROUP = 10, 5
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # without look-alikes


def new_secret() -> str:
    """Make the secret that app and server will share."""
    return pyotp.random_base32()


def address_for_app(secret: str, email: str) -> str:
    """Give what the QR code holds."""
    return pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name="Wijkwijs")


def has_factor(person_id: UUID) -> bool:
    """Tell whether somebody has set up a second factor."""
    return _factor_of(person_id) is not None


def turn_on(person_id: UUID, secret: str, code: str) -> list[str]:
    """Set up (or replace) the factor when the code of the app fits; give the recovery codes, once."""
    step = _step_of(secret, code, after=0)
    if step is None:
        raise WrongCode()
    _remove(person_id)
    row = SecondFactor(
        person_id=person_id, secret=seal(secret), created_at=now(), confirmed_at=now(), last_step=step
    )
    db.session.add(row)
    record(acts.FACTOR_SET, ("person", person_id), actor_id=person_id)
    return _new_recovery_codes(person_id)


def turn_off(person_id: UUID, *, actor_id: UUID | None) -> None:
    """Take the factor and its codes away."""
    _remove(person_id)
    record(acts.FACTOR_REMOVED, ("person", person_id), actor_id=actor_id)


def check(person_id: UUID, code: str) -> None:
    """Accept a code of the app or a recovery code, each once; raise WrongCode otherwise."""
    if _accepts_app(person_id, code) or _accepts_recovery(person_id, code):
        return
    afterwards(lambda: record(acts.FACTOR_FAILED, ("person", person_id), actor_id=person_id))
    raise WrongCode()


def _accepts_app(person_id: UUID, code: str) -> bool:
    factor = _factor_of(person_id, lock=True)
    secret = unseal(factor.secret) if factor else None
    if factor is None or secret is None:
        return False
    step = _step_of(secret, code, after=factor.last_step)
    if step is None:
        return False
    factor.last_step = step
    return True


def _accepts_recovery(person_id: UUID, code: str) -> bool:
    used = (
        sa.update(RecoveryCode)
        .where(
            RecoveryCode.person_id == person_id,
            RecoveryCode.code_hash == fingerprint(_plain(code)),
            RecoveryCode.used_at.is_(None),
        )
        .values(used_at=now())
    )
    if not db.session.execute(used).rowcount:  # type: ignore[attr-defined]
        return False
    record(acts.RECOVERY_USED, ("person", person_id), actor_id=person_id)
    return True


def _step_of(secret: str, code: str, *, after: int) -> int | None:
    """Give the step of time a code belongs to: now, or one beside it for a clock that is off."""
    typed, here = _plain(code), int(now().timestamp()) // SECONDS
    app = pyotp.TOTP(secret)
    fitting = [
        step
        for step in (here - 1, here, here + 1)
        if compare_digest(app.generate_otp(step).encode(), typed.encode()) and step > after
    ]
    return max(fitting, default=None)


def _factor_of(person_id: UUID, *, lock: bool = False) -> SecondFactor | None:
    found = sa.select(SecondFactor).where(
        SecondFactor.person_id == person_id, SecondFactor.confirmed_at.is_not(None)
    )
    return db.session.scalars(found.with_for_update() if lock else found).one_or_none()


def _new_recovery_codes(person_id: UUID) -> list[str]:
    codes = [_random_code() for _number in range(RECOVERY_CODES)]
    db.session.add_all(
        RecoveryCode(person_id=person_id, code_hash=fingerprint(_plain(each))) for each in codes
    )
    db.session.flush()
    return codes


def _remove(person_id: UUID) -> None:
    db.session.execute(sa.delete(RecoveryCode).where(RecoveryCode.person_id == person_id))
    db.session.execute(sa.delete(SecondFactor).where(SecondFactor.person_id == person_id))
    db.session.flush()


def _random_code() -> str:
    return "-".join("".join(secrets.choice(ALPHABET) for _letter in range(GROUP)) for _part in range(2))


def _plain(code: str) -> str:
    return "".join(code.split()).replace("-", "").lower()
