"""Certificates: number, register, PDF, public verification, revocation."""
