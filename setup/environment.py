"""Makes `.venv` and installs the locked packages in it."""

import json
import platform
import shutil
import sys

from setup.console import Stop, answers, quietly, say
from setup.places import BIN, REQUIREMENTS, ROOT, VENV, in_environment
from setup.stamps import digest

STAMP = VENV / "wijkwijs-locks.json"
RUN = ("app", "build")
TEST = ("dev",)
# dev.in includes the other two, and a test holds their versions equal.
ALSO_HOLDS = {"dev": RUN}


def ensure_packages(locks: tuple[str, ...]) -> None:
    """Make `.venv` hold exactly what these lock files say; repair what is broken or half."""
    held = _held()
    if held and not _works():
        held = {}
    wanted = {lock: _digest(lock) for lock in locks}
    if wanted.items() <= held.items():
        return
    if not held:
        _make_anew()
    _install(locks)
    remember(locks)


def remember(locks: tuple[str, ...]) -> None:
    """Write down that these lock files are installed."""
    names = {name for lock in locks for name in (lock, *ALSO_HOLDS.get(lock, ()))}
    STAMP.write_text(json.dumps({name: _digest(name) for name in sorted(names)}), encoding="utf-8")


def _held() -> dict[str, str]:
    try:
        return dict(json.loads(STAMP.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return {}


def _works() -> bool:
    prefix = answers([BIN / "python", "-c", "import sys, pip; print(sys.prefix)"], env=in_environment())
    return prefix == str(VENV) and answers([BIN / "flask", "--version"], env=in_environment()) is not None


def _digest(lock: str) -> str:
    return digest([REQUIREMENTS / f"{lock}.txt"], str(ROOT), platform.machine())


def _make_anew() -> None:
    say("Making the environment .venv")
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    elif VENV.exists():
        shutil.rmtree(VENV)
    base = getattr(sys, "_base_executable", None) or sys.executable
    quietly(
        [base, "-m", "venv", VENV],
        env=in_environment(),
        failing="Python could not make an environment. On Debian and Ubuntu: apt-get install python3-venv",
    )


def _install(locks: tuple[str, ...]) -> None:
    missing = [lock for lock in locks if not (REQUIREMENTS / f"{lock}.txt").is_file()]
    if missing:
        raise Stop(f"requirements/{missing[0]}.txt is not there. Get it back from git, or run: make lock")
    STAMP.unlink(missing_ok=True)
    say("Installing the Python packages (the first time takes a minute or two)")
    files = [part for lock in locks for part in ("-r", str(REQUIREMENTS / f"{lock}.txt"))]
    quietly(
        [BIN / "python", "-m", "pip", "install", "--quiet", "--require-hashes", *files],
        env=in_environment(PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_NO_INPUT="1"),
        failing="pip could not install the packages above. Check the network and run the command again.",
    )
