"""Positions of ease, transfers, breathing, heat, cold and self-massage."""
