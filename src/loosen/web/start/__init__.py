"""Minute one: the first page, the questions, what they mean, and the urgent pages."""
