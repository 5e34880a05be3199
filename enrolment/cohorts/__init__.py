"""Groups: open one, see who is in it and where each student stands.

What happens to one student belongs in `students`.
"""
