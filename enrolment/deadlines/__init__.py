"""The last instant at which a cohort hands in each piece of work, and extensions for one student.

Whether a hand-in came in time is decided in `assessment`.
"""
