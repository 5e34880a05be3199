"""A lesson or assignment as plain values for a printer: every part, the questions, and the answers apart."""

from collections.abc import Callable, Iterator
from typing import Any

from content.assignment import Assignment
from content.drawing import Drawing
from content.lesson import Lesson
from content.nodes import (
    Case,
    Check,
    Checklist,
    Choice,
    Compare,
    Dilemma,
    DilemmaChoice,
    Figure,
    Match,
    Node,
    Note,
    Order,
    Prose,
    Question,
    Reading,
    Short,
    TryThis,
    Word,
)
from content.printed_text import printed_blocks as blocks
from content.printed_text import printed_line as line
from content.shuffling import shuffled

Printed = dict[str, Any]
LABELS = {"care": "Let op jezelf", "law": "Goed om te weten", "job": "Werk je al?"}
TALLEST = 1.2  # how often its own width a drawing may be high, at full width
WEIGHTS = {"++": "Sterk", "+": "Te verdedigen", "-": "Niet doen"}


def printed_document(document: Lesson | Assignment) -> Printed:
    """Give a document: title, kern, parts, and the answers to its questions."""
    is_lesson = isinstance(document, Lesson)
    return {
        "slug": document.slug,
        "title": document.title,
        "is_lesson": is_lesson,
        "minutes": document.minutes,
        "core": line(document.header.core) if isinstance(document, Lesson) else [],
        "parts": [part for node in document.nodes for part in _part(document, node)],
        "answers": [
            answer
            for node in document.nodes
            if isinstance(node, Check)
            for number, question in enumerate(node.questions, 1)
            for answer in [{"number": number, "lines": list(_answers(question))}]
        ],
    }


def _part(document: Lesson | Assignment, node: Node) -> Iterator[Printed]:
    if isinstance(node, Word):
        return
    if isinstance(node, Figure):
        drawn = {each.name: each for each in document.drawings if isinstance(each, Drawing)}
        if node.src in drawn:
            yield _figure(node, drawn[node.src])
        else:
            yield {"is": "prose", "blocks": blocks(node.body)}
    elif isinstance(node, Check):
        asked = [_question(each, f"{document.slug}-{each.id}") for each in node.questions]
        yield {"is": "check", "questions": asked}
    else:
        yield PARTS[type(node)](node)


def _figure(node: Figure, drawing: Drawing) -> Printed:
    """`share` is how much of the usual width it takes: what is tall must still fit on a page."""
    share = round(min(1.0, TALLEST * drawing.width / drawing.height), 3)
    svg = drawing.content.decode()
    return {"is": "figure", "svg": svg, "share": share, "alt": node.alt, "caption": node.caption}


PARTS: dict[type, Callable[[Any], Printed]] = {
    Prose: lambda node: {"is": "prose", "blocks": blocks(node.markdown)},
    Case: lambda node: {
        "is": "case", "title": node.title, "where": f"{node.place}, {node.when}", "blocks": blocks(node.body)
    },
    Compare: lambda node: {
        "is": "compare", "title": node.title,
        "weak": blocks(node.weak), "good": blocks(node.good), "why": blocks(node.why),
    },
    Checklist: lambda node: {"is": "checklist", "title": node.title, "points": list(map(line, node.points))},
    Dilemma: lambda node: {"is": "dilemma", "title": node.title, "blocks": blocks(node.body)},
    Note: lambda node: {"is": "note", "title": LABELS[node.kind], "blocks": blocks(node.body)},
    TryThis: lambda node: {
        "is": "try", "title": node.title, "minutes": node.minutes, "blocks": blocks(node.body)
    },
    Reading: lambda node: {"is": "reading", "blocks": blocks(node.body)},
}  # fmt: skip


def _question(question: Question, seed: str) -> Printed:
    asked = {"prompt": line(question.prompt), "options": [], "right": [], "kind": "choice"}
    match question:
        case Choice():
            return asked | {"options": [line(each.text) for each in question.answers]}
        case DilemmaChoice():
            return asked | {"options": [line(each.text) for each in shuffled(question.answers, seed)]}
        case Order():
            steps = [line(each.text) for each in shuffled(question.steps, seed)]
            return asked | {"kind": "order", "options": steps}
        case Match():
            right = dict.fromkeys(each.right for each in shuffled(question.pairs, seed))
            left = [line(each.left) for each in question.pairs]
            return asked | {"kind": "match", "options": left, "right": [line(text) for text in right]}
    return asked | {"kind": "short"}


def _answers(question: Question) -> Iterator[Printed]:
    match question:
        case Choice():
            for each in question.answers:
                yield _answer("Dit klopt" if each.right else "Dit klopt niet", each.text, each.feedback)
        case DilemmaChoice():
            for each in question.answers:
                yield _answer(WEIGHTS[each.weight or "-"], each.text, each.feedback)
        case Order():
            for number, each in enumerate(question.steps, 1):
                yield _answer(f"Stap {number}", each.text, each.feedback)
        case Match():
            for pair in question.pairs:
                yield _answer("", f"{pair.left}: {pair.right}", pair.feedback)
        case Short():
            yield _answer("Zo kan het", question.model, "")
            for each in question.points:
                yield _answer("Kijk na", each.text, each.feedback)


def _answer(label: str, text: str, feedback: str) -> Printed:
    return {"label": label, "text": line(text), "feedback": line(feedback)}
