"""The answer to one question, as its page sends it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.validators import AnyOf
from wtforms.validators import Optional as Maybe

from content.nodes import Match, Order, Question, Short
from course.selftest.rules import LOOKED_OVER, TICK, asked, placed_twice, ticks
from foundation.web.forms import Form, TextField

ANSWER_AT_MOST = 4_000
# Where the question stood: on the page of its document, or by itself.
HERE, ALONE = "hier", "los"


class AnswerForm(Form):
    """The controls of one question; `back` says where it stood."""

    question: Question
    back = StringField(validators=[AnyOf([HERE, ALONE], _l("Laad de pagina opnieuw."))])

    def validate(self, extra_validators: Any = None) -> bool:
        """Check each control, and then whether a place was chosen twice."""
        is_right = super().validate(extra_validators)
        for name in placed_twice(self.question, self.given) if is_right else ():
            self[name].errors = [_("Deze plek koos je al bij een andere stap. Kies een andere.")]
            is_right = False
        return is_right

    @property
    def given(self) -> dict[str, str]:
        """Give what was answered, by the names of the controls."""
        texts = {each.name: each.data for each in self if each.name not in {"back", "csrf_token"}}
        return {name: str(text) for name, text in texts.items() if text}

    @property
    def shown(self) -> dict[str, str]:
        """Give what was sent, as it can stand in the controls again."""
        return {each.name: str(each._value()) for each in self if hasattr(each, "_value")}


def answer_form(question: Question) -> AnswerForm:
    """Make the form of a question."""
    controls: Mapping[str, Any] = {
        **{each.name: _choice(each.values, question) for each in asked(question)},
        **(_text(question) if isinstance(question, Short) else {}),
    }
    made: AnswerForm = type("AnswerForm", (AnswerForm,), {"question": question, **controls})()
    return made


def _choice(values: tuple[str, ...], question: Question) -> Any:
    messages = {Order: _l("Kies een plek."), Match: _l("Kies wat erbij past.")}
    return StringField(validators=[AnyOf(values, messages.get(type(question), _l("Kies een antwoord.")))])


def _text(question: Question) -> dict[str, Any]:
    reload = _l("Laad de pagina opnieuw.")
    return {
        "text": TextField(most=ANSWER_AT_MOST, required=_l("Schrijf eerst je antwoord.")),
        "step": StringField(validators=[Maybe(), AnyOf([LOOKED_OVER], reload)]),
        **{name: StringField(validators=[Maybe(), AnyOf([TICK], reload)]) for name in ticks(question)},
    }
