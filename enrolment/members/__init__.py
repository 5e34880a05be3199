"""The people of the school as the administration sees them: roles, invitations, leaving.

How somebody signs in belongs in `accounts`.
"""
