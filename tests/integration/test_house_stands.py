"""The first breath: the house starts, guards its door and answers."""

from __future__ import annotations

from accounts.schools.models import Role
from tests.client import Client
from tests.factories.people import a_member, a_school


def test_health_tells_database_and_version(client: Client, is_postgresql: bool) -> None:
    answer = client.get("/healthz").json
    assert answer["status"] == "ok"
    assert answer["database"] == ("postgresql" if is_postgresql else "sqlite")
    assert answer["version"]


def test_who_is_not_signed_in_is_sent_to_the_door(client: Client) -> None:
    answer = client.get("/")
    assert answer.status_code == 303
    assert answer.location.startswith("/inloggen")


def test_a_member_gets_a_home_page(client: Client) -> None:
    client.sign_in(a_member(a_school(), Role.STUDENT))
    assert client.get("/").status_code == 200
    client.sign_out()
    assert client.get("/").status_code == 303


def test_an_unknown_page_says_so_kindly(client: Client) -> None:
    answer = client.get("/bestaat-niet")
    assert answer.status_code == 404
    assert "Deze pagina is er niet" in answer.text
