"""The pieces of work a student makes, as data that drives one workbench for all of them."""

from typing import Literal

from pydantic import NonNegativeInt, PositiveInt, model_validator

from content.finding import first
from content.frozen import CriterionCode, Frozen, Key, Slug, Text

FieldType = Literal["line", "text", "rich", "choice", "date", "links"]
DEFAULT_MAXIMUM = {"line": 200, "text": 4_000, "rich": 20_000}


class Option(Frozen):
    value: Key
    label: Text


class FormField(Frozen):
    """One question of a section.

    `to` names the section a links field points at: `partijen`, or `wijkanalyse/partijen` for
    another piece. With `certainty` each link also says weten, vermoeden or van horen.
    """

    key: Key
    label: Text
    help: str = ""
    type: FieldType
    required: bool = False
    max: PositiveInt | None = None
    options: tuple[Option, ...] = ()
    to: str | None = None
    certainty: bool = False

    @model_validator(mode="after")
    def _fits_its_type(self) -> "FormField":
        if bool(self.options) != (self.type == "choice"):
            raise ValueError(f"{self.key}: options belong to a choice, and a choice needs them")
        if bool(self.to) != (self.type == "links"):
            raise ValueError(f"{self.key}: `to` belongs to links, and links need it")
        if self.certainty and self.type != "links":
            raise ValueError(f"{self.key}: only links carry a certainty")
        return self

    @property
    def limit(self) -> int | None:
        """How many characters fit in it; None where characters do not count."""
        return self.max or DEFAULT_MAXIMUM.get(self.type)

    def option(self, value: str) -> Option:
        """Find the option with this value."""
        return first((option for option in self.options if option.value == value), value)


class WorkSection(Frozen):
    """A list of records, or one single record, that a student fills in."""

    key: Slug
    title: Text
    kind: Literal["list", "single"]
    item: str = ""
    help: Text
    empty: str = ""
    minimum: NonNegativeInt = 0
    fields: tuple[FormField, ...]
    criteria: tuple[CriterionCode, ...]

    @model_validator(mode="after")
    def _can_be_shown(self) -> "WorkSection":
        keys = [field.key for field in self.fields]
        if not keys or len(set(keys)) != len(keys):
            raise ValueError(f"{self.key}: fields must be there, each with its own key")
        if self.kind == "list" and not (self.item and self.empty):
            raise ValueError(f"{self.key}: a list needs `item` and `empty`")
        if self.kind == "list" and not (self.fields[0].type == "line" and self.fields[0].required):
            raise ValueError(f"{self.key}: the first field of a list names a record: a required line")
        if self.kind == "single" and self.minimum > 1:
            raise ValueError(f"{self.key}: a single record cannot be asked more than once")
        return self

    @property
    def name_field(self) -> FormField:
        """The field whose value stands for a record in lists and links."""
        return self.fields[0]

    def field(self, key: str) -> FormField:
        """Find the field with this key."""
        return first((field for field in self.fields if field.key == key), key)


class Piece(Frozen):
    """The work of one work process."""

    work_process: Text
    key: Slug
    title: Text
    intro: Text
    sections: tuple[WorkSection, ...]

    @model_validator(mode="after")
    def _unique_sections(self) -> "Piece":
        keys = [section.key for section in self.sections]
        if len(set(keys)) != len(keys):
            raise ValueError(f"{self.key}: each section needs its own key")
        return self

    def section(self, key: str) -> WorkSection:
        """Find the section with this key."""
        return first((section for section in self.sections if section.key == key), key)


class WorkForm(Frozen):
    pieces: tuple[Piece, ...]

    def piece(self, work_process: str) -> Piece:
        """Find the piece of the work process with this code."""
        return first((p for p in self.pieces if p.work_process == work_process), work_process)

    def piece_by_key(self, key: str) -> Piece:
        """Find the piece with this key, such as wijkanalyse."""
        return first((piece for piece in self.pieces if piece.key == key), key)

    def target(self, piece: Piece, field: FormField) -> tuple[Piece, WorkSection]:
        """Find the piece and section that a links field of this piece points at."""
        piece_key, _, section_key = (field.to or "").rpartition("/")
        holder = self.piece_by_key(piece_key) if piece_key else piece
        return holder, holder.section(section_key)
