"""Writing a dossier into the workbench and the portfolio, record by record, as a student does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from content.work_form import FormField, Piece, WorkSection
from course.portfolio.actions import add_files, add_text, save_evidence, save_item_criteria
from course.portfolio.uploads import MEGABYTE
from course.workbench.actions import add_item, save_item
from course.workbench.models import Certainty
from course.workbench.queries import Work, work_of
from enrolment.catalogue import keuzedeel
from web.demo import files
from web.demo.calendar import at, between
from web.demo.data import DossierData, EvidenceData, dossier
from web.demo.people import D1, Student

QUOTA = 500 * MEGABYTE
PIECES = {"W1": "wijkanalyse", "W2": "verbinden", "W3": "aanpak"}
Place = tuple[str, str, str]
Period = tuple[date, date]


@dataclass
class Writer:
    """One student at work: what was written stays findable, so that later records can point at it."""

    student: Student
    periods: dict[str, Period]
    written: dict[Place, UUID] = field(default_factory=dict)
    _works: dict[str, Work] = field(default_factory=dict)

    def work(self, piece: Piece) -> Work:
        """Give what stands in a piece; it is read once, and then kept up to date here."""
        if piece.key not in self._works:
            self._works[piece.key] = work_of(self.student.enrolment, keuzedeel(D1), piece)
        return self._works[piece.key]

    @property
    def dossier(self) -> DossierData:
        """Give the texts that this student writes."""
        return dossier(self.student.data.dossier)

    @property
    def words(self) -> dict[str, str]:
        """Give the words that make the texts this student's own."""
        return {**self.dossier.woorden, **self.student.data.words}

    def leaves_out(self, key: str) -> bool:
        """Tell whether this student has not written this."""
        return key in self.student.data.without

    def says(self, value: str) -> str:
        """Put the student's own words in a text."""
        return value.strip().format_map(self.words)


def write(writer: Writer, piece_key: str, *, part: float = 1.0) -> None:
    """Let a student write (the first part of) a piece of work, spread over the time for it."""
    piece = keuzedeel(D1).work.piece_by_key(piece_key)
    records = list(_records(writer, piece))
    kept = records[: round(len(records) * part)]
    percent = 0.0
    for number, (section, record) in enumerate(kept):
        percent = max(percent, 4 + 90 * (number + 1) / len(kept), _last_date(section, record))
        day = between(*writer.periods[piece_key], percent)
        writer.student.tell(at(day, 15, number), _Write(writer, piece, section, record))
    if part == 1.0:
        _tell_evidence(writer, piece)


@dataclass(frozen=True)
class _Write:
    """One record that is written down: answers, connections, and the criteria it is evidence for."""

    writer: Writer
    piece: Piece
    section: WorkSection
    record: dict[str, Any]

    def __call__(self) -> None:
        work, values = self.writer.work(self.piece), dict(self._answers())
        item = add_item(
            self.writer.student.enrolment, work, piece=self.piece, section=self.section, values=values
        )
        work.items.append(item)
        if links := dict(self._links()):
            save_item(item, version=item.version, values=values, links=links, theirs={})
        self.writer.written[self.piece.key, self.section.key, self.record["id"]] = item.id
        if chosen := frozenset(self.record.get("criteria", ())):
            save_item_criteria(item, None, title=work.name(item), version=0, chosen=chosen, theirs={})

    def _answers(self) -> Iterator[tuple[str, str]]:
        for each in self.section.fields:
            value = self.record.get(each.key)
            left_out = self.writer.leaves_out(f"{self.record['id']}.{each.key}")
            if each.type == "links" or value is None or left_out:
                continue
            yield each.key, self._date(value) if each.type == "date" else self.writer.says(str(value))

    def _date(self, percent: float) -> str:
        return between(*self.writer.periods[self.piece.key], percent).isoformat()

    def _links(self) -> Iterator[tuple[tuple[str, UUID], Certainty | None]]:
        for each in self.section.fields:
            if each.type == "links":
                yield from self._links_of(each, self.record.get(each.key) or ())

    def _links_of(
        self, asked: FormField, pointed: Any
    ) -> Iterator[tuple[tuple[str, UUID], Certainty | None]]:
        piece, section = keuzedeel(D1).work.target(self.piece, asked)
        for key in pointed:
            target = self.writer.written.get((piece.key, section.key, key))
            if target is not None:
                yield (asked.key, target), Certainty(pointed[key]) if asked.certainty else None


def titles_for(writer: Writer, criterion: str) -> list[str]:
    """Give the names of the records and files that the student put with a criterion."""
    piece = keuzedeel(D1).piece(keuzedeel(D1).qualification.work_process_of(criterion).code)
    records = [
        section.title if section.kind == "single" else writer.says(str(record[section.name_field.key]))
        for section, record in _records(writer, piece)
        if criterion in record.get("criteria", ())
    ]
    return records + [each.titel or each.kop for each in writer.dossier.bewijs if criterion in each.criteria]


def _records(writer: Writer, piece: Piece) -> Iterator[tuple[WorkSection, dict[str, Any]]]:
    texts = getattr(writer.dossier, piece.key)
    for section in piece.sections:
        for record in texts.get(section.key, ()):
            if not writer.leaves_out(record["id"]):
                yield section, record


def _last_date(section: WorkSection, record: dict[str, Any]) -> float:
    """Give how far into the time it happened that is written down here; what is planned does not count."""
    dates = [float(record[each.key]) for each in section.fields if each.type == "date" and each.key in record]
    return max((each for each in dates if each <= 95), default=0.0)


def _tell_evidence(writer: Writer, piece: Piece) -> None:
    mine = [each for each in writer.dossier.bewijs if each.piece == piece.key]
    for number, evidence in enumerate(mine):
        day = between(*writer.periods[piece.key], 96)
        writer.student.tell(at(day, 17, 5 * number), _Collect(writer, evidence))


@dataclass(frozen=True)
class _Collect:
    """A text or a file that is put in the portfolio."""

    writer: Writer
    evidence: EvidenceData

    def __call__(self) -> None:
        enrolment = self.writer.student.enrolment
        if self.evidence.soort == "tekst":
            made = add_text(enrolment, title=self.evidence.titel)
            texts = {"title": made.title, "body": self.writer.says(self.evidence.tekst)}
        else:
            upload = files.upload_of(self.evidence, self.writer.words)
            made = add_files(enrolment, [upload], most_bytes=QUOTA)[0]
            texts = {}
        chosen = frozenset(self.evidence.criteria)
        save_evidence(made, version=made.version, chosen=chosen, theirs={}, **texts)
