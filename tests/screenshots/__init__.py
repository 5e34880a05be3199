"""The pictures of the README, taken of the demo school in a real browser.

Checks do not belong here.
"""
