"""Notes in the margin of lessons: of the student alone, until one is made evidence."""
