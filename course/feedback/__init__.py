"""Reactions of coaches on work in the making. Never a grade."""
