"""Assessment in the window: ratings from the keyboard, with the predicate and its reason at once."""
