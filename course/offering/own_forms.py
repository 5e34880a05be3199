"""What a browser may send about an own lesson or assignment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, RadioField, SelectField, SelectMultipleField, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from content.keuzedeel import Keuzedeel
from content.work_form import Piece, WorkSection
from course.offering.forms import HoursField
from course.offering.kinds import OwnKind
from course.offering.models import OwnDocument
from course.offering.plan import Plan
from course.offering.work_places import MOST_ASKED, most_asked, sections_of
from foundation.web.course_language import dutch_choice
from foundation.web.forms import Choice, Form, LineField, TextField, VersionField

KINDS = ((OwnKind.LESSON, _l("Les")), (OwnKind.ASSIGNMENT, _l("Opdracht")))
LONGEST_TITLE = 60
WITHOUT_PLACE = {"place": "", "least": 1}
NOT_IN_HEADER = {"csrf_token", "version", "body"}


class NewForm(Form):
    """The title of something new, and what it is."""

    title = LineField(_l("Titel"), most=LONGEST_TITLE, required=_l("Schrijf een titel."))
    kind = RadioField(
        _l("Wat maak je?"),
        choices=[Choice(kind.value, label) for kind, label in KINDS],
        default=OwnKind.LESSON.value,
    )


class Ticks(SelectMultipleField):
    """A list of checkboxes; what is not in the list is refused in our own words."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def pre_validate(self, form: Any) -> None:
        choices: Any = self.choices
        if set(self.data or ()) - {choice.value for choice in choices}:
            raise ValidationError(_("Kies uit de lijst."))


class OwnForm(Form):
    """What a lesson and an assignment share."""

    version = VersionField()
    title = LineField(_l("Titel"), most=LONGEST_TITLE, required=_l("Schrijf een titel."))
    block = SelectField(_l("Waar staat het?"), validate_choice=False)
    items = Ticks(_l("Kennis en vaardigheden"))
    behaviours = Ticks(_l("Criteria"))
    body = TextField(_l("Tekst"), most=50_000)

    def validate_block(self, field: Any) -> None:
        if field.data not in {choice.value for choice in field.choices}:
            raise ValidationError(_("Kies een plek uit de lijst."))

    @property
    def header(self) -> dict[str, Any]:
        """Give what stands in the fields above the text."""
        return {field.name: _stored(field) for field in self if field.name not in NOT_IN_HEADER}


class OwnLessonForm(OwnForm):
    """A lesson."""

    minutes = HoursField(_l("Hoeveel minuten duurt de les?"))
    core = LineField(
        _l("Kern"), most=300, required=False, description=_l("Eén zin die een student onthoudt.")
    )

    def validate_minutes(self, field: Any) -> None:
        if field.data is not None and not 1 <= field.data <= 600:
            raise ValidationError(_("Vul een getal in van 1 tot en met 600."))


class OwnAssignmentForm(OwnForm):
    """An assignment in the wijk; `own_form` adds the sections of the work."""

    sections: Mapping[str, WorkSection] = {}
    practice_hours = HoursField(_l("Uren in de wijk"))
    writing_hours = HoursField(_l("Uren schrijven"))
    produces = LineField(
        _l("Wat levert het op?"), most=300, required=False,
        description=_l("Bijvoorbeeld: een kaart van de wijk met tien plekken."),
    )  # fmt: skip
    place = SelectField(
        _l("Waar in het werk doet een student dit?"), validate_choice=False,
        description=_l("De opdracht leidt dan naar dat onderdeel, en vinkt zichzelf af als er genoeg staat."),
    )  # fmt: skip
    least = HoursField(_l("Hoeveel vraagt de opdracht daar minstens?"))

    def validate_place(self, field: Any) -> None:
        if field.data and field.data not in self.sections:
            raise ValidationError(_("Kies een plek uit de lijst."))

    def validate_least(self, field: Any) -> None:
        section = self.sections.get(self.place.data)
        most = most_asked(section) if section else MOST_ASKED
        if field.data is not None and not 1 <= field.data <= most:
            raise ValidationError(_("Vul een getal in van 1 tot en met %(most)s.", most=most))


def own_form(document: OwnDocument, course: Keuzedeel, plan: Plan, *, fresh: bool = False) -> OwnForm:
    """Make the form of a document, filled with what stands there; `fresh` ignores what was sent."""
    kind = OwnLessonForm if document.kind is OwnKind.LESSON else OwnAssignmentForm
    data = {**WITHOUT_PLACE, **document.header, "body": document.body, "version": document.version}
    form: OwnForm = kind(formdata=None, data=data) if fresh else kind(data=data)
    form.block.choices = places_in(plan, document.kind)
    if isinstance(form, OwnAssignmentForm):
        _offer_sections(form, sections_of(course))
    official = course.qualification
    form.items.choices = [dutch_choice(each.id, f"{each.id} {each.text}") for each in official.items]
    form.behaviours.choices = [
        dutch_choice(each.id, f"{each.id} {each.text}") for each in official.behaviours
    ]
    return form


def _offer_sections(form: OwnAssignmentForm, sections: Mapping[str, tuple[Piece, WorkSection]]) -> None:
    form.sections = {name: section for name, (_piece, section) in sections.items()}
    named = [
        dutch_choice(name, f"{piece.title}: {section.title}") for name, (piece, section) in sections.items()
    ]
    form.place.choices = [Choice("", _("Nergens: de opdracht staat los van het werk")), *named]


def places_in(plan: Plan, kind: OwnKind) -> list[Any]:
    """Give where a document can stand: a lesson in a block, an assignment in a module."""
    if kind is OwnKind.ASSIGNMENT:
        return [dutch_choice(each.code, f"{each.code} {each.title}") for each in plan.modules]
    return [
        dutch_choice(block.code, f"{block.code} {block.title}")
        for module in plan.modules
        for block in module.blocks
    ]


def theirs(form: OwnForm, stands: OwnForm) -> Mapping[str, Mapping[str, str]]:
    """Give what stands there now where it differs from what was sent."""
    return {
        field.name: {"label": str(field.label.text), "text": _told(field), "value": _text(field)}
        for field in stands
        if field.name not in {"csrf_token", "version"} and _text(field) != _text(form[field.name])
    }


def _text(field: Field) -> str:
    data = field.data
    return ", ".join(data) if isinstance(data, list) else str(data if data is not None else "")


def _told(field: Field) -> str:
    """Say what a field holds as a person reads it: a choice by its name."""
    choices: Any = field.choices if isinstance(field, SelectField) else ()
    return next((str(each.label) for each in choices if each.value == field.data), _text(field))


def _stored(field: Field) -> Any:
    return list(field.data or []) if isinstance(field, Ticks) else field.data
