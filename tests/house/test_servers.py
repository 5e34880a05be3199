"""The servers of the tests leave nothing behind, and say what they received."""

import os
import smtplib
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.servers.mail import MailServer
from tests.servers.postgres import ADDRESS

ROOT = Path(__file__).parents[2]
STARTS_A_CLUSTER = (
    "import sys; from tests.servers.postgres import socket_folder; print(socket_folder(), flush=True); "
    "sys.stdin.read()"
)


@pytest.mark.parametrize("end", ["kill", "terminate", "communicate"])
def test_a_cluster_goes_with_the_process_that_started_it(end: str) -> None:
    env = {name: value for name, value in os.environ.items() if name != ADDRESS}
    owner = subprocess.Popen(
        [sys.executable, "-c", STARTS_A_CLUSTER],
        cwd=ROOT,
        env=env | {"PYTHONPATH": "."},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    folder = Path(owner.stdout.readline().strip())
    assert (folder / "data").is_dir()
    getattr(owner, end)()
    owner.wait(timeout=30)
    assert gone(folder)


def test_the_mail_server_keeps_what_it_takes_and_can_refuse(mail_server: MailServer) -> None:
    send(mail_server, b"Subject: Welkom\r\n\r\nDag\r\n")
    assert mail_server.wait_for(1)[0]["Subject"] == "Welkom"
    mail_server.refuse("451 later")
    with pytest.raises(smtplib.SMTPDataError):
        send(mail_server, b"Subject: Nog een\r\n\r\nDag\r\n")
    assert len(mail_server.messages) == 1


def gone(folder: Path) -> bool:
    """Wait until the folder is no longer there."""
    for _ in range(300):
        if not folder.exists():
            return True
        time.sleep(0.1)
    return False


def send(server: MailServer, message: bytes) -> None:
    port = int(server.url.rsplit(":", 1)[1])
    with smtplib.SMTP("127.0.0.1", port) as connection:
        connection.sendmail("school@example.org", ["sam@example.org"], message)
