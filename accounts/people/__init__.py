"""A person: one verified e-mail address, one password, over all schools.

Names, numbers and roles belong to a membership of a school.
"""
