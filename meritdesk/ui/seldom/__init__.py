"""What is done so seldom that it has no place on a page of its own: asked for in one dialog, each with its fields."""
