"""Pages that explain: help per role, privacy, accessibility; the words stand in `docs/handbook` and data."""
