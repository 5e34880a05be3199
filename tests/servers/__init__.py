"""The real servers that tests talk to: PostgreSQL, a browser, a mail server, our own web server.

Test data and assertions do not belong here.
"""
