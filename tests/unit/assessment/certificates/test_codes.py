"""Codes cannot be guessed, can be read from paper, and a check tells six things apart."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from assessment.certificates.numbers import new_code, new_token
from assessment.certificates.rules import (
    ALPHABET,
    PUBLIC,
    Stored,
    Verdict,
    is_code,
    is_token,
    normal_code,
    normal_number,
    number_of,
    prefixes_for,
    public_content,
    shown_code,
    verdict,
)
from assessment.certificates.workflow import CertificateState

LOOK_ALIKES = ("0O", "1IL", "2Z", "5S", "8B", "UV", "0Q")


def test_the_alphabet_holds_no_two_that_look_alike() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET)
    for group in LOOK_ALIKES:
        assert len(set(group) & set(ALPHABET)) <= 1, group


def test_codes_and_tokens_hold_enough_chance() -> None:
    assert 12 * math.log2(len(ALPHABET)) > 56
    codes, tokens = {new_code() for _ in range(5_000)}, {new_token() for _ in range(5_000)}
    assert len(codes) == len(tokens) == 5_000
    assert all(is_code(code) for code in codes)
    assert all(is_token(token) and len(bytes.fromhex(token)) * 8 == 128 for token in tokens)
    for place in range(12):
        assert {code[place] for code in codes} == set(ALPHABET)


def test_a_code_is_read_as_people_type_it() -> None:
    assert shown_code("KLVR7T3M92QX") == "KLVR-7T3M-92QX"
    assert normal_code(" klvr 7t3m–92qx ") == "KLVR7T3M92QX"
    assert normal_code("K1VR-7T3M-9ZQX") == "KLVR7T3M92QX"
    assert not is_code(normal_code("KLVR-7T3M"))
    assert normal_number(" rocw-2026-000123 ") == "ROCW-2026-000123"


def test_numbers_and_prefixes() -> None:
    assert number_of("ROCW", 2026, 123) == "ROCW-2026-000123"
    assert prefixes_for("roc-waterrijk")[:2] == ["ROCW", "ROCWA"]
    assert len(set(prefixes_for("x"))) > 900


WHOLE = Stored(
    state=CertificateState.ISSUED, sha256="a", content_hash="a", names_number="N-1", number="N-1",
    names_decision="d", decision_hash="d", computed_decision_hash="d", is_announced=True,
)  # fmt: skip


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        (WHOLE, Verdict.VALID),
        (None, Verdict.UNKNOWN),
        (replace(WHOLE, state=CertificateState.REVOKED), Verdict.REVOKED),
        (replace(WHOLE, state=CertificateState.REPLACED), Verdict.REPLACED),
        (replace(WHOLE, content_hash="b"), Verdict.CHANGED),
        (replace(WHOLE, names_number="N-2"), Verdict.CHANGED),
        (replace(WHOLE, names_decision="x"), Verdict.CHANGED),
        (replace(WHOLE, computed_decision_hash="x"), Verdict.CHANGED),
        (replace(WHOLE, is_announced=False), Verdict.CHANGED),
        (replace(WHOLE, content_hash="b", state=CertificateState.REVOKED), Verdict.CHANGED),
    ],
)
def test_every_answer_is_another_one(stored, expected) -> None:
    assert verdict(stored) is expected


def test_anyone_reads_exactly_these_things() -> None:
    private = {"birth_date": "1991-05-14", "birth_place": "Lindermeer", "number": "N-1", "decision": "d"}
    assert set(public_content(dict.fromkeys(PUBLIC, "x") | private)) == {
        "name", "code", "title", "study_load", "result", "school", "board", "determined_on", "core_task",
        "work_processes",
    }  # fmt: skip
