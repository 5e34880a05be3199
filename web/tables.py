"""Every table of the house, so that migrations and tests know them all."""

from accounts.login import models as login
from accounts.people import models as people
from accounts.schools import models as schools
from assessment.agreement import models as agreement
from assessment.certificates import models as certificates
from assessment.determination import models as determination
from assessment.scoring import models as scoring
from assessment.submissions import models as submissions
from course.feedback import models as feedback
from course.hours import models as hours
from course.notes import models as notes
from course.offering import models as offering
from course.portfolio import models as portfolio
from course.progress import models as progress
from course.search import models as search
from course.selftest import models as selftest
from course.workbench import models as workbench
from enrolment import models as enrolment
from exchange.people_import import models as people_import
from foundation.audit import models as audit
from foundation.jobs import models as jobs
from foundation.mail import models as mail
from foundation.web import limits

TABLES = (
    search,
    login, people, schools, enrolment, people_import, feedback, hours, notes, offering, portfolio, progress,
    workbench,
    selftest, submissions, scoring, agreement, determination, certificates, audit, jobs, mail, limits,
)  # fmt: skip
