"""The framework of a keuzedeel for other systems: as a CASE 1.1 package and as a CSV for Moodle.

Only official text goes out, word for word; our explanations stay here.
"""
