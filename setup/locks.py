"""Compiles requirements/*.in into lock files with hashes."""

from setup.console import quietly, say
from setup.places import BIN, in_environment

HOW = ("--generate-hashes", "--no-emit-index-url", "--no-header", "--universal", "--python-version", "3.11")


def compile_locks(arguments: list[str]) -> None:
    """Write dev.txt, and app.txt and build.txt with the same versions; no host or path gets in."""
    _compile("dev", *arguments)
    for name in ("app", "build"):
        _compile(name, "-c", "requirements/dev.txt")


def _compile(name: str, *arguments: str) -> None:
    quietly(
        [
            BIN / "uv",
            "pip",
            "compile",
            *HOW,
            *arguments,
            f"requirements/{name}.in",
            "-o",
            f"requirements/{name}.txt",
        ],
        env=in_environment(),
        failing=f"requirements/{name}.in could not be compiled.",
    )
    say(f"Compiled requirements/{name}.txt")
