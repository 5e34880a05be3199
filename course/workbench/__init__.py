"""Where the pieces of work are made: items in the sections that the keuzedeel declares, and connections.

Knows no section by name; what sections there are is content.
"""
