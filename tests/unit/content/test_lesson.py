import re

from content.lesson import read_lesson
from content.lesson_page import render_assignment, render_lesson
from content.nodes import Choice, DilemmaChoice, Match, Order, Short
from content.shuffling import shuffled
from tests.unit.content.broken import HEADER


def read(body):
    return read_lesson(HEADER + body, name="proef.md")


def test_the_finished_example_reads_as_a_tree(d1):
    lesson = d1.lesson("meldcode")
    assert [type(question) for question in lesson.questions] == [Order, Choice, Match, DilemmaChoice, Short]
    choice = lesson.questions[1]
    assert [answer.right for answer in choice.answers] == [True, False, False]
    assert lesson.questions[2].heads == ("Wie", "Doet dit")
    assert lesson.questions[3].answers[0].weight == "++"


def test_every_lesson_and_assignment_renders_once_with_unique_ids(d1, t9, environment):
    for keuzedeel in (d1, t9):
        pages = [render_lesson(lesson, environment) for lesson in keuzedeel.lessons]
        pages += [render_assignment(each, environment) for each in keuzedeel.assignments]
        for page in map(str, pages):
            ids = re.findall(r' id="([^"]+)"', page)
            assert len(set(ids)) == len(ids)
            assert set(re.findall(r'(?: for|aria-labelledby)="([^"]+)"', page)) <= set(ids)
            assert "<h1" not in page
            assert ":::" not in page
            assert "[controleren" not in page
            assert "style=" not in page


def test_a_page_is_made_once(d1, environment):
    lesson = d1.lesson("meldcode")
    assert render_lesson(lesson, environment) is render_lesson(lesson, environment)


def test_every_answer_has_its_feedback_without_script(d1, environment):
    lesson = d1.lesson("sociale-kaart")
    page = str(render_lesson(lesson, environment))
    assert page.count("Kijk je antwoord na") == 5
    assert "De bewoner kan voor een dichte deur staan." in page
    assert "<script" not in page


def test_a_fact_still_checked_says_so(d1, environment):
    page = str(render_lesson(d1.lesson("wie-regelt-wie-betaalt"), environment))
    assert 'wordt gecontroleerd<span class="ww-vh">: welk bewijs Valys in 2027 vraagt</span>' in page


def test_the_order_shown_is_another_one_and_always_the_same():
    for length in range(2, 7):
        lines = [f"stap {number}" for number in range(length)]
        mixed = shuffled(lines, "les-q1")
        assert mixed != lines
        assert sorted(mixed) == lines
        assert mixed == shuffled(lines, "les-q1")


def test_words_of_an_author_cannot_become_markup(environment):
    lesson = read('::: case title="<b>x</b>" place="hier" when="nu"\n<script>alert(1)</script>\n:::')
    page = str(render_lesson(lesson, environment))
    assert "<script" not in page
    assert "<b>x" not in page
