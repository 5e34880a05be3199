import dataclasses
import re

import pytest

from content.checks import faults_of
from content.fault_words import in_english
from content.glossary import Glossary, Term, doubly_explained, glossary_of
from content.lesson import read_lesson
from content.lesson_page import Places, render_assignment, render_lesson
from content.nodes import Check, Word
from content.sections import sections_of
from tests.unit.content.broken import HEADER

TERMS = Glossary(
    (
        Term("bewijs", "Iets wat je laat zien.", "welkom", "Welkom"),
        Term("formele partij", "Met betaalde krachten.", "kaart", "Kaart"),
        Term("partij", "Een groep.", "kaart", "Kaart"),
        Term("STARR", "Vijf letters.", "starr", "Starr"),
        Term("Veilig Thuis", "Een plek.", "meldcode", "Meldcode"),
    )
)


def found_in(text):
    return [(text[start:end], term.term) for start, end, term in TERMS.in_text(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zoek bewijs.", [("bewijs", "bewijs")]),
        ("Bewijs telt.", [("Bewijs", "bewijs")]),
        (
            "Twee partijen en een formele partij.",
            [("partijen", "partij"), ("formele partij", "formele partij")],
        ),
        ("Bewijzen of bewijsstuk of hulpbewijs of bewijs-map.", []),
        ("STARR, starr of Starr.", [("STARR", "STARR")]),
        ("Bel Veilig Thuis, dan ben je veilig thuis.", [("Veilig Thuis", "Veilig Thuis")]),
        ("Lokale Partij Zuid en Bewijs. Partij vooraan.", [("Bewijs", "bewijs"), ("Partij", "partij")]),
        ("De partij's en de partij’s.", [("partij's", "partij"), ("partij’s", "partij")]),
    ],
)
def test_a_term_is_found_as_a_word_of_its_own(text, found):
    assert found_in(text) == found


def lesson_with(body, d1):
    return read_lesson(d1.lessons[0].source + "\n\n" + body, name="x")


def test_only_the_first_time_in_running_text_opens_the_explanation(d1, environment):
    body = "## Over STARR\n\n[STARR](https://wijk.example) en **STARR**. En STARR <b>."
    page = str(render_lesson(lesson_with(body, d1), environment, TERMS, Places(words="/woorden")))
    assert page.count('popovertarget="uitleg-starr"') == 2, "one to open, one to close"
    assert re.search(r'<strong><button type="button" class="ww-term" popovertarget="uitleg-starr"', page)
    assert "Over STARR</h2>" in page
    assert ">STARR</a>" in page
    assert page.count('id="uitleg-starr"') == 1
    assert 'href="/woorden#woord-starr"' in page
    assert "&lt;b&gt;" in page


def test_no_word_is_marked_in_a_question_or_in_the_list_of_words(d1, environment):
    for lesson in d1.lessons:
        shown = render_lesson(lesson, environment, d1.glossary).sections
        for part, section in zip(sections_of(lesson.nodes), shown, strict=True):
            assert not isinstance(part.nodes[0], Check | Word) or "ww-term" not in section.html


def test_the_course_marks_words_in_lessons_and_assignments(d1, environment):
    pages = [str(render_lesson(each, environment, d1.glossary)) for each in d1.lessons]
    pages += [str(render_assignment(each, environment, d1.glossary)) for each in d1.assignments]
    marked = [re.findall(r'class="ww-term" popovertarget="(uitleg-[a-z0-9-]+)"', page) for page in pages]
    assert all(len(set(each)) == len(each) for each in marked)
    assert sum(map(bool, marked)) > len(pages) / 2
    for page, used in zip(pages, marked, strict=True):
        assert set(re.findall(r'id="(uitleg-[a-z0-9-]+)" aria', page)) == set(used)


def test_one_word_has_one_explanation(d1):
    assert list(doubly_explained(d1.lessons)) == []
    twice = lesson_with('::: word term="Bewijs"\nIets anders.\n:::', d1)
    assert [each[0] for each in doubly_explained([d1.lessons[0], twice])] == ["Bewijs"]


def test_the_check_at_the_start_names_a_word_with_two_explanations(d1):
    twice = dataclasses.replace(d1.lessons[-1], nodes=(*d1.lessons[-1].nodes, Word("feedback", "Anders.")))
    other = dataclasses.replace(d1, lessons=(*d1.lessons[:-1], twice))
    assert any("'feedback' is explained in welkom" in in_english(each) for each in faults_of(other))


def test_the_glossary_is_in_the_order_of_the_alphabet_and_is_made_once(d1):
    slugs = [each.slug for each in d1.glossary.terms]
    assert slugs == sorted(set(slugs))
    assert glossary_of(d1.lessons) is d1.glossary


def test_the_course_explains_at_least_150_words(d1):
    assert len(d1.glossary.terms) >= 150
    assert all(each.body.strip() for each in d1.glossary.terms)


def test_when_two_lessons_explain_a_word_the_first_holds():
    lessons = tuple(
        read_lesson(f'{HEADER}::: word term="bankje"\n{told}\n:::\n', name="proef.md")
        for told in ("Waar je zit.", "Waar je je geld brengt.")
    )
    assert [(each.term, each.body) for each in glossary_of(lessons).terms] == [("bankje", "Waar je zit.")]
