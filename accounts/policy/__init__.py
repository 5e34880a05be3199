"""The mechanism of permissions: actor, declared rules on routes, one map, the guard.

Which permissions there are, each package declares in its own `policy.py`; roles are compared nowhere else.
"""
