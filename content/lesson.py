"""One lesson: a checked header and the tree of its parts."""

from dataclasses import dataclass

from pydantic import Field, PositiveInt

from content.drawing import Drawing
from content.errors import ContentError
from content.frozen import CriterionCode, Frozen, ItemId, Slug, Text
from content.header import drop_opening, read_header
from content.nodes import Check, Node, Question
from content.notation import read_nodes
from content.picture import Picture


class LessonHeader(Frozen):
    id: str = Field(pattern=r"^[LE]\d{2,3}$")  # E: of a school itself
    slug: Slug
    title: str = Field(min_length=1, max_length=60)
    module: Text
    block: Text
    work_process: Text
    minutes: PositiveInt
    items: tuple[ItemId, ...]
    behaviours: tuple[CriterionCode, ...]
    story_week: int = Field(ge=1, le=24)
    core: Text
    assignment: Slug | None = None
    reviewed: Text


@dataclass(frozen=True, eq=False)
class Lesson:
    """A lesson as it was written; `source` is the file's text, for its hash."""

    header: LessonHeader
    nodes: tuple[Node, ...]
    source: str
    drawings: tuple[Drawing | Picture, ...] = ()

    @property
    def slug(self) -> str:
        return self.header.slug

    @property
    def title(self) -> str:
        return self.header.title

    @property
    def minutes(self) -> int:
        return self.header.minutes

    @property
    def questions(self) -> tuple[Question, ...]:
        checks = (node for node in self.nodes if isinstance(node, Check))
        return tuple(question for check in checks for question in check.questions)


def read_lesson(text: str, *, name: str) -> Lesson:
    """Read the text of a lesson file; faults say the file and the line."""
    header, below = read_header(LessonHeader, text, name=name)
    below = drop_opening(below, f"# {header.title}", name=name)
    below = drop_opening(below, f"**Kern.** {header.core}", name=name)
    try:
        return Lesson(header, read_nodes(below.text, first_line=below.line), text)
    except ContentError as wrong:
        raise wrong.standing(file=name) from None
