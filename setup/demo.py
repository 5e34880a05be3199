"""Prepares the database and the demo school, and starts the server."""

import os
import socket

from setup.console import Stop, quietly, say
from setup.places import BIN, ROOT, VAR, in_environment

LAST_PORT = 65535


def chosen_port() -> int:
    """Read PORT, and stop when it is no port or somebody else's."""
    written = os.environ.get("PORT", "") or "8000"
    if not written.isdigit() or not 0 < int(written) <= LAST_PORT:
        raise Stop(f"PORT must be a number from 1 to {LAST_PORT}, not {written!r}.")
    port = int(written)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise Stop(
                f"Port {port} cannot be used ({error.strerror}). Choose another: make run PORT={_other(port)}"
            ) from None
    return port


def fill_demo_school() -> None:
    """Bring the database up to date and fill the demo school when it is not there yet."""
    say("Preparing the database and the demo school")
    _flask("db", "upgrade")
    _flask("demo", "load")


def empty_and_fill_demo_school() -> None:
    """Start the demo over."""
    say("Filling the demo school anew")
    _flask("db", "upgrade")
    _flask("demo", "reset")


def serve(port: int) -> None:
    """Become the server; the keyboard's Ctrl-C reaches it directly."""
    os.chdir(ROOT)
    command = [str(BIN / "flask"), "--app", "wsgi", "serve", "--demo", "--port", str(port)]
    os.execve(command[0], command, _environment())


def _flask(*arguments: str) -> str:
    if "WIJKWIJS_DATA_DIR" not in os.environ:
        VAR.mkdir(exist_ok=True)
    return quietly(
        [BIN / "flask", "--app", "wsgi", *arguments],
        env=_environment(),
        failing=f"`flask {' '.join(arguments)}` did not succeed. `make reset-demo` starts the demo over.",
    )


def _environment() -> dict[str, str]:
    address = os.environ.get("WIJKWIJS_PUBLIC_URL") or f"http://127.0.0.1:{os.environ.get('PORT') or 8000}"
    return in_environment(WIJKWIJS_MODE="demo", WIJKWIJS_PUBLIC_URL=address)


def _other(port: int) -> int:
    return port + 1 if port < LAST_PORT else port - 1
