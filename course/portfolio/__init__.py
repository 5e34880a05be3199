"""Evidence, and the criteria it serves: the coverage map."""
