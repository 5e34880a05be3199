"""Questions that students answer for themselves: feedback per answer, and what went wrong comes back.

Nothing here counts for the exam; who answered what is for the student alone.
"""
