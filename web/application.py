"""Make the application out of its rooms."""

from __future__ import annotations

from flask import Flask, request
from flask_migrate import Migrate
from flask_wtf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from accounts.login.sessions import init_sessions
from accounts.policy.guard import init_guard, refuse_unguarded
from content import KEUZEDELEN
from content.catalogue import load_catalogue
from foundation import sqlite
from foundation.database import db
from foundation.settings import Settings, from_environment
from foundation.storage.actions import init_storage
from foundation.web.compression import init_compression
from foundation.web.headers import init_headers
from foundation.web.hosts import init_hosts
from web import assets, commands, errors, health, languages, layout, rooms
from web.remembering import House

ROOM_FOR_FORMS = 2_000_000


def create_app(settings: Settings | None = None) -> Flask:
    """Make an application from settings (by default those of the environment)."""
    settings = settings or from_environment()
    app = House("web", root_path=str(rooms.ROOT), template_folder="templates", static_folder=None)
    _configure(app, settings)
    _open_doors(app, settings)
    if settings.is_production:
        init_hosts(app, public_url=settings.public_url)
    init_compression(app)
    init_headers(app, production=settings.is_production)
    languages.init_languages(app)
    app.before_request(_bound_what_is_no_upload)
    CSRFProtect(app)
    init_sessions(app)
    init_guard(app, rooms.policy())
    rooms.register(app, settings)
    errors.init_errors(app)
    layout.init_layout(app)
    refuse_unguarded(app)
    commands.register(app)
    return app


def _bound_what_is_no_upload() -> None:
    """Only a form with files is read piece by piece; any other body stands in memory as a whole."""
    if request.mimetype != "multipart/form-data":
        request.max_content_length = ROOM_FOR_FORMS


def _configure(app: Flask, settings: Settings) -> None:
    app.extensions["settings"] = settings
    app.extensions["catalogue"] = load_catalogue((KEUZEDELEN, *settings.content_dirs))
    app.config.update(
        SECRET_KEY=settings.secret_key,
        SQLALCHEMY_DATABASE_URI=settings.database,
        SQLALCHEMY_ENGINE_OPTIONS={"hide_parameters": True},  # the log of the server holds no text of people
        MAX_CONTENT_LENGTH=settings.upload_megabytes * 1_000_000 + ROOM_FOR_FORMS,
        MAX_FORM_MEMORY_SIZE=ROOM_FOR_FORMS,
        SESSION_COOKIE_SECURE=settings.is_production,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_NAME="wijkwijs",
        WTF_CSRF_TIME_LIMIT=None,
        TEMPLATES_AUTO_RELOAD=False,
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    if settings.trusted_proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=settings.trusted_proxies, x_proto=1, x_host=1)  # type: ignore[method-assign]


def _open_doors(app: Flask, settings: Settings) -> None:
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    db.init_app(app)
    Migrate(app, db, directory=str(rooms.ROOT / "migrations"), render_as_batch=True)
    with app.app_context():
        sqlite.prepare(db.engine)
    init_storage(app, url=settings.storage_url, folder=settings.data_dir / "files")
    assets.init_assets(app)
    app.register_blueprint(health.health)
