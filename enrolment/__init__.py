"""Who follows which keuzedeel at a school: cohorts, enrolments, coaches, assessors, deadlines and extensions.

What students make belongs in `course`, what is judged in `assessment`.
"""
