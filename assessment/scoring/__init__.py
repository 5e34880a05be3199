"""One assessor on one submission: scores in the making, and the signed copy that never changes."""
