"""A student searches in the course and in the own work."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import unquote

import pytest
import sqlalchemy as sa
from bs4 import BeautifulSoup

from accounts.schools.models import School
from course.search.keeping import own_scope
from course.search.models import SearchEdition, SearchOwn, SearchPage
from course.search.words import stem, stems
from foundation.database import db
from tests.client import Client
from tests.factories.enrolments import a_cohort, a_neighbour, an_enrolment
from tests.factories.findable import many_documents
from tests.factories.notes import a_note
from tests.factories.people import a_school
from tests.factories.work import an_item

PATH = "/programma/zoeken"


def found(client: Client, asked: str, **others: str) -> BeautifulSoup:
    answer = client.get(PATH, query_string={"q": asked, **others})
    assert answer.status_code == 200
    return BeautifulSoup(answer.text, "html5lib")


def titles(page: BeautifulSoup) -> list[str]:
    return [each.get_text().strip() for each in page.select(".ww-results h3")]


def addresses(page: BeautifulSoup) -> list[str]:
    return [each["href"] for each in page.select(".ww-results h3 a")]


def marked(page: BeautifulSoup) -> set[str]:
    return {each.get_text().casefold() for each in page.select(".ww-results mark")}


def test_before_a_search_the_page_tells_what_can_be_found(client: Client, enrolment) -> None:
    page = client.get(PATH).text
    assert "Zoek een woord in de lessen" in page
    assert db.session.scalar(sa.select(sa.func.count()).select_from(SearchPage)) == 0


def test_a_word_is_found_in_every_form_and_marked(client: Client, enrolment) -> None:
    one, many = found(client, "bewoner"), found(client, "Bewoners")
    assert titles(one) == titles(many) != []
    assert {"bewoner", "bewoners"} <= marked(many)


def test_what_has_more_of_the_words_comes_first(client: Client, enrolment) -> None:
    page = found(client, "meldcode vijf stappen")
    assert "meldcode" in titles(page)[0].casefold()


def test_a_result_leads_to_its_place_in_the_text(client: Client, enrolment) -> None:
    page = found(client, "huismeester elke deur", soort="lesson")
    address = next(each for each in addresses(page) if "waarom-het-de-moeite-waard-is" in each)
    path, _sign, fragment = address.partition("#")
    anchor, _sign, directive = fragment.partition(":~:")
    lesson = BeautifulSoup(client.get(path).text, "html5lib")
    assert lesson.find(id=anchor)
    words = re.findall(r"text=(?:([^&,]*)-,)?([^&,]*)", directive)
    text = " ".join(lesson.get_text().split())
    for before, word in words:
        assert unquote(f"{before} {word}").strip() in text


def test_every_kind_leads_to_a_page_with_its_anchor(client: Client, enrolment) -> None:
    an_item(enrolment, "wijkanalyse", "bronnen", titel="Praatje over schulden")
    for kind in ("lesson", "assignment", "word", "framework", "work"):
        listed = addresses(found(client, "wijk bewoners werken schulden", soort=kind))
        assert listed, kind
        for address in listed[:8]:
            path, _sign, fragment = address.partition("#")
            answer = client.get(path)
            assert answer.status_code == 200, address
            anchor = unquote(fragment.partition(":~:")[0])
            assert not anchor or BeautifulSoup(answer.text, "html5lib").find(id=anchor), address


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("eenzaamhied", "eenzaamheid"),
        ("bewnoers", "bewoners"),
        ("medcode", "meldcode"),
        ("meldcodee", "meldcode"),
    ],
)
def test_a_slip_of_the_finger_is_forgiven(client: Client, enrolment, typed: str, meant: str) -> None:
    page = found(client, typed)
    assert f"Bedoelde je ‘{meant}’?" in page.get_text()
    assert titles(page) == titles(found(client, meant)) != []


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("sleutelfiguur", "sleutelpersoon"),
        ("een vrijwilliger vinden", "vrijwilliger"),
        ("sociale kaart maken", "sociale kaart"),
        ("polariseren", "polarisatie"),
        ("loneliness", "eenzaamheid"),
    ],
)
def test_what_a_student_calls_it_leads_to_what_the_course_calls_it(
    client: Client, enrolment, typed: str, first: str
) -> None:
    assert titles(found(client, typed))[0] == first


def test_a_compound_that_stands_nowhere_is_looked_for_in_its_parts(client: Client, enrolment) -> None:
    page = found(client, "burenruzie")
    assert (
        "Het woord ‘burenruzie’ staat nergens. Je ziet wat er staat over ‘buren’, ‘ruzie’." in page.get_text()
    )
    assert titles(page) == titles(found(client, "buren ruzie")) != []


def test_of_a_rare_word_what_comes_of_it_is_found_as_well(client: Client, enrolment) -> None:
    assert {"mantelzorger", "mantelzorgnl"} & marked(found(client, "mantelzorg"))


def test_nothing_found_says_what_to_do(client: Client, enrolment) -> None:
    assert "Niets gevonden met ‘xqzwkjhv’" in found(client, "xqzwkjhv").get_text()
    assert "Typ een woord dat meer zegt" in found(client, "de het een").get_text()
    page = found(client, "meldcode xqzwkjhv")
    assert titles(page)
    assert "Dit staat nergens: xqzwkjhv." in page.get_text()


@pytest.mark.parametrize(
    "asked",
    [
        '"', "''", "*", "wijk*", "wijk AND", "NEAR(wijk bewoner)", "wijk OR NOT", "words:wijk", "^wijk",
        "(wijk", "wijk & | !bewoner:*", "a\x00b wijk", "\ud83d", "🙂 wijk", "%", "\\",
        "'; DROP TABLE search_page; --",
        "wijk " * 200_000, "و المنزل", "日本語", "-wijk -", "w" * 5_000, "١٢٣",
        "ß wĳk", "<b>wijk</b>", "{{ wijk }}",
    ],
)  # fmt: skip
def test_odd_text_is_only_text(client: Client, enrolment, asked: str) -> None:
    answer = client.get(PATH, query_string={"q": asked.encode("utf-8", "surrogatepass")})
    assert answer.status_code == 200
    assert "<b>wijk</b>" not in answer.text


def test_own_work_is_found_at_once_and_gone_at_once(client: Client, enrolment) -> None:
    assert not titles(found(client, "zeppelinfabriek"))
    item = an_item(enrolment, "wijkanalyse", "bronnen", titel="Zeppelinfabriek")
    assert titles(found(client, "zeppelinfabrieken")) == ["Zeppelinfabriek"]
    item.values = {"titel": "Iglobouwer"}
    db.session.flush()
    assert not titles(found(client, "zeppelinfabriek"))
    assert titles(found(client, "iglobouwer")) == ["Iglobouwer"]
    db.session.delete(item)
    db.session.flush()
    assert not titles(found(client, "iglobouwer"))


def test_own_work_comes_first_and_a_typo_in_it_is_forgiven(client: Client, enrolment) -> None:
    an_item(enrolment, "wijkanalyse", "bronnen", titel="De zeppelinfabriek en de bewoners")
    assert titles(found(client, "zepelinfabriek")) == ["De zeppelinfabriek en de bewoners"]
    assert titles(found(client, "bewoners zeppelinfabriek"))[0] == "De zeppelinfabriek en de bewoners"


def test_a_note_is_found_at_its_place_in_the_lesson(client: Client, enrolment) -> None:
    note = a_note(enrolment, section="wat-ging-hier-mis", body="Vroeg naar de **zeppelinfabriek**.")
    (address,) = addresses(found(client, "zeppelinfabriek"))
    path, _sign, anchor = address.partition("#")
    assert BeautifulSoup(client.get(path).text, "html5lib").find(id=anchor)
    note.body = ""
    db.session.flush()
    assert not titles(found(client, "zeppelinfabriek"))


def test_a_note_at_a_lesson_that_is_gone_is_found_among_all_notes(client: Client, enrolment) -> None:
    a_note(enrolment, lesson="weg", body="De zeppelinfabriek.")
    (address,) = addresses(found(client, "zeppelinfabriek"))
    path, _sign, anchor = address.partition("#")
    assert path == "/programma/notities"
    assert BeautifulSoup(client.get(path).text, "html5lib").find(id=anchor)


@pytest.mark.parametrize("number", [10, 10_000])
def test_a_search_asks_as_much_of_many_documents_as_of_few(
    client: Client, enrolment, counting, number: int
) -> None:
    many_documents(enrolment, number)
    an_item(enrolment, "wijkanalyse", "bronnen", titel="Huismeester")
    for asked, most in (("huismeester bewoner", 7), ("huismeestr bewnoers", 10)):
        found(client, asked)
        with counting() as statements:
            page = found(client, asked)
        assert len(titles(page)) == 25
        assert len(statements) <= most, statements
    following = page.select_one('a[rel="next"]')["href"]
    with counting() as statements:
        client.get(following)
    assert len(statements) <= 10, statements


def test_saving_work_costs_one_statement_more(client: Client, enrolment, counting) -> None:
    item = an_item(enrolment, "wijkanalyse", "bronnen", titel="Zeppelinfabriek")
    item.values = {"titel": "Iets anders"}
    with counting() as statements:
        db.session.flush()
    assert [each for each in statements if "search_" in each and "INSERT" in each] == statements[1:]
    assert len(statements) == 2


def test_both_databases_give_the_order_of_the_rule(client: Client, enrolment) -> None:
    """Most of the words first, then where they stand in the title, then the place in the course."""
    many_documents(enrolment, 300)
    own = "Lift kapot, schaamte bij de buren"
    an_item(enrolment, "wijkanalyse", "bronnen", titel=own)
    seen = titles(found(client, "uniek7 lift schaamte"))
    pages = db.session.scalars(sa.select(SearchPage).order_by(SearchPage.position)).all()
    asked = [stem(word) for word in ("uniek7", "lift", "schaamte")]

    def words_of(page: SearchPage) -> int:
        return len(set(asked) & set(stems(f"{page.title} {page.text}")))

    assert seen[0] == own or words_of(next(page for page in pages if page.title == seen[0])) == 3
    ranked = {page.title: words_of(page) for page in pages}
    numbers = [ranked.get(title, 2) for title in seen]
    assert numbers == sorted(numbers, reverse=True)
    both = [page.title for page in pages if words_of(page) == 2 and page.title.startswith("Stuk")]
    assert [title for title in seen if title in both] == [title for title in both if title in seen]


@pytest.mark.parametrize("asked", ["bewoner lift", "meldcode", "schulden", "lift schaamte uniek7 wijkteam"])
def test_the_first_page_is_what_reading_everything_would_give(client: Client, enrolment, asked: str) -> None:
    """Every document is scored from its own text: an order that no index, and no database, had a hand in."""
    many_documents(enrolment, 300)
    an_item(enrolment, "wijkanalyse", "bronnen", titel="Bewoner over de lift")
    shown = titles(found(client, asked))
    pages = db.session.scalars(sa.select(SearchPage).order_by(SearchPage.position)).all()
    both = [("Bewoner over de lift", ""), *((page.title, page.text) for page in pages)]
    texts = [(title, stems(title), stems(text)) for title, text in both]
    wanted = [stem(word) for word in asked.split()]
    standing = {each: sum(each in title + text for _name, title, text in texts) for each in wanted}
    most = max(standing.values())

    def points(title: list[str], text: list[str]) -> int:
        total = 0
        for each in set(wanted) & set(title + text):
            often = (title + text).count(each) >= 3 or each in title
            worth = 1 + 2 * often + 4 * (each in title)
            total += 10_000 + worth * (most // standing[each]).bit_length()
        return total

    scored = [(points(title, text), name) for name, title, text in texts]
    best = sorted((each for each in scored if each[0]), key=lambda each: -each[0])
    assert shown == [name for _points, name in best[:25]] != []


def test_a_word_of_the_list_comes_before_the_texts_that_use_it(client: Client, enrolment) -> None:
    (first, *_others) = addresses(found(client, "eenzaamheid"))
    assert first.startswith("/programma/woorden#woord-eenzaamheid")


def test_nobody_finds_what_another_wrote(client: Client, enrolment) -> None:
    school = a_school()
    beside = an_enrolment(enrolment.cohort, db.session.get_one(School, enrolment.school_id))
    for other in (beside, an_enrolment(a_cohort(school), school)):
        an_item(other, "wijkanalyse", "bronnen", titel="Zeppelinfabriek")
    assert not titles(found(client, "zeppelinfabriek"))
    assert "Bedoelde je" not in found(client, "zepelinfabriek").get_text()


def test_a_spoiled_index_still_shows_nobody_what_another_wrote(client: Client, enrolment) -> None:
    theirs = a_note(a_neighbour(enrolment), body="Zeppelinfabriek")
    spoiled = sa.update(SearchOwn).where(SearchOwn.id == theirs.id)
    db.session.execute(spoiled.values(words=SearchOwn.words + f" {own_scope(enrolment.id)}"))
    assert "Niets gevonden met ‘zeppelinfabriek’" in found(client, "zeppelinfabriek").get_text()


def test_work_of_before_the_search_is_read_the_first_time(client: Client, enrolment) -> None:
    an_item(enrolment, "wijkanalyse", "bronnen", titel="Zeppelinfabriek")
    db.session.execute(sa.delete(SearchOwn))
    assert titles(found(client, "zeppelinfabriek")) == ["Zeppelinfabriek"]
    assert len(titles(found(client, "zeppelinfabriek"))) == 1


def test_a_course_is_read_once(client: Client, enrolment) -> None:
    found(client, "wijk")
    before = db.session.scalar(sa.select(sa.func.count()).select_from(SearchPage))
    db.session.execute(sa.update(SearchEdition).values(used_on=sa.text("'2020-01-01'")))
    found(client, "wijk")
    assert db.session.scalar(sa.select(sa.func.count()).select_from(SearchPage)) == before > 300


def test_pages_follow_each_other(client: Client, enrolment) -> None:
    seen: list[str] = []
    path = f"{PATH}?q=wijk"
    for _ in range(40):
        page = BeautifulSoup(client.get(path).text, "html5lib")
        seen += addresses(page)
        following = page.select_one('a[rel="next"]')
        if not following:
            break
        path = unescape(following["href"])
    total = int(page.select_one("#results").get_text().split()[0])
    assert len(seen) == total > 50
    back = page.select_one('a[rel="prev"]')
    assert back
    assert addresses(BeautifulSoup(client.get(back["href"]).text, "html5lib"))
