"""A city to practise on: its files as clerks have them, dirt included, and a year's work. All names are synthetic."""
