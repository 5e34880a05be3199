"""The map of the curriculum: which lessons and assignments serve each behaviour and each item."""
