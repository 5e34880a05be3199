"""The demo school: fictional people in every phase of the journey, made by the verbs of the product
(what a class read and answered besides is written in bulk).

What they wrote and did stands in YAML; here is when they did it. No rule of the product belongs here.
"""
