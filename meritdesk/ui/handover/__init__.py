"""Kirim & terima: packages out and in, as two ledgers."""
