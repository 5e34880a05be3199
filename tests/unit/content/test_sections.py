import re

from content.lesson_page import render_lesson
from content.nodes import Case, Check, Prose, Word
from content.sections import LONGEST_ID, sections_of, slug_of


def test_a_heading_gives_its_section_an_address():
    assert slug_of("Wat ging hier mis?") == "wat-ging-hier-mis"
    assert slug_of("Eén moment is genoeg") == "een-moment-is-genoeg"
    assert slug_of("‘O, en wie?’") == "o-en-wie"
    assert slug_of("???") == "deel"


def test_sections_begin_at_headings_and_at_components_with_one():
    nodes = [
        Prose("Vooraf.\n\n## Een *kop*\n\nTekst.\n\n## Een kop\n\nMeer."),
        Case("Riet", "hier", "nu", "x"),
    ]
    sections = sections_of([Word("a", "b"), *nodes, Prose("Nog iets."), Check(())])
    assert [(each.id, each.title) for each in sections] == [
        ("", ""),
        ("een-kop", "Een kop"),
        ("een-kop-2", "Een kop"),
        ("riet", "Riet"),
        ("test-jezelf", "Test jezelf"),
        ("woorden", "Woorden"),
    ]
    assert sections[3].nodes == (nodes[1], Prose("Nog iets."))


def test_a_heading_never_takes_the_id_of_the_page_itself():
    (section,) = sections_of([Prose("## Inhoud\n\nTekst.")])
    assert section.id == "inhoud-2"


def test_an_id_is_never_longer_than_what_is_kept_of_it():
    title = "lang " * 30
    ids = [each.id for each in sections_of([Prose(f"## {title}\n\nTekst.\n\n" * 12)])]
    assert len(set(ids)) == 12
    assert all(len(each) <= LONGEST_ID for each in ids)


def test_every_section_is_on_the_page_under_its_id(d1, environment):
    for lesson in d1.lessons:
        page = str(render_lesson(lesson, environment))
        headings = re.findall(r'<h2 id="([^"]+)"', page)
        assert headings == [section.id for section in sections_of(lesson.nodes) if section.id]


def test_however_long_or_often_a_heading_comes_it_gets_a_short_id_of_its_own():
    text = "\n\n".join(["## " + "heel " * 80] * 150)
    ids = [section.id for section in sections_of([Prose(text)])]
    assert len(set(ids)) == 150
    assert max(map(len, ids)) < 120


def test_what_follows_a_self_test_is_no_part_of_it():
    sections = sections_of([Prose("Vooraf."), Check(()), Prose("Nog iets.")])
    assert [(each.title, each.nodes) for each in sections] == [
        ("", (Prose("Vooraf."),)),
        ("Test jezelf", (Check(()),)),
        ("", (Prose("Nog iets."),)),
    ]
