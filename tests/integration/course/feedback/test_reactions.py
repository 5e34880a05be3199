"""A student reads reactions and ticks them off."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from accounts.schools.models import Role
from course.feedback.models import Feedback
from course.feedback.queries import PAGE, latest
from foundation.clock import now
from foundation.database import db, new_id
from tests.client import Client
from tests.factories.enrolments import a_cohort, an_enrolment
from tests.factories.learning import a_reaction
from tests.factories.people import a_member, a_school


@pytest.fixture
def enrolment(client: Client, school):
    made = an_enrolment(a_cohort(school), school)
    client.sign_in(made.student)
    return made


@pytest.fixture
def coach(school):
    return a_member(school, Role.COACH, name="Marloes van Vliet")


def test_shows_who_said_what_about_which_criterion(client: Client, enrolment, coach) -> None:
    a_reaction(coach, enrolment, body="Zet het jaar erbij.\nEn de bron.")
    page = client.get("/reacties").text
    for text in (
        "Marloes van Vliet",
        "Zet het jaar erbij.",
        "Gebruikt zorgvuldig bestaande bronnen en gegevens",
        "Een reactie is geen cijfer",
    ):
        assert text in page


def test_a_reaction_is_ticked_off_once(client: Client, enrolment, coach) -> None:
    reaction = a_reaction(coach, enrolment)
    for _twice in range(2):
        assert client.post(f"/reacties/{reaction.id}/verwerkt").status_code == 303
    assert db.session.get_one(Feedback, reaction.id).handled_at is not None
    assert "verwerkt</" not in client.get("/reacties").text


def test_reactions_on_the_work_of_others_do_not_exist(client: Client, enrolment, school, coach) -> None:
    elsewhere = a_school()
    for other in (an_enrolment(enrolment.cohort, school), an_enrolment(a_cohort(elsewhere), elsewhere)):
        reaction = a_reaction(coach, other, body="Niet voor jou bestemd")
        assert client.post(f"/reacties/{reaction.id}/verwerkt").status_code == 404
        assert db.session.get_one(Feedback, reaction.id).handled_at is None
        assert "Niet voor jou" not in client.get("/reacties", query_string={"na": reaction.id}).text
    assert client.post(f"/reacties/{new_id()}/verwerkt").status_code == 404


def test_the_list_is_paged_by_key(client: Client, enrolment, coach) -> None:
    for number in range(PAGE + 5):
        a_reaction(
            coach, enrolment, body=f"Reactie {number:02d}", created_at=now() - timedelta(minutes=number // 3)
        )
    first = client.get("/reacties").text
    following = re.search(r'rel="next" href="([^"]+)"', first)
    assert following
    second = client.get(following[1]).text
    shown = re.findall(r"Reactie \d\d", first) + re.findall(r"Reactie \d\d", second)
    assert sorted(shown) == [f"Reactie {number:02d}" for number in range(PAGE + 5)]
    assert 'rel="prev"' in second
    assert client.get("/reacties?na=geen-id").status_code == 200


def test_the_newest_come_in_one_statement(client: Client, enrolment, coach, counting) -> None:
    for number in range(5):
        a_reaction(coach, enrolment, body=str(number), created_at=now() + timedelta(minutes=number))
    enrolment_id = enrolment.id
    db.session.expire_all()
    with counting() as statements:
        found = [(each.body, each.author.name) for each in latest(enrolment_id, 2)]
    assert len(statements) == 1
    assert found == [("4", "Marloes van Vliet"), ("3", "Marloes van Vliet")]


@pytest.mark.parametrize("others", [10, 300])
def test_the_number_of_statements_has_a_ceiling(
    client: Client, enrolment, coach, counting, others: int
) -> None:
    for _number in range(others):
        a_reaction(coach, enrolment)
    with counting() as statements:
        client.get("/reacties")
    assert len(statements) <= 3
