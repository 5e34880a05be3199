"""One CSV or XLSX file brings people into a cohort: read, checked, looked at, confirmed; all or nothing.

Who may be a member or enrol is decided in `accounts` and `enrolment`.
"""
