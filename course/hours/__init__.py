"""Study hours: proposed, logged, confirmed; the balance against the norm."""
