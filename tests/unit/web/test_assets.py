"""Pages name files; the browser gets hashed ones and keeps them."""

import json

import pytest
from flask import Flask

from web import assets


@pytest.fixture
def build(tmp_path, monkeypatch):
    """A build of two files, in place of the real one."""
    monkeypatch.setattr(assets, "ROOT", tmp_path)
    monkeypatch.setattr(assets, "BUILD", tmp_path)
    (tmp_path / "style-ABCD1234.css").write_text("body { color: red }")
    (tmp_path / "manifest.json").write_text(json.dumps({"app.css": "style-ABCD1234.css"}))
    assets.manifest.cache_clear()
    yield tmp_path
    assets.manifest.cache_clear()


@pytest.fixture
def client(build):
    app = Flask("assets")
    assets.init_assets(app)
    return app.test_client()


def test_a_name_becomes_the_hashed_address(build):
    assert assets.asset("app.css") == "/static/build/style-ABCD1234.css"


def test_an_unknown_name_says_which_are_known(build):
    with pytest.raises(assets.BuildMissing, match=r"no app\.js.*app\.css"):
        assets.asset("app.js")


def test_a_missing_build_says_how_to_make_one(build):
    (build / "manifest.json").unlink()
    with pytest.raises(assets.BuildMissing, match="npm run build"):
        assets.asset("app.css")


def test_hashed_files_are_kept_for_good(client):
    answer = client.get("/static/build/style-ABCD1234.css")
    assert answer.status_code == 200
    assert "immutable" in answer.headers["Cache-Control"]


def test_the_manifest_is_not_kept_for_good(client):
    assert "immutable" not in client.get("/static/build/manifest.json").headers.get("Cache-Control", "")


def test_nothing_outside_the_build_is_served(client):
    assert client.get("/static/build/../../web/assets.py").status_code == 404


def test_templates_know_the_addresses(client, build):
    template = client.application.jinja_env.from_string("{{ asset('app.css') }}")
    assert template.render() == "/static/build/style-ABCD1234.css"
