"""Messages to people: written down with their cause, composed and sent by a job.

The text of a mail with a link is made at the moment of sending and not kept, so the database holds no usable
token; only the demo keeps the text, because there the outbox is the point.
"""
