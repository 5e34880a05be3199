"""The floor: bare Flask and SQLAlchemy with the same shapes and no product. A bound, not a rival."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flask import Blueprint, Flask, render_template, request
from flask_sqlalchemy import SQLAlchemy
from jinja2 import DictLoader
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.orm import selectinload as together


class Base(DeclarativeBase):
    pass


db = SQLAlchemy(model_class=Base)


class User(db.Model):  # type: ignore[name-defined,misc]
    __tablename__ = "floor_user"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Submission(db.Model):  # type: ignore[name-defined,misc]
    __tablename__ = "floor_submission"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(db.ForeignKey("floor_user.id"), index=True)
    text: Mapped[str]
    state: Mapped[str] = mapped_column(index=True)
    user: Mapped[User] = relationship()
    scores: Mapped[list[Score]] = relationship()


class Score(db.Model):  # type: ignore[name-defined,misc]
    __tablename__ = "floor_score"
    id: Mapped[int] = mapped_column(primary_key=True)
    submission_id: Mapped[int] = mapped_column(db.ForeignKey("floor_submission.id"), index=True)
    criterion: Mapped[str]
    level: Mapped[str]
    justification: Mapped[str]


TEXT, WHY = "woord " * 1_500, "Te zien in je verslag. " * 9
ROWS = tuple(f"W1-{number}" for number in range(1, 8))
PAGE = """<!doctype html><title>x</title><h1>{{ title }}</h1>
<ul>{% for line in lines %}<li>{{ line }}</li>{% endfor %}</ul>
<form method="post">{% for score in scores %}<fieldset><legend>{{ score.criterion }}</legend>
{% for level in "OVG" %}<input type="radio" name="{{ score.criterion }}" value="{{ level }}"
{{ "checked" if level == score.level }}>{% endfor %}<textarea>{{ score.justification }}</textarea>
</fieldset>{% endfor %}</form>
<article>{{ text }}</article>"""

pages = Blueprint("floor", __name__)


def make_floor(url: str) -> Flask:
    """Make the bare application on this database."""
    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = url
    app.jinja_loader = DictLoader({"page.html": PAGE})
    db.init_app(app)
    app.register_blueprint(pages)
    return app


def fill(url: str, size: int) -> None:
    """Make the tables of the floor, with `size` users who handed in a text that was scored."""
    numbers = range(1, size + 1)
    with make_floor(url).app_context():
        db.create_all()
        _insert(User, ({"id": n, "name": f"User {n}"} for n in numbers))
        _insert(Submission, ({"id": n, "user_id": n, "text": TEXT, "state": "submitted"} for n in numbers))
        _insert(
            Score,
            (
                {"submission_id": n, "criterion": c, "level": "V", "justification": WHY}
                for n in numbers
                for c in ROWS
            ),
        )
        if db.engine.dialect.name == "postgresql":
            for table in ("floor_user", "floor_submission"):
                db.session.execute(db.text(f"SELECT setval('{table}_id_seq', {size})"))
        db.session.commit()


def page(title: str, lines: object = (), scores: object = (), text: str = "") -> str:
    return render_template("page.html", title=title, lines=lines, scores=scores, text=text)


@pages.get("/healthz")
def static_text() -> str:
    return "ok"


@pages.get("/sign-in")
def sign_in() -> str:
    return page("Sign in")


@pages.get("/dashboard/<int:user_id>")
def dashboard(user_id: int) -> str:
    user = db.session.get_one(User, user_id)
    own = db.session.scalars(db.select(Submission).filter_by(user_id=user.id)).all()
    count = db.session.scalar(db.select(db.func.count(Score.id)).where(Score.submission_id == own[0].id))
    return page(user.name, [f"{each.state} {count}" for each in own])


@pages.get("/course/<int:user_id>")
def course(user_id: int) -> str:
    user = db.session.get_one(User, user_id)
    own = db.session.scalars(db.select(Submission).filter_by(user_id=user.id)).all()
    return page(user.name, [f"activity {number} {own[0].state}" for number in range(21)])


@pages.get("/desk/<int:submission_id>")
def desk(submission_id: int) -> str:
    found = db.select(Submission).options(together(Submission.scores), together(Submission.user))
    row = db.session.scalars(found.filter_by(id=submission_id)).one()
    return page(row.user.name, scores=row.scores, text=row.text)


@pages.get("/queue")
def queue() -> str:
    found = db.select(Submission).options(together(Submission.user)).filter_by(state="submitted")
    rows = db.session.scalars(found.order_by(Submission.id).limit(25)).all()
    return page("Queue", [f"{row.user.name} {row.state}" for row in rows])


@pages.post("/hand-in/<int:user_id>")
def hand_in(user_id: int) -> str:
    user = db.session.get_one(User, user_id)
    db.session.add(Submission(user_id=user.id, text=request.form["text"], state="handed-in"))
    db.session.commit()
    return "ok"


@pages.post("/scores/<int:submission_id>")
def save_scores(submission_id: int) -> str:
    row = db.session.scalars(
        db.select(Submission).options(together(Submission.scores)).filter_by(id=submission_id)
    ).one()
    sent = [score for score in row.scores if f"{score.criterion}-level" in request.form]
    for score in sent:
        score.level = request.form[f"{score.criterion}-level"]
        score.justification = request.form[f"{score.criterion}-justification"]
    db.session.commit()
    return "ok"


def _insert(model: Any, rows: Iterable[dict[str, Any]]) -> None:
    db.session.execute(model.__table__.insert(), list(rows))
