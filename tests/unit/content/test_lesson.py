import re

import pytest

from content import ContentError
from content.lesson import read_lesson
from content.lesson_page import render_assignment, render_lesson
from content.nodes import Choice, DilemmaChoice, Match, Order, Short
from content.shuffling import shuffled

HEADER = """---
id: L01
slug: proef
title: Proef
module: M0
block: M0-A
work_process: D1-K1
minutes: 10
items: [I-01]
behaviours: [W1-1]
story_week: 1
core: Eén zin.
reviewed: nee
---

# Proef

**Kern.** Eén zin.

"""


def read(body):
    return read_lesson(HEADER + body, name="proef.md")


def test_the_finished_example_reads_as_a_tree(d1):
    lesson = d1.lesson("meldcode")
    assert [type(question) for question in lesson.questions] == [Order, Choice, Match, DilemmaChoice, Short]
    choice = lesson.questions[1]
    assert [answer.right for answer in choice.answers] == [True, False, False]
    assert lesson.questions[2].heads == ("Wie", "Doet dit")
    assert lesson.questions[3].answers[0].weight == "++"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('::: cas title="x"\nx\n:::', "no component 'cas'"),
        ('::: case title="x"\nx\n:::', "case takes title, place, when"),
        ('::: reading extra="x"\nx\n:::', "reading takes no attributes"),
        ("Tekst.\n\n::: reading\nnooit dicht", "line 3: reading is never closed"),
        ('::: note kind="warn"\nx\n:::', "care, law or job"),
        ("::: reading title=onaf\nx\n:::", "cannot read"),
        ('::: try-this title="x" minutes="veel"\nx\n:::', "whole number"),
        (':::: compare title="x"\n::: good\nx\n:::\n::::', "weak, good and why"),
        (":::: check\nlos\n::::", "components only"),
        (":::: check\n::::", "needs questions"),
        ('::: figure src="../../x.png" alt="x" caption="x"\nx\n:::', "beside the lesson"),
        ('::: figure src="x.png" alt="x" caption="x"\nx\n:::', "an .svg file"),
    ],
)
def test_wrong_notation_is_refused_with_the_line(body, said):
    with pytest.raises(ContentError) as refusal:
        read(body)
    assert said in str(refusal.value)
    assert "proef.md" in str(refusal.value)


@pytest.mark.parametrize(
    ("kind", "body", "said"),
    [
        ("choice", "V?\n\n- [x] a\n  > f\n- [x] b\n  > f\n- [ ] c\n  > f", "exactly one answer"),
        ("choice", "V?\n\n- [x] a\n  > f\n- [ ] b\n- [ ] c\n  > f", "no feedback on 'b'"),
        ("choice", "V?\n\n- [x] a\n  > f", "at least 3"),
        ("choice", "- [x] a\n  > f\n- [ ] b\n  > f\n- [ ] c\n  > f", "no question"),
        ("order", "V?\n\n1. a\n   > f\nlos", "cannot read 'los'"),
        ("match", "V?\n\n| a | b |\n|---|---|\n| c | d |\n| e | f |", "three columns"),
        ("short", "V?\n\n**Kijk na**\n\n- [ ] a\n  > f", "Modelantwoord"),
        ("dilemma-choice", "V?\n\n- [++] a\n  > f\n- [-] b\n  > f\n- [-] c\n  > f", "at least two"),
        ("quiz", "V?", "no kind of question"),
    ],
)
def test_a_wrong_question_is_refused(kind, body, said):
    with pytest.raises(ContentError) as refusal:
        read(f':::: check\n::: {kind} id="q1" item="I-01"\n{body}\n:::\n::::')
    assert said in str(refusal.value)


def test_a_lesson_opens_with_its_title_and_its_kern():
    with pytest.raises(ContentError, match="# Proef"):
        read_lesson(HEADER.replace("# Proef", "# Iets anders"), name="proef.md")
    with pytest.raises(ContentError, match="Eén zin"):
        read_lesson(HEADER.replace("**Kern.** Eén", "**Kern.** Twee"), name="proef.md")
    with pytest.raises(ContentError, match="header"):
        read_lesson("# Proef", name="proef.md")


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
    page = str(render_lesson(d1.lesson("meldcode"), environment))
    assert 'wordt gecontroleerd<span class="ww-vh">: nummer en tijden</span>' in page


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
