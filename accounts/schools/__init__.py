"""Schools, and the memberships that tie a person to one with roles there."""
