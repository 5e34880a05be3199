"""Talks to the person at the keyboard, and runs programs without their noise."""

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from setup.places import ROOT

LINES_OF_A_FAILURE = 25


class Stop(Exception):
    """The set-up cannot go on; the message says why and what to do."""


def say(line: str) -> None:
    """Tell one step."""
    print(f"• {line}", flush=True)


def quietly(command: Sequence[str | Path], *, env: Mapping[str, str], failing: str) -> str:
    """Run a program and return what it printed; raise Stop with its last lines when it fails."""
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
    except OSError as error:
        raise Stop(f"{failing}\n{error}") from None
    if done.returncode:
        raise Stop(f"{_last_lines(done.stdout)}\n\n{failing}")
    return done.stdout


def answers(command: Sequence[str | Path], *, env: Mapping[str, str] | None = None) -> str | None:
    """Return what a program prints, or None when it is not there or does not work."""
    try:
        done = subprocess.run(
            command, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip() if done.returncode == 0 else None


def _last_lines(output: str) -> str:
    return "\n".join(f"  {line}" for line in output.strip().splitlines()[-LINES_OF_A_FAILURE:])
