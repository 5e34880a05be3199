"""Signing in and out: passwords, second factor, sessions on the server, single-use links."""
