"""The ground floor: database, transaction, errors, audit, jobs, mail, files and the manners of a page.

Knows nothing of education, schools or people; what does belongs upstairs.
"""
