"""What the page of hours shows, put together from the queries and the rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from flask_babel import format_decimal, get_locale, ngettext
from flask_babel import gettext as _

from course.hours import queries
from course.hours.bookings import Booking, booked, bookings
from course.hours.chart import draw
from course.hours.models import HourEntry
from course.hours.rules import OLDEST, Balance
from course.hours.weeks import Week, columns, forecast, week_of
from course.hours.workflow import HourState
from course.offering.queries import course_for
from enrolment.models import Enrolment
from enrolment.queries import deadlines_for
from foundation.clock import local, today

WEEKS_SHOWN = 10


def page(enrolment: Enrolment, week: Week) -> dict[str, Any]:
    """Give the context of the page, in five statements."""
    codes = bookings_of(enrolment)
    balance = queries.balance(enrolment.id)
    norm = sum(each.norm for each in codes)
    per_day = queries.minutes_per_day(enrolment, today() - OLDEST)
    entries = queries.entries_between(enrolment, week.monday, week.sunday)
    waiting = queries.for_the_student(enrolment)
    shown = columns(per_day, [each.code for each in codes], until=week_of(today()), count=WEEKS_SHOWN)
    return {
        "bookings": {each.code: each for each in codes},
        "lines": booked(codes, balance),
        "balance": balance,
        "norm": norm,
        "week": week,
        "this_week": week_of(today()),
        "days": {day: [each for each in entries if each.day == day] for day in week.days},
        "week_total": sum(each.minutes for each in entries),
        "proposals": [each for each in waiting if each.state is HourState.PROPOSED],
        "questions": [each for each in waiting if each.state is HourState.QUESTIONED],
        "columns": shown,
        "chart": draw(shown),
        "outlook": outlook(balance, norm, per_day, deadlines_for(enrolment)),
    }


def outlook(
    balance: Balance,
    norm: int,
    per_day: Mapping[tuple[date, str], int],
    deadlines: Mapping[str, datetime],
) -> dict[str, Any]:
    """Tell when the norm is reached at the present pace, and whether that is in time."""
    expected = forecast(per_day, to_go=norm - balance.counted, today=today())
    last = max((local(each).date() for each in deadlines.values()), default=None)
    return {
        "done": balance.counted >= norm,
        "forecast": expected,
        "last_day": last,
        "in_time": bool(expected and last and expected.ready_on <= last),
    }


def bookings_of(enrolment: Enrolment) -> tuple[Booking, ...]:
    """Give what this student can book hours on."""
    return bookings(course_for(enrolment), enrolment.route.value)


def last_day_of(week: Week) -> date:
    """Give today, or the last day of an earlier week: the day somebody most likely means."""
    return min(week.sunday, today())


def export_rows(entries: Iterable[HourEntry]) -> Iterator[tuple[str | int | float, ...]]:
    """Give a heading and a row per entry."""
    yield _("Dag"), _("Werkproces"), _("Uren"), _("Minuten"), _("Wat je deed"), _("Stand")
    for each in entries:
        day, state = each.day.isoformat(), state_text(each.state)
        yield day, each.work_process, round(each.minutes / 60, 2), each.minutes, each.description, state


def state_text(state: HourState) -> str:
    """Say the state of an entry in a few words."""
    words: dict[HourState, str] = {
        HourState.PROPOSED: _("voorstel"),
        HourState.LOGGED: _("nog niet bevestigd"),
        HourState.QUESTIONED: _("vraag van je begeleider"),
        HourState.CONFIRMED: _("bevestigd"),
    }
    return words[state]


def as_hours(minutes: int, digits: int = 1) -> str:
    """Write minutes as hours in the language of the reader: "1,5"."""
    return _hours(minutes, digits, get_locale().language)


def in_hours(minutes: int, digits: int = 1) -> str:
    """Write minutes as an amount of hours: "1 uur", "1,5 uur"."""
    return _amount(minutes, digits, get_locale().language)


@lru_cache(maxsize=1024)
def _hours(minutes: int, digits: int, language: str) -> str:
    """A programme shows the same numbers over and over; the language is that of the request."""
    return str(format_decimal(Decimal(minutes) / 60, format="#,##0." + "#" * digits))


@lru_cache(maxsize=1024)
def _amount(minutes: int, digits: int, language: str) -> str:
    number = 1 if round(Decimal(minutes) / 60, digits) == 1 else 2  # 1.5 is more than one
    return str(ngettext("%(hours)s uur", "%(hours)s uur", number, hours=_hours(minutes, digits, language)))
