"""Installs a package of the operating system, where that can be done without asking."""

import os
import shutil

from setup.console import Stop, quietly, say


def install_package(package: str, *, purpose: str) -> None:
    """Install a Debian or Ubuntu package when root; otherwise stop with the command to run."""
    command = f"apt-get update && apt-get install -y --no-install-recommends {package}"
    if not shutil.which("apt-get"):
        raise Stop(f"{purpose} was not found. Install it ({package}) and run `make test` again.")
    if os.geteuid() != 0:
        raise Stop(
            f"{purpose} was not found. Install it and run `make test` again:\n\n  sudo sh -c '{command}'"
        )
    say(f"Installing {package} for {purpose}")
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    quietly(
        ["sh", "-c", command],
        env=env,
        failing=f"{purpose} could not be installed. The command was: {command}",
    )
