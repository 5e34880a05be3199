"""The framework as a tree: core task, work processes with behaviours, items. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from content.qualification import CoreTask, Qualification, WorkProcess

ITEM_TYPES = {
    "kennis": "Kennis",
    "brede kennis": "Brede kennis",
    "specialistische kennis": "Specialistische kennis",
    "kan": "Vaardigheid",
}


@dataclass(frozen=True)
class Node:
    """One official sentence: its code, what it is, what it hangs on ("" for the framework itself)."""

    code: str
    type: str
    text: str
    parent: str
    order: int
    more: str = ""


def nodes_of(qualification: Qualification) -> tuple[Node, ...]:
    """Give every node, a parent before its children."""
    task = qualification.core_task
    more = f"{task.complexity}\n\n{task.responsibility}"
    root = Node(task.code, "Kerntaak", task.title, "", 1, more)
    return (
        root,
        *(each for process in task.work_processes for each in _process(task, process)),
        *_items(task),
    )


def _process(task: CoreTask, process: WorkProcess) -> Iterator[Node]:
    more = f"{process.description}\n\n{process.result}"
    yield Node(process.code, "Werkproces", process.title, task.code, process.number, more)
    for order, each in enumerate(process.behaviours, 1):
        yield Node(each.id, "Gedrag", each.text, process.code, order)


def _items(task: CoreTask) -> Iterator[Node]:
    for order, each in enumerate(task.items, len(task.work_processes) + 1):
        yield Node(each.id, ITEM_TYPES[each.depth], each.text, task.code, order)
