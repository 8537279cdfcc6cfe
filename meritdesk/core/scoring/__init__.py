"""Scoring: pure functions of facts and rules that answer with their reasons (design principle 2)."""
