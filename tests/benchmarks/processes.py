"""Start a server as an operator would, and read what it cost: CPU and memory of all its processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.servers.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Server:
    """A running server and the group of its processes."""

    process: subprocess.Popen[bytes]
    port: int

    def cpu_seconds(self) -> float:
        """Give the CPU time that all processes of the server used so far."""
        return sum(_times(pid) for pid in self._pids())

    def own_megabytes(self) -> float:
        """Give the private memory of the largest process."""
        return max((_private_kilobytes(pid) for pid in self._pids()), default=0) / 1024

    def stop(self) -> None:
        """End the whole group."""
        os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait(timeout=20)

    def _pids(self) -> list[int]:
        group = self.process.pid
        found = []
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                try:
                    if os.getpgid(int(entry.name)) == group:
                        found.append(int(entry.name))
                except (ProcessLookupError, PermissionError):
                    continue
        return found


APPLICATION = "tests.benchmarks.serving:app"


def start(*, database: str, env: Mapping[str, str]) -> Server:
    """Serve what `env` asks for: waitress in one process on SQLite, gunicorn in two on PostgreSQL."""
    port = free_port()
    binaries = Path(sys.executable).parent
    if database == "sqlite":
        command = [binaries / "waitress-serve", f"--listen=127.0.0.1:{port}", "--threads=8", APPLICATION]
    else:
        command = [
            binaries / "gunicorn", "-k", "gthread", "--preload", "-w", "2", "--threads", "4",
            "-b", f"127.0.0.1:{port}", "--log-level", "error", APPLICATION,
        ]  # fmt: skip
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=ROOT, env=dict(env), stderr=quiet, start_new_session=True)
    _wait_for(port, process)
    return Server(process, port)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5)
            return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError("The server did not start.")


def _times(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICKS


def _private_kilobytes(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_"))
