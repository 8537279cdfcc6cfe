"""The contenders of the printing benchmark, one module each, and the sheets they print."""
