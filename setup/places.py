"""Where everything lives in the checkout."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / "bin"
REQUIREMENTS = ROOT / "requirements"
NODE_MODULES = ROOT / "node_modules"
FRONTEND = ROOT / "frontend"
STATIC = ROOT / "static"
TRANSLATIONS = ROOT / "translations"
VAR = ROOT / "var"

ROOMS = ("foundation", "accounts", "content", "enrolment", "course", "assessment", "exchange", "web")


def in_environment(**extra: str) -> dict[str, str]:
    """Give the variables for a program of `.venv`, whatever the caller's shell had set for Python."""
    hindering = {"PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "__PYVENV_LAUNCHER__"}
    kept = {name: value for name, value in os.environ.items() if name not in hindering}
    path = os.pathsep.join((str(BIN), kept.get("PATH", os.defpath)))
    return {**kept, "PATH": path, "VIRTUAL_ENV": str(VENV), **extra}


def site_packages() -> Path:
    """Give the folder in which `.venv` keeps its packages."""
    return next(iter(sorted(VENV.glob("lib/python3*/site-packages"))), VENV / "lib")
