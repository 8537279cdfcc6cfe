"""Fill-in sheets for units, as every room that has them shows them."""
