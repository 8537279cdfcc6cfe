"""Grids with the manners of Excel: one view, one model, one keeper and one preview for every grid of the window."""
