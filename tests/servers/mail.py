"""A real SMTP server that keeps what it receives."""

import threading
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

import pytest
from aiosmtpd.controller import Controller

from tests.servers.ports import free_port


class MailServer:
    """Receives mail on a free port of the loopback address."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        self.refusal: str | None = None
        self._arrived = threading.Condition()
        self._controller = Controller(self, hostname="127.0.0.1", port=free_port())

    @property
    def url(self) -> str:
        """The address for WIJKWIJS_MAIL_URL."""
        return f"smtp://127.0.0.1:{self._controller.port}"

    def start(self) -> None:
        """Listen."""
        self._controller.start()

    def stop(self) -> None:
        """Stop listening; the messages stay."""
        self._controller.stop()

    def refuse(self, answer: str | None) -> None:
        """Answer every next message with this line, such as `451 try later`; None accepts again."""
        self.refusal = answer

    def wait_for(self, count: int, *, seconds: float = 20) -> list[EmailMessage]:
        """Return the messages once there are so many."""
        with self._arrived:
            if not self._arrived.wait_for(lambda: len(self.messages) >= count, timeout=seconds):
                raise AssertionError(f"{len(self.messages)} messages arrived, expected {count}")
            return list(self.messages)

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802 - aiosmtpd's name
        if self.refusal:
            return self.refusal
        message = BytesParser(policy=policy.default).parsebytes(envelope.content)
        with self._arrived:
            self.messages.append(message)
            self._arrived.notify_all()
        return "250 OK"


@pytest.fixture
def mail_server() -> Iterator[MailServer]:
    """An SMTP server that listens during one test."""
    server = MailServer()
    server.start()
    yield server
    server.stop()
