"""What went wrong comes back, one question at a time, until it is known."""

from __future__ import annotations

from datetime import timedelta

import pytest

from content.nodes import Choice, Short
from enrolment.workflow import EnrolmentState
from foundation.clock import now, standing_at
from tests.client import Client
from tests.factories.answers import an_answer, fill_in, questions_of

REPEAT = "/programma/herhalen"
ONE = "Er staat 1 vraag klaar om te herhalen."


def a_choice():
    return next(each for each in questions_of() if isinstance(each, Choice))


def days_ago(days: int):
    return now() - timedelta(days=days)


def test_it_comes_back_after_two_days_and_not_before(client: Client, enrolment) -> None:
    an_answer(enrolment, a_choice(), right=False, at=days_ago(1))
    assert "Er staat nu niets klaar." in client.get(REPEAT).text
    assert "klaar om te herhalen" not in client.get("/programma").text + client.get("/").text


def test_what_is_due_stands_on_the_home_and_in_the_programme(client: Client, enrolment) -> None:
    an_answer(enrolment, a_choice(), right=False, at=days_ago(2))
    for path in ("/", "/programma"):
        assert ONE in client.get(path).text
    page = client.get(REPEAT).text
    assert "Er staat 1 vraag voor je klaar." in page
    assert "checked" not in page.split("data-answer")[1].split("</form>")[0]


def test_a_right_answer_moves_it_a_week_on_and_a_wrong_one_starts_over(client: Client, enrolment) -> None:
    question = a_choice()
    an_answer(enrolment, question, right=False, at=days_ago(2))
    path = f"/programma/vragen/meldcode/{question.id}"
    answer = client.post(path, data={"back": "los", **fill_in(question)})
    assert answer.location.endswith(path)
    page = client.get(path).text
    assert "Deze vraag komt over 7 dagen terug bij Herhalen." in page
    assert "Volgende vraag" in page
    assert "/programma/lessen/meldcode" in page
    assert "Er staat nu niets klaar." in client.get(REPEAT).text
    client.post(path, data={"back": "los", **fill_in(question, right=False)})
    assert "Deze vraag komt over 2 dagen terug" in client.get(path).text


def test_after_three_times_right_it_stays_away(client: Client, enrolment) -> None:
    question = a_choice()
    an_answer(enrolment, question, right=False, at=days_ago(100))
    for day in (98, 91, 70):
        an_answer(enrolment, question, at=days_ago(day))
    assert "Er staat nu niets klaar." in client.get(REPEAT).text
    assert "Je wist dit drie keer op rij." in client.get(f"/programma/vragen/meldcode/{question.id}").text


def test_the_longest_waiting_comes_first(client: Client, enrolment) -> None:
    first, second = questions_of()[:2]
    an_answer(enrolment, second, right=False, at=days_ago(9))
    an_answer(enrolment, first, right=False, at=days_ago(5))
    page = client.get(REPEAT).text
    assert "Er staan 2 vragen voor je klaar." in page
    assert f"vraag-meldcode-{second.id}" in page
    assert f"vraag-meldcode-{first.id}" not in page


def test_a_short_answer_is_repeated_from_an_empty_page(client: Client, enrolment) -> None:
    lesson, question = next(
        (lesson, each)
        for lesson in ("meldcode", "sociale-kaart", "welkom")
        for each in questions_of(lesson)
        if isinstance(each, Short)
    )
    an_answer(enrolment, question, document=lesson, right=False, at=days_ago(3))
    assert "Zo kan het" not in client.get(REPEAT).text
    path = f"/programma/vragen/{lesson}/{question.id}"
    client.post(path, data={"back": "los", "text": "Ik luister eerst."})
    assert "Zo kan het" in client.get(path).text
    assert "Er staat 1 vraag voor je klaar." in client.get(REPEAT).text
    client.post(path, data={"back": "los", **fill_in(question)})
    assert "Er staat nu niets klaar." in client.get(REPEAT).text


def test_what_is_no_longer_in_the_course_does_not_come_back(client: Client, enrolment) -> None:
    an_answer(enrolment, a_choice(), document="een-les-van-vroeger", right=False, at=days_ago(9))
    assert "Er staat nu niets klaar." in client.get(REPEAT).text


def test_who_is_paused_sees_what_is_due_and_answers_later(client: Client, enrolment) -> None:
    an_answer(enrolment, a_choice(), right=False, at=days_ago(9))
    enrolment.state = EnrolmentState.PAUSED
    page = client.get(REPEAT).text
    assert "Kijk je antwoord na" not in page


def test_a_day_is_a_day_in_the_netherlands(client: Client, enrolment) -> None:
    student, noon = enrolment.student, now().replace(hour=11, minute=0)
    an_answer(enrolment, a_choice(), right=False, at=noon - timedelta(hours=11, minutes=30))  # 00:30 here
    for later, due in ((timedelta(days=1), False), (timedelta(days=2) - timedelta(hours=11), True)):
        with standing_at(noon + later):
            client.sign_in(student)
            assert ("voor je klaar" in client.get(REPEAT).text) is due


@pytest.mark.parametrize("answers", [1, 60])
def test_the_number_of_statements_has_a_ceiling(client: Client, enrolment, counting, answers: int) -> None:
    for number in range(answers):
        an_answer(enrolment, a_choice(), right=False, at=now() - timedelta(hours=100 + number))
    with counting() as statements:
        client.get(REPEAT)
    assert len(statements) <= 3
