"""The log of a school in sentences: a page for its administration, and a trail for one subject."""

from web.audit_log.routes import POLICY, READ_LOG, audit_log
from web.audit_log.telling import init_audit_log

__all__ = ["POLICY", "READ_LOG", "audit_log", "init_audit_log"]
