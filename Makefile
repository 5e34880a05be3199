# The daily commands; what they do is in setup/, in plain Python.
#   PYTHON=…  another Python (3.11 or newer)      PORT=…  another port for `make run`
#   ARGS="…"  passed on, as in `make test ARGS="tests/unit -k hours"`

PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 /usr/bin/python3; do \
	if "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then echo "$$name"; break; fi; done)

COMMANDS := run reset-demo test check lock translations bench screenshots

.DEFAULT_GOAL := help
.PHONY: help $(COMMANDS)

help:
	@echo 'make run           start the demo school on http://127.0.0.1:8000 (PORT changes the port)'
	@echo 'make reset-demo    throw the demo school away and fill it anew'
	@echo 'make test          run all tests, on SQLite, PostgreSQL and in a real browser'
	@echo 'make check         run the linters, type checkers, import contracts and front-end tests'
	@echo 'make lock          compile requirements/*.in (ARGS=--upgrade takes newer versions)'
	@echo 'make translations  collect new interface texts into translations/'
	@echo 'make bench         measure pages and saves on both databases'
	@echo 'make screenshots   make the pictures of the README anew'

$(COMMANDS):
	@set -- $(PYTHON); test -n "$$1" || { \
		echo 'Python 3.11 or newer was not found; install it, or say where it is: make $@ PYTHON=/path/to/python3' >&2; exit 1; }
	@"$(PYTHON)" -m setup $@ $(ARGS)
