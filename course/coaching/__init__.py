"""The pages of a coach: who is stuck and why, hours to confirm, work to react on.

What a reaction or an hour is belongs in `feedback` and `hours`.
"""
