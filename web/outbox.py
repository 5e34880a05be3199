"""`/postbus`: the mails of the demo, readable in the browser. No other mode has this page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from flask import Blueprint, current_app, render_template, request
from flask.typing import ResponseReturnValue

from accounts.policy.guard import public
from foundation.database import db
from foundation.errors import Unknown
from foundation.mail.models import MailMessage

PAGE = 30
LINK = re.compile(r"https?://[^\s<>\"]+")

outbox = Blueprint("outbox", __name__)


@dataclass(frozen=True)
class Part:
    """A piece of a letter: text, or a link."""

    text: str
    url: str | None = None


@outbox.get("/postbus")
@public
def show() -> ResponseReturnValue:
    """Show the mails, newest first."""
    rows = _page_before(_key(request.args.get("voor")))
    older = rows[PAGE - 1].id if len(rows) > PAGE else None
    return render_template("outbox/list.html", messages=rows[:PAGE], older=older)


@outbox.get("/postbus/<uuid:message_id>")
@public
def message(message_id: UUID) -> ResponseReturnValue:
    """Show one mail with its links."""
    row = db.session.get(MailMessage, message_id)
    if row is None:
        raise Unknown()
    return render_template("outbox/message.html", message=row, parts=parts_of(row.body, _our_host()))


def parts_of(body: str, host: str) -> list[Part]:
    """Cut a letter in text and links; links to ourselves lose the host, so that any port works."""
    parts, end = [], 0
    for found in LINK.finditer(body):
        text = found.group().rstrip(".,;)")
        parts += [Part(body[end : found.start()]), Part(text, text.removeprefix(host) or "/")]
        end = found.start() + len(text)
    return [*parts, Part(body[end:])]


def _page_before(key: UUID | None) -> list[MailMessage]:
    rows = sa.select(MailMessage).order_by(MailMessage.id.desc()).limit(PAGE + 1)
    return list(db.session.scalars(rows if key is None else rows.where(MailMessage.id < key)))


def _key(text: str | None) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        raise Unknown() from None


def _our_host() -> str:
    return str(current_app.extensions["settings"].public_url)
