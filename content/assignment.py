"""One practice assignment: a checked header and the tree of its parts."""

from dataclasses import dataclass

from pydantic import Field, NonNegativeInt, PositiveInt

from content.drawing import Drawing
from content.errors import ContentError
from content.frozen import CriterionCode, Frozen, ItemId, Slug, Text
from content.header import drop_opening, read_header
from content.nodes import Node
from content.notation import read_nodes
from content.picture import Picture


class AssignmentHeader(Frozen):
    """What an assignment is about.

    `place` names the section of the work in which it is done, such as wijkanalyse.partijen; `least` is how
    many records it asks there or, where there is one record, how many filled fields. `later` names fields
    of such a record that nobody can fill yet when the assignment is done.
    """

    id: str = Field(pattern=r"^[OE]\d{2,3}$")  # E: of a school itself
    slug: Slug
    title: Text
    module: Text
    practice_hours: NonNegativeInt
    writing_hours: NonNegativeInt
    items: tuple[ItemId, ...]
    behaviours: tuple[CriterionCode, ...]
    lessons_first: tuple[Slug, ...] = ()
    produces: Text
    place: str | None = Field(default=None, pattern=r"^[a-z-]+\.[a-z-]+$")
    least: PositiveInt = 1
    later: tuple[str, ...] = ()
    reviewed: Text


@dataclass(frozen=True, eq=False)
class Assignment:
    """An assignment as it was written; `source` is the file's text, for its hash."""

    header: AssignmentHeader
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
        """The time it takes in all, in the wijk and writing."""
        return 60 * (self.header.practice_hours + self.header.writing_hours)


def read_assignment(text: str, *, name: str) -> Assignment:
    """Read the text of an assignment file; faults say the file and the line."""
    header, below = read_header(AssignmentHeader, text, name=name)
    below = drop_opening(below, f"# {header.title}", name=name)
    try:
        return Assignment(header, read_nodes(below.text, first_line=below.line), text)
    except ContentError as wrong:
        raise wrong.standing(file=name) from None
