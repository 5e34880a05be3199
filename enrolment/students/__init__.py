"""One enrolment: its state, its people, its transfer to another cohort.

Who assesses belongs in `assessors`, later deadlines in `deadlines`.
"""
