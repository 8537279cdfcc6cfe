"""The first day: the front door, a new agency step by step, a sample agency to practise on, and practice marked as such."""
