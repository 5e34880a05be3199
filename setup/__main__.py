"""Runs one command of the Makefile: `python3 -m setup COMMAND [ARGUMENTS]`."""

import sys

from setup.commands import COMMANDS
from setup.console import Stop


def main(arguments: list[str]) -> int:
    """Run the named command and tell in one clear message what is missing."""
    name, *rest = arguments or ["help"]
    if name not in COMMANDS:
        print(f"Commands: {', '.join(COMMANDS)}", file=sys.stderr)
        return 2
    try:
        return COMMANDS[name](rest)
    except Stop as stop:
        print(f"\n{stop}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
