"""The hash-chained log of every act that matters: who, when, what, on what, why.

Holds ids and never names, so that erasing a person breaks no link; free text does not belong here.
"""
