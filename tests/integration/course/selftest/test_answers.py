"""A student answers questions of a lesson, gets feedback, and finds the last answer back."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa
from bs4 import BeautifulSoup

from content.nodes import Choice, DilemmaChoice, Match, Order, Short
from course.selftest.models import Attempt
from course.selftest.outcomes import Outcome
from enrolment.workflow import EnrolmentState
from foundation.clock import now, standing_at
from foundation.database import db
from tests.client import Client
from tests.factories.answers import an_answer, fill_in, questions_of
from tests.factories.enrolments import a_cohort, an_enrolment
from tests.factories.learning import HARD_TEXTS
from tests.factories.people import a_school

LESSON = "/programma/lessen/meldcode"
KINDS = (Choice, DilemmaChoice, Match, Order, Short)


def a_question(kind: type):
    """Give a question of a kind, and the lesson it stands in."""
    for lesson in ("meldcode", "sociale-kaart", "welkom", "jouw-plek"):
        for question in questions_of(lesson):
            if isinstance(question, kind):
                return lesson, question
    raise AssertionError(kind)


def send(client: Client, lesson: str, question, given, **more):
    return client.post(f"/programma/vragen/{lesson}/{question.id}", data={"back": "hier", **given, **more})


def attempts(enrolment) -> list[Attempt]:
    found = sa.select(Attempt).where(Attempt.enrolment_id == enrolment.id)
    return list(db.session.scalars(found.order_by(Attempt.created_at, Attempt.id)))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("right", [True, False])
def test_every_kind_is_answered_and_kept(client: Client, enrolment, kind, right) -> None:
    lesson, question = a_question(kind)
    answer = send(client, lesson, question, fill_in(question, right=right))
    assert answer.status_code == 303
    assert answer.location.endswith(f"/programma/lessen/{lesson}#vraag-{lesson}-{question.id}")
    [kept] = attempts(enrolment)
    expected = Outcome.RIGHT if right else Outcome.WRONG
    assert kept.outcome is (Outcome.WEIGHED if kind is DilemmaChoice else expected)
    page = client.get(f"/programma/lessen/{lesson}").text
    assert "Lees de uitleg bij alle antwoorden" in page


def test_feedback_is_on_the_own_answer_and_the_rest_is_folded_away(client: Client, enrolment) -> None:
    lesson, question = a_question(Choice)
    send(client, lesson, question, fill_in(question, right=False))
    page = BeautifulSoup(client.get(f"/programma/lessen/{lesson}").text, "lxml")
    part = page.select_one(f"#vraag-{lesson}-{question.id}")
    chosen = int(fill_in(question, right=False)["answer"])
    own = part.select_one(".ww-answered").get_text()
    assert "Dit klopt nog niet." in own
    assert part.select_one(f"input[value='{chosen}']").has_attr("checked")
    folded = part.select_one("details").get_text()
    for answer in question.answers:
        plain = BeautifulSoup(answer.feedback.replace("*", ""), "lxml").get_text()
        assert plain in folded


def test_before_an_answer_nothing_is_told(client: Client, enrolment) -> None:
    page = client.get(LESSON).text
    assert "Dit is om te oefenen." in page
    assert "nooit van wie" in page
    for question in questions_of():
        for answer in getattr(question, "answers", ()):
            assert answer.feedback not in page


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_an_empty_answer_is_refused_at_the_field(client: Client, enrolment, kind) -> None:
    lesson, question = a_question(kind)
    answer = send(client, lesson, question, {})
    assert answer.status_code == 422
    assert "ww-field__error" in answer.text
    assert attempts(enrolment) == []


def test_a_place_is_chosen_once_and_the_choices_stay(client: Client, enrolment) -> None:
    lesson, question = a_question(Order)
    answer = send(client, lesson, question, fill_in(question) | {"place_2": "1"})
    assert answer.status_code == 422
    assert "Deze plek koos je al bij een andere stap." in answer.text
    page = BeautifulSoup(answer.text, "lxml")
    assert page.select_one("select[name=place_1] option[selected]")["value"] == "1"
    assert page.select_one("select[name=place_2]")["aria-invalid"] == "true"


@pytest.mark.parametrize("given", [{"answer": "0"}, {"answer": "99"}, {"answer": "x"}, {"answer": "²"}])
def test_what_is_no_answer_is_refused(client: Client, enrolment, given) -> None:
    lesson, question = a_question(Choice)
    assert send(client, lesson, question, given).status_code == 422
    assert attempts(enrolment) == []


def test_a_field_that_was_not_declared_is_refused(client: Client, enrolment) -> None:
    lesson, question = a_question(Choice)
    assert send(client, lesson, question, fill_in(question), outcome="right").status_code == 422


def test_a_short_answer_is_laid_beside_the_model_first(client: Client, enrolment) -> None:
    lesson, question = a_question(Short)
    send(client, lesson, question, {"text": "Ik bel eerst."})
    page = client.get(f"/programma/lessen/{lesson}").text
    assert "Ik bel eerst." in page
    assert "Zo kan het" in page
    assert "Wat staat er in jouw antwoord?" in page
    send(client, lesson, question, {"text": "Ik bel eerst.", "step": "nagekeken", "point_1": "ja"})
    assert [each.outcome for each in attempts(enrolment)] == [Outcome.OPEN, Outcome.WRONG]
    assert "1 van de" in client.get(f"/programma/lessen/{lesson}").text


@pytest.mark.parametrize("text", HARD_TEXTS.values(), ids=HARD_TEXTS)
def test_a_short_answer_takes_any_text_or_refuses_it(client: Client, enrolment, text) -> None:
    lesson, question = a_question(Short)
    answer = send(client, lesson, question, {"text": text})
    assert answer.status_code in {303, 422}
    assert "<script>alert(1)" not in client.get(f"/programma/lessen/{lesson}").text


def test_the_same_answer_twice_is_kept_once(client: Client, enrolment) -> None:
    lesson, question = a_question(Choice)
    for _press in range(2):
        send(client, lesson, question, fill_in(question, right=False))
    assert len(attempts(enrolment)) == 1
    send(client, lesson, question, fill_in(question))
    assert len(attempts(enrolment)) == 2


def test_the_script_gets_the_question_anew_with_what_to_tell(client: Client, enrolment) -> None:
    lesson, question = a_question(Choice)
    path = f"/programma/vragen/{lesson}/{question.id}"
    answer = client.save(path, back="hier", **fill_in(question, right=False))
    assert answer.status_code == 200
    assert answer.json["saved"].startswith("Dit klopt nog niet.")
    assert f'id="vraag-{lesson}-{question.id}"' in answer.json["fragments"][f"#vraag-{lesson}-{question.id}"]
    refused = client.save(path, back="hier")
    assert refused.status_code == 422
    assert refused.json["errors"]["answer"] == ["Kies een antwoord."]


def test_an_answer_to_other_words_is_not_shown(client: Client, enrolment) -> None:
    lesson, question = a_question(Choice)
    row = an_answer(enrolment, question, document=lesson)
    changed = {**{c.name: getattr(row, c.name) for c in Attempt.__table__.columns}, "question_hash": "0" * 64}
    changed.pop("id")
    db.session.add(Attempt(**{**changed, "created_at": now() + timedelta(minutes=1)}))
    db.session.flush()
    page = BeautifulSoup(client.get(f"/programma/lessen/{lesson}").text, "lxml")
    assert not page.select(f"#vraag-{lesson}-{question.id} input[checked]")


def test_who_is_paused_reads_the_explanations_and_answers_nothing(client: Client, enrolment) -> None:
    enrolment.state = EnrolmentState.PAUSED
    lesson, question = a_question(Choice)
    page = client.get(f"/programma/lessen/{lesson}").text
    assert "Lees de uitleg bij alle antwoorden" in page
    assert "Kijk je antwoord na" not in page
    assert send(client, lesson, question, fill_in(question)).status_code == 409
    assert attempts(enrolment) == []


@pytest.mark.parametrize("path", ["meldcode/q99", "bestaat-niet/q1", "meldcode/%00", "%00/q1"])
def test_what_is_not_there_is_not_found(client: Client, enrolment, path) -> None:
    assert client.get(f"/programma/vragen/{path}").status_code == 404
    assert client.post(f"/programma/vragen/{path}", data={"back": "hier"}).status_code == 404


def test_nobody_sees_the_answers_of_another(client: Client, enrolment) -> None:
    school = a_school()
    other = an_enrolment(a_cohort(school), school)
    lesson, question = a_question(Choice)
    with standing_at(now() - timedelta(days=1)):
        an_answer(other, question, document=lesson)
    assert "ww-answered" not in client.get(f"/programma/lessen/{lesson}").text


def test_answers_can_never_be_changed(app) -> None:
    school = a_school()
    row = an_answer(an_enrolment(a_cohort(school), school), questions_of()[0])
    with pytest.raises(sa.exc.DBAPIError, match="append-only"):
        db.session.execute(sa.update(Attempt).where(Attempt.id == row.id).values(outcome=Outcome.RIGHT))


@pytest.mark.parametrize("answers", [1, 40])
def test_the_number_of_statements_has_a_ceiling(client: Client, enrolment, counting, answers: int) -> None:
    for number in range(answers):
        an_answer(enrolment, questions_of()[0], right=False, at=now() - timedelta(hours=number))
    with counting() as statements:
        client.get(LESSON)
    assert len(statements) <= 5
    with counting() as statements:
        client.get(f"/programma/vragen/meldcode/{questions_of()[0].id}")
    assert len(statements) <= 3
