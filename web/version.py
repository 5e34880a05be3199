"""The version of the product, as `/healthz` tells it."""

VERSION = "0.1.0"
