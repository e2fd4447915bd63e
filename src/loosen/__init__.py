"""Loosen: out of a lower-back spasm, step by step, on your own machine.

This file imports nothing, so that every room can be used alone.
"""
