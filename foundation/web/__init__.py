"""The manners of every page: forms that take only what they declare, answers, headers, limits.

Knows Flask; knows no page in particular.
"""
