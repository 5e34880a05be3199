"""One decision as a file that stands on its own, for an inspection or an appeal: pages, what they rest on,
and a hash of everything.
"""
