"""Ctrl+K: one box for people, papers, units, actions and settings."""
