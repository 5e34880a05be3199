"""The commands that the README promises exist, and the tests cannot pass by skipping."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from setup.commands import COMMANDS

ROOT = Path(__file__).parents[2]
SKIPS = {
    "a marker": "import pytest\n@pytest.mark.skip(reason='later')\ndef test_it(): pass\n",
    "a condition": "import pytest\n@pytest.mark.skipif(True, reason='no server')\ndef test_it(): pass\n",
    "a call": "import pytest\ndef test_it(): pytest.skip('no browser')\n",
    "a fixture": "import pytest\n@pytest.fixture\ndef db(): pytest.skip('no')\ndef test_it(db): pass\n",
    "a whole file": "import pytest\npytest.skip('no', allow_module_level=True)\n",
    "a missing module": "import pytest\npytest.importorskip('no_such_module')\n",
    "an expected failure": "import pytest\n@pytest.mark.xfail\ndef test_it(): assert False\n",
}


def run_pytest(folder: Path, source: str, *, allowed: str = "") -> subprocess.CompletedProcess[str]:
    """Run a sample under the same law as our own tests."""
    law = (ROOT / "tests" / "no_skips.py").read_text(encoding="utf-8")
    (folder / "law.py").write_text(law, encoding="utf-8")
    (folder / "allowed_skips.txt").write_text(allowed, encoding="utf-8")
    (folder / "test_sample.py").write_text(source + "\n\ndef test_other(): pass\n", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "law", "-p", "no:cacheprovider", "--rootdir", "."]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, env={"PYTHONPATH": "."})


@pytest.mark.parametrize("source", SKIPS.values(), ids=list(SKIPS))
def test_a_skip_fails(source: str, tmp_path: Path) -> None:
    done = run_pytest(tmp_path, source)
    assert done.returncode != 0, done.stdout
    assert "allowed_skips.txt does not allow it" in done.stdout


def test_a_skip_that_is_allowed_by_name_stays_a_skip(tmp_path: Path) -> None:
    done = run_pytest(tmp_path, SKIPS["a call"], allowed="test_sample.py::test_it: a reason\n")
    assert done.returncode == 0, done.stdout
    assert "1 passed, 1 skipped" in done.stdout


def test_the_sample_itself_passes_without_a_skip(tmp_path: Path) -> None:
    assert run_pytest(tmp_path, "def test_it(): pass\n").returncode == 0


def test_every_allowed_skip_names_an_existing_test_file() -> None:
    lines = (ROOT / "tests" / "allowed_skips.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not (ROOT / line.split("::")[0]).is_file()] == []


def test_the_readme_promises_only_commands_that_exist() -> None:
    promised = set(
        re.findall(r"(?:^\s*|`)make ([a-z-]+)", (ROOT / "README.md").read_text(encoding="utf-8"), re.M)
    )
    targets = set(re.search(r"^COMMANDS := (.+)$", (ROOT / "Makefile").read_text(), re.M)[1].split())
    assert {"run", "test", "reset-demo"} <= promised
    assert promised <= targets | {"help"}
    assert targets == set(COMMANDS)


def test_ci_runs_the_test_command_of_the_readme() -> None:
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
