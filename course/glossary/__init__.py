"""The words of the course, each with its one explanation."""
