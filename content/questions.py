"""Read the five kinds of self-test questions, with feedback on every answer."""

import re
from collections.abc import Callable, Iterator
from typing import cast

from content.errors import ContentError
from content.faults import InText, fault
from content.fences import Fence
from content.nodes import Answer, Choice, DilemmaChoice, Match, Order, Pair, Question, Short, Weight

TICKED = re.compile(r"^- \[(?P<mark>[ xX])\] (?P<text>.+)$")
NUMBERED = re.compile(r"^\d+\. (?P<text>.+)$")
WEIGHED = re.compile(r"^- \[(?P<mark>\+\+|\+|-)\] (?P<text>.+)$")
IDENTITY = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")  # it stands in addresses, and answers are kept under it
FEEDBACK = re.compile(r"^\s+> ?(?P<text>.+)$")
EXAMPLES = {TICKED: "- [ ] tekst", NUMBERED: "1. tekst", WEIGHED: "- [+] tekst"}
MODEL, LOOK_BACK = "**Modelantwoord**", "**Kijk na**"


def read_question(fence: Fence) -> Question:
    """Turn one question of a check into its parts; raise ContentError on wrong notation."""
    reader = READERS.get(fence.name)
    if reader is None:
        raise ContentError(fault(InText.UNKNOWN_QUESTION, line=fence.line, name=fence.name))
    identity, item = fence.take("id", "item")
    if not IDENTITY.fullmatch(identity):
        raise ContentError(fault(InText.QUESTION_ID, line=fence.line, id=identity))
    try:
        return reader(fence, identity, item)
    except ContentError as wrong:
        raise wrong.standing(line=fence.line, at=identity) from None


def marked_lines(text: str, pattern: re.Pattern[str], *, first_line: int) -> tuple[Answer, ...]:
    """Read list lines that match a pattern, each with the quote below it as its feedback."""
    answers: list[Answer] = []
    for number, line in enumerate(text.splitlines(), first_line):
        if not line.strip():
            continue
        if found := pattern.match(line):
            answers.append(_answer(found))
        elif answers and (feedback := FEEDBACK.match(line)):
            answers.append(_with_feedback(answers.pop(), feedback["text"]))
        else:
            wanted = EXAMPLES[pattern]
            raise ContentError(fault(InText.UNREADABLE_LINE, line=number, text=line.strip(), wanted=wanted))
    return tuple(answers)


def _answer(found: re.Match[str]) -> Answer:
    mark = found.groupdict().get("mark", "")
    weight = cast(Weight, mark) if mark in {"++", "+", "-"} else None
    return Answer(found["text"], "", right=mark in {"x", "X"}, weight=weight)


def _with_feedback(answer: Answer, line: str) -> Answer:
    text = f"{answer.feedback} {line}".strip()
    return Answer(answer.text, text, right=answer.right, weight=answer.weight)


def _answers(text: str, pattern: re.Pattern[str], *, least: int, first_line: int) -> tuple[Answer, ...]:
    answers = marked_lines(text, pattern, first_line=first_line)
    if len(answers) < least:
        raise ContentError(fault(InText.TOO_FEW_LINES, least=least))
    lines = [number for number, line in enumerate(text.splitlines(), first_line) if pattern.match(line)]
    silent = [(line, each.text) for line, each in zip(lines, answers, strict=True) if not each.feedback]
    if silent:
        raise ContentError(*(fault(InText.NO_FEEDBACK, line=line, answer=text) for line, text in silent))
    return answers


def _cut(fence: Fence, pattern: re.Pattern[str]) -> tuple[str, str, int]:
    """Give the question, what stands below it, and the line on which that begins."""
    lines = fence.body.splitlines()
    start = next((n for n, line in enumerate(lines) if pattern.match(line)), len(lines))
    prompt = "\n".join(lines[:start]).strip()
    if not prompt:
        raise ContentError(fault(InText.NO_PROMPT))
    return prompt, "\n".join(lines[start:]), fence.below + start


def _choice(fence: Fence, identity: str, item: str) -> Question:
    prompt, rest, line = _cut(fence, TICKED)
    answers = _answers(rest, TICKED, least=3, first_line=line)
    if sum(answer.right for answer in answers) != 1:
        raise ContentError(fault(InText.ONE_RIGHT_ANSWER))
    return Choice(identity, item, prompt, answers)


def _order(fence: Fence, identity: str, item: str) -> Question:
    prompt, rest, line = _cut(fence, NUMBERED)
    return Order(identity, item, prompt, _answers(rest, NUMBERED, least=2, first_line=line))


def _match(fence: Fence, identity: str, item: str) -> Question:
    prompt, rest, _line = _cut(fence, re.compile(r"^\|"))
    rows = list(_rows(rest))
    if len(rows) < 4 or any(len(row) != 3 for row in rows):
        raise ContentError(fault(InText.MATCH_TABLE))
    return Match(identity, item, prompt, (rows[0][0], rows[0][1]), tuple(Pair(*row) for row in rows[2:]))


def _rows(table: str) -> Iterator[list[str]]:
    for line in table.strip().splitlines():
        yield [cell.strip() for cell in line.strip().strip("|").split("|")]


def _short(fence: Fence, identity: str, item: str) -> Question:
    prompt, model_part, rest = fence.body.partition(MODEL)
    model, look_back, points = rest.partition(LOOK_BACK)
    if not (model_part and look_back and prompt.strip() and model.strip()):
        raise ContentError(fault(InText.SHORT_PARTS))
    line = fence.below + fence.body.removesuffix(points).count("\n")
    answers = _answers(points, TICKED, least=2, first_line=line)
    return Short(identity, item, prompt.strip(), model.strip(), answers)


def _dilemma_choice(fence: Fence, identity: str, item: str) -> Question:
    prompt, rest, line = _cut(fence, WEIGHED)
    answers = _answers(rest, WEIGHED, least=3, first_line=line)
    if sum(answer.weight in {"+", "++"} for answer in answers) < 2:
        raise ContentError(fault(InText.TWO_DEFENSIBLE))
    return DilemmaChoice(identity, item, prompt, answers)


READERS: dict[str, Callable[[Fence, str, str], Question]] = {
    "choice": _choice,
    "order": _order,
    "match": _match,
    "short": _short,
    "dilemma-choice": _dilemma_choice,
}
