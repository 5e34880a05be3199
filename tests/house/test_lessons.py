"""The laws of the written course: its parts, its language, and questions that only a reader can answer."""

import re
from collections import Counter
from statistics import mean

import pytest

from content import KEUZEDELEN, load_catalogue
from content.lesson import Lesson
from content.nodes import (
    Answer,
    Case,
    Check,
    Choice,
    Compare,
    DilemmaChoice,
    Question,
    Reading,
    TryThis,
    Word,
)
from content.plain import texts_of
from content.readability import measure
from content.report import readability_of, report_text
from web.course_report import DOCUMENT

D1 = load_catalogue([KEUZEDELEN]).keuzedeel("d1-wijkgericht-werken")
LESSONS = [pytest.param(lesson, id=lesson.slug) for lesson in D1.lessons]
DOCUMENTS = [pytest.param(each, id=each.slug) for each in (*D1.lessons, *D1.assignments)]
TEXTS = [*DOCUMENTS, *(pytest.param(each, id=each.slug) for each in D1.selftests)]
# Formal words that stand there on purpose: an official name, or a letter that the lesson is about.
ON_PURPOSE = {
    "meldcode": {"in kaart brengen"},
    "leefwereld": {"indien"},
    "dezelfde-vraag-andere-mensen": {"met betrekking tot", "in het kader van"},
    "werken-met-vrijwilligers": {"omtrent"},
}
OFFICIAL = " ".join(behaviour.text for behaviour in D1.qualification.behaviours)
EASY_ENOUGH = 75


def questions() -> list[Question]:
    own = [question for lesson in D1.lessons for question in lesson.questions]
    return [*own, *(question for test in D1.selftests for question in test.questions)]


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_has_the_parts_of_the_template(lesson: Lesson):
    count = Counter(type(node) for node in lesson.nodes)
    assert count[Case] in {1, 2}
    assert (count[Compare], count[TryThis], count[Check], count[Reading]) == (1, 1, 1, 1)
    assert 3 <= count[Word] <= 8
    assert type(lesson.nodes[-1]) is Word


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_asks_five_questions_of_four_kinds(lesson: Lesson):
    assert len(lesson.questions) == 5
    assert len({type(question) for question in lesson.questions}) >= 4


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_keeps_to_its_length(lesson: Lesson):
    assert 600 <= readability_of(lesson).words <= 1500
    assert len(lesson.header.core.split()) <= 25
    for case in (node for node in lesson.nodes if isinstance(node, Case)):
        assert measure(case.body).words <= 250


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_language_is_that_of_the_readers(document):
    measured = readability_of(document)
    assert measured.too_long == ()
    assert 6 <= measured.sentence_length <= 11
    assert measured.ease >= EASY_ENOUGH
    formal = {word.lower() for word in measured.formal if word not in OFFICIAL}
    assert formal <= ON_PURPOSE.get(document.slug, set())


@pytest.mark.parametrize("document", TEXTS)
def test_an_apostrophe_is_curled_like_the_quotes_beside_it(document):
    assert [text for text in texts_of(document) if "'" in text] == []


def test_the_lessons_explain_at_least_150_words():
    assert len(D1.glossary.terms) >= 150


def test_every_block_has_a_self_test_of_12_to_16_questions():
    blocks = [block.code for module in D1.programme.modules for block in module.blocks]
    assert [test.block for test in D1.selftests] == blocks
    assert all(12 <= len(test.questions) <= 16 for test in D1.selftests)


def test_the_right_answer_cannot_be_guessed_from_its_length_or_place():
    choices = [question for question in questions() if isinstance(question, Choice)]
    longest = [max(each.answers, key=lambda answer: len(answer.text)).right for each in choices]
    assert sum(longest) / len(choices) <= 0.45
    places = Counter([answer.right for answer in each.answers].index(True) for each in choices)
    assert min(places[place] for place in range(3)) >= len(choices) / 6


# What gives an answer away: only wrong ones give a reason, only right ones ask or do two things.
TELLTALES = {
    "a reason": r"\b(want|omdat|zodat)\b",
    "a question": r"\?|\bvra(ag|gen)\b",
    "two steps": r", en |\. ",
}
OFTENER = 0.12  # at most, as a share of the answers


@pytest.mark.parametrize("sign", TELLTALES.values(), ids=TELLTALES)
@pytest.mark.parametrize("kind", [Choice, DilemmaChoice])
def test_the_right_answer_cannot_be_guessed_from_how_it_is_worded(kind, sign):
    answers = [each for question in questions() if isinstance(question, kind) for each in question.answers]
    right = [bool(re.search(sign, each.text)) for each in answers if is_right(each)]
    wrong = [bool(re.search(sign, each.text)) for each in answers if not is_right(each)]
    assert abs(mean(right) - mean(wrong)) <= OFTENER


def is_right(answer: Answer) -> bool:
    return answer.right or answer.weight in {"+", "++"}


def test_the_report_on_the_course_is_up_to_date():
    assert DOCUMENT.read_text("utf-8") == report_text(D1), "Run `flask --app wsgi course report`."
