"""Handing in: a snapshot with a hash, a receipt, and the rubric by which it is judged."""
