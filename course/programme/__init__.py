"""The programme as a student reads it: modules, lessons, assignments."""
