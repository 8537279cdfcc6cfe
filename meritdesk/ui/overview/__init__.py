"""Beranda: what must be done today, and where everything stands."""
