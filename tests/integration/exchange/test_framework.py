"""Anybody of the school takes the framework along for another system."""

from __future__ import annotations

import json

import pytest

from accounts.schools.models import Role
from tests.client import Client
from tests.factories.enrolments import a_cohort
from tests.factories.people import a_member, a_school


@pytest.fixture
def member(client: Client):
    school = a_school()
    a_cohort(school)
    made = a_member(school, Role.SCHOOL_ADMIN)
    client.sign_in(made)
    return made


def test_the_page_offers_both_files(client: Client, member) -> None:
    page = client.get("/programma/kader").text
    for name in ("case.json", "moodle.csv"):
        assert f"/programma/kader/{name}?keuzedeel=d1-wijkgericht-werken" in page


def test_the_case_package_comes_as_a_file_with_addresses_of_this_site(client: Client, member) -> None:
    answer = client.get("/programma/kader/case.json?keuzedeel=d1-wijkgericht-werken")
    assert answer.mimetype == "application/json"
    assert "attachment" in answer.headers["Content-Disposition"]
    package = json.loads(answer.data)
    assert len(package["CFItems"]) == 53
    page, _sign, anchor = package["CFItems"][4]["uri"].partition("#")
    shown = client.get(page.removeprefix("http://127.0.0.1:8000")).text
    assert f'id="{anchor}"' in shown


def test_the_file_for_moodle_comes_as_csv(client: Client, member) -> None:
    answer = client.get("/programma/kader/moodle.csv")
    assert answer.mimetype == "text/csv"
    assert answer.data.startswith(b"Parent ID number,ID number,")


@pytest.mark.parametrize("name", ["case.json", "moodle.csv"])
def test_an_unknown_keuzedeel_is_not_there(client: Client, member, name: str) -> None:
    assert client.get(f"/programma/kader/{name}?keuzedeel=niets").status_code == 404
