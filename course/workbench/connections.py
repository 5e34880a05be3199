"""The connections of a piece as a drawing of at most three columns, and as a list. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from textwrap import wrap
from uuid import UUID

from content.work_form import Piece, WorkSection
from course.workbench.models import Certainty, WorkItem
from course.workbench.queries import Work

WIDTH, NODE, TALL, STEP, HEAD = 760, 204, 54, 70, 34
LETTERS = 23  # that fit on one of the two lines of a node
STYLES = {
    Certainty.WETEN: "known",
    Certainty.VERMOEDEN: "suspected",
    Certainty.VAN_HOREN: "hearsay",
    None: "plain",
}


@dataclass(frozen=True)
class Connection:
    """One connection: this item rests on (or has to do with) that one, and how sure that is."""

    item: WorkItem
    target: WorkItem
    name: str
    target_name: str
    question: str
    style: str


@dataclass(frozen=True)
class Node:
    """An item, drawn."""

    lines: tuple[str, ...]
    x: int
    y: int
    column: int


@dataclass(frozen=True)
class Drawing:
    """Columns, nodes and lines, in a box of WIDTH by `height`."""

    heads: tuple[tuple[str, int], ...]
    nodes: tuple[Node, ...]
    lines: tuple[tuple[str, str], ...]
    height: int
    width: int = WIDTH
    node_width: int = NODE
    node_height: int = TALL


def connections(piece: Piece, work: Work) -> list[Connection]:
    """Give all connections of a piece, in the order of its sections."""
    return [found for section in piece.sections for found in _of_section(piece, section, work)]


def drawing(piece: Piece, work: Work, found: Sequence[Connection]) -> Drawing | None:
    """Draw the longest row of sections that point at each other; None when nothing is connected there."""
    columns = columns_of(piece, work)
    used = {end.id for each in found for end in (each.item, each.target)}
    rows = [[item for item in work.of(*place) if item.id in used] for place in columns]
    places = {
        item.id: _node(work, item, column, row)
        for column, items in enumerate(rows)
        for row, item in enumerate(items)
    }
    lines = tuple(_lines(found, places))
    if not lines:
        return None
    heads = tuple((section.title, _x(column)) for column, (_piece, section) in enumerate(columns))
    return Drawing(heads, tuple(places.values()), lines, HEAD + STEP * max(map(len, rows)))


def columns_of(piece: Piece, work: Work) -> tuple[tuple[Piece, WorkSection], ...]:
    """Choose two or three lists that each point at the one before; own, sure and late sections win."""
    chains = [
        (*rest, (piece, section)) for section in piece.sections for rest in _before(piece, section, work)
    ]
    return max(chains, key=lambda chain: (len(chain), _own(chain, piece), _sure(chain, work)), default=())


def _before(
    piece: Piece, section: WorkSection, work: Work, depth: int = 2
) -> Iterator[tuple[tuple[Piece, WorkSection], ...]]:
    if section.kind != "list" or not depth:
        return
    for field in section.fields:
        if field.type != "links":
            continue
        holder, target = work.keuzedeel.work.target(piece, field)
        if target.kind == "list" and target != section:
            yield ((holder, target),)
            yield from ((*more, (holder, target)) for more in _before(holder, target, work, depth - 1))


def _own(chain: tuple[tuple[Piece, WorkSection], ...], piece: Piece) -> int:
    return sum(holder.key == piece.key for holder, _section in chain)


def _sure(chain: tuple[tuple[Piece, WorkSection], ...], work: Work) -> tuple[int, int]:
    sure = sum(
        field.certainty
        for (_holder, target), (piece, section) in pairwise(chain)
        for field in section.fields
        if field.type == "links" and work.keuzedeel.work.target(piece, field)[1] == target
    )
    last_piece, last = chain[-1]
    return sure, last_piece.sections.index(last)


def _of_section(piece: Piece, section: WorkSection, work: Work) -> Iterator[Connection]:
    questions = {field.key: field.label for field in section.fields}
    for item in work.of(piece, section):
        for link in item.links:
            target = work.by_id.get(link.target_id)
            if target is not None and link.field in questions:
                names = work.name(item), work.name(target)
                yield Connection(item, target, *names, questions[link.field], STYLES[link.certainty])


def _lines(found: Sequence[Connection], places: Mapping[UUID, Node]) -> Iterator[tuple[str, str]]:
    for each in found:
        start, end = places.get(each.target.id), places.get(each.item.id)
        if start and end and end.column == start.column + 1:
            middle = (start.x + NODE + end.x) // 2
            y1, y2 = start.y + TALL // 2, end.y + TALL // 2
            yield f"M{start.x + NODE} {y1}C{middle} {y1} {middle} {y2} {end.x} {y2}", each.style


def _node(work: Work, item: WorkItem, column: int, row: int) -> Node:
    lines = wrap(work.name(item), LETTERS, max_lines=2, placeholder=" …")
    return Node(tuple(lines), _x(column), HEAD + row * STEP, column)


def _x(column: int) -> int:
    return column * (WIDTH - NODE) // 2
