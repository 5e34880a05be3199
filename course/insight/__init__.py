"""What a school sees of a group: lessons read and questions that go wrong, never who answered what."""
