"""Any text, in every kind of question: kept and shown right, or refused at the field; never a mishap."""

from __future__ import annotations

import unicodedata

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course.workbench.models import WorkItem
from foundation.database import db
from tests.client import Client
from tests.factories.work import a_text, an_item

FIELDS = {
    "line": ("vraagstukken", "naam"),
    "text": ("vraagstukken", "kracht"),
    "rich": ("vraagstukken", "uitleg"),
    "choice": ("bronnen", "soort"),
    "date": ("overleggen", "datum"),
}
PIECES = {
    "vraagstukken": ("wijkanalyse", "naam"),
    "bronnen": ("wijkanalyse", "titel"),
    "overleggen": ("verbinden", "onderwerp"),
}
CORPUS = {
    "emoji": "Buurtfeest 👩‍🔬👋🏽",
    "right to left": "حي ‏עברית‎ wijk",
    "combining": "Cafe\u0301 zal\u0334go\u0353",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "template": "{{ 7*7 }} {% raw %} %(name)s %s ${x}",
    "markdown": "[x](javascript:alert(1)) ![x](http://evil.test/x.png) <b>",
    "quotes": "\"'`;--",
    "sql": "'); DROP TABLE work_item;--",
    "like": "100%_\\",
    "astral": "𝕎𝕚𝕛𝕜 \U0010ffff",
    "separators": "a\u2028b\u2029c\u00a0d\ufeffe",
    "many lines": "a\r\n\r\nb\rc\n",
    "spaces": "   ruim   ",
}
REFUSED = {
    "nul": "a\x00b",
    "bell": "a\x07b",
    "escape": "\x1b[31mrood",
    "long": "x" * 1_000_000,
}


def save(client, student, kind, text):
    section, key = FIELDS[kind]
    piece, name = PIECES[section]
    item = an_item(student.enrolment, piece, section, **{name: "Naam"})
    fields = {"version": 1, f"f_{name}": "Naam", f"f_{key}": text}
    return item, key, client.save(f"/werk/onderdelen/{item.id}", **fields)


@pytest.mark.parametrize("kind", ["line", "text", "rich"])
@pytest.mark.parametrize("name", CORPUS)
def test_text_is_kept_and_shown(client: Client, student, kind, name):
    item, key, answer = save(client, student, kind, CORPUS[name])
    assert answer.status_code == 200
    kept = db.session.get(WorkItem, item.id).values[key]
    expected = unicodedata.normalize("NFC", CORPUS[name].replace("\r\n", "\n").replace("\r", "\n")).strip()
    assert kept == (" ".join(expected.split()) if kind == "line" else expected)
    shown = BeautifulSoup(client.get(f"/werk/onderdelen/{item.id}").text, "html5lib")
    control = shown.select_one(f"[name=f_{key}]")
    stands = control["value"] if control.name == "input" else control.get_text().removeprefix("\n")
    assert stands == kept
    for path in ("/werk/wijkanalyse", "/werk/wijkanalyse/vraagstukken"):
        page = client.get(path)
        assert page.status_code == 200
        assert "<script>alert(1)" not in page.text


@pytest.mark.parametrize("kind", ["line", "text", "rich"])
@pytest.mark.parametrize("name", REFUSED)
def test_text_that_cannot_be_kept_is_refused_at_the_field(client: Client, student, kind, name):
    item, key, answer = save(client, student, kind, REFUSED[name])
    assert answer.status_code == 422
    assert list(answer.json["errors"]) == [f"f_{key}"]
    assert db.session.get(WorkItem, item.id).version == 1


@pytest.mark.parametrize("kind", ["choice", "date"])
@pytest.mark.parametrize("name", [*CORPUS, *REFUSED])
def test_a_choice_and_a_day_take_no_text(client: Client, student, kind, name):
    _item, key, answer = save(client, student, kind, (CORPUS | REFUSED)[name])
    assert answer.status_code == 422
    assert list(answer.json["errors"]) == [f"f_{key}"]


def test_broken_bytes_become_a_sign_and_no_mishap(client: Client, student):
    item = an_item(student.enrolment, "wijkanalyse", "bronnen", titel="Naam")
    for broken in (b"%ED%A0%80", b"%FF%FE", b"%C0%AF"):
        version = db.session.get(WorkItem, item.id).version
        body = b"version=%d&f_titel=Naam&f_zegt=x" % version + broken + b"&csrf_token=" + token(client)
        answer = client.post(
            f"/werk/onderdelen/{item.id}",
            data=body,
            content_type="application/x-www-form-urlencoded",
            headers={"Accept": "application/json"},
            csrf=False,
        )
        assert answer.status_code in {200, 422}
        assert client.get(f"/werk/onderdelen/{item.id}").status_code == 200


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    text=st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60),
    kind=st.sampled_from(list(FIELDS)),
)
def test_any_text_at_all(client: Client, student, text, kind):
    item, key, answer = save(client, student, kind, text)
    assert answer.status_code in {200, 422}
    if answer.status_code == 422:
        assert list(answer.json["errors"]) == [f"f_{key}"]
    assert client.get(f"/werk/onderdelen/{item.id}").status_code == 200


@pytest.mark.parametrize("name", [*CORPUS, *REFUSED])
def test_evidence_and_new_names_take_the_same_text(client: Client, student, name):
    text = (CORPUS | REFUSED)[name]
    evidence = a_text(student.enrolment, "W1-1")
    answers = [
        client.save(f"/bewijs/{evidence.id}", version=1, title="Titel", body=text),
        client.save(f"/bewijs/{evidence.id}", version=1, title=text, body="x"),
        client.post("/bewijs/teksten", data={"title": text}),
        client.post("/werk/wijkanalyse/bronnen/erbij", data={"name": text}),
    ]
    assert {answer.status_code for answer in answers} <= {200, 303, 409, 422}
    if name in REFUSED:
        assert [answer.status_code for answer in answers] == [422] * 4
    for path in ("/bewijs", "/bewijs/dekking", f"/bewijs/{evidence.id}", "/werk/wijkanalyse/bronnen"):
        assert client.get(path).status_code == 200


def token(client):
    data = {"data": {}}
    client._add_token(data)
    return data["data"]["csrf_token"].encode()
