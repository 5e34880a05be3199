"""Every fault can be made by a small piece of material, and says in English where it stands."""

import pytest

from content import ContentError, load_catalogue
from content.drawing import faults_of
from content.fault_words import in_english
from content.faults import Fault, InCourse, InDrawing, InText, fault
from content.lesson import read_lesson
from content.notation import read_nodes
from tests.unit.content.broken import ABOVE_BODY, BODIES, COURSES, DRAWINGS, WHOLE


def only_fault(read, *arguments, **names) -> Fault:
    with pytest.raises(ContentError) as refused:
        read(*arguments, **names)
    [found] = refused.value.faults
    assert str(refused.value) == in_english(found)
    return found


def test_there_is_a_text_for_every_code():
    assert {each.code for each in (*BODIES, *WHOLE)} == set(InText)
    assert set(DRAWINGS) == set(InDrawing)
    assert set(COURSES) == set(InCourse)


@pytest.mark.parametrize("broken", BODIES, ids=str)
def test_a_fault_in_the_notation_says_its_line(broken):
    found = only_fault(read_nodes, broken.text)
    assert (found.code, found.line) == (broken.code, broken.line)
    assert in_english(found) == f"line {broken.line}: {broken.english}"


@pytest.mark.parametrize("broken", BODIES, ids=str)
def test_in_a_file_the_line_is_that_of_the_file(broken):
    found = only_fault(read_lesson, broken.file, name="proef.md")
    assert in_english(found) == f"proef.md: line {ABOVE_BODY + broken.line}: {broken.english}"


@pytest.mark.parametrize("broken", WHOLE, ids=str)
def test_a_fault_in_the_header_says_its_key_or_line(broken):
    found = only_fault(read_lesson, broken.file, name="proef.md")
    assert (found.code, found.line) == (broken.code, broken.line)
    where = f"proef.md: line {broken.line}" if broken.line else "proef.md"
    assert in_english(found) == f"{where}: {broken.english}"


@pytest.mark.parametrize(("code", "text"), DRAWINGS.items(), ids=[each.name for each in DRAWINGS])
def test_a_fault_in_a_drawing(code, text):
    said = {each.code: in_english(each) for each in faults_of(text)}
    assert code in said


@pytest.mark.parametrize(("code", "steps"), COURSES.items(), ids=[each.name for each in COURSES])
def test_a_fault_between_the_files_of_a_keuzedeel(t9_folder, code, steps):
    for step in steps:
        step(t9_folder / "t9-buurtsport")
    with pytest.raises(ContentError) as refused:
        load_catalogue([t9_folder, *t9_folder.parent.glob("again")])
    found = [each for each in refused.value.faults if each.code is code]
    assert found, refused.value
    assert all(each.file for each in found)


def test_all_faults_of_the_components_are_told_at_once_each_at_its_own_line():
    question = '::: choice id="{}" item="I-01"\n\nV?\n- [x] a\n  > f\n- [ ] b\n- [ ] c\n:::'
    note = '::: note kind="zorg"\nx\n:::'
    text = "\n".join([note, ":::: check", "", "", question.format("q1"), question.format("q2"), "::::"])
    with pytest.raises(ContentError) as refused:
        read_nodes(text)
    found = [(each.code, each.line, each.at) for each in refused.value.faults]
    silent = [(InText.NO_FEEDBACK, line, at) for line, at in ((12, "q1"), (13, "q1"), (20, "q2"), (21, "q2"))]
    assert found == [(InText.NOTE_KIND, 1, ""), *silent]


def test_what_cannot_be_seen_is_no_fault():
    text = '::: dilemma title="a"  \nZeg je het?\n::: \n\n::: checklist title="b"\n- [X] een\n:::\t'
    dilemma, ticks = read_nodes(text)
    assert (dilemma.body, ticks.points) == ("Zeg je het?", ("een",))


def test_a_fault_keeps_where_it_stands_itself():
    known = fault(InText.NO_PROMPT, line=3, at="q1").standing(file="a.md", line=9, at="check")
    assert (known.file, known.line, known.at) == ("a.md", 3, "q1")
