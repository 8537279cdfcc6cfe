"""The teams room: a board of problems, one problem with everybody in it, and how quickly departments answer."""
