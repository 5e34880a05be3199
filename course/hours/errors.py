"""Every reason this room says no, and the field it is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flask_babel import lazy_gettext as _l

from course.hours.rules import Fault
from foundation.errors import Invalid

FAULTS: dict[Fault, tuple[str, Any]] = {
    Fault.NO_AMOUNT: ("amount", _l("Vul in hoeveel uur het was, zoals 1,5 of 1:30.")),
    Fault.OUT_OF_RANGE: ("amount", _l("Vul een getal in van 0,1 tot 12.")),
    Fault.NO_START: ("start", _l("Vul ook in hoe laat je begon.")),
    Fault.NO_SUCH_TIME: (
        "start",
        _l("Deze tijd was er niet op deze dag: de klok ging een uur vooruit. Kijk de tijd na."),
    ),
    Fault.TIMES_DIFFER: (
        "amount",
        _l("Het aantal uur past niet bij de tijden. Laat het aantal leeg, dan rekenen wij het uit."),
    ),
    Fault.FUTURE: ("day", _l("Dit moment moet nog komen. Schrijf je uren op als ze voorbij zijn.")),
    Fault.LONG_AGO: ("day", _l("Deze dag is meer dan een jaar geleden. Kijk de datum na.")),
    Fault.OVERLAP: ("start", _l("Op dit moment staan al andere uren. Kijk de tijd na.")),
    Fault.DAY_FULL: ("amount", _l("Op één dag passen hooguit 12 uren. Kijk wat er al staat op deze dag.")),
}


class WrongHours(Invalid):
    """An entry breaks a rule; the messages stand at the fields."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        super().__init__({FAULTS[fault][0]: [str(FAULTS[fault][1])] for fault in reversed(list(faults))})
