"""Doors to other systems: files in and out. The rules of what comes in live in the rooms below."""
