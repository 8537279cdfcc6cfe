"""What guards the open window: the second person at the spot, and the lock when nobody sits here."""
