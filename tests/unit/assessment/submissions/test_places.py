"""Where a judgement points in the frozen work."""

from __future__ import annotations

import pytest

from assessment.submissions.places import pointed_at

WORK = {
    "sections": [
        {
            "items": [
                {
                    "id": "b1",
                    "name": "Reflectie",
                    "criteria": ["W1-1"],
                    "fields": [
                        {"passage": 1, "text": "Kort"},
                        {"passage": 2, "text": "Ik vroeg *aan de buren*\nwat zij missen. Dat was veel."},
                    ],
                }
            ]
        }
    ],
    "evidence": [
        {"kind": "item", "title": "Reflectie", "passage": 3, "criteria": ["W1-1"], "body": ""},
        {"kind": "text", "title": "Brief", "passage": 4, "criteria": [], "body": "Bewoners van de kade!"},
    ],
}


@pytest.mark.parametrize(
    ("line", "anchor"),
    [
        ("Reflectie", "i-b1"),
        ("  reflectie ", "i-b1"),
        ("Brief", "p-4"),
        ("Ik vroeg aan de buren wat zij missen.", "p-2"),
        ("bewoners van de kade", "p-4"),
        ("Dat staat er nergens in", ""),
        ("Kort", ""),
        ("...", ""),
    ],
)
def test_a_line_of_evidence_points_at_its_place(line, anchor) -> None:
    (place,) = pointed_at(line, WORK)
    assert place.anchor == anchor


def test_each_line_is_a_place_and_an_empty_line_is_none() -> None:
    assert [place.title for place in pointed_at("Reflectie\n\n Brief \n", WORK)] == ["Reflectie", "Brief"]
    assert pointed_at("", WORK) == []
    assert pointed_at("Reflectie", {})[0].anchor == ""
