"""Background work, written down in the same transaction as its cause and done at least once.

The row is the truth; the worker only picks it up. Work itself lives in the room it belongs to.
"""
