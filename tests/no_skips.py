"""Makes a skipped test a failed one, unless tests/allowed_skips.txt names it with its reason.

A line of that file is `node id: reason`; an expected failure counts as a skip.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

ALLOWED = Path(__file__).with_name("allowed_skips.txt")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Refuse the skip of a test."""
    report = yield
    return _refused(report, item.nodeid)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Iterator[None]:
    """Refuse the skip of a whole file."""
    report = yield
    return _refused(report, collector.nodeid)


def allowed_skips() -> dict[str, str]:
    """Read the node ids that may be skipped, with their reasons."""
    lines = ALLOWED.read_text(encoding="utf-8").splitlines()
    pairs = (line.rsplit(": ", 1) for line in lines if line.strip())
    return dict(pairs)


def _refused(report, nodeid):
    if report.outcome == "skipped" and nodeid not in allowed_skips():
        report.outcome = "failed"
        report.longrepr = (
            f"{nodeid} was skipped, and tests/allowed_skips.txt does not allow it: {_why(report)}"
        )
        vars(report).pop("wasxfail", None)
    return report


def _why(report) -> str:
    if hasattr(report, "wasxfail"):
        return f"expected to fail; {report.wasxfail}"
    return report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
