"""A module as a booklet to print."""
