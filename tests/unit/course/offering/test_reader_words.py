"""Every fault that a reader finds in a text is said to its writer in plain Dutch."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask

from content.errors import ContentError
from content.faults import Fault, InText
from content.lesson import read_lesson
from content.notation import read_nodes
from course.offering.reader_words import SENTENCES, in_plain_dutch
from foundation.settings import Mode, Settings
from tests.unit.content.broken import BODIES, WHOLE, Broken
from web import create_app


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    folder: Path = tmp_path_factory.mktemp("words")
    return create_app(Settings(mode=Mode.TEST, data_dir=folder))


def said(app: Flask, refused: ContentError) -> list[str]:
    with app.test_request_context():
        return [in_plain_dutch(each) for each in refused.faults]


def test_every_code_has_a_sentence() -> None:
    assert set(SENTENCES) == set(InText)


@pytest.mark.parametrize("broken", BODIES, ids=str)
def test_a_fault_in_the_text_is_said_with_its_line(app: Flask, broken: Broken) -> None:
    with pytest.raises(ContentError) as refused:
        read_nodes(broken.text)
    assert said(app, refused.value) == [f"Regel {broken.line}: {broken.dutch}."]


@pytest.mark.parametrize("broken", WHOLE, ids=str)
def test_a_fault_in_the_header_of_a_file_is_said_with_its_key_or_line(app: Flask, broken: Broken) -> None:
    with pytest.raises(ContentError) as refused:
        read_lesson(broken.file, name="")
    begin = f"Regel {broken.line}" if broken.line else "De tekst klopt nog niet"
    assert said(app, refused.value) == [f"{begin}: {broken.dutch}."]


def test_what_somebody_typed_is_no_pattern(app: Flask) -> None:
    typed = Fault(InText.UNREADABLE_LINE, {"text": "100%(name)s %d", "wanted": "1. tekst"}, line=1)
    assert said(app, ContentError(typed)) == [
        "Regel 1: begin deze regel zoals ‘1. tekst’, niet zo: 100%(name)s %d."
    ]
