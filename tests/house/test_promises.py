"""The list of promises tells the truth: every place it names exists, and every proof holds tests."""

from __future__ import annotations

import ast
import re

import pytest

from tests.house.code import ROOT

DOCUMENT = ROOT / "docs" / "promises.md"
ROWS = [line.split("|")[1:-1] for line in DOCUMENT.read_text("utf-8").splitlines() if line.startswith("| P")]
WANTED = (
    {f"P{number:02}" for number in (*range(1, 7), *range(11, 15), 16, 17, 19, *range(20, 24), 28, 31)}
    | {f"P{number}" for number in (*range(33, 38), *range(40, 47), 50, 53, 54, 56, 58, 59, 67)}
)  # fmt: skip
IN_CODE = re.compile(r"`([a-z][\w./-]*/[\w./-]+|migrations)`")


def test_every_promise_of_this_work_has_a_row():
    assert {row[0].strip() for row in ROWS} == WANTED


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0].strip())
def test_what_a_row_names_is_there(row):
    for place in IN_CODE.findall(row[2]):
        assert (ROOT / place).exists(), place
    proofs = IN_CODE.findall(row[3])
    assert proofs
    for proof in proofs:
        body = ast.parse((ROOT / proof).read_text("utf-8")).body
        names = [node.name for node in body if isinstance(node, ast.FunctionDef)]
        assert any(name.startswith("test_") for name in names), proof
