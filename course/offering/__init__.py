"""The course as a school offers it: its own choice and order of modules, its own lessons and assignments.

What work is judged with (qualification, exam plan, form of the work) never changes here.
"""
