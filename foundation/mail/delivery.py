"""The conversation with the mail server."""

from __future__ import annotations

import smtplib
from email.message import EmailMessage
from email.utils import formatdate
from urllib.parse import unquote, urlsplit
from uuid import UUID

from foundation.settings import Settings


def deliver(settings: Settings, *, to: str, subject: str, body: str, message_id: UUID) -> None:
    """Hand one message to the server of `WIJKWIJS_MAIL_URL` (smtp://user:password@host:port, or smtps://)."""
    if not settings.mail_url:
        raise RuntimeError("WIJKWIJS_MAIL_URL is not set, so no mail can be sent.")
    address = urlsplit(settings.mail_url)
    server = smtplib.SMTP_SSL if address.scheme == "smtps" else smtplib.SMTP
    with server(address.hostname or "localhost", address.port or 0, timeout=20) as smtp:
        smtp.ehlo()
        if address.scheme == "smtp" and smtp.has_extn("starttls"):
            smtp.starttls()
        if address.username:
            smtp.login(unquote(address.username), unquote(address.password or ""))
        smtp.send_message(_message(settings, to, subject, body, message_id))


def _message(settings: Settings, to: str, subject: str, body: str, message_id: UUID) -> EmailMessage:
    message = EmailMessage()  # refuses CR and LF in headers by itself
    message["From"] = settings.mail_from
    message["To"] = to
    message["Subject"] = subject
    message["Date"] = formatdate(localtime=False)
    message["Message-ID"] = f"<{message_id}@{urlsplit(settings.public_url).hostname}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(body)
    return message
