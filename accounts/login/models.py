"""Sessions, single-use tokens, second factors. Only hashes of what opens a door."""

from __future__ import annotations

import enum
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from foundation.database import Identified, Model


class LoginSession(Identified, Model):
    """A browser that is signed in. Ended here, it is ended everywhere."""

    __tablename__ = "login_session"

    token_hash: Mapped[str] = mapped_column(sa.String(64), unique=True)
    person_id: Mapped[UUID] = mapped_column(sa.ForeignKey("person.id"), index=True)
    membership_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("membership.id"))
    created_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]
    second_factor_at: Mapped[datetime | None]
    browser: Mapped[str] = mapped_column(sa.String(80), default="")
    ended_at: Mapped[datetime | None]


class TokenPurpose(enum.StrEnum):
    """The one thing a link is for."""

    INVITATION = "invitation"
    RESET = "reset"
    NEW_EMAIL = "new_email"


class OneTimeToken(Identified, Model):
    """A link in a mail: single use, short-lived, one purpose. `email` is the address that it proves."""

    __tablename__ = "one_time_token"

    purpose: Mapped[TokenPurpose]
    token_hash: Mapped[str] = mapped_column(sa.String(64), unique=True)
    person_id: Mapped[UUID] = mapped_column(sa.ForeignKey("person.id"), index=True)
    membership_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("membership.id"))
    email: Mapped[str] = mapped_column(sa.String(320), default="")
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class SecondFactor(Identified, Model):
    """The authenticator app of a person. `secret` is sealed with the key of the server."""

    __tablename__ = "second_factor"

    person_id: Mapped[UUID] = mapped_column(sa.ForeignKey("person.id"), unique=True)
    secret: Mapped[str] = mapped_column(sa.String(400))
    created_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    last_step: Mapped[int] = mapped_column(sa.BigInteger, default=0)


class RecoveryCode(Identified, Model):
    """A code for when the phone is gone; each works once."""

    __tablename__ = "recovery_code"

    person_id: Mapped[UUID] = mapped_column(sa.ForeignKey("person.id"), index=True)
    code_hash: Mapped[str] = mapped_column(sa.String(64))
    used_at: Mapped[datetime | None]
