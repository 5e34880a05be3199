"""Render the tree of a lesson or assignment with the templates in `templates/content/`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from content.assignment import Assignment
from content.explaining import Explaining
from content.glossary import Glossary
from content.lesson import Lesson
from content.markup import render_line, render_prose
from content.nodes import Check, Node, Question, Word
from content.sections import Section, sections_of
from content.shuffling import shuffled

NO_WORDS = Glossary()


@dataclass(frozen=True)
class Places:
    """Where a page finds what a lesson refers to: the drawings, and all words of the course."""

    figures: str = ""
    words: str = ""


@dataclass(frozen=True)
class ShownSection:
    """A section as HTML, with the heading it stands under."""

    id: str
    title: str
    html: Markup


@dataclass(frozen=True)
class Body:
    """A document below its h1: the opening, its sections, and the explanations its words open."""

    opening: Markup
    sections: tuple[ShownSection, ...]
    explanations: Markup

    def filled(self, slot: str, parts: Iterable[Markup]) -> "Body":
        """Give the body with each slot replaced by the next part: what is not the same for every reader."""
        rest = iter(parts)
        return replace(
            self,
            sections=tuple(
                replace(each, html=Markup(re.sub(re.escape(slot), lambda _: next(rest), each.html)))  # noqa: S704 - both are HTML already
                for each in self.sections
            ),
        )

    def __html__(self) -> str:
        sections = "".join(f'<div class="ww-section">{each.html}</div>' for each in self.sections)
        return f'<div class="ww-lesson" lang="nl">{self.opening}{sections}{self.explanations}</div>'

    __str__ = __html__


@lru_cache(maxsize=1024)
def render_lesson(
    lesson: Lesson, environment: Environment, glossary: Glossary = NO_WORDS, places: Places = Places()
) -> Body:
    """Render a lesson; the first time a word of the glossary comes, it opens its explanation."""
    return _render(lesson, environment, glossary, places, core=lesson.header.core)


@lru_cache(maxsize=512)
def render_assignment(
    assignment: Assignment, environment: Environment, glossary: Glossary = NO_WORDS, places: Places = Places()
) -> Body:
    """Render an assignment in the same way."""
    return _render(assignment, environment, glossary, places)


def _render(
    document: Lesson | Assignment,
    environment: Environment,
    glossary: Glossary,
    places: Places,
    core: str = "",
) -> Body:
    explaining = Explaining(glossary)
    tools = _tools(document, environment, places)

    def prose(markdown: str, heading_id: str = "", *, sites: bool = False) -> Markup:
        return render_prose(markdown, heading_id, explaining.finder, sites=sites)

    def shown(section: Section) -> ShownSection:
        asks = isinstance(section.nodes[0], Check)
        html = _fill("section", tools, section=section, prose=render_prose if asks else prose)
        return ShownSection(section.id, section.title, html)

    sections = tuple(shown(each) for each in sections_of(document.nodes))
    own = {node.term for node in document.nodes if isinstance(node, Word)}
    terms = tuple(explaining.used.values())
    return Body(
        _fill("opening", tools, core=core), sections, _fill("explanations", tools, terms=terms, own=own)
    )


def _tools(document: Lesson | Assignment, environment: Environment, places: Places) -> dict[str, Any]:
    return {
        "environment": environment,
        "uid": document.slug,
        "places": places,
        "drawings": {each.name: each for each in document.drawings},
        "unmarked": render_prose,
        "line": render_line,
        "kind": _kind,
        "shuffled": shuffled,
    }


def _fill(template: str, tools: dict[str, Any], **values: Any) -> Markup:
    environment: Environment = tools["environment"]
    html = environment.get_template(f"content/{template}.html").render({**tools, **values})
    return Markup(html)  # noqa: S704 - made by autoescaping templates


def _kind(node: Node | Question) -> str:
    """The name of a node's template: TryThis is shown by try-this.html."""
    name = type(node).__name__
    return "".join(f"-{c.lower()}" if c.isupper() else c for c in name).lstrip("-")
