"""Comparing judgements, without a database."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assessment.agreement.rules import Row, agreed_row, differing, final_rows

CODES = [f"W1-{number}" for number in range(1, 8)]
LEVELS = st.lists(st.sampled_from("OVG"), min_size=7, max_size=7)


def rows(levels, words="Te zien"):
    pairs = zip(CODES, levels, strict=True)
    return {code: Row(code, level, f"{words} {code}.") for code, level in pairs}


@given(LEVELS, LEVELS)
def test_a_row_is_settled_or_talked_out_and_never_both(one, two) -> None:
    first, second = rows(one), rows(two)
    found = differing(CODES, first, second)
    assert found == differing(CODES, second, first)
    for code in CODES:
        assert (code in found) == (first[code].level != second[code].level)


@given(LEVELS, LEVELS)
def test_every_row_ends_up_with_who_decided_it(one, two) -> None:
    first, second = rows(one, "Een"), rows(two, "Twee")
    found = differing(CODES, first, second)
    decided = {code: ("third", [Row(code, "G", "De derde.")]) for code in found}
    result = final_rows(CODES, first, second, decided)
    assert [row["criterion"] for row in result] == CODES
    for row in result:
        if row["criterion"] in found:
            assert (row["decided_by"], row["level"], row["justifications"]) == ("third", "G", ["De derde."])
        else:
            assert row["level"] == first[row["criterion"]].level == second[row["criterion"]].level
            assert len(row["justifications"]) == 2


def test_one_proposal_is_no_agreement() -> None:
    row = Row("W1-1", "V", "Na overleg.")
    assert not agreed_row([row])
    assert not agreed_row([row, Row("W1-1", "O", "Toch niet.")])
    assert agreed_row([row, Row("W1-1", "V", "Ook ik.")])
