"""All pages of the door and of the account."""

from accounts.login import (
    account_routes,
    demo_routes,
    factor_routes,
    link_routes,
    second_step_routes,
    session_routes,
    sign_in_routes,
)
from accounts.login.blueprints import account, demo_login, login

__all__ = [
    "account",
    "account_routes",
    "demo_login",
    "demo_routes",
    "factor_routes",
    "link_routes",
    "login",
    "second_step_routes",
    "session_routes",
    "sign_in_routes",
]
