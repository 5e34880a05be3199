"""Who follows which keuzedeel at a school: cohorts, enrolments, who coaches, who assesses, deadlines and extensions.

What students make belongs in `course`, what is judged in `assessment`.
"""
