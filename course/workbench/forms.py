"""Forms made of the questions that a section declares: one form class per section and set of link targets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import request
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, Field, RadioField, SelectField, ValidationError

from content.work_form import FormField, WorkSection
from course.workbench.day_field import DayField
from course.workbench.errors import TargetGone
from course.workbench.models import Certainty, WorkItem
from course.workbench.queries import Work
from foundation.web.course_language import DUTCH, dutch_choice
from foundation.web.forms import Choice, Form, LineField, TextField, VersionField

ANSWER, LINK = "f_", "l_"
TYPED = frozenset({"line", "text"})
MOST_IN_SEGMENT = 4
CERTAINTIES = (
    (Certainty.WETEN, _l("Weten")),
    (Certainty.VERMOEDEN, _l("Vermoeden")),
    (Certainty.VAN_HOREN, _l("Van horen")),
)
Links = Mapping[tuple[str, UUID], Certainty | None]


def first_answer(section: WorkSection) -> str:
    """Give the control at which somebody goes on who just named a record: the first that is typed in."""
    typed = [field for field in section.fields[1:] if field.type in TYPED]
    return f"{ANSWER}{(typed[0] if typed else section.name_field).key}"


@dataclass(frozen=True)
class Target:
    """Another item that a links question can point at, under the name of its control in the form."""

    field: FormField
    item_id: UUID
    label: str

    @property
    def control(self) -> str:
        """Give the name of the control."""
        return f"{LINK}{self.field.key}_{self.item_id.hex}"


class SectionForm(Form):
    """The answers and connections of one item. Drafts can always be saved: what is asked may stay empty."""

    section: WorkSection
    targets: Sequence[Target]
    version = VersionField()

    def declared_elsewhere(self) -> set[str]:
        """Take a link control that says "not connected" to something that is gone; it is ignored."""
        unknown = {name for name in request.form if name.startswith(LINK) and name not in self}
        if any(request.form[name] for name in unknown):
            raise TargetGone()
        return unknown

    @property
    def answers(self) -> dict[str, str]:
        """Give the answers that are not empty, by the keys of the questions."""
        texts = {field.key: self[ANSWER + field.key].data for field in _answered(self.section)}
        return {key: text for key, text in texts.items() if text}

    @property
    def links(self) -> Links:
        """Give the connections that are chosen."""
        chosen = {target: self[target.control].data for target in self.targets}
        return {
            (target.field.key, target.item_id): Certainty(value) if target.field.certainty else None
            for target, value in chosen.items()
            if value
        }

    def parts(self) -> Iterator[tuple[FormField, Field | list[Field]]]:
        """Give each question with its control, or with the controls of its link targets."""
        for field in self.section.fields:
            if field.type == "links":
                yield field, [self[target.control] for target in self.targets if target.field is field]
            else:
                yield field, self[ANSWER + field.key]


def section_form(
    section: WorkSection, work: Work, item: WorkItem | None, *, fresh: bool = False
) -> SectionForm:
    """Make the form of an item, filled with what stands there; `fresh` ignores what was sent."""
    targets = list(_targets(section, work, item))
    made = type("MadeSectionForm", (SectionForm,), dict(_controls(section, targets)))
    data = _data(item, targets)
    form: SectionForm = made(formdata=None, data=data) if fresh else made(data=data)
    form.section, form.targets = section, targets
    return form


def texts_of(form: SectionForm, item: WorkItem) -> dict[str, dict[str, str]]:
    """Give what stands in an item now where it differs from what was sent, in words and as a value."""
    stands = _data(item, form.targets)
    return {
        field.name: {
            "label": str(field.label.text),
            "text": _words(field, stands.get(field.name)),
            "value": "y" if stands.get(field.name) is True else str(stands.get(field.name) or ""),
        }
        for field in form
        if field.name.startswith((ANSWER, LINK)) and (stands.get(field.name) or "") != (field.data or "")
    }


def _controls(section: WorkSection, targets: Iterable[Target]) -> Iterator[tuple[str, Any]]:
    for field in _answered(section):
        names_it = section.kind == "list" and field is section.name_field
        yield ANSWER + field.key, _control(field, names_it=names_it)
        if names_it:
            yield f"validate_{ANSWER}{field.key}", _has_text
    for target in targets:
        yield target.control, _link_control(target)


def _control(field: FormField, *, names_it: bool) -> Any:
    options: dict[str, Any] = {"description": field.help, "render_kw": DUTCH}
    if field.type == "line":
        needed = _l("Geef dit een naam. Dan kun je het terugvinden.") if names_it else False
        return LineField(field.label, most=field.limit or 200, required=needed, **options)
    if field.type == "date":
        return DayField(field.label, **options)
    if field.type == "choice":
        return _choice(field, options)
    return TextField(field.label, most=field.limit or 4_000, **options)


def _choice(field: FormField, options: dict[str, Any]) -> Any:
    choices = [dutch_choice(option.value, option.label) for option in field.options]
    common = {"coerce": _text, "validators": [_Known()], "validate_choice": False, **options}
    if len(choices) <= MOST_IN_SEGMENT:
        return RadioField(field.label, choices=choices, **common)
    none_yet = Choice("", _l("Kies …"), {"lang": get_locale().language})
    return SelectField(field.label, choices=[none_yet, *choices], **common)


def _link_control(target: Target) -> Any:
    if not target.field.certainty:
        return BooleanField(target.label, false_values=("", "nee"))
    choices = [
        Choice("", _l("Niet gekoppeld")),
        *(Choice(each.value, label) for each, label in CERTAINTIES),
    ]
    return SelectField(
        target.label, choices=choices, coerce=_text, validators=[_Known()], validate_choice=False
    )


def _targets(section: WorkSection, work: Work, item: WorkItem | None) -> Iterator[Target]:
    for field in section.fields:
        if field.type == "links":
            piece = next(each for each in work.keuzedeel.work.pieces if section in each.sections)
            for other in work.of(*work.keuzedeel.work.target(piece, field)):
                if item is None or other.id != item.id:
                    yield Target(field, other.id, work.name(other))


def _data(item: WorkItem | None, targets: Iterable[Target]) -> dict[str, Any]:
    if item is None:
        return {"version": 0}
    links = {(link.field, link.target_id): link.certainty for link in item.links}
    data: dict[str, Any] = {ANSWER + key: value for key, value in item.values.items()}
    for target in targets:
        here = (target.field.key, target.item_id)
        sure = links.get(here)
        data[target.control] = (sure.value if sure else "") if target.field.certainty else here in links
    return data | {"version": item.version}


def _answered(section: WorkSection) -> Iterable[FormField]:
    return (field for field in section.fields if field.type != "links")


def _words(field: Field, value: Any) -> str:
    if isinstance(field, BooleanField):
        return str(_("Gekoppeld") if value else _("Niet gekoppeld"))
    choices: Any = field.choices if isinstance(field, RadioField | SelectField) else ()
    labels = {choice.value: choice.label for choice in choices}
    return str(labels.get(value, value or ""))


def _has_text(form: Form, field: Field) -> None:
    if not field.data and not field.errors:
        raise ValidationError(_("Geef dit een naam. Dan kun je het terugvinden."))


def _text(value: Any) -> str:
    return str(value or "")


class _Known:
    """Refuse an answer that is not one of the choices; no answer is fine."""

    def __call__(self, form: Form, field: Any) -> None:
        if field.data and field.data not in {choice.value for choice in field.choices}:
            raise ValidationError(_("Kies één van de antwoorden."))
