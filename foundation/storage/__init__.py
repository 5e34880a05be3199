"""Files by the hash of their content, in a local folder or an S3-compatible store.

Knows bytes and hashes; who may see a file and what it is called is the business of the row that refers to it.
"""
