"""Search in the course and in the own texts of a student, with one answer on both databases.

What is found here is shown by other rooms; this room keeps words, not texts that anybody changes.
"""
