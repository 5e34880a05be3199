"""Where two assessors differ: the rows, what they agree on, and a third who decides."""
