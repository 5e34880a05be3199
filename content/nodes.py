"""The parts a lesson or assignment is made of: an immutable tree, without any markup."""

from dataclasses import dataclass
from typing import Literal

NoteKind = Literal["care", "law", "job"]
Weight = Literal["++", "+", "-"]


@dataclass(frozen=True)
class Prose:
    markdown: str


@dataclass(frozen=True)
class Case:
    title: str
    place: str
    when: str
    body: str


@dataclass(frozen=True)
class Word:
    term: str
    body: str


@dataclass(frozen=True)
class Compare:
    title: str
    weak: str
    good: str
    why: str


@dataclass(frozen=True)
class Checklist:
    title: str
    points: tuple[str, ...]


@dataclass(frozen=True)
class Dilemma:
    title: str
    body: str


@dataclass(frozen=True)
class Figure:
    src: str
    alt: str
    caption: str
    body: str


@dataclass(frozen=True)
class Note:
    kind: NoteKind
    body: str


@dataclass(frozen=True)
class TryThis:
    title: str
    minutes: int
    body: str


@dataclass(frozen=True)
class Reading:
    body: str


@dataclass(frozen=True)
class Answer:
    """A line with its feedback: an answer, a step of an order or a point to look back on."""

    text: str
    feedback: str
    right: bool = False
    weight: Weight | None = None


@dataclass(frozen=True)
class Pair:
    left: str
    right: str
    feedback: str


@dataclass(frozen=True)
class Question:
    id: str
    item: str
    prompt: str


@dataclass(frozen=True)
class Choice(Question):
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Order(Question):
    steps: tuple[Answer, ...]


@dataclass(frozen=True)
class Match(Question):
    heads: tuple[str, str]
    pairs: tuple[Pair, ...]


@dataclass(frozen=True)
class Short(Question):
    model: str
    points: tuple[Answer, ...]


@dataclass(frozen=True)
class DilemmaChoice(Question):
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Check:
    questions: tuple[Question, ...]


Node = Prose | Case | Word | Compare | Checklist | Dilemma | Figure | Note | TryThis | Reading | Check
