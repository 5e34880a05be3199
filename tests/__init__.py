"""What the product promises, checked; see docs/architecture.md for the kinds of tests."""
