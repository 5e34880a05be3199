import pytest

from content import KEUZEDELEN
from content.catalogue import load_catalogue
from course.search.documents import documents_of
from course.search.kinds import Kind


@pytest.fixture(scope="module")
def documents():
    return documents_of(load_catalogue((KEUZEDELEN,)).keuzedeel("d1-wijkgericht-werken"))


def test_every_lesson_assignment_and_official_sentence_can_be_found(documents):
    d1 = load_catalogue((KEUZEDELEN,)).keuzedeel("d1-wijkgericht-werken")
    there = {(each.kind, each.place.partition("#")[0]) for each in documents}
    assert {(Kind.LESSON, lesson.slug) for lesson in d1.lessons} <= there
    assert {(Kind.ASSIGNMENT, assignment.slug) for assignment in d1.assignments} <= there
    official = (*d1.qualification.behaviours, *d1.qualification.items)
    assert {(Kind.FRAMEWORK, each.id) for each in official} <= there


def test_a_section_holds_its_words_without_markup_and_without_its_heading(documents):
    (section,) = [each for each in documents if each.place == "welkom#wat-ging-hier-mis"]
    assert section.title == "Wat ging hier mis?"
    assert section.context == "Welkom in Het Klaverveld"
    assert section.text.startswith("Samira bedoelde het goed.")
    assert not any(mark in each.text for each in documents for mark in ("**", ":::", "|--", "](http"))


def test_a_question_gives_nothing_away(documents):
    (check,) = [each for each in documents if each.place == "welkom#test-jezelf"]
    assert "Wat doe je in je eerste week?" in check.text
    assert "Ik loop rond, maak praatjes" not in check.text


def test_a_word_is_there_once(documents):
    words = [each.place for each in documents if each.kind is Kind.WORD]
    assert len(words) == len(set(words)) > 20
