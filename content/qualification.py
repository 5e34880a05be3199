"""The official text of a keuzedeel as data, with our own explanation beside it."""

from datetime import date
from typing import Literal

from content.finding import first
from content.frozen import CriterionCode, Frozen, ItemId, Text

Depth = Literal["kennis", "brede kennis", "specialistische kennis", "kan"]


class Source(Frozen):
    document: Text
    publisher: Text
    certificate_from: date


class Section(Frozen):
    """One headed paragraph of the official text."""

    title: Text
    text: Text


class Item(Frozen):
    """A knowledge or skill item."""

    id: ItemId
    depth: Depth
    text: Text


class Behaviour(Frozen):
    """A criterion: the official sentence, our explanation and the comment bank."""

    id: CriterionCode
    text: Text
    plain: Text
    remarks: tuple[Text, ...]


class WorkProcess(Frozen):
    code: Text
    number: int
    title: Text
    short_title: Text
    description: Text
    result: Text
    behaviours: tuple[Behaviour, ...]
    competencies: tuple[Text, ...]

    @property
    def label(self) -> str:
        return f"W{self.number}"


class CoreTask(Frozen):
    code: Text
    title: Text
    complexity: Text
    responsibility: Text
    items: tuple[Item, ...]
    work_processes: tuple[WorkProcess, ...]


class Qualification(Frozen):
    code: Text
    title: Text
    study_load: int
    kind: Text
    certificate: bool
    professional_requirements: bool
    branch_requirements: bool
    source: Source
    background: tuple[Section, ...]
    core_task: CoreTask

    @property
    def work_processes(self) -> tuple[WorkProcess, ...]:
        return self.core_task.work_processes

    @property
    def items(self) -> tuple[Item, ...]:
        return self.core_task.items

    @property
    def behaviours(self) -> tuple[Behaviour, ...]:
        return tuple(each for process in self.work_processes for each in process.behaviours)

    @property
    def booking_codes(self) -> tuple[str, ...]:
        """The codes hours are booked on: the core task first, then its work processes."""
        return (self.core_task.code, *(process.code for process in self.work_processes))

    def work_process(self, code: str) -> WorkProcess:
        """Find the work process with this code, such as D1-K1-W1."""
        return first((p for p in self.work_processes if p.code == code), code)

    def criterion(self, code: str) -> Behaviour:
        """Find the behaviour with this id, such as W1-3."""
        return first((b for b in self.behaviours if b.id == code), code)

    def item(self, code: str) -> Item:
        """Find the knowledge or skill item with this id, such as I-03."""
        return first((i for i in self.items if i.id == code), code)

    def work_process_of(self, criterion: str) -> WorkProcess:
        """Find the work process a criterion belongs to."""
        holders = (p for p in self.work_processes if criterion in {b.id for b in p.behaviours})
        return first(holders, criterion)
