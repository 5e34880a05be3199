"""The texts of the demo as checked models: who there is, and what they wrote."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

from accounts.schools.roles import Role
from content.frozen import Frozen
from content.reading import read_model

FOLDER = Path(__file__).parent
Records = dict[str, tuple[dict[str, Any], ...]]


class StaffData(Frozen):
    name: str
    roles: tuple[Role, ...]


class ReactionData(Frozen):
    """`day` counts working days before today."""

    criterion: str
    day: int
    body: str
    handled: bool = False


class TalkData(Frozen):
    """How a differing row was agreed, or (with `open`) what each proposed so far."""

    level: str
    words: str


class StudentData(Frozen):
    """A student. `levels` are those of the first assessor, criterion by criterion; `second` what differs.

    `judged` replaces what the two assessors write; `words` and `without` make the dossier the student's own.
    """

    name: str
    number: str
    coach: str
    phase: str
    route: str = "student"
    birth_date: date | None = None
    birth_place: str = ""
    dossier: str = ""
    words: dict[str, str] = {}
    without: tuple[str, ...] = ()
    lessons: int = 0
    hours: dict[str, float | tuple[float, ...]] = {}
    assessors: tuple[str, str] = ("", "")
    levels: dict[str, str] = {}
    second: dict[str, str] = {}
    judged: dict[str, tuple[str, str]] = {}
    talk: dict[str, TalkData] = {}
    reactions: tuple[ReactionData, ...] = ()
    note: str = ""


class CohortData(Frozen):
    letter: str
    weeks_ago: int
    weeks: int
    track: str
    students: dict[str, StudentData]


class SchoolData(Frozen):
    name: str
    slug: str
    place: str
    domain: str
    staff: dict[str, StaffData]
    cohorts: dict[str, CohortData]


class People(Frozen):
    password: str
    schools: tuple[SchoolData, ...]


class EvidenceData(Frozen):
    piece: str
    soort: Literal["blad", "kaart", "tekst"]
    criteria: tuple[str, ...]
    naam: str = ""
    kop: str = ""
    regels: tuple[str, ...] = ()
    titel: str = ""
    tekst: str = ""


class DossierData(Frozen):
    """The work of one student by the keys of work.yaml; dates are a percentage of the time for that work."""

    wijk: str
    woorden: dict[str, str]
    wijkanalyse: Records
    verbinden: Records = {}
    aanpak: Records = {}
    bewijs: tuple[EvidenceData, ...] = ()
    oordelen: dict[str, tuple[str, str]] = {}


class ClosingsData(Frozen):
    closings: dict[str, tuple[str, ...]]


class HoursData(Frozen):
    descriptions: dict[str, tuple[str, ...]]


@cache
def people() -> People:
    """Give everybody in the demo."""
    return read_model(People, FOLDER / "people.yaml")


@cache
def dossier(name: str) -> DossierData:
    """Give the work that a student made."""
    return read_model(DossierData, FOLDER / "dossiers" / f"{name}.yaml")


@cache
def hours() -> HoursData:
    """Give what students write down with their hours."""
    return read_model(HoursData, FOLDER / "hours.yaml")


@cache
def closings() -> ClosingsData:
    """Give how the second assessor ends a justification."""
    return read_model(ClosingsData, FOLDER / "closings.yaml")
