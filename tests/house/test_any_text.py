"""Any text in any field: kept and shown as it is, or refused at the field; never a mishap."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from tests.house.forms import forms_on
from tests.house.routes import POSTS

CORPUS = {
    "emoji": "Buurt 👩🏽‍🤝‍👨🏿 met 🏳️‍🌈 en 🧑‍🦽",
    "right_to_left": "שלום \u202eעולם\u202c مرحبا بالحي",
    "combining": "Z\u0351\u036b\u0343\u036aa\u0342lgo e\u0301e\u0300n",
    "formula": '=HYPERLINK("https://fout.example","klik")',
    "script": "<script>kwaad()</script><img src=x onerror=kwaad()>",
    "template": "{{86423*97531}}{% raw %}${86423*97531}",
    "sql": "' OR 1=1; DROP TABLE person; --",
    "percent": "100% %s %(naam)s {0} \\",
    "nul": "voor\x00na",
    "control": "voor\x07\x1b[31mna",
    "surrogate": "voor\ud83dna",
    "long": "a" * 1_000_000,
    "huge_number": "9" * 400,
}
# Tried in one field at a time too, while the others hold what is right, so that the form is taken further.
ALONE = ("script", "nul", "huge_number")


def _forms(house, route):
    """Give one form for each set of fields that pages offer here."""
    found = {}
    for form in forms_on(house).get(route.endpoint, ()):
        if form.texts:
            found.setdefault(frozenset(form.texts), form)
    return list(found.values())[:2]


@pytest.mark.parametrize("route", POSTS, ids=lambda route: route.endpoint)
def test_every_field_takes_any_text_or_refuses_it(house, route):
    for form in _forms(house, route):
        for name, fields in _trials(form):
            filled = form.filled(**dict.fromkeys(fields, CORPUS[name]))
            with house.undone():
                answer = house.ask(form.visitor, form.action, "POST", data=_sendable(filled))
                where = f"{form.action} with {name} in {', '.join(fields)}"
                assert answer.status_code < 500, where
                if "text/html" in answer.content_type:
                    _is_only_text(answer.text, where)
                if answer.status_code == 303 and name in {"script", "template", "nul", "surrogate"}:
                    _is_only_text(house.ask(form.visitor, answer.location).text, where)


def _trials(form):
    """Give which text to try in which fields."""
    yield from ((name, form.texts) for name in CORPUS)
    if len(form.texts) > 1:
        yield from ((name, (field,)) for field in form.texts[:5] for name in ALONE)


def _is_only_text(page, where):
    parsed = BeautifulSoup(page, "lxml")
    assert not [tag for tag in parsed.find_all("script") if "kwaad" in tag.get_text()], where
    assert not parsed.select("[onerror]"), where
    assert str(86423 * 97531) not in page, where
    assert "\x00" not in page, where


def _sendable(fields):
    """Write broken surrogates as a careless browser would: as bytes that are no UTF-8."""
    return {name: [text.encode("utf-8", "surrogatepass") if "\ud83d" in text else text for text in texts]
            for name, texts in fields.items()}  # fmt: skip
