"""Who assesses whom: two independent seats per student, by hand or divided evenly.

What an assessor does with the work belongs in `assessment`.
"""
