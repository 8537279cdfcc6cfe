"""Charts of our own painting: small, calm, legible in print and on screen, told in words as well."""
