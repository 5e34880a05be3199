"""On a page in English, the course and what people wrote for it say that they are Dutch (WCAG 3.1.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
import sqlalchemy as sa
from babel import Locale
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup, Comment, Doctype, NavigableString, Tag

from accounts.people.models import Person
from content import KEUZEDELEN
from foundation.database import Base, db
from setup.places import ROOT
from tests.house.arguments import arguments
from tests.house.conftest import only_sqlite
from tests.house.routes import GETS

CATALOGUE = ROOT / "translations" / "en" / "LC_MESSAGES" / "messages.po"
WORD = re.compile(r"(?<!\w)[^\W\d_]{3,}(?!\w)")
# What is not said: the places in a sentence, addresses, codes in capitals.
UNSAID = re.compile(r"%\(\w+\)[sd]|\S+@\S+|\b(?:[A-Z2-7]{4} ){3,}[A-Z2-7]{4}\b")
# A span within an attribute, or as words on the page: marked where no mark can stand.
MISPLACED = re.compile(r'="[^"<>]*<span lang=|&lt;span lang=')
# What names a person, a group, a school, a file or a device is in no language.
NAMES = frozenset({"name", "place", "file_name", "title_of_file", "student_number", "birth_place", "device"})
SCENES = 2


@cache
def words_of_the_course() -> frozenset[str]:
    """Give the words that the interface never says in English, but the course or its Dutch does."""
    with CATALOGUE.open("rb") as file:
        messages = [message for message in read_po(file, locale="en") if message.id]
    english = _words(*(text for message in messages for text in _forms(message.string)))
    dutch = _words(*(text for message in messages for text in _forms(message.id)))
    course = (path for path in KEUZEDELEN.rglob("*") if path.suffix in {".md", ".yaml"})
    return (dutch | _words(*(path.read_text("utf-8") for path in course))) - english - _calendar()


@only_sqlite
@pytest.mark.parametrize("route", GETS, ids=lambda route: route.endpoint)
def test_what_is_dutch_on_an_english_page_says_so(house, route):
    faults = []
    with house.undone():
        db.session.execute(sa.update(Person).values(language="en"))
        names = _names(house)
        for visitor in house.some(route):
            for scene in arguments(route, visitor, house.ours)[:SCENES]:
                sent = house.ask(visitor, address := house.address(route, scene))
                if sent.mimetype == "text/html" and sent.status_code == 200:
                    faults += [f"{address}: {each}" for each in _faults(sent.text, house, names)]
    assert not faults, "\n".join(dict.fromkeys(faults[:20]))


def test_a_text_that_hides_its_language_is_found():
    page = '<html lang="en"><body><p>Next: Wie is er in de wijk?</p><p lang="nl">Wie is er?</p></body></html>'
    found = [text for text, _parent in _outside_dutch(BeautifulSoup(page, "lxml"))]
    assert found == ["Next: Wie is er in de wijk?"]
    assert _words(*found) & words_of_the_course()


def _faults(text: str, house, names: frozenset[str]) -> Iterator[str]:
    page = BeautifulSoup(text, "lxml")
    assert page.html["lang"] == "en"
    if misplaced := MISPLACED.search(text):
        yield f"marked where no mark can stand: {text[misplaced.start() - 60 : misplaced.end() + 60]}"
    for said, parent in _outside_dutch(page):
        where = f"<{parent.name} {' '.join(parent.get('class', []))}> {said[:100]}"
        if found := _words(said) & words_of_the_course():
            yield f"{where} ({', '.join(sorted(found)[:5])})"
        elif written := set(re.findall(rf"{house.ours.canary.word}\d+", said)) - names:
            yield f"{where} ({', '.join(written)} was written by somebody)"


def _outside_dutch(page: BeautifulSoup) -> Iterator[tuple[str, Tag]]:
    """Give every text that a screen reader says in English, with the element it stands in."""
    for node in page.body.find_all(string=True):
        said = "" if isinstance(node, Comment | Doctype) else " ".join(node.split())
        if said and _language(node) == "en":
            yield said, node.parent


def _language(node: NavigableString) -> str:
    """Give the language of a text; what no reader says has none."""
    for each in node.parents:
        if each.name in {"script", "style", "noscript", "template"}:
            return ""
        if each.get("lang"):
            return str(each["lang"])
    return ""


def _calendar() -> frozenset[str]:
    english = Locale("en")
    forms = [*english.months["format"].values(), *english.days["format"].values()]
    return _words(*(name for form in forms for name in form.values()))


def _names(house) -> frozenset[str]:
    columns = [each for table in Base.metadata.sorted_tables for each in table.columns if each.name in NAMES]
    rows = (value for each in columns for value in db.session.scalars(sa.select(each).distinct()))
    return frozenset(word for value in rows for word in re.findall(r"[a-z]+\d+", value or ""))


def _words(*texts: str) -> frozenset[str]:
    return frozenset(word.lower() for text in texts for word in WORD.findall(UNSAID.sub(" ", text)))


def _forms(text: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)
