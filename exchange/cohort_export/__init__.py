"""The students of a cohort as a file that our own import reads back.

Results and work do not belong in it.
"""
