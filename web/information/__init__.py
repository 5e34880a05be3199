"""Pages that explain: help per role, privacy, accessibility. What they say stands in `docs/handbook` and in data."""
