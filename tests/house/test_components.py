"""A component of a lesson is there everywhere: read, shown, printed, found, and offered to who writes."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from bs4 import BeautifulSoup
from flask import render_template_string

from content import KEUZEDELEN, load_catalogue
from content.lesson_page import render_lesson
from content.nodes import Check, Node, Prose, Word
from content.notation import READERS, read_nodes
from content.printed import printed_document
from course.search.documents import text_of
from tests.house.routes import APP

D1 = load_catalogue([KEUZEDELEN]).keuzedeel("d1-wijkgericht-werken")
PRINTER = (Path(__file__).parents[2] / "course" / "booklet" / "booklet.typ").read_text("utf-8")
FIGURE = (
    '::: figure src="de-markt.jpg" alt="Een plein" caption="De markt"\nOp de markt staan zes kramen.\n:::'
)
HELP = '{% from "offering/notation.html" import help %}{{ help(true) }}'


def _offered() -> list[str]:
    with APP.test_request_context():
        page = BeautifulSoup(render_template_string(HELP), "html5lib")
    return [each.get_text() for each in page.select("pre.ww-skeleton")]


# Pictures are chosen from a list of their own.
WRITTEN = {re.match(r":+ ([a-z-]+)", text)[1]: text for text in (*_offered(), FIGURE)}
NODES = {name: read_nodes(text)[0] for name, text in WRITTEN.items()}


def _lesson(node):
    return replace(D1.lessons[0], nodes=(Prose("Vooraf."), node), drawings=())


def test_every_component_is_offered_to_who_writes_a_lesson():
    assert WRITTEN.keys() == READERS.keys()
    assert {type(node) for node in NODES.values()} == set(get_args(Node)) - {Prose}


@pytest.mark.parametrize("name", NODES)
def test_a_component_is_shown_and_found(name):
    with APP.test_request_context():
        page = BeautifulSoup(str(render_lesson(_lesson(NODES[name]), APP.jinja_env)), "html5lib")
    shown = " ".join(page.get_text(" ").split())
    lines = text_of(NODES[name]).splitlines()
    assert lines
    for line in lines:
        assert line in shown


@pytest.mark.parametrize("name", [name for name, node in NODES.items() if not isinstance(node, Word)])
def test_a_component_is_printed(name):
    """The words of a module stand together at the end of its booklet."""
    printed = printed_document(_lesson(NODES[name]))
    assert len(printed["parts"]) == 2
    assert f'it.is == "{printed["parts"][1]["is"]}"' in PRINTER or isinstance(NODES[name], Check)
