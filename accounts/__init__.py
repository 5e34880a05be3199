"""Who you are, which school you belong to there, and what you may do.

What people learn, make or judge does not belong here.
"""
