"""Medicines: what was taken, may I take it now, the last 24 hours, and whom it suits."""
