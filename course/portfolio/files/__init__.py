"""What a file may be, and how it is cleaned before it is kept. Bytes in, bytes out: no request, no database.

Which file belongs to whom, and who may fetch it, is the business of the portfolio around it.
"""
