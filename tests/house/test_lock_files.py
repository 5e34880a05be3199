"""The lock files bind every package to its content and tell nothing of the machine they were made on."""

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "requirements"
LOCKS = sorted(FOLDER.glob("*.txt"))


def pins(lock: Path) -> dict[str, str]:
    """Read name (with its condition) and version of each requirement."""
    lines = re.findall(
        r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;]+)", lock.read_text(encoding="utf-8"), re.M
    )
    return {name.lower(): version for name, version in lines}


def blocks(lock: Path) -> list[str]:
    """Split a lock file in its requirements, each with the hashes below it."""
    return re.findall(r"^[A-Za-z0-9].*(?:\n[ \t].*)*", lock.read_text(encoding="utf-8"), re.M)


def test_each_source_has_its_lock_file() -> None:
    assert [lock.stem for lock in LOCKS] == sorted(source.stem for source in FOLDER.glob("*.in"))
    assert {"app", "build", "dev"} <= {lock.stem for lock in LOCKS}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_requirement_is_pinned_with_a_hash(lock: Path) -> None:
    found = blocks(lock)
    assert found
    assert [block for block in found if "==" not in block or "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_no_host_and_no_path_of_a_machine(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    telling = re.findall(
        r".*(?:://|--index|--extra-index|--find-links|--trusted-host|\s/\w|file:|@ ).*", text
    )
    assert telling == []


@pytest.mark.parametrize("name", ["app", "build"])
def test_the_environment_for_tests_holds_the_same_versions(name: str) -> None:
    inner, outer = pins(FOLDER / f"{name}.txt"), pins(FOLDER / "dev.txt")
    assert inner.items() <= outer.items()


def test_the_front_ends_lock_file_names_no_host() -> None:
    text = (FOLDER.parent / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved": "http' not in text
    assert '"integrity": "sha512-' in text
