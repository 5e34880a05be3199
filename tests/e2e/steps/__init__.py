"""The steps of a journey, one small function each; a test reads as the list of them.

Assertions about what the person of that step must see belong here; data that needs no browser does not.
"""
