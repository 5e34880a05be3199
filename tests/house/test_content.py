"""The laws of the shipped course: official text word for word, complete coverage, exact hours."""

import hashlib
from collections import Counter
from pathlib import Path

import pytest

from content import KEUZEDELEN, load_catalogue
from course.curriculum_map.rules import behaviours_covered, items_covered

REFERENCES = Path(__file__).parents[2].parent / "shared" / "reference"
OFFICIAL_DIGEST = "6eca6d96e0d114da04cd0b84b5c4d845eb714440d0d190fe7d9b9e2db0e9d3c1"
D1 = load_catalogue([KEUZEDELEN]).keuzedeel("d1-wijkgericht-werken")


def official_texts():
    official = D1.qualification
    core = official.core_task
    yield f"{official.code}: {official.title}"
    yield f"{core.code}: {core.title}"
    yield from (core.complexity, core.responsibility)
    for section in official.background:
        yield from (section.title, section.text)
    yield from (item.text for item in official.items)
    for process in official.work_processes:
        yield f"{process.code}: {process.title}"
        yield from (process.description, process.result)
        yield from (behaviour.text for behaviour in process.behaviours)
        yield "De onderliggende competenties zijn: " + ", ".join(process.competencies)


def normalised(text):
    return " ".join(text.split())


def test_the_official_text_is_the_text_that_was_checked():
    texts = "\n".join(normalised(text) for text in official_texts())
    assert hashlib.sha256(texts.encode()).hexdigest() == OFFICIAL_DIGEST


def test_every_official_sentence_stands_in_the_source_where_that_is_at_hand():
    for path in REFERENCES.glob("004_*.txt"):
        source = normalised(path.read_text(encoding="utf-8"))
        assert [text for text in official_texts() if normalised(text) not in source] == []


def test_the_keuzedeel_is_complete():
    official = D1.qualification
    assert [len(process.behaviours) for process in official.work_processes] == [7, 7, 7]
    assert [behaviour.id for behaviour in official.behaviours][::7] == ["W1-1", "W2-1", "W3-1"]
    assert [item.id for item in official.items] == [f"I-{number:02d}" for number in range(1, 29)]
    assert Counter(item.depth for item in official.items) == {
        "kennis": 3,
        "brede kennis": 6,
        "specialistische kennis": 3,
        "kan": 16,
    }
    assert official.study_load == 240


@pytest.mark.parametrize("item", D1.qualification.items, ids=lambda item: item.id)
def test_the_depth_of_an_item_is_what_its_text_says(item):
    opening = "Kan " if item.depth == "kan" else f"Heeft {item.depth} van "
    assert item.text.startswith(opening)


def test_every_criterion_has_an_explanation_and_three_remarks_of_our_own():
    for behaviour in D1.qualification.behaviours:
        assert behaviour.plain.startswith("Je ")
        assert len(set(behaviour.remarks)) == 3
        assert behaviour.text not in behaviour.plain


@pytest.mark.parametrize("route", ["student", "zij_instromer"])
def test_each_route_adds_up_to_the_study_load(route):
    assert D1.programme.total(route) == 240
    booked = [D1.programme.norm(route, code) for code in D1.qualification.booking_codes]
    assert sum(booked) == 240


def test_the_design_covers_every_item_and_behaviour_twice():
    codes = [each.id for each in (*D1.qualification.items, *D1.qualification.behaviours)]
    for code in codes:
        for designed in (D1.outline.lessons, D1.outline.assignments):
            covering = [each.id for each in designed if code in (*each.items, *each.behaviours)]
            assert len(covering) >= 2, code


def test_what_is_written_covers_every_item_to_its_depth_and_every_behaviour():
    processes = [process.code for process in D1.qualification.work_processes]
    behaviours = [each for process in processes for each in behaviours_covered(D1, process)]
    assert [each.code for each in (*items_covered(D1), *behaviours) if not each.enough] == []


def test_every_lesson_and_assignment_of_the_design_is_written():
    assert [lesson.slug for lesson in D1.lessons] == [each.slug for each in D1.outline.lessons]
    assert {each.slug for each in D1.assignments} == {each.slug for each in D1.outline.assignments}


def test_the_outline_is_the_whole_course():
    assert [lesson.id for lesson in D1.outline.lessons] == [f"L{number:02d}" for number in range(1, 56)]
    assert [each.id for each in D1.outline.assignments] == [f"O{number:02d}" for number in range(1, 19)]
    for module in D1.programme.modules:
        tasks = [each for each in D1.outline.assignments if each.module == module.code]
        assert sum(task.practice_hours for task in tasks) == module.hours_for("student").practice


def test_the_example_calls_itself_an_example():
    assert D1.exam_plan.example
    assert "voorbeeld" in D1.exam_plan.title.lower()
    assert "Alleen een school" in D1.exam_plan.note
