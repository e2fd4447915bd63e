"""Your data: see it, correct it, take it with you, bring it back, erase it."""
