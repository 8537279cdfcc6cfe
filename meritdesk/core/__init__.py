"""What the office means, as frozen values and pure functions: no clock, no file, no logging."""
