"""Render the tree of a lesson or assignment with the templates in `templates/content/`."""

from functools import lru_cache

from jinja2 import Environment
from markupsafe import Markup

from content.assignment import Assignment
from content.lesson import Lesson
from content.markup import render_line, render_prose
from content.nodes import Node, Question
from content.sections import sections_of
from content.shuffling import shuffled


@lru_cache(maxsize=512)
def render_lesson(lesson: Lesson, environment: Environment, figures: str = "") -> Markup:
    """Render a lesson below its h1; `figures` is the address its pictures are served under."""
    return _render(lesson.nodes, environment, uid=lesson.slug, core=lesson.header.core, figures=figures)


@lru_cache(maxsize=256)
def render_assignment(assignment: Assignment, environment: Environment, figures: str = "") -> Markup:
    """Render an assignment below its h1; `figures` is the address its pictures are served under."""
    return _render(assignment.nodes, environment, uid=assignment.slug, core="", figures=figures)


def _render(
    nodes: tuple[Node, ...], environment: Environment, *, uid: str, core: str, figures: str
) -> Markup:
    template = environment.get_template("content/lesson.html")
    html = template.render(
        uid=uid,
        core=core,
        figures=figures,
        sections=sections_of(nodes),
        prose=render_prose,
        line=render_line,
        kind=_kind,
        shuffled=shuffled,
    )
    return Markup(html)  # noqa: S704 - made by autoescaping templates


def _kind(node: Node | Question) -> str:
    """The name of a node's template: TryThis is shown by try-this.html."""
    name = type(node).__name__
    return "".join(f"-{c.lower()}" if c.isupper() else c for c in name).lstrip("-")
