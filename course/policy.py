"""What one may do in the course: the parts of its rooms together."""

from __future__ import annotations

from accounts.policy.permissions import PolicyPart
from course.feedback import policy as feedback
from course.hours import policy as hours
from course.insight import policy as insight
from course.notes import policy as notes
from course.offering import policy as offering
from course.portfolio import policy as portfolio
from course.programme import policy as programme
from course.selftest import policy as selftest
from course.staff_reading import policy as staff_reading
from course.workbench import policy as workbench

POLICY: PolicyPart = {
    **programme.POLICY,
    **selftest.POLICY,
    **staff_reading.POLICY,
    **notes.POLICY,
    **hours.POLICY,
    **insight.POLICY,
    **workbench.POLICY,
    **offering.POLICY,
    **portfolio.POLICY,
    **feedback.POLICY,
}
