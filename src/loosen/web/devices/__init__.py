"""Phones and tablets at home: they ask, this computer approves, and puts them out again."""
