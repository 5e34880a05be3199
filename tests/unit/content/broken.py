"""Small pieces of material, each with one thing wrong: the code, the line and the sentences it must give."""

# ruff: noqa: E501 - texts as people type them
from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from content.faults import InCourse, InDrawing, InText

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
ABOVE_BODY = HEADER.count("\n")


@dataclass(frozen=True)
class Broken:
    """A text with a fault: a whole lesson, or `body` below a header without faults."""

    code: InText
    text: str
    line: int | None
    english: str
    dutch: str

    @property
    def file(self) -> str:
        """The text of the whole file."""
        return self.text

    def __str__(self) -> str:
        return f"{self.code.name}: {self.english}"


@dataclass(frozen=True)
class BrokenBody(Broken):
    """The line is that of the body, as its writer sees it in the field."""

    @property
    def file(self) -> str:
        return HEADER + self.text


def asked(kind: str, body: str, *, identity: str = "q1") -> str:
    return f':::: check\n::: {kind} id="{identity}" item="I-01"\n{body}\n:::\n::::'


B = BrokenBody
BODIES = [
    B(InText.NO_OPENING, "::: Case\ntekst\n:::", 1, "cannot read '::: Case'", "een onderdeel begint zoals ‘::: case title=\"…\"’, niet zo: ::: Case"),
    B(InText.NO_OPENING, "::: reading title=onaf\nx\n:::", 1, "cannot read '::: reading title=onaf'", "een onderdeel begint zoals ‘::: case title=\"…\"’, niet zo: ::: reading title=onaf"),
    B(InText.CROOKED_QUOTES, "\n::: word term=“x”\nx\n:::", 2, "needs straight quotes: '::: word term=“x”'", 'zet rechte aanhalingstekens ("), geen kromme: ::: word term=“x”'),
    B(InText.CLOSES_NOTHING, "Tekst.\n\n:::\n\nMeer.", 3, "closes nothing", "deze dubbele punten sluiten niets af. Haal ze weg, of kijk naar het onderdeel erboven"),
    B(InText.EMPTY, 'Tekst.\n\n::: word term="x"\n\n:::', 3, "word is empty", "in ‘word’ staat nog niets"),
    B(InText.EMPTY, ':::: compare title="x"\n\n::: weak\na\n:::\n::: good\n:::\n::: why\nb\n:::\n::::', 6, "good is empty", "in ‘good’ staat nog niets"),
    B(InText.UNREADABLE_LINE, '\n\n::: checklist title="a"\nlos\n:::', 4, "cannot read 'los'", "begin deze regel zoals ‘- [ ] tekst’, niet zo: los"),
    B(InText.UNREADABLE_LINE, asked("order", "V?\n\n1. a\n   > f\nlos"), 7, "q1: cannot read 'los'", "bij ‘q1’: begin deze regel zoals ‘1. tekst’, niet zo: los"),
    B(InText.NEVER_CLOSED, "Tekst.\n\n::: reading\nnooit dicht", 3, "reading is never closed", "‘reading’ wordt niet afgesloten. Zet evenveel dubbele punten op een eigen regel eronder"),
    B(InText.UNKNOWN_COMPONENT, '::: cas title="x"\nx\n:::', 1, "there is no component 'cas'", "het onderdeel ‘cas’ bestaat niet"),
    B(InText.WRONG_ATTRIBUTES, '::: case title="x"\nx\n:::', 1, "case takes title, place, when", "achter ‘case’ horen deze gegevens, elk met tekst: title, place, when"),
    B(InText.NO_ATTRIBUTES, '::: reading extra="x"\nx\n:::', 1, "reading takes no attributes", "achter ‘reading’ hoort niets"),
    B(InText.COMPONENTS_ONLY, ":::: check\nlos\n::::", 1, "check holds components only", "in ‘check’ mogen alleen de onderdelen staan die erbij horen"),
    B(InText.COMPARE_PARTS, ':::: compare title="x"\n::: good\nx\n:::\n::::', 1, "compare holds weak, good and why, in that order", "in ‘compare’ horen weak, good en why, in die volgorde"),
    B(InText.FIGURE_FILE, '::: figure src="../../x.png" alt="x" caption="x"\nx\n:::', 1, "a figure is an .svg file beside the lesson, not '../../x.png'", "een plaatje heet zoals ‘de-markt.jpg’, niet zoals ‘../../x.png’"),
    B(InText.NOTE_KIND, '::: note kind="warn"\nx\n:::', 1, "a note is care, law or job, not 'warn'", "een note is care, law of job, niet ‘warn’"),
    B(InText.MINUTES, '::: try-this title="x" minutes="tien"\nx\n:::', 1, "minutes is a whole number, not 'tien'", "minutes is een heel getal, niet ‘tien’"),
    B(InText.MINUTES, '::: try-this title="x" minutes="²"\nx\n:::', 1, "minutes is a whole number, not '²'", "minutes is een heel getal, niet ‘²’"),
    B(InText.CHECK_QUESTIONS, ":::: check\n::::", 1, "a check needs questions, each with its own id", "in ‘check’ horen vragen, elk met een eigen id"),
    B(InText.UNKNOWN_QUESTION, asked("quiz", "V?"), 2, "there is no kind of question 'quiz'", "de vraagsoort ‘quiz’ bestaat niet"),
    B(InText.QUESTION_ID, asked("choice", "V?", identity="a/b"), 2, "an id has letters, digits and hyphens, at most 60, not 'a/b'", "een id heeft kleine letters, cijfers en streepjes (hooguit 60), niet ‘a/b’"),
    B(InText.QUESTION_ID, asked("choice", "V?", identity="a" * 61), 2, f"an id has letters, digits and hyphens, at most 60, not '{'a' * 61}'", f"een id heeft kleine letters, cijfers en streepjes (hooguit 60), niet ‘{'a' * 61}’"),
    B(InText.TOO_FEW_LINES, asked("choice", "V?\n\n- [x] a\n  > f"), 2, "q1: needs at least 3 answers or steps", "bij ‘q1’: hier horen minstens 3 antwoorden of stappen"),
    B(InText.NO_FEEDBACK, asked("choice", "V?\n\n- [x] a\n  > f\n- [ ] b\n- [ ] c\n  > f"), 7, "q1: no feedback on 'b'", "bij ‘q1’: zet onder dit antwoord wat de lezer ervan leert, met > ervoor: b"),
    B(InText.NO_PROMPT, asked("choice", "- [x] a\n  > f\n- [ ] b\n  > f\n- [ ] c\n  > f"), 2, "q1: there is no question above the answers", "bij ‘q1’: zet de vraag boven de antwoorden"),
    B(InText.ONE_RIGHT_ANSWER, asked("choice", "V?\n\n- [x] a\n  > f\n- [x] b\n  > f\n- [ ] c\n  > f"), 2, "q1: exactly one answer is right", "bij ‘q1’: kruis precies één goed antwoord aan met [x]"),
    B(InText.MATCH_TABLE, asked("match", "V?\n\n| a | b |\n|---|---|\n| c | d |\n| e | f |"), 2, "q1: needs a table of three columns and at least two rows", "bij ‘q1’: hier hoort een tabel met drie kolommen en minstens twee rijen"),
    B(InText.SHORT_PARTS, asked("short", "V?\n\n**Kijk na**\n\n- [ ] a\n  > f"), 2, "q1: needs a question, **Modelantwoord** and **Kijk na**", "bij ‘q1’: hier horen een vraag, **Modelantwoord** en **Kijk na**"),
    B(InText.TWO_DEFENSIBLE, asked("dilemma-choice", "V?\n\n- [++] a\n  > f\n- [-] b\n  > f\n- [-] c\n  > f"), 2, "q1: at least two answers are strong or defensible", "bij ‘q1’: minstens twee antwoorden krijgen [++] of [+]"),
]  # fmt: skip
WHOLE = [
    Broken(InText.NO_HEADER, "# Proef", None, "the file starts with a header between two lines of ---", "het bestand begint met een kop: gegevens tussen twee regels met ---"),
    Broken(InText.UNREADABLE_YAML, HEADER.replace("minutes: 10", "minutes: [10"), 9, "expected ',' or ']', but got ':'", "deze gegevens zijn niet te lezen"),
    Broken(InText.KEYS_EXPECTED, "---\nlos\n---\n# Proef", None, "here stand keys with their values", "hier horen gegevens, elk met een naam en een waarde"),
    Broken(InText.KEY_MISSING, HEADER.replace("core: Eén zin.\n", ""), None, "core: is missing", "bij ‘core’: dit gegeven ontbreekt"),
    Broken(InText.KEY_UNKNOWN, HEADER.replace("core:", "kern: x\ncore:"), None, "kern: there is no such key", "bij ‘kern’: dit gegeven hoort hier niet"),
    Broken(InText.KEY_WRONG, HEADER.replace("minutes: 10", "minutes: 0"), None, "minutes: Input should be greater than 0", "bij ‘minutes’: deze waarde klopt niet"),
    Broken(InText.OPENING, HEADER.replace("# Proef", "# Iets anders"), 16, "expected '# Proef', found '# Iets anders'", "hier hoort ‘# Proef’, niet ‘# Iets anders’"),
    Broken(InText.OPENING, HEADER.replace("**Kern.** Eén", "**Kern.** Twee"), 18, "expected '**Kern.** Eén zin.', found '**Kern.** Twee zin.'", "hier hoort ‘**Kern.** Eén zin.’, niet ‘**Kern.** Twee zin.’"),
]  # fmt: skip
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360"><title>Een straat</title>{}</svg>'
DRAWINGS = {
    InDrawing.TOO_LARGE: DRAWING.format("<!--" + "x" * 100_000 + "-->"),
    InDrawing.INSTRUCTIONS: '<!DOCTYPE svg [<!ENTITY a "b">]>' + DRAWING,
    InDrawing.UNREADABLE: "<svg",
    InDrawing.ELEMENT: DRAWING.format("<script/>"),
    InDrawing.ATTRIBUTE: DRAWING.format('<rect onclick="alert(1)"/>'),
    InDrawing.NO_FRAME: DRAWING.replace(' viewBox="0 0 640 360"', ""),
    InDrawing.NO_TITLE: DRAWING.replace("Een straat", " "),
}
QUESTION = """::: choice id="{id}" item="I-01" {lessons}
Wat doe je eerst?

- [x] Vragen.
  > Ja.
- [ ] Bellen.
  > Nee.
- [ ] Niets.
  > Nee.
:::
"""
LESSONS = 'lessons="welkom meldcode"'


def a_selftest(*, ids=None, block="M0-A", lessons=LESSONS, after="") -> str:
    ids = ids or [f"q{number}" for number in range(1, 15)]
    questions = "\n".join(QUESTION.format(id=each, lessons=lessons) for each in ids)
    return (
        f"---\nblock: {block}\ntitle: Zelftest\nreviewed: nee\n---\n\n:::: check\n{questions}\n::::\n{after}"
    )


Step = Callable[[Path], object]
LESSON, TASK, TEST = "lessons/S1/vraag-het-de-groep.md", "assignments/eerste-training.md", "selftests/m0-a.md"
OUTLINE = (
    "lessons: [{{id: L01, slug: {slug}, title: Vraag het de groep, module: S1, block: S1-A, "
    "work_process: T9-K1-W1, minutes: {minutes}, items: [I-01, I-02], behaviours: [W1-1]}}]\n"
)


def change(file: str, old: str, new: str) -> Step:
    def step(folder: Path) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return step


def write(file: str, text: str) -> Step:
    def step(folder: Path) -> None:
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).write_text(text, encoding="utf-8")

    return step


# What to do with the folder of a good keuzedeel; a second keuzedeel may be put in `again` beside its parent.
COURSES: dict[InCourse, list[Step]] = {
    InCourse.NO_FOLDER: [lambda folder: shutil.rmtree(folder.parent)],
    InCourse.UNREADABLE_FILE: [lambda folder: (folder / "work.yaml").unlink()],
    InCourse.KEUZEDEEL_TWICE: [lambda folder: shutil.copytree(folder.parent, folder.parents[1] / "again")],
    InCourse.FILE_NAME: [change(LESSON, "slug: vraag", "slug: stel")],
    InCourse.NO_FIGURE: [
        change(LESSON, "## Eerst", '::: figure src="a.svg" alt="x" caption="x"\nx\n:::\n\n## Eerst')
    ],
    InCourse.SLUG_TWICE: [change("programme.yaml", "[vraag-het", "[vraag-het-de-groep, vraag-het")],
    InCourse.PROGRAMME_DIFFERS: [change("programme.yaml", "vraag-het-de-groep", "vraag-het")],
    InCourse.ONE_CHECK: [write(TEST, a_selftest(after="Nog een zin."))],
    InCourse.QUESTION_COUNT: [write(TEST, a_selftest(ids=["q1"]))],
    InCourse.LESSONS_TO_REREAD: [write(TEST, a_selftest(lessons='lessons=" "'))],
    InCourse.QUESTION_TWICE: [write(TEST, a_selftest(ids=["q1"] * 14))],
    InCourse.CODE_TWICE: [change("work.yaml", "key: uitvoering", "key: voorbereiding")],
    InCourse.BEHAVIOURS: [change("qualification.yaml", "id: W1-2", "id: W1-9")],
    InCourse.PROCESS_NUMBER: [change("qualification.yaml", "number: 2", "number: 7")],
    InCourse.PROCESSES: [change("work.yaml", "T9-K1-W2", "T9-K1-W7")],
    InCourse.TOO_MANY_ROWS: [change("exam_plan.yaml", "min_goed: 2, max", "min_goed: 8, max")],
    InCourse.TOO_MANY_PROCESSES: [change("exam_plan.yaml", "min_goed: 2, plain", "min_goed: 8, plain")],
    InCourse.HOURS_NORM: [change("exam_plan.yaml", "norm: 80", "norm: 90")],
    InCourse.HOURS_TOTAL: [change("programme.yaml", "practice: 20", "practice: 21")],
    InCourse.EACH_ROUTE: [change("programme.yaml", "{route: student", "{route: zij_instromer")],
    InCourse.NO_SECTION: [change("work.yaml", "to: voorbereiding/wensen", "to: voorbereiding/dromen")],
    InCourse.NO_LIST: [change("work.yaml", "to: voorbereiding/wensen", "to: voorbereiding/keuze")],
    InCourse.NO_CRITERION: [change("work.yaml", "criteria: [W1-1]", "criteria: [W1-1, W2-1]")],
    InCourse.UNSERVED: [change("work.yaml", "[W2-1, W2-2]", "[W2-1]")],
    InCourse.NO_BOOKING_CODE: [change("programme.yaml", "T9-K1-W2", "T9-K1-W7")],
    InCourse.NO_MODULE: [change(TASK, "module: S1", "module: S9")],
    InCourse.NO_BLOCK: [write(TEST, a_selftest())],
    InCourse.NO_LESSON: [write(TEST, a_selftest())],
    InCourse.NO_ASSIGNMENT: [change(LESSON, "assignment: eerste", "assignment: laatste")],
    InCourse.NO_ITEM: [write(TEST, a_selftest().replace("I-01", "I-99"))],
    InCourse.NO_ITEM_OR_BEHAVIOUR: [change(LESSON, "items: [I-01", "items: [I-09")],
    InCourse.NOT_LISTED: [change(LESSON, "block: S1-A", "block: S2-A")],
    InCourse.NOT_COVERED: [change(LESSON, "items: [I-01, I-02]", "items: [I-01]")],
    InCourse.WORD_TWICE: [
        change(LESSON, "## Eerst", '::: word term="buurtsport"\nIets anders.\n:::\n\n## Eerst')
    ],
    InCourse.NOT_OUTLINED: [write("outline.yaml", OUTLINE.format(slug="iets-anders", minutes=15))],
    InCourse.OUTLINE_DIFFERS: [write("outline.yaml", OUTLINE.format(slug="vraag-het-de-groep", minutes=20))],
    InCourse.NO_PLACE: [change(TASK, "reviewed", "place: voorbereiding.nergens\nreviewed")],
    InCourse.TOO_FEW_FIELDS: [change(TASK, "reviewed", "place: voorbereiding.keuze\nleast: 99\nreviewed")],
    InCourse.NO_FIELD_ASKED: [change(TASK, "reviewed", "later: [waarom]\nreviewed")],
    InCourse.NAME_OF_LESSON: [
        write("outline.yaml", OUTLINE.format(slug="zelftest-m0-a", minutes=15)),
        write(TEST, a_selftest()),
    ],
}
