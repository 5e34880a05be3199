"""Addresses that are remembered are those that Flask would give; templates ask them of the application."""

from uuid import uuid4

import pytest
from flask import Flask

from foundation.settings import Mode, Settings
from web import create_app


@pytest.fixture(scope="module")
def app(tmp_path_factory) -> Flask:
    return create_app(Settings(mode=Mode.TEST, data_dir=tmp_path_factory.mktemp("data")))


def test_an_address_follows_where_the_house_stands(app):
    for root in ("", "/cursus", ""):
        with app.test_request_context(environ_overrides={"SCRIPT_NAME": root}):
            for _ in range(2):
                assert app.url_for("programme.show") == f"{root}/programma"
                assert app.url_for("programme.lesson", slug="welkom") == f"{root}/programma/lessen/welkom"
    assert app._remembered.cache_info().hits > 0


def test_an_address_with_a_host_follows_the_request(app):
    for host in ("een.example", "twee.example"):
        with app.test_request_context(base_url=f"https://{host}"):
            assert app.url_for("programme.show", _external=True) == f"https://{host}/programma"


def test_ids_and_what_people_type_are_not_kept(app):
    with app.test_request_context():
        before = app._remembered.cache_info().currsize
        assert app.url_for("search.show", q="Samira") == "/programma/zoeken?q=Samira"
        assert str(cohort := uuid4()) in app.url_for("cohorts.show", cohort_id=cohort)
        assert app._remembered.cache_info().currsize == before
