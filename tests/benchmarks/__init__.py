"""Measures pages and saves on both databases, beside a bare Flask floor in the same run.

What must always hold (ceilings of statements) is a test elsewhere; here are figures only.
"""
