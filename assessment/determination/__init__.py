"""The exam board: agenda, checks, the result of a dossier, its announcement."""
