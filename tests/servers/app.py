"""Our own web server as a real process, which a test can kill."""

import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from setup.places import BIN, ROOT, in_environment
from tests.servers.ports import free_port

FLASK = (str(BIN / "flask"), "--app", "wsgi")


class AppServer:
    """`flask serve` on a free port, with its own settings; start it again after a kill."""

    arguments: tuple[str, ...] = ()

    def __init__(self, *, database_url: str, data_dir: Path, env: Mapping[str, str] | None = None) -> None:
        self.port = free_port()
        own = {"WIJKWIJS_PUBLIC_URL": self.url, **(env or {})}
        self.env = settings(database_url=database_url, data_dir=data_dir, env=own)
        data_dir.mkdir(parents=True, exist_ok=True)
        self._log = data_dir / "server.log"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """The address without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> str:
        """What the server printed."""
        return self._log.read_text(encoding="utf-8", errors="replace")

    def start(self) -> None:
        """Start, and wait until /healthz answers."""
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [*FLASK, "serve", "--port", str(self.port), *self.arguments],
                cwd=ROOT,
                env=self.env,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._wait_until_healthy()

    def stop(self) -> None:
        """Ask the server to end, as an operator does."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End the server at once, as a power cut does (kill -9)."""
        self._end(signal.SIGKILL)

    def _end(self, sign: signal.Signals) -> None:
        process, self._process = self._process, None
        if process and process.poll() is None:
            os.killpg(process.pid, sign)
            process.wait(timeout=30)

    def _wait_until_healthy(self) -> None:
        deadline = time.monotonic() + 60
        while not self._is_healthy():
            if self._process.poll() is not None or time.monotonic() > deadline:
                self.kill()
                raise AssertionError(f"The server did not start:\n{self.log}")
            time.sleep(0.05)

    def _is_healthy(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/healthz", timeout=5) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False


def settings(*, database_url: str, data_dir: Path, env: Mapping[str, str] | None = None) -> dict[str, str]:
    """Give the variables for a process of our own: only the settings named here, none of the caller's."""
    own = {name: value for name, value in in_environment().items() if not name.startswith("WIJKWIJS_")}
    own |= {
        "WIJKWIJS_MODE": "test",
        "WIJKWIJS_DATABASE_URL": database_url,
        "WIJKWIJS_DATA_DIR": str(data_dir),
    }
    return own | dict(env or {})


def flask(*arguments: str, env: Mapping[str, str]) -> str:
    """Run one `flask` command to its end and return what it printed on standard output."""
    done = subprocess.run(
        [*FLASK, *arguments], cwd=ROOT, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    assert done.returncode == 0, f"flask {' '.join(arguments)} failed:\n{done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture
def app_servers() -> Iterator[Callable[..., AppServer]]:
    """A maker of started servers, which are ended after the test; `migrate` makes the tables first."""
    made: list[AppServer] = []

    def make(*, migrate: bool = False, **options) -> AppServer:
        server = AppServer(**options)
        made.append(server)
        if migrate:
            flask("db", "upgrade", env=server.env)
        server.start()
        return server

    yield make
    for server in made:
        server.kill()
