"""The first day: the front door, a new agency step by step, a sample agency, and practice marked as such."""
