"""Reads `content` into `vocabulary`: strictly when it is baked, fast when it is used.

Must never decide anything clinical. This file imports nothing, so that `bundle` runs on the
standard library alone wherever the rules run; only `compile` knows pydantic.
"""
